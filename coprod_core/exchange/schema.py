"""What each column of our tables may hold: as rows anyone can read, and as Table Schema for programs."""

import math
from typing import Any

from coprod_core.checked.fields import Choice, Flag, Kind, Number
from coprod_core.checked.values import required_keys
from coprod_core.exchange.tables import Cell, columns
from coprod_core.web.model import LISTS


def column_rows() -> list[tuple[Cell, ...]]:
    """A row for each column of each table: table, column, what it holds, least, most, whether it must be filled in."""
    return [
        (table, column, _holds(kind), *_bounds(kind), column in _needed(table))
        for table, held in columns().items()
        for column, kind in held.items()
    ]


def table_schema(table: str) -> dict[str, Any]:
    """The Table Schema of one table (https://specs.frictionlessdata.io/table-schema/)."""
    needed = _needed(table)
    return {
        "fields": [_field(column, kind, column in needed) for column, kind in columns()[table].items()],
        "missingValues": [""],
    }


def _needed(table: str) -> tuple[str, ...]:
    return required_keys(LISTS[table]) if table in LISTS else tuple(columns()[table])


def _holds(kind: Kind) -> str:
    if isinstance(kind, Choice):
        return " | ".join(map(str, kind.options))
    return _type(kind)


def _type(kind: Kind) -> str:
    return "number" if isinstance(kind, Number) else "boolean" if isinstance(kind, Flag) else "string"


def _bounds(kind: Kind) -> tuple[float | None, float | None]:
    if not isinstance(kind, Number):
        return None, None
    return kind.low, None if kind.high == math.inf else kind.high


def _field(column: str, kind: Kind, needed: bool) -> dict[str, Any]:
    low, high = _bounds(kind)
    rules = {
        "required": True if needed else None,
        "minimum": low,
        "maximum": high,
        "enum": [str(option) for option in kind.options] if isinstance(kind, Choice) else None,
    }
    said = {rule: value for rule, value in rules.items() if value is not None}
    return {"name": column, "type": _type(kind), **({"constraints": said} if said else {})}
