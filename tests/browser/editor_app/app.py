"""The editor alone in a page, as the Web screen mounts it: `streamlit run tests/browser/editor_app/app.py`."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[3]))

from coprod_ui.server import ROUTES

app = st.App(Path(__file__).with_name("page.py"), routes=ROUTES)
