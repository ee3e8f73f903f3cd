"""What takes too long to calculate unasked: a button, then how far it is with a way to stop, then the answer."""

from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st

from coprod_core.web.model import Web
from coprod_ui.meeting import calculations, current
from coprod_ui.meeting.calculations import Calculation
from coprod_ui.widgets.button import button
from coprod_ui.words import t

POLLS = 0.4
"""Seconds between two looks at how far it is."""

Progress = Callable[[Calculation[Any]], tuple[float, str]]
"""How far a calculation is, 0..1, and the same in words."""


def answer(what: str, web: Web) -> Any:
    """The last report of a calculation about this web that has come to its end; None where there is none."""
    found = calculations.of(current.meeting_id() or "", what, web)
    return None if found is None or found.going else found.report


def ask(
    what: str,
    web: Web,
    label: str,
    reports: Callable[[Calculation[Any]], Iterator[Any]],
    progress: Progress,
) -> None:
    """The button that starts a calculation; while it goes on, how far it is and the button that stops it."""
    meeting = current.meeting_id() or ""
    if calculations.of(meeting, what, web) is None:
        button(
            label,
            calculations.begin,
            meeting,
            what,
            web,
            reports,
            key=f"begin_{what}",
            icon="calculate",
            type="primary",
        )
        return
    st.fragment(_watch, run_every=POLLS)(meeting, what, web, progress)


def _watch(meeting: str, what: str, web: Web, progress: Progress) -> None:
    found = calculations.of(meeting, what, web)
    if found is None or not found.going:
        st.rerun()
    part, said = progress(found)
    st.progress(part, text=said)
    button(t("on_request.stop"), calculations.forget, meeting, what, key=f"stop_{what}", icon="close")
