"""The JSON Schema of the meeting file, made from the same acts and fields that are written and read.

A schema cannot say that an act fits the web it is done on; `meeting_file.read` says that.
"""

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, get_args

from coprod_core import web_schema
from coprod_core.commands import Command
from coprod_core.json_file import CARD
from coprod_core.log_format import shapes_of_acts
from coprod_core.meeting_file import FORMAT, MOST_ENTRIES, VERSION
from coprod_core.model import Web
from coprod_core.web_schema import DIALECT, card_schema
from coprod_core.weighing import MOST_WAYS, WayOut, Weighing

_SIMPLE: Mapping[Any, Any] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}


def schema() -> dict[str, Any]:
    """The schema of a meeting file of this version, as plain JSON data."""
    web = web_schema.schema()
    parts = web.pop("$defs")
    body = {key: value for key, value in web.items() if key not in ("$schema", "title")}
    body["required"] = []
    body["properties"] = {k: v for k, v in body["properties"].items() if k not in ("format", "version", CARD)}
    return {
        "$schema": DIALECT,
        "title": FORMAT,
        "description": "A meeting with its whole history: its log, first entry first.",
        "type": "object",
        "required": ["format", "version", "entries"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            CARD: card_schema(),
            "entries": {"type": "array", "minItems": 1, "maxItems": MOST_ENTRIES, "items": {"$ref": "#/$defs/Entry"}},
        },
        "$defs": {**parts, "Web": body, "Entry": _entry(), "Act": _act()},
    }


def _entry() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["seq", "at", "act"],
        "additionalProperties": False,
        "properties": {
            "seq": {"type": "integer", "minimum": 1},
            "at": {"type": "string", "format": "date-time"},
            "act": {"$ref": "#/$defs/Act"},
        },
    }


def _act() -> dict[str, Any]:
    """One of the acts, each with the fields it has."""
    acts = {"undo": {}, "redo": {}, **shapes_of_acts()}
    return {
        "oneOf": [
            {
                "type": "object",
                "required": ["act", *shapes],
                "additionalProperties": False,
                "properties": {"act": {"const": name}, **{of: _shape(shape) for of, shape in shapes.items()}},
            }
            for name, shapes in acts.items()
        ]
    }


def _shape(shape: Any) -> dict[str, Any]:
    """What a field of an act may hold."""
    if shape is Web:
        return {"$ref": "#/$defs/Web"}
    if shape is Weighing:
        return _weighing()
    if shape in _SIMPLE:
        return dict(_SIMPLE[shape])
    if is_dataclass(shape) and isinstance(shape, type):
        return web_schema.object_of(shape)
    inside = get_args(shape)
    if inside[-1:] == (...,):
        item = {"$ref": "#/$defs/Act"} if inside[0] is Command else _shape(inside[0])
        return {"type": "array", "items": item}
    return {"type": "object"}


def _weighing() -> dict[str, Any]:
    """A weighing, with the ways out that stand in it as a list of their own."""
    flat = web_schema.object_of(Weighing)
    ways = {"type": "array", "maxItems": MOST_WAYS, "items": web_schema.object_of(WayOut)}
    return {**flat, "required": [*flat["required"], "ways"], "properties": {**flat["properties"], "ways": ways}}
