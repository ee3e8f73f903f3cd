"""Join in: residents weigh in from their phones, round by round."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import join
from coprod_ui.widgets import empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

join.draw(loaded, st.session_state["digits_join"])
