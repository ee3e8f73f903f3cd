"""The power map in the report: only where somebody asked, only what may be told, in every form with its words."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.report import forms
from coprod_ui.report.account import Account, account_of_web
from coprod_ui.report.document import Bullets, Document, Heading, MapPicture, Notice, Paragraph, Table
from coprod_ui.report.sections import GAPS, SECTIONS, SHORT, document
from coprod_ui.words import LANGUAGES, words
from tests.screens.test_power_map_pictures import FORBIDDEN, crowd, worked
from tests.screens.window import Window

DAY = date(2026, 11, 28)
NAME = "power_map"
both = pytest.mark.parametrize("language", LANGUAGES)


def account(web: Web, language: str = "nl", *, trust: bool = False) -> Account:
    return replace(account_of_web(web, words(language), DAY), trust=trust)


def noted(web: Web) -> Web:
    """The same with what the organiser noted of everybody."""
    return replace(web, actors=tuple(replace(party, trust="weak", attitude="negative") for party in web.actors))


def pictures(made: Document) -> dict[str, MapPicture]:
    return {block.name: block for block in made.blocks() if isinstance(block, MapPicture)}


def section(made: Document) -> str:
    """All that is said in the section, without its pictures."""
    (found,) = (each for each in made.sections if each.name == NAME)
    said = []
    for block in found.blocks:
        match block:
            case Heading(text, _):
                said.append(text)
            case Paragraph(runs) | Notice(runs):
                said.append("".join(run.text for run in runs))
            case Bullets(items):
                said += ["".join(run.text for run in runs) for runs in items]
            case Table():
                said += [cell for row in (block.header, *block.rows) for cell in row]
    return "\n".join(said)


# -- whether it is there ----------------------------------------------------------------------------------------------


@both
def test_where_nobody_asked_anything_there_is_no_section_and_the_last_annex_says_so(language: str):
    bare = worked(language)
    nothing = dict.fromkeys(("power", "network_role", "ring_now", "ring_theirs", "ring_ours"))
    made = document(account(replace(bare, actors=tuple(replace(party, **nothing) for party in bare.actors)), language))
    assert NAME not in [each.name for each in made.sections]
    (gaps,) = (each for each in made.sections if each.name == GAPS)
    assert words(language)(f"report_sections.{NAME}") in str(gaps.blocks)


def test_it_stands_behind_who_took_part_and_not_in_the_short_report():
    assert SECTIONS.index(NAME) == SECTIONS.index("people") + 1
    assert NAME not in SHORT
    assert NAME in [each.name for each in document(account(worked())).sections]
    assert NAME not in [each.name for each in document(account(worked()), SHORT).sections]


def test_of_what_was_noted_alone_there_is_no_section_unless_it_may_be_told():
    web = noted(replace(crowd(4), actors=tuple(replace(p, power=None, network_role=None, ring_now=None,
        ring_theirs=None, ring_ours=None) for p in crowd(4).actors)))  # fmt: skip
    assert NAME not in [each.name for each in document(account(web)).sections]
    assert set(pictures(document(account(web, trust=True)))) >= {"map_trust"}


# -- what it says -----------------------------------------------------------------------------------------------------


@both
def test_it_tells_the_corner_the_rings_and_where_wishes_differ(language: str):
    made = document(account(worked(language), language))
    said, say = section(made), words(language)
    assert list(pictures(made)) == ["map_hit", "map_attitude", "map_rings"]
    assert re.search(r"2 (groepen worden geraakt|groups are hit)", said)
    for ring in ("decide", "work", "think", "know", "outside"):
        assert say(f"in_report.say_power_map.ring_asks.{ring}") in said
    shopkeepers = worked(language).actor_by_id["shopkeepers"].name
    assert f"{shopkeepers}. " in said
    assert say.choice("provenance", "estimate") in said
    assert say.choice("say_fixed", "missing_plan") in said


@both
def test_it_asks_the_reader_nothing_and_names_nobody_an_adversary(language: str):
    said = section(document(account(noted(worked(language)), language, trust=True)))
    assert "?" not in said
    assert not FORBIDDEN.search(said)
    assert not re.search(r"(?i)\b(wij|ons|onze|u|uw|we|our|us|you|your)\b", said)


def test_a_picture_in_a_report_says_in_words_what_it_shows():
    for block in pictures(document(account(worked()))).values():
        assert all(party.name in block.alt for party in worked().actors)
        assert block.drawn.drawing.width < 1_500


# -- what may be told -------------------------------------------------------------------------------------------------


def test_whom_the_organiser_trusts_stands_in_it_only_where_that_was_said():
    assert "map_trust" not in pictures(document(account(noted(worked()))))
    assert "map_trust" in pictures(document(account(noted(worked()), trust=True)))


def test_an_attitude_that_was_noted_stands_in_no_picture():
    web = replace(noted(worked()), options=(), rules=())
    drawn = pictures(document(account(web, trust=False)))
    assert "map_attitude" not in drawn
    unknown = words("nl")("in_report.power_map.stance.unknown")
    assert drawn["map_hit"].alt.count(unknown) == len(web.actors)


def of_parties(files: Mapping[str, bytes], name: str) -> set[str | None]:
    """What the web that goes along says of its parties."""
    return {actor[name] for actor in json.loads(files["web.json"])["actors"]}


@pytest.mark.parametrize("trust", [False, True])
def test_what_goes_along_holds_power_and_rings_where_they_are_told_and_never_what_was_noted(trust: bool):
    told = document(account(noted(worked()), trust=trust)).attachments
    bare = document(account(noted(worked()), trust=trust), [name for name in SECTIONS if name != NAME]).attachments
    assert "little" in of_parties(told, "power")
    assert of_parties(bare, "power") == {None}
    for name in ("trust", "attitude"):
        assert of_parties(told, name) == of_parties(bare, name) == {None}
    assert told["readings.json"] == bare["readings.json"]


# -- in every form ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
@both
def test_every_form_holds_the_pictures_with_their_words(language: str):
    made = document(account(worked(language), language), [NAME])
    alts = [block.alt for block in pictures(made).values()]
    page = forms.written(made, "html").decode()
    drawn = [base64.b64decode(each) for each in re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", page)]
    titles = [ElementTree.fromstring(each)[0].text for each in drawn if b"power-map-" in each]
    assert len(titles) == len(alts)
    assert forms.written(made, "pdf").startswith(b"%PDF")
    with zipfile.ZipFile(io.BytesIO(forms.written(made, "docx"))) as archive:
        body = archive.read("word/document.xml").decode()
        assert sum(f'descr="{alt}"' in body.replace("&quot;", '"') for alt in alts) == len(alts)
        assert sum(name.endswith(".png") for name in archive.namelist()) == len(alts)
    with zipfile.ZipFile(io.BytesIO(forms.written(made, "odt"))) as archive:
        content = ElementTree.fromstring(archive.read("content.xml"))
        assert set(alts) <= {"".join(each.itertext()) for each in content.iter()}


@pytest.mark.slow
def test_names_no_face_has_letters_for_make_a_pdf_all_the_same():
    odd = ("街の人々", "😀 kinderen", "سكان الحي", "Ünïcödé \ue000", "e\u0301te\u0301")
    web = worked()
    named = zip(web.actors, (*odd, *odd), strict=False)
    web = replace(web, actors=tuple(replace(party, name=f"{name} {party.id}") for party, name in named))
    assert forms.written(document(account(web), [NAME]), "pdf").startswith(b"%PDF")


# -- on the screen ----------------------------------------------------------------------------------------------------


def test_a_tick_on_details_decides_whether_trust_is_told(store: Store):
    window = Window(store.begin(placed(noted(worked()))), screen="report")
    trust = f"##### {words('nl')('power_map.picture.trust')}"
    assert trust not in window.within("report_preview")
    on_details = window.change_state("report_part_tab", words("nl")("report_tabs.details"), report_part="details")
    (told,) = (box.key for box in on_details.app.checkbox if box.key.startswith("trust_told"))
    on_details.change(told, True)
    whole = on_details.change_state("report_part_tab", words("nl")("report_tabs.whole"), report_part="whole")
    assert trust in whole.within("report_preview")
