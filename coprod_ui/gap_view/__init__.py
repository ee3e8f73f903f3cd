"""The Gap screen: one question a tab: what is missing, who, how sure that is, where people think otherwise, and who
lives here.
"""

from collections.abc import Callable
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from coprod_core.history import History
from coprod_core.indicators import GapRobustness, Readings, Reference, Undefined
from coprod_core.model import Web
from coprod_ui import canvas, charts, current, explain, sentences, way
from coprod_ui.figure import figure
from coprod_ui.foot import foot
from coprod_ui.gap_view.certainty import how_sure, what_would_change_it
from coprod_ui.gap_view.heading import heading
from coprod_ui.gap_view.missing import who_is_missing
from coprod_ui.gap_view.people import who_lives_here
from coprod_ui.gap_view.questions import questions
from coprod_ui.gap_view.thinking import who_thinks_otherwise
from coprod_ui.tabs import open_tab
from coprod_ui.theme import is_dark
from coprod_ui.words import Words, current_words, t

TABS = ("what", "who", "sure", "change", "thinking", "people")


def reference() -> Reference:
    """Whom the table is held against, as chosen on this screen."""
    return Reference(st.session_state.get("reference", Reference.MAXI_PUBLIC))


def draw(history: History, readings: Readings, digits: bool) -> None:
    """Draws the tab that is open; what it shows stands under it in words, as questions for the group."""
    web, words = history.web, current_words()
    if readings.gap is None:
        st.header(t("strip.gap"), anchor=False)
        st.markdown(sentences.gap_sentences(readings, web, words, digits)["undefined"])
        who_lives_here(readings, web, digits, words, is_dark())
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(t("strip.gap"), anchor=False, width="content")
        st.space("stretch")
        _reference_switch()
    for tab in open_tab("gap_question", {tab: t(f"gap_tabs.{tab}") for tab in TABS}, st.query_params.pop("q", None)):
        match tab:
            case "what":
                _what_is_missing(readings, _certainty(web), web, digits, words)
            case "who":
                who_is_missing(history, readings, digits, words, is_dark())
            case "sure":
                how_sure(readings, _certainty(web), web, digits, words, is_dark())
            case "change":
                what_would_change_it(history, readings, digits, words, is_dark())
            case "thinking":
                who_thinks_otherwise(readings, web, digits, words, is_dark())
            case "people":
                who_lives_here(readings, web, digits, words, is_dark())
    foot(web, words)


def _certainty(web: Web) -> GapRobustness:
    found = current.robustness_of(web, reference())
    assert not isinstance(found, Undefined)  # there is a gap
    return found


def _reference_switch() -> None:
    """The article's maxi-public, or everybody affected."""
    labels = {str(option): t(f"reference.{option}") for option in Reference}
    st.segmented_control(
        t("gap_screen.reference"),
        list(labels),
        format_func=lambda option: labels[option],
        default=str(Reference.MAXI_PUBLIC),
        required=True,
        key="reference",
        persist_state="session",
        help=t("gap_screen.reference_help"),
    )


_WHAT = ("gap.places", "gap.views", "gap.attention", "gap.overlap", "sure.band", "sure.cause")
"""The readings in the sentences and the picture of what is missing."""


def _what_is_missing(readings: Readings, found: GapRobustness, web: Web, digits: bool, words: Words) -> None:
    gap = readings.gap
    said = sentences.gap_sentences(readings, web, words, digits)
    three, heard = st.columns([1.1, 1], gap="large")
    with three:
        figure(
            "gaps",
            charts.gaps_figure(gap, found, words, digits, is_dark()),
            charts.gaps_alt(gap, found, words),
            lambda: charts.gaps_table(gap, found, words),
        )
        lines = [said[part] for part in ("places", "views", "attention", "overlap") if part in said]
        lines += sentences.main_causes(readings, found, web, words, digits)
        lines += sentences.unheard(readings, web, words)
        st.markdown("\n".join(f"- {line}" for line in lines))
        with st.container(horizontal=True):
            explain.menu(readings, *_WHAT)
            st.button(
                t("gap_screen.on_canvas"),
                key="show_causes_on_web",
                type="tertiary",
                icon=":material/visibility:",
                on_click=_show_on_web,
            )
        _causes("interests", _INTERESTS, readings, web, digits, words)
    with heard:
        st.markdown(f"##### {t('gap_screen.attention')}")
        figure(
            "attention",
            charts.attention_figure(gap, web, words, digits, is_dark()),
            charts.attention_alt(gap, web, words),
            partial(charts.attention_table, gap, web, words),
        )
        explain.menu(readings, "gap.outside", "gap.table", "gap.unheard")
        _causes("parties", _PARTIES, readings, web, digits, words)
        questions(sentences.about_what(gap, web, words))


def _show_on_web() -> None:
    canvas.show_causes()
    way.go("web")


Drawing = tuple[str, Callable[..., go.Figure], Callable[..., str], Callable[..., pd.DataFrame]]
"""The reading a chart shows, the chart, what it says in words, and its table."""

_INTERESTS: Drawing = (
    "gap.by_interest",
    charts.interest_causes_figure,
    charts.interest_causes_alt,
    charts.interest_causes_table,
)
_PARTIES: Drawing = "gap.by_actor", charts.actor_causes_figure, charts.actor_causes_alt, charts.actor_causes_table


def _causes(name: str, drawing: Drawing, readings: Readings, web: Web, digits: bool, words: Words) -> None:
    code, drawn, alt, table = drawing
    gap = readings.gap
    heading(name, readings, code)
    figure(name, drawn(gap, web, words, digits, is_dark()), alt(gap, web, words), partial(table, gap, web, words))
