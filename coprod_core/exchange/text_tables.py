"""Tables as text: comma-separated values, and what is copied from a spreadsheet, in the ways programs write them."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from coprod_core.exchange.formulas import as_written, harmless
from coprod_core.exchange.limits import LARGEST_UNPACKED, MOST_COLUMNS, MOST_ROWS, refused, sized
from coprod_core.exchange.matching import known_titles
from coprod_core.exchange.sheets import FIRST_ROWS, Sheet
from coprod_core.exchange.tables import Cell, Table

Mark = Literal[".", ","]
"""The sign before decimals."""

_DELIMITERS = ("\t", ";", ",")
_SEP = re.compile(r"sep=([\t;,|])\r?\n", re.IGNORECASE)
_LOOKED_AT = 100_000


def text_of(content: bytes) -> str:
    """The text in a file: UTF-8, UTF-16 with its mark, or else as Windows writes it here. Raises `FileError`."""
    sized(content)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(content, "utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def beginning(content: bytes, most: int) -> str:
    """About the first `most` bytes of a file as text, whatever they are."""
    head = content[:most]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace").replace("\x00", "")
    return head.decode("utf-8-sig", "replace").replace("\x00", "")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused("not_utf8", byte=error.start) from None


def table_in(text: str, name: str = "") -> Table:
    """The table in a text of ours, its heading in the first row. Raises `FileError`."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    rows = [row for row in sheet_in(text, name, max(_DELIMITERS, key=first.count)).rows if any(row)]
    columns, *others = rows or [[]]
    return Table(name, tuple(str(column).strip() for column in columns), others)


def sheet_in(text: str, name: str = "", delimiter: str = "") -> Sheet:
    """Every row in a text. The mark between its cells is the one that `sep=` names, or else `delimiter`, or else the
    one with which a row names most columns that we know, and on which most rows agree.

    Texts that were made harmless for a spreadsheet are as they were written again. Raises `FileError`.
    """
    if len(text) > LARGEST_UNPACKED:
        raise refused("file_too_large", most=LARGEST_UNPACKED)
    said = _SEP.match(text)
    mark = said[1] if said else delimiter or _delimiter(text)
    rows = _rows(csv.reader(io.StringIO(text, newline=""), delimiter=mark), name)
    return Sheet(name, [[], *rows[1:]] if said else rows)  # the rows keep their numbers


def _delimiter(text: str) -> str:
    lines = [line for line in text[:_LOOKED_AT].splitlines() if line.strip()][:FIRST_ROWS]

    def agreed(mark: str) -> tuple[int, int, int, int]:
        counts = Counter(count for line in lines if (count := line.count(mark)))
        often, rows = counts.most_common(1)[0] if counts else (0, 0)
        known = max(known_titles(cell.strip(' "') for cell in line.split(mark)) for line in lines)
        return known, rows, lines[0].count(mark), often

    return max(_DELIMITERS, key=agreed) if lines else ","


def _rows(lines: Iterable[list[str]], name: str) -> list[list[str]]:
    """The rows up to the last one that holds anything; empty ones between them keep their place."""
    rows: list[list[str]] = []
    empty = 0
    try:
        for cells in lines:
            if len(cells) > MOST_COLUMNS:
                raise refused("too_many", f"{name}!{len(rows) + 1}", count=len(cells), most=MOST_COLUMNS)
            if len(rows) + empty > MOST_ROWS:
                raise refused("too_many", name, count=len(rows) + empty, most=MOST_ROWS)
            if any(cells):
                rows += [[]] * empty
                rows.append([as_written(cell) for cell in cells])
                empty = 0
            else:
                empty += 1
    except csv.Error as error:
        raise refused("damaged_table", f"{name}!{len(rows) + 1}", reason=str(error)) from None
    return rows


def written(columns: Sequence[str], rows: Iterable[Sequence[Cell]], decimal: Mark = ".") -> str:
    """The table, and text that a spreadsheet would work out made harmless.

    With a comma before decimals cells are parted by semicolons, as a spreadsheet of such a country expects, and else
    by commas.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", delimiter=";" if decimal == "," else ",")
    writer.writerow(columns)
    writer.writerows([_shown(cell, decimal) for cell in row] for row in rows)
    return text.getvalue()


def _shown(cell: Cell, decimal: Mark) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return harmless(cell) if isinstance(cell, str) else str(cell).replace(".", decimal)
