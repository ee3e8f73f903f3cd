"""The web as a list: the canvas's equal for who works with a keyboard or a screen reader, or simply likes lists.

Tables that a screen reader can walk through, edited in place. Every change is an operation in the same log, read by the
same readers, as on the canvas (`coprod_ui.web_editor`).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from coprod_core.conventions import WEIGHT_NAMES
from coprod_core.history import History
from coprod_core.indicators import Gap, Readings
from coprod_core.model import Invitation, Provenance, Sphere, Web
from coprod_ui import web_editor
from coprod_ui.component_scripts import loaded
from coprod_ui.web_editor import EditorState, heard_here
from coprod_ui.words import Words

__all__ = ["KEY", "web_list"]

KEY = "web_list"

_HERE = Path(__file__).parent
_MODEL = Path(web_editor.__file__).with_name("model.js")
_PARTS = (_MODEL, *(_HERE / f"{part}.js" for part in ("fields", "rows", "list")))

_component = st.components.v2.component(
    "belangenweb_web_list",
    css=(_HERE / "list.css").read_text("utf-8"),
    js=loaded("list", "\n".join(part.read_text("utf-8") for part in _PARTS)),
)

_NAMED = (
    "name", "search", "found", "add", "parties", "interests", "relations", "to_parties", "to_interests", "to_relations",
    "no_parties", "no_interests", "no_relations", "col_party", "col_interest", "col_weight", "col_position",
    "col_provenance", "col_acts", "col_held_by", "col_heard", "col_other", "col_how", "nobody", "heard", "unknown",
    "more", "name_of", "sphere_of", "people_of", "seats_of", "at_table_of", "invitation_of", "weight_of", "position_of",
    "provenance_of", "how_of", "more_about", "more_about_link", "remove", "remove_link", "new_link", "new_party",
    "new_interest", "sphere", "people", "seats", "at_table", "invitation", "said_deleted", "said_exists",
    "said_no_number", "said_same", "said_provenance",
)  # fmt: skip
_SAID_ON_THE_CANVAS = (
    "said_party", "said_party_people", "said_at_table", "said_not_at_table", "said_interest", "said_link",
    "said_unknown", "said_relation", "said_added", "said_linked", "said_renamed", "said_undo", "said_redo",
)  # fmt: skip
_PLACES = ("name", "sphere", "seats", "people", "interest", "weight", "position", "a", "b", "how", "state", "count")


def web_list(
    history: History,
    readings: Readings,
    words: Words,
    *,
    selected: tuple[str, ...] | None,
    acknowledged: Mapping[str, int],
    height: int,
    key: str = KEY,
) -> EditorState:
    """Draws the list, `height` px high; it scrolls inside. Everything else is as in `web_editor`."""
    levels = history.web.conventions.weights
    state: Any = _component(
        key=key,
        height=height,
        data={
            **list_data(history.web, readings),
            "height": height,
            "selected": list(selected or ()),
            "acknowledged": heard_here(acknowledged, key),
            "words": list_words(words, levels),
            "levels": levels,
        },
        default={"ops": [], "selection": None},
        on_ops_change=lambda: None,
        on_selection_change=lambda: None,
    )
    return EditorState(list(state.ops or ()), state.selection or {})


def list_data(web: Web, readings: Readings) -> dict[str, list[dict[str, Any]]]:
    """Parties and interests as nodes, stakes, open questions and relations as edges, with ids as on the canvas.

    `heard` of an interest: `unheard`, `hardly_heard`, or "" where it is heard or nobody can say.
    """
    gap = readings.gap if isinstance(readings.gap, Gap) else None
    parties = [
        {
            "id": f"a:{actor.id}",
            "label": actor.name,
            "sphere": str(actor.sphere),
            "people": actor.people,
            "seats": actor.seats,
            "invitation": str(actor.invitation),
        }
        for actor in web.actors
    ]
    interests = [{"id": f"k:{i.id}", "label": i.name, "heard": _heard(i.id, gap)} for i in web.interests]
    stakes = [
        {
            **_edge("s", f"a:{stake.actor}", f"k:{stake.interest}"),
            "weight": stake.weight,
            "position": stake.position,
            "provenance": str(stake.provenance),
        }
        for stake in web.stakes
    ]
    unknown = [_edge("u", f"a:{pair.actor}", f"k:{pair.interest}") for pair in web.unknown]
    relations = [{**_edge("r", f"k:{r.a}", f"k:{r.b}"), "compatibility": r.compatibility} for r in web.relations]
    return {"nodes": parties + interests, "edges": stakes + unknown + relations}


def _edge(kind: str, start: str, end: str) -> dict[str, Any]:
    return {"id": f"{kind}:{start[2:]}|{end[2:]}", "from": start, "to": end}


def _heard(interest: str, gap: Gap | None) -> str:
    if gap is None or interest not in gap.unheard:
        return ""
    return "hardly_heard" if gap.table.get(interest, 0.0) > 0 else "unheard"


def list_words(words: Words, levels: Sequence[float]) -> dict[str, Any]:
    """Every text the list shows or says, its names in braces to be filled in; `levels`: of the four weight words."""
    return {
        **{name: _template(words, f"canvas.{name}") for name in _SAID_ON_THE_CANVAS},
        **{name: _template(words, f"list.{name}") for name in _NAMED},
        "unheard": words("terms.unheard"),
        "hardly_heard": words("terms.hardly_heard"),
        "spheres": [[str(sphere), words.choice("spheres", sphere)] for sphere in Sphere],
        "invitations": [[str(state), words.choice("invitation", state)] for state in Invitation],
        "provenances": [[str(who), words.choice("provenance", who)] for who in Provenance],
        "weights": [[level, words(f"weights.{name}")] for level, name in zip(levels, WEIGHT_NAMES, strict=True)],
        "positions": [[1, words("positions.for")], [-1, words("positions.against")]],
        "compatibilities": [
            [level, words(f"compatibility.{name}")]
            for level, name in ((-1, "clash_much"), (-0.5, "clash"), (0, "apart"), (0.5, "help"), (1, "help_much"))
        ],
        "decimal": words("numbers.decimal"),
    }


def _template(words: Words, key: str) -> str:
    return words(key, **{name: f"{{{name}}}" for name in _PLACES})
