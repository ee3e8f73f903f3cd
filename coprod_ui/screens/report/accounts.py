"""The report of the meeting in this window, made once for as long as nothing in it changes."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import Any

import streamlit as st

from coprod_core.store.values import Loaded
from coprod_ui.meeting import current, live
from coprod_ui.meeting.timeline import timeline
from coprod_ui.report.account import Account, RoundHeld, account_of
from coprod_ui.report.document import Document
from coprod_ui.report.sections import document
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import current_words

DIALS_SEEN = "dials_told"
"""Where the session keeps whether the dials may be told, of a meeting."""

TRUST_TOLD = "trust_told"
"""Where the session keeps whether it may be told whom the organiser trusts, of a meeting."""

MOST_KEPT = 16
_kept: OrderedDict[Any, Document] = OrderedDict()
_lock = Lock()


def key_of(loaded: Loaded, digits: bool) -> tuple[Any, ...]:
    """What a report depends on, apart from light and dark."""
    return (
        current.meeting_id(),
        loaded.digest,
        st.session_state["language"],
        digits,
        date.today(),
        tuple(rounds_held()),
        dials_seen(),
        trust_told(),
    )


def report_on_screen(loaded: Loaded, digits: bool) -> Document:
    """The whole report of the meeting as it stands, drawn for this screen."""
    key = (*key_of(loaded, digits), is_dark())
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = document(replace(account(loaded, digits), dark=is_dark()))
    with _lock:
        _kept[key] = made
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made


def dials_seen() -> bool:
    """Whether a person saw what is told of the dials, and said that it may be."""
    return bool(st.session_state.get(current.of_this(DIALS_SEEN)))


def trust_told() -> bool:
    """Whether a person said that it may become public whom the organiser trusts."""
    return bool(st.session_state.get(current.of_this(TRUST_TOLD)))


def account(loaded: Loaded, digits: bool) -> Account:
    """The account of the meeting as it stands."""
    entries = timeline(current.meeting_id() or "", loaded).entries
    times = {entry.seq: entry.at for entry in entries}
    return account_of(
        loaded.history,
        current_words(),
        date.today(),
        times=times,
        rounds=rounds_held(),
        digits=digits,
        dials=dials_seen(),
        trust=trust_told(),
    )


def rounds_held() -> Sequence[RoundHeld]:
    """The rounds that were held with phones, on which day, and how many people answered at least."""
    meeting = current.meeting_id() or ""
    if current.scenario() is not None or live.status(meeting) is None:
        return ()
    return tuple(
        RoundHeld(
            held.number,
            held.questions.question,
            max((shown.room.people for shown in live.results(meeting, held.number).values()), default=0),
            held.opened_at.astimezone().date(),
        )
        for held in live.rounds(meeting)
        if not held.open
    )
