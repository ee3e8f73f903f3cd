"""The sheet of Gap about views: what people outside want that is heard less at the table, and by which interest."""

import streamlit as st

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.robustness import GapRobustness
from coprod_core.web.model import Web
from coprod_ui.charts.certainty import gaps_chart
from coprod_ui.charts.gap import attention_chart, interest_causes_chart
from coprod_ui.meeting import selection
from coprod_ui.screens.gap.heading import heading
from coprod_ui.screens.gap.questions import questions
from coprod_ui.sentences import certainty as say_certainty
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences import gap_questions as say_gap_questions
from coprod_ui.sentences.undefined import known
from coprod_ui.widgets import explain, way
from coprod_ui.widgets.button import button
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, t

_WHAT = ("gap.views", "gap.attention", "gap.overlap", "sure.band", "sure.cause")
"""The readings in the sentences and the picture of what is wanted."""


def what_is_wanted(readings: Readings, found: GapRobustness, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet."""
    gap = known(readings.gap)
    said = say_gap.gap_sentences(readings, web, words, digits)
    three, heard = st.columns([1.1, 1], gap="large")
    with three:
        figure("gaps", gaps_chart(gap, found, words, digits, dark))
        lines = [said[part] for part in ("views", "attention", "overlap") if part in said]
        listed([*lines, *say_certainty.main_causes(readings, found, web, words, digits)])
        explain.menu(readings, *_WHAT)
        heading("interests", readings, "gap.by_interest")
        figure("interests", interest_causes_chart(gap, web, words, digits, dark))
    with heard:
        st.markdown(f"##### {t('gap_screen.attention')}")
        figure("attention", attention_chart(gap, web, words, digits, dark))
        explain.menu(readings, "gap.outside", "gap.table", "gap.unheard")
        button(t("gap_screen.on_canvas"), _show_on_web, key="show_causes_on_web", icon="visibility", type="tertiary")
        questions(say_gap_questions.about_what(gap, web, words))


def _show_on_web() -> None:
    selection.show_causes()
    way.go("web")
