"""The visual editor: the web in the shape of figure 1, drawn by vis-network from a pyvis network, built by hand.

The browser sends an operation log: every act on the canvas has a client and a number, is drawn at once, sent until it
is acknowledged, and done once (`pending_operations`, `commands_from`). What is pending is drawn over what Python sends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from coprod_core.conventions import WEIGHT_NAMES
from coprod_core.history import History
from coprod_core.indicators import Readings
from coprod_core.model import Invitation, Sphere, Web
from coprod_ui.component_scripts import loaded
from coprod_ui.web_editor.layout import place_for, placed, with_places, zones
from coprod_ui.web_editor.network import canvas_data, network
from coprod_ui.web_editor.operations import UnreadableOperation, commands_from, pending_operations
from coprod_ui.words import Words

__all__ = [
    "EditorState",
    "UnreadableOperation",
    "commands_from",
    "heard_here",
    "pending_operations",
    "place_for",
    "placed",
    "web_editor",
    "with_places",
]

KEY = "web_editor"
VIS = "vendor/vis-9.1.2/vis-network.min.js"
"""Where the app serves the vis-network that pyvis ships, seen from the page's base."""

_HERE = Path(__file__).parent
_PARTS = ("palette", "geometry", "model", "drawing", "tooltip", "naming", "pointer", "keyboard", "editor")
_HTML = (_HERE / "editor.html").read_text("utf-8")
_CSS = (_HERE / "editor.css").read_text("utf-8")
_JS = "\n".join((_HERE / f"{part}.js").read_text("utf-8") for part in _PARTS)

_component = st.components.v2.component("belangenweb_web_editor", html=_HTML, css=_CSS, js=loaded("canvas", _JS))

_NAMED = (
    "name", "keys", "add_party", "add_interest", "connect", "delete", "zoom_in", "zoom_out", "fit", "tools", "drop_in",
    "drop_out", "clash", "helps", "unheard", "hardly_heard", "new_name_party", "new_name_interest", "rename", "where",
    "empty_parties", "empty_interests", "at_table_badge", "pick_first", "pick_second", "connect_pairs", "said_party",
    "said_party_people", "said_at_table", "said_not_at_table", "said_interest", "said_link", "said_unknown",
    "said_relation", "said_selected", "said_added", "said_linked", "said_deleted", "said_renamed", "said_connecting",
    "said_nothing", "said_moved", "said_undo", "said_redo", "causes", "causes_help", "said_causes", "said_all",
)  # fmt: skip


@dataclass(frozen=True)
class EditorState:
    """What the canvas said last.

    `ops`: operations, newest last, acknowledged ones too until the next is sent.
    `selection`: `{"n": a name for this report, "selection": [...], "focus": "seats" or None}`, where the selection is
    `["actor", id]`, `["interest", id]`, `["stake", actor, interest]`, `["relation", a, b]` or `[]`.
    """

    ops: list[Mapping[str, Any]]
    selection: Mapping[str, Any]


def web_editor(
    history: History,
    readings: Readings,
    words: Words,
    *,
    selected: tuple[str, ...] | None,
    acknowledged: Mapping[str, int],
    height: int,
    show_causes: str | None = None,
    key: str = KEY,
) -> EditorState:
    """Draws the canvas, `height` px high, with `selected` selected (as in `EditorState.selection`).

    `show_causes`: a name for one asking to show only what causes the gap; on the canvas a person goes back to all.

    `acknowledged`: per client the last operation that is dealt with, done or refused.
    """
    web = placed(history.web)
    state: Any = _component(
        key=key,
        height=height,
        data={
            **canvas_data(network(web, readings)),
            "zones": _zones(web),
            "vis": VIS,
            "height": height,
            "initiative": web.process.initiative,
            "selected": list(selected or ()),
            "show_causes": show_causes,
            "acknowledged": heard_here(acknowledged, key),
            "words": canvas_words(words),
            "levels": web.conventions.weights,
        },
        default={"ops": [], "selection": None},
        on_ops_change=lambda: None,
        on_selection_change=lambda: None,
    )
    return EditorState(list(state.ops or ()), state.selection or {})


def heard_here(acknowledged: Mapping[str, int], key: str) -> dict[str, int]:
    """The acknowledgements for the clients whose operations are here: another canvas's would only cost a redraw."""
    clients = {origin.client for origin, _ in pending_operations(st.session_state.get(key))}
    return {client: acknowledged[client] for client in sorted(clients & acknowledged.keys())}


def _zones(web: Web) -> dict[str, Any]:
    found = zones(web)
    boxes = {name: getattr(found, name) for name in ("organisations", "politics", "citizens", "table", "middle")}
    return {
        **{name: [round(side, 1) for side in (b.left, b.top, b.right, b.bottom)] for name, b in boxes.items()},
        "split": round(found.split, 1),
    }


def canvas_words(words: Words) -> dict[str, Any]:
    """Every text the canvas shows or says. Names in braces are filled in by the canvas."""
    return {
        "language": words.language,
        **{name: _template(words, f"canvas.{name}") for name in _NAMED},
        "zones": {name: words(f"zones.{name}") for name in ("public", "table", "outside", *Sphere)},
        "own": words("canvas.own"),
        "other": words("canvas.other"),
        "letters": {str(sphere): words.choice("canvas.letters", sphere) for sphere in Sphere},
        "spheres": {str(sphere): words.choice("spheres", sphere) for sphere in Sphere},
        "tables": {who: words(f"canvas.table_of.{who}") for who in ("government", "shared", "citizens")},
        "invitation": {str(state): words.choice("invitation", state) for state in Invitation},
        "weights": [words(f"weights.{level}") for level in WEIGHT_NAMES],
        "positions": {side: words(f"positions.{side}") for side in ("for", "against")},
        "decimal": words("numbers.decimal"),
    }


def _template(words: Words, key: str) -> str:
    return words(key, **{name: f"{{{name}}}" for name in _PLACES})


_PLACES = ("name", "sphere", "seats", "people", "table", "interest", "weight", "position", "a", "b", "how", "state")
