"""Who is at the table beside who lives here: what the reading says, what a room may see of it, and the quotas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.indicators.quotas import quotas
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.representation import Representation, for_the_room, representation
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Web

counts = st.lists(st.integers(0, 4000), min_size=1, max_size=8)


def of(lives_here: list[int], table: list[int | None], feature: str = "Leeftijd") -> Representation:
    """The reading of one feature, its values numbered."""
    return representation(Web(population=headcounts(lives_here, table, feature)))[0]


def headcounts(lives_here: list[int], table: list[int | None], feature: str = "Leeftijd") -> tuple[Headcount, ...]:
    both = zip(lives_here, table, strict=True)
    return tuple(Headcount(feature, f"v{i}", count, at) for i, (count, at) in enumerate(both))


@given(counts.filter(any), st.integers(1, 9))
def test_a_table_that_mirrors_the_neighbourhood_falls_short_of_nothing(lives_here: list[int], times: int) -> None:
    found = of([times * count for count in lives_here], [*lives_here])
    assert found.short == pytest.approx(0, abs=1e-9)


@given(counts.filter(any), st.data())
def test_it_is_half_the_sum_of_the_differences(lives_here: list[int], data: st.DataObject) -> None:
    table = data.draw(st.lists(st.integers(0, 30), min_size=len(lives_here), max_size=len(lives_here)).filter(any))
    found = of(lives_here, [*table])
    shares = zip(lives_here, table, strict=True)
    half = sum(abs(count / sum(lives_here) - at / sum(table)) for count, at in shares) / 2
    assert found.short == pytest.approx(half, abs=1e-9)
    assert 0 <= found.short <= 1


def test_it_says_which_part_of_the_table_would_have_to_be_others() -> None:
    found = of([50, 50], [9, 1])
    assert found.short == pytest.approx(0.4)
    assert [(part.outside, part.at_table) for part in found.parts] == [(0.5, 0.9), (0.5, 0.1)]


@given(counts.filter(any))
def test_a_table_at_which_nobody_is_falls_short_of_everybody(lives_here: list[int]) -> None:
    assert of(lives_here, [0] * len(lives_here)).short == pytest.approx(1)


def test_what_is_not_counted_beside_what_is_counts_as_nobody() -> None:
    assert of([50, 50], [5, None]) == of([50, 50], [5, 0])


@pytest.mark.parametrize(
    ("lives_here", "table", "reason"),
    [([5, 5], [None, None], Undefined("table_not_counted")), ([0, 0], [3, 4], Undefined("nobody_lives_here"))],
)
def test_where_it_cannot_be_worked_out_it_says_why(
    lives_here: list[int], table: list[int | None], reason: Undefined
) -> None:
    assert of(lives_here, table).short == reason


def test_every_feature_stands_by_itself_in_the_order_of_the_file() -> None:
    mixed = (Headcount("B", "x", 1), Headcount("A", "x", 1), Headcount("B", "y", 3))
    found = representation(Web(population=mixed))
    assert [(one.feature, [part.value for part in one.parts]) for one in found] == [("B", ["x", "y"]), ("A", ["x"])]
    assert [part.outside for part in found[0].parts] == [0.25, 0.75]


# -- what the room may see ------------------------------------------------------------------------------------------

tables = st.lists(st.integers(0, 12), min_size=1, max_size=6)


@given(tables)
def test_no_count_of_one_to_four_people_is_shown_and_none_follows_from_the_rest(table: list[int]) -> None:
    shown = for_the_room(of([10] * len(table), [*table]))
    assert not [part for part in shown.parts if part.table is not None and 0 < part.table < 5]
    hidden = [at for at, part in zip(table, shown.parts, strict=True) if part.hidden]
    everything = len(hidden) == len(table)
    assert not hidden or everything or (sum(at > 0 for at in hidden) > 1 and sum(hidden) >= 5)
    if hidden:
        assert shown.short is None
        assert all(part.table is None and part.at_table is None for part in shown.parts if part.hidden)


@given(tables)
def test_what_points_at_nobody_is_shown_as_it_is(table: list[int]) -> None:
    found = of([10] * len(table), [*table])
    if not any(0 < at < 5 for at in table):
        assert for_the_room(found) == found


def test_that_nobody_of_a_kind_is_there_is_told() -> None:
    shown = for_the_room(of([10, 10, 10], [0, 3, 4]))
    assert [part.hidden for part in shown.parts] == [False, True, True]
    assert shown.parts[0].table == 0


# -- quotas ---------------------------------------------------------------------------------------------------------


@given(counts.filter(any), st.integers(1, 200), st.integers(0, 5))
def test_quotas_of_a_feature_can_always_be_met_and_hold_the_share(lives_here: list[int], seats: int, room: int) -> None:
    found = quotas(Web(population=headcounts(lives_here, [None] * len(lives_here))), seats, room)
    assert sum(quota.least for quota in found) <= seats <= sum(quota.most for quota in found)
    for quota, count in zip(found, lives_here, strict=True):
        assert 0 <= quota.least <= quota.most <= seats
        assert quota.least - 1e-6 <= count / sum(lives_here) * seats <= quota.most + 1e-6
        assert quota.most - quota.least <= 2 * room + 1


def test_a_whole_share_without_room_is_that_many_seats() -> None:
    found = quotas(Web(population=headcounts([30, 70], [None, None])), 10, 0)
    assert [(quota.least, quota.most) for quota in found] == [(3, 3), (7, 7)]


def test_a_feature_that_counts_nobody_gets_no_quotas() -> None:
    assert quotas(Web(population=headcounts([0, 0], [1, 1])), 10, 1) == ()
