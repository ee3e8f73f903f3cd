"""Lets the facilitator's screen follow the room: what comes in draws the fragment it stands in anew, by itself."""

import streamlit as st

from coprod_ui.components import scripts as component_scripts

AT_LEAST_EVERY = 10.0
"""Seconds after which a screen looks by itself, where pushing does not come through."""

_listener = st.components.v2.component(
    "belangenweb_following",
    html="<span></span>",
    js=component_scripts.loaded("following.js"),
)


def follow(meeting: str) -> None:
    """Draws nothing; runs the fragment it is called in again whenever something comes in for this meeting."""
    _listener(
        key="following",
        data={"url": f"api/live/{meeting}/events"},
        width=1,
        height=1,
        on_news_change=lambda: None,
    )
