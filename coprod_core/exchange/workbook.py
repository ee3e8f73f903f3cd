"""Workbooks (xlsx): the sheets Factors and Links that Kumu and PRSM read, beside the tables of the whole web."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from coprod_core.exchange import stake_table, tables
from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.formulas import harmless
from coprod_core.exchange.graph import KIND, Edge, Graph, Node, graph_of
from coprod_core.exchange.json_formats import endpoints
from coprod_core.exchange.limits import MOST_COLUMNS, MOST_ROWS, plain_xml, refused, unpacked
from coprod_core.exchange.schema import column_rows
from coprod_core.exchange.tables import Cell, Table
from coprod_core.exchange.xml_text import as_written, escaped
from coprod_core.json_file import FileError
from coprod_core.model import Web

LONGEST_CELL = 32_767
"""Characters; a spreadsheet holds no more in one cell."""

FACTORS, LINKS = ("Factors", "Elements"), ("Links", "Connections")
"""The names under which the tools look for their sheets: PRSM's (which we write), and Kumu's."""

_PART = re.compile(r"(?:^|/)[^/]+\.(?:xml|rels|vml)$", re.IGNORECASE)


@dataclass(frozen=True)
class Workbook:
    name: str = "workbook"
    suffix: str = ".xlsx"
    mime: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return content.startswith(b"PK") and b"xl/" in content

    def read(self, content: bytes, title: str = "", parties: Set[str] | None = None) -> Brought:
        sheets = _sheets(content)
        if tables.are_ours([*sheets]):
            return tables.web_in(sheets, typed=True)
        factors, links = _first(sheets, FACTORS), _first(sheets, LINKS)
        if links is not None:
            return network_of(_network(factors, links), title, parties)
        if not sheets:
            raise refused("nothing_in_it")
        return stake_table.brought(next(iter(sheets.values())), title)

    def write(self, web: Web, card: Card) -> bytes:
        book = Book(write_only=True)
        graph = graph_of(web)
        for table in (*_network_tables(graph), *tables.tables_of(web), _card_table(card.lines(web)), _schema_table()):
            _write(book.create_sheet(table.name), table)
        written = io.BytesIO()
        book.save(written)
        return written.getvalue()


# -- out ------------------------------------------------------------------------------------------------------------


def _write(sheet: WriteOnlyWorksheet, table: Table) -> None:
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, column, bold=True) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: WriteOnlyWorksheet, value: Cell, bold: bool = False) -> Any:
    """A cell; text is text whatever it begins with, and stays so when somebody edits it."""
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        cell = WriteOnlyCell(sheet, value)
        cell._value = repr(value)  # openpyxl writes 16 digits, and some numbers have 17
        return cell
    if not isinstance(value, str):
        return value
    text = escaped(value)
    if len(text) > LONGEST_CELL:
        raise refused("too_long", sheet.title, length=len(text), longest=LONGEST_CELL)
    if text == harmless(text) and not bold:
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _network_tables(graph: Graph) -> tuple[Table, Table]:
    """The web as Kumu and PRSM read it: names that occur twice get a number, for links go by name."""
    labels = _labels(graph.nodes)
    factors = [
        (labels[node.id], node.attributes[KIND], node.attributes.get("notes"), node.attributes.get("sphere"))
        for node in graph.nodes
    ]
    links = [(labels[edge.source], labels[edge.target], edge.attributes[KIND], _strength(edge)) for edge in graph.edges]
    return (
        Table(FACTORS[0], ("Label", "Type", "Description", "Tags"), factors),
        Table(LINKS[0], ("From", "To", "Type", "Strength"), links),
    )


def _labels(nodes: Sequence[Node]) -> dict[str, str]:
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for node in nodes:
        label, number = node.name, 2
        while label in taken:
            label, number = f"{node.name} ({number})", number + 1
        labels[node.id] = label
        taken.add(label)
    return labels


def _strength(edge: Edge) -> Cell:
    said = edge.attributes
    if "weight" in said:
        strength: float = said["weight"] * said.get("position", 1)
        return strength
    return next((said[key] for key in ("compatibility", "level") if key in said), None)


def _card_table(lines: Mapping[str, str]) -> Table:
    return Table("About", ("about", "value"), [*lines.items()])


def _schema_table() -> Table:
    return Table("Schema", ("sheet", "column", "holds", "from", "to", "needed"), column_rows())


# -- in -------------------------------------------------------------------------------------------------------------


def _sheets(content: bytes) -> dict[str, Table]:
    """The sheets with their heading and rows; where ours are there, only those. Raises `FileError`."""
    for name, part in unpacked(content):
        if _PART.search(name):
            plain_xml(part, name)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        ours = {*tables.columns()} if tables.are_ours(book.sheetnames) else {*book.sheetnames}
        return {sheet.title: _table(sheet.title, sheet) for sheet in book.worksheets if sheet.title in ours}
    except FileError:
        raise
    except Exception as error:  # openpyxl raises whatever it meets in a damaged workbook
        raise refused("damaged_workbook", reason=type(error).__name__) from None


def _table(name: str, sheet: Any) -> Table:
    sheet.reset_dimensions()  # what a sheet says of its size is not trusted
    rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS)
    heading = [_value(cell, name) for cell in next(rows, ())]
    while heading and heading[-1] is None:
        heading.pop()
    columns = tuple("" if title is None else str(title).strip() for title in heading)
    return Table(name, columns, [*_filled(rows, name, len(columns))])


def _filled(rows: Iterator[Sequence[Any]], name: str, width: int) -> Iterator[list[Cell]]:
    """The rows up to the last one with something in it under the heading."""
    empty = 0
    for number, cells in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise refused("too_many", name, count=number, most=MOST_ROWS)
        row: list[Cell] = [_value(cell, name) for cell in cells[:width]]
        if any(value is not None for value in row):
            for _ in range(empty):
                yield []
            empty = 0
            yield row
        else:
            empty += 1


def _value(cell: Any, name: str) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        raise refused("formula", f"{name}!{cell.coordinate}")
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return as_written(str(value))


def _first(sheets: Mapping[str, Table], names: Sequence[str]) -> Table | None:
    by_name = {name.strip().lower(): table for name, table in sheets.items()}
    return next((by_name[name.lower()] for name in names if name.lower() in by_name), None)


def _network(factors: Table | None, links: Table) -> Graph:
    """The network in the sheets of Kumu or PRSM; an element that only a link names is one too."""
    nodes = {node.id: node for node in _nodes(factors)} if factors is not None else {}
    edges = tuple(_edges(links))
    for edge in edges:
        for end in (edge.source, edge.target):
            nodes.setdefault(end, Node(end, end, {}, edge.place))
    return Graph((*nodes.values(),), endpoints(edges, (*nodes.values(),)))


def _nodes(table: Table) -> Iterator[Node]:
    for number, said in _said(table):
        label = said.pop("label", None)
        if label is not None:
            yield Node(str(label), str(label), said, f"{table.name}!A{number + 1}")


def _edges(table: Table) -> Iterator[Edge]:
    for number, said in _said(table):
        source, target = said.pop("from", None), said.pop("to", None)
        if source is None and target is None:
            continue
        place = f"{table.name}!{'A' if source is None else 'B'}{number + 1}"
        if source is None or target is None:
            raise refused("missing", place, key="From" if source is None else "To")
        yield Edge(str(source), str(target), _signed(said), place)


def _said(table: Table) -> Iterator[tuple[int, dict[str, Cell]]]:
    """What each row says under which heading, headings in small letters."""
    columns = [column.lower() for column in table.columns]
    for number, row in enumerate(table.rows, 1):
        yield number, {column: cell for column, cell in zip(columns, row, strict=False) if column and cell is not None}


def _signed(said: dict[str, Cell]) -> dict[str, Cell]:
    """A link's strength from -1 to 1 as a weight and a side."""
    strength = said.pop("strength", None)
    if isinstance(strength, (int, float)) and not isinstance(strength, bool) and 0 < abs(strength) <= 1:
        side = 1.0 if strength > 0 else -1.0
        return {"weight": abs(strength), "position": side, "compatibility": strength, **said}
    return said
