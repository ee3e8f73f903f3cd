"""The JSON Schema of the workshop file, made from the same kinds of field that check the values.

A schema cannot say that an id exists or that an act can be done; `file.read` says that.
"""

from typing import Any

from coprod_core.checked.fields import Id, Kind
from coprod_core.checked.several import Many
from coprod_core.checked.values import Tagged, kinds
from coprod_core.files import web_file
from coprod_core.files.web_schema import DIALECT, SHOWABLE, list_of, meaning, object_of, of_kind
from coprod_core.workshop.file import FORMAT, VERSION
from coprod_core.workshop.kinds import OneNumber, StepAct
from coprod_core.workshop.roles import RoleCard
from coprod_core.workshop.values import KINDS, Beat, Guess, Step, Variant, Way, When
from coprod_core.workshop.whole import Workshop


def schema() -> dict[str, Any]:
    """The schema of a workshop file of this version, as plain JSON data."""
    web = {
        "description": "A whole web file, of this version or an older one; see web_file.schema.json",
        "type": "object",
        "required": ["format", "version"],
        "properties": {"format": {"const": web_file.FORMAT}},
    }
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
        },
        "$defs": {
            "text": SHOWABLE,
            "id": of_kind(Id()),
            "act": {"type": "object", "required": ["act"], "properties": {"act": {"type": "string"}}},
            **{cls.__name__: _object(cls) for cls in (RoleCard, Guess, Way, Beat, When, Variant)},
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
    return object_of(cls, _properties(cls))


def _properties(cls: type) -> dict[str, Any]:
    return {name: _of_kind(kind) for name, kind in kinds(cls) if name != "web"}


def _of_kind(kind: Kind) -> dict[str, Any]:
    match kind:
        case Many(of=Id()):
            return list_of(kind, {"$ref": "#/$defs/id"})
        case OneNumber():
            return {"enum": [*kind.options]}
        case StepAct():
            return {"$ref": "#/$defs/act"}
        case Tagged():
            return {"oneOf": [{"$ref": f"#/$defs/{cls.__name__}"} for cls in KINDS.values()]}
        case Many():
            return list_of(kind, _of_kind(kind.of))
    return of_kind(kind)
