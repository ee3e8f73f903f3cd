"""How far people at the table came to think otherwise than their own people, round after round."""

import streamlit as st

from coprod_core.rounds.drift import drift_over_rounds
from coprod_ui.charts.round_drift import round_drift_chart
from coprod_ui.screens.join.scene import Scene
from coprod_ui.sentences import drifting as say_drifting
from coprod_ui.widgets.figure import figure
from coprod_ui.words import t

LEAST_ROUNDS = 2


def draw(scene: Scene) -> None:
    """Draws the drift once two rounds were taken over; before that, what is needed for it."""
    st.header(t("drift.heading"), anchor=False)
    found = drift_over_rounds(scene.history)
    if len(found) < LEAST_ROUNDS:
        st.markdown(t("drift.not_yet"))
        return
    for line in say_drifting.drift_sentences(found, scene.web, scene.words, scene.digits):
        st.markdown(line)
    figure("round_drift", round_drift_chart(found, scene.web, scene.words, scene.digits, scene.dark))
