"""Web: the board takes the screen."""

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens import web
from coprod_ui.widgets import empty

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

web.draw(loaded, st.session_state["digits_web"])
