"""Belangenweb. Start it with: streamlit run app.py"""

from pathlib import Path

import streamlit as st

import coprod_ui
from coprod_ui.served.server import MIDDLEWARE, ROUTES, at_the_root, warm_up
from coprod_ui.served.settings import stay_at_home

at_the_root(st.get_option("server.baseUrlPath"))
stay_at_home()
app = st.App(Path(coprod_ui.__file__).with_name("frame.py"), routes=ROUTES, middleware=MIDDLEWARE, lifespan=warm_up)
