"""The tab of Gap that asks who thinks otherwise: the table beside the outside, and beside its own people."""

from functools import partial

import streamlit as st

from coprod_core.indicators import Readings, positions
from coprod_core.model import Web
from coprod_ui import charts, explain, sentences
from coprod_ui.figure import figure
from coprod_ui.gap_view.questions import questions
from coprod_ui.words import Words, of_100, t

_POSITIONS = (
    "positions.distance",
    "positions.outside",
    "positions.at_table",
    "positions.polarisation",
    "positions.at_table_polarisation",
)


def who_thinks_otherwise(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the tab."""
    gap, found = readings.gap, positions(readings.weights, readings.reference)
    apart, drift = st.columns([1.3, 1], gap="large")
    with apart:
        st.markdown(f"##### {t('gap_screen.positions')}")
        st.markdown("\n".join(f"- {line}" for line in sentences.apart(found, gap, web, words, digits)))
        figure(
            "positions",
            charts.positions_figure(found, gap, web, words, digits, dark),
            charts.positions_alt(found, gap, web, words),
            partial(charts.positions_table, found, gap, web, words),
        )
        explain.menu(readings, *_POSITIONS)
    with drift:
        st.markdown(f"##### {t('gap_screen.drift')}")
        st.markdown("\n".join(f"- {line}" for line in sentences.drift(gap, web, words, digits)))
        if of_100(gap.drift):
            figure(
                "drift",
                charts.drift_figure(gap, web, words, digits, dark),
                charts.drift_alt(gap, web, words),
                partial(charts.drift_table, gap, web, words),
            )
        explain.menu(readings, "gap.drift", "gap.drift_by_interest")
        st.page_link(
            st.session_state["pages"]["history"], label=t("gap_screen.see_history"), icon=":material/timeline:"
        )
        questions(sentences.about_views(found, gap, web, words))
