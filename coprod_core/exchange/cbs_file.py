"""The files in which Statistics Netherlands (CBS) publishes figures per region, as one plain table in text.

A workbook (`kwb-2023.xlsx`) and the table that the site of StatLine gives as CSV become what `csv_table` reads; any
other text stays as it is. Rows keep their lines.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import load_workbook

from coprod_core.exchange.csv_table import decoded
from coprod_core.exchange.limits import plain_xml, refused, unpacked
from coprod_core.exchange.statline import is_statline, plain_table

LARGEST_UNPACKED = 256 * 1024 * 1024
"""Bytes. A workbook with all neighbourhoods of the country is about half of this once unpacked."""

_MOST_TAGS = 20_000_000
_MOST_ROWS = 60_000
_MOST_COLUMNS = 400
_MOST_ABOVE = 20
_REGION = ("gwb_code", "regio", "codering", "wijkenenbuurten")


def as_table(name: str, content: bytes) -> bytes:
    """The file as text with a plain heading. Raises `FileError`."""
    if content.startswith(b"PK"):
        return _from_workbook(content)
    text = decoded(name, content)
    return (plain_table(text) if is_statline(text) else text).encode()


def _from_workbook(content: bytes) -> bytes:
    for name, part in unpacked(content, most=LARGEST_UNPACKED):
        if name.endswith((".xml", ".rels")):
            plain_xml(part, name, _MOST_TAGS)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        rows = next((rows for sheet in seen if (rows := _rows(sheet))), None)
    except Exception as error:  # openpyxl raises whatever it meets in a damaged workbook
        raise refused("damaged_workbook", reason=type(error).__name__) from None
    if rows is None:
        raise refused("no_regions")
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator="\n").writerows(rows)
    return written.getvalue().encode()


def _rows(sheet: Any) -> list[list[str]]:
    """The rows of a sheet of regions; none where no row near its top names a column with regions."""
    sheet.reset_dimensions()  # what a sheet says of its size is not trusted
    rows: list[list[str]] = []
    found = False
    for cells in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True):
        row = [*_texts(cells)]
        found = found or any(cell.lower().startswith(_REGION) for cell in row)
        rows.append(row if found else [])
        if not found and len(rows) > _MOST_ABOVE:
            return []
    return rows if found else []


def _texts(cells: Sequence[Any]) -> Iterator[str]:
    for cell in cells:
        whole = isinstance(cell, float) and cell.is_integer()
        yield "" if cell is None else str(int(cell)) if whole else str(cell)
