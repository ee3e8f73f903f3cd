"""The board: the web of a meeting on the whole screen, which asks and tells the server by itself.

Streamlit is its host: it says which meeting, in which language, and hears, a moment after the last act, how far the log
is. What passes between the board and the server is in `coprod_ui.served.board`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from coprod_ui.components import scripts
from coprod_ui.palette.css import on_both

COMPONENT = "belangenweb_board"
KEY = "board"

_HERE = Path(__file__).parent
_SHEETS = (
    _HERE / "board.css",
    _HERE / "drawing" / "drawing.css",
    _HERE / "map" / "map.css",
    _HERE.parent / "web_list" / "list.css",
)

_component = st.components.v2.component(
    COMPONENT,
    css=on_both("\n".join(sheet.read_text("utf-8") for sheet in _SHEETS), ".board"),
    js=scripts.loaded("board/board.js"),
)


def board(data: Mapping[str, Any], key: str) -> tuple[str, Mapping[str, str]] | None:
    """Draws the board; gives the screen, and its query, that a person asked for on it.

    `data`: `meeting`, `language`, `digits`, `head` of the log as this run knows it, `room` (the address of the room's
    window), `away` (what is said while nothing came from the server yet), `asked` (see `types.d.ts`).
    """
    state: Any = _component(
        key=key,
        height="content",
        data=dict(data),
        default={"head": 0},
        on_head_change=lambda: None,
        on_go_change=lambda: None,
    )
    return _wish(state.go)


def _wish(said: Any) -> tuple[str, Mapping[str, str]] | None:
    match said:
        case [str(screen), {**query}]:
            return screen, {str(name): str(value) for name, value in query.items()}
        case _:
            return None
