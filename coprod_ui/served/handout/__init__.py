"""The handout: the story, the parties and the questions of a workshop on A4, with room to write."""

from urllib.parse import urlencode

import streamlit as st

HOME = "/handout"
"""Where handouts are, one per meeting with a workshop."""


def address(meeting: str) -> str:
    """Where the handout of a meeting's workshop is, in the workshop's own language."""
    return f"{HOME}/{meeting}?{urlencode({'language': st.session_state['language']})}"
