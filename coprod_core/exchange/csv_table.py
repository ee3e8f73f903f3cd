"""Tables in text (CSV) from anywhere: read row by row with limits, every refusal with its file, line and column."""

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coprod_core.exchange.limits import refused

MOST_COLUMNS = 20_000

_LONGEST_HEADING = 1_000_000
SEPARATORS = ";,\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file it ends on (from 1), and its cells by column."""

    table: "Table"
    line: int
    cells: Sequence[str]

    def __getitem__(self, column: str) -> str:
        """The text of a cell without spaces around it; empty where the row is too short."""
        at = self.table.place_of[column]
        return self.cells[at].strip() if at < len(self.cells) else ""

    def get(self, column: str) -> str:
        """The same; empty too where the table has no such column."""
        return self[column] if column in self.table.place_of else ""

    def whole(self, column: str, low: int, high: int) -> int:
        """A whole number without marks between its digits. Raises `FileError`."""
        number = whole_number(self[column])
        if number is None:
            raise refused("not_whole", self.at(column), value=self[column])
        if not low <= number <= high:
            raise refused("out_of_range", self.at(column), value=number, low=low, high=high)
        return number

    def at(self, column: str = "") -> str:
        """Where this row stands, or a cell of it, for a refusal."""
        return self.table.place(self.line, column)


class Table:
    """A table whose first row names its columns. Raises `FileError` for what is no such table.

    `name`: what the file is called, for the refusals; `called`: what we call a column that the file names so. Cells are
    separated by a comma, semicolon or tab, whichever the first row has most of. UTF-8, UTF-16 with its mark, or else
    the Western European code page that spreadsheets still write. `first`: the first row as it stands.
    """

    def __init__(self, name: str, content: bytes, most_rows: int, called: Callable[[str], str] = str) -> None:
        self.name = name
        self._most_rows = most_rows
        self._text = decoded(name, content)
        head = next(self._rows(), None)
        if head is None:
            raise refused("empty_table", self.place(1))
        if len(head[1]) > MOST_COLUMNS:
            raise refused("too_many_columns", self.place(1), count=len(head[1]), most=MOST_COLUMNS)
        self.first = tuple(cell.strip() for cell in head[1])
        self.columns = tuple(called(cell) for cell in self.first)
        self.place_of: Mapping[str, int] = {column: at for at, column in reversed(list(enumerate(self.columns)))}

    @property
    def lines(self) -> int:
        """How many lines the file has, at least 1; a cell may go on over several."""
        return self._text.count("\n") + 1

    def place(self, line: int, column: str = "") -> str:
        """Where something stands: `votes.csv, 12, vote`."""
        return ", ".join(part for part in (self.name, str(line), column) if part)

    def need(self, *columns: str) -> None:
        """Raises `FileError` when a column is not there, or stands twice."""
        for column in columns:
            if column not in self.place_of:
                raise refused("column_missing", self.place(1), column=column)
            if self.columns.count(column) > 1:
                raise refused("duplicate_key", self.place(1, column), key=column)

    def rows(self) -> Iterator[Row]:
        """The rows after the first that hold anything. Raises `FileError`."""
        rows = self._rows()
        next(rows)
        for number, (line, cells) in enumerate(rows, 1):
            if number > self._most_rows:
                raise refused("too_many_rows", self.place(line), most=self._most_rows)
            if len(cells) > len(self.columns):
                raise refused("row_too_long", self.place(line), count=len(cells), most=len(self.columns))
            yield Row(self, line, cells)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        first = self._text.lstrip("\r\n")[:_LONGEST_HEADING].partition("\n")[0]
        separator = max(SEPARATORS, key=first.count)
        reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=separator, strict=True)
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield reader.line_num, cells
        except csv.Error as error:
            raise refused("damaged_table", self.place(reader.line_num), reason=str(error)) from None


def decoded(name: str, content: bytes) -> str:
    """The text in a file. Raises `FileError`."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            text = "\x00"
        if "\x00" not in text:
            return text
    if b"\x00" in content:
        raise refused("not_text_file", name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content[:3] == b"\xef\xbb\xbf":
            raise refused("not_utf8", name, byte=error.start) from None
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refused("not_utf8", name, byte=error.start) from None


def whole_number(text: str) -> int | None:
    """The whole number a text is; a fraction of nothing but one or two zeros is none. None for anything else.

    A mark that could part thousands or be a decimal mark (1.250) is not guessed at.
    """
    if text.isascii() and text.isdecimal() and len(text) < 16:
        return int(text)
    digits, _, fraction = text.strip().replace(",", ".").partition(".")
    sound = digits.isascii() and digits.removeprefix("-").isdigit() and fraction in ("", "0", "00")
    return int(digits) if sound and len(digits) < 16 else None
