"""The bar over every screen as one component: the mark, the meeting's name, the screens in groups, and a menu.

What a person asks of it comes as a list of numbered wishes, each dealt with once, in the order asked.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from coprod_ui.components import scripts

COMPONENT = "belangenweb_top_bar"
KEY = "top_bar"
MOST_WISHES = 20
"""The most wishes one run deals with; a hand makes no more."""

_HERE = Path(__file__).parent
_HANDLED = "top_bar_handled"

_bar = st.components.v2.component(
    COMPONENT,
    html='<header class="bar"></header>',
    css=(_HERE / "top_bar.css").read_text("utf-8"),
    js=scripts.loaded("top_bar/top_bar.js"),
)


def wishes() -> list[str]:
    """What was asked of the bar since this was last read, in the order asked.

    Each is `undo`, `redo`, `digits`, `back`, `go:` with a screen, or `language:` with a code. What comes from a browser
    is not trusted: all that is no such list is passed over.
    """
    said = (st.session_state.get(KEY) or {}).get("asked")
    handled = st.session_state.get(_HANDLED, 0)
    fresh = [wish for wish in said if _is_wish(wish) and wish["n"] > handled] if isinstance(said, list) else []
    fresh = sorted(fresh, key=lambda wish: int(wish["n"]))[:MOST_WISHES]
    if fresh:
        st.session_state[_HANDLED] = fresh[-1]["n"]
    return [wish["what"] for wish in fresh]


def _is_wish(wish: Any) -> bool:
    return isinstance(wish, dict) and type(wish.get("n")) is int and isinstance(wish.get("what"), str)


def top_bar(data: Mapping[str, Any]) -> None:
    """Draws the bar; `data` says what stands on it (see `coprod_ui.bar.top`)."""
    _bar(
        key=KEY,
        data=[
            {**data, "handled": st.session_state.get(_HANDLED, 0)}
        ],  # in a dict, Streamlit loads pandas to look for tables
        height="content",
        on_asked_change=lambda: None,
    )
