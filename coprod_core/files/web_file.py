"""The open web file: a web of interests as JSON that anyone can read, write and compute on.

UTF-8, `"format": "coprod-web"`, `"version": 7`; `web_file.schema.json` says what may stand where.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from coprod_core.checked import values
from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.files.json_file import (
    CARD,
    LARGEST_FILE,
    MOST_FAULTS,
    FileError,
    check_card,
    json_text,
    parsed,
    version_in,
)
from coprod_core.web.model import Web
from coprod_core.web.replies import REPLY, moved_in_web

__all__ = [
    "FORMAT",
    "LARGEST_FILE",
    "MOST_FAULTS",
    "UPGRADES",
    "VERSION",
    "WebFileError",
    "as_data",
    "fields_of_before",
    "from_data",
    "read",
    "upgraded",
    "write",
]

FORMAT = "coprod-web"
VERSION = 7

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]


def _with_new(*keys: str) -> Upgrade:
    """From a version that did not know these keys yet; what they say by default is what it meant."""

    def upgrade(body: dict[str, Any]) -> dict[str, Any]:
        if found := [key for key in keys if key in body]:
            raise FileError([Fault(key, "unknown_key", {"key": key}) for key in found])
        return body

    return upgrade


def _with_new_inside(**keys: tuple[str, ...]) -> Upgrade:
    """The same for keys inside a part of the body: those of an object, or of each object in a list."""

    def upgrade(body: dict[str, Any]) -> dict[str, Any]:
        if found := _found_inside(body, keys):
            raise FileError(found)
        return body

    return upgrade


def _found_inside(body: Mapping[str, Any], keys: Mapping[str, tuple[str, ...]]) -> list[Fault]:
    """A fault for each of these keys that stands inside its part of the body."""
    return [
        Fault(f"{place}.{key}", "unknown_key", {"key": key})
        for part, new in keys.items()
        for place, item in _objects_in(part, body.get(part))
        for key in new
        if key in item
    ]


def _objects_in(part: str, held: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The object that stands in a part, or every object in its list, each with its place."""
    items = [(f"{part}[{i}]", item) for i, item in enumerate(held)] if isinstance(held, list) else [(part, held)]
    return ((place, item) for place, item in items if isinstance(item, Mapping))


def _with_accounting(body: dict[str, Any]) -> dict[str, Any]:
    """From a version in which what was done with an interest stood in the interest, and nothing else of the kind."""
    body = _with_new("accounting")(body)
    return moved_in_web(_with_new_inside(options=("description", "costs", "proposed_by"))(body))


def _with_power_map(body: dict[str, Any]) -> dict[str, Any]:
    """From a version in which nothing was asked for the power map."""
    asked = ("power", "trust", "network_role", "attitude", "ring_now", "ring_theirs", "ring_ours", "placed_by")
    inside = _with_new_inside(actors=asked, conventions=("ring_think", "ring_work", "ring_decide"))
    return inside(_with_new("phase")(body))


def _with_own_dilemmas(body: dict[str, Any]) -> dict[str, Any]:
    """From a version without dilemmas of people's own, what prevailed, who residents think answers for it, and the
    change from which on a party goes forward or back.
    """
    said = body.get("conditions")
    new = {"frame": ("residents_think",), "reflections": ("prevailed",)}
    if isinstance(said, Mapping) and (found := _found_inside(said, new)):
        raise FileError([fault.within("conditions") for fault in found])
    return _with_new_inside(conventions=("tell_change",))(_with_new("dilemmas")(body))


UPGRADES: Mapping[int, Upgrade] = {
    1: _with_new("conventions"),
    2: _with_new("conditions"),
    3: _with_new_inside(
        interests=("spoken_by",),
        process=("emphasis_on", "own_reading"),
        conventions=("hard_to_live_with", "ambivalent_from", "can_live_with", "mixed_limit", "tell_from"),
    ),
    4: _with_accounting,
    5: _with_power_map,
    6: _with_own_dilemmas,
}
"""For each version before `VERSION`: how its data becomes data of the next."""


def fields_of_before(name: str, version: Any) -> tuple[str, ...]:
    """The fields that items of a list of the web held in files of `version`, and hold no more."""
    return (REPLY,) if name == "interests" and version in (1, 2, 3, 4) else ()


WebFileError = FileError
"""A file that holds no web."""


def write(web: Web, card: Mapping[str, str] | None = None) -> str:
    """The file that holds this web: the same text for the same web, with a line end at its end.

    `card`: what whoever hands it on says of it, by name; it is no part of the web, and `read` passes it by.
    """
    return json_text(as_data(web, card))


def as_data(web: Web, card: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the file of this web holds, as plain JSON data."""
    about = {} if card is None else {CARD: dict(card)}
    return {"format": FORMAT, "version": VERSION, **about, **values.to_data(web)}


def read(source: bytes | str) -> Web:
    """The web in a file. Raises `WebFileError`, whatever the file holds."""
    return from_data(parsed(source))


def from_data(data: Any) -> Web:
    """The web in what a file holds. Raises `WebFileError`, whatever that is."""
    body = upgraded(data)
    try:
        return values.from_data(Web, body)
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
