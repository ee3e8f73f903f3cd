"""A whole web to plain JSON data and back (the body of the web file, and of the act that opens a web)."""

from collections.abc import Mapping
from typing import Any

from coprod_core.conditions.data import conditions_from_data, conditions_to_data
from coprod_core.conventions import Conventions
from coprod_core.errors import Fault, InvalidValue
from coprod_core.fields import faults_of, kinds
from coprod_core.model import (
    MOST,
    Actor,
    Case,
    Headcount,
    Interest,
    Option,
    Process,
    Relation,
    Rule,
    Stake,
    Unknown,
    Web,
)
from coprod_core.records import from_data, key_faults, listed, to_data

LISTS: Mapping[str, type] = {
    "actors": Actor,
    "interests": Interest,
    "stakes": Stake,
    "unknown": Unknown,
    "relations": Relation,
    "options": Option,
    "rules": Rule,
    "population": Headcount,
}
SINGLES: Mapping[str, type] = {"case": Case, "process": Process, "conventions": Conventions}


def web_to_data(web: Web) -> dict[str, Any]:
    """Every field of a web as plain JSON data, in file order."""
    return {
        **to_data(web),
        "case": to_data(web.case),
        **{name: [to_data(item) for item in getattr(web, name)] for name in LISTS},
        "process": to_data(web.process),
        "conventions": to_data(web.conventions),
        "conditions": conditions_to_data(web.conditions),
    }


def web_from_data(data: Any) -> Web:
    """The web in plain data.

    Raises `InvalidValue` with the faults found, each with its place; past `ENOUGH` of them it looks no further.
    Faults between items (references, doubles) are looked for once every item by itself is sound.
    """
    if not isinstance(data, Mapping):
        raise InvalidValue([Fault("", "not_an_object", {"value": data})])
    faults = key_faults(Web, data) + faults_of(Web, data)
    values: dict[str, Any] = {name: data[name] for name, _ in kinds(Web) if name in data}
    for name, cls in SINGLES.items():
        if name in data:
            values[name] = from_data(cls, data[name], name, faults)
    for name, cls in LISTS.items():
        if name in data:
            values[name] = listed(cls, data[name], name, MOST[name], faults)
    if "conditions" in data:
        values["conditions"] = conditions_from_data(data["conditions"], "conditions", faults)
    if faults:
        raise InvalidValue(faults)
    return Web(**values)
