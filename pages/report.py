"""Report: the participation report, the weighings on record, and what people hear back."""

import streamlit as st

from coprod_ui import current, empty, report_view

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

report_view.draw(loaded, st.session_state["digits_report"])
