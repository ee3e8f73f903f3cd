"""Erasing what was noted of the parties of a meeting, after one question: it cannot be got back."""

import streamlit as st

from coprod_ui.meeting import acting, current
from coprod_ui.words import t


def show() -> None:
    """Opens it in a dialog."""
    st.dialog(t("noted.erase"), width="medium")(draw)()


def draw() -> None:
    """What goes, what stays, and the button that does it."""
    meeting = current.root()
    if meeting is None:
        return
    for line in ("goes", "stays", "elsewhere"):
        st.markdown(t(f"noted.{line}"))
    if st.button(t("noted.erase_sure"), key="erase_noted_sure", icon=":material/delete_forever:"):
        current.attempt(lambda: acting.erase_noted(meeting))
        st.rerun()
