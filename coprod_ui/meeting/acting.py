"""The one place where something is done in a meeting, whichever way it was asked: a screen, a route or a phone's round.

Whatever is done is on disk, told to all who follow the meeting, and calculations about the web before are let go.
"""

import atexit
from dataclasses import dataclass
from functools import cache
from typing import Any

from coprod_core.acts.history import Act
from coprod_core.checked.errors import CoprodError, Fault
from coprod_core.files.asked_act import act_asked
from coprod_core.store.errors import DamagedLog, NoSuchMeeting, StoreFailure
from coprod_core.store.refusals import fault_of
from coprod_core.store.store import Store
from coprod_core.store.values import Appended, Loaded, Origin
from coprod_ui.meeting import calculations
from coprod_ui.meeting.hub import hub, stage

LEAVE_TO_BE_SENT = (StoreFailure, NoSuchMeeting, DamagedLog)
"""What keeps an act from being dealt with at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of an act that a client asked for: where the meeting stands then, the client's highest number that is
    dealt with, the act as it was logged (None where it was refused, or dealt with before), how many acts of others the
    client had not seen, and why it was refused.
    """

    loaded: Loaded
    acknowledged: int
    done: Act | None = None
    others: int = 0
    refused: Fault | None = None


class OutOfOrder(CoprodError):
    """An act that came before one its client did earlier; it is to be sent again after that one."""

    def __init__(self, acknowledged: int) -> None:
        super().__init__("out_of_order", acknowledged=acknowledged)


@cache
def store() -> Store:
    """The one store of this process."""
    atexit.register(let_go_of_store)  # a file that nobody closed looks like one copied without its log
    return Store()


def let_go_of_store() -> None:
    """Closes the files of the store, where this process opened it: on Windows an open file cannot be removed."""
    if store.cache_info().currsize:
        store().close()
        store.cache_clear()


def do(meeting: str, act: Act, *, seen: int, origin: Origin | None = None) -> Appended:
    """Does an act and keeps it on disk. Raises what `Store.append` raises."""
    appended = store().append(meeting, act, seen=seen, origin=origin)
    if appended.seq is not None:
        calculations.forget(meeting)
        hub.tell(stage(meeting))
    return appended


def erase_noted(meeting: str) -> None:
    """Takes what was noted of parties out of a meeting and its log. Raises what `Noted.erase` raises."""
    try:
        store().noted.erase(meeting)
    finally:
        calculations.forget(meeting)
        hub.tell(stage(meeting))


def do_asked(meeting: str, asked: Any, *, seen: int, origin: Origin) -> Answer:
    """Does what a client asks for, as `act_asked` reads it, once per origin and in the client's own order.

    What is refused is dealt with too, and answered the same when it is sent again. Raises `OutOfOrder` or one of
    `LEAVE_TO_BE_SENT`, and then the act is still to be sent.
    """
    loaded, refusals = store().load(meeting), store().refusals
    acknowledged = refusals.acknowledged_since(loaded, meeting, origin.client)
    if origin.seq <= acknowledged:
        return Answer(loaded=loaded, acknowledged=acknowledged, refused=refusals.find(meeting, origin))
    if origin.seq > acknowledged + 1:
        raise OutOfOrder(acknowledged)
    try:
        act = act_asked(asked, loaded.history)
    except CoprodError as error:
        refusals.keep(meeting, origin, error)
        return Answer(loaded=loaded, acknowledged=origin.seq, refused=fault_of(error))
    return _done(meeting, act, seen, origin)


def _done(meeting: str, act: Act, seen: int, origin: Origin) -> Answer:
    try:
        done = do(meeting, act, seen=seen, origin=origin)
    except LEAVE_TO_BE_SENT:
        raise
    except CoprodError as error:
        return Answer(loaded=store().load(meeting), acknowledged=origin.seq, refused=fault_of(error))
    if done.seq is None:  # sent twice at once: the other was first
        return Answer(loaded=done.loaded, acknowledged=origin.seq, refused=store().refusals.find(meeting, origin))
    return Answer(loaded=done.loaded, acknowledged=origin.seq, done=act, others=len(done.others))
