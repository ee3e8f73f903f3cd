"""Frozen values that are checked when they are made, and the fields they are made of."""

from dataclasses import field
from typing import Any

from coprod_core.errors import InvalidValue
from coprod_core.fields import Kind, Number, settle


def of(kind: Kind, **default: Any) -> Any:
    """A field that may hold what `kind` allows."""
    return field(metadata={"kind": kind}, **default)


def share(default: float) -> Any:
    """A field for a number from 0 to 1."""
    return of(Number(0, 1), default=default)


class Checked:
    """A value that cannot exist with a fault in one of its fields."""

    def __post_init__(self) -> None:
        faults = settle(self)
        if faults:
            raise InvalidValue(faults)
