"""What every spreadsheet of ours holds and what any may bring, whatever program it is for.

Written: the sheets `Factors` and `Links` that Kumu and PRSM read, beside the tables of the whole web. Read: those
tables where they are there, or else `Factors` and `Links` (`Elements` and `Connections`), or else one table of stakes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from coprod_core.exchange import stake_table, tables
from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought, Note
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.graph import KIND, Edge, Graph, Node, graph_of
from coprod_core.exchange.json_formats import endpoints
from coprod_core.exchange.limits import refused
from coprod_core.exchange.schema import column_rows
from coprod_core.exchange.sheets import Book, Formula, Sheet
from coprod_core.exchange.tables import Cell, Table
from coprod_core.web.model import Web

FACTORS, LINKS = ("Factors", "Elements"), ("Links", "Connections")
"""The names under which the tools look for their sheets: PRSM's (which we write), and Kumu's."""

ABOUT, SCHEMA = "About", "Schema"
READ = frozenset({*tables.columns(), FACTORS[0], LINKS[0]})
"""The sheets of a whole web of ours that are read."""


def beside(names: Iterable[str]) -> tuple[str, ...]:
    """Which sheets of a workbook of ours stand there beside those that are read, and say something else."""
    return tuple(name for name in names if name not in READ | {ABOUT, SCHEMA})


# -- out ------------------------------------------------------------------------------------------------------------


def all_tables(web: Web, card: Card) -> tuple[Table, ...]:
    """The sheets of a web, in their order."""
    made = (*card.beside, *_network_tables(graph_of(web)), *tables.tables_of(web))
    return (*made, _card_table(card.lines(web)), _schema_table())


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
    return Table(ABOUT, ("about", "value"), [*lines.items()])


def _schema_table() -> Table:
    return Table(SCHEMA, ("sheet", "column", "holds", "from", "to", "needed"), column_rows())


# -- in -------------------------------------------------------------------------------------------------------------


def is_stake_table(book: Book) -> bool:
    """Whether what counts in these sheets is a table of which a person can say what its columns are."""
    return bool(book.sheets) and not tables.are_ours([*book.sheets]) and _first(book.sheets, LINKS) is None


def brought(book: Book, title: str, choices: Choices = NONE_MADE) -> Brought:
    """What the sheets of a file bring. Raises `FileError`."""
    if tables.are_ours([*book.sheets]):
        whole = tables.web_in({name: _sound(sheet) for name, sheet in book.sheets.items()}, typed=True)
        beside = [Note("sheets_not_read", {"names": book.beside})] if book.beside else []
        return replace(whole, notes=(*whole.notes, *beside, *_said_twice(book, whole.web)))
    factors, links = _first(book.sheets, FACTORS), _first(book.sheets, LINKS)
    if links is None:
        return stake_table.of_book(book, title, choices)
    network = network_of(_network(None if factors is None else _sound(factors), _sound(links)), title, choices)
    others = [sheet.name for sheet in book.sheets.values() if sheet not in (factors, links) and sheet.rows]
    notes = [Note("sheets_not_read", {"names": tuple(others)})] if others else []
    return replace(network, notes=(*network.notes, *notes, *stake_table.hidden(book)))


def _sound(sheet: Sheet) -> Table:
    """The table under the first row, when no cell of it is a formula. Raises `FileError`."""
    table = sheet.below(1)
    for number, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if isinstance(cell, Formula):
                raise refused("formula", table.at(number, column))
    return table


def _said_twice(book: Book, web: Web) -> list[Note]:
    """What is told where the sheets for other tools say anything else than the tables, which go first."""
    changed = []
    for made in _network_tables(graph_of(web)):
        sheet = book.sheets.get(made.name)
        if sheet is not None and not _same([made.columns, *made.rows], sheet.rows):
            changed.append(made.name)
    return [Note("tables_go_first", {"names": tuple(changed)})] if changed else []


def _same(rows: Sequence[Sequence[Cell]], others: Sequence[Sequence[Cell]]) -> bool:
    pairs = zip_longest(rows, others, fillvalue=())
    return all(_is(one, other) for row, held in pairs for one, other in zip_longest(row, held))


def _is(one: Cell, other: Cell) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) < 1e-9
    return (one or "") == (other or "")


def _first(sheets: Mapping[str, Sheet], names: Sequence[str]) -> Sheet | None:
    by_name = {name.strip().lower(): table for name, table in sheets.items()}
    return next((by_name[name.lower()] for name in names if name.lower() in by_name), None)


def _network(factors: Table | None, links: Table) -> Graph:
    """The network in the sheets of Kumu or PRSM; an element that only a link names is one too."""
    nodes = {node.id: node for node in _nodes(factors)} if factors is not None else {}
    edges = tuple(_edges(links, {*nodes}))
    for edge in edges:
        for end in (edge.source, edge.target):
            nodes.setdefault(end, Node(end, end, {}, edge.place))
    return Graph((*nodes.values(),), endpoints(edges, (*nodes.values(),)))


def _nodes(table: Table) -> Iterator[Node]:
    for number, said in _said(table):
        label = said.pop("label", None)
        if label is not None:
            yield Node(str(label), str(label), said, table.at(number, 0))


def _edges(table: Table, labels: Set[str]) -> Iterator[Edge]:
    for number, said in _said(table):
        source, target = said.pop("from", None), said.pop("to", None)
        if source is None and target is None:
            continue
        place = table.at(number, 0 if source is None else 1)
        if source is None or target is None:
            raise refused("missing", place, key="From" if source is None else "To")
        attributes = _signed(said)
        for start in _ends(str(source), labels):
            for end in _ends(str(target), labels):
                yield Edge(start, end, attributes, place)


def _ends(said: str, labels: Set[str]) -> list[str]:
    """The elements that one cell names: one, or as many as Kumu's bars part."""
    if said in labels:
        return [said]
    return [part.strip() for part in said.split("|") if part.strip()] or [said]


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
