"""The open workshop file: a web and the steps that lead a group through it, as JSON that anyone can read and write.

UTF-8, `"format": "coprod-workshop"`, `"version": 2`. `web` is a whole web file; each step says its `kind`; acts stand
as in the log. `workshop.schema.json` says what may stand where.
"""

import json
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from coprod_core.checked.errors import ENOUGH, Fault, InvalidValue
from coprod_core.checked.values import from_data, key_faults, to_data
from coprod_core.files import web_file
from coprod_core.files.json_file import FileError, is_deeper_than, parsed, version_in
from coprod_core.web.replies import moved_in_acts
from coprod_core.workshop.upgrading import from_1
from coprod_core.workshop.whole import Workshop

FORMAT = "coprod-workshop"
VERSION = 2
MOST_DEEP = 40

UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: from_1}
"""For each version before `VERSION`: how its data becomes data of the next."""


def write(workshop: Workshop, card: Mapping[str, str] | None = None) -> str:
    """The file that holds this workshop: the same text for the same workshop, with a line end at its end.

    `card`: as in the web file, which stands in it.
    """
    return json.dumps(as_data(workshop, card), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_data(workshop: Workshop, card: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the file of this workshop holds, as plain JSON data."""
    data = to_data(workshop)
    return {
        "format": FORMAT,
        "version": VERSION,
        **{key: said for key, said in data.items() if key not in ("web", "steps")},
        "web": web_file.as_data(workshop.web, card),
        "steps": data["steps"],
    }


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
    faults = list(islice(key_faults(Workshop, body), ENOUGH))
    if faults:
        raise InvalidValue(faults)
    try:
        web = web_file.from_data(body["web"])
    except FileError as error:
        raise InvalidValue([fault.within("web") for fault in error.faults]) from None
    return from_data(Workshop, {**body, "web": web, "steps": moved_in_acts(body["steps"])})
