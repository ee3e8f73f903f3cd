"""The readings as plain JSON data: the `coprod-readings` format, at full precision, everything in file order."""

from typing import Any

from coprod_core.indicators import conflict, feasible, found, gap, plans, role, rules
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined

VERSION = 2

_FIRST = ("format", "version", "gap", "silent", "claims")
"""What stands before the dilemmas; whatever else stands in a file of its own comes after them."""


def readings_data(readings: Readings) -> dict[str, Any]:
    """The readings as JSON data. What cannot be computed is None, its reason under `undefined`."""
    dilemma = readings.feasibility_inclusiveness
    data: dict[str, Any] = {
        "format": "coprod-readings",
        "version": VERSION,
        "gap": readings.gap and gap.data(readings.gap),
        "feasibility_inclusiveness": dilemma and feasible.data(dilemma),
        "role": readings.role and role.data(readings.role),
        "rules": readings.rules and rules.data(readings.rules),
        "options": {id_: plans.data(plan) for id_, plan in readings.options.items()},
        "clash": conflict.data(readings.clash),
    }
    undefined = dict(readings.undefined)
    for place, value in found.data_of(readings):
        _put(data, undefined, place, value)
    return {key: data.pop(key) for key in _FIRST} | data | {"undefined": undefined}


def _put(data: dict[str, Any], undefined: dict[str, str], place: tuple[str, ...], value: Any) -> None:
    """Puts a value in its place, or its reason among the undefined; inside a missing reading nothing is said."""
    *parts, last = place
    inside: Any = data
    for part in parts:
        inside = inside[part]
    if inside is None:
        return
    if isinstance(value, Undefined):
        undefined[".".join(place)] = str(value)
        value = None
    inside[last] = value
