"""The Report screen: the participation report, the weighings, contributions and answers, and the report's details."""

import streamlit as st

from coprod_core.store.values import Loaded
from coprod_ui.report import drafting
from coprod_ui.screens.report import contributions, details, weighings, whole
from coprod_ui.widgets.tabs import open_tab
from coprod_ui.words import t

TABS = ("whole", "weighings", "contributions", "details")


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the tab that is open."""
    st.header(t("report_screen.heading"), anchor=False)
    for tab in open_tab(drafting.TAB, {tab: t(f"report_tabs.{tab}") for tab in TABS}):
        match tab:
            case "whole":
                whole.draw(loaded, digits)
            case "weighings":
                weighings.draw(loaded, digits)
            case "contributions":
                contributions.draw(loaded.history.web)
            case "details":
                details.draw(loaded)
