"""A line of a list with a button that takes it away."""

import streamlit as st

from coprod_core.acts.command import Command
from coprod_ui.widgets import controls
from coprod_ui.words import t


def removable(said: str, remove: Command, key: str) -> None:
    """Draws one line, in Markdown, and the button beside it."""
    text, gone = st.columns([5, 1], vertical_alignment="center")
    text.markdown(said)
    with gone:
        controls.act_button(t("details.remove"), lambda: remove, key=f"remove_{key}", type="tertiary")
