"""The Report screen: the participation report, the weighings it accounts for, and what people hear back."""

import streamlit as st

from coprod_core.store import Loaded
from coprod_ui.report_view import drafting, replies, weighings, whole
from coprod_ui.tabs import open_tab
from coprod_ui.words import t

TABS = ("whole", "weighings", "replies")


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the tab that is open."""
    st.header(t("report_screen.heading"), anchor=False)
    for tab in open_tab(drafting.TAB, {tab: t(f"report_tabs.{tab}") for tab in TABS}):
        match tab:
            case "whole":
                whole.draw(loaded, digits)
            case "weighings":
                weighings.draw(loaded, digits)
            case "replies":
                replies.draw(loaded.history.web)
