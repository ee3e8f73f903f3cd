"""The three beats of a debrief that is being written."""

from functools import partial

import streamlit as st

from coprod_core.workshop.editing import with_beat
from coprod_core.workshop.values import HEADING, Beat, Debrief
from coprod_core.workshop.whole import Workshop
from coprod_ui.screens.workshop.editor.changing import Change
from coprod_ui.widgets import controls
from coprod_ui.words import t


def draw(workshop: Workshop, place: int, change: Change) -> None:
    """Draws the heading, the questions and the minutes of each beat."""
    step = workshop.steps[place]
    assert isinstance(step, Debrief)
    for number, beat in enumerate(step.beats):
        with st.container(border=True, gap="xsmall", key=f"workshop_beat_{step.id}_{number}"):
            _beat(f"workshop_beat_{step.id}_{number}", beat, partial(_set, change, place, number))


def _set(change: Change, place: int, number: int, name: str, value: object) -> bool:
    return change(lambda draft: with_beat(draft, place, number, {name: value}))


def _beat(key: str, beat: Beat, put: partial[bool]) -> None:
    heading, minutes = st.columns([4, 1])
    with heading:
        controls.shown(
            st.text_input,
            t("workshop_editor.heading"),
            beat.heading,
            partial(put, "heading"),
            key=f"{key}_heading",
            max_chars=HEADING,
        )
    with minutes:
        low = min(0.5, float(beat.minutes))
        controls.shown(
            st.number_input,
            t("workshop_editor.minutes"),
            float(beat.minutes),
            partial(put, "minutes"),
            key=f"{key}_minutes",
            min_value=low,
            max_value=80.0,
            step=1.0,
            format="%g",
        )
    controls.shown(
        st.text_area,
        t("workshop_fields.beat_questions"),
        "\n".join(beat.questions),
        lambda text: put("questions", tuple(line.strip() for line in text.splitlines() if line.strip())),
        key=f"{key}_questions",
        height=80,
    )
