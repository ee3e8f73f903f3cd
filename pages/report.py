"""Report: the participation report, the weighings on record, and what people hear back."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import report as report_view
from coprod_ui.widgets import empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

report_view.draw(loaded, st.session_state["digits_report"])
