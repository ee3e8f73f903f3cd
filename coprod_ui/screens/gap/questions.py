"""Questions for the group, under what a screen shows."""

from collections.abc import Sequence

import streamlit as st

from coprod_ui.widgets.lines import listed
from coprod_ui.words import t


def questions(asked: Sequence[str]) -> None:
    """Draws the questions with their heading."""
    st.markdown(f"##### {t('ask_group.heading')}")
    listed(asked)
