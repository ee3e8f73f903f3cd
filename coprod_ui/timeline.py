"""A meeting as the steps that made it, and what the readings were after each. Kept in memory while it grows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from threading import Lock

from coprod_core.commands import Command
from coprod_core.history import History, Moment, Step, step
from coprod_core.indicators import readings
from coprod_core.store import Loaded, StoredEntry
from coprod_ui import current

MOST_POINTS = 60
"""The most moments of which the course shows the readings: computing more would keep a person waiting."""

LINES: Mapping[str, tuple[str, ...]] = {
    "gap": ("places", "views", "attention"),
    "feasible": ("inclusiveness", "feasibility"),
    "tensions": ("feasibility_inclusiveness", "role", "rules"),
}
"""The readings whose course is shown, by the picture they share."""


@dataclass(frozen=True, eq=False)
class Timeline:
    """The entries of a log, each with the step it was; `digest`: the seal of the log up to here."""

    meeting: str
    digest: str
    entries: tuple[StoredEntry, ...]
    steps: tuple[Step, ...]
    history: History

    @property
    def bookmarks(self) -> Mapping[int, str]:
        """The names of moments, by place in the log (1 = the opening)."""
        return self.history.bookmarks

    @cached_property
    def _standing(self) -> frozenset[Moment]:
        return frozenset(self.history.moments())

    def was_undone(self, seq: int) -> bool:
        """Whether the act at this place in the log no longer stands."""
        done = self.steps[seq - 1]
        return isinstance(done.act, Command) and done.now not in self._standing


_known: dict[str, Timeline] = {}
_MOST_KNOWN = 8
_lock = Lock()


def timeline(meeting: str, loaded: Loaded) -> Timeline:
    """The steps of a meeting up to where it stands; what was known before is not done again.

    Raises `NoSuchMeeting` or `DamagedLog`.
    """
    known = _known.get(meeting)
    if known is None or known.digest != loaded.digest:
        known = _grown(meeting, known, loaded)
        with _lock:
            _known.pop(meeting, None)
            _known[meeting] = known
            if len(_known) > _MOST_KNOWN:
                del _known[next(iter(_known))]
    return known


def _grown(meeting: str, known: Timeline | None, loaded: Loaded) -> Timeline:
    entries = current.store().acts(meeting)[: loaded.head]
    kept = known if known and entries[: len(known.entries)] == known.entries else None
    history, steps = (kept.history, list(kept.steps)) if kept else (None, [])
    for entry in entries[len(steps) :]:
        history, done = step(history, entry.act)
        steps.append(done)
    return Timeline(meeting, loaded.digest, entries, tuple(steps), history)


# -- the course of the readings -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """The readings after the act at place `seq`: shares from 0 to 1 by name, None where there was no reading."""

    seq: int
    values: Mapping[str, float | None]


def course(line: Timeline) -> tuple[Point, ...]:
    """The readings along a meeting, at most at `MOST_POINTS` moments: first, last, and evenly between."""
    return tuple(Point(seq, _measured(line.steps[seq - 1].now)) for seq in sampled(len(line.steps)))


def sampled(count: int, most: int = MOST_POINTS) -> tuple[int, ...]:
    """At most `most` places from 1 to `count`, evenly spread, first and last among them."""
    if count <= most:
        return tuple(range(1, count + 1))
    return tuple(1 + (i * (count - 1)) // (most - 1) for i in range(most))


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
