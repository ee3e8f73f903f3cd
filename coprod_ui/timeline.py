"""A meeting as the steps that made it. Kept in memory while it grows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from coprod_core.commands import Command
from coprod_core.history import History, Moment, Step, step
from coprod_core.store import Loaded, StoredEntry
from coprod_ui import current


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
