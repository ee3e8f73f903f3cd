"""Tables beside one another: what stands under a table is what the readings say once those groups sit there."""

from dataclasses import replace

import pytest

from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.tables import MOST_BESIDE, Table, tables
from coprod_core.web.model import Actor, Interest, Option, Stake, Web
from tests.core.test_cases import NAMES, web

every_case = pytest.mark.parametrize("name", NAMES)


def seated(before: Readings, table: Table) -> Readings:
    """The readings of the web in which those groups sit there, with the marks that the canvas would give."""
    at_table = [actor for actor in before.weights.web.actors if actor.citizens and actor.seated]
    mark = not any(actor.initiator for actor in at_table)
    actors = tuple(
        replace(
            actor,
            seats=table.chairs.get(actor.id, actor.seats),
            initiator=actor.initiator or (mark and actor in at_table),
        )
        for actor in before.weights.web.actors
    )
    return readings(replace(before.weights.web, actors=actors))


@every_case
def test_what_stands_under_a_table_is_what_the_readings_say_once_they_sit_there(name: str) -> None:
    before = readings(web(name))
    for table in tables(before):
        then = seated(before, table)
        dilemma = then.feasibility_inclusiveness
        assert table.fit == pytest.approx(dilemma.fit, abs=1e-9)
        assert table.pace == pytest.approx(dilemma.pace, abs=1e-9)
        assert table.unfelt == pytest.approx(1 - dilemma.inclusiveness, abs=1e-9)
        assert table.best == dilemma.best
        heard = then.gap.table
        assert sorted((*table.missing, *table.hardly)) == sorted(then.gap.unheard)
        assert all(heard[interest] <= 1e-9 for interest in table.missing)
        assert all(heard[interest] > 1e-9 for interest in table.hardly)


@every_case
def test_the_table_now_stands_first_beside_at_most_three_others_and_everyone_last(name: str) -> None:
    before = readings(web(name))
    now, *beside = tables(before)
    absent = set(before.feasibility_inclusiveness.invite)
    assert now.joins == ()
    assert len(beside) <= MOST_BESIDE
    assert set(beside[-1].joins) == absent
    assert len({table.joins for table in beside}) == len(beside)


@every_case
def test_a_hard_hit_group_stands_alone_only_where_it_lets_something_be_heard(name: str) -> None:
    before = readings(web(name))
    invite = before.feasibility_inclusiveness.invite
    for table in tables(before)[1:-1]:
        assert any(invite[id_].first_heard for id_ in table.joins)


@every_case
def test_what_is_felt_of_each_interest_adds_up_to_what_is_felt_in_all(name: str) -> None:
    for table in tables(readings(web(name))):
        assert sum(table.at_stake.values()) == pytest.approx(1)
        felt = sum(table.at_stake[id_] * part for id_, part in table.felt.items())
        assert felt == pytest.approx(1 - table.unfelt)


def test_groups_hit_no_harder_than_in_their_plans_come_together() -> None:
    now, *beside = tables(readings(web("sewer")))
    assert now.missing == ("foundations", "low_costs")
    assert [table.joins for table in beside] == [
        ("neighbours", "shopkeepers"),
        ("foundation_residents",),
        ("foundation_residents", "neighbours", "shopkeepers"),
    ]


def test_nobody_absent_leaves_the_table_alone_and_nobody_there_leaves_none() -> None:
    one = Web(
        actors=(Actor("street", "Straat", "citizens", people=10, seats=2),),
        interests=(Interest("dry", "Droog"),),
        stakes=(Stake("street", "dry", 1.0),),
        options=(Option("pump", "Pomp", 0.7, {"dry": 1.0}),),
    )
    assert [table.joins for table in tables(readings(one))] == [()]
    nobody = replace(one, actors=(replace(one.actors[0], seats=0),))
    assert tables(readings(nobody)) == ()
