"""What a file brings: what it says, what had to be assumed, and what of it was left behind."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from coprod_core.errors import Fault, InvalidValue
from coprod_core.json_file import FileError
from coprod_core.model import Web
from coprod_core.web_data import web_from_data, web_to_data

Data = Mapping[str, Any]
Role = Literal["party", "interest"]


@dataclass(frozen=True)
class Note:
    """Something a person should know about a file that came in or goes out, as a code with parameters."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Element:
    """A thing in a file of another tool, and what it was taken for. `type` is that tool's own word, "" = none."""

    id: str
    name: str
    type: str
    role: Role


@dataclass(frozen=True)
class Brought:
    """What a file says, as web data that may leave things out.

    `complete`: the file holds a whole web, so what it does not name is not there. `assumed`: per list the values to
    take where neither the file nor the meeting says anything ("" = the web itself). `elements`: what was taken for a
    party or an interest, where the file does not say so in our own words. `places`: where in the file something stands,
    by its place in the data.
    """

    data: Data
    complete: bool = False
    notes: tuple[Note, ...] = ()
    assumed: Mapping[str, Data] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def web(self) -> Web:
        """The web on its own. Raises `FileError` with the places in the file."""
        return self._made(_filled(self.data, self.assumed))

    def onto(self, web: Web) -> Web:
        """The web after bringing this in. A whole web takes its place.

        Anything less is laid onto it: parties and the like of the same name are the same, what the file says of them
        replaces what was said, and nothing is taken away. Raises `FileError`.
        """
        alone = self.web
        if self.complete:
            return alone
        return self._made(_filled(_laid_onto(web, self.data), self.assumed))

    def _made(self, data: Data) -> Web:
        try:
            return web_from_data(data)
        except InvalidValue as invalid:
            raise FileError([self._placed(fault) for fault in invalid.faults]) from None

    def _placed(self, fault: Fault) -> Fault:
        head, dot, rest = fault.place.partition(".")
        at = self.places.get(head, head)
        return Fault(self.places.get(fault.place, f"{at}{dot}{rest}"), fault.code, fault.params)


# -- what nobody said -----------------------------------------------------------------------------------------------


def _filled(data: Data, assumed: Mapping[str, Data]) -> Data:
    """The data with the assumed values where it says nothing."""
    filled = {**assumed.get("", {}), **data}
    for name, values in assumed.items():
        if name in filled:
            filled[name] = [{**values, **item} for item in filled[name]]
    return filled


# -- laid onto what is there ----------------------------------------------------------------------------------------

_NAMED = ("actors", "interests", "options", "rules")
_PAIRS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"stakes": ("actor", "interest"), "unknown": ("actor", "interest"), "relations": ("a", "b")}
)
_REFERENCES = {"actor": "actors", "interest": "interests", "a": "interests", "b": "interests"}
_LEVELS = ("effects", "protects", "hinders")


def _laid_onto(web: Web, brought: Data) -> Data:
    held = web_to_data(web)
    ids = {name: _ids(held[name], brought.get(name, ())) for name in _NAMED}
    coming = {name: [_renamed(item, ids, name) for item in brought.get(name, ())] for name in (*_NAMED, *_PAIRS)}
    for name in _NAMED:  # a name that differs only in capitals or spaces stays as it is written here
        known = {item["id"]: item["name"] for item in held[name]}
        coming[name] = [{**item, "name": known.get(item["id"], item["name"])} for item in coming[name]]
    laid = {**held, **{key: value for key, value in brought.items() if key not in coming}}
    for name in _NAMED:
        laid[name] = _put(held[name], coming[name], lambda item: item["id"])
    for name, ends in _PAIRS.items():
        laid[name] = _put(held[name], coming[name], _ends_of(ends))
    said = {_ends_of(_PAIRS["stakes"])(item) for item in coming["stakes"]}
    asked = {_ends_of(_PAIRS["unknown"])(item) for item in coming["unknown"]}
    laid["unknown"] = [item for item in laid["unknown"] if _ends_of(_PAIRS["unknown"])(item) not in said]
    laid["stakes"] = [item for item in laid["stakes"] if _ends_of(_PAIRS["stakes"])(item) not in asked]
    return laid


def _ids(held: Sequence[Data], coming: Sequence[Data]) -> dict[str, str]:
    """The id that each thing in the file gets: that of the one it is, or a free one."""
    by_name = {_plain(item["name"]): item["id"] for item in reversed(held)}
    known = {item["id"] for item in held}
    found: dict[str, str] = {}
    for item in coming:
        named = by_name.get(_plain(item["name"]))
        found[item["id"]] = named or _free(item["id"], known | set(found.values()))
    return found


def _plain(name: Any) -> str:
    return re.sub(r"\s+", " ", str(name)).strip().casefold()


def _free(id_: str, taken: set[str]) -> str:
    number = 2
    free = id_
    while free in taken:
        free = f"{id_}-{number}"
        number += 1
    return free


def _renamed(item: Data, ids: Mapping[str, Mapping[str, str]], name: str) -> dict[str, Any]:
    """An item with every id in it as the web will know it."""
    renamed = dict(item)
    if "id" in renamed:
        renamed["id"] = ids[name][renamed["id"]]
    for key, of in _REFERENCES.items():
        if key in renamed:
            renamed[key] = ids[of].get(renamed[key], renamed[key])
    for key in _LEVELS:
        if key in renamed:
            renamed[key] = {ids["interests"].get(id_, id_): level for id_, level in renamed[key].items()}
    return renamed


def _ends_of(ends: tuple[str, str]) -> Callable[[Data], frozenset[tuple[str, str]]]:
    """What two links between the same two have in common; a relation is the same either way round."""
    return lambda item: frozenset((_REFERENCES[end], item[end]) for end in ends)


def _put(held: Sequence[Data], coming: Sequence[Data], key: Callable[[Data], Any]) -> list[Data]:
    laid = {key(item): item for item in held}
    for item in coming:
        laid[key(item)] = {**laid.get(key(item), {}), **item}
    return list(laid.values())
