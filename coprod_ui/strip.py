"""The strip above the canvas: four questions, each with its picture and its sentence. A click asks why."""

import streamlit as st

from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_ui import pictures, sentences
from coprod_ui.theme import is_dark
from coprod_ui.words import current_words, t

SENTENCE_HEIGHT = 52
"""Two lines, kept free also when one is enough, so that nothing below moves while a web is built."""

DILEMMAS = ("feasibility_inclusiveness", "role", "rules")


def draw(web: Web, readings: Readings, digits: bool) -> None:
    """Draws the gap and the three dilemmas of a web."""
    words, dark = current_words(), is_dark()
    gap, *dilemmas = st.columns([1.4, 1, 1, 1], gap="medium")
    with gap:
        _cell("gap", {}, pictures.gap(readings, words, digits, dark), sentences.strip_gap(readings, web, words, digits))
    for column, name in zip(dilemmas, DILEMMAS, strict=True):
        with column:
            picture = pictures.dilemma(readings, name, web, words, dark)
            _cell("dilemmas", {"d": name}, picture, sentences.strip_dilemma(readings, name, web, words, digits))


def _cell(screen: str, query: dict[str, str], picture: str, sentence: str) -> None:
    name = query.get("d", screen)
    with st.container(gap=None, key=f"strip_{name}"):
        st.page_link(st.session_state["pages"][screen], label=f"**{t(f'strip.{name}')}**", query_params=query)
        st.html(picture)
        with st.container(height=SENTENCE_HEIGHT, border=False, key=f"strip_sentence_{name}"):
            st.markdown(sentence)
