"""The Gap screen: one sentence, one picture, who is missing; all else behind *More*, where only what is open costs."""

import streamlit as st

from coprod_core.acts.history import History
from coprod_core.indicators.gap import Reference
from coprod_core.indicators.overview import Readings
from coprod_ui.palette.css import on_ground
from coprod_ui.screens.gap import cards, first, more
from coprod_ui.screens.gap.people import who_lives_here
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences.headline import nobody_counts
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import current_words, t
from coprod_ui.words.templates import ROOT

SHEETS = more.SHEETS
"""What stands behind *More*."""

_STYLES = ("charts/gap_scene.css", "screens/gap/gap.css")


def reference() -> Reference:
    """Whom the table is held against, as chosen on this screen."""
    return Reference(st.session_state.get("reference", Reference.MAXI_PUBLIC))


def draw(history: History, readings: Readings, digits: bool) -> None:
    """Draws what is first, and of the rest what a person opened."""
    web, words, dark = history.web, current_words(), is_dark()
    if readings.gap is None:
        st.header(t("strip.gap"), anchor=False)
        st.markdown(say_gap.gap_sentences(readings, web, words, digits)["undefined"])
        who_lives_here(readings, web, digits, words, dark)
        return
    st.html(f"<style>{on_ground(_style(), dark)}</style>")
    first.draw(readings, web, digits, words, dark)
    if not nobody_counts(readings):
        cards.draw(history, readings, digits, words, dark)
    more.draw(history, readings, digits, words, dark)


def _style() -> str:
    return "\n".join(ROOT.joinpath(style).read_text("utf-8") for style in _STYLES)
