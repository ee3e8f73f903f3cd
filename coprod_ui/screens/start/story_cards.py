"""The short stories on Start: each a card with what happens and the dilemma it asks about, and a way to begin."""

from functools import partial

import streamlit as st

from coprod_core.acts.weighing import Dilemma
from coprod_ui.examples.stories import Story, stories
from coprod_ui.meeting import current
from coprod_ui.screens.start.start import enter
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, literal, t

TAB = "stories"
"""The tab of the examples in which they stand."""


def draw() -> None:
    """Draws the cards, two beside each other."""
    st.markdown(t("stories.said"))
    files = stories(st.session_state["language"])
    for row in range(0, len(files), 2):
        for column, story in zip(st.columns(2), files[row : row + 2], strict=False):
            with column.container(border=True, key=f"story_{story.name}", height="stretch"):
                _card(story)


def _card(story: Story) -> None:
    about, (dilemma,) = story.web.case, story.web.dilemmas
    st.markdown(f"##### {literal(story.web.title)}")
    minutes = t("cases.minutes", minutes=current_words().count(about.minutes or 0))
    st.markdown(f"{literal(about.story)} :gray[{minutes}]")
    st.markdown(f":gray[{t('stories.opens')}] {t(f'stories.shows.{story.name}')}")
    st.markdown(f":gray[{t('stories.dilemma')}] {literal(dilemma.question)}")
    button(t("stories.begin"), _begin, story, [], key=f"begin_{story.name}", icon="arrow_forward")


def _begin(story: Story, begun: list[str]) -> None:
    """Begins a meeting with the story, and goes to its dilemma: there is nothing else in it yet."""
    st.session_state["dilemma"] = Dilemma.OWN.value
    enter(partial(current.store().begin, story.web), begun, "dilemmas")
