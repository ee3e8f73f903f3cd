"""Web: the canvas in the shape of figure 1, the live readings above it, the inspector beside it."""

import streamlit as st

from coprod_ui import canvas, current, empty, strip
from coprod_ui.inspector import inspector
from coprod_ui.quick_entry import quick_entry
from coprod_ui.reception import acknowledged

loaded = current.meeting()
if loaded is None:
    empty.no_meeting()
    st.stop()

web = loaded.history.web
readings = current.readings_of(web)
digits = st.session_state["digits_web"]

strip.draw(web, readings, digits)
left, right = st.columns([2.9, 1], gap="small")
with left.container(gap="xsmall", key="canvas_side"):
    canvas.draw(loaded, readings)
    quick_entry(web, acknowledged(loaded), canvas.last_act(loaded, digits))
with right:
    inspector(loaded.history, height=460)
