"""The JSON Schema of the web file, made from the same kinds of field that check the values.

A schema cannot say that a reference exists or that an id stands once; `web_file.read` says that.
"""

from typing import Any

from coprod_core.conditions import whole
from coprod_core.fields import (
    HIDDEN,
    LONGEST_NAME,
    Choice,
    Day,
    Flag,
    Id,
    Kind,
    Levels,
    Number,
    Said,
    Text,
    Texts,
    kinds,
)
from coprod_core.json_file import CARD
from coprod_core.model import MOST, Web
from coprod_core.records import required_keys
from coprod_core.web_data import LISTS, SINGLES
from coprod_core.web_file import FORMAT, VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SHOWABLE = {"type": "string", "not": {"pattern": f"[{HIDDEN}]"}}


def schema() -> dict[str, Any]:
    """The schema of a web file of this version, as plain JSON data."""
    of_conditions = (*whole.SINGLES.values(), *whole.LISTS.values())
    types = (*SINGLES.values(), *LISTS.values(), *of_conditions)
    return {
        "$schema": DIALECT,
        "title": FORMAT,
        "description": meaning(Web),
        "type": "object",
        "required": ["format", "version"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            CARD: card_schema(),
            **_properties(Web),
            **{name: {"$ref": f"#/$defs/{cls.__name__}"} for name, cls in SINGLES.items()},
            **{name: _list(cls, MOST[name]) for name, cls in LISTS.items()},
            "conditions": {"$ref": f"#/$defs/{whole.Conditions.__name__}"},
        },
        "$defs": {
            "text": SHOWABLE,
            **{cls.__name__: object_of(cls) for cls in types},
            whole.Conditions.__name__: _conditions(),
        },
    }


def _conditions() -> dict[str, Any]:
    return {
        **object_of(whole.Conditions),
        "properties": {
            **{name: {"$ref": f"#/$defs/{cls.__name__}"} for name, cls in whole.SINGLES.items()},
            **{name: _list(cls, whole.MOST) for name, cls in whole.LISTS.items()},
        },
    }


def card_schema() -> dict[str, Any]:
    """What a file may say of itself: texts by name, which are no part of what it holds."""
    return {"type": "object", "additionalProperties": of_kind(Text())}


def object_of(cls: type) -> dict[str, Any]:
    """The schema of one flat value: its fields, and which of them it needs."""
    return {
        "description": meaning(cls),
        "type": "object",
        "required": list(required_keys(cls)),
        "additionalProperties": False,
        "properties": _properties(cls),
    }


def _list(cls: type, most: int) -> dict[str, Any]:
    return {"type": "array", "maxItems": most, "items": {"$ref": f"#/$defs/{cls.__name__}"}}


def _properties(cls: type) -> dict[str, Any]:
    return {name: of_kind(kind) for name, kind in kinds(cls)}


def meaning(cls: type) -> str:
    """What a class says of itself, in a line."""
    return (cls.__doc__ or "").partition("\n")[0]


def of_kind(kind: Kind) -> dict[str, Any]:
    """The schema of what a field of this kind may hold; `text` stands among the definitions."""
    match kind:
        case Number():
            return _number(kind)
        case Text():
            return _text(kind.longest, r"\S" if kind.filled else None)
        case Id():
            return _text(LONGEST_NAME, r"^[^|]*[^|\s][^|]*$")
        case Day():
            return {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}
        case Choice():
            return {"enum": [str(option) for option in kind.options]}
        case Flag():
            return {"type": "boolean"}
        case Levels():
            level = _number(Number(kind.low, kind.high))
            return {"type": "object", "maxProperties": kind.most, "additionalProperties": level}
        case Said():
            return {"type": "object", "maxProperties": kind.most, "additionalProperties": of_kind(Text(filled=True))}
        case Texts():
            return {"type": "array", "maxItems": kind.most, "items": of_kind(Text())}
    raise TypeError(f"no schema for {kind}")


def _number(kind: Number) -> dict[str, Any]:
    bounds: dict[str, Any] = {"exclusiveMinimum" if kind.above else "minimum": kind.low}
    if kind.high < float("inf"):
        bounds["maximum"] = kind.high
    number = "integer" if kind.whole else "number"
    return {"type": [number, "null"] if kind.optional else number, **bounds}


def _text(longest: int, pattern: str | None) -> dict[str, Any]:
    text: dict[str, Any] = {"$ref": "#/$defs/text", "maxLength": longest}
    return {**text, "pattern": pattern} if pattern else text
