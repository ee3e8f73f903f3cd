"""History: the meeting as a timeline, the web and the readings as they were, bookmarks, and the readings' course."""

import streamlit as st

from coprod_ui import current, empty, history_view

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

history_view.draw(loaded, st.session_state["digits_history"])
