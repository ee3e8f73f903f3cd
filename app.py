"""Belangenweb. Start it with: streamlit run app.py"""

from pathlib import Path

import streamlit as st

from coprod_ui.server import MIDDLEWARE, ROUTES, warm_up

app = st.App(Path(__file__).parent / "coprod_ui" / "frame.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=warm_up)
