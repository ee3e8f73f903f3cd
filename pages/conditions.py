"""Conditions: what a group agrees, expects and sees beside the web, and exercises to do together."""

import streamlit as st

from coprod_ui import conditions_view, current, empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

conditions_view.draw(loaded.history.web, st.session_state["digits_conditions"])
