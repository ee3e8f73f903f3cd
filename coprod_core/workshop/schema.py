"""The JSON Schema of the workshop file, made from the same kinds of field that check the values.

A schema cannot say that an id exists or that an act can be done; `file.read` says that.
"""

from typing import Any

from coprod_core import web_file
from coprod_core.fields import Id, Kind, kinds
from coprod_core.records import required_keys
from coprod_core.web_schema import DIALECT, SHOWABLE, meaning, of_kind
from coprod_core.workshop.file import FORMAT, VERSION
from coprod_core.workshop.kinds import Acts, Ids, Many, Some
from coprod_core.workshop.values import KINDS, MOST_STEPS, Guess, Step, Way, Workshop


def schema() -> dict[str, Any]:
    """The schema of a workshop file of this version, as plain JSON data."""
    web = {
        "description": "A whole web file, of this version or an older one; see web_file.schema.json",
        "type": "object",
        "required": ["format", "version"],
        "properties": {"format": {"const": web_file.FORMAT}},
    }
    steps = [{"$ref": f"#/$defs/{cls.__name__}"} for cls in KINDS.values()]
    return {
        "$schema": DIALECT,
        "title": FORMAT,
        "description": meaning(Workshop),
        "type": "object",
        "required": ["format", "version", "title", "web", "steps"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **_properties(Workshop),
            "web": web,
            "steps": {"type": "array", "minItems": 1, "maxItems": MOST_STEPS, "items": {"oneOf": steps}},
        },
        "$defs": {
            "text": SHOWABLE,
            "id": of_kind(Id()),
            "act": {"type": "object", "required": ["act"], "properties": {"act": {"type": "string"}}},
            **{cls.__name__: _object(cls) for cls in (Guess, Way)},
            **{cls.__name__: _step(cls) for cls in KINDS.values()},
        },
    }


def _step(cls: type[Step]) -> dict[str, Any]:
    drawn = _object(cls)
    return {
        **drawn,
        "required": ["kind", *drawn["required"]],
        "properties": {"kind": {"const": cls.kind}, **drawn["properties"]},
    }


def _object(cls: type) -> dict[str, Any]:
    return {
        "description": meaning(cls),
        "type": "object",
        "required": list(required_keys(cls)),
        "additionalProperties": False,
        "properties": _properties(cls),
    }


def _properties(cls: type) -> dict[str, Any]:
    return {name: _of_kind(kind) for name, kind in kinds(cls)}


def _of_kind(kind: Kind) -> dict[str, Any]:
    match kind:
        case Ids():
            return {"type": "array", "maxItems": kind.most, "uniqueItems": True, "items": {"$ref": "#/$defs/id"}}
        case Some():
            members = {"enum": [str(option) for option in kind.options]}
            return {"type": "array", "minItems": 1, "maxItems": len(kind.options), "items": members}
        case Many():
            items = {"$ref": f"#/$defs/{kind.of.__name__}"}
            return {"type": "array", "minItems": kind.least, "maxItems": kind.most, "items": items}
        case Acts():
            return {"type": "array", "maxItems": kind.most, "items": {"$ref": "#/$defs/act"}}
    return of_kind(kind)
