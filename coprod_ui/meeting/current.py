"""The only door from the screens to the store: the meeting this window shows, and the acts done in it."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from coprod_core.acts.history import Act, History, Redo, Undo, seats_had_last
from coprod_core.checked.errors import CoprodError
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.reference import Reference
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.values import Loaded, Origin, Summary
from coprod_core.web.model import Option, Web
from coprod_ui.meeting import acting
from coprod_ui.meeting.acting import let_go_of_store as let_go_of_store
from coprod_ui.meeting.acting import store as store

if TYPE_CHECKING:  # Start, which computes nothing, need not wait for what does
    from coprod_core.indicators.overview import Readings
    from coprod_core.indicators.robustness import GapRobustness

MOST_KEPT = 64
"""The most answers about webs kept in memory."""

PARAMETER = "meeting"
"""Where a meeting's id stands in the address, so that a reload, a link or a second tab finds it again."""


def meeting_id() -> str | None:
    """The id of the meeting this window shows."""
    return st.session_state.get(PARAMETER) or st.query_params.get(PARAMETER)


def choose(chosen: str) -> None:
    """Makes this window show a meeting."""
    leave()
    st.session_state[PARAMETER] = chosen


def leave() -> None:
    """Makes this window show no meeting."""
    for key in (PARAMETER, "seen", "asked_of_board", "messages"):
        st.session_state.pop(key, None)
    st.query_params.pop(PARAMETER, None)


def meeting() -> Loaded | None:
    """The meeting to show in this window; from now on the person has seen what is in it. None when none is open."""
    loaded = stored()
    if loaded is not None:
        seen = _seen()
        seen[st.session_state[PARAMETER]] = max(loaded.head, seen.get(st.session_state[PARAMETER], 0))
    return loaded


def stored() -> Loaded | None:
    """The meeting this window is on, as it stands on disk, whether or not the person has seen that yet."""
    chosen = meeting_id()
    if chosen is None:
        return None
    try:
        loaded = store().load(chosen, up_to_damage=True)
    except CoprodError as error:
        leave()
        tell(error)
        return None
    st.session_state[PARAMETER] = chosen
    if st.query_params.get(PARAMETER) != chosen:
        st.query_params[PARAMETER] = chosen
    _tell_of_holes(chosen, loaded.history.web)
    return loaded


def _tell_of_holes(meeting: str, web: Web) -> None:
    """Tells of a meeting from before, once per window, that what nobody wrote down of its plans counts as not known."""
    told: set[str] = st.session_state.setdefault("told_of_holes", set())
    if meeting in told:
        return
    told.add(meeting)
    if any(left_out(plan, web) for plan in web.options) and store().began_before_holes(meeting):
        _add_message("from_before", {})


def left_out(plan: Option, web: Web) -> bool:
    """Whether nobody wrote down what a plan does for some interest."""
    return any(interest.id not in plan.effects for interest in web.interests)


def exists(meeting: str) -> bool:
    """Whether a meeting is on disk. A disk that does not answer is no word that it is gone."""
    try:
        store().summary(meeting)
    except NoSuchMeeting:
        return False
    except CoprodError:
        return True
    return True


def of_this(key: str) -> str:
    """The key of a choice among things of the meeting this window shows: another meeting has things of its own."""
    return f"{key}__{meeting_id()}"


@contextmanager
def on(meeting: str | None) -> Iterator[None]:
    """Does within what a person meant for a meeting, also where this window has just gone on to another."""
    now = st.session_state.get(PARAMETER)
    st.session_state[PARAMETER] = meeting
    try:
        yield
    finally:
        if st.session_state.get(PARAMETER) == meeting:
            st.session_state[PARAMETER] = now


def scenario() -> Summary | None:
    """The scenario this window is on; None on a meeting itself, or on none."""
    summary = _summary()
    return summary if summary and summary.forked_from else None


def root() -> str | None:
    """The id of the meeting this window is on, or of the one its scenario belongs to; None when none is open."""
    summary = _summary()
    return None if summary is None else summary.forked_from or summary.id


def _summary() -> Summary | None:
    chosen = meeting_id()
    try:
        return None if chosen is None else store().summary(chosen)
    except CoprodError as error:
        tell(error)
        return None


# -- acts -----------------------------------------------------------------------------------------------------------


def send(act: Act, origin: Origin | None = None) -> bool:
    """Does an act in the current meeting and keeps it on disk; what went wrong is told, and nothing is lost."""
    try:
        append(act, origin)
    except CoprodError as error:
        tell(error)
        return False
    return True


def append(act: Act, origin: Origin | None = None) -> None:
    """Does an act in the current meeting and keeps it on disk. Raises what keeps it from being done."""
    chosen = meeting_id()
    if chosen is None:
        return
    seen = _seen()
    with _one_at_a_time:
        appended = acting.do(chosen, act, seen=seen.get(chosen) or store().load(chosen).head, origin=origin)
        seen[chosen] = appended.loaded.head
    if appended.others:
        _add_message("changed_elsewhere_too", {"count": len(appended.others)})


_one_at_a_time = Lock()


def _seen() -> dict[str, int]:
    """How far in the log of each meeting the person at this window has seen.

    Kept in one object, for two quick clicks make two runs that overlap: each must know of the other's act as its own.
    """
    seen: dict[str, int] = st.session_state.setdefault("seen", {})
    return seen


def undo() -> None:
    """Takes back the last act."""
    send(Undo())


def redo() -> None:
    """Does the act again that was taken back last."""
    send(Redo())


def delete(meeting: str) -> None:
    """Throws a meeting away with its scenarios. That it is gone already is no news: it is what was wanted."""
    try:
        store().delete(meeting)
    except NoSuchMeeting:
        return
    except CoprodError as error:
        tell(error)


# -- what to tell the person ----------------------------------------------------------------------------------------


def tell(error: CoprodError) -> None:
    """Keeps what went wrong, to be shown until the meeting moves on."""
    _add_message(error.code, error.params)


def attempt(act: Callable[[], object]) -> bool:
    """Does something the store may refuse; False where it did, and then the person is told."""
    try:
        act()
    except CoprodError as error:
        tell(error)
        return False
    return True


def _add_message(code: str, params: dict[str, Any]) -> None:
    told = [message for message in st.session_state.get("messages", []) if message[1:] != (code, params)]
    st.session_state["messages"] = [*told, (None, code, params)][-3:]


def messages() -> list[tuple[str, dict[str, Any]]]:
    """What to tell the person now, as codes with parameters.

    A message stays as long as the meeting stands where it stood when the message was first shown.
    """
    seen = _seen().get(meeting_id() or "")
    kept = [
        (seen, code, params)
        for shown_at, code, params in st.session_state.get("messages", [])
        if shown_at in (None, seen)
    ]
    st.session_state["messages"] = kept
    return [(code, params) for _, code, params in kept]


# -- readings -------------------------------------------------------------------------------------------------------

_Answer = TypeVar("_Answer")
_recent: OrderedDict[tuple[str, int, Reference], tuple[Web, Any]] = OrderedDict()
_recent_lock = Lock()


def readings_of(web: Web, reference: Reference = Reference.MAXI_PUBLIC, before: Web | None = None) -> "Readings":
    """The readings of a web, computed once: a web never changes, so every window that shows it shares them.

    `before`: the web an act was done on; where its readings are still kept, these are computed sooner.
    """
    from coprod_core.indicators.overview import readings

    known = None if before is None else _kept("readings", before, reference)
    weights = None if known is None else known.weights
    return _once("readings", web, reference, lambda web, against: readings(web, against, before=weights))


def _kept(what: str, web: Web, reference: Reference) -> Any:
    with _recent_lock:
        return _recent.get((what, id(web), reference), (None, None))[1]


def readings_at(history: History, reference: Reference = Reference.MAXI_PUBLIC) -> "Readings":
    """The readings of a meeting as it stands: those of its web, where a group that would come gets the seats it had
    last, as it does when it is invited.
    """
    from coprod_core.indicators.overview import readings

    seats = seats_had_last(history)
    if not seats:
        return readings_of(history.web, reference)
    return _once("readings at", history.web, reference, lambda web, against: readings(web, against, seats))


def robustness_of(web: Web, reference: Reference = Reference.MAXI_PUBLIC) -> "GapRobustness | Undefined":
    """How sure the gap's readings are, computed once per web."""
    from coprod_core.indicators.robustness import gap_robustness
    from coprod_core.indicators.weights import weights_of

    return _once("robustness", web, reference, lambda web, against: gap_robustness(weights_of(web), against))


def _once(what: str, web: Web, reference: Reference, compute: Callable[[Web, Reference], _Answer]) -> _Answer:
    key = (what, id(web), reference)
    with _recent_lock:
        if key in _recent:
            _recent.move_to_end(key)
            answer: _Answer = _recent[key][1]
            return answer
    answer = compute(web, reference)
    with _recent_lock:
        _recent[key] = (web, answer)  # holding the web keeps its id its own
        if len(_recent) > MOST_KEPT:
            _recent.popitem(last=False)
    return answer
