"""Who can live with which plan: the marks of the sewer case by hand, and what holds for every web."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.checked.errors import InvalidValue
from coprod_core.files import web_file
from coprod_core.indicators import marks
from coprod_core.indicators.marks import Mark, PlanMarks
from coprod_core.indicators.overview import readings
from coprod_core.web.conventions import Conventions
from coprod_core.web.model import Actor, Interest, Option, Stake, Web
from tests.core.webs import SIGNED, webs
from tests.examples import examples

SEWER = Path(__file__).parents[2] / "data" / "cases" / "sewer.nl.json"
SIGNS = {Mark.YES: "y", Mark.WITH_LOSSES: "l", Mark.HESITATES: "h", Mark.HARD: "x", Mark.UNKNOWN: "?"}
CAN = (Mark.YES, Mark.WITH_LOSSES)

quick = examples(60)


def marks_of(web: Web) -> Mapping[str, PlanMarks]:
    return marks.of(readings(web))


def one_plan(*stakes: Stake, **effects: float) -> PlanMarks:
    """How the group `g` meets one plan."""
    interests = dict.fromkeys([*(stake.interest for stake in stakes), *effects])
    web = Web(
        actors=(Actor("g", "Group", "citizens", 10),),
        interests=tuple(Interest(id_, id_) for id_ in interests),
        stakes=stakes,
        options=(Option("p", "Plan", 0.7, effects),),
    )
    return marks_of(web)["p"]


# -- by hand --------------------------------------------------------------------------------------------------------


def test_the_sewer_case_reads_as_worked_out_by_hand() -> None:
    web = web_file.read(SEWER.read_bytes())
    found = marks_of(web)
    rows = {
        actor.id: " ".join(
            SIGNS[plan.parties[actor.id].mark] + "*" * plan.parties[actor.id].partly_unknown for plan in found.values()
        )
        for actor in web.actors
    }
    assert list(found) == ["do_nothing", "pipes", "pipes_and_pump", "own_plan", "with_repair"]
    assert list(rows.values()) == [
        "h x* y y h",  # action group
        "x y x h y",  # residents with rotting foundations
        "y l y l l",  # other neighbours
        "y h y l l",  # shopkeepers
        "h y* h y l",  # municipality
        "h ?* l y y",  # water board: nobody said what new pipes do for the rain
        "y h y y l",  # council
        "h l l y y",  # project lead
    ]


def test_who_loses_what_in_the_sewer_case_is_named_hardest_hit_first() -> None:
    found = marks_of(web_file.read(SEWER.read_bytes()))
    assert found["pipes_and_pump"].losing == ("foundation_residents",)
    assert found["pipes_and_pump"].parties["foundation_residents"].loses == ("foundations",)
    assert found["pipes"].losing == ("action_group", "shopkeepers", "neighbours")
    assert found["pipes"].parties["shopkeepers"].loses == ("dry_basements", "street_open")
    assert {plan: each.carry_most for plan, each in found.items()} == {
        "do_nothing": ("foundation_residents",),
        "pipes": ("action_group",),
        "pipes_and_pump": ("foundation_residents",),
        "own_plan": ("action_group",),
        "with_repair": ("neighbours",),
    }


@pytest.mark.parametrize(
    ("effect", "mark"),
    [(1.0, "yes"), (0.5, "yes"), (0.49, "hesitates"), (0.2, "hesitates"), (0.19, "hard"), (0.0, "hard")],
)
def test_a_limit_counts_as_on_it(effect: float, mark: str) -> None:
    # hit 1, so acceptance = (1 + effect) / 2: 0.75 at 0.5, 0.6 at 0.2
    assert one_plan(Stake("g", "home", 1.0), home=effect).parties["g"].mark == mark


def test_what_a_plan_goes_against_makes_a_yes_a_yes_with_losses() -> None:
    found = one_plan(Stake("g", "home", 1.0), Stake("g", "street", 0.25), home=1.0, street=-1.0).parties["g"]
    assert (found.mark, found.wins, found.loses) == (Mark.WITH_LOSSES, ("home",), ("street",))


def test_what_is_too_small_to_tell_is_not_named_as_lost() -> None:
    found = one_plan(Stake("g", "home", 1.0), Stake("g", "street", 0.25), home=1.0, street=-0.4).parties["g"]
    assert (found.mark, found.loses) == (Mark.YES, ())


def test_at_most_two_interests_are_named_the_largest_first() -> None:
    stakes = [Stake("g", "a", 0.4), Stake("g", "b", 1.0), Stake("g", "c", 0.6)]
    assert one_plan(*stakes, a=-1.0, b=-1.0, c=-1.0).parties["g"].loses == ("b", "c")


def test_a_plan_that_is_hard_and_goes_against_nothing_brings_little_of_what_matters_most() -> None:
    found = one_plan(Stake("g", "home", 1.0), Stake("g", "street", 0.4), home=0.0, street=0.0)
    assert found.parties["g"].little_of == "home"
    assert found.losing == ("g",)
    assert found.carry_most == ()


def test_what_nobody_said_of_a_plan_may_make_a_mark_unknown_and_always_leaves_a_sign() -> None:
    small = one_plan(Stake("g", "home", 1.0), Stake("g", "street", 0.1), home=1.0).parties["g"]
    large = one_plan(Stake("g", "home", 1.0), Stake("g", "street", 1.0), home=1.0).parties["g"]
    assert (small.mark, small.partly_unknown) == (Mark.YES, True)
    assert (large.mark, large.partly_unknown) == (Mark.UNKNOWN, True)


def test_of_a_group_of_which_nothing_is_known_the_mark_is_not_known() -> None:
    assert one_plan(home=1.0).parties["g"].mark is Mark.UNKNOWN


def test_wishes_get_no_marks() -> None:
    assert marks_of(replace(web_file.read(SEWER.read_bytes()), options=())) == {}


def test_where_two_bear_as_much_both_are_named() -> None:
    groups = (Actor("a", "A", "citizens", 10), Actor("b", "B", "citizens", 10))
    web = Web(
        actors=groups,
        interests=(Interest("home", "Home"),),
        stakes=(Stake("a", "home", 1.0), Stake("b", "home", 1.0)),
        options=(Option("p", "Plan", 0.7, {"home": -1.0}),),
    )
    assert marks_of(web)["p"].carry_most == ("a", "b")


@pytest.mark.parametrize(("hard", "can"), [(0.75, 0.75), (0.8, 0.7)])
def test_from_when_a_party_can_live_with_a_plan_lies_above_where_it_is_hard(hard: float, can: float) -> None:
    with pytest.raises(InvalidValue) as refused:
        Conventions(hard_to_live_with=hard, can_live_with=can)
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [("can_live_with", "not_above_hard")]


# -- for every web --------------------------------------------------------------------------------------------------


def in_class(mark: Mark) -> str:
    return "can" if mark in CAN else str(mark)


@quick
@given(webs(), st.data())
def test_saying_what_a_plan_does_changes_no_mark_that_was_known(web: Web, data: st.DataObject) -> None:
    if not web.options or not web.interests:
        return
    option, interest = data.draw(st.sampled_from(web.options)), data.draw(st.sampled_from(web.interests)).id
    option = replace(option, effects={id_: level for id_, level in option.effects.items() if id_ != interest})
    web = replace(web, options=tuple(option if each.id == option.id else each for each in web.options))
    said = replace(option, effects={**option.effects, interest: data.draw(st.sampled_from(SIGNED))})
    after = replace(web, options=tuple(said if each.id == option.id else each for each in web.options))
    before, now = marks_of(web)[option.id].parties, marks_of(after)[option.id].parties
    for party, was in before.items():
        if was.mark is not Mark.UNKNOWN:
            assert in_class(now[party].mark) == in_class(was.mark)


@quick
@given(webs())
def test_a_higher_acceptance_never_makes_a_plan_harder_to_live_with(web: Web) -> None:
    found, worth = readings(web), {Mark.HARD: 0, Mark.HESITATES: 1, Mark.YES: 2, Mark.WITH_LOSSES: 2}
    for plan, each in marks.of(found).items():
        acceptance = found.options[plan].acceptance
        known = [(acceptance[id_], worth[m.mark]) for id_, m in each.parties.items() if m.mark is not Mark.UNKNOWN]
        assert all(low <= high for (a, low) in known for (b, high) in known if a < b - 1e-8)


@quick
@given(webs())
def test_a_party_weighs_its_own_interests_by_their_proportion_alone(web: Web) -> None:
    web = replace(web, actors=tuple(replace(actor, hit=0.7) for actor in web.actors))
    halved = replace(web, stakes=tuple(replace(stake, weight=stake.weight / 2) for stake in web.stakes))
    assert [each.parties for each in marks_of(halved).values()] == [each.parties for each in marks_of(web).values()]


@quick
@given(webs())
def test_losing_groups_are_residents_that_lose_something_or_find_it_hard(web: Web) -> None:
    for each in marks_of(web).values():
        residents = {actor.id for actor in web.actors if actor.citizens}
        lose = {id_ for id_, m in each.parties.items() if m.loses or m.mark is Mark.HARD}
        assert set(each.losing) <= residents
        assert {id_ for id_ in lose & residents if each.parties[id_].mark is not Mark.UNKNOWN} <= set(each.losing)
        assert set(each.carry_most) <= residents
