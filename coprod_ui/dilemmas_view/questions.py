"""Questions to put to the group: those this web's readings raise, and those of the case."""

import streamlit as st

from coprod_ui import sentences
from coprod_ui.dilemmas_view.scene import Scene, listed
from coprod_ui.strip import DILEMMAS
from coprod_ui.words import literal, t


def draw(scene: Scene) -> None:
    """The questions about this web, and beside them those the case asks about this dilemma."""
    case = scene.web.case
    own, asked = st.columns(2, gap="large")
    with own:
        st.markdown(f"##### {t('dilemma_screen.own_questions')}")
        listed(sentences.questions(scene.name, scene.readings, scene.web, scene.words))
    if case.questions and (case.dilemma == scene.name or case.dilemma not in DILEMMAS):
        with asked:
            st.markdown(f"##### {t('dilemma_screen.case_questions')}")
            listed([literal(question) for question in case.questions])
