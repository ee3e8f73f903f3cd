"""Says under an analysis that the meeting does not count as the design does, with the way to where that stands."""

import streamlit as st

from coprod_core.model import Web, deviations
from coprod_ui import sentences
from coprod_ui.words import Words


def method_note(web: Web, words: Words) -> None:
    """One line where a meeting counts otherwise, nothing where it does not."""
    other = deviations(web)
    if other:
        st.page_link(
            st.session_state["pages"]["method"], label=sentences.deviating(other, words), icon=":material/tune:"
        )
