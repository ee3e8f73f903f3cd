"""How far people at the table came to think otherwise than their own people, round after round."""

from functools import partial

import streamlit as st

from coprod_core.rounds.drift import drift_over_rounds
from coprod_ui import charts, sentences
from coprod_ui.figure import figure
from coprod_ui.join.scene import Scene
from coprod_ui.words import t

LEAST_ROUNDS = 2


def draw(scene: Scene) -> None:
    """Draws the drift once two rounds were taken over; before that, what is needed for it."""
    st.header(t("drift.heading"), anchor=False)
    found = drift_over_rounds(scene.history)
    if len(found) < LEAST_ROUNDS:
        st.markdown(t("drift.not_yet"))
        return
    for line in sentences.drift_sentences(found, scene.web, scene.words, scene.digits):
        st.markdown(line)
    figure(
        "round_drift",
        charts.round_drift_figure(found, scene.words, scene.digits, scene.dark),
        charts.round_drift_alt(found, scene.words),
        partial(charts.round_drift_table, found, scene.web, scene.words),
    )
