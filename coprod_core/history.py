"""From acts to a web: apply, replay, and undo and redo as acts of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from coprod_core.commands import Command, OpenWeb
from coprod_core.errors import CannotApply
from coprod_core.model import Web


@dataclass(frozen=True)
class Undo:
    """Takes back the last act that still stands."""


@dataclass(frozen=True)
class Redo:
    """Does the act again that was taken back last."""


Act = Command | Undo | Redo


@dataclass(frozen=True, eq=False, slots=True)
class Moment:
    """A web, the command that led to it, and the moment before."""

    web: Web
    command: Command
    before: "Moment | None"


@dataclass(frozen=True, eq=False, slots=True)
class History:
    """Where a meeting stands: the moment now, the act that came last, and the moments taken back (last one first)."""

    now: Moment
    last: Act
    undone: tuple[Moment, ...] = ()

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
    """The history after one more act. Raises what `apply` raises, or `CannotApply` with nothing to undo or redo."""
    if isinstance(act, Undo):
        if history.now.before is None:
            raise CannotApply("nothing_to_undo")
        return History(history.now.before, act, (history.now, *history.undone))
    if isinstance(act, Redo):
        if not history.undone:
            raise CannotApply("nothing_to_redo")
        return History(history.undone[0], act, history.undone[1:])
    return History(Moment(apply(history.web, act), act, history.now), act)


def replay(acts: Iterable[Act]) -> History:
    """The history a log tells. The first act opens the web; raises `CannotApply("log_without_opening")` otherwise."""
    acts = iter(acts)
    opening = next(acts, None)
    if not isinstance(opening, OpenWeb):
        raise CannotApply("log_without_opening")
    history = opened(opening.web)
    for act in acts:
        history = after(history, act)
    return history


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
