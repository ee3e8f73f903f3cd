"""What if: copies of the meeting to try things in, held side by side."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import scenarios as scenarios_view
from coprod_ui.widgets import empty

if current.meeting() is None:
    empty.no_meeting()
    st.stop()

scenarios_view.draw(st.session_state["digits_scenarios"])
