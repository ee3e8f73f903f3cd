"""A meeting as the steps that made it. Kept in memory while it grows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from coprod_core.acts.command import Command
from coprod_core.acts.history import History, Step, step
from coprod_core.acts.moment import Moment
from coprod_core.store.values import Loaded, StoredEntry
from coprod_ui.meeting import current


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
    """The steps of a meeting up to where it stands; what was known before is not read or done again.

    Raises `NoSuchMeeting` or `DamagedLog`.
    """
    known = _known.get(meeting)
    if known is None or known.digest != loaded.digest:
        known = _grown(meeting, known, loaded) or _walked(meeting, loaded)
        with _lock:
            _known.pop(meeting, None)
            _known[meeting] = known
            if len(_known) > _MOST_KNOWN:
                del _known[next(iter(_known))]
    return known


def _grown(meeting: str, known: Timeline | None, loaded: Loaded) -> Timeline | None:
    """What is known, with what was done since; None where that is not the beginning of this log."""
    if known is None or len(known.entries) > loaded.head:
        return None
    added = current.store().acts_after(meeting, len(known.entries), known.digest, loaded.head)
    if added is None:
        return None
    history, steps = known.history, []
    for entry in added:
        history, done = step(history, entry.act)
        steps.append(done)
    return Timeline(meeting, loaded.digest, (*known.entries, *added), (*known.steps, *steps), history)


def _walked(meeting: str, loaded: Loaded) -> Timeline:
    found = current.store().walk(meeting, loaded.head)
    return Timeline(meeting, found.digest, found.entries, found.steps, found.history)
