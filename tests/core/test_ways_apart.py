"""The ways out of the first dilemma apart: they lose what the dilemma says, and plan and pace stand by themselves."""

import pytest
from hypothesis import HealthCheck, given, settings

from coprod_core.indicators import ways
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Actor, Interest, Option, Sphere, Stake, Web
from tests.core.webs import webs


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(webs(initiators=True))
def test_every_table_loses_what_the_dilemma_says_of_it(web: Web) -> None:
    found = readings(web)
    dilemma, tables = found.feasibility_inclusiveness, ways.ways_out(found)
    assert dilemma is not None
    said = {ways.NOW: dilemma.here, ways.FEASIBLE: dilemma.feasible_pole, ways.INCLUSIVE: dilemma.inclusive_pole}
    for name, lost in said.items():
        assert lost is not None
        table = tables[name]
        works = table.fit * table.pace
        assert (table.unfelt, works) == pytest.approx(
            (lost[0] * dilemma.at_stake, dilemma.f_max * (1 - lost[1])), abs=1e-9
        )
    assert tables[ways.FIRST].fit * tables[ways.FIRST].pace == pytest.approx(dilemma.f_max)
    assert tables[ways.FIRST].away == dilemma.candidates


def test_where_only_the_agenda_gets_fuller_the_plan_fits_as_well_as_before() -> None:
    street = Actor("street", "Straat", Sphere.CITIZENS, 10, 2, initiator=True)
    next_door = Actor("next", "Buren", Sphere.CITIZENS, 10, effort=0.4)
    web = Web(
        actors=(street, next_door),
        interests=(Interest("dry", "Droog"), Interest("green", "Groen")),
        stakes=(Stake("street", "dry", 1.0), Stake("next", "green", 1.0)),
        options=(Option("both", "Beide", 0.8, {"dry": 1.0, "green": 1.0}),),
    )
    tables = ways.ways_out(readings(web))
    first, everyone = tables[ways.FIRST], tables[ways.INCLUSIVE]
    assert everyone.away == ()
    assert (everyone.fit, everyone.pace < first.pace) == (first.fit, True)


def test_without_anybody_who_began_there_are_no_ways() -> None:
    assert ways.ways_out(readings(Web())) == {}
