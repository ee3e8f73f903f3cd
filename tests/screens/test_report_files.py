"""The report as files: a DOCX with real styles, a tagged PDF and a page that stands alone, whatever people typed."""

import io
import itertools
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import odfdo
import pytest
import typst
from docx.oxml.ns import qn

from coprod_core import __version__
from coprod_core.acts.history import after, opened
from coprod_core.acts.weighing import Dilemma, RecordWeighing, WayOut, Weighing
from coprod_core.files import meeting_file, web_file
from coprod_core.web.accounting import Accounting, Body, Card, Contribution
from coprod_core.web.model import Web
from coprod_ui.examples.cases import cases
from coprod_ui.report.__main__ import main
from coprod_ui.report.account import account_of
from coprod_ui.report.document import Chart, Document, Heading, Table, WebPicture
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.sections import document
from coprod_ui.words import words
from tests.screens.test_report_accounting import streams

MADE = date(2026, 11, 22)
HOSTILE = "<script>alert(1)</script> #panic() *x* $y$ @z \\ `w` _v_ [u](t) //s {r} &amp; ]]>"
SEWER = next(case.web for case in cases("nl") if case.name == "sewer")


def hostile_web() -> Web:
    first, *others = SEWER.actors
    interest, *more = SEWER.interests
    return replace(
        SEWER,
        title=HOSTILE[:150],
        filled_in_by=HOSTILE,
        missing_plan=HOSTILE,
        case=replace(SEWER.case, story=f"{HOSTILE}\n\n= {HOSTILE}"),
        actors=(replace(first, name=HOSTILE), *others),
        interests=(replace(interest, name=HOSTILE), *more),
        accounting=Accounting(
            Card(asked_of=Body.COUNCIL, asked=HOSTILE, author=HOSTILE, next_step=HOSTILE),
            contributions=(Contribution("c1", HOSTILE, interest.id, why=f"- {HOSTILE} 👩‍👩‍👧 漢字 א"),),
        ),
        options=tuple(replace(plan, name=f"{plan.name} {HOSTILE}") for plan in SEWER.options),
        rules=tuple(replace(rule, name=f"{rule.name} {HOSTILE}") for rule in SEWER.rules),
    )


def report(web: Web, language: str = "nl") -> Document:
    ways = (WayOut(HOSTILE, HOSTILE, "follow"), WayOut("Wijk af", "", "deviate"))
    choice = Weighing(Dilemma.RULES, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "2027-01-01", "", ways)
    history = after(opened(web), RecordWeighing(choice))
    return document(account_of(history, words(language), MADE))


@cache
def file(form: str) -> tuple[Document, bytes]:
    """The report of a web in which everything has a hostile name, made once."""
    made = report(hostile_web())
    return made, written(made, form)


# -- DOCX -----------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_docx_has_the_headings_of_the_report_in_real_styles() -> None:
    made, content = file("docx")
    opened_file = docx.Document(io.BytesIO(content))
    headings = [p.text for p in opened_file.paragraphs if p.style.name == "Heading 1"]
    on_page_one, *sections = headings
    assert on_page_one == words("nl")("page_one.heading")
    assert sections == [section.title for section in made.sections]
    assert [p.text for p in opened_file.paragraphs if p.style.name == "Title"] == [made.title]
    assert {"Heading 2", "List Bullet", "Caption", "Notice"} <= {p.style.name for p in opened_file.paragraphs}


def test_every_picture_in_the_docx_says_what_it_shows() -> None:
    made, content = file("docx")
    pictures = [shape._inline.docPr.get("descr") for shape in docx.Document(io.BytesIO(content)).inline_shapes]
    assert pictures == [block.alt for block in made.blocks() if isinstance(block, Chart | WebPicture)]


def test_every_table_in_the_docx_has_a_header_row_that_repeats() -> None:
    made, content = file("docx")
    tables = docx.Document(io.BytesIO(content)).tables
    expected = [block for block in made.blocks() if isinstance(block, Table)]
    assert [tuple(cell.text for cell in table.rows[0].cells) for table in tables] == [t.header for t in expected]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in tables)
    assert [len(table.rows) for table in tables] == [1 + len(table.rows) for table in expected]


def test_what_is_said_before_a_heading_or_a_table_of_the_docx_stays_on_its_page() -> None:
    body = docx.Document(io.BytesIO(file("docx")[1]))
    items = list(body.iter_inner_content())
    for item, following in itertools.pairwise(items):
        before_table = isinstance(following, docx.table.Table)
        before_heading = not before_table and following.style.name == "Heading 2"
        said = isinstance(item, docx.text.paragraph.Paragraph) and item.style.name in ("Normal", "Caption")
        if said and item.text and (before_table or before_heading):
            assert item.paragraph_format.keep_with_next, item.text


def test_every_page_of_the_docx_says_which_one_it_is() -> None:
    foot = docx.Document(io.BytesIO(file("docx")[1])).sections[0].footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_docx_says_its_language_and_title(language: str, locale: str) -> None:
    made = document(account_of(opened(Web(title="Kade")), words(language), MADE), ["method"])
    opened_file = docx.Document(io.BytesIO(written(made, "docx")))
    assert opened_file.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == locale
    assert opened_file.core_properties.language == locale
    assert opened_file.core_properties.title == made.title
    assert opened_file.core_properties.author == "Belangenweb"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_says_which_version_of_the_program_made_it(language: str) -> None:
    made = document(account_of(opened(Web(title="Kade")), words(language), MADE), ["method"])
    said = [paragraph.text for paragraph in docx.Document(io.BytesIO(written(made, "docx"))).paragraphs]
    assert any(f"Belangenweb {__version__}" in line for line in said)
    assert f"Belangenweb {__version__}" in written(made, "html").decode()


# -- ODT ------------------------------------------------------------------------------------------------------------


@cache
def open_document() -> tuple[Document, Any]:
    made, content = file("odt")
    return made, odfdo.Document(io.BytesIO(content))


@pytest.mark.slow
def test_the_odt_has_the_headings_of_the_report_as_headings_with_their_level() -> None:
    made, held = open_document()
    expected = [(1, section.title) for section in made.sections]
    headings = [(int(each.level), each.inner_text) for each in held.body.get_headers()]
    assert [each for each in headings if each[0] == 1] == [(1, words("nl")("page_one.heading")), *expected]
    assert [said for level, said in headings if level > 1] == [
        block.text for block in made.blocks() if isinstance(block, Heading) and block.level > 1
    ]
    title, subtitle, *_ = held.body.get_paragraphs()
    assert (title.style, title.inner_text) == ("Title", made.title)
    assert (subtitle.style, subtitle.inner_text) == ("Subtitle", made.subtitle)


def said_in(cell: Any) -> str:
    (paragraph,) = cell.get_paragraphs()
    return str(paragraph.inner_text)


def test_every_table_in_the_odt_says_what_it_is_and_has_a_header_row_that_repeats() -> None:
    made, held = open_document()
    expected = [block for block in made.blocks() if isinstance(block, Table)]
    tables = held.body.get_elements("//table:table")
    assert [table.get_element("table:title").text for table in tables] == [block.caption for block in expected]
    for table, block in zip(tables, expected, strict=True):
        heads = table.get_elements("table:table-header-rows/table:table-row")
        rows = [*heads, *table.get_elements("table:table-row")]
        said = [tuple(said_in(cell) for cell in row.get_elements("table:table-cell")) for row in rows]
        assert said == [block.header, *block.rows]
        assert len(heads) == 1
        assert len(table.get_elements("table:table-column")) == len(block.header)


def test_every_picture_in_the_odt_says_what_it_shows() -> None:
    made, held = open_document()
    expected = [block for block in made.blocks() if isinstance(block, Chart | WebPicture)]
    frames = held.body.get_frames()
    assert [frame.svg_description for frame in frames] == [block.alt for block in expected]
    assert [frame.svg_title for frame in frames] == [block.caption for block in expected]


def test_the_odt_lists_every_part_it_holds_and_no_other_and_says_what_each_is() -> None:
    with zipfile.ZipFile(io.BytesIO(file("odt")[1])) as packed:
        first, *parts = packed.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert packed.read(first).decode() == MIME["odt"]
        held = {part.filename for part in parts}
        pictures = [part for part in parts if part.filename.startswith("Pictures/")]
        assert all(packed.read(picture).startswith(b"\x89PNG") for picture in pictures)
    listed = open_document()[1].manifest
    assert {path for path in listed.get_paths() if not path.endswith("/")} == held - {"META-INF/manifest.xml"}
    assert {listed.get_media_type(picture.filename) for picture in pictures} == {"image/png"}


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_odt_says_its_language_its_title_its_version_and_the_number_of_each_page(
    language: str, locale: str
) -> None:
    made = document(account_of(opened(Web(title="Kade")), words(language), MADE), ["method"])
    held = odfdo.Document(io.BytesIO(written(made, "odt")))
    of_text = held.styles.root.get_element("//style:default-style[@style:family='paragraph']/style:text-properties")
    assert f"{of_text.get_attribute('fo:language')}-{of_text.get_attribute('fo:country')}" == locale
    assert (held.meta.language, held.meta.title, held.meta.creator) == (locale, made.title, "Belangenweb")
    assert held.meta.generator == f"Belangenweb {__version__}"
    assert held.meta.creation_date.date() == MADE
    foot = held.styles.root.get_element("//style:footer")
    assert foot.get_element(".//text:page-number") is not None
    assert f"Belangenweb {__version__}" in held.body.get_paragraphs()[1].inner_text


def test_hostile_words_stand_in_the_odt_as_they_were_typed() -> None:
    _, held = open_document()
    assert HOSTILE in [said_in(cell) for cell in held.body.get_elements("//table:table-cell")]
    assert any(HOSTILE in paragraph.inner_text for paragraph in held.body.get_paragraphs())


def test_every_look_that_the_odt_names_is_in_it() -> None:
    _, held = open_document()
    kinds = {
        "text:p": "paragraph", "text:h": "paragraph", "text:span": "text", "text:list": "list", "table:table": "table",
        "table:table-column": "table-column", "table:table-row": "table-row", "table:table-cell": "table-cell",
    }  # fmt: skip
    for tag, family in kinds.items():
        attribute = f"{tag.split(':')[0]}:style-name"
        named = {each.get_attribute(attribute) for each in held.body.get_elements(f"//{tag}")} - {None}
        assert named, tag
        assert {name for name in named if held.get_style(family, name) is None} == set(), tag


# -- PDF ------------------------------------------------------------------------------------------------------------


def test_the_pdf_is_tagged_and_says_that_it_is_pdf_ua_1_and_a_3a() -> None:
    _, content = file("pdf")
    assert content.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"<pdfaid:part>3</pdfaid:part>" in content
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in content
    assert re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", content)
    assert b"/StructTreeRoot" in content
    assert re.search(rb"/Lang\s*\(nl-NL\)", content)
    assert re.search(rb"/DisplayDocTitle true", content)


def test_the_tags_of_the_pdf_say_every_heading_table_cell_and_picture() -> None:
    made, content = file("pdf")
    tagged = b"\n".join([content, *streams(content)])

    def tags(name: str) -> int:
        return len(re.findall(rf"/S ?/{name}\b".encode(), tagged))

    tables = [block for block in made.blocks() if isinstance(block, Table)]
    assert tags("H1") == 1 + len(made.sections)
    assert tags("H2") == sum(isinstance(block, Heading) and block.level == 2 for block in made.blocks())
    assert tags("Table") == len(tables)
    assert tags("TH") == sum(len(table.header) for table in tables)
    assert tags("TD") == sum(len(table.header) * len(table.rows) for table in tables)
    pictures = sum(isinstance(block, Chart | WebPicture) for block in made.blocks())
    assert tags("Figure") == pictures


def test_a_pdf_for_an_archive_holds_no_file_and_is_a_2a_with_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "kade.json").write_text(web_file.write(SEWER), "utf-8")
    assert main([str(tmp_path / "kade.json"), "--archive", "--short"]) == 0
    with zipfile.ZipFile(tmp_path / "kade.zip") as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    assert list(held) == ["report.pdf", "web.json", "readings.json"]
    assert b"<pdfaid:part>2</pdfaid:part>" in held["report.pdf"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in held["report.pdf"]
    assert b"/EmbeddedFile" not in held["report.pdf"]
    assert b"/EmbeddedFile" in file("pdf")[1]
    assert web_file.read(held["web.json"]).title == SEWER.title


def test_a_pdf_with_a_picture_that_says_nothing_is_refused() -> None:
    made, _ = file("pdf")
    section = next(section for section in made.sections if section.name == "figures")
    blocks = tuple(
        Chart(block.name, block.caption, "", block.drawn) if isinstance(block, Chart) else block
        for block in section.blocks
    )
    silent = replace(made, sections=(replace(section, blocks=blocks),))
    with pytest.raises(typst.TypstError):
        written(silent, "pdf")


# -- HTML -----------------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The elements of a page and what it says outside its scripts."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self._inside: str | None = None
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.said.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = None


def test_the_page_fetches_nothing_and_forbids_itself_to() -> None:
    page = Page(file("html")[1])
    assert [attrs for tag, attrs in page.elements if tag in ("link", "iframe", "object", "base")] == []
    sources = [attrs["src"] or "" for _, attrs in page.elements if "src" in attrs]
    assert all(source.startswith("data:image/svg+xml;base64,") for source in sources)
    assert all((attrs["href"] or "").startswith("#") for tag, attrs in page.elements if tag == "a")
    policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_the_page_says_its_language_its_headings_and_what_its_pictures_show() -> None:
    made, content = file("html")
    page = Page(content)
    assert ("html", {"lang": "nl"}) in page.elements
    named = [attrs["id"] for tag, attrs in page.elements if tag == "h2" and "id" in attrs]
    assert named == [section.name for section in made.sections]
    alts = [
        attrs["aria-label"] if tag == "div" else attrs["alt"]
        for tag, attrs in page.elements
        if attrs.get("role") == "img" or tag == "img"
    ]
    assert alts == [block.alt for block in made.blocks() if isinstance(block, Chart | WebPicture)]
    tables = sum(isinstance(block, Table) for block in made.blocks())
    assert sum(tag == "thead" for tag, _ in page.elements) == tables


# -- people's words -------------------------------------------------------------------------------------------------


def test_hostile_words_stand_in_the_docx_as_they_were_typed() -> None:
    opened_file = docx.Document(io.BytesIO(file("docx")[1]))
    cells = [cell.text for table in opened_file.tables for row in table.rows for cell in row.cells]
    assert HOSTILE in cells
    assert any(HOSTILE in paragraph.text for paragraph in opened_file.paragraphs)


def test_hostile_words_stand_in_the_page_as_they_were_typed_and_open_no_element() -> None:
    quiet, loud = (Page(written(report(web), "html")) for web in (SEWER, hostile_web()))
    assert HOSTILE in loud.said
    scripts = [sum(tag == "script" for tag, _ in page.elements) for page in (quiet, loud)]
    assert scripts[0] == scripts[1]


def test_hostile_words_change_nothing_about_how_the_pdf_is_built() -> None:
    made, content = file("pdf")
    assert len(content) > 10_000
    breaking = ("#", "\\", "*", "$", "@", "]", '"', "`", "//", "=", "<a>")
    for odd in (*breaking, "\u202f", "\ufeff", "\u00ad", "e\u0301", "\uf0b7"):
        one = replace(made, title=odd, sections=(), opening=(), attachments={})
        assert written(one, "pdf").startswith(b"%PDF")


# -- without the screen ---------------------------------------------------------------------------------------------


def test_reports_are_written_for_many_files_and_a_faulty_one_keeps_none_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web, meeting, broken = (tmp_path / name for name in ("web.json", "meeting.json", "broken.json"))
    web.write_text(web_file.write(Web(title="Kade")), "utf-8")
    entry = meeting_file.Entry(datetime(2026, 3, 4, tzinfo=UTC), opened(Web(title="Haven", language="en")).last)
    meeting.write_text(meeting_file.write([entry]), "utf-8")
    broken.write_text('{"format": "coprod-web", "version": 3, "actors": 1}', "utf-8")
    names = [str(path) for path in (broken, web, meeting, tmp_path / "none.json")]
    assert main([*names, "--to", "docx", "--folder", str(tmp_path / "out"), "--without", "figures"]) == 2
    told = capsys.readouterr()
    assert "broken.json: actors: 1 is not a list" in told.err
    assert "none.json" in told.err
    assert told.out.splitlines() == [str(tmp_path / "out" / f"{name}.docx") for name in ("web", "meeting")]
    in_english = docx.Document(str(tmp_path / "out" / "meeting.docx"))
    assert in_english.paragraphs[0].text == "Participation report: Haven"
    headings = [p.text for p in in_english.paragraphs if p.style.name == "Heading 1"]
    assert not any(words("en")("report_sections.figures") in heading for heading in headings)
    assert any(words("en")("report_sections.method") in heading for heading in headings)


def test_every_form_has_a_writer_and_no_other_form_has() -> None:
    small = document(account_of(opened(Web()), words("nl"), MADE), ["method"])
    heard: list[float] = []
    for form in MIME:
        assert written(small, form, heard.append)
        assert heard[-1] == 1.0
        assert heard == sorted(heard)
        heard.clear()
    with pytest.raises(ValueError, match="txt"):
        written(small, "txt")
