"""Dilemmas: what every way out costs, and for whom."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import dilemmas as dilemmas_view
from coprod_ui.widgets import empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

dilemmas_view.draw(loaded.history.web, current.readings_at(loaded.history), st.session_state["digits_dilemmas"])
