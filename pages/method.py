"""Method: every convention of the meeting in one place, to read, to change and to put back."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import method as method_view
from coprod_ui.widgets import empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

method_view.draw(loaded.history, st.session_state["digits_method"])
