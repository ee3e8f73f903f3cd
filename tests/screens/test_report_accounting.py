"""A choice accounted for: page one, what is not on record, what goes along with a report, and what never does."""

import base64
import io
import json
import re
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import odfdo
import pytest
from docx.oxml.ns import qn

from coprod_core.__main__ import main
from coprod_core.acts.history import after, opened
from coprod_core.acts.weighing import Dilemma, RecordWeighing, TakenIn, WayOut, Weighing
from coprod_core.files import web_file
from coprod_core.files.organisation import report_template
from coprod_core.web.accounting import Accounting, Attempt, Body, Card, Contribution, Occasion, Reaction, Result, Status
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.conditions import Absence, Frame, Reflection
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Actor, Interest, Option, Rule, Sphere, Stake, Web
from coprod_core.web.own_dilemmas import Loss, OwnDilemma, OwnWay
from coprod_ui.examples.cases import cases
from coprod_ui.report.__main__ import main as reports
from coprod_ui.report.account import Account, account_of
from coprod_ui.report.archive import archive
from coprod_ui.report.document import Block, Bullets
from coprod_ui.report.docx_template import UnfitTemplate
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.gaps import not_on_record
from coprod_ui.report.numbers import printed_numbers
from coprod_ui.report.page_one import LONGEST, cut, page_one
from coprod_ui.report.sections import SECTIONS, SHORT, document
from coprod_ui.words import LANGUAGES, of_100, words
from tests.benchmarks.recompute import web_of
from tests.screens.hard_webs import hard_webs

MADE = date(2026, 11, 22)
SEWER = next(case.web for case in cases("nl") if case.name == "sewer")
SENTENCE = "Een zin van de mensen die hier wonen en dit al jaren zeggen. "


def chosen(web: Web, scenario: Web | None = None, long: bool = False) -> Account:
    """The account of a web in which the last plan was chosen, with a scenario weighed beside it."""
    text = (SENTENCE * 200)[:19_000] if long else "Omdat het moet."
    taken = () if scenario is None else (TakenIn("s1", "Wat als", scenario),)
    ways = tuple(WayOut(plan.name, "iets", f"plan:{plan.id}", plan=plan.id) for plan in web.options)
    ways += tuple(WayOut("Wat als", "iets", "scenario:s1", scenario="s1") for _ in taken)
    choice = Weighing(Dilemma.PLANS, web.options[-1].name, text, text, text, "2027-01-01", "", ways, text[:500], taken)
    return account_of(after(opened(web), RecordWeighing(choice)), words("nl"), MADE)


def full_of_words(web: Web) -> Web:
    """A web with the longest text in every field of page one, and attempts at every group."""
    absent = [actor for actor in web.actors if actor.citizens and not actor.seated]
    attempts = tuple(
        Attempt(f"t{n}", actor.id, "2026-11-12", (SENTENCE * 4)[:200], Result.NOT_NOW) for n, actor in enumerate(absent)
    )
    card = Card(
        author=(SENTENCE * 4)[:200],
        contact=(SENTENCE * 4)[:200],
        version="1" * 20,
        asked_of=Body.COUNCIL,
        asked=(SENTENCE * 20)[:700],
        decided_by=Body.COLLEGE,
        decided=(SENTENCE * 20)[:700],
        decided_on="2026-11-12",
        next_step=(SENTENCE * 20)[:250],
        next_day="2027-03-01",
    )
    return replace(web, accounting=Accounting(card, attempts=attempts))


# -- page one -------------------------------------------------------------------------------------------------------


PDFTOTEXT = shutil.which("pdftotext")


def pages(content: bytes) -> list[str]:
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return told.stdout.decode().split("\f")


@pytest.mark.skipif(PDFTOTEXT is None, reason="needs pdftotext, of poppler")
@pytest.mark.slow
def test_the_longest_page_one_is_one_page_and_the_account_begins_on_the_next() -> None:
    longest = chosen(full_of_words(SEWER), long=True)
    for language in LANGUAGES:
        made = document(replace(longest, words=words(language)), SHORT)
        first, second, *_ = pages(written(made, "pdf"))
        assert words(language)("page_one.next") in first
        assert words(language)("page_one.contact", contact="").strip() in first
        assert words(language)("say_fixed.filled_in_by").strip(":") in second


def crowded(web: Web) -> Web:
    """A web with names as long as there may be, and ten groups that are not there, of six of which nothing is known."""
    name = (SENTENCE * 4)[:190]
    silent = tuple(Actor(f"s{n}", f"{name} {n}", Sphere.CITIZENS, people=40) for n in range(6))
    missing = tuple(Actor(f"m{n}", f"{name} m{n}", Sphere.CITIZENS, people=40) for n in range(4))
    at_stake = tuple(Stake(actor.id, web.interests[0].id, 1) for actor in missing)
    return replace(
        web,
        title=name,
        actors=(*(replace(a, name=f"{name} {a.id}"[:200]) for a in web.actors), *silent, *missing),
        interests=tuple(replace(k, name=f"{name} {k.id}"[:200]) for k in web.interests),
        options=tuple(replace(o, name=f"{name} {o.id}"[:200]) for o in web.options),
        stakes=(*web.stakes, *at_stake),
    )


@pytest.mark.skipif(PDFTOTEXT is None, reason="needs pdftotext, of poppler")
@pytest.mark.slow
def test_page_one_is_one_page_whatever_things_are_called_and_however_many_are_missing() -> None:
    first, second, *_ = pages(written(document(chosen(full_of_words(crowded(SEWER)), long=True), SHORT), "pdf"))
    assert words("nl")("page_one.contact", contact="").strip() in first
    assert words("nl")("say_fixed.filled_in_by").strip(":") in second


OFFICE = shutil.which("soffice")


def as_wide_as_calibri() -> bool:
    """Whether the report's letters, or those made to their measure, are on this machine: others take more room."""
    match = shutil.which("fc-match")
    named = subprocess.run([match, "Calibri"], capture_output=True, text=True, check=True).stdout if match else ""
    return "Calibri" in named or "Carlito" in named


@pytest.mark.skipif(OFFICE is None or PDFTOTEXT is None, reason="needs LibreOffice and pdftotext")
@pytest.mark.skipif(not as_wide_as_calibri(), reason="needs Calibri, or Carlito in its place")
@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_longest_page_one_is_one_page_in_an_office_program_too(form: str, tmp_path: Path) -> None:
    longest = chosen(full_of_words(crowded(SEWER)), long=True)
    for language in LANGUAGES:
        made = document(replace(longest, words=words(language)), [])
        (tmp_path / f"{language}.{form}").write_bytes(written(made, form))
    files = [str(tmp_path / f"{language}.{form}") for language in LANGUAGES]
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    asked = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(asked, check=True, capture_output=True)
    for language in LANGUAGES:
        first, second, *_ = pages((tmp_path / f"{language}.pdf").read_bytes())
        assert words(language)("page_one.contact", contact="").strip() in first
        assert words(language)("say_fixed.filled_in_by").strip(":") in second


def test_page_one_is_set_smaller_in_word_where_much_is_said() -> None:
    def sizes(account: Account) -> set[float | None]:
        file = docx.Document(io.BytesIO(written(document(account, []), "docx")))
        said = [paragraph.text for paragraph in file.paragraphs]
        last = next(nth for nth, text in enumerate(said) if text.startswith("Status:"))
        return {run.font.size and run.font.size.pt for each in file.paragraphs[3:last] for run in each.runs}

    assert sizes(chosen(SEWER)) == {None}
    assert sizes(chosen(full_of_words(SEWER), long=True)) == {9, 10.5}


def test_page_one_is_set_smaller_in_odt_where_much_is_said() -> None:
    def looks(account: Account) -> set[str]:
        held = odfdo.Document(io.BytesIO(written(document(account, []), "odt")))
        named = [(each.style, each.inner_text) for each in held.body.children]
        last = next(nth for nth, (_, text) in enumerate(named) if text.startswith("Status:"))
        return {style for style, _ in named[3:last]}

    assert looks(chosen(SEWER)) == {"Heading_20_2", "Text_20_body", "Kept"}
    assert looks(chosen(full_of_words(SEWER), long=True)) == {"Dense_20_heading", "Dense"}


@pytest.mark.parametrize("longest", LONGEST.values())
def test_long_words_stop_at_a_sentence_and_say_where_the_rest_stands(longest: int) -> None:
    shown = cut(SENTENCE * 40, longest, "(zie 5)")
    head = shown.removesuffix(" (zie 5)")
    assert head.endswith("zeggen.")
    assert longest - len(SENTENCE) < len(head) <= longest
    assert cut("Kort.", longest, "(zie 5)") == "Kort."
    assert cut("a" * 900, longest, "(zie 5)").endswith("… (zie 5)")


def test_what_is_not_on_record_is_said_exactly_while_it_is_not() -> None:
    empty = {gap.code for gap in not_on_record(SEWER, chosen(SEWER).readings, {})}
    assert empty == {
        "asked", "chosen", "attempts", "next_step", "author", "contact", "course", "promised_level", "description",
        "shown_on", "evaluation",
    }  # fmt: skip
    web = full_of_words(SEWER)
    card = replace(web.accounting.card, promised_level=0.5, shown_on="2026-11-20", evaluation="Goed")
    kept = replace(web.accounting, card=card, occasions=(Occasion("n1"),))
    told = replace(web, accounting=kept, options=tuple(replace(plan, description="Een plan") for plan in web.options))
    account = chosen(told)
    assert not_on_record(account.web, account.readings, account.weighings) == ()


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("asked", {"asked": "Kies een plan"}),
        ("next_step", {"next_step": "De raad beslist"}),
        ("author", {"author": "projectleider"}),
        ("contact", {"contact": "het loket"}),
        ("promised_level", {"promised_level": 0.0}),
        ("shown_on", {"shown_on": "2026-11-20"}),
        ("evaluation", {"evaluation": "Goed"}),
        ("evaluation", {"evaluate_on": "2027-11-20"}),
    ],
)
def test_a_field_that_is_filled_in_takes_its_own_line_off_the_list_and_no_other(
    code: str, field: dict[str, object]
) -> None:
    def missing(web: Web) -> set[str]:
        return {gap.code for gap in not_on_record(web, chosen(web).readings, {})}

    filled = replace(SEWER, accounting=Accounting(replace(Card(), **field)))
    assert missing(SEWER) - missing(filled) == {code}
    assert missing(filled) <= missing(SEWER)


def asked(card: Card) -> str:
    """What page one says under its first question."""
    blocks = page_one(account_of(opened(replace(SEWER, accounting=Accounting(card))), words("nl"), MADE))
    return "".join(run.text for run in blocks[2].runs)


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (Card(), "page_one.nothing_asked"),
        (Card(status=Status.OFFERED), "page_one.not_on_record"),
        (Card(asked_of=Body.COUNCIL, status=Status.ADOPTED), "page_one.not_on_record"),
    ],
)
def test_what_is_asked_is_a_hole_in_a_draft_and_said_to_be_missing_later(card: Card, said: str) -> None:
    assert asked(card) == words("nl")(said)


def test_what_nobody_is_asked_is_for_information() -> None:
    assert asked(Card(asked="De straat gaat open.")) == "Ter kennisname. De straat gaat open."
    told = Card(asked_of=Body.COUNCIL, asked="Kies een plan")
    assert asked(told) == "Aan de raad wordt gevraagd: Kies een plan."


def test_who_brings_in_meanwhile_what_a_missing_group_wants_stands_on_page_one() -> None:
    def said(web: Web) -> str:
        return "\n".join(text_of(block) for block in page_one(account_of(opened(web), words("nl"), MADE)))

    voiced = replace(SEWER, interests=tuple(replace(k, spoken_by="de wijkverpleegkundige") for k in SEWER.interests))
    assert "Zolang brengt dit in: de wijkverpleegkundige." in said(voiced)
    assert "Zolang brengt dit in" not in said(SEWER)


def text_of(block: Block) -> str:
    return "".join(run.text for run in getattr(block, "runs", ()))


def test_the_dials_are_told_only_after_a_person_saw_them() -> None:
    web = replace(SEWER, process=replace(SEWER.process, meddling=0.6), filled_in_by="de werkgroep")
    for dials in (False, True):
        account = account_of(opened(web), words("nl"), MADE, dials=dials)
        said = [
            run.text
            for block in document(account).blocks()
            if isinstance(block, Bullets)
            for item in block.items
            for run in item
        ]
        assert any("Geschat door ‘de werkgroep’:" in text for text in said) is dials


def test_the_short_report_is_a_part_of_the_full_one() -> None:
    account = chosen(full_of_words(SEWER))
    full, short = document(account), document(account, SHORT)
    assert short.page_one == full.page_one
    assert {section.name for section in short.sections} < {section.name for section in full.sections}
    assert all(section in full.sections for section in short.sections)
    assert set(SHORT) < set(SECTIONS)


# -- anyone can work it out again -----------------------------------------------------------------------------------


def evaluated(file: Path, capsys: pytest.CaptureFixture[str], *options: str) -> bytes:
    """What `python -m coprod_core evaluate` says of a file."""
    assert main(["evaluate", str(file), *options]) == 0
    return capsys.readouterr().out.encode()


def streams(content: bytes) -> Iterator[bytes]:
    """Every stream in a PDF, unpacked where it is packed."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(found[1])  # its last byte may look like the end of a line
        except zlib.error:
            yield found[1]


def attached(content: bytes) -> dict[str, bytes]:
    """The web and the readings in a PDF, by what they say they are."""
    files = [each for each in streams(content) if each.startswith(b"{") and b'"format"' in each]
    return {json.loads(each)["format"]: each for each in files}


def at(data: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


@pytest.mark.slow
def test_every_printed_number_is_worked_out_again_from_what_is_in_the_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for nth, web in enumerate([*(case.web for case in cases("nl")), *list(hard_webs(20))[:20]]):
        account = account_of(opened(web), words("nl"), MADE)
        held = attached(written(document(account, ["method"]), "pdf"))
        file = tmp_path / f"{nth}.json"
        file.write_bytes(held["coprod-web"])
        computed, sure = evaluated(file, capsys), json.loads(evaluated(file, capsys, "--sure"))
        assert computed == held["coprod-readings"]
        for printed in printed_numbers(account):
            assert str(of_100(at(sure, printed.path))) == printed.shown, printed.place  # type: ignore[arg-type]


def test_a_scenario_that_was_weighed_goes_along_so_that_it_can_be_worked_out_too() -> None:
    copy = replace(SEWER, actors=tuple(replace(actor, seats=1) for actor in SEWER.actors))
    made = document(chosen(SEWER, scenario=copy), ["choices"])
    assert list(made.attachments) == ["web.json", "scenario-1.json", "readings.json"]
    assert all(actor.seats == 1 for actor in web_file.read(made.attachments["scenario-1.json"]).actors)
    held = [each for each in streams(written(made, "pdf")) if each.startswith(b"{") and b'"format"' in each]
    assert sorted(held) == sorted(made.attachments.values())


NUMBERS = re.compile(r"(\d+) (?:van de 100|keer de grootste|keer\*\* de)|\((\d+) → (\d+)\)")


def test_the_numbers_of_page_one_stand_in_the_annex() -> None:
    for case in cases("nl"):
        mine = account_of(opened(case.web), words("nl"), MADE) if not case.web.options else chosen(case.web)
        in_annex = {printed.shown for printed in printed_numbers(mine)}
        said = "\n".join(text_of(block) for block in page_one(mine))
        on_page_one = {number for found in NUMBERS.findall(said) for number in found if number}
        assert on_page_one <= in_annex, case.name
    account = chosen(SEWER)
    shown = {printed.place: printed.shown for printed in printed_numbers(account)}
    gap, found = account.readings.gap, account.certainty
    assert gap is not None
    assert found is not None
    assert shown["gap.estimated_share"] == str(of_100(gap.estimated_share))
    assert shown["certainty.top_interest.share"] == str(of_100(found.top_interest.share))


# -- what never goes along ------------------------------------------------------------------------------------------

NEEDLE = "Naaldwijk"


def hidden(web: Web) -> Web:
    """A web with a mark in everything that no report may hold, in ids too, and a group of three people."""
    known_by = f"{NEEDLE}-id"
    others = Actor(f"{known_by}-2", "Huurders", Sphere.CITIZENS, people=40, notes=NEEDLE)
    few = Actor("Naaldwijk-id", f"{NEEDLE} groep", Sphere.CITIZENS, people=3, notes=NEEDLE)
    at_stake = Stake(few.id, web.interests[0].id, 1)
    noted = {
        name: tuple(replace(item, notes=NEEDLE) for item in getattr(web, name))
        for name in ("actors", "interests", "stakes", "options", "rules", "relations")
    }
    return replace(
        web,
        notes=NEEDLE,
        case=replace(web.case, dilemma=NEEDLE, questions=(NEEDLE,), source=NEEDLE, notice=(NEEDLE,)),
        population=(Headcount("Leeftijd", "oud", 40, 3),),
        conditions=Conditions(
            absences=(Absence(few.id, other=NEEDLE),), reflections=(Reflection("l1", did=NEEDLE, prevailed=NEEDLE),)
        ),
        dilemmas=(
            OwnDilemma(
                known_by, "Wie eerst?", (OwnWay(known_by, "Wij", (Loss(few.id, "rust"),)), OwnWay("w2", "Zij")), NEEDLE
            ),
        ),
        accounting=Accounting(
            attempts=(Attempt("t1", few.id, how=NEEDLE, said=NEEDLE),),
            contributions=(Contribution("c1", NEEDLE, actor=few.id),),
            reactions=(Reaction("r1", few.id, said=NEEDLE),),
        ),
        **{
            **noted,
            "actors": (*noted["actors"], few, others),
            "interests": (*noted["interests"], Interest(known_by, "Rust", notes=NEEDLE)),
            "stakes": (*noted["stakes"], at_stake, Stake(others.id, known_by, 1, notes=NEEDLE)),
            "options": (*noted["options"], Option(known_by, "Wachten", effects={known_by: 1.0}, notes=NEEDLE)),
            "rules": (*noted["rules"], Rule(known_by, "Stil na tien", protects={known_by: 1.0}, notes=NEEDLE)),
        },
    )


def texts_in(content: bytes, form: str) -> Iterator[bytes]:
    """Everything in a file that can be read: its bytes, what is packed in it, and what is attached to it."""
    yield content
    if form in ("docx", "odt"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    if form == "html":
        pictures = re.findall(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", content)
        assert pictures
        yield from map(base64.b64decode, pictures)
    if form == "pdf":
        yield from streams(content)
        if PDFTOTEXT:
            yield "\n".join(pages(content)).encode()


@pytest.mark.slow
@pytest.mark.parametrize("form", MIME)
def test_nothing_that_may_not_be_told_is_in_any_byte_of_a_report(form: str) -> None:
    web = hidden(SEWER)
    content = written(document(chosen(web, scenario=web)), form)
    assert not any(NEEDLE.encode() in text for text in texts_in(content, form))


@pytest.mark.slow
def test_nothing_that_may_not_be_told_is_in_what_an_archive_gets() -> None:
    web = hidden(SEWER)
    with zipfile.ZipFile(io.BytesIO(archive(document(chosen(web, scenario=web))))) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    assert list(held) == ["report.pdf", "web.json", "scenario-1.json", "readings.json"]
    assert not any(NEEDLE.encode() in each for name in held for each in texts_in(held[name], name.rsplit(".")[1]))


def test_what_goes_along_holds_no_more_than_what_is_computed_with() -> None:
    web = replace(hidden(SEWER), conditions=Conditions(frame=Frame(budget="20.000 euro")))
    account = chosen(web, scenario=web)
    for held in (account.attached, *account.scenarios):
        assert (held.conditions, held.accounting, held.population) == (Conditions(), Accounting(), ())
        assert held.dilemmas == ()
        assert (held.notes, held.filled_in_by, held.missing_plan, held.case.story) == ("", "", "", "")
        assert [actor.id for actor in held.actors] == [f"a{n}" for n in range(1, len(held.actors) + 1)]
        assert held.actors[-2].people == 4


# -- a municipality's own template ----------------------------------------------------------------------------------


def template(*without: str, macro: bool = False) -> bytes:
    """A Word file with a header, a footer and a first heading of its own, that lacks some styles."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Gemeente Ergens"
    file.sections[0].footer.paragraphs[0].text = "Postbus 1"
    file.styles["Heading 1"].font.name = "Arial Black"
    for name in without:
        style = file.styles[name].element
        style.getparent().remove(style)
    file.add_paragraph("Vooraf")
    file.add_paragraph("{{ verslag }}")
    file.add_paragraph("Achteraf")
    written_to = io.BytesIO()
    file.save(written_to)
    return as_kind(written_to.getvalue(), b"document.macroEnabled.main+xml") if macro else written_to.getvalue()


def as_kind(content: bytes, kind: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(made, "w") as out:
        for name in packed.namelist():
            held = packed.read(name)
            types = name == "[Content_Types].xml"
            out.writestr(name, held.replace(b"document.main+xml", kind) if types else held)
    return made.getvalue()


LACKING = template("Caption", "List Bullet", "Table Grid", "Title")
IN_A_TEMPLATE = {"in use": template(), "lacking": LACKING, "dotx": as_kind(LACKING, b"template.main+xml")}


@pytest.mark.slow
@pytest.mark.parametrize("content", IN_A_TEMPLATE.values(), ids=IN_A_TEMPLATE)
def test_a_template_keeps_its_header_its_footer_and_its_own_headings(content: bytes) -> None:
    made = document(chosen(SEWER), SHORT)
    file = docx.Document(io.BytesIO(written(made, "docx", template=content)))
    assert file.sections[0].header.paragraphs[0].text == "Gemeente Ergens"
    assert file.sections[0].footer.paragraphs[0].text == "Postbus 1"
    assert file.styles["Heading 1"].font.name == "Arial Black"
    said = [paragraph.text for paragraph in file.paragraphs]
    assert said.index("Vooraf") < said.index(made.title) < said.index("Achteraf") == len(said) - 1
    assert not any("verslag }}" in text for text in said)
    assert {"Title", "Caption", "List Bullet", "Notice"} <= {paragraph.style.name for paragraph in file.paragraphs}


@pytest.mark.slow
def test_a_report_in_a_template_of_another_language_says_of_every_word_which_it_is_in() -> None:
    english = replace(chosen(SEWER), words=words("en"))
    held = docx.Document(io.BytesIO(written(document(english, []), "docx", template=IN_A_TEMPLATE["in use"])))
    said = {
        run.text: [found.get(qn("w:val")) for found in run._r.iter(qn("w:lang"))]
        for paragraph in held.paragraphs
        for run in paragraph.runs
    }
    theirs = {"Vooraf", "Achteraf"}
    assert {text: languages for text, languages in said.items() if text in theirs} == {key: [] for key in theirs}
    assert all(languages == ["en-GB"] for text, languages in said.items() if text not in theirs)


@pytest.mark.slow
def test_what_a_template_lacks_is_added_in_its_own_letter() -> None:
    ours, theirs = (
        docx.Document(io.BytesIO(written(document(chosen(SEWER), []), "docx", template=content)))
        for content in (None, IN_A_TEMPLATE["lacking"])
    )
    assert [ours.styles[name].font.name for name in ("Title", "Caption")] == ["Calibri", "Calibri"]
    assert [theirs.styles[name].font.name for name in ("Title", "Caption")] == [None, None]
    assert theirs.styles["Heading 1"].font.name == "Arial Black"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"geen Word", "template_not_word"),
        (b"x" * 5_000_001, "template_too_large"),
        (template(macro=True), "template_with_macros"),
    ],
)
def test_what_is_no_template_is_refused_and_said_why(content: bytes, code: str) -> None:
    with pytest.raises(UnfitTemplate) as refused:
        written(document(chosen(SEWER), []), "docx", template=content)
    assert refused.value.code == code


def test_a_word_file_beside_the_organisation_is_the_look_of_every_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_ORGANISATION", str(tmp_path))
    assert report_template() is None
    (tmp_path / "report.dotx").write_bytes(IN_A_TEMPLATE["dotx"])
    (tmp_path / "kade.json").write_text(web_file.write(Web(title="Kade")), "utf-8")
    assert reports([str(tmp_path / "kade.json"), "--short"]) == 0
    file = docx.Document(str(tmp_path / "kade.docx"))
    assert file.sections[0].header.paragraphs[0].text == "Gemeente Ergens"


@pytest.mark.slow
@pytest.mark.parametrize("form", MIME)
def test_a_web_of_forty_parties_by_forty_interests_has_a_report_in_every_form(form: str) -> None:
    content = written(document(account_of(opened(web_of(40, 0.3)), words("nl"), MADE)), form)
    if form == "html":
        assert len(content) < 2_000_000
