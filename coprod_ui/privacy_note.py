"""A quiet warning where a text may point at one person. It never blocks."""

import streamlit as st

from coprod_core.privacy import personal_data_hints
from coprod_ui.words import current_words


def privacy_note(text: str) -> None:
    """Says which personal data a text seems to hold, if any."""
    hints = personal_data_hints(text)
    if hints:
        words = current_words()
        what = words.names([words(f"privacy.{hint}") for hint in hints])
        st.markdown(f":orange-badge[{words('privacy.note', what=what)}]")
