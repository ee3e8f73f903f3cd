"""The cases on Start, by what they show: each a card with its picture, its story and two ways to open it."""

import re
from functools import partial

import streamlit as st

from coprod_core.acts.history import Act
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.web.case import Case
from coprod_ui.charts.drawing import Drawing
from coprod_ui.charts.drawing import picture as as_picture
from coprod_ui.charts.web_small import HEIGHT, WIDTH, case_picture
from coprod_ui.examples.cases import GROUPS, CaseFile, cases, entries
from coprod_ui.meeting import current
from coprod_ui.screens.start import case_story
from coprod_ui.screens.start.start import enter
from coprod_ui.widgets.button import button
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import current_words, literal, t


def draw(group: str) -> None:
    """Draws the cards of one of `GROUPS`, two beside each other."""
    dark = is_dark()
    files = [case for case in cases(st.session_state["language"]) if case.name in GROUPS[group]]
    for row in range(0, len(files), 2):
        for column, case in zip(st.columns(2), files[row : row + 2], strict=False):
            with column.container(border=True, key=f"case_{case.name}", height="stretch"):
                _card(case, dark)


def shown_by(case: Case) -> str:
    """The question a case shows: one of the three dilemmas, or one of its own."""
    return t(f"dilemmas.{case.dilemma}") if case.dilemma in DILEMMAS else t(f"cases.shows.{case.dilemma}")


def _card(case: CaseFile, dark: bool) -> None:
    about = case.web.case
    picture, words = st.columns([1, 1.3], gap="small")
    # as HTML: for an image of its own Streamlit loads numpy, for which the first screen would wait
    picture.html(as_picture(Drawing(case_picture(case.web, dark), WIDTH, HEIGHT), alt=""))
    with words:
        st.markdown(f"##### {literal(case.web.title)}")
        st.markdown(f":gray[{t('start.shows')}] {shown_by(about)}")
    minutes = t("cases.minutes", minutes=current_words().count(about.minutes or 0))
    st.markdown(f"{literal(_first_sentences(about.story, 2))} :gray[{minutes}]")
    with st.container(horizontal=True, vertical_alignment="center"):
        button(
            t("start.open_case"), enter, partial(_begun, case.filled), [], key=f"open_{case.name}", icon="arrow_forward"
        )
        button(
            t("cases.open_empty"),
            _build,
            case,
            [],
            key=f"empty_{case.name}",
            type="tertiary",
            help=t("cases.open_empty_help"),
        )


def _build(case: CaseFile, begun: list[str]) -> None:
    """Opens the story over a web in which nothing stands yet: without it a group has nothing to build from."""
    enter(partial(_begun, case.empty), begun)
    case_story.ask()


def _begun(acts: tuple[Act, ...]) -> str:
    return current.store().import_meeting(entries(acts))


def _first_sentences(story: str, count: int) -> str:
    return " ".join(re.split(r"(?<=[.!?]) ", story)[:count])
