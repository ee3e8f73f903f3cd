"""Conditions: what a group agrees, expects and sees beside the web, and exercises to do together."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import conditions as conditions_view
from coprod_ui.widgets import empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

conditions_view.draw(loaded.history.web, st.session_state["digits_conditions"])
