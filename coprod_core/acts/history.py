"""From acts to a web: apply, replay, and undo and redo as acts of their own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from coprod_core.acts.command import Command, Logged
from coprod_core.acts.commands import OpenWeb
from coprod_core.acts.moment import Moment, apply
from coprod_core.acts.plain import AnyWhole
from coprod_core.acts.weighing import Recorded, WeighingAct
from coprod_core.checked.errors import CannotApply
from coprod_core.checked.fields import Name
from coprod_core.checked.values import value
from coprod_core.web.model import Web
from coprod_core.web.usual_seats import at_most_its_people, usual_seats

MOST_BOOKMARKS = 200


@value(slots=False)
class Undo(Logged):
    """Takes back the last act that still stands."""

    act = "undo"


@value(slots=False)
class Redo(Logged):
    """Does the act again that was taken back last."""

    act = "redo"


@value(slots=False)
class Bookmark(Logged):
    """Gives a moment a name to find it by: where the meeting stood after entry `seq` of its log (1 = the opening).

    It replaces the name given before. The web does not change, so undo and redo pass bookmarks by.
    """

    act = "bookmark"
    seq: AnyWhole
    text: Name

    def marked(self, bookmarks: Mapping[int, str], entries: int) -> dict[int, str]:
        """The bookmarks after this one in a log of so many entries. Raises `CannotApply`."""
        if type(self.seq) is not int or not 1 <= self.seq <= entries:
            raise CannotApply("no_such_moment", seq=self.seq)
        if self.seq not in bookmarks and len(bookmarks) >= MOST_BOOKMARKS:
            raise CannotApply("too_many", count=len(bookmarks) + 1, most=MOST_BOOKMARKS)
        return dict(sorted({**bookmarks, self.seq: self.text}.items()))


@value(slots=False)
class RemoveBookmark(Logged):
    """Takes away the name of a moment; the moment stays."""

    act = "remove_bookmark"
    seq: AnyWhole

    def marked(self, bookmarks: Mapping[int, str], entries: int) -> dict[int, str]:
        """The bookmarks without this one. Raises `CannotApply` where there is none."""
        if self.seq not in bookmarks:
            raise CannotApply("no_such_bookmark", seq=self.seq)
        return {seq: text for seq, text in bookmarks.items() if seq != self.seq}


Act = Command | Undo | Redo | Bookmark | RemoveBookmark | WeighingAct


@dataclass(frozen=True, eq=False, slots=True)
class History:
    """Where a meeting stands: the moment now, and the moments taken back (last one first).

    `moved`: the undo or redo that led to the moment now, None where its own command did. `entries`: how many acts its
    log holds. `bookmarks`: the names of moments, by place in the log. `weighings`: those on record, by the place in the
    log where they were recorded.
    """

    now: Moment
    moved: Undo | Redo | None = None
    undone: tuple[Moment, ...] = ()
    entries: int = 1
    bookmarks: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    weighings: Mapping[int, Recorded] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def web(self) -> Web:
        """The web as it stands now."""
        return self.now.web

    @property
    def last(self) -> Command | Undo | Redo:
        """The last act on the web."""
        return self.moved or self.now.command

    @property
    def web_before(self) -> Web:
        """The web as it was before the last act; the same web when a meeting has just begun."""
        if isinstance(self.moved, Undo):
            return self.undone[0].web
        return self.now.before.web if self.now.before else self.web

    @property
    def can_undo(self) -> bool:
        """False at the opening of a meeting: what it began with is not an act to take back."""
        return self.now.before is not None

    @property
    def can_redo(self) -> bool:
        """Whether an act was taken back that can be done again."""
        return bool(self.undone)

    def moments(self) -> Iterator[Moment]:
        """The moments that led here, latest first."""
        moment: Moment | None = self.now
        while moment is not None:
            yield moment
            moment = moment.before


def opened(web: Web) -> History:
    """A meeting as it begins."""
    return History(Moment(OpenWeb(web), None, web))


def after(history: History, act: Act) -> History:
    """The history after one more act. Raises what `apply` raises, or `CannotApply` where there is nothing to undo or
    redo, or no such moment to mark or weighing on record.
    """
    entries = history.entries + 1
    if isinstance(act, Bookmark | RemoveBookmark):
        marked = act.marked(history.bookmarks, history.entries)
        return replace(history, entries=entries, bookmarks=MappingProxyType(marked))
    if isinstance(act, WeighingAct):
        kept = act.kept(history.weighings, history.now, entries)
        return replace(history, entries=entries, weighings=MappingProxyType(kept))
    now, undone = _moved(history, act)
    moved = act if isinstance(act, Undo | Redo) else None
    return replace(history, now=now, moved=moved, undone=undone, entries=entries)


def after_unread(history: History, command: Command | Callable[[], Command]) -> History:
    """The history after one more command, which is read (where `command` reads it) and done once somebody asks for what
    came of it: only for a log of which is known that it can be done.
    """
    return replace(history, now=Moment(command, history.now), moved=None, undone=(), entries=history.entries + 1)


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
    return Moment(act, history.now, apply(history.web, act)), ()


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
    had = seats_had_last(history, [actor_id])
    return had.get(actor_id) or at_most_its_people(usual_seats(history.web), party.people)


def seats_had_last(history: History, of: Iterable[str] | None = None) -> dict[str, float]:
    """The seats groups had when they last sat at the table, by id: of those that are away now, or of some. A group that
    never sat there is left out.
    """
    away = (actor.id for actor in history.web.actors if actor.citizens and not actor.seated)
    wanted, found = set(away if of is None else of), dict[str, float]()
    for moment in history.moments():
        if not wanted:
            break
        there = {actor.id: actor.seats for actor in moment.web.actors if actor.id in wanted and actor.seated}
        found |= there
        wanted -= there.keys()
    return found
