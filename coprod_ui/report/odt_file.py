"""The report as ODT, the open form that can still be edited: the blocks of the DOCX in our own look, which stands in
`odt_styles.xml`.
"""

import io
import struct
from collections.abc import Iterable, Mapping
from datetime import datetime, time
from itertools import pairwise
from typing import Any, assert_never

import odfdo

from coprod_core import MADE_WITH
from coprod_ui.palette import PALETTE
from coprod_ui.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    MapPicture,
    Notice,
    Paragraph,
    Table,
    WebPicture,
    says_much,
    widths,
)
from coprod_ui.report.drawing import PNG, Progress, name_of, pictures
from coprod_ui.words.about import about
from coprod_ui.words.plain_text import Run, Runs
from coprod_ui.words.templates import filled

_WIDE = 16.4
"""Centimetres of text on a line."""

_OF_ANOTHER = ("Thumbnails/", "Configurations2/", "manifest.rdf")
"""Parts of the empty file that we begin with that say something of that file, or of the program it was made in."""


def odt_file(document: Document, progress: Progress = lambda _: None) -> bytes:
    """The report as the bytes of an ODT file."""
    file = _empty(document)
    images = pictures(document, PNG, lambda part: progress(0.9 * part))
    _Writer(file, images).write(document)
    written = io.BytesIO()
    file.save(written, pretty=False)
    progress(1.0)
    return written.getvalue()


def _empty(document: Document) -> Any:
    """A file in our styles that says its title, its language and what made it."""
    file, said = odfdo.Document("text"), about(document.language)
    file.body.clear()
    _drop(file, _OF_ANOTHER)
    colours = {name: PALETTE.paper[name] for name in ("ink", "primary", "tint")}
    styles = filled("report/odt_styles.xml", language=document.language, region=said.region, **colours)
    file.set_part("styles.xml", styles.encode())
    _table_styles(file)
    made = datetime.combine(document.made, time())
    file.meta.clear_user_defined_metadata()
    file.meta.title, file.meta.language = document.title, said.locale
    file.meta.creator = file.meta.initial_creator = "Belangenweb"
    file.meta.generator = MADE_WITH
    file.meta.creation_date = file.meta.date = made
    return file


def _drop(file: Any, starts: tuple[str, ...]) -> None:
    """Takes parts out of a file, and out of its list of parts."""
    for part in [part for part in file.get_parts() if part.startswith(starts)]:
        file.del_part(part)
    for part in [part for part in file.manifest.get_paths() if part.startswith(starts)]:
        file.manifest.del_full_path(part)


def _table_styles(file: Any) -> None:
    """How tables look; LibreOffice reads that only beside the text."""
    line: dict[str, Any] = {"padding": "0.1cm", "border_bottom": f"0.5pt solid {PALETTE.paper['pale']}"}
    table, row = odfdo.Style("table", name="Table"), odfdo.Style("table-row", name="Row")
    table.set_properties({"table:align": "margins", "fo:margin-bottom": "0.4cm"}, area="table")
    row.set_properties({"fo:keep-together": "always"}, area="table-row")
    head = odfdo.Style("table-cell", name="Head", background_color=PALETTE.paper["tint"], **line)
    for style in (table, row, head, odfdo.Style("table-cell", name="Cell", **line)):
        file.insert_style(style, automatic=True)


class _Writer:
    """Writes blocks at the end of a file."""

    def __init__(self, file: Any, images: Mapping[str, bytes]) -> None:
        self.file, self.images = file, images

    def write(self, document: Document) -> None:
        """The whole report, in order."""
        dense = says_much(document.page_one)
        self._paragraph((Run(document.title),), "Dense_20_title" if dense else "Title")
        self._paragraph((Run(document.subtitle),), "Subtitle")
        self._blocks(document.page_one, dense=dense)
        first = len(self.file.body.children)
        self._blocks(document.opening)
        for opening in self.file.body.children[first : first + 1]:
            opening.style = "New_20_page"
        for section in document.sections:
            self._heading(section.title, 1)
            self._blocks(section.blocks)

    def _blocks(self, blocks: Iterable[Block], *, dense: bool = False) -> None:
        """`dense`: smaller and closer."""
        for block, following in pairwise((*blocks, None)):
            match block:
                case Heading(said, level):
                    self._heading(said, level, "Dense_20_heading" if dense else "")
                case Paragraph(runs):
                    # what is said before a heading or a table stays on its page
                    kept = "Kept" if isinstance(following, Heading | Table) else "Text_20_body"
                    self._paragraph(runs, "Dense" if dense else kept)
                case Notice(runs):
                    self._paragraph(runs, "Dense_20_notice" if dense else "Notice")
                case Bullets(items):
                    self._append(odfdo.List([_paragraph(runs, "List_20_Bullet") for runs in items], style="List_20_1"))
                case Table():
                    self._table(block)
                case Chart() | WebPicture() | MapPicture():
                    self._picture(block, self.images[name_of(block)])
                case None:
                    break
                case _:
                    assert_never(block)

    def _append(self, element: Any) -> None:
        self.file.body.append(element)

    def _heading(self, text: str, level: int, style: str = "") -> None:
        heading = odfdo.Header(level)
        heading.style = style or f"Heading_20_{level}"
        heading.append_plain_text(text)
        self._append(heading)

    def _paragraph(self, runs: Runs, style: str) -> None:
        self._append(_paragraph(runs, style))

    def _picture(self, block: Chart | WebPicture | MapPicture, png: bytes) -> None:
        self._paragraph((Run(block.caption),), "Caption")
        wide, high = struct.unpack(">II", png[16:24])
        kept = self.file.add_file(io.BytesIO(png))
        self.file.manifest.set_media_type(kept, "image/png")
        frame = odfdo.Frame.image_frame(
            kept,
            name=name_of(block),
            size=(f"{_WIDE}cm", f"{_WIDE * high / wide:.3f}cm"),
            anchor_type="as-char",
        )
        frame.svg_title, frame.svg_description = block.caption, block.alt
        holder = odfdo.Paragraph(style="Text_20_body")
        holder.append(frame)
        self._append(holder)

    def _table(self, block: Table) -> None:
        self._paragraph((Run(block.caption),), "Caption")
        table = _element("table:table", {"table:style-name": "Table"})
        title = _element("table:title")
        title.text = block.caption
        table.append(title)
        shares = widths(block)
        for share in shares:
            table.append(_element("table:table-column", {"table:style-name": self._column(share / sum(shares))}))
        head = _element("table:table-header-rows")
        head.append(_row(block.header, "Head", "Table_20_Heading"))
        table.append(head)
        for cells in block.rows:
            table.append(_row(cells, "Cell", "Table_20_Contents"))
        self._append(table)

    def _column(self, part: float) -> str:
        """The name of the style of a column that takes so much of the line."""
        millimetres = round(10 * _WIDE * part)
        name = f"column{millimetres}"
        if self.file.get_style("table-column", name) is None:
            style = odfdo.Style("table-column", name=name, width=f"{millimetres}mm")
            self.file.insert_style(style, automatic=True)
        return name


def _element(tag: str, attributes: Mapping[str, str] | None = None) -> Any:
    made = odfdo.Element.from_tag(tag)
    for name, value in (attributes or {}).items():
        made.set_attribute(name, value)
    return made


def _row(cells: tuple[str, ...], cell_style: str, text_style: str) -> Any:
    row = _element("table:table-row", {"table:style-name": "Row"})
    for text in cells:
        cell = _element("table:table-cell", {"table:style-name": cell_style, "office:value-type": "string"})
        cell.append(_paragraph((Run(text),), text_style))
        row.append(cell)
    return row


def _paragraph(runs: Runs, style: str) -> Any:
    paragraph = odfdo.Paragraph(style=style)
    for run in runs:
        look = "_20_".join(name for name, has in (("Strong", run.strong), ("Emphasis", run.emphasis)) if has)
        if look:
            span = odfdo.Span(style=look)
            span.append_plain_text(run.text)
            paragraph.append(span)
        else:
            paragraph.append_plain_text(run.text)
    return paragraph
