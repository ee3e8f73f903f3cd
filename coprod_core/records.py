"""Values to plain JSON data and back, field by field, saying the place of every fault."""

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from coprod_core.errors import Fault, InvalidValue
from coprod_core.fields import kinds

Value = TypeVar("Value")


def to_data(value: Any) -> dict[str, Any]:
    """Every field of a flat value as plain JSON data, in declared order."""
    return {name: _plain(getattr(value, name)) for name, _ in kinds(type(value))}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value


def from_data(cls: type[Value], data: Any, place: str, faults: list[Fault]) -> Value | None:
    """A value of `cls` from plain data; None when it has faults, which are added to `faults` with their place."""
    if not isinstance(data, Mapping):
        faults.append(Fault(place, "not_an_object", {"value": data}))
        return None
    found = _key_faults(cls, data)
    if not found:
        try:
            return cls(**data)
        except InvalidValue as invalid:
            found = list(invalid.faults)
    faults.extend(fault.within(place) for fault in found)
    return None


def _key_faults(cls: type, data: Mapping[str, Any]) -> list[Fault]:
    fields = {f.name: f for f in dataclasses.fields(cast(Any, cls))}
    unknown = [Fault(str(key), "unknown_key", {"key": key}) for key in data if key not in fields]
    return unknown + [
        Fault(name, "missing", {"key": name})
        for name, f in fields.items()
        if name not in data and f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    ]
