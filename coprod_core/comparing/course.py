"""The course of the readings over a meeting: what they were at moments along it. Computed once per moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from coprod_core.acts.history import Step
from coprod_core.acts.moment import Moment
from coprod_core.indicators.overview import readings

MOST_POINTS = 60
"""The most moments of which the course shows the readings: computing more would keep a person waiting."""

LINES: Mapping[str, tuple[str, ...]] = {
    "gap": ("places", "views", "attention"),
    "feasible": ("inclusiveness", "feasibility"),
    "tensions": ("feasibility_inclusiveness", "role", "rules"),
}
"""The readings whose course is shown, by the picture they share."""


@dataclass(frozen=True, slots=True)
class Point:
    """The readings after the act at place `seq`: shares from 0 to 1 by name, None where there was no reading."""

    seq: int
    values: Mapping[str, float | None]


def course(steps: Sequence[Step]) -> tuple[Point, ...]:
    """The readings along a meeting, at no more than `MOST_POINTS` moments."""
    return tuple(Point(seq, _measured(steps[seq - 1].now)) for seq in sampled(len(steps)))


def sampled(count: int, most: int = MOST_POINTS) -> tuple[int, ...]:
    """At most `most` places from 1 to `count`, first and last among them, the others the multiples of a power of two.

    While a meeting grows they stay the same places, or every second of them, so that little is computed anew; in a long
    log a web is kept at each of them.
    """
    apart = 1
    while count // apart + 2 > most and apart < count:
        apart *= 2
    return tuple(sorted({1, *range(apart, count + 1, apart), count}))


@lru_cache(maxsize=1024)
def _measured(moment: Moment) -> Mapping[str, float | None]:
    found = readings(moment.web)
    both = found.feasibility_inclusiveness
    return {
        **{name: getattr(found.gap, name, None) for name in LINES["gap"]},
        **{name: getattr(both, name, None) for name in LINES["feasible"]},
        **{name: getattr(getattr(found, name), "tension", None) for name in LINES["tensions"]},
    }


def largest_change(points: tuple[Point, ...], names: tuple[str, ...]) -> Point | None:
    """The moment at which one of these readings had moved most since the point before; None where none moved."""
    best, most = None, 0.005  # less than half a part in a hundred is not seen
    for before, now in pairwise(points):
        for name in names:
            was, value = before.values[name], now.values[name]
            if was is not None and value is not None and abs(value - was) > most:
                best, most = now, abs(value - was)
    return best
