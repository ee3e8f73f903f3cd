"""The conditions to plain JSON data and back."""

from collections.abc import Mapping
from typing import Any

from coprod_core.conditions.whole import LISTS, MOST, SINGLES, Conditions, parts
from coprod_core.errors import Fault
from coprod_core.records import from_data, key_faults, listed, to_data


def conditions_to_data(conditions: Conditions) -> dict[str, Any]:
    """Every field of the conditions as plain JSON data, in file order."""
    return {name: _plain(getattr(conditions, name)) for name in parts()}


def _plain(part: Any) -> Any:
    return [to_data(entry) for entry in part] if isinstance(part, tuple) else to_data(part)


def conditions_from_data(data: Any, place: str, faults: list[Fault]) -> Conditions | None:
    """The conditions in plain data; None when they have faults, which are added to `faults` with their place."""
    if not isinstance(data, Mapping):
        faults.append(Fault(place, "not_an_object", {"value": data}))
        return None
    found = key_faults(Conditions, data)
    values: dict[str, Any] = {}
    for name, cls in SINGLES.items():
        if name in data:
            values[name] = from_data(cls, data[name], name, found)
    for name, entry in LISTS.items():
        if name in data:
            values[name] = listed(entry, data[name], name, MOST, found)
    faults.extend(fault.within(place) for fault in found)
    return None if found else Conditions(**values)
