"""The report as DOCX: real styles and headings, alt texts, header rows that repeat, and the language it is in."""

import io
from collections.abc import Iterable
from typing import Any, assert_never

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Written

from coprod_ui.plain_text import Runs
from coprod_ui.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Notice,
    Paragraph,
    Table,
    WebPicture,
)
from coprod_ui.report.drawing import Progress, name_of, pictures
from coprod_ui.report.on_paper import as_png

_WIDE = Cm(16.4)
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_NOTICE = "Notice"
_BLUE, _INK, _TINT = RGBColor(0x00, 0x5B, 0x8F), RGBColor(0x1B, 0x24, 0x30), "E8F0F6"


def docx_file(document: Document, progress: Progress = lambda _: None) -> bytes:
    """The report as the bytes of a DOCX file."""
    images = pictures(document, as_png, lambda part: progress(0.9 * part))
    file = _empty(document)
    file.add_paragraph(document.title, style="Title")
    file.add_paragraph(document.subtitle, style="Subtitle")
    _add_all(file, document.opening, images)
    for section in document.sections:
        file.add_heading(section.title, 1)
        _add_all(file, section.blocks, images)
    written = io.BytesIO()
    file.save(written)
    progress(1.0)
    return written.getvalue()


def _empty(document: Document) -> Any:
    """A file on A4 in our styles, that says its title and language."""
    file = docx.Document()
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.2)
    about = file.core_properties
    about.title, about.author, about.language = document.title, "Belangenweb", _LOCALES[document.language]
    about.comments, about.keywords = "", ""
    _styles(file, _LOCALES[document.language])
    return file


def _styles(file: Any, locale: str) -> None:
    defaults = file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    language = defaults.makeelement(qn("w:lang"), {}) if language is None else language
    defaults.append(language)
    language.set(qn("w:val"), locale)
    for name, size, color in (
        ("Normal", 11, _INK),
        ("Title", 24, _BLUE),
        ("Subtitle", 12, _INK),
        ("Heading 1", 17, _BLUE),
        ("Heading 2", 13, _BLUE),
        ("Caption", 10, _INK),
    ):
        font = file.styles[name].font
        font.size, font.color.rgb, font.name = Pt(size), color, "Calibri"
        _one_face(file.styles[name])
    file.styles["Normal"].paragraph_format.space_after = Pt(6)
    file.styles["Caption"].paragraph_format.keep_with_next = True
    _notice_style(file)


def _one_face(style: Any) -> None:
    """Headings take their face from the theme unless told otherwise for every script."""
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _notice_style(file: Any) -> None:
    style = file.styles.add_style(_NOTICE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    properties = style.element.get_or_add_pPr()
    edges = OxmlElement("w:pBdr")
    left = OxmlElement("w:left")
    for key, value in {"val": "single", "sz": "24", "space": "8", "color": "005B8F"}.items():
        left.set(qn(f"w:{key}"), value)
    edges.append(left)
    shading = OxmlElement("w:shd")
    for key, value in {"val": "clear", "color": "auto", "fill": _TINT}.items():
        shading.set(qn(f"w:{key}"), value)
    properties.append(edges)
    properties.append(shading)


# -- blocks ---------------------------------------------------------------------------------------------------------


def _add_all(file: Any, blocks: Iterable[Block], images: Any) -> None:
    for block in blocks:
        match block:
            case Heading(text, level):
                file.add_heading(text, level)
            case Paragraph(runs):
                _write(file.add_paragraph(), runs)
            case Notice(runs):
                _write(file.add_paragraph(style=_NOTICE), runs)
            case Bullets(items):
                for runs in items:
                    _write(file.add_paragraph(style="List Bullet"), runs)
            case Table():
                _table(file, block)
            case Chart() | WebPicture():
                _picture(file, block, images[name_of(block)])
            case _:
                assert_never(block)


def _write(paragraph: Written, runs: Runs) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
        written.bold, written.italic = run.strong or None, run.emphasis or None


def _picture(file: Any, block: Chart | WebPicture, png: bytes) -> None:
    file.add_paragraph(block.caption, style="Caption")
    shape = file.add_picture(io.BytesIO(png), width=_WIDE)
    about = shape._inline.docPr
    about.set("descr", block.alt)
    about.set("title", block.caption)


def _table(file: Any, block: Table) -> None:
    file.add_paragraph(block.caption, style="Caption")
    table = file.add_table(rows=1, cols=len(block.header), style="Table Grid")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), block.caption)
    table._tbl.tblPr.append(caption)
    _row(table.rows[0], block.header, head=True)
    for cells in block.rows:
        _row(table.add_row(), cells)
    file.add_paragraph()


def _row(row: Any, cells: tuple[str, ...], head: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, text in zip(row.cells, cells, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        written = paragraph.add_run(text)
        written.bold, written.font.size = head or None, Pt(9.5)
        if head:
            shading = OxmlElement("w:shd")
            for key, value in {"val": "clear", "color": "auto", "fill": _TINT}.items():
                shading.set(qn(f"w:{key}"), value)
            cell._tc.get_or_add_tcPr().append(shading)
