"""The editor alone in a page, as the Web screen mounts it: `streamlit run tests/browser/editor_app/app.py`."""

from importlib.resources import files
from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

app = st.App(
    Path(__file__).with_name("page.py"),
    routes=[Mount("/vendor", StaticFiles(directory=str(files("pyvis") / "lib")))],
)
