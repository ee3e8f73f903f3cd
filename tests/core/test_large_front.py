"""The front of the first dilemma for any number of candidates: the exact one, or what is known of it."""

import random
from collections.abc import Sequence
from time import monotonic

import numpy as np
import pytest
from hypothesis import given

from coprod_core.indicators.front_bounds import InclusivenessBounds
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.large_front import LargeFront, front_of_many
from coprod_core.indicators.overview import readings
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Actor, Interest, Option, Process, Sphere, Stake, Web
from tests.core.readings_oracle import SlowInvitations, SlowPlans, SlowWeb
from tests.core.webs import webs
from tests.examples import examples

CLOSE = 1e-7
PLENTY = 60.0
property_test = examples(40)


def crowd(seed: int, candidates: int, interests: int, plans: int, density: float = 0.3) -> Web:
    """Initiators at the table, so many groups outside, and no wishes unless there are no plans."""
    chance = random.Random(seed)
    efforts = chance.choice(((0.0, 0.1, 0.4), (0.1,), (0.0,)))
    return Web(
        actors=tuple(
            Actor(
                f"a{i}",
                f"Group {i}",
                Sphere.CITIZENS,
                chance.randint(5, 500),
                seats=0 if i else 2,
                reach=chance.choice((1.0, 1.0, 0.5)),
                effort=chance.choice(efforts),
                initiator=not i,
            )
            for i in range(candidates + 1)
        ),
        interests=tuple(Interest(f"k{k}", f"Interest {k}") for k in range(interests)),
        stakes=tuple(
            Stake(f"a{i}", f"k{k}", chance.choice((0.1, 0.4, 1.0)), chance.choice((-1.0, -0.5, 0.5, 1.0)))
            for i in range(candidates + 1)
            for k in range(interests)
            if k == i % interests or chance.random() < density
        ),
        options=tuple(
            Option(
                f"o{o}",
                f"Plan {o}",
                chance.random(),
                {f"k{k}": chance.choice((-1.0, -0.5, 0.0, 0.5, 1.0)) for k in range(interests)},
                barred=chance.random() < 0.1,
            )
            for o in range(plans)
        ),
        process=Process(agenda_capacity=chance.choice((0.5, 2.0, 8.0))),
    )


def some_crowd(seed: int) -> Web:
    chance = random.Random(seed)
    most = 14 if seed % 10 == 0 else 10
    return crowd(seed, chance.randint(0, most), chance.randint(1, 8), chance.randint(0, 4))


def front_of(web: Web, seconds: float = PLENTY) -> LargeFront:
    found = front_of_many(weights_of(web), seconds)
    assert not isinstance(found, Undefined)
    return found


def assert_is_the_front(web: Web) -> None:
    found, brute = front_of(web), readings(web).feasibility_inclusiveness
    assert brute is not None
    assert found.exact
    assert np.array(found.points) == pytest.approx(np.array(brute.front), abs=CLOSE, rel=0)
    assert set(found.bounds) == {0.0}
    assert (found.tension_low, found.tension_high) == pytest.approx((brute.tension,) * 2, abs=CLOSE)


def assert_nothing_is_above(found: LargeFront, ways: Sequence[tuple[float, float]]) -> None:
    inclusive, feasible = np.array(found.points).T
    for i, f in ways:
        as_feasible = feasible <= f + 1e-9
        assert (inclusive + np.array(found.bounds) >= i - CLOSE)[as_feasible].all()


@pytest.mark.parametrize("start", range(0, 400, 50))
def test_the_search_finds_the_front_that_trying_every_table_finds(start: int) -> None:
    for seed in range(start, start + 50):
        assert_is_the_front(some_crowd(seed))


@property_test
@given(webs(most_actors=8, initiators=True))
def test_the_search_finds_the_front_of_webs_with_everything_in_them(web: Web) -> None:
    assert_is_the_front(web)


@pytest.mark.parametrize("seconds", [0.0, 0.02])
def test_out_of_time_nothing_lies_above_the_bounds(seconds: float) -> None:
    for seed in range(40):
        web = some_crowd(seed)
        found, brute = front_of(web, seconds), readings(web).feasibility_inclusiveness
        assert brute is not None
        assert_nothing_is_above(found, brute.front)
        assert found.tension_low - CLOSE <= brute.tension <= found.tension_high + CLOSE


def test_given_time_the_bounds_come_down_to_what_trying_every_table_finds() -> None:
    for seed in range(8):
        weights = weights_of(crowd(seed, seed, 4, 2 + seed % 3))
        invitations = Invitations(weights, plans_of(weights))
        ways = invitations.ways()
        levels = np.unique(np.quantile(ways.feasibility[ways.feasibility > CLOSE], (1.0, 0.8, 0.5, 0.1)))[::-1]
        best = np.array([ways.inclusiveness[ways.feasibility >= level - 1e-9].max() for level in levels])
        bounds = InclusivenessBounds(invitations, levels, np.zeros(len(levels)))
        assert (bounds.most >= best - CLOSE).all()
        for _ in bounds.sharpen(monotonic() + PLENTY, PLENTY):
            assert (bounds.most >= best - CLOSE).all()
        assert bounds.most == pytest.approx(best, abs=1e-3)


def test_each_point_is_what_the_groups_that_join_amount_to() -> None:
    for seed in range(0, 60, 5):
        web = some_crowd(seed)
        slow = SlowWeb(web, "maxi_public")
        tables = SlowInvitations(slow, SlowPlans(slow))
        found = front_of(web)
        for point, joining in zip(found.points, found.joining, strict=True):
            table = [*tables.base, *joining]
            assert point == pytest.approx((tables.I(table), tables.F(table)), abs=CLOSE)


@pytest.mark.parametrize(("interests", "plans", "density"), [(20, 4, 0.2), (12, 0, 0.2)])
def test_a_hundred_groups_get_an_answer_that_no_table_contradicts(interests: int, plans: int, density: float) -> None:
    web = crowd(7, 100, interests, plans, density)
    found = front_of(web, 1.0)
    weights = weights_of(web)
    invitations = Invitations(weights, plans_of(weights))
    chance = np.random.default_rng(7)
    tables = []
    for size in chance.integers(0, 40, 300):
        joining = chance.choice(invitations.candidates, size, replace=False)
        company = invitations.company(np.append(invitations.base, joining))
        tables.append((float(invitations.inclusiveness(company)), float(invitations.feasibility(company))))
    assert_nothing_is_above(found, tables)
    assert 0 <= found.tension_low <= found.tension_high <= 1
    read = readings(web)
    dilemma, gap = read.feasibility_inclusiveness, read.gap
    assert dilemma is not None
    assert gap is not None
    assert found.points[-1][0] == pytest.approx(dilemma.at_stake - gap.without_influence)
    assert found.points[0][1] == pytest.approx(dilemma.f_max)
    inclusive, feasible = np.array(found.points).T
    assert (np.diff(inclusive) > 0).all()
    assert (np.diff(feasible) < 0).all()


def test_without_anyone_at_the_table_there_is_no_front() -> None:
    assert front_of_many(weights_of(Web())) == Undefined("no_initiators")


def test_with_every_plan_barred_only_the_most_inclusive_table_is_left() -> None:
    web = crowd(3, 20, 4, 0)
    barred = Web(
        actors=web.actors,
        interests=web.interests,
        stakes=web.stakes,
        options=(Option("o", "Plan", barred=True),),
    )
    for seconds in (0.0, PLENTY):
        found = front_of(barred, seconds)
        assert [feasible for _, feasible in found.points] == [0.0]
        assert found.bounds == (0.0,)
        assert found.tension_high == 0
