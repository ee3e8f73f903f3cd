"""Tables as text: comma-separated values, and what is copied from a spreadsheet, in the ways programs write them."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from coprod_core.exchange.formulas import as_written, harmless
from coprod_core.exchange.limits import LARGEST_UNPACKED, MOST_COLUMNS, MOST_ROWS, refused, sized
from coprod_core.exchange.tables import Cell, Table

_DELIMITERS = ("\t", ";", ",")


def text_of(content: bytes) -> str:
    """The text in a file: UTF-8, UTF-16 with its mark, or else as Windows writes it here. Raises `FileError`."""
    sized(content)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(content, "utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused("not_utf8", byte=error.start) from None


def table_in(text: str, name: str = "") -> Table:
    """The table in a text, with tabs, semicolons or commas between its cells, as its heading shows. Raises `FileError`.

    Texts that were made harmless for a spreadsheet are as they were written again.
    """
    if len(text) > LARGEST_UNPACKED:
        raise refused("file_too_large", most=LARGEST_UNPACKED)
    heading = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    rows = _rows(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter), name)
    columns, *others = rows or [[]]
    return Table(name, tuple(column.strip() for column in columns), others)


def _rows(lines: Iterable[list[str]], name: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for cells in lines:
            if len(cells) > MOST_COLUMNS:
                raise refused("too_many", f"{name}!{len(rows) + 1}", count=len(cells), most=MOST_COLUMNS)
            if len(rows) > MOST_ROWS:
                raise refused("too_many", name, count=len(rows), most=MOST_ROWS)
            if any(cells):
                rows.append([as_written(cell) for cell in cells])
    except csv.Error as error:
        raise refused("damaged_table", f"{name}!{len(rows) + 1}", reason=str(error)) from None
    return rows


def written(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table with commas between its cells, and text that a spreadsheet would work out made harmless."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_shown(cell) for cell in row] for row in rows)
    return text.getvalue()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return harmless(cell) if isinstance(cell, str) else str(cell)
