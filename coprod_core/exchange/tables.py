"""A web as tables with a heading each, which is what spreadsheets hold.

One table per list of the web, a row for each item and a column for each field; what plans and rules do to interests in
tables of their own, a row for each level; everything else in the table `web`, a row for each value, by its place. There
too stands a list whose items hold lists of their own: a row taken out of it here would leave those to the next one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from coprod_core.checked.fields import Choice, Flag, Id, Kind, Number, Text
from coprod_core.checked.several import Levels, Many
from coprod_core.checked.values import kinds, to_data
from coprod_core.exchange.amounts import number_in
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.limits import MOST_ROWS, refused
from coprod_core.exchange.paths import filled_in, nested
from coprod_core.files.web_file import FORMAT, VERSION, fields_of_before, upgraded
from coprod_core.web import model
from coprod_core.web.model import Web

Cell = str | float | bool | None
REST = "web"
_REST_COLUMNS = ("place", "kind", "value")
_ONE_VALUE = (Number, Text, Id, Choice, Flag)

LISTS: Mapping[str, type] = MappingProxyType(
    {name: cls for name, cls in model.LISTS.items() if not any(isinstance(kind, Many) for _, kind in kinds(cls))}
)
"""The lists of the web that have a table, and what each holds."""


@dataclass(frozen=True)
class Table:
    """Rows under a heading. `heading`: the row that it stands in, from 1."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    heading: int = 1

    def place(self, row: int, column: str) -> str:
        """Where a cell stands (row 1 = the first under the heading), in a spreadsheet's way: `actors!B3`, or `B3`."""
        return self.at(row, self.columns.index(column))

    def at(self, row: int, column: int) -> str:
        """The same, for the column at that place from 0."""
        cell = f"{letters(column)}{row + self.heading}"
        return f"{self.name}!{cell}" if self.name else cell


def letters(column: int) -> str:
    """A column's letters, from 0: A, B, ..., Z, AA."""
    above, last = divmod(column, 26)
    return f"{letters(above - 1) if above else ''}{chr(65 + last)}"


def column_kinds(name: str) -> Mapping[str, Kind]:
    """What each column of a list's table may hold."""
    return MappingProxyType({f: kind for f, kind in kinds(LISTS[name]) if isinstance(kind, _ONE_VALUE)})


def _levels() -> Mapping[str, tuple[str, str]]:
    return {
        f"{name}_{of}": (name, of) for name, cls in LISTS.items() for of, kind in kinds(cls) if isinstance(kind, Levels)
    }


LEVEL_TABLES: Mapping[str, tuple[str, str]] = MappingProxyType(_levels())
"""The tables of levels: `options_effects` holds the field `effects` of the list `options`."""

_LEVEL_COLUMNS: Mapping[str, Kind] = MappingProxyType({"id": Id(), "interest": Id(), "level": Number(-1, 1)})
_KINDS_OF_REST: Mapping[str, Kind] = {"text": Text(), "number": Number(-1e300), "flag": Flag()}


def columns() -> Mapping[str, Mapping[str, Kind]]:
    """The columns of every table of a whole web, with what each may hold."""
    rest: Mapping[str, Kind] = {column: Text() for column in _REST_COLUMNS}
    listed = {name: column_kinds(name) for name in LISTS}
    return {**listed, **dict.fromkeys(LEVEL_TABLES, _LEVEL_COLUMNS), REST: rest}


# -- out ------------------------------------------------------------------------------------------------------------


def tables_of(web: Web) -> tuple[Table, ...]:
    """Everything a web holds. Raises `FileError` when that is more rows than a table may have."""
    data = to_data(web)
    made = [_list_table(name, data[name]) for name in LISTS]
    made += [_level_table(table, data[name], of) for table, (name, of) in LEVEL_TABLES.items()]
    rest = {key: _without_columns(key, value) for key, value in data.items()}
    marked = {"format": FORMAT, "version": VERSION, **rest}
    made.append(Table(REST, _REST_COLUMNS, [(place, _kind_of(value), value) for place, value in filled_in(marked)]))
    for table in made:
        if len(table.rows) > MOST_ROWS:
            raise refused("too_many", table.name, count=len(table.rows), most=MOST_ROWS)
    return tuple(made)


def _list_table(name: str, items: Sequence[Mapping[str, Any]]) -> Table:
    held = column_kinds(name)
    rows = [[None if item[column] == "" else item[column] for column in held] for item in items]
    return Table(name, tuple(held), rows)


def _level_table(table: str, items: Sequence[Mapping[str, Any]], of: str) -> Table:
    rows = [(item["id"], interest, level) for item in items for interest, level in item[of].items()]
    return Table(table, tuple(_LEVEL_COLUMNS), rows)


def _without_columns(name: str, value: Any) -> Any:
    """What of a list has no column of its own."""
    if name not in LISTS:
        return value
    apart = {*column_kinds(name), *(of for listed, of in LEVEL_TABLES.values() if listed == name)}
    items = [{key: held for key, held in item.items() if key not in apart} for item in value]
    return items if any(items) else []


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "flag"
    return "text" if isinstance(value, str) else "number"


# -- in -------------------------------------------------------------------------------------------------------------


def are_ours(names: Sequence[str]) -> bool:
    """Whether tables of these names are those of a whole web."""
    return {REST, *LISTS} <= set(names)


def web_in(tables: Mapping[str, Table], typed: bool) -> Brought:
    """The whole web in tables of ours. `typed`: whether cells are numbers and the like already, or all text.

    Raises `FileError`.
    """
    read: Callable[[Cell, Kind, str], Any] = _as_it_is if typed else cell_value
    data = nested(_rest(tables[REST], typed))
    version = data.pop("version", None)
    if data.pop("format", None) != FORMAT:
        raise refused("missing", f"{REST}!A2", key="format")
    places: dict[str, str] = {}
    for name in LISTS:
        held = {**column_kinds(name), **dict.fromkeys(fields_of_before(name, version), Text())}
        data[name] = [
            {**_extra(data, name, number), **item}
            for number, item in enumerate(_items(tables[name], held, read, name, places))
        ]
    for table, (name, of) in LEVEL_TABLES.items():
        if table in tables:
            _add_levels(tables[table], data[name], of, read)
    return Brought(upgraded({"format": FORMAT, "version": version, **data}), complete=True, places=places)


def _extra(data: Mapping[str, Any], name: str, number: int) -> dict[str, Any]:
    """What the table of the rest says of an item of a list."""
    said = data.get(name)
    return said[number] if isinstance(said, list) and number < len(said) and isinstance(said[number], dict) else {}


def _rest(table: Table, typed: bool) -> Iterator[tuple[str, Any]]:
    for number, row in enumerate(table.rows, 1):
        said = dict(zip(table.columns, row, strict=False))
        named, place = said.get("kind"), said.get("place")
        kind = _KINDS_OF_REST.get(str(named))
        if kind is None or not isinstance(place, str):
            raise refused("unknown_choice", f"{table.name}!B{number + 1}", value=named, choices=tuple(_KINDS_OF_REST))
        value = said.get("value")
        if value is None and named == "text":
            value = ""  # what an empty cell is, to a spreadsheet
        yield place, value if typed else cell_value(value, kind, f"{table.name}!C{number + 1}")


def _items(
    table: Table,
    held: Mapping[str, Kind],
    read: Callable[[Cell, Kind, str], Any],
    name: str,
    places: dict[str, str],
) -> Iterator[dict[str, Any]]:
    """The rows as items, without cells that are empty; a column that is no field is passed over."""
    for number, row in enumerate(table.rows, 1):
        item = {}
        for column, cell in zip(table.columns, row, strict=False):
            if column in held:
                at = table.place(number, column)
                places[f"{name}[{number - 1}].{column}"] = at
                if cell not in (None, ""):
                    item[column] = read(cell, held[column], at)
        places[f"{name}[{number - 1}]"] = f"{table.name}!{number + 1}"
        yield item


def _add_levels(table: Table, items: Sequence[dict[str, Any]], of: str, read: Callable[[Cell, Kind, str], Any]) -> None:
    by_id = {item["id"]: item for item in items if isinstance(item.get("id"), str)}
    for number, said in enumerate(_items(table, _LEVEL_COLUMNS, read, table.name, {}), 1):
        owner = by_id.get(said.get("id", ""))
        if owner is None or "interest" not in said or "level" not in said:
            raise refused("no_such_element", f"{table.name}!A{number + 1}", id=said.get("id"))
        levels = owner.setdefault(of, {})
        if said["interest"] in levels:
            raise refused("duplicate_key", f"{table.name}!B{number + 1}", key=said["interest"])
        levels[said["interest"]] = said["level"]


def _as_it_is(cell: Cell, kind: Kind, place: str) -> Any:
    """A cell that has a type; a number where text belongs is that text, for spreadsheets turn `12` into a number."""
    if isinstance(kind, (Text, Id)) and isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    return cell


def cell_value(cell: Cell, kind: Kind, place: str) -> Any:
    """What a cell without a type says, where a field of this kind is expected. Raises `FileError`."""
    text = str(cell).strip()
    if isinstance(kind, Number):
        return number_in(text, place, "" if "," in text else ".")  # we write a point; a comma somebody else did
    if isinstance(kind, Flag):
        if text.lower() not in ("true", "false"):
            raise refused("not_a_flag", place, value=text)
        return text.lower() == "true"
    return cell
