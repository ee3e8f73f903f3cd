"""The JSON Schema of the web file, made from the same kinds of field that check the values.

A schema cannot say that a reference exists or that an id stands once; `web_file.read` says that.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from coprod_core.checked.fields import (
    HIDDEN,
    LANGUAGE,
    LONGEST_NAME,
    Choice,
    Day,
    Flag,
    Id,
    Kind,
    LanguageCode,
    Number,
    Text,
)
from coprod_core.checked.several import Many, Map
from coprod_core.checked.values import One, kinds, required_keys
from coprod_core.files.json_file import CARD
from coprod_core.files.web_file import FORMAT, VERSION
from coprod_core.web.model import Web

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SHOWABLE = {"type": "string", "not": {"pattern": f"[{HIDDEN}]"}}


def schema() -> dict[str, Any]:
    """The schema of a web file of this version, as plain JSON data."""
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
            **properties(Web),
        },
        "$defs": {"text": SHOWABLE, **definitions(Web)},
    }


def card_schema() -> dict[str, Any]:
    """What a file may say of itself: texts by name, which are no part of what it holds."""
    return {"type": "object", "additionalProperties": of_kind(Text())}


def definitions(cls: type) -> dict[str, Any]:
    """The schema of every class of values that stands inside a value of `cls`, by its name."""
    return {inside.__name__: object_of(inside) for inside in _inside(cls)}


def _inside(cls: type) -> Iterator[type]:
    for _, kind in kinds(cls):
        one = kind.of if isinstance(kind, Many) else kind
        if isinstance(one, One):
            yield one.of
            yield from _inside(one.of)


def object_of(cls: type, fields: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The schema of one value: its fields (as they are given, or as they are), and which of them it needs."""
    return {
        "description": meaning(cls),
        "type": "object",
        "required": list(required_keys(cls)),
        "additionalProperties": False,
        "properties": properties(cls) if fields is None else fields,
    }


def properties(cls: type) -> dict[str, Any]:
    """The schema of each field of a value."""
    return {name: of_kind(kind) for name, kind in kinds(cls)}


def meaning(cls: type) -> str:
    """What a class says of itself, in a line."""
    return (cls.__doc__ or "").partition("\n")[0]


def of_kind(kind: Kind) -> dict[str, Any]:
    """The schema of what a field of this kind may hold; `text` and classes of values stand among the definitions."""
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
            return {"enum": [*map(str, kind.options), *([None] if kind.optional else [])]}
        case LanguageCode():
            return {"type": "string", "pattern": f"^{LANGUAGE}$"}
        case Flag():
            return {"type": "boolean"}
        case One():
            return {"$ref": f"#/$defs/{kind.of.__name__}"}
        case Map():
            return {"type": "object", "maxProperties": kind.most, "additionalProperties": of_kind(kind.of)}
        case Many():
            return list_of(kind, of_kind(kind.of))
    raise TypeError(f"no schema for {kind}")


def list_of(kind: Many, items: dict[str, Any]) -> dict[str, Any]:
    """The schema of a list of what `items` says."""
    bounds = {
        "minItems": kind.least or None,
        "maxItems": kind.most,
        "uniqueItems": True if kind.once and isinstance(kind.of, Id) else None,
    }
    return {"type": "array", **{name: bound for name, bound in bounds.items() if bound is not None}, "items": items}


def _number(kind: Number) -> dict[str, Any]:
    bounds: dict[str, Any] = {"exclusiveMinimum" if kind.above else "minimum": kind.low}
    if kind.high < float("inf"):
        bounds["maximum"] = kind.high
    number = "integer" if kind.whole else "number"
    return {"type": [number, "null"] if kind.optional else number, **bounds}


def _text(longest: int, pattern: str | None) -> dict[str, Any]:
    text: dict[str, Any] = {"$ref": "#/$defs/text", "maxLength": longest}
    return {**text, "pattern": pattern} if pattern else text
