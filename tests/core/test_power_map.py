"""The power map: what it works out, what it asks for, and that none of it enters a reading."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import ChangeActor
from coprod_core.acts.history import Undo, after, opened
from coprod_core.acts.rings import PutInRing, all_as_wanted
from coprod_core.checked.errors import InvalidValue
from coprod_core.files import web_file
from coprod_core.indicators import power_map
from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.overview import readings
from coprod_core.indicators.power_map import Hit, attitudes, trust
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.indicators.power_map.trust import Side
from coprod_core.web.asked import Attitude, NetworkRole, Power, Ring, Trust, is_small_group
from coprod_core.web.model import Actor, Option, Provenance, Sphere, Web
from coprod_core.web.rings import INWARDS, has_a_seat, influence_in, ring_according_to_web, ring_of
from tests.core.webs import webs

SEWER = web_file.read((Path(__file__).parents[2] / "data" / "cases" / "sewer.nl.json").read_bytes())


def said(web: Web, field: str, **of: str) -> Web:
    for id_, value in of.items():
        web = ChangeActor(id_, {field: value}).applied_to(web)
    return web


PLACED = said(
    said(
        said(
            said(
                SEWER,
                "power",
                municipality="much",
                council="much",
                action_group="some",
                water_board="some",
                foundation_residents="little",
                neighbours="little",
                shopkeepers="little",
            ),
            "ring_now",
            action_group="decide",
            municipality="work",
            water_board="think",
            council="know",
        ),
        "ring_theirs",
        action_group="decide",
        shopkeepers="think",
        water_board="think",
        council="decide",
    ),
    "ring_ours",
    action_group="work",
    foundation_residents="think",
    neighbours="know",
    shopkeepers="know",
    municipality="work",
    water_board="think",
    council="decide",
)
"""The worked example of the design; the placements are made up for it."""

NOW = readings(PLACED)


# -- the worked example ---------------------------------------------------------------------------------------------


def test_who_is_hit_and_has_little_power_in_the_worked_example() -> None:
    found = power_map.of(NOW)
    assert {id_: float(hit) for id_, hit in zip(NOW.weights.actors, NOW.weights.hit, strict=True)} == {
        **dict.fromkeys(found, 0.4),
        "action_group": 1.0,
        "foundation_residents": 1.0,
        "neighbours": 0.1,
    }
    assert [id_ for id_, party in found.items() if party.quiet] == ["foundation_residents", "shopkeepers"]
    assert not any(party.perhaps_quiet for party in found.values())
    assert found["foundation_residents"].alarm
    assert found["neighbours"].hit is Hit.NOTICES


def test_marks_in_the_worked_example_to_four_digits() -> None:
    assert attitudes.plan_of(NOW) == "pipes_and_pump"
    accepted = {id_: round(value, 4) for id_, value in NOW.options["pipes_and_pump"].acceptance.items()}
    assert accepted == {
        "action_group": 0.7773,
        "foundation_residents": 0.2643,
        "neighbours": 0.9475,
        "shopkeepers": 0.89,
        "municipality": 0.7156,
        "water_board": 0.796,
        "council": 0.88,
        "project_lead": 0.88,
    }
    can = dict.fromkeys(accepted, Stance.CAN)
    doubt, hard, unknown = Stance.DOUBT, Stance.HARD, Stance.UNKNOWN
    assert attitudes.stances(NOW, "pipes_and_pump") == {**can, "foundation_residents": hard, "municipality": doubt}
    assert attitudes.stances(NOW, "own_plan") == {**can, "foundation_residents": doubt}
    hesitate = dict.fromkeys(("action_group", "municipality", "water_board", "project_lead"), doubt)
    assert attitudes.stances(NOW, "do_nothing") == {**can, **hesitate, "foundation_residents": hard}
    with_pipes = {"action_group": hard, "shopkeepers": doubt, "council": doubt, "water_board": unknown}
    assert attitudes.stances(NOW, "pipes") == {**can, **with_pipes}
    assert attitudes.stances(NOW, "with_repair") == {**can, "action_group": doubt}


def test_trust_seen_from_the_municipality_in_the_worked_example() -> None:
    assert power_map.viewpoint_of(NOW) == "municipality"
    met = trust.meetings(NOW, "municipality")
    assert {id_: round(party.x, 4) for id_, party in met.items() if party.x is not None} == {
        "action_group": -0.6,
        "foundation_residents": 1.0,
        "neighbours": 0.7778,
        "shopkeepers": -0.6842,
        "water_board": 0.0,
        "council": 0.1084,
        "project_lead": 0.1795,
    }
    partly = [id_ for id_, party in met.items() if party.side is Side.PARTLY]
    assert partly == ["water_board", "council", "project_lead"]
    assert [(talk.id, talk.share, talk.clash) for talk in trust.talks(NOW, "municipality")] == [
        ("shopkeepers", ("rainwater", "dry_basements"), ("foundations", "dry_basements")),
        ("water_board", ("foundations", "foundations"), ("low_costs", "rainwater")),
        ("council", ("low_costs", "low_costs"), ("foundations", "dry_basements")),
    ]


def test_rings_according_to_the_web_in_the_worked_example() -> None:
    by_web = {party.id: ring_according_to_web(party, PLACED.process) for party in PLACED.actors}
    assert by_web["foundation_residents"] is Ring.KNOW
    assert by_web["neighbours"] is by_web["shopkeepers"] is Ring.OUTSIDE
    assert by_web["project_lead"] is Ring.WORK
    assert by_web["council"] is None
    apart = [a.id for a in PLACED.actors if a.ring_theirs and a.ring_ours and a.ring_theirs is not a.ring_ours]
    assert apart == ["action_group", "shopkeepers"]


def told(web: Web) -> tuple[float, ...]:
    found = readings(web)
    assert found.gap is not None
    dilemma = found.feasibility_inclusiveness
    of_dilemma = () if dilemma is None else (dilemma.inclusiveness, dilemma.feasibility)
    return tuple(round(value, 4) for value in (found.gap.places, found.gap.attention, found.gap.views, *of_dilemma))


@pytest.mark.parametrize(
    ("party", "ring", "numbers"),
    [
        ("foundation_residents", "think", (0.2917, 0.1662, 0.1662, 0.6951, 0.2532)),
        ("foundation_residents", "work", (0.1964, 0.1155, 0.1155, 0.8112, 0.2532)),
        ("foundation_residents", "decide", (0.125, 0.0775, 0.0775, 0.9569, 0.2532)),
        ("shopkeepers", "think", (0.6098, 0.5212, 0.5212, 0.5119, 0.477)),
        ("action_group", "think", (0.64, 0.4503, 0.4503, 0.256, 0.5152)),
        ("action_group", "know", (1.0, 1.0, 1.0)),
    ],
)
def test_what_a_ring_does_in_the_worked_example(party: str, ring: str, numbers: tuple[float, ...]) -> None:
    assert told(PLACED) == (0.64, 0.4503, 0.4503, 0.5119, 0.5152)
    assert told(PutInRing(party, Ring(ring), 6.0).applied_to(PLACED)) == numbers


def test_all_in_the_rings_that_are_wanted_in_the_worked_example() -> None:
    wanted = all_as_wanted(PLACED, "ring_ours").applied_to(PLACED)
    assert told(wanted) == (0.225, 0.1307, 0.1307, 0.572, 0.2532)
    found = readings(wanted).gap
    assert found is not None
    assert found.unheard == ("low_costs",)


# -- what is asked enters no reading --------------------------------------------------------------------------------

either = st.none()
asked = st.fixed_dictionaries(
    {
        "power": either | st.sampled_from(Power),
        "trust": either | st.sampled_from(Trust),
        "network_role": either | st.sampled_from(NetworkRole),
        "attitude": either | st.sampled_from(Attitude),
        **{ring: either | st.sampled_from(Ring) for ring in ("ring_now", "ring_theirs", "ring_ours")},
        "placed_by": st.sampled_from(Provenance),
    }
)


@st.composite
def placed_webs(draw: st.DrawFn) -> Web:
    """Webs of which everything for the map is asked, or some of it."""
    web = draw(webs())
    return replace(web, actors=tuple(placed_party(party, draw(asked)) for party in web.actors))


def placed_party(party: Actor, answers: dict[str, str]) -> Actor:
    unseen = {"trust": None, "attitude": None} if is_small_group(party.sphere, party.people) else {}
    return replace(party, **{**answers, **unseen})


def bare(web: Web) -> Web:
    nothing = dict.fromkeys(("power", "trust", "network_role", "attitude", "ring_now", "ring_theirs", "ring_ours"))
    return replace(web, actors=tuple(replace(a, **nothing, placed_by=Provenance.ESTIMATE) for a in web.actors))


@given(placed_webs())
def test_whatever_is_asked_for_the_map_no_reading_changes_by_a_byte(web: Web) -> None:
    one, other = (json.dumps(readings_data(readings(each))) for each in (web, bare(web)))
    assert one == other


@given(placed_webs())
def test_a_web_with_all_that_is_asked_is_read_back_the_same(web: Web) -> None:
    assert web_file.read(web_file.write(web)) == web


# -- every party once -----------------------------------------------------------------------------------------------


@given(placed_webs())
def test_every_party_is_on_the_map_once_and_from_a_viewpoint_all_others_are(web: Web) -> None:
    found = readings(web)
    assert list(power_map.of(found)) == [party.id for party in web.actors]
    ordered = power_map.first_to_begin_with(web.actors, power_map.of(found))
    assert sorted(party.id for party in ordered) == sorted(party.id for party in web.actors)
    viewpoint = power_map.viewpoint_of(found)
    if viewpoint is not None:
        assert list(trust.meetings(found, viewpoint)) == [a.id for a in web.actors if a.id != viewpoint]


@given(placed_webs())
def test_the_first_in_every_list_are_hit_and_have_little_power(web: Web) -> None:
    found = power_map.of(readings(web))
    quiet = [found[party.id].quiet for party in power_map.first_to_begin_with(web.actors, found)]
    assert quiet == sorted(quiet, reverse=True)


@given(placed_webs())
def test_who_is_quiet_are_residents_that_are_hit_and_of_whom_little_power_was_said(web: Web) -> None:
    found = power_map.of(readings(web))
    for party in web.actors:
        if found[party.id].quiet:
            assert party.citizens
            assert party.power is Power.LITTLE
            assert found[party.id].hit in (Hit.PLANS, Hit.HOME)


# -- trust ----------------------------------------------------------------------------------------------------------


@given(webs())
def test_how_two_parties_meet_is_the_same_from_either_side(web: Web) -> None:
    found = readings(web)
    for one in found.weights.actors:
        for other, met in trust.meetings(found, one).items():
            back = trust.meetings(found, other)[one]
            assert (met.x is None) == (back.x is None)
            if met.x is not None and back.x is not None:
                assert met.x == pytest.approx(back.x, abs=1e-9)
                assert met.ambivalence == pytest.approx(1 - abs(met.x))


def reversed_in(web: Web, interest: str) -> Web:
    """The same web with one interest worded the other way round."""

    def turned(levels: dict[str, float]) -> dict[str, float]:
        return {key: -level if key == interest else level for key, level in levels.items()}

    return replace(
        web,
        stakes=tuple(
            replace(
                s,
                position=-s.position,
                table_position=None if s.table_position is None else -s.table_position,
            )
            if s.interest == interest
            else s
            for s in web.stakes
        ),
        relations=tuple(
            replace(r, compatibility=-r.compatibility) if interest in (r.a, r.b) else r for r in web.relations
        ),
        options=tuple(replace(o, effects=turned(dict(o.effects))) for o in web.options),
    )


@given(webs(fewest_options=1))
def test_wording_an_interest_the_other_way_round_changes_no_place(web: Web) -> None:
    if not web.interests:
        return
    before, after = readings(web), readings(reversed_in(web, web.interests[0].id))
    assert [p.quiet for p in power_map.of(before).values()] == [p.quiet for p in power_map.of(after).values()]
    for option in web.options:
        assert attitudes.stances(before, option.id) == attitudes.stances(after, option.id)
    for viewpoint in before.weights.actors:
        one, other = trust.meetings(before, viewpoint), trust.meetings(after, viewpoint)
        for id_ in one:
            assert one[id_].x == (other[id_].x if one[id_].x is None else pytest.approx(other[id_].x, abs=1e-9))


# -- marks ----------------------------------------------------------------------------------------------------------


@given(webs(fewest_options=1), st.floats(-1, 1))
def test_what_turns_out_about_a_hole_in_a_plan_never_changes_a_mark_that_was_known(web: Web, level: float) -> None:
    found = readings(web)
    for option in web.options:
        holes = [interest.id for interest in web.interests if interest.id not in option.effects]
        if not holes:
            continue
        known = attitudes.stances(found, option.id)
        filled = _with_effects(web, option, {**option.effects, holes[0]: level})
        later = attitudes.stances(readings(filled), option.id)
        assert {k: v for k, v in known.items() if v is not Stance.UNKNOWN}.items() <= later.items()


def _with_effects(web: Web, option: Option, effects: dict[str, float]) -> Web:
    return replace(web, options=tuple(replace(o, effects=effects) if o is option else o for o in web.options))


_HOW_WELL = [Stance.HARD, Stance.DOUBT, Stance.CAN]


@given(webs(fewest_options=1))
def test_of_two_plans_that_are_wholly_known_the_one_a_party_accepts_more_has_no_worse_mark(web: Web) -> None:
    everything = {interest.id for interest in web.interests}
    whole = [option for option in web.options if set(option.effects) == everything]
    found = readings(web)
    for one in whole:
        for other in whole:
            marks = attitudes.stances(found, one.id), attitudes.stances(found, other.id)
            for party in web.actors:
                accepted = (found.options[o.id].acceptance[party.id] for o in (one, other))
                pair = marks[0][party.id], marks[1][party.id]
                if Stance.UNKNOWN not in pair and next(accepted) >= next(accepted):
                    assert _HOW_WELL.index(pair[0]) >= _HOW_WELL.index(pair[1])


def test_without_a_plan_wishes_do_not_count_and_only_what_was_noted_is_known() -> None:
    planless = replace(SEWER, options=(), process=replace(SEWER.process, own_reading=""))
    web = said(planless, "attitude", council="negative")
    found = readings(web)
    assert attitudes.plan_of(found) is None
    unknown = dict.fromkeys(web.actor_by_id, Stance.UNKNOWN)
    assert attitudes.stances(found, None) == {**unknown, "council": Stance.HARD}


def test_what_rests_on_estimates_alone_is_unknown_where_only_what_was_said_counts() -> None:
    assert set(attitudes.stances(NOW, "pipes_and_pump", only_said=True).values()) == {Stance.UNKNOWN}


def test_a_noted_attitude_never_replaces_what_the_web_says_and_is_told_where_it_says_otherwise() -> None:
    web = said(PLACED, "attitude", foundation_residents="positive", shopkeepers="negative", council="positive")
    found = attitudes.stances(readings(web), "pipes_and_pump")
    assert found == attitudes.stances(NOW, "pipes_and_pump")
    assert attitudes.noted_otherwise(web, found) == ("foundation_residents", "shopkeepers")


# -- splitting and multiplying --------------------------------------------------------------------------------------


@given(webs(fewest_options=1), st.sampled_from((0.5, 0.25)))
def test_weights_in_another_measure_with_hit_given_change_no_place(web: Web, factor: float) -> None:
    before = readings(web)
    given_hit = dict(zip(before.weights.actors, before.weights.hit.tolist(), strict=True))
    fixed = replace(web, actors=tuple(replace(a, hit=given_hit[a.id]) for a in web.actors))
    scaled = replace(fixed, stakes=tuple(replace(s, weight=s.weight * factor) for s in fixed.stakes))
    one, other = readings(fixed), readings(scaled)
    assert [(p.hit, p.quiet) for p in power_map.of(one).values()] == [
        (p.hit, p.quiet) for p in power_map.of(other).values()
    ]
    for option in web.options:
        assert attitudes.stances(one, option.id) == attitudes.stances(other, option.id)


def split(web: Web) -> Web:
    """The first party in two halves that want the same."""
    party = web.actors[0]
    halves = {"people": None if party.people is None else party.people / 2, "seats": party.seats / 2}
    one, other = (replace(party, id=id_, **halves) for id_ in (party.id, "half"))
    theirs = [stake for stake in web.stakes if stake.actor == party.id]
    stakes = (*web.stakes, *(replace(stake, actor="half") for stake in theirs))
    return replace(web, actors=(one, *web.actors[1:], other), stakes=stakes)


@given(webs(fewest_options=1))
def test_a_party_in_two_halves_stands_where_it_stood(web: Web) -> None:
    if not web.actors:
        return
    id_, whole, halves = web.actors[0].id, readings(web), readings(split(web))
    before, after_it = power_map.of(whole)[id_], power_map.of(halves)
    for half in (after_it[id_], after_it["half"]):
        assert (half.hit, half.quiet, half.perhaps_quiet) == (before.hit, before.quiet, before.perhaps_quiet)
    for option in web.options:
        found = attitudes.stances(halves, option.id)
        assert found[id_] is found["half"] is attitudes.stances(whole, option.id)[id_]


# -- the rings ------------------------------------------------------------------------------------------------------


def dragged(web: Web, party: Actor, ring: Ring) -> Web:
    return PutInRing(party.id, ring, 3.0 if party.citizens else 1.0).applied_to(web)


def of_dilemma(web: Web) -> tuple[float, float] | None:
    found = readings(web).feasibility_inclusiveness
    return None if found is None else (found.inclusiveness, found.feasibility)


def _moves(web: Web) -> list[tuple[Actor, Ring, int]]:
    """Every ring that every party may be put in, and how far inwards that is."""
    found = []
    for party in web.actors:
        here = ring_of(party, web.process)
        if here is None or party.sphere is Sphere.POLITICAL_AUTHORITY or has_a_seat(here) != party.seated:
            continue
        found += [(party, ring, INWARDS.index(ring) - INWARDS.index(here)) for ring in Ring]
    return found


@given(webs(initiators=True, most_actors=4), st.data())
def test_a_drag_inwards_hears_no_less_and_is_no_more_feasible_and_outwards_hears_no_more(
    web: Web, data: st.DataObject
) -> None:
    moves = _moves(web)
    before = of_dilemma(web)
    if not moves or before is None:
        return
    party, ring, inwards = data.draw(st.sampled_from(moves))
    after = of_dilemma(dragged(web, party, ring))
    if after is None:
        return
    if inwards > 0:
        assert after[0] >= before[0] - 1e-9
        assert after[1] <= before[1] + 1e-9
    if inwards < 0:
        assert after[0] <= before[0] + 1e-9


@given(placed_webs(), st.sampled_from(Ring), st.data())
def test_a_drag_and_undo_give_the_same_web(web: Web, ring: Ring, data: st.DataObject) -> None:
    if not web.actors:
        return
    party = data.draw(st.sampled_from(web.actors))
    history = after(opened(web), PutInRing(party.id, ring, 2.0))
    assert after(history, Undo()).web == web


@given(placed_webs(), st.data())
def test_what_is_said_in_the_other_pictures_and_of_wanted_rings_changes_no_seat(web: Web, data: st.DataObject) -> None:
    if not web.actors:
        return
    party = data.draw(st.sampled_from(web.actors))
    for field, values in {"power": Power, "network_role": NetworkRole, "ring_theirs": Ring, "ring_ours": Ring}.items():
        value = data.draw(st.sampled_from([None, *values]))
        after = ChangeActor(party.id, {field: value}).applied_to(web)
        assert [(a.seats, a.influence) for a in after.actors] == [(a.seats, a.influence) for a in web.actors]


def test_politics_gets_no_seat_by_a_ring_for_it_decides_elsewhere() -> None:
    council = PutInRing("council", Ring.DECIDE).applied_to(SEWER).actor_by_id["council"]
    assert (council.ring_now, council.seats) == (Ring.DECIDE, 0)


def test_a_ring_with_a_seat_seats_and_one_without_takes_the_seats_away() -> None:
    inside = PutInRing("shopkeepers", Ring.WORK, 2.0).applied_to(SEWER)
    assert (inside.actor_by_id["shopkeepers"].seats, inside.actor_by_id["shopkeepers"].influence) == (2, 0.75)
    outside = PutInRing("shopkeepers", Ring.OUTSIDE).applied_to(inside)
    assert outside.actor_by_id["shopkeepers"].seats == 0


def test_further_in_a_seat_never_counts_less_and_further_out_never_more() -> None:
    web = ChangeActor("action_group", {"influence": 0.9, "ring_now": "think"}).applied_to(SEWER)
    assert PutInRing("action_group", Ring.WORK).applied_to(web).actor_by_id["action_group"].influence == 0.9
    assert PutInRing("action_group", Ring.DECIDE).applied_to(web).actor_by_id["action_group"].influence == 1.0
    held = ChangeActor("action_group", {"influence": 0.4, "ring_now": "work"}).applied_to(SEWER)
    assert PutInRing("action_group", Ring.THINK).applied_to(held).actor_by_id["action_group"].influence == 0.4


@given(st.sampled_from([Ring.THINK, Ring.WORK, Ring.DECIDE]), st.sampled_from([Ring.OUTSIDE, Ring.KNOW]))
def test_out_and_in_again_gives_the_same_influence_where_it_stood_at_its_ring(inside: Ring, outside: Ring) -> None:
    at_ring = PutInRing("foundation_residents", inside, 4.0).applied_to(SEWER)
    out = PutInRing("foundation_residents", outside).applied_to(at_ring)
    again = PutInRing("foundation_residents", inside, 4.0).applied_to(out)
    assert again.actor_by_id["foundation_residents"] == at_ring.actor_by_id["foundation_residents"]
    assert at_ring.actor_by_id["foundation_residents"].influence == influence_in(inside, SEWER.conventions)


# -- what may not be noted ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["trust", "attitude"])
def test_of_residents_fewer_than_five_nothing_is_noted_of_how_they_are_seen(field: str) -> None:
    value = {"trust": Trust.WEAK, "attitude": Attitude.NEGATIVE}[field]
    with pytest.raises(InvalidValue) as refused:
        Actor("a", "Vier buren", Sphere.CITIZENS, people=4, **{field: value})
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(field, "noted_of_few")]
    Actor("a", "Vijf buren", Sphere.CITIZENS, people=5, **{field: value})
    Actor("a", "Buren", Sphere.CITIZENS, **{field: value})
    Actor("a", "Bureau", Sphere.OWN_ORGANISATION, people=4, **{field: value})
