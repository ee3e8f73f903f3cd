"""Explain any number: the ingredients of a reading, step by step, with a web's own numbers.

`READINGS` holds what there is to know about every reading of docs/indicators.md; `explanation` takes one apart.
Amounts come from the arrays and the readings themselves, so that the sums show what was really computed.
"""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_core.indicators.explanation import certainty, gap, invitation, opinions, parties, role, rules
from coprod_core.indicators.explanation.reading import Explanation, Reading
from coprod_core.indicators.explanation.steps import Column, Kind, Operation, Row, Step, Subject, Together, Unit
from coprod_core.indicators.overview import Readings

_CHAPTERS = (gap, opinions, parties, invitation, role, rules, certainty)

READINGS: Mapping[str, Reading] = MappingProxyType(
    {reading.code: reading for module in _CHAPTERS for reading in module.READINGS}
)
"""Every reading, by code, in the order of docs/indicators.md."""

KINDS: Mapping[str, Kind] = MappingProxyType({kind.code: kind for each in READINGS.values() for kind in each.kinds})
"""Every kind of step, by code."""


def in_order(readings: Readings, code: str) -> list[Subject]:
    """Whom or what a reading can be asked about, the most telling first: where it is largest, or least where that
    tells most (`least_first`). Ties stand as in the web.

    `code`: one of `READINGS`. Empty where the reading is missing.
    """
    reading = READINGS[code]
    sign = 1 if reading.least_first else -1
    return sorted(reading.subjects(readings), key=lambda subject: sign * reading.value(readings, subject))


def explanation(readings: Readings, code: str, *subject: str) -> Explanation:
    """How a reading came about. `code`: one of `READINGS`; `subject`: the ids it is about.

    Raises `KeyError` for a code that is no reading, and for a subject the reading cannot be asked about.
    """
    reading = READINGS[code]
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
