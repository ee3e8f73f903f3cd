"""Gap: who and what is missing at the table, and why."""

import streamlit as st

from coprod_ui import current, empty, gap_view, way

way.go_where_asked()

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

readings = current.readings_of(loaded.history.web, gap_view.reference())
gap_view.draw(loaded.history, readings, st.session_state["digits_gap"])
