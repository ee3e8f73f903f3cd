"""Questions to put to the group: those this web's readings raise, and those of the case."""

import streamlit as st

from coprod_core.indicators.strongest import DILEMMAS
from coprod_ui.screens.dilemmas.scene import Scene, story
from coprod_ui.sentences import questions as say_questions
from coprod_ui.widgets.lines import listed
from coprod_ui.words import literal, t


def draw(scene: Scene) -> None:
    """The story of the case, the questions about this web, and beside them those the case asks about this dilemma."""
    story(scene.web)
    case = scene.web.case
    own, asked = st.columns(2, gap="large")
    with own:
        st.markdown(f"##### {t('dilemma_screen.own_questions')}")
        listed(say_questions.questions(scene.name, scene.readings, scene.web, scene.words))
    if case.questions and (case.dilemma == scene.name or case.dilemma not in DILEMMAS):
        with asked:
            st.markdown(f"##### {t('dilemma_screen.case_questions')}")
            listed([literal(question) for question in case.questions])
