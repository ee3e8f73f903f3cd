"""Questions for the group, under what a screen shows."""

from collections.abc import Sequence

import streamlit as st

from coprod_ui.words import t


def questions(asked: Sequence[str]) -> None:
    """Draws the questions with their heading."""
    st.markdown(f"##### {t('ask_group.heading')}")
    st.markdown("\n".join(f"- {question}" for question in asked))
