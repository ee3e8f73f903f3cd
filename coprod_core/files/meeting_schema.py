"""The JSON Schema of the meeting file, made from the same acts and fields that are written and read.

A schema cannot say that an act fits the web it is done on; `meeting_file.read` says that.
"""

from collections.abc import Mapping
from typing import Any

from coprod_core.acts.command import Logged, OneAct
from coprod_core.acts.plain import Plain
from coprod_core.checked.fields import Kind
from coprod_core.checked.several import Many
from coprod_core.checked.values import kinds, named
from coprod_core.files import web_schema
from coprod_core.files.json_file import CARD
from coprod_core.files.meeting_file import FORMAT, MOST_ENTRIES, VERSION
from coprod_core.files.web_schema import DIALECT, card_schema, definitions, list_of, object_of, of_kind
from coprod_core.web.model import Web

_PLAIN: Mapping[type, str] = {str: "string", int: "integer", float: "number", Mapping: "object"}


def schema() -> dict[str, Any]:
    """The schema of a meeting file of this version, as plain JSON data."""
    acts = named(Logged, "act")
    web = web_schema.schema()
    parts = web.pop("$defs")
    inside = {name: part for act in acts.values() for name, part in definitions(act).items()}
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
        "$defs": {
            **parts,
            **inside,
            "Web": object_of(Web),
            "Entry": _entry(),
            "Act": {"oneOf": [_act(name, cls) for name, cls in acts.items()]},
        },
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


def _act(name: str, cls: type) -> dict[str, Any]:
    """An act with the fields it has, all of them."""
    fields = {field: _of_kind(kind) for field, kind in kinds(cls)}
    return {
        "type": "object",
        "required": ["act", *fields],
        "additionalProperties": False,
        "properties": {"act": {"const": name}, **fields},
    }


def _of_kind(kind: Kind) -> dict[str, Any]:
    match kind:
        case Plain():
            return {"type": _PLAIN[kind.type]}
        case OneAct():
            return {"$ref": "#/$defs/Act"}
        case Many():
            return list_of(kind, _of_kind(kind.of))
    return of_kind(kind)
