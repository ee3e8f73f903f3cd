"""What a person says of a file for the command line: `--map FILE`, a JSON object.

`{"sheet": "Blad2", "heading": 3, "columns": {"Wie": "party", "Macht": ""}, "commas": true, "decimal": ",",
"largest_weight": 5, "parties": ["Bewoners"]}`, all of it optional. `columns`: what a column is by its title, a role or
"" for not used; columns that are not named are guessed.
"""

from collections.abc import Mapping
from typing import Any

from coprod_core.exchange.brought import Brought
from coprod_core.exchange.choices import Choices
from coprod_core.exchange.json_formats import read_object
from coprod_core.exchange.limits import refused
from coprod_core.exchange.matching import MANY, NOT_USED, ROLES, Matching, best_sheet, guessed
from coprod_core.exchange.names import alike
from coprod_core.exchange.sheets import Book

_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "sheet": str,
    "heading": int,
    "columns": dict,
    "commas": bool,
    "decimal": str,
    "largest_weight": (int, float),
    "parties": list,
}


def read(content: bytes) -> dict[str, Any]:
    """What a map says. Raises `FileError` for what it may not say."""
    said = read_object(content)
    for key, value in said.items():
        if key not in _KEYS:
            raise refused("unknown_key", key, key=key)
        if not isinstance(value, _KEYS[key]) or (isinstance(value, bool) and key != "commas"):
            raise refused("unknown_choice", key, value=value, choices=(str(_KEYS[key]),))
    for title, role in said.get("columns", {}).items():
        if role != NOT_USED and role not in ROLES:
            raise refused("unknown_choice", f"columns.{title}", value=role, choices=("", *ROLES))
    if said.get("decimal", "") not in ("", ".", ","):
        raise refused("unknown_choice", "decimal", value=said["decimal"], choices=(".", ","))
    largest = said.get("largest_weight", 1)
    if not 0 < largest < 1e300:
        raise refused("must_be_above", "largest_weight", value=largest, low=0)
    return said


def matching(said: Mapping[str, Any], book: Book) -> Matching | None:
    """What the columns of a file are by a map. Raises `FileError` for a sheet or a column that is not there."""
    sheet = book.sheets.get(said["sheet"]) if "sheet" in said else best_sheet(book)
    if sheet is None:
        if "sheet" in said:
            raise refused("no_such_element", "sheet", id=said["sheet"])
        return None
    found = guessed(sheet, said.get("heading"))
    named = {alike(title): role for title, role in said.get("columns", {}).items()}
    if missing := named.keys() - {alike(title) for title in found.titles}:
        raise refused("column_missing", "columns", column=min(missing))
    roles = _given(found, named)
    return found.adjusted(
        roles,
        commas=said.get("commas", found.commas),
        decimal=said.get("decimal", found.decimal),
        largest_weight=said.get("largest_weight"),
    )


def _given(found: Matching, named: Mapping[str, str]) -> list[str]:
    """The roles that were given, and where none was the guess, unless that role was given to another column."""
    given = {*named.values()} - {*MANY}
    return [
        named.get(alike(title), NOT_USED if role in given else role)
        for title, role in zip(found.titles, found.roles, strict=True)
    ]


def choices(said: Mapping[str, Any], book: Book | None, assumed: Brought | None) -> Choices:
    """The choices that a map makes for a file: of a table its columns, of a network its parties by name.

    `assumed`: what the network brings without them. Raises `FileError`.
    """
    parties = None
    if "parties" in said and assumed is not None:
        by_name = {alike(element.name): element.id for element in assumed.elements}
        names = [alike(str(name)) for name in said["parties"]]
        if missing := [name for name in names if name not in by_name]:
            raise refused("no_such_element", "parties", id=missing[0])
        parties = frozenset(by_name[name] for name in names)
    return Choices(matching(said, book) if book is not None else None, parties, said.get("largest_weight"))
