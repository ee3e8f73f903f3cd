"""The sheet of Gap that asks who thinks otherwise: the table beside the outside, and beside its own people."""

import streamlit as st

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.positions import positions
from coprod_core.web.model import Web
from coprod_ui.charts.views import drift_chart, positions_chart
from coprod_ui.screens.gap.questions import questions
from coprod_ui.sentences import gap_questions as say_gap_questions
from coprod_ui.sentences import views as say_views
from coprod_ui.sentences.undefined import known
from coprod_ui.widgets import explain
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, of_100, t

_POSITIONS = (
    "positions.distance",
    "positions.outside",
    "positions.at_table",
    "positions.polarisation",
    "positions.at_table_polarisation",
)


def who_thinks_otherwise(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet."""
    gap, found = known(readings.gap), positions(readings.weights, readings.reference)
    apart, drift = st.columns([1.3, 1], gap="large")
    with apart:
        st.markdown(f"##### {t('gap_screen.positions')}")
        listed(say_views.apart(found, gap, web, words, digits))
        figure("positions", positions_chart(found, gap, web, words, digits, dark))
        explain.menu(readings, *_POSITIONS)
    with drift:
        st.markdown(f"##### {t('gap_screen.drift')}")
        listed(say_views.drift(gap, web, words, digits))
        if of_100(gap.drift):
            figure("drift", drift_chart(gap, web, words, digits, dark))
        explain.menu(readings, "gap.drift", "gap.drift_by_interest")
        st.page_link(
            st.session_state["pages"]["history"], label=t("gap_screen.see_history"), icon=":material/timeline:"
        )
        questions(say_gap_questions.about_views(found, gap, web, words))
