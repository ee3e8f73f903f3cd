"""The report as DOCX: real styles and headings, alt texts, header rows that repeat, and the language it is in."""

import io
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any, assert_never

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Written

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
from coprod_ui.report.docx_template import moved_to, opened, place_in, section_of, with_our_styles
from coprod_ui.report.drawing import PNG, Progress, name_of, pictures
from coprod_ui.words.about import about
from coprod_ui.words.plain_text import Runs

_WIDE = Cm(16.4)
_NOTICE = "Notice"
_PRIMARY, _TINT = (PALETTE.paper[name].removeprefix("#") for name in ("primary", "tint"))
_BLUE, _INK = RGBColor.from_string(_PRIMARY), RGBColor.from_string(PALETTE.paper["ink"].removeprefix("#"))


def docx_file(document: Document, progress: Progress = lambda _: None, template: bytes | None = None) -> bytes:
    """The report as the bytes of a DOCX file. `template`: a Word file whose styles, header, footer and page it takes.

    Raises `UnfitTemplate` where that is none we may open.
    """
    ours = _empty(document)
    file = ours if template is None else opened(template)
    if template is not None:
        with_our_styles(file, ours, _notice_style)
        file.core_properties.title = document.title
    images = pictures(document, PNG, lambda part: progress(0.9 * part))
    place, before = place_in(file), set(file.element.body)
    _write_all(file, document, images)
    body = file.element.body
    new = [each for each in body if each not in before and each is not section_of(body)]
    if template is not None:
        _in_language(new, about(document.language).locale)
    if place is not None:
        moved_to(place, body, new)
    written = io.BytesIO()
    file.save(written)
    progress(1.0)
    return written.getvalue()


def _in_language(written: list[Any], locale: str) -> None:
    """Says of every word of the report which language it is in: a template may be in another."""
    for element in written:
        for run in element.iter(qn("w:r")):
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), locale)
            run.get_or_add_rPr().append(language)


def _write_all(file: Any, document: Document, images: Any) -> None:
    title = file.add_paragraph(document.title, style="Title")
    file.add_paragraph(document.subtitle, style="Subtitle")
    page_one = _added(file, document.page_one, images)
    if says_much(document.page_one):
        _tighten(title, page_one)
    account = _added(file, document.opening, images)
    if account:
        account[0].paragraph_format.page_break_before = True
    for section in document.sections:
        file.add_heading(section.title, 1)
        _add_all(file, section.blocks, images)


def _added(file: Any, blocks: Iterable[Block], images: Any) -> list[Written]:
    """Adds blocks; the paragraphs that are new."""
    before = set(file.element.body)
    _add_all(file, blocks, images)
    new = (each for each in file.element.body if each not in before and each.tag == qn("w:p"))
    return [Written(each, file) for each in new]


def _tighten(title: Written, page_one: list[Written]) -> None:
    """Sets page one smaller and closer."""
    for run in title.runs:
        run.font.size = Pt(16)
    for paragraph in page_one:
        heading = paragraph.style is not None and paragraph.style.name.startswith("Heading")
        paragraph.paragraph_format.space_before = Pt(4 if heading else 0)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = 1.0
        for run in paragraph.runs:
            run.font.size = Pt(10.5 if heading else 9)


def _empty(document: Document) -> Any:
    """A file on A4 in our styles, that says its title and language."""
    file = docx.Document()
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.0)
    known, locale = file.core_properties, about(document.language).locale
    known.title, known.author, known.language = document.title, "Belangenweb", locale
    known.comments, known.keywords = "", ""
    _styles(file, locale)
    _page_number(page.footer.paragraphs[0])
    return file


def _page_number(foot: Written) -> None:
    """Each page says at its foot which one it is and how many there are."""
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for field, before in (("PAGE", ""), ("NUMPAGES", " / ")):
        foot.add_run(before)
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        foot._p.append(counted)


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
    for name in ("Caption", "Heading 1", "Heading 2", "Heading 3"):
        file.styles[name].paragraph_format.keep_with_next = True
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
    for key, value in {"val": "single", "sz": "24", "space": "8", "color": _PRIMARY}.items():
        left.set(qn(f"w:{key}"), value)
    edges.append(left)
    shading = OxmlElement("w:shd")
    for key, value in {"val": "clear", "color": "auto", "fill": _TINT}.items():
        shading.set(qn(f"w:{key}"), value)
    properties.append(edges)
    properties.append(shading)


# -- blocks ---------------------------------------------------------------------------------------------------------


def _add_all(file: Any, blocks: Iterable[Block], images: Any) -> None:
    blocks = list(blocks)
    for block, following in zip_longest(blocks, blocks[1:]):
        match block:
            case Heading(text, level):
                file.add_heading(text, level)
            case Paragraph(runs):
                written = _write(file.add_paragraph(), runs)
                # what is said before a heading or a table stays on its page
                written.paragraph_format.keep_with_next = isinstance(following, Heading | Table) or None
            case Notice(runs):
                _write(file.add_paragraph(style=_NOTICE), runs)
            case Bullets(items):
                for runs in items:
                    _write(file.add_paragraph(style="List Bullet"), runs)
            case Table():
                _table(file, block)
            case Chart() | WebPicture() | MapPicture():
                _picture(file, block, images[name_of(block)])
            case _:
                assert_never(block)


def _write(paragraph: Written, runs: Runs) -> Written:
    for run in runs:
        written = paragraph.add_run(run.text)
        written.bold, written.italic = run.strong or None, run.emphasis or None
    return paragraph


def _picture(file: Any, block: Chart | WebPicture | MapPicture, png: bytes) -> None:
    file.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
    shape = file.add_picture(io.BytesIO(png), width=_room(file))
    told = shape._inline.docPr
    told.set("descr", block.alt)
    told.set("title", block.caption)


def _room(file: Any) -> Any:
    """How wide the text of a page is, at most as wide as our pictures."""
    page = file.sections[-1]
    if page.page_width is None:  # a template need not say
        return _WIDE
    return min(_WIDE, page.page_width - (page.left_margin or 0) - (page.right_margin or 0))


def _table(file: Any, block: Table) -> None:
    file.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
    table = file.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit = False
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), block.caption)
    table._tbl.tblPr.append(caption)
    room, shares = _room(file), widths(block)
    wide = [int(room * share / sum(shares)) for share in shares]
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, wide, strict=True):
        column.w = width
    _row(table.rows[0], block.header, wide, head=True, keep=True)
    last = len(block.rows) - 1
    for nth, cells in enumerate(block.rows):
        _row(table.add_row(), cells, wide, keep=nth in (0, last - 1) and nth != last)
    _parted(file.add_paragraph())


def _parted(paragraph: Written) -> None:
    """A line with nothing on it keeps two tables apart; it takes little room."""
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(8)


def _row(row: Any, cells: tuple[str, ...], wide: list[int], *, head: bool = False, keep: bool = False) -> None:
    """Fills a row that never splits. `head`: it repeats on every page; `keep`: it stays with the next one."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for element, width, text in zip(row._tr.tc_lst, wide, cells, strict=True):
        element.width = width
        paragraph = Written(element.p_lst[0], row)
        paragraph.paragraph_format.space_after = Pt(2)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        written = paragraph.add_run(text)
        written.bold, written.font.size = head or None, Pt(9.5)
        if head:
            _shade(element)


def _shade(cell: Any) -> None:
    shading = OxmlElement("w:shd")
    for key, value in {"val": "clear", "color": "auto", "fill": _TINT}.items():
        shading.set(qn(f"w:{key}"), value)
    cell.get_or_add_tcPr().append(shading)
