"""Values to plain JSON data and back, field by field, saying the place of every fault."""

import dataclasses
from collections.abc import Mapping
from functools import cache
from itertools import chain, islice, takewhile
from typing import Any, TypeVar

from coprod_core.errors import ENOUGH, Fault, InvalidValue
from coprod_core.fields import faults_of, kinds

Value = TypeVar("Value")


def to_data(value: Any) -> dict[str, Any]:
    """Every field of a flat value as plain JSON data, in declared order."""
    return {name: _plain(getattr(value, name)) for name, _ in kinds(value.__class__)}


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
    found = key_faults(cls, data)
    if found:
        found += faults_of(cls, data)
    else:
        try:
            return cls(**data)
        except InvalidValue as invalid:
            found = list(invalid.faults)
    faults.extend(fault.within(place) for fault in found)
    return None


def listed(cls: type, data: Any, place: str, most: int, faults: list[Fault]) -> tuple[Any, ...]:
    """Values of `cls` from a list of plain data; what is wrong is added to `faults`, past `ENOUGH` no further."""
    if not isinstance(data, list):
        faults.append(Fault(place, "not_a_list", {"value": data}))
        return ()
    if len(data) > most:
        faults.append(Fault(place, "too_many", {"count": len(data), "most": most}))
        return ()
    hopeful = takewhile(lambda _: len(faults) < ENOUGH, enumerate(data))
    return tuple(from_data(cls, item, f"{place}[{i}]", faults) for i, item in hopeful)


def key_faults(cls: type, data: Mapping[str, Any]) -> list[Fault]:
    """A fault for each key that `cls` does not know, and for each that it needs and misses."""
    known = _known_keys(cls)
    unknown = (Fault(str(key), "unknown_key", {"key": key}) for key in data if key not in known)
    missing = (Fault(name, "missing", {"key": name}) for name in required_keys(cls) if name not in data)
    return list(islice(chain(missing, unknown), ENOUGH))


@cache
def required_keys(cls: type) -> tuple[str, ...]:
    """The keys that data of `cls` cannot do without."""
    missing = dataclasses.MISSING
    return tuple(f.name for f in dataclasses.fields(cls) if f.default is f.default_factory is missing)


@cache
def _known_keys(cls: type) -> frozenset[str]:
    return frozenset(f.name for f in dataclasses.fields(cls))
