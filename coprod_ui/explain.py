"""Explain any number: a button beside a reading opens how it came about, with this web's own numbers."""

import streamlit as st

from coprod_core.indicators import Readings
from coprod_core.indicators.explanation import READINGS, Explanation, Step, Subject, explanation
from coprod_core.model import Web
from coprod_ui.sentences import explained
from coprod_ui.words import Words, current_words, t

MOST_ROWS = 8
"""The most rows of one step that a dialog lists one by one."""

_READING = "explain_reading"


def button(readings: Readings, code: str, *subject: str) -> None:
    """A small button, named after the reading, that explains it; nothing where the reading is missing.

    `subject`: the ids to begin with; another can be chosen in the dialog.
    """
    if list(READINGS[code].subjects(readings)):
        _opens(explained.asked(code, current_words()), readings, code, subject, f"explain_icon_{code}")


def menu(readings: Readings, code: str, *subject: str) -> None:
    """The same with words on it, to stand under several readings: in the dialog each of them can be chosen."""
    if list(READINGS[code].subjects(readings)):
        _opens(t("explain.button"), readings, code, subject, f"explain_menu_{code}")


def heading(text: str, readings: Readings, code: str, *subject: str) -> None:
    """A small heading with, beside it, the button that explains the reading under it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(f"##### {text}", width="content")
        button(readings, code, *subject)


def _opens(label: str, readings: Readings, code: str, subject: Subject, key: str) -> None:
    key = "_".join((key, *subject)).replace(".", "_")
    if st.button(label, icon=":material/calculate:", type="tertiary", key=key):
        st.session_state[_READING] = code
        for place, id_ in enumerate(subject):
            st.session_state[_about_key(place)] = id_
        st.dialog(t("explain.title"), width="medium")(_opened)(readings)


def _opened(readings: Readings) -> None:
    draw(readings)
    st.page_link(st.session_state["pages"]["method"], label=t("explain.method"), icon=":material/tune:")


def draw(readings: Readings) -> None:
    """Draws how the chosen reading came about; which one, and about whom, can be chosen here."""
    web, words = readings.weights.web, current_words()
    code = _chosen_reading(readings, words)
    one = explanation(readings, code, *_chosen_subject(readings, code, web, words))
    st.markdown(words.choice("explain.says", code))
    for number, step in enumerate(one.steps, start=1):
        st.markdown(f"**{number}. {words.choice('explain.step', step.kind.code)}**")
        _step(step, web, words)
    _foot(one, words)


def _chosen_reading(readings: Readings, words: Words) -> str:
    names = {code: explained.reading_name(code, words) for code, of in READINGS.items() if list(of.subjects(readings))}
    return st.selectbox(t("explain.which"), list(names), format_func=lambda code: names.get(code, ""), key=_READING)


def _chosen_subject(readings: Readings, code: str, web: Web, words: Words) -> Subject:
    """Whom or what to explain the reading about, asked one thing after another."""
    left = list(READINGS[code].subjects(readings))
    chosen: tuple[str, ...] = ()
    for place, kind in enumerate(READINGS[code].about):
        ids = list(dict.fromkeys(subject[place] for subject in left))
        key = _about_key(place)
        if st.session_state.get(key) not in ids:
            st.session_state[key] = ids[0]
        names = {id_: explained.plain_name((kind, id_), web, words) for id_ in ids}
        id_ = st.selectbox(t(f"explain.about_{kind}"), ids, format_func=lambda id_, names=names: names[id_], key=key)
        left = [subject for subject in left if subject[place] == id_]
        chosen = (*chosen, id_)
    return chosen


def _about_key(place: int) -> str:
    return f"explain_about_{place}"


def _step(step: Step, web: Web, words: Words) -> None:
    if not step.rows:
        st.markdown(t("explain.nothing"))
        return
    for line in explained.step_lines(step, web, words):
        st.markdown(line)
    if len(step.rows) > 1:
        table = explained.step_table(step, MOST_ROWS, web, words)
        st.table(table.set_index(table.columns[0]))
    together = explained.together(step, words)
    if together:
        st.markdown(together)


def _foot(one: Explanation, words: Words) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(explained.so(one, words))
        st.code(one.reading.formula, language=None, wrap_lines=True)
        st.markdown(" ".join(explained.about(one.reading, words)))
        st.markdown(t("explain.page"))
