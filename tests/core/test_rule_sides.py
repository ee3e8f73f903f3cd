"""What lies on either side of a rule, how heavily, and for whom."""

import pytest

from coprod_core.indicators.overview import readings
from coprod_core.indicators.rule_sides import Weighed, sides_of
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Actor, Interest, Rule, Stake, Web
from tests.core.test_cases import NAMES, web

RULE = Rule("level", "Peil", 0.6, 0.1, {"sound": 0.5}, {"dry": 1.0, "green": 1.0})
WEB = Web(
    actors=(
        Actor("street", "Straat", "citizens", people=10, seats=2),
        Actor("piles", "Palen", "citizens", people=10),
        Actor("city", "Gemeente", "own_organisation"),
    ),
    interests=(Interest("dry", "Droog"), Interest("sound", "Stevig"), Interest("green", "Groen")),
    stakes=(Stake("street", "dry", 0.4), Stake("piles", "sound", 1.0), Stake("city", "sound", 1.0)),
    rules=(RULE,),
)


def test_each_interest_weighs_as_heavily_as_for_the_first_party_it_hits_hardest() -> None:
    sides = sides_of(weights_of(WEB), RULE)
    assert sides.protected == (Weighed("sound", 0.5, "piles"),)
    assert sides.hindered == (Weighed("dry", 0.4, "street"),)


@pytest.mark.parametrize("name", NAMES)
def test_the_heaviest_on_each_side_is_what_the_reading_of_the_rule_names(name: str) -> None:
    read = readings(web(name))
    for rule in web(name).rules:
        sides, reading = sides_of(read.weights, rule), read.rules.rules[rule.id]
        assert (sides.hindered[0].interest if sides.hindered else None) == reading.hindered
        assert (sides.protected[0].interest if sides.protected else None) == reading.protected
        assert (sides.hindered[0].weight if sides.hindered else 0) == pytest.approx(reading.follow)
