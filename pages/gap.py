"""Gap: who and what is missing at the table, and why."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import gap as gap_view
from coprod_ui.widgets import empty, way

way.go_where_asked()

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

readings = current.readings_at(loaded.history, gap_view.reference())
gap_view.draw(loaded.history, readings, st.session_state["digits_gap"])
