"""What to say where a reading cannot be computed: why, and what to do next."""

from typing import TypeVar

from coprod_core.indicators.overview import Readings
from coprod_ui.words import Words

Reading = TypeVar("Reading")


def known(reading: Reading | None) -> Reading:
    """A reading that was computed: for who asks only after seeing that `undefined` does not name it."""
    assert reading is not None
    return reading


def undefined(readings: Readings, name: str, words: Words) -> str:
    """Why a reading (`gap`, `feasibility_inclusiveness`, `feasibility_inclusiveness.front`, `role`, `rules`) is not
    there, and what to do next.
    """
    return words.choice("undefined", readings.undefined[name])


def undefined_short(readings: Readings, name: str, words: Words) -> str:
    """The next step alone, in a few words."""
    return words.choice("undefined_short", readings.undefined[name])
