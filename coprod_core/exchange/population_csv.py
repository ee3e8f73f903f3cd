"""How a neighbourhood is made up as a table `feature,value,count`, in and out, and quotas out for drawing lots."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coprod_core.checked.errors import InvalidValue
from coprod_core.exchange.csv_table import Row, Table
from coprod_core.exchange.formulas import as_written, harmless
from coprod_core.exchange.limits import refused, sized
from coprod_core.files.json_file import FileError
from coprod_core.indicators.quotas import Quota
from coprod_core.web.headcount import MOST_COUNTED, Headcount
from coprod_core.web.model import MOST

COLUMNS = ("feature", "value", "count")
TABLE, SOURCE = "table", "source"
"""Columns that may be there too: how many at the table, and where the count is from."""

_IN_DUTCH = {"kenmerk": "feature", "waarde": "value", "aantal": "count", "tafel": TABLE, "bron": SOURCE}


def holds_population(content: bytes) -> bool:
    """Whether a file begins as such a table does. Never raises."""
    head = content[:200].removeprefix(b"\xef\xbb\xbf").splitlines()[:1]
    said = head[0].decode("ascii", "replace").replace('"', "").lower() if head else ""
    cells = [_called(cell.strip()) for cell in said.replace(";", ",").replace("\t", ",").split(",")]
    return set(COLUMNS) <= set(cells)


def read_population(name: str, content: bytes) -> tuple[Headcount, ...]:
    """The headcounts in a table. Raises `FileError`, with the line and column of what is wrong.

    A value that stands twice is refused; so is a count that is not a plain whole number. Where the file says no source,
    its own name is the source.
    """
    table = Table(name, sized(content), MOST["population"], _called)
    table.need(*COLUMNS)
    found: dict[tuple[str, str], tuple[Headcount, int]] = {}
    for row in table.rows():
        held = _headcount(row, name)
        if held.kind in found:
            raise refused("duplicate_headcount", row.at("value"), id=" + ".join(held.kind), first=found[held.kind][1])
        found[held.kind] = (held, row.line)
    if not found:
        raise refused("empty_table", table.place(1))
    return tuple(held for held, _ in found.values())


def _called(column: str) -> str:
    plain = column.lower()
    return _IN_DUTCH.get(plain, plain)


def _headcount(row: Row, name: str) -> Headcount:
    count = row.whole("count", 0, MOST_COUNTED)
    table = row.whole(TABLE, 0, MOST_COUNTED) if row.get(TABLE) else None
    texts = {key: as_written(row.get(key)) for key in ("feature", "value", SOURCE)}
    try:
        return Headcount(texts["feature"], texts["value"], count, table, texts[SOURCE] or name)
    except InvalidValue as invalid:
        raise FileError([replace(fault, place=row.at(fault.place)) for fault in invalid.faults]) from None


def write_population(population: Iterable[Headcount], with_table: bool = False) -> bytes:
    """The table of a neighbourhood; `with_table`: with how many are at the table too. It reads back as it was."""
    head = [*COLUMNS, *([TABLE] if with_table else []), SOURCE]
    rows = [[getattr(held, column) for column in head] for held in population]
    return _written(head, rows)


def write_quotas(found: Iterable[Quota]) -> bytes:
    """Quotas as the table `feature,value,min,max` that tools for drawing lots read."""
    rows = [[quota.feature, quota.value, quota.least, quota.most] for quota in found]
    return _written(("feature", "value", "min", "max"), rows)


def _written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> object:
    """Text that no spreadsheet takes for a formula; a count without a fraction it does not have."""
    if isinstance(value, str):
        return harmless(value)
    return f"{value:.0f}" if isinstance(value, float) else value
