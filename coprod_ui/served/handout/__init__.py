"""What a workshop has on paper: a sheet for before, one for after, and the role cards to cut out."""

from urllib.parse import urlencode

import streamlit as st

HOME = "/handout"
"""Where handouts are, one per meeting with a workshop."""


def address(meeting: str, sheet: str = "") -> str:
    """Where a sheet of a meeting's workshop is, in the workshop's own language: the handout of before, `after` or
    `roles`.
    """
    return f"{HOME}/{meeting}{sheet and f'/{sheet}'}?{urlencode({'language': st.session_state['language']})}"
