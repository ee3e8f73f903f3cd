"""What to say where a reading cannot be computed: why, and what to do next."""

from coprod_core.indicators import Readings
from coprod_ui.words import Words


def undefined(readings: Readings, name: str, words: Words) -> str:
    """Why a reading (`gap`, `feasibility_inclusiveness`, `feasibility_inclusiveness.front`, `role`, `rules`) is not
    there, and what to do next.
    """
    return words.choice("undefined", readings.undefined[name])


def undefined_short(readings: Readings, name: str, words: Words) -> str:
    """The next step alone, in a few words."""
    return words.choice("undefined_short", readings.undefined[name])
