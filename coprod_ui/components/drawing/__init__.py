"""A part of a screen as one drawing of ours, pictures and all, which Streamlit's own HTML would leave out.

A button in it with `data-shows` says which part it shows: it is pressed while what has `data-shown` of the same value
stands in sight, alone among its equals, and what has `data-of` of that value carries the class `chosen`. Choosing costs
no run. What was chosen stays so while the page is open.

Columns with `data-column` are one stop for Tab; the arrows go from one to the next. What is written in a field with
`data-writes` is handed to whoever drew it, under the value of that.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from coprod_ui.components import scripts

COMPONENT = "belangenweb_drawing"

_drawing = st.components.v2.component(
    COMPONENT,
    html='<div class="drawing"></div>',
    js=scripts.loaded("drawing/drawing.js"),
)


def drawing(html: Markup, *, key: str, about: str = "", written: Callable[[str, str], object] | None = None) -> None:
    """Draws HTML that one of our templates filled, its style with it. `about`: whose drawing this is, such as a
    meeting: each keeps a choice of its own. `written` hears which field a person wrote in, and what.
    """
    _drawing(
        key=key,
        data={"html": str(html), "about": f"{key} {about}"},
        height="content",
        on_written_change=partial(_hear, key, written),
    )


def _hear(key: str, written: Callable[[str, str], object] | None) -> None:
    """Hands on what was written; what comes from a browser is not trusted, so all else is passed over."""
    said: Any = (st.session_state.get(key) or {}).get("written")
    if written is None or not isinstance(said, dict):
        return
    field, text = said.get("field"), said.get("text")
    if isinstance(field, str) and isinstance(text, str):
        written(field, text)
