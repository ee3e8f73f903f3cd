"""What would have to be solved when a group joins, and which groups only ever come together."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from coprod_core.indicators.invitation import Ways, all_front_rows
from coprod_core.indicators.joining import ToSolve, always_together, to_solve
from coprod_core.indicators.overview import readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Actor, Interest, Option, Relation, Sphere, Stake, Web
from tests.core.webs import webs
from tests.examples import examples

CLOSE = 1e-9
property_test = examples(60)


def absent(web: Web) -> list[str]:
    reading = readings(web).feasibility_inclusiveness
    return [] if reading is None else list(reading.invite)


def solved(web: Web, actor: str) -> ToSolve:
    found = to_solve(weights_of(web), actor)
    assert isinstance(found, ToSolve)
    return found


@property_test
@given(webs(initiators=True))
def test_the_plan_works_best_for_the_least_happy_of_those_at_the_table_once_they_are_there(web: Web) -> None:
    read = readings(web)
    reading = read.feasibility_inclusiveness
    assert reading is not None
    for actor in absent(web):
        seated = {a.id for a in web.actors if a.seated and a.id in reading.candidates}
        there = {*reading.base, *seated, actor}
        found = solved(web, actor)
        worth = {
            id_: plan.feasibility * min(plan.acceptance[party] for party in there)
            for id_, plan in read.options.items()
            if not plan.barred
        }
        if not worth:
            assert found.plan is found.least_happy is None
            continue
        assert found.plan is not None
        assert worth[found.plan] == pytest.approx(max(worth.values()), abs=CLOSE)
        accepted = read.options[found.plan].acceptance
        assert found.least_happy in there
        assert found.acceptance == pytest.approx(min(accepted[party] for party in there), abs=CLOSE)
        assert accepted[found.least_happy] == pytest.approx(found.acceptance, abs=CLOSE)


@property_test
@given(webs(initiators=True))
def test_no_interest_clashes_more_than_the_two_parties_do_and_none_is_named_where_nobody_clashes(web: Web) -> None:
    clash = readings(web).clash
    row = {id_: i for i, id_ in enumerate(clash.ids)}
    reading = readings(web).feasibility_inclusiveness
    assert reading is not None
    for actor in absent(web):
        found = solved(web, actor)
        there = [a.id for a in web.actors if a.id in reading.base or (a.seated and a.id in reading.candidates)]
        whole = {other: float(clash.clash[row[actor], row[other]]) for other in there}
        if found.interest is None:
            assert max(whole.values()) <= CLOSE * len(web.interests) + 1e-7
        else:
            assert found.opposite in there
            assert 0 < found.clash <= whole[found.opposite] + CLOSE
            assert found.clash >= max(whole.values()) / len(web.interests) - CLOSE


def street() -> Web:
    return Web(
        actors=(
            Actor("here", "Here", Sphere.CITIZENS, 20, 4),
            Actor("water", "Water board", Sphere.OTHER_ORGANISATION, seats=1),
            Actor("piles", "Piles", Sphere.CITIZENS, 30),
        ),
        interests=(Interest("dry", "Dry"), Interest("sound", "Sound"), Interest("green", "Green")),
        stakes=(
            Stake("here", "dry", 1.0),
            Stake("here", "green", 0.4),
            Stake("water", "green", 0.4),
            Stake("piles", "sound", 1.0),
            Stake("piles", "green", 0.1, -1.0),
        ),
        relations=(Relation("dry", "sound", -1.0),),
        options=(Option("low", "Low", 0.9, {"dry": 1.0, "sound": -1.0}), Option("high", "High", 0.5, {"sound": 0.8})),
    )


def test_interests_that_get_in_each_others_way_are_what_must_be_solved() -> None:
    found = solved(street(), "piles")
    assert (found.interest, found.opposite) == ("sound", "here")
    assert (found.plan, found.least_happy) == ("high", "here")


def test_a_group_that_wants_what_the_table_wants_clashes_with_nobody() -> None:
    web = street()
    web = replace(web, stakes=(*web.stakes[:3], Stake("piles", "dry", 1.0)), relations=())
    found = solved(web, "piles")
    assert found.interest is found.opposite is None
    assert found.clash == 0


def test_with_every_plan_barred_there_is_no_plan_to_go_on_with() -> None:
    web = street()
    web = replace(web, options=tuple(replace(option, barred=True) for option in web.options))
    assert solved(web, "piles").plan is None


def test_without_residents_at_the_table_there_is_nobody_to_solve_it_with() -> None:
    web = street()
    web = replace(web, actors=tuple(replace(a, seats=0.0) for a in web.actors))
    assert to_solve(weights_of(web), "piles") == Undefined("no_initiators")


# -- always together ------------------------------------------------------------------------------------------------


def ways_of(points: dict[int, tuple[float, float]], count: int) -> Ways:
    """All subsets of `count` candidates; those not in `points` are worth nothing."""
    every = [points.get(members, (0.0, 0.0)) for members in range(1 << count)]
    return Ways(
        inclusiveness=np.array([one for one, _ in every]),
        feasibility=np.array([other for _, other in every]),
        members=np.arange(1 << count),
    )


def test_groups_that_come_and_stay_away_as_one_on_the_whole_front_belong_together() -> None:
    ways = ways_of({0b000: (0.1, 0.9), 0b011: (0.5, 0.5), 0b111: (0.9, 0.1)}, 3)
    assert always_together(ways, ("a", "b", "c")) == (("a", "b"),)


def test_a_way_out_that_is_as_fitting_as_another_counts_as_much() -> None:
    ways = ways_of({0b000: (0.1, 0.9), 0b011: (0.5, 0.5), 0b101: (0.5, 0.5), 0b111: (0.9, 0.1)}, 3)
    assert always_together(ways, ("a", "b", "c")) == ()


def test_groups_that_are_always_there_or_never_are_not_said_to_come_together() -> None:
    ways = ways_of({0b011: (0.5, 0.5)}, 3)
    assert always_together(ways, ("a", "b", "c")) == ()


@property_test
@given(webs(initiators=True))
def test_together_means_in_every_way_out_that_no_other_beats(web: Web) -> None:
    reading = readings(web).feasibility_inclusiveness
    assert reading is not None
    assert reading.ways is not None
    ways, place = reading.ways, {id_: j for j, id_ in enumerate(reading.candidates)}
    members = ways.members[all_front_rows(ways.inclusiveness, ways.feasibility)]
    for group in always_together(ways, reading.candidates):
        columns = [tuple(members >> place[id_] & 1) for id_ in group]
        assert len(group) > 1
        assert len(set(columns)) == 1
        assert set(columns[0]) == {0, 1}
