"""A quiet warning where a text may point at one person. It never blocks."""

import streamlit as st

from coprod_ui.sentences import hints
from coprod_ui.words import current_words


def privacy_note(text: str) -> None:
    """Says which personal data a text seems to hold, if any."""
    if said := hints.personal_data(text, current_words()):
        st.markdown(f":orange-badge[{said}]")
