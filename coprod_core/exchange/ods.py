"""OpenDocument spreadsheets (ods), as LibreOffice writes them: a zip file with the sheets in `content.xml`.

Read and written by hand, for such a file may say of one cell that it stands there a million times; here every row and
cell is counted before it is made.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from coprod_core.exchange import spreadsheet, tables
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.limits import LARGEST_UNPACKED, MOST_COLUMNS, MOST_ROWS, refused, unpacked
from coprod_core.exchange.sheets import Book, Formula, Sheet
from coprod_core.exchange.tables import Cell, Table
from coprod_core.exchange.xml_text import as_written, bare, xml_attribute, xml_root, xml_text
from coprod_core.web.model import Web

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MADE = (1980, 1, 1, 0, 0, 0)  # the same web is the same file, whenever it was made
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(f'xmlns:{name}="{_NAMESPACE}:{name}:1.0"' for name in ("office", "table", "text"))
_SPACES = re.compile(r"\t| {2,}|^ | $")


@dataclass(frozen=True)
class Ods:
    name: str = "ods"
    suffix: str = ".ods"
    mime: str = _MIME
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return content.startswith(b"PK") and _MIME.encode() in content[:300]

    def book(self, content: bytes) -> Book:
        """The sheets that can be seen; of a whole web of ours also those that somebody hid. Raises `FileError`."""
        part = next((part for name, part in unpacked(content) if name == "content.xml"), None)
        if part is None:
            raise refused("damaged_archive", reason="content.xml")
        return _book(xml_root(part, "document-content", LARGEST_UNPACKED))

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        return spreadsheet.brought(self.book(content), title, choices)

    def write(self, web: Web, card: Card) -> bytes:
        sheets = "".join(_table(table) for table in spreadsheet.all_tables(web, card))
        body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
        document = f'<office:document-content {_NAMESPACES} office:version="1.3">{body}</office:document-content>'
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as package:
            _put(package, "mimetype", _MIME, zipfile.ZIP_STORED)
            _put(package, "content.xml", _HEAD + document, zipfile.ZIP_DEFLATED)
            _put(package, "META-INF/manifest.xml", _HEAD + _manifest(), zipfile.ZIP_DEFLATED)
        return archive.getvalue()


_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


# -- out ------------------------------------------------------------------------------------------------------------


def _put(package: zipfile.ZipFile, name: str, text: str, how: int) -> None:
    package.writestr(zipfile.ZipInfo(name, _MADE), text.encode(), how)


def _manifest() -> str:
    entries = {"/": _MIME, "content.xml": "text/xml"}
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{mime}"/>'
        for path, mime in entries.items()
    )
    namespace = f'xmlns:manifest="{_NAMESPACE}:manifest:1.0"'
    return f'<manifest:manifest {namespace} manifest:version="1.3">{listed}</manifest:manifest>'


def _table(table: Table) -> str:
    rows = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in _rows(table))
    return f'<table:table table:name="{xml_attribute(table.name)}">{rows}</table:table>'


def _rows(table: Table) -> Iterator[Sequence[Cell]]:
    yield table.columns
    yield from table.rows


def _cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, str):
        lines = "".join(f"<text:p>{_SPACES.sub(_space, xml_text(line))}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'


def _space(found: re.Match[str]) -> str:
    """Spaces that would fall together, written so that they stay."""
    return "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'


# -- in -------------------------------------------------------------------------------------------------------------


def _book(root: Element) -> Book:
    styles = {_said(style, "name") for style in root.iter() if bare(style.tag) == "style" and _hides(style)}
    parts = [part for part in root.iter() if bare(part.tag) == "table"]
    names = [_said(part, "name") for part in parts]
    ours = tables.are_ours(names)
    hidden = [name for part, name in zip(parts, names, strict=True) if _said(part, "style-name") in styles]
    seen = (part for part, name in zip(parts, names, strict=True) if ours or name not in hidden)
    sheets = {sheet.name: sheet for sheet in map(_sheet, seen)}
    return Book(sheets, beside=spreadsheet.beside(names)) if ours else Book(sheets, tuple(hidden))


def _hides(style: Element) -> bool:
    return any(_said(part, "display") == "false" for part in style if bare(part.tag) == "table-properties")


def _said(part: Element, name: str) -> str:
    """What an attribute says, whatever its namespace; "" where it is not there."""
    return next((value for key, value in part.attrib.items() if bare(key) == name), "")


def _sheet(part: Element) -> Sheet:
    name = _said(part, "name")
    rows: list[list[Cell]] = []
    empty, filled = 0, 0
    open_spans: dict[int, tuple[Cell, int]] = {}
    for row in _rows_in(part):
        times = _times(row, "number-rows-repeated")
        cells = _cells(row, f"{name}!{len(rows) + empty + 1}", open_spans)
        filled += cells.filled
        if not cells.values:
            empty += times
            continue
        if len(rows) + empty + times > MOST_ROWS + 1:
            raise refused("too_many", name, count=len(rows) + empty + times, most=MOST_ROWS)
        rows += [[] for _ in range(empty)]
        rows += [[*cells.values] for _ in range(times)]
        empty = 0
    return Sheet(name, rows, filled)


def _rows_in(part: Element, deep: int = 0) -> Iterator[Element]:
    """The rows of a table, also those in groups; not those of a table inside a cell."""
    for each in part:
        if bare(each.tag) == "table-row":
            yield each
        elif bare(each.tag) in ("table-rows", "table-header-rows", "table-row-group") and deep < _MOST_DEEP:
            yield from _rows_in(each, deep + 1)


@dataclass(frozen=True)
class _Cells:
    values: list[Cell]
    filled: int


def _cells(row: Element, place: str, spans: dict[int, tuple[Cell, int]]) -> _Cells:
    """The cells of a row without empty ones at its end; one that is covered says what the cell above it says."""
    values: list[Cell] = []
    empty, filled = 0, 0
    for cell in row:
        kind = bare(cell.tag)
        if kind not in ("table-cell", "covered-table-cell"):
            continue
        times, at = _times(cell, "number-columns-repeated"), len(values) + empty
        value = _value(cell)
        if kind == "covered-table-cell" and at in spans and value is None:
            value, left = spans.pop(at)
            filled += value is not None
            if left > 1:
                spans[at] = (value, left - 1)
        elif (spanned := _times(cell, "number-rows-spanned")) > 1:
            spans[at] = (value, spanned - 1)
        if value is None:
            empty += times
            continue
        if at + times > MOST_COLUMNS:
            raise refused("too_many", place, count=at + times, most=MOST_COLUMNS)
        values += [None] * empty + [value] * times
        empty = 0
    return _Cells(values, filled)


def _times(part: Element, name: str) -> int:
    said = _said(part, name)
    return int(said) if said.isascii() and said.isdecimal() and 0 < len(said) < 9 else 1


def _value(cell: Element) -> Cell:
    if formula := _said(cell, "formula"):
        return Formula(formula)
    match _said(cell, "value-type"):
        case "float" | "percentage" | "currency":
            return _number(_said(cell, "value"))
        case "boolean":
            return _said(cell, "boolean-value") == "true"
        case "date":
            return _said(cell, "date-value")
        case "":
            return None
    return as_written("\n".join(_text(part) for part in cell if bare(part.tag) == "p"))


def _number(text: str) -> Cell:
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _text(part: Element) -> str:
    """The words of a paragraph, with the spaces and tabs that stand in it as tags."""
    return "".join(_pieces(part))


def _pieces(part: Element, deep: int = 0) -> Iterator[str]:
    yield part.text or ""
    for inside in part:
        match bare(inside.tag):
            case "s":
                yield " " * min(_times(inside, "c"), _MOST_SPACES)
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case "annotation" | "note":
                pass
            case _ if deep < _MOST_DEEP:
                yield from _pieces(inside, deep + 1)
        yield inside.tail or ""


_MOST_SPACES = 1_000
_MOST_DEEP = 40
