"""The open workshop file: a web and the steps that lead a group through it, as JSON that anyone can read and write.

UTF-8, `"format": "coprod-workshop"`, `"version": 1`. `web` is a whole web file; each step says its `kind`; acts stand
as in the log. `workshop.schema.json` says what may stand where.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from typing import Any

from coprod_core import web_file
from coprod_core.commands import Command
from coprod_core.errors import ENOUGH, Fault, InvalidValue
from coprod_core.fields import kinds
from coprod_core.json_file import FileError, is_deeper_than, parsed, version_in
from coprod_core.log_format import act_to_data
from coprod_core.records import from_data, key_faults, to_data
from coprod_core.workshop.values import KINDS, MOST_STEPS, Step, Workshop

FORMAT = "coprod-workshop"
VERSION = 1
MOST_DEEP = 40

UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each version before `VERSION`: how its data becomes data of the next."""


def write(workshop: Workshop) -> str:
    """The file that holds this workshop: the same text for the same workshop, with a line end at its end."""
    return json.dumps(as_data(workshop), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_data(workshop: Workshop) -> dict[str, Any]:
    """What the file of this workshop holds, as plain JSON data."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **to_data(workshop),
        "web": web_file.as_data(workshop.web),
        "steps": [step_to_data(step) for step in workshop.steps],
    }


def step_to_data(step: Step) -> dict[str, Any]:
    """A step as plain JSON data."""
    return {"kind": step.kind, **_plain(step)}


def _plain(value: Any) -> Any:
    if isinstance(value, Command):
        return act_to_data(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name, _ in kinds(type(value))}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def holds_workshop(source: bytes | str) -> bool:
    """Whether a file says it holds a workshop; it may still be refused."""
    try:
        data = parsed(source)
    except FileError:
        return False
    return isinstance(data, dict) and data.get("format") == FORMAT


def read(source: bytes | str) -> Workshop:
    """The workshop in a file, every act of it tried. Raises `FileError`, whatever the file holds."""
    data = parsed(source)
    version = version_in(data, FORMAT, VERSION)
    if is_deeper_than(MOST_DEEP, data):
        raise FileError([Fault("", "nested_too_deep")])
    body = {key: value for key, value in data.items() if key not in ("format", "version")}
    for older in range(version, VERSION):
        body = UPGRADES[older](body)
    try:
        return workshop_from_data(body)
    except InvalidValue as invalid:
        raise FileError(invalid.faults) from None


def workshop_from_data(body: Mapping[str, Any]) -> Workshop:
    """The workshop in the body of a file. Raises `InvalidValue` with the faults found, each with its place."""
    faults = key_faults(Workshop, body)
    if faults:
        raise InvalidValue(faults)
    try:
        web = web_file.from_data(body["web"])
    except FileError as error:
        raise InvalidValue([fault.within("web") for fault in error.faults]) from None
    steps = _steps(body["steps"], faults)
    if faults:
        raise InvalidValue(faults)
    return Workshop(**{**body, "web": web, "steps": steps})


def _steps(data: Any, faults: list[Fault]) -> tuple[Step, ...]:
    if not isinstance(data, list):
        faults.append(Fault("steps", "not_a_list", {"value": data}))
        return ()
    if len(data) > MOST_STEPS:
        faults.append(Fault("steps", "too_many", {"count": len(data), "most": MOST_STEPS}))
        return ()
    found = [step_from_data(item, f"steps[{i}]", faults) for i, item in enumerate(data)]
    del faults[ENOUGH:]
    return tuple(step for step in found if step is not None)


def step_from_data(data: Any, place: str, faults: list[Fault]) -> Step | None:
    """A step from plain data; None when it has faults, which are added to `faults` with their place."""
    if not isinstance(data, Mapping):
        faults.append(Fault(place, "not_an_object", {"value": data}))
        return None
    if "kind" not in data:
        faults.append(Fault(f"{place}.kind", "missing", {"key": "kind"}))
        return None
    kind = data["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        faults.append(Fault(f"{place}.kind", "unknown_choice", {"value": kind, "choices": tuple(KINDS)}))
        return None
    return from_data(KINDS[kind], {key: value for key, value in data.items() if key != "kind"}, place, faults)
