"""Whether what was noted of parties goes along in a file: only where whoever saves it says so, each time anew."""

import streamlit as st

from coprod_core.web.model import Web
from coprod_core.web.noted import holds_noted, web_without
from coprod_ui.words import t


def asked(web: Web, key: str) -> bool:
    """A box to tick, with what that means; nothing is asked where nothing was noted."""
    return holds_noted(web) and tick(key)


def tick(key: str) -> bool:
    """The box by itself, for what may hold more than one web."""
    return st.checkbox(t("noted.along"), key=key, help=t("noted.along_help"))


def as_saved(web: Web, noted: bool) -> Web:
    """The web as it goes into a file."""
    return web if noted else web_without(web)
