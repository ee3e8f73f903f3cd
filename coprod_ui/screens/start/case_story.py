"""The story of a case, to read while one works on it: what happens, what to ask, what to notice, and our own web."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from coprod_core.web.model import Web
from coprod_ui.examples.cases import CaseFile, case_of, entries
from coprod_ui.meeting import current
from coprod_ui.screens.start.start import enter
from coprod_ui.widgets.lines import listed
from coprod_ui.widgets.way import STORY
from coprod_ui.words import current_words, literal, t

COMPARED = ("actors", "interests", "options")
"""The lists of a web that are laid beside those of the case."""


def ask() -> None:
    """Opens the story on the screen that comes next, to be called in a callback."""
    st.session_state[STORY] = True


def show_where_asked(web: Web) -> None:
    """Opens the story of a web that has one, if it was asked for."""
    if st.session_state.pop(STORY, False) and (web.case.story or web.case.questions):
        st.dialog(literal(web.title) or t("cases.story"), width="medium")(draw)(web)


def draw(web: Web) -> None:
    """Draws what the button opens: story, questions, what to notice, our web beside the group's, and the source."""
    case = web.case
    st.markdown(literal(case.story))
    if case.minutes:
        st.markdown(f":gray[{t('cases.minutes', minutes=current_words().count(case.minutes))}]")
    if case.questions:
        st.markdown(f"**{t('cases.questions')}**")
        _listed(case.questions)
    if case.notice:
        with st.expander(t("cases.notice"), icon=":material/visibility:"):
            _listed(case.notice)
    ours = case_of(web)
    if ours and not _drawn_from(ours, web):
        _compared(web, ours)
    if case.source:
        st.markdown(f":gray[{t('cases.source', source=literal(case.source))}]")


def _listed(lines: Iterable[str]) -> None:
    listed(literal(line) for line in lines)


def _drawn_from(ours: CaseFile, web: Web) -> bool:
    """Whether a web began with ours: then there is nothing to lay beside it."""
    return any(actor.id in ours.web.actor_by_id for actor in web.actors)


def _compared(web: Web, ours: CaseFile) -> None:
    """What the group drew beside what we drew, for a group that began with the story alone."""
    with st.expander(t("cases.compare"), icon=":material/compare_arrows:"):
        st.markdown(t("cases.compare_help"))
        for column, whose, shown in zip(st.columns(2), ("yours", "ours"), (web, ours.web), strict=True):
            with column:
                st.markdown(f"**{t(f'cases.{whose}')}**")
                for name in COMPARED:
                    names = ", ".join(literal(item.name) for item in getattr(shown, name)) or t("cases.none_yet")
                    st.markdown(f":gray[{t(f'cases.compared.{name}')}] {names}")
        begin = partial(current.store().import_meeting, entries(ours.filled))
        if st.button(t("cases.open_ours"), key="open_ours", on_click=enter, args=(begin, [])):
            st.rerun()
