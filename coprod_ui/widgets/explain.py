"""Explain any number: a button beside a reading opens how it came about, with this web's own numbers."""

from collections.abc import Iterable

import streamlit as st

from coprod_core.indicators.explanation import READINGS, Explanation, Step, Subject, explanation, in_order
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import explained
from coprod_ui.words import Words, current_words, t
from coprod_ui.words.told_apart import told_apart

MOST_ROWS = 8
"""The most rows of one step that a dialog lists one by one."""

_READING = "explain_reading"
_ABOUT = "explain_about_"
_FIRST = "gap.views"


def button(readings: Readings, code: str, *subject: str) -> None:
    """A small button, named after the reading, that explains it; nothing where the reading is missing.

    `subject`: the ids to begin with, else the largest; another can be chosen in the dialog.
    """
    if _there(readings, code):
        _opens(explained.asked(code, current_words()), readings, code, subject, f"explain_icon_{code}")


def menu(readings: Readings, *codes: str, about: Subject = ()) -> None:
    """The same in words, to stand under what shows these readings; of more than one, a button for each by its name.

    `about`: the ids to begin with, where a reading can be about them.
    """
    there = [code for code in codes if _there(readings, code)]
    if there and len(codes) == 1:
        _opens(t("explain.button"), readings, there[0], about, f"explain_menu_{there[0]}")
    elif there:
        row = _key(("explain_each", *there, *about))
        with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall", key=row):
            st.markdown(f":gray[:material/calculate: {t('explain.button')}]", width="content")
            for code in there:
                name = explained.reading_name(code, current_words())
                _opens(name, readings, code, about, f"explain_menu_{code}", icon=None)


def whole(readings: Readings, key: str, whose: str = "") -> None:
    """One button for all readings of a web: it begins with the gap, or where there is none with what there is.

    `whose`: which web this is, as Markdown, where a screen shows more than one.
    """
    _opens(t("explain.button"), readings, _first(readings), (), f"explain_whole_{key}", whose=whose)


def show(readings: Readings) -> None:
    """Opens what the button for a whole web would open."""
    _show(readings, _first(readings), (), "")


def _first(readings: Readings) -> str:
    return next(code for code in (_FIRST, *READINGS) if _there(readings, code))


def heading(text: str, readings: Readings, code: str, *subject: str) -> None:
    """A small heading with, right beside it, the button that explains the reading under it."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xxsmall", key=f"explain_heading_{_key((code,))}"
    ):
        st.markdown(f"##### {text}", width="content")
        button(readings, code, *subject)


def _there(readings: Readings, code: str) -> bool:
    return any(True for _ in READINGS[code].subjects(readings))


def _key(parts: Iterable[str]) -> str:
    return "_".join(parts).replace(".", "_")


def _opens(
    label: str,
    readings: Readings,
    code: str,
    subject: Subject,
    key: str,
    icon: str | None = ":material/calculate:",
    whose: str = "",
) -> None:
    if st.button(label, icon=icon, type="tertiary", key=_key((key, *subject))):
        _show(readings, code, subject, whose)


def _show(readings: Readings, code: str, subject: Subject, whose: str) -> None:
    for held in [held for held in st.session_state if str(held).startswith(_ABOUT)]:
        del st.session_state[held]
    st.session_state[_READING] = code
    for place, id_ in enumerate(subject):
        st.session_state[_about_key(place)] = id_
    st.dialog(t("explain.title"), width="medium")(_opened)(readings, whose)


def _opened(readings: Readings, whose: str) -> None:
    if whose:
        st.markdown(f":gray[{whose}]")
    draw(readings)
    st.page_link(
        st.session_state["pages"]["method"],
        label=t("explain.method", screen=t("screens.method")),
        icon=":material/tune:",
    )


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
    """Whom or what to explain the reading about, asked one thing after another, the most telling first."""
    left = in_order(readings, code)
    chosen: tuple[str, ...] = ()
    for place, kind in enumerate(READINGS[code].about):
        ids = list(dict.fromkeys(subject[place] for subject in left))
        key = _about_key(place)
        if st.session_state.get(key) not in ids:
            st.session_state[key] = ids[0]
        names = told_apart({id_: explained.plain_name((kind, id_), web, words) for id_ in ids})
        id_ = st.selectbox(t(f"explain.about_{kind}"), ids, format_func=names.__getitem__, key=key)
        left = [subject for subject in left if subject[place] == id_]
        chosen = (*chosen, id_)
    return chosen


def _about_key(place: int) -> str:
    return f"{_ABOUT}{place}"


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
