"""From acts to a web: apply, replay, and undo and redo as acts of their own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from statistics import median
from types import MappingProxyType
from typing import ClassVar

from coprod_core.commands import Command, OpenWeb
from coprod_core.errors import CannotApply, InvalidValue
from coprod_core.fields import LONGEST_NAME, Text
from coprod_core.model import Web
from coprod_core.weighing import Recorded, WeighingAct

MOST_BOOKMARKS = 200


@dataclass(frozen=True)
class Undo:
    """Takes back the last act that still stands."""


@dataclass(frozen=True)
class Redo:
    """Does the act again that was taken back last."""


@dataclass(frozen=True)
class Bookmark:
    """Gives a moment a name to find it by: where the meeting stood after entry `seq` of its log (1 = the opening).

    It replaces the name given before. The web does not change, so undo and redo pass bookmarks by.
    """

    act: ClassVar[str] = "bookmark"
    seq: int
    text: str

    def __post_init__(self) -> None:
        faults = [fault.within("text") for fault in Text(LONGEST_NAME, filled=True).faults(self.text)]
        if faults:
            raise InvalidValue(faults)

    def marked(self, bookmarks: Mapping[int, str], entries: int) -> dict[int, str]:
        """The bookmarks after this one in a log of so many entries. Raises `CannotApply`."""
        if type(self.seq) is not int or not 1 <= self.seq <= entries:
            raise CannotApply("no_such_moment", seq=self.seq)
        if self.seq not in bookmarks and len(bookmarks) >= MOST_BOOKMARKS:
            raise CannotApply("too_many", count=len(bookmarks) + 1, most=MOST_BOOKMARKS)
        return dict(sorted({**bookmarks, self.seq: self.text}.items()))


@dataclass(frozen=True)
class RemoveBookmark:
    """Takes away the name of a moment; the moment stays."""

    act: ClassVar[str] = "remove_bookmark"
    seq: int

    def marked(self, bookmarks: Mapping[int, str], entries: int) -> dict[int, str]:
        """The bookmarks without this one. Raises `CannotApply` where there is none."""
        if self.seq not in bookmarks:
            raise CannotApply("no_such_bookmark", seq=self.seq)
        return {seq: text for seq, text in bookmarks.items() if seq != self.seq}


Act = Command | Undo | Redo | Bookmark | RemoveBookmark | WeighingAct


@dataclass(frozen=True, eq=False, slots=True)
class Moment:
    """A web, the command that led to it, and the moment before."""

    web: Web
    command: Command
    before: "Moment | None"


@dataclass(frozen=True, eq=False, slots=True)
class History:
    """Where a meeting stands: the moment now, the last act on the web, and the moments taken back (last one first).

    `entries`: how many acts its log holds. `bookmarks`: the names of moments, by place in the log. `weighings`: those
    on record, by the place in the log where they were recorded.
    """

    now: Moment
    last: Command | Undo | Redo
    undone: tuple[Moment, ...] = ()
    entries: int = 1
    bookmarks: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    weighings: Mapping[int, Recorded] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def web(self) -> Web:
        return self.now.web

    @property
    def web_before(self) -> Web:
        """The web as it was before the last act; the same web when a meeting has just begun."""
        if isinstance(self.last, Undo):
            return self.undone[0].web
        return self.now.before.web if self.now.before else self.web

    @property
    def can_undo(self) -> bool:
        """False at the opening of a meeting: what it began with is not an act to take back."""
        return self.now.before is not None

    @property
    def can_redo(self) -> bool:
        return bool(self.undone)

    def moments(self) -> Iterator[Moment]:
        """The moments that led here, latest first."""
        moment: Moment | None = self.now
        while moment is not None:
            yield moment
            moment = moment.before


def opened(web: Web) -> History:
    """A meeting as it begins."""
    opening = OpenWeb(web)
    return History(Moment(web, opening, None), opening)


def apply(web: Web, command: Command) -> Web:
    """The web after a command. Raises `CannotApply` or `InvalidValue`; `web` itself never changes."""
    return command.applied_to(web)


def after(history: History, act: Act) -> History:
    """The history after one more act. Raises what `apply` raises, or `CannotApply` where there is nothing to undo or
    redo, or no such moment to mark or weighing on record.
    """
    entries = history.entries + 1
    if isinstance(act, Bookmark | RemoveBookmark):
        marked = act.marked(history.bookmarks, history.entries)
        return replace(history, entries=entries, bookmarks=MappingProxyType(marked))
    if isinstance(act, WeighingAct):
        kept = act.kept(history.weighings, history.web, entries)
        return replace(history, entries=entries, weighings=MappingProxyType(kept))
    now, undone = _moved(history, act)
    return replace(history, now=now, last=act, undone=undone, entries=entries)


def _moved(history: History, act: Command | Undo | Redo) -> tuple[Moment, tuple[Moment, ...]]:
    """The moment an act leads to, and the moments taken back by then."""
    if isinstance(act, Undo):
        if history.now.before is None:
            raise CannotApply("nothing_to_undo")
        return history.now.before, (history.now, *history.undone)
    if isinstance(act, Redo):
        if not history.undone:
            raise CannotApply("nothing_to_redo")
        return history.undone[0], history.undone[1:]
    return Moment(apply(history.web, act), act, history.now), ()


def replay(acts: Iterable[Act]) -> History:
    """The history a log tells. The first act opens the web; raises `CannotApply("log_without_opening")` otherwise."""
    acts = iter(acts)
    history = opened_by(next(acts, None))
    for act in acts:
        history = after(history, act)
    return history


def opened_by(act: Act | None) -> History:
    """The history that begins with this act. Raises `CannotApply("log_without_opening")` when it opens no web."""
    if not isinstance(act, OpenWeb):
        raise CannotApply("log_without_opening")
    return opened(act.web)


@dataclass(frozen=True, eq=False, slots=True)
class Step:
    """One entry of a log: the act, the moment it found (None for the opening) and the moment it led to."""

    act: Act
    before: Moment | None
    now: Moment


def step(history: History | None, act: Act) -> tuple[History, Step]:
    """One act further in a log, None when it has yet to begin. Raises what `after` raises."""
    if history is None:
        begun = opened_by(act)
        return begun, Step(act, None, begun.now)
    reached = after(history, act)
    return reached, Step(act, history.now, reached.now)


def usual_seats(web: Web) -> float:
    """The seats a group at the table usually has: the median of the groups there, halves rounded up, at least 1."""
    seated = [actor.seats for actor in web.actors if actor.citizens and actor.seated]
    return max(1.0, float(int(median(seated) + 0.5))) if seated else 1.0


def seats_on_invitation(history: History, actor_id: str) -> float:
    """The seats a party gets when it is invited.

    An organisation gets 1. A group gets the seats it had last, else the usual number, at most its people and at
    least 1. Raises `CannotApply` when the party is gone.
    """
    party = history.web.actor_by_id.get(actor_id)
    if party is None:
        raise CannotApply("gone", list="actors", id=actor_id)
    if not party.citizens:
        return 1.0
    for moment in history.moments():
        earlier = moment.web.actor_by_id.get(actor_id)
        if earlier is not None and earlier.seated:
            return earlier.seats
    seats = usual_seats(history.web)
    return seats if party.people is None else max(1.0, min(seats, float(int(party.people))))
