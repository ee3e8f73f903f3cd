"""Explain any number: the ingredients of a reading, step by step, with a web's own numbers.

`READINGS` holds what there is to know about every reading of docs/indicators.md; `explanation` takes one apart.
Amounts come from the arrays and the readings themselves, so that the sums show what was really computed.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coprod_core.indicators.explanation.reading import Explanation, Reading
from coprod_core.indicators.explanation.steps import Column, Kind, Operation, Row, Step, Subject, Together, Unit

if TYPE_CHECKING:
    from coprod_core.indicators.overview import Readings

    READINGS: Mapping[str, Reading]
    KINDS: Mapping[str, Kind]

CHAPTERS = ("gap", "clash", "options", "feasibility_inclusiveness", "role", "rules", "sure")
"""The chapters in the order of docs/indicators.md."""


@cache
def _readings() -> Mapping[str, Reading]:
    """Every reading, by code, chapter by chapter; in each first those that are called after it."""
    from coprod_core.indicators.found import modules_with

    found = (reading for module in modules_with("READINGS") for reading in module.READINGS)
    return MappingProxyType({reading.code: reading for reading in sorted(found, key=_on_the_page)})


def _on_the_page(reading: Reading) -> tuple[int, bool]:
    return CHAPTERS.index(reading.chapter), not reading.code.startswith(f"{reading.chapter}.")


@cache
def _kinds() -> Mapping[str, Kind]:
    return MappingProxyType({kind.code: kind for each in _readings().values() for kind in each.kinds})


def __getattr__(name: str) -> Any:
    """`READINGS`: every reading, by code, in the order of the page; `KINDS`: every kind of step, by code. Found when
    they are first asked for: each stands beside its indicator, and needs the steps before it is there itself.
    """
    if name == "READINGS":
        return _readings()
    if name == "KINDS":
        return _kinds()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def in_order(readings: "Readings", code: str) -> list[Subject]:
    """Whom or what a reading can be asked about, the most telling first: where it is largest, or least where that
    tells most (`least_first`). Ties stand as in the web.

    `code`: one of `READINGS`. Empty where the reading is missing.
    """
    reading = _readings()[code]
    sign = 1 if reading.least_first else -1
    return sorted(reading.subjects(readings), key=lambda subject: sign * reading.value(readings, subject))


def explanation(readings: "Readings", code: str, *subject: str) -> Explanation:
    """How a reading came about. `code`: one of `READINGS`; `subject`: the ids it is about.

    Raises `KeyError` for a code that is no reading, and for a subject the reading cannot be asked about.
    """
    reading = _readings()[code]
    if subject not in list(reading.subjects(readings)):
        raise KeyError(f"{code}: {subject}")
    return Explanation(reading, subject, reading.value(readings, subject), tuple(reading.steps(readings, subject)))


__all__ = [
    "KINDS",
    "READINGS",
    "Column",
    "Explanation",
    "Kind",
    "Operation",
    "Reading",
    "Row",
    "Step",
    "Subject",
    "Together",
    "Unit",
    "explanation",
    "in_order",
]
