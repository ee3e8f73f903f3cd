"""Reading what takes long: how far it is, and a button that stops it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import streamlit as st

from coprod_ui.meeting.calculations import Calculation
from coprod_ui.meeting.drafts import Draft
from coprod_ui.widgets.button import button
from coprod_ui.words import t

AT_ONCE = 0.5
"""Seconds of which nobody is told that they have to wait."""

POLLS = 0.2
"""Seconds between two looks at how far it is."""


Found = TypeVar("Found")


def awaited(draft: Draft, of: object, steps: Callable[[], Iterator[float | Found]], kind: type[Found]) -> Found | None:
    """What reading `of` ends with, read once for a draft; None where a person stopped it.

    `steps` says which part (0..1) was read so far, and ends with a `kind`. A click on anything else meanwhile is dealt
    with, and the reading goes on. Raises what reading raises.
    """
    held = draft.get("reading")
    if held is None or held[0] != of:
        if held is not None:
            held[1].stop()
        held = of, Calculation(lambda _: steps())
        draft.put(reading=held)
    calculation = held[1]
    calculation.wait(AT_ONCE)
    if calculation.going:
        _watch(draft, calculation)
    found = calculation.report
    if isinstance(found, kind):
        return found
    st.markdown(t("reading.stopped"))
    button(t("reading.again"), lambda: draft.put(reading=None), key=f"{draft.key('reading')}_again", icon="refresh")
    return None


def _watch(draft: Draft, calculation: Calculation[object]) -> None:
    """Tells how far it is until it ends; a click ends this run here, and the next one goes on."""
    shown = st.empty()
    with shown.container():
        bar = st.progress(0.0, text=t("reading.going"))
        button(t("on_request.stop"), calculation.stop, key=f"{draft.key('reading')}_stop", icon="close")
    while calculation.going:
        part = calculation.report
        bar.progress(part if isinstance(part, float) else 0.0, text=t("reading.going"))
        calculation.wait(POLLS)
    shown.empty()
