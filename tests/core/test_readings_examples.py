"""Small webs worked out by hand; each test names the section of docs/indicators.md it comes from."""

import dataclasses
import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.gap import Reference
from coprod_core.indicators.minimax import amplify
from coprod_core.indicators.overview import Readings, readings
from coprod_core.web.model import Actor, Interest, Option, Process, Provenance, Relation, Rule, Sphere, Stake, Web

CITIZENS, OWN, POLITICS = Sphere.CITIZENS, Sphere.OWN_ORGANISATION, Sphere.POLITICAL_AUTHORITY
DRY, FOUNDATIONS = "k1", "k2"


def near(value: Any) -> Any:
    return pytest.approx(value, abs=1e-12)


def interests(count: int) -> tuple[Interest, ...]:
    return tuple(Interest(f"k{k}", f"Interest {k}") for k in range(1, count + 1))


def street(**changes: Any) -> Web:
    """An action group of 60 with 6 seats wants dry basements; 54 residents, absent, want their foundations saved.

    So outside both weigh 54, and everybody affected is 60 against 54.
    """
    web = Web(
        actors=(Actor("a1", "Action group", CITIZENS, 60, 6, initiator=True), Actor("a2", "Residents", CITIZENS, 54)),
        interests=interests(2),
        stakes=(Stake("a1", DRY, 1.0), Stake("a2", FOUNDATIONS, 1.0)),
    )
    return replace(web, **changes)


def with_plans(*effects: dict[str, float], **changes: Any) -> Web:
    plans = tuple(Option(f"o{o}", f"Plan {o}", 0.9, effect) for o, effect in enumerate(effects, start=1))
    return street(options=plans, **changes)


def change_actor(web: Web, id_: str, **changes: Any) -> Web:
    return replace(web, actors=tuple(replace(a, **changes) if a.id == id_ else a for a in web.actors))


def gap_of(web: Web, reference: str = Reference.MAXI_PUBLIC) -> Any:
    gap = readings(web, reference).gap
    assert gap is not None
    return gap


def first_dilemma(web: Web) -> Any:
    dilemma = readings(web).feasibility_inclusiveness
    assert dilemma is not None
    return dilemma


def role_of(web: Web) -> Any:
    role = readings(web).role
    assert role is not None
    return role


# Section 2: derived quantities


def test_unknown_people_are_the_median_of_the_known_citizen_parties_with_a_stake() -> None:
    others = (
        Actor("a3", "Unknown", CITIZENS, None),
        Actor("a4", "Nothing at stake", CITIZENS, 9000),
        Actor("a5", "Service", OWN, 9000, 1),
        Actor("a6", "Also known", CITIZENS, 56),
    )
    web = street()
    web = replace(web, actors=(*web.actors, *others))
    web = replace(web, stakes=(*web.stakes, *(Stake(id_, DRY, 1.0) for id_ in ("a3", "a5", "a6"))))
    # known: 60, 54, 56, so 56
    assert gap_of(web, "affected_public").affected["a3"] == near(56 / (60 + 54 + 56 + 56))


def test_unknown_people_are_one_when_nobody_is_known() -> None:
    web = change_actor(change_actor(street(), "a1", people=None, seats=0.5), "a2", people=None)
    assert gap_of(web).maxi == near({"a1": 0.5 / 1.5, "a2": 1 / 1.5})


def test_those_outside_are_the_people_without_a_seat_weighed_by_how_hard_they_are_hit() -> None:
    gap = gap_of(change_actor(street(), "a2", hit=0.5))
    assert gap.maxi == near({"a1": 54 / 81, "a2": 27 / 81})
    assert gap.affected == near({"a1": 60 / 87, "a2": 27 / 87})


def test_everybody_affected_counts_when_that_is_the_reference() -> None:
    assert gap_of(street(), "affected_public").maxi == near({"a1": 60 / 114, "a2": 54 / 114})


def test_a_seat_counts_by_its_influence() -> None:
    web = change_actor(change_actor(street(), "a2", seats=3), "a1", influence=0.5)
    assert gap_of(web).mini == near({"a1": 0.5, "a2": 0.5})


def test_an_unknown_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="everyone"):
        readings(street(), "everyone")


# Section 3: representation gap


def test_the_gap_is_the_half_of_the_outside_that_has_no_seat() -> None:
    gap = gap_of(street())
    assert (gap.places, gap.attention, gap.views, gap.drift) == near((0.5, 0.5, 0.5, 0.0))
    assert gap.by_interest == near({DRY: 0.0, FOUNDATIONS: 0.5})
    assert gap.by_actor == near({"a1": 0.0, "a2": 0.5})
    assert gap.places_by_actor == near({"a1": 0.0, "a2": 0.5})
    assert (gap.top_interest, gap.top_actor) == (FOUNDATIONS, "a2")
    assert (gap.unheard, gap.alarm, gap.overlap) == ((FOUNDATIONS,), ("a2",), 0.0)


def test_wanting_the_opposite_of_the_table_is_a_gap_in_views_and_not_in_attention() -> None:
    web = street(stakes=(Stake("a1", DRY, 1.0), Stake("a2", DRY, 1.0, -1.0)))
    gap = gap_of(web)
    assert (gap.places, gap.attention, gap.views) == near((0.5, 0.0, 0.5))


def test_wanting_the_same_as_people_who_are_not_there_is_overlap() -> None:
    gap = gap_of(street(stakes=(Stake("a1", DRY, 1.0), Stake("a2", DRY, 0.4))))
    # 54 people hit for 1 against 54 hit for 0.4
    assert (gap.places, gap.views, gap.overlap) == near((0.4 / 1.4, 0.0, 0.4 / 1.4))
    assert gap.top_interest is None


def test_the_table_may_come_to_think_otherwise_than_its_own_people() -> None:
    drifted = Stake("a1", DRY, 1.0, table_weight=0.5), Stake("a1", FOUNDATIONS, 0.0, table_weight=0.5)
    gap = gap_of(street(stakes=(*drifted, Stake("a2", FOUNDATIONS, 1.0))))
    # the table gives half its attention to the foundations, its people none
    assert (gap.drift, gap.attention, gap.views) == near((0.5, 0.0, 0.0))
    assert gap.drift_by_interest == near({DRY: 0.25, FOUNDATIONS: 0.25})


def test_a_party_that_says_nothing_at_the_table_speaks_as_its_people() -> None:
    silent = Stake("a1", DRY, 1.0, 1.0, table_weight=0.0, table_position=-1.0)
    gap = gap_of(street(stakes=(silent, Stake("a2", FOUNDATIONS, 1.0))))
    assert (gap.drift, gap.views) == near((0.0, 0.5))


def test_a_cell_is_what_places_and_drift_add_to_the_gap() -> None:
    web = street(stakes=(Stake("a1", DRY, 1.0, table_position=0.0), Stake("a2", FOUNDATIONS, 1.0)))
    gap = gap_of(web)
    # dry, for: outside 0.5, table 0.5; foundations, for: 0.5 against 0; the table's other half is against dry
    assert gap.views == near(0.5)
    assert gap.cells == near(np.array([[0.0, 0.0], [0.0, 0.5]]))
    assert gap.drift == near(0.5)


def test_an_over_seated_party_takes_away_from_the_gap_it_shares_in() -> None:
    stakes = (Stake("a1", DRY, 1.0), Stake("a1", FOUNDATIONS, 0.25), Stake("a2", FOUNDATIONS, 1.0))
    gap = gap_of(street(stakes=stakes))
    # foundations: outside 0.5 x 0.2 + 0.5 x 1, table 0.2
    assert gap.by_actor == near({"a1": -0.1, "a2": 0.5})
    assert gap.views == near(0.4)


def test_the_estimated_share_weighs_what_rests_on_estimates_by_its_part_of_the_gap() -> None:
    stakes = (
        Stake("a1", DRY, 1.0, provenance=Provenance.SELF),
        Stake("a2", FOUNDATIONS, 0.9, provenance=Provenance.ESTIMATE),
        Stake("a2", "k3", 0.3, provenance=Provenance.DATA),
    )
    gap = gap_of(street(interests=interests(3), stakes=stakes))
    assert gap.estimated_share == near(0.75)
    assert gap.estimated_by_actor == {"a1": None, "a2": near(0.75)}


def test_an_interest_is_hardly_heard_below_a_fifth_of_what_matters_outside() -> None:
    def unheard(weight: float) -> tuple[str, ...]:
        stakes = (Stake("a1", DRY, 1 - weight), Stake("a1", FOUNDATIONS, weight), Stake("a2", FOUNDATIONS, 1.0))
        web = change_actor(street(stakes=stakes), "a1", hit=1.0)
        return gap_of(web).unheard

    # outside 0.5 + weight/2, table weight: a fifth at weight 1/9
    assert unheard(0.10) == (FOUNDATIONS,)
    assert unheard(1 / 9) == ()
    assert unheard(0.12) == ()


def test_the_alarm_is_for_the_hard_hit_with_hardly_a_seat() -> None:
    def alarm(hit: float, seats: float) -> tuple[str, ...]:
        return gap_of(change_actor(street(), "a2", hit=hit, seats=seats)).alarm

    assert alarm(0.9, 0.5) == ("a2",)
    assert alarm(0.89, 0.5) == ()
    assert alarm(0.9, 1.0) == ()


def test_without_citizens_that_are_hit_there_is_no_gap_to_read() -> None:
    found = readings(change_actor(change_actor(street(), "a1", hit=0.0), "a2", hit=0.0))
    assert found.gap is None
    assert found.undefined["gap"] == "no_citizen_stakes"


def test_with_nobody_left_outside_there_is_no_gap() -> None:
    gap = gap_of(change_actor(change_actor(street(), "a1", seats=60), "a2", seats=54))
    assert (gap.places, gap.attention, gap.views, gap.unheard) == (0.0, 0.0, 0.0, ())


# Section 4: clash


def test_parties_clash_over_one_interest_and_over_interests_that_get_in_each_others_way() -> None:
    web = street(
        stakes=(Stake("a1", DRY, 1.0), Stake("a2", DRY, 0.5, -1.0), Stake("a2", FOUNDATIONS, 0.5)),
        relations=(Relation(DRY, FOUNDATIONS, -0.8),),
    )
    found = readings(web).clash
    assert found.ids == ("a1", "a2")
    # dry: 1 x 0.5 apart; dry with foundations: 1 x 0.8 x 0.5 apart
    assert found.clash[0, 1] == near(0.9)
    assert found.accord[0, 1] == near(0.0)
    assert found.accord[0, 0] == near(1.0)


# Section 5: plans


def test_a_plan_is_read_party_by_party_and_burden_is_never_netted() -> None:
    stakes = (Stake("a1", DRY, 1.0), Stake("a2", FOUNDATIONS, 0.75), Stake("a2", DRY, 0.25))
    web = change_actor(with_plans({DRY: 0.8, FOUNDATIONS: -0.4}, stakes=stakes), "a2", hit=0.5)
    plan = readings(web).options["o1"]
    # residents: 0.25 x 0.8 - 0.75 x 0.4 = -0.1
    assert plan.acceptance == near({"a1": 0.9, "a2": 1 - 0.5 * 1.1 / 2})
    assert plan.burden == near({"a1": 0.0, "a2": 0.3})
    assert plan.benefit == near({"a1": 0.8, "a2": 0.2})
    assert plan.shifted == near(1.0)


def test_a_burden_is_shifted_as_far_as_it_lands_on_absent_citizens() -> None:
    web = with_plans({DRY: -0.5, FOUNDATIONS: -1.0})
    # 60 x 0.5 at the table against 54 x 1 away
    assert readings(web).options["o1"].shifted == near(54 / 84)


def test_a_plan_that_burdens_nobody_shifts_nothing() -> None:
    assert readings(with_plans({DRY: 1.0})).options["o1"].shifted is None


def test_while_no_plan_is_entered_the_wishes_of_those_with_a_stake_stand_in() -> None:
    service, silent = Actor("a3", "Service", OWN, seats=1), Actor("a4", "Nothing at stake", CITIZENS, 3)
    web = street(relations=(Relation(DRY, FOUNDATIONS, -0.8),))
    web = replace(web, actors=(*web.actors, service, silent), stakes=(*web.stakes, Stake("a3", DRY, 0.4, -0.5)))
    found = readings(web).options
    assert list(found) == ["wish:a1", "wish:a2", "wish:a3"]
    assert all(plan.provisional and plan.feasibility == 0.7 and not plan.barred for plan in found.values())
    # the action group's wish: dry 1, foundations -0.8
    assert found["wish:a1"].acceptance == near({"a1": 1.0, "a2": 0.1, "a3": 1 - 0.4 * 1.5 / 2, "a4": 1.0})
    # the service's wish: dry -0.5, foundations 0.4
    assert found["wish:a3"].acceptance["a2"] == near(0.7)


def test_one_entered_plan_replaces_all_wishes() -> None:
    assert list(readings(with_plans({})).options) == ["o1"]


# Sections 6 and 7: whom to invite; feasible or inclusive


def test_inviting_those_with_other_interests_gains_inclusiveness_and_costs_feasibility() -> None:
    web = with_plans({DRY: 1.0, FOUNDATIONS: -0.5}, process=Process(emphasis=0.6))
    dilemma = first_dilemma(change_actor(web, "a2", reach=0.5))
    # I: 60/114 with the action group alone; the residents add 54/114 if they come, however large that chance
    # F: 0.9 x 1 alone; together 0.9 x 0.25 at a pace of 1/(1 + 1/8 + 0.1)
    alone, together = 0.9, 0.9 * 0.25 / 1.225
    assert (dilemma.inclusiveness, dilemma.at_stake) == near((60 / 114, 1.0))
    assert (dilemma.feasibility, dilemma.f_max) == near((alone, alone))
    assert dilemma.invite["a2"].gain == near(54 / 114)
    assert dilemma.invite["a2"].loss == near(alone - together)
    assert dilemma.here == near((54 / 114, 0.0))
    assert dilemma.feasible_pole == near((54 / 114, 0.0))
    assert dilemma.inclusive_pole == near((0.0, 1 - together / alone))
    assert np.array(dilemma.front) == near(np.array([(60 / 114, alone), (1.0, together)]))
    assert dilemma.tension == near(54 / 114)
    assert dilemma.binding == "heard"
    assert dilemma.amplified == near(54 / 114 + 54 / 114 * 60 / 114 * 0.3)
    assert (dilemma.initiators, dilemma.base, dilemma.candidates) == (("a1",), ("a1",), ("a2",))


def test_a_candidate_at_the_table_moves_the_marker_and_not_the_curve() -> None:
    absent = first_dilemma(with_plans({DRY: 1.0}))
    present = first_dilemma(change_actor(with_plans({DRY: 1.0}), "a2", seats=3))
    assert np.array(present.front) == near(np.array(absent.front))
    assert present.here == near((0.0, absent.inclusive_pole[1]))
    assert present.invite == {}


def test_organisations_at_the_table_fill_the_agenda_and_carry_nothing() -> None:
    service = Actor("a3", "Service", OWN, seats=1, effort=3.0)
    web = with_plans({DRY: 1.0})
    with_service = replace(web, actors=(*web.actors, service), stakes=(*web.stakes, Stake("a3", FOUNDATIONS, 1.0)))
    dilemma = first_dilemma(with_service)
    assert dilemma.base == ("a1", "a3")
    assert dilemma.inclusiveness == near(60 / 114)
    # a second issue, no effort for who is not invited, and the service half accepts the plan
    assert dilemma.feasibility == near(0.9 * 0.5 / 1.125)


def test_without_a_mark_everybody_seated_is_an_initiator() -> None:
    web = change_actor(change_actor(with_plans({}), "a1", initiator=False), "a2", seats=1)
    assert first_dilemma(web).initiators == ("a1", "a2")


def test_a_mark_on_an_absent_party_makes_it_no_initiator() -> None:
    web = change_actor(change_actor(with_plans({}), "a1", initiator=False), "a2", initiator=True)
    assert first_dilemma(web).initiators == ("a1",)


def test_without_citizens_at_the_table_there_is_nobody_to_weigh_it_for() -> None:
    found = readings(change_actor(with_plans({}, {}), "a1", seats=0))
    assert (found.feasibility_inclusiveness, found.role) == (None, None)
    assert {name: found.undefined[name] for name in ("feasibility_inclusiveness", "role")} == {
        "feasibility_inclusiveness": "no_initiators",
        "role": "no_initiators",
    }


def test_demands_are_the_feasibility_that_barred_plans_would_have_given() -> None:
    web = with_plans({DRY: 1.0}, {DRY: 0.0})
    web = replace(web, options=(replace(web.options[0], barred=True), web.options[1]))
    dilemma = first_dilemma(web)
    assert dilemma.f_max == near(0.45)
    assert dilemma.demands == near(0.5)
    assert dilemma.amplified == near(amplify(dilemma.tension, 0.0, 0.5))
    assert readings(web).options["o1"].barred


def crowd(size: int, plans: int = 1) -> Web:
    """The street with `size` more absent parties, each with an interest of its own, and plans that serve some."""
    base = street()
    ids = range(3, size + 3)
    return replace(
        base,
        actors=(base.actors[0], *(Actor(f"a{i}", f"Group {i}", CITIZENS, 10 + i, reach=0.8) for i in ids)),
        interests=interests(size + 2),
        stakes=(base.stakes[0], *(Stake(f"a{i}", f"k{i}", 1.0) for i in ids), *(Stake(f"a{i}", DRY, 0.3) for i in ids)),
        options=tuple(
            Option(f"o{o}", f"Plan {o}", 0.5 + o / (3 * plans), {f"k{i}": 1.0 for i in ids if (i * o) % 3 == 0})
            for o in range(1, plans + 1)
        ),
    )


def test_fourteen_candidates_are_weighed_in_every_combination_with_any_number_of_plans() -> None:
    web = crowd(14, plans=150)
    dilemma = first_dilemma(web)
    assert len(dilemma.ways.members) == 2**14
    for joining in (0, 0b1, 0b10_0000_0000_0001, 0b01_1010_0110_0101, 2**14 - 1):
        seated = {id_ for j, id_ in enumerate(dilemma.candidates) if joining >> j & 1}
        actors = (replace(a, seats=1) if a.id in seated else a for a in web.actors)
        here = first_dilemma(replace(web, actors=tuple(actors)))
        assert dilemma.ways.inclusiveness[joining] == near(here.inclusiveness)
        assert dilemma.ways.feasibility[joining] == near(here.feasibility)


def test_above_fourteen_candidates_the_front_waits_and_the_rest_is_given() -> None:
    found = readings(crowd(15))
    data = readings_data(found)["feasibility_inclusiveness"]
    empty = {"tension", "amplified", "front", "feasible_pole", "inclusive_pole", "binding"}
    assert {key for key, value in data.items() if value is None} == empty
    assert found.undefined["feasibility_inclusiveness.front"] == "too_many_candidates"
    assert len(data["invite"]) == 15
    fewer = first_dilemma(crowd(14))
    assert data["feasibility"] == near(fewer.feasibility)
    assert data["here"][1] == 0.0


# Section 7: steer, facilitate or lead


def roles_web(**process: float) -> Web:
    """Plan 1 gives the initiators all and the residents nothing; plan 2 gives both most; plan 3 the residents all."""
    plans = ({DRY: 1.0, FOUNDATIONS: -1.0}, {DRY: 0.6, FOUNDATIONS: 0.6}, {DRY: -0.2, FOUNDATIONS: 1.0})
    web = with_plans(*plans, process=Process(initiative=0.5, **process))
    return change_actor(change_actor(web, "a1", people=50), "a2", people=50)


def test_each_way_out_says_who_pays() -> None:
    role = role_of(roles_web(delegated=0.4, worst_off_weight=0.5))
    # (1 + u)/2 of the initiators 1, .8, .4, of the residents 0, .8, 1; each plan fails once in ten, and then their mean
    # is left: .9733, .7933, .4333 and .06, .78, .96; general: (mean + least acceptance)/2 = .2883, .7833, .565
    assert role.ownership == near(0.7)
    assert role.plans == {"facilitate": "o1", "steer": "o2", "lead": "o2"}
    general = [(mean + least) / 2 for mean, least in ((1.55 / 3, 0.06), (2.36 / 3, 0.78), (2.09 / 3, 1.3 / 3))]
    lost, given_up = 1 - general[0] / general[1], 0.7 * 0.18 / (0.9 + 0.22 / 3)
    assert role.losses["facilitate"] == near({"initiators": 0.0, "general_interest": lost, "ownership": 0.0})
    assert role.losses["steer"] == near({"initiators": given_up, "general_interest": 0.0, "ownership": 0.35})
    assert role.losses["lead"] == near({"initiators": given_up, "general_interest": 0.0, "ownership": 0.7})
    assert role.regret == near({"facilitate": lost, "steer": 0.35, "lead": 0.7})
    assert role.tension == near(0.35)
    assert (role.binding, role.binding_way) == ("ownership", "steer")
    assert role.sides == {"facilitate": "general_interest", "steer": "initiators", "lead": "initiators"}
    assert role.unweighted["lead"] == near({"initiators": given_up / 0.7, "general_interest": 0.0})


def test_political_authority_with_a_stake_brings_a_lens_and_a_way_out() -> None:
    web = roles_web(meddling=0.5, steering=0.4)
    council = Actor("a3", "Council", POLITICS)
    web = replace(web, actors=(*web.actors, council))
    assert "politics_first" not in role_of(web).regret
    role = role_of(replace(web, stakes=(*web.stakes, Stake("a3", FOUNDATIONS, 0.1))))
    assert role.plans["politics_first"] == "o3"
    # as above, with the council as the residents: .06, .78, .96
    general = (2.36 / 3 + 0.78) / 2, (2.09 / 3 + 1.3 / 3) / 2
    assert role.losses["politics_first"] == near(
        {
            "initiators": 0.5 * 0.54 / (0.9 + 0.22 / 3),
            "political_authority": 0.0,
            "general_interest": 1 - general[1] / general[0],
            "ownership": 0.5,
        }
    )
    assert role.losses["facilitate"]["political_authority"] == near(0.5 * 0.9 / 0.96)
    assert role.strengthened_by == near({"steering": 0.2, "meddling": 0.5})
    assert role.amplified == near(amplify(role.tension, 0.2, 0.5))


def test_among_equal_plans_the_one_with_the_least_worst_loss_is_chosen_and_then_the_first() -> None:
    web = with_plans({DRY: 1.0, FOUNDATIONS: -1.0}, {DRY: 1.0, FOUNDATIONS: 0.5}, {DRY: 1.0, FOUNDATIONS: 0.5})
    assert role_of(web).plans["facilitate"] == "o2"


def test_roles_need_two_plans_that_are_not_barred() -> None:
    web = with_plans({DRY: 1.0}, {DRY: 0.5})
    barred = replace(web, options=(web.options[0], replace(web.options[1], barred=True)))
    assert readings(barred).undefined["role"] == "needs_two_plans"
    assert readings(barred).role is None


def test_wishes_count_as_plans_for_the_roles() -> None:
    assert role_of(street()).plans["facilitate"] == "wish:a1"
    assert role_of(street()).provisional


# Section 7: follow the rules or deviate


def test_a_rule_weighs_the_hardest_hit_on_both_sides() -> None:
    privacy = Rule("r1", "Privacy", 0.5, 0.25, {DRY: 0.9}, {DRY: 0.2, FOUNDATIONS: 0.8})
    habit = Rule("r2", "Habit", 0.2)
    found = readings(change_actor(street(rules=(habit, privacy)), "a2", hit=0.5)).rules
    assert found is not None
    assert (found.rules["r1"].deviate, found.rules["r1"].follow) == near((0.9, 0.4))
    assert (found.rules["r1"].protected, found.rules["r1"].hindered) == (DRY, FOUNDATIONS)
    assert found.rules["r1"].tension == near(0.3)
    assert (found.rules["r2"].deviate, found.rules["r2"].follow) == near((0.2, 0.0))
    assert (found.rules["r2"].protected, found.rules["r2"].hindered) == (None, None)
    assert (found.tension, found.strongest) == (near(0.3), "r1")


# The readings as a whole, and as a file


def test_an_empty_web_says_why_it_has_no_readings() -> None:
    data = readings_data(readings(Web()))
    assert data["undefined"] == {
        "gap": "no_citizen_stakes",
        "feasibility_inclusiveness": "no_initiators",
        "role": "no_initiators",
        "rules": "no_rules",
        "claims": "nobody_seated",
    }
    assert (data["options"], data["clash"], data["ambivalence"]) == ({}, {}, [])
    assert data["silent"] == {"parties": [], "people": None}


def test_the_smallest_and_largest_numbers_a_web_may_hold_give_readings_too() -> None:
    tiny, huge = 5e-324, 9e299
    web = with_plans({DRY: tiny}, {FOUNDATIONS: -1.0}, process=Process(agenda_capacity=tiny))
    web = change_actor(change_actor(web, "a1", people=huge, hit=1), "a2", people=tiny, seats=huge)
    web = replace(web, stakes=(Stake("a1", DRY, tiny), Stake("a1", FOUNDATIONS, tiny), Stake("a2", FOUNDATIONS, tiny)))
    data = readings_data(readings(web))
    assert json.dumps(data, allow_nan=False)
    assert data["options"]["o2"]["acceptance"] == near({"a1": 0.25, "a2": 1.0})
    assert data["feasibility_inclusiveness"]["feasibility"] == 0.0


def test_parties_without_interests_and_interests_without_parties_do_no_harm() -> None:
    lonely = replace(street(), interests=(), stakes=(), options=(Option("o1", "Plan"),), rules=(Rule("r1", "Rule"),))
    assert readings(lonely).options["o1"].acceptance == {"a1": 1.0, "a2": 1.0}
    found = readings(replace(street(), actors=(), stakes=(), rules=(Rule("r1", "Rule", hinders={DRY: 1.0}),)))
    assert found.rules is not None
    assert (found.rules.tension, found.clash.ids) == (0.0, ())


def test_the_file_holds_the_agreed_keys_in_the_agreed_order() -> None:
    web = replace(roles_web(), rules=(Rule("r1", "Rule"),))
    data = readings_data(readings(web))
    assert list(data) == [
        *("format", "version", "gap", "silent", "claims", "feasibility_inclusiveness", "role", "rules", "options"),
        *("clash", "ambivalence", "undefined"),
    ]
    assert list(data["gap"]) == [
        *("places", "views", "attention", "drift", "by_interest", "by_actor", "places_by_actor"),
        *("unheard", "alarm", "estimated_share", "headline", "without_influence", "hard_to_reach", "voiced_by"),
    ]
    assert list(data["feasibility_inclusiveness"]) == [
        *("tension", "amplified", "demands", "provisional", "inclusiveness", "feasibility"),
        *("fit", "pace", "here", "feasible_pole", "inclusive_pole", "front", "binding", "best_plan", "least_happy"),
        *("least_acceptance", "hard_outside", "invite"),
    ]
    assert list(data["feasibility_inclusiveness"]["invite"]["a2"]) == [
        *("gain", "loss", "first_heard", "fit_from", "fit_to", "pace_from", "pace_to", "views_to", "grows_on"),
    ]
    assert list(data["role"]) == [
        *("tension", "amplified", "ownership", "provisional", "regret", "losses", "unweighted", "plans"),
        *("binding", "binding_way"),
    ]
    assert list(data["role"]["unweighted"]["lead"]) == ["initiators", "general_interest"]
    assert list(data["role"]["losses"]["lead"]) == ["initiators", "general_interest", "ownership"]
    assert list(data["rules"]) == ["tension", "rules"]
    assert list(data["rules"]["rules"]["r1"]) == ["deviate", "follow", "tension"]
    assert list(data["options"]["o1"]) == ["acceptance", "shifted", "carries_most", "holes", "largest_hole"]
    assert list(data["clash"]) == ["a1|a2"]
    assert (data["format"], data["version"], data["undefined"]) == ("coprod-readings", 2, {})


def test_everything_in_the_file_stands_in_file_order_but_alarms_and_unheard() -> None:
    web = street()
    actors = (Actor("z", "Group", CITIZENS, 10), *web.actors[::-1])
    stakes = (*web.stakes, Stake("z", FOUNDATIONS, 1.0))
    web = replace(web, actors=actors, interests=web.interests[::-1], stakes=stakes)
    data = readings_data(readings(web))
    assert list(data["gap"]["by_interest"]) == ["k2", "k1"]
    assert list(data["gap"]["by_actor"]) == ["z", "a2", "a1"]
    assert data["gap"]["alarm"] == ["a2", "z"]
    assert list(data["clash"]) == ["z|a2", "z|a1", "a2|a1"]
    assert list(data["feasibility_inclusiveness"]["invite"]) == ["z", "a2"]


def test_the_file_holds_numbers_at_full_precision() -> None:
    data = json.loads(json.dumps(readings_data(readings(street()))))
    assert data["feasibility_inclusiveness"]["inclusiveness"] == near(60 / 114)


def test_readings_cannot_be_changed_by_who_reads_them() -> None:
    found: Readings = readings(roles_web())
    ways = first_dilemma(street()).ways
    for values in (found.clash.clash, found.clash.accord, gap_of(street()).cells, ways.members, ways.feasibility):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.gap = None  # type: ignore[misc]
    with pytest.raises(TypeError):
        found.options["o1"].acceptance["a1"] = 0.0  # type: ignore[index]
