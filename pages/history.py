"""History: the meeting as a timeline, the web and the readings as they were, bookmarks, and the readings' course."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import history as history_view
from coprod_ui.widgets import empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

history_view.draw(loaded, st.session_state["digits_history"])
