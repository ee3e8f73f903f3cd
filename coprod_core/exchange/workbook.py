"""Workbooks (xlsx), as Excel and LibreOffice write them and Kumu and PRSM read them."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook as NewWorkbook
from openpyxl import load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from coprod_core.exchange import spreadsheet, tables
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.formulas import harmless
from coprod_core.exchange.limits import MOST_COLUMNS, MOST_ROWS, plain_xml, refused, unpacked
from coprod_core.exchange.sheets import Book, Formula, Sheet
from coprod_core.exchange.tables import Cell, Table
from coprod_core.exchange.xml_text import as_written, escaped
from coprod_core.files.json_file import FileError
from coprod_core.web.model import Web

_LOOKED_AT, _WIDEST = 50, 44
_BOLD = 4
"""So many characters more a heading needs, because it is bold."""
_HEADING = Font(name="Calibri", bold=True)
LONGEST_CELL = 32_767
"""Characters; a spreadsheet holds no more in one cell."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{1,40})"')
_SPAN = re.compile(r"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})")
_PART = re.compile(r"(?:^|/)[^/]+\.(?:xml|rels|vml)$", re.IGNORECASE)


@dataclass(frozen=True)
class Workbook:
    name: str = "workbook"
    suffix: str = ".xlsx"
    mime: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return content.startswith(b"PK") and b"xl/" in content

    def book(self, content: bytes) -> Book:
        """The sheets that can be seen; of a whole web of ours also those that somebody hid. Raises `FileError`."""
        merged: dict[str, list[bytes]] = {}
        for name, part in unpacked(content):
            if _PART.search(name):
                merged[name] = _MERGED.findall(plain_xml(part, name))
        try:
            return _book(content, merged)
        except FileError:
            raise
        except Exception as error:  # openpyxl raises whatever it meets in a damaged workbook
            raise refused("damaged_workbook", reason=type(error).__name__) from None

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        return spreadsheet.brought(self.book(content), title, choices)

    def write(self, web: Web, card: Card) -> bytes:
        book = NewWorkbook(write_only=True)
        for table in spreadsheet.all_tables(web, card):
            _write(book.create_sheet(table.name), table)
        written = io.BytesIO()
        book.save(written)
        return written.getvalue()


# -- out ------------------------------------------------------------------------------------------------------------


def _write(sheet: WriteOnlyWorksheet, table: Table) -> None:
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"  # of whom each row is, on every page
    for at in range(len(table.columns)):
        sheet.column_dimensions[tables.letters(at)].width = _width(table, at)
    sheet.append([_cell(sheet, column, bold=True) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _width(table: Table, at: int) -> int:
    """How wide a column is drawn, in characters: as its first rows need, within bounds."""
    heading = table.columns[at] + " " * _BOLD
    cells = (heading, *(row[at] for row in table.rows[:_LOOKED_AT] if at < len(row)))
    return min(max(len(str(cell or "")) for cell in cells) + 2, _WIDEST)


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
        cell.font = _HEADING
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


# -- in -------------------------------------------------------------------------------------------------------------


def _book(content: bytes, merged: Mapping[str, Sequence[bytes]]) -> Book:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    if tables.are_ours(book.sheetnames):
        ours = {sheet.title: _sheet(sheet, ()) for sheet in book.worksheets if sheet.title in spreadsheet.READ}
        return Book(ours, beside=spreadsheet.beside(book.sheetnames))
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
    sheets = {sheet.title: _sheet(sheet, merged.get(str(sheet._worksheet_path).lstrip("/"), ())) for sheet in seen}
    return Book(sheets, hidden)


def _sheet(sheet: Any, merged: Sequence[bytes]) -> Sheet:
    sheet.reset_dimensions()  # what a sheet says of its size is not trusted
    rows: list[list[Cell]] = []
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 2), 1):
        if number > MOST_ROWS + 1:
            raise refused("too_many", sheet.title, count=number - 1, most=MOST_ROWS)
        row = [_value(cell) for cell in cells]
        while row and row[-1] is None:
            row.pop()
        if len(row) > MOST_COLUMNS:
            raise refused("too_many", f"{sheet.title}!{number}", count=len(row), most=MOST_COLUMNS)
        if row:
            rows += [[] for _ in range(empty)]
            rows.append(row)
            empty = 0
        else:
            empty += 1
    return Sheet(sheet.title, rows, sum(_fill(rows, span) for span in merged))


def _fill(rows: list[list[Cell]], span: bytes) -> int:
    """Writes what stands at the top of merged cells into those below it; gives how many."""
    found = _SPAN.fullmatch(span.decode("ascii", "replace"))
    if found is None:
        return 0
    column, first, last = column_index_from_string(found[1]) - 1, int(found[2]), int(found[3])
    top = rows[first - 1] if 0 < first <= len(rows) else []
    if column >= len(top) or top[column] is None:
        return 0
    below = rows[first : min(last, len(rows))]
    for row in below:
        row += [None] * (column + 1 - len(row))
        row[column] = top[column]
    return len(below)


def _value(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        return Formula(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return as_written(str(value))
