"""What a file brings: what it says, what had to be assumed, and what of it was left behind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.checked.values import from_data, to_data
from coprod_core.exchange import register_notes
from coprod_core.exchange.dilemmas_brought import dilemmas_of
from coprod_core.exchange.names import alike
from coprod_core.exchange.noted_of_few import of_few, without_noted_of_few
from coprod_core.files.json_file import FileError
from coprod_core.web.asked import SMALL_GROUP
from coprod_core.web.model import Web

Data = Mapping[str, Any]
Role = Literal["party", "interest"]
NoteCode = Literal[
    "answers_not_known",
    "assumed_for",
    "assumed_levels",
    "assumed_parties",
    "assumed_sphere",
    "assumed_weight",
    "columns_kept_in_notes",
    "columns_not_used",
    "doubled_names",
    "filled_from_merged",
    "foreign_elements",
    "foreign_links",
    "groups_left_out",
    "heading_in_row",
    "left_out_between_parties",
    "left_out_doubles",
    "left_out_history",
    "left_out_loops",
    "lists_parted",
    "no_direction",
    "no_parties",
    "noted_of_few",
    "numbers_with_thousands",
    "polis_by_group",
    "polis_importance",
    "polis_left_out_people",
    "polis_left_out_statements",
    "polis_no_groups",
    "polis_others",
    "polis_personal",
    "polis_rejected",
    "polis_small_groups",
    "polis_unknown",
    "power_in_thirds",
    "scaled_weights",
    "sheets_hidden",
    "sheets_not_read",
    "tables_go_first",
    "unknown_relation",
    "weights_all_one",
    "weights_from_0_to_1",
    "weights_on_own_scale",
]
"""All that can be told of a file. Each has words on the command line and on screen."""


@dataclass(frozen=True)
class Note:
    """Something a person should know about a file that came in or goes out, as a code with parameters."""

    code: NoteCode
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Element:
    """A thing in a file of another tool, and what it was taken for. `type` is that tool's own word, "" = none."""

    id: str
    name: str
    type: str
    role: Role


@dataclass(frozen=True)
class Likeness:
    """Something in a file that may be what is here under another name. `ids`, `names`: of what it may be."""

    id: str
    name: str
    ids: tuple[str, ...]
    names: tuple[str, ...]


NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Brought:
    """What a file says, as web data that may leave things out.

    `complete`: the file holds a whole web, so what it does not name is not there. `by_id`: what has the same id is the
    same, whatever it is called by now. `assumed`: per list the values to take where neither the file nor the meeting
    says anything ("" = the web itself). `elements`: what was taken for a party or an interest, where the file does not
    say so in our own words. `places`: where in the file something stands, by its place in the data. `weights_to`: the
    highest weight at its links, where the file has a scale of its own and nobody has said what its top is. `quadrants`:
    by the name of a party, whether its interests go together with the organiser's by the matrix of trust in the file.
    """

    data: Data
    complete: bool = False
    by_id: bool = False
    notes: tuple[Note, ...] = ()
    assumed: Mapping[str, Data] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    weights_to: float | None = None
    quadrants: Mapping[str, bool] = field(default_factory=dict)

    @cached_property
    def web(self) -> Web:
        """The web on its own. Raises `FileError` with the places in the file."""
        filled = _filled(self.data, self.assumed)
        return self._made(filled if self.complete else without_noted_of_few(filled))

    def told(self, web: Web | None = None) -> tuple[Note, ...]:
        """All that a person should know of the file where it is brought into a web, or opened by itself."""
        return (*self.notes, *self.left_out(web))

    def left_out(self, web: Web | None = None) -> tuple[Note, ...]:
        """What of it is not kept, where that shows only beside a web."""
        data = self.data if web is None or self.complete else _laid_onto(web, self.data, self.by_id, NOBODY)
        few = () if self.complete else tuple(item["name"] for item in of_few(_filled(data, self.assumed)))
        return (Note("noted_of_few", {"few": SMALL_GROUP, "names": few}),) if few else ()

    @property
    def as_update(self) -> "Brought":
        """The same, to be laid onto a web: a whole web of ours changes what it names and takes nothing away."""
        return replace(self, complete=False, by_id=self.by_id or self.complete)

    def onto(self, web: Web, same: Mapping[str, str] = NOBODY) -> Web:
        """The web after bringing this in. A whole web takes its place.

        Anything less is laid onto it: parties and the like of the same name are the same, what the file says of them
        replaces what was said, nothing is taken away and nothing moves on the canvas. `same`: ids in the file of what a
        person says is the same under another name, with the ids here. Raises `FileError`.
        """
        alone = self.web
        if self.complete:
            return alone
        return self._made(without_noted_of_few(_filled(_laid_onto(web, self.data, self.by_id, same), self.assumed)))

    def perhaps_renamed(self, web: Web) -> tuple["Likeness", ...]:
        """The parties and interests that are new by name, with those here that the file does not name and that are
        called almost the same; to be asked, never assumed.
        """
        if self.complete:
            return ()
        held = to_data(web)
        return tuple(each for name in ("actors", "interests") for each in _likenesses(held[name], self.data, name))

    def _made(self, data: Data) -> Web:
        try:
            return from_data(Web, data)
        except InvalidValue as invalid:
            raise FileError([self._placed(fault) for fault in invalid.faults]) from None

    def _placed(self, fault: Fault) -> Fault:
        head, dot, rest = fault.place.partition(".")
        at = self.places.get(head, head)
        params = {key: self.places.get(str(value), value) for key, value in fault.params.items() if key == "first"}
        return Fault(self.places.get(fault.place, f"{at}{dot}{rest}"), fault.code, {**fault.params, **params})


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


def _laid_onto(web: Web, brought: Data, by_id: bool, same: Mapping[str, str]) -> Data:
    held = to_data(web)
    ids = {name: _ids(held[name], brought.get(name, ()), by_id, same) for name in _NAMED}
    coming = {name: [_renamed(item, ids, name) for item in brought.get(name, ())] for name in (*_NAMED, *_PAIRS)}
    for name in _NAMED:
        known = {item["id"]: item for item in held[name]}
        coming[name] = [_as_known(item, known[item["id"]]) if item["id"] in known else item for item in coming[name]]
    laid = {**held, **{key: value for key, value in brought.items() if key not in coming}}
    coming["actors"] = _with_notes_kept(held["actors"], coming["actors"])
    for name in _NAMED:
        laid[name] = _put(held[name], coming[name], lambda item: item["id"])
    for name, ends in _PAIRS.items():
        laid[name] = _put(held[name], coming[name], _ends_of(ends))
    said = {_ends_of(_PAIRS["stakes"])(item) for item in coming["stakes"]}
    asked = {_ends_of(_PAIRS["unknown"])(item) for item in coming["unknown"]}
    laid["dilemmas"] = _put(held["dilemmas"], dilemmas_of(brought, ids["actors"]), lambda item: item["id"])
    laid["unknown"] = [item for item in laid["unknown"] if _ends_of(_PAIRS["unknown"])(item) not in said]
    laid["stakes"] = [item for item in laid["stakes"] if _ends_of(_PAIRS["stakes"])(item) not in asked]
    return laid


def _as_known(item: Data, known: Data) -> dict[str, Any]:
    """What a file says of something that is here: where it stands stays, and so does a name that looks the same."""
    kept = {"name"} if alike(item["name"]) == alike(known["name"]) else set()
    if known.get("x") is not None and known.get("y") is not None:
        kept |= {"x", "y"}
    return {**item, **{key: known[key] for key in kept}}


def _likenesses(held: Sequence[Data], brought: Data, name: str) -> Iterator[Likeness]:
    """What of one list is new, where something here that the file does not name is called almost the same."""
    coming = {alike(item["name"]): item for item in brought.get(name, ())}
    here = {alike(item["name"]): item for item in held}
    missing = [said for said in here if said not in coming][:_MOST_COMPARED]
    for said, item in [*coming.items()][:_MOST_COMPARED]:
        close = get_close_matches(said, missing, 3, _CLOSE) if said not in here else []
        if close:
            ids, names = zip(*((here[each]["id"], here[each]["name"]) for each in close), strict=True)
            yield Likeness(item["id"], item["name"], ids, names)


_CLOSE = 0.7
"""How alike two names are from which somebody is asked whether they are one, as difflib counts it (0..1)."""

_MOST_COMPARED = 300


def _with_notes_kept(held: Sequence[Data], coming: Sequence[Data]) -> list[dict[str, Any]]:
    """Parties whose notes are labelled lines of a register: those are laid onto what the notes said before."""
    known = {item["id"]: item["notes"] for item in held}
    return [
        {**item, "notes": register_notes.merged(known[item["id"]], item["notes"])}
        if known.get(item["id"]) and register_notes.are_labelled(item.get("notes", ""))
        else {**item}
        for item in coming
    ]


def _ids(held: Sequence[Data], coming: Sequence[Data], by_id: bool, same: Mapping[str, str]) -> dict[str, str]:
    """The id that each thing in the file gets: that of the one it is, or a free one."""
    by_name = {alike(item["name"]): item["id"] for item in reversed(held)}
    known = {item["id"] for item in held}
    found: dict[str, str] = {}
    for item in coming:
        named = same.get(item["id"]) if same.get(item["id"]) in known else by_name.get(alike(item["name"]))
        if by_id and item["id"] in known:
            named = item["id"]
        found[item["id"]] = named or _free(item["id"], known | set(found.values()))
    return found


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
