"""Dilemmas: what every way out costs, and for whom."""

import streamlit as st

from coprod_ui import current, dilemmas_view, empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

web = loaded.history.web
dilemmas_view.draw(web, current.readings_of(web), st.session_state["digits_dilemmas"])
