"""The Conditions screen: what a group agrees, expects and sees beside the web of interests, one subject a tab."""

from collections.abc import Callable, Mapping

import streamlit as st

from coprod_core.web.model import Web
from coprod_ui.screens.conditions import (
    expectations,
    foundation,
    frame,
    lasting,
    looking_back,
    rules,
    together,
    working,
)
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.widgets.tabs import open_tab
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import current_words, t

TAB = "conditions"
"""Where the session keeps which tab is open."""

TABS: Mapping[str, Callable[[Scene], None]] = {
    "frame": frame.draw,
    "expectations": expectations.draw,
    "working": working.draw,
    "lasting": lasting.draw,
    "foundation": foundation.draw,
    "rules": rules.draw,
    "back": looking_back.draw,
    "together": together.draw,
}


def draw(web: Web, digits: bool) -> None:
    """Draws the tab that is open. `digits`: whether numbers are shown beside the words."""
    scene = Scene(web, current_words(), digits, is_dark())
    labels = {name: t(f"conditions_tabs.{name}") for name in TABS}
    for name in open_tab(TAB, labels, st.query_params.pop("tab", None)):
        st.markdown(t(f"conditions_intro.{name}"))
        TABS[name](scene)
