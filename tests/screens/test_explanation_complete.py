"""Nothing that the core hands out lacks an explanation, and the page about it says the same as the screens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from hypothesis import HealthCheck, given, settings

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.conflict import Clash
from coprod_core.indicators.explanation import READINGS
from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import readings
from coprod_core.indicators.positions import Positions
from coprod_core.indicators.role import Role
from coprod_core.indicators.rules import RuleReading, Rules
from coprod_core.web.model import Web
from coprod_ui.sentences import explain_docs
from tests.core.webs import webs
from tests.examples import examples

PAGE = explain_docs.PAGE.read_text("utf-8")

NO_READINGS = {
    "feasibility_inclusiveness": {
        "emphasis",  # filled in
        "provisional",
        "initiators",
        "base",
        "candidates",
        "front",  # described: sure.front
        "ways",
        "invite",  # invite_gain, invite_loss and the like
        "best",  # least_acceptance, hard_outside
        "binding_table",
    },
    "role": {"provisional", "plans", "binding_way", "own_reading"},
    "rules": {"rules", "strongest", "protected", "hindered"},
    "clash": {"ids"},
}
"""What stands beside the readings: ids, what was filled in, and what holds other readings."""


def test_every_field_of_the_readings_has_an_explanation() -> None:
    held = {
        "gap": (Gap,),
        "feasibility_inclusiveness": (FeasibilityInclusiveness,),
        "role": (Role,),
        "rules": (Rules, RuleReading),
        "clash": (Clash,),
        "positions": (Positions,),
    }
    for part, kinds in held.items():
        names = {field.name for kind in kinds for field in fields(kind)} - NO_READINGS.get(part, set())
        assert sorted(f"{part}.{name}" for name in names if f"{part}.{name}" not in READINGS) == []


def numbers(data: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where the numbers stand."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from numbers(value, (*place, key))
    elif isinstance(data, list):
        for value in data:
            yield from numbers(value, place)
    elif isinstance(data, float):
        yield place


def code_of(place: tuple[str, ...]) -> str:
    """The reading that a number in the readings file is."""
    match place:
        case ("clash", _):
            return "clash.clash"
        case ("options", _, name, *_) | ("rules", "rules", _, ("deviate" | "follow") as name):
            return f"{place[0]}.{name}"
        case ("rules", "rules", _, "tension"):
            return "rules.rule_tension"
        case ("feasibility_inclusiveness", "invite", _, ("fit_from" | "pace_from") as name):
            return f"feasibility_inclusiveness.{name.removesuffix('_from')}"
        case ("feasibility_inclusiveness", "invite", _, ("fit_to" | "pace_to" | "views_to") as name):
            return f"feasibility_inclusiveness.invite_{name.removesuffix('_to')}"
        case ("feasibility_inclusiveness", "invite", _, name):
            return f"feasibility_inclusiveness.invite_{name}"
        case ("feasibility_inclusiveness", "front"):
            return "sure.front"
        case (part, name, *_):
            return f"{part}.{name}"
    return place[0]


@settings(examples(40), suppress_health_check=list(HealthCheck))
@given(webs(initiators=True))
def test_every_number_in_the_readings_file_has_an_explanation(web: Web) -> None:
    found = {code_of(place) for place in numbers(readings_data(readings(web)))}
    assert found
    assert found <= set(READINGS)


def test_the_page_says_what_the_explanations_say_now() -> None:
    assert explain_docs.written(PAGE) == PAGE, "run: python -m coprod_ui.sentences.explain_docs"


def test_the_page_has_every_reading_and_every_step() -> None:
    for code in READINGS:
        assert f"(`{code}`)" in PAGE
    steps = PAGE[PAGE.index("<!-- explained: steps -->") :]
    for code, reading in READINGS.items():
        assert not reading.kinds or f"`{code}`" in steps


def test_every_source_stands_in_the_list_of_sources() -> None:
    listed = PAGE[PAGE.index("## 13. Sources") : PAGE.index("## 14.")]
    for reading in READINGS.values():
        for source in reading.sources:
            for part in re.findall(r"[A-Z][\w-]{3,}|\d{4}", source):
                assert part in listed, source
