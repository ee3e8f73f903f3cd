"""The open web file: a web of interests as JSON that anyone can read, write and compute on.

UTF-8, `"format": "coprod-web"`, `"version": 3`; `web_file.schema.json` says what may stand where.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from coprod_core.errors import Fault, InvalidValue
from coprod_core.json_file import CARD, LARGEST_FILE, MOST_FAULTS, FileError, check_card, parsed, version_in
from coprod_core.model import Web
from coprod_core.web_data import web_from_data, web_to_data

__all__ = [
    "FORMAT",
    "LARGEST_FILE",
    "MOST_FAULTS",
    "UPGRADES",
    "VERSION",
    "WebFileError",
    "as_data",
    "from_data",
    "read",
    "upgraded",
    "write",
]

FORMAT = "coprod-web"
VERSION = 3

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]


def _with_new(*keys: str) -> Upgrade:
    """From a version that did not know these keys yet; what they say by default is what it meant."""

    def upgrade(body: dict[str, Any]) -> dict[str, Any]:
        if found := [key for key in keys if key in body]:
            raise FileError([Fault(key, "unknown_key", {"key": key}) for key in found])
        return body

    return upgrade


UPGRADES: Mapping[int, Upgrade] = {1: _with_new("conventions"), 2: _with_new("conditions")}
"""For each version before `VERSION`: how its data becomes data of the next."""

WebFileError = FileError
"""A file that holds no web."""


def write(web: Web, card: Mapping[str, str] | None = None) -> str:
    """The file that holds this web: the same text for the same web, with a line end at its end.

    `card`: what whoever hands it on says of it, by name; it is no part of the web, and `read` passes it by.
    """
    return json.dumps(as_data(web, card), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_data(web: Web, card: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the file of this web holds, as plain JSON data."""
    about = {} if card is None else {CARD: dict(card)}
    return {"format": FORMAT, "version": VERSION, **about, **web_to_data(web)}


def read(source: bytes | str) -> Web:
    """The web in a file. Raises `WebFileError`, whatever the file holds."""
    return from_data(parsed(source))


def from_data(data: Any) -> Web:
    """The web in what a file holds. Raises `WebFileError`, whatever that is."""
    body = upgraded(data)
    try:
        return web_from_data(body)
    except InvalidValue as invalid:
        raise WebFileError(invalid.faults) from None


def upgraded(data: Any) -> dict[str, Any]:
    """The body of a file of any version up to ours, as data of our version. Raises `WebFileError`."""
    version = version_in(data, FORMAT, VERSION)
    check_card(data)
    body = {key: value for key, value in data.items() if key not in ("format", "version", CARD)}
    for older in range(version, VERSION):
        body = UPGRADES[older](body)
    return body
