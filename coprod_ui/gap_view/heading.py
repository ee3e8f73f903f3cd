"""The heading above one picture of Gap, with the button that explains its numbers."""

import streamlit as st

from coprod_core.indicators import Readings
from coprod_ui import explain
from coprod_ui.words import t


def heading(name: str, readings: Readings, code: str, *subject: str) -> None:
    """Draws `gap_screen.{name}` and, beside it, the button that explains the reading `code`."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(f"##### {t(f'gap_screen.{name}')}", width="content")
        explain.button(readings, code, *subject)
