"""Files of other tools: what goes out comes back, in the hands of the libraries that own the formats too."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import jsonschema
import networkx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import coprod_core
from coprod_core.comparing.webs import differences
from coprod_core.exchange import FORMATS, Card, format_of
from coprod_core.exchange.brought import NoteCode
from coprod_core.exchange.note_text import CANNOT_HOLD, LINES
from coprod_core.files import meeting_schema, web_file
from coprod_core.files.meeting_file import Entry
from coprod_core.files.meeting_file import write as write_meeting
from coprod_core.web.model import Actor, Interest, Option, Stake, Web
from tests.core.acts import commands, full_webs
from tests.examples import examples

ROOT = Path(__file__).parents[2]
CARD = Card(datetime(2026, 3, 4, 19, 30, tzinfo=UTC), "cc_by")
SEWER = web_file.read((ROOT / "data" / "cases" / "sewer.nl.json").read_bytes())
WHOLE = sorted(name for name, each in FORMATS.items() if not each.cannot_hold)
some = examples(25)


def written(name, web=SEWER):
    return FORMATS[name].write(web, CARD)


def unordered(web):
    """A web with everything in it but the order of its lists."""
    data = json.loads(web_file.write(web), parse_int=float)
    return {key: sorted(map(json.dumps, value)) if isinstance(value, list) else value for key, value in data.items()}


# -- round trips ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WHOLE)
def test_a_web_comes_back_whole_from_every_format_that_can_hold_it(name):
    @some
    @given(full_webs())
    def comes_back(web):
        content = written(name, web)
        assert format_of(content).name == name
        assert FORMATS[name].read(content).web == web

    comes_back()


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_web_takes_the_place_of_what_there_was(name):
    assert FORMATS[name].read(written(name)).onto(Web(title="Iets anders")) == SEWER


@some
@given(full_webs())
def test_one_table_brings_back_the_parties_interests_and_stakes(web):
    for items in (web.actors, web.interests):
        names = [" ".join(item.name.split()).casefold() for item in items]
        if len(set(names)) < len(names) or "x" in names:
            return  # in a table a name is who one is
    back = FORMATS["table"].read(written("table", web)).web if web.actors or web.interests else web
    assert len(back.actors) == len(web.actors)
    assert len(back.interests) == len(web.interests)
    assert sorted((s.weight, s.position, s.provenance) for s in back.stakes) == sorted(
        (s.weight, s.position, s.provenance) for s in web.stakes
    )
    assert len(back.unknown) == len({(u.actor, u.interest) for u in web.unknown})


def test_what_a_table_leaves_out_stays_as_it_was():
    assert FORMATS["table"].read(written("table")).onto(SEWER) == SEWER


def test_a_changed_row_changes_that_and_nothing_else():
    table = "party,interest,weight\nActiegroep van de straat,Droge souterrains,0.5\nNieuwe buren,Groen,+++\n"
    after = FORMATS["table"].read(table.encode()).onto(SEWER)
    assert [(found.code, found.params.get("after")) for found in differences(SEWER, after)] == [
        ("party_added", None),
        ("interest_added", None),
        ("stake_weight", 0.5),
    ]


def test_a_name_in_other_capitals_is_the_same_and_stays_as_it_was():
    assert FORMATS["table"].read(b"partij\nACTIEGROEP  van de Straat\n").onto(SEWER) == SEWER


def test_a_stake_that_comes_in_answers_what_was_unknown_and_a_question_mark_asks_again():
    web = Web(actors=(Actor("a", "A", "citizens"),), interests=(Interest("k", "K"), Interest("l", "L")))
    asked = FORMATS["table"].read(b"party;interest;weight\nA;K;?\nA;L;0,4").onto(web)
    assert [(u.actor, u.interest) for u in asked.unknown] == [("a", "k")]
    answered = FORMATS["table"].read(b"partij\tbelang\tgewicht\na\tk\t++\n").onto(asked)
    assert (answered.unknown, len(answered.stakes)) == ((), 2)


# -- in the hands of others -----------------------------------------------------------------------------------------


def test_networkx_reads_our_graphml_and_what_it_writes_is_the_same_web():
    graph = networkx.read_graphml(io.BytesIO(written("graphml")))
    assert graph.nodes["party:action_group"]["people"] == 60
    assert graph.is_directed()
    back = io.BytesIO()
    networkx.write_graphml(graph, back)
    assert unordered(FORMATS["graphml"].read(back.getvalue()).web) == unordered(SEWER)


def test_networkx_reads_our_node_link_and_what_it_writes_is_the_same_web():
    graph = networkx.node_link_graph(json.loads(written("node_link")), edges="edges")
    assert len(graph) == len(SEWER.actors) + len(SEWER.interests) + len(SEWER.options) + len(SEWER.rules)
    for edges in ("edges", "links"):
        back = json.dumps(networkx.node_link_data(graph, edges=edges)).encode()
        assert unordered(FORMATS["node_link"].read(back).web) == unordered(SEWER)


@some
@given(full_webs())
def test_networkx_reads_the_graphml_of_any_web(web):
    graph = networkx.read_graphml(io.BytesIO(written("graphml", web)))
    assert len(graph) == len(web.actors) + len(web.interests) + len(web.options) + len(web.rules)


def test_a_workbook_has_the_sheets_other_tools_look_for():
    book = openpyxl.load_workbook(io.BytesIO(written("workbook")))
    assert book["Factors"]["A1"].value == "Label"
    assert (book["Links"]["A1"].value, book["Links"]["B1"].value) == ("From", "To")
    labels = [cell.value for cell in book["Factors"]["A"][1:]]
    assert len(set(labels)) == len(labels)
    assert {cell.value for column in "AB" for cell in book["Links"][column][1:]} <= set(labels)


def test_a_workbook_that_openpyxl_saves_again_is_the_same_web():
    book = openpyxl.load_workbook(io.BytesIO(written("workbook")))
    again = io.BytesIO()
    book.save(again)
    assert FORMATS["workbook"].read(again.getvalue()).web == SEWER


def test_things_of_the_same_name_are_told_apart_in_a_workbook():
    web = Web(interests=(Interest("k1", "Groen"), Interest("k2", "Groen")))
    book = openpyxl.load_workbook(io.BytesIO(written("workbook", web)))
    assert [cell.value for cell in book["Factors"]["A"]] == ["Label", "Groen", "Groen (2)"]


def test_kumu_and_prsm_find_the_fields_they_know():
    kumu, prsm = json.loads(written("kumu")), json.loads(written("prsm"))
    assert {"id", "label", "type", "tags"} <= kumu["elements"][0].keys()
    assert {"from", "to", "direction", "type"} <= kumu["connections"][0].keys()
    assert {"id", "label", "grp", "x", "y"} <= prsm["nodes"][0].keys()
    assert {"id", "from", "to"} <= prsm["edges"][0].keys()
    assert prsm["mapTitle"] == SEWER.title


# -- card and schema ------------------------------------------------------------------------------------------------


def card_in(name, content):
    """The data card of a file, as whoever opens it finds it."""
    match name:
        case "workbook":
            rows = openpyxl.load_workbook(io.BytesIO(content))["About"].iter_rows(min_row=2, values_only=True)
            return dict(rows)
        case "ods":
            rows = FORMATS["ods"].book(content).sheets["About"].rows[1:]
            return {row[0]: row[1] for row in rows if len(row) == 2}
        case "csv":
            return json.loads(zipfile.ZipFile(io.BytesIO(content)).read("datapackage.json"))["card"]
        case "table":
            about = content.decode().splitlines()[1].rpartition('"what')[2].rstrip('"')
            return dict(part.split(": ", 1) for part in about.split("; "))
        case "graphml":
            graph = networkx.read_graphml(io.BytesIO(content)).graph
            return {key.removeprefix("card."): value for key, value in graph.items()}
        case "node_link":
            return json.loads(content)["graph"]["card"]
        case "kumu" | "prsm":
            return json.loads(content)["belangenweb"]["card"]
    return json.loads(content)["card"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_carries_its_card(name):
    card = card_in(name, written(name))
    assert card["made_at"] == "2026-03-04T19:30:00+00:00"
    assert card["licence"] == "CC-BY-4.0"
    assert card["conventions"] == "as designed"
    assert card["made_with"].startswith(f"Belangenweb {coprod_core.__version__}, ")
    assert (ROOT / card["schema"]).exists()


def test_the_page_on_formats_speaks_of_every_format_and_every_note():
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert [name for name, each in FORMATS.items() if f"`{name}`" not in page or each.suffix not in page] == []


def test_a_file_that_describes_its_tables_describes_every_column():
    package = zipfile.ZipFile(io.BytesIO(written("csv")))
    described = json.loads(package.read("datapackage.json"))
    for resource in described["resources"]:
        heading = package.read(resource["path"]).decode().splitlines()[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == heading


@pytest.mark.parametrize("name", ["web", "meeting"])
def test_our_own_files_with_a_card_pass_their_schema(name):
    shipped = json.loads((Path(coprod_core.__file__).parent / "files" / f"{name}_file.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(shipped).validate(json.loads(written(name)))


def test_the_schema_of_the_meeting_file_that_ships_is_made_from_the_acts():
    shipped = Path(coprod_core.__file__).with_name("files").joinpath("meeting_file.schema.json").read_text("utf-8")
    assert json.loads(shipped) == meeting_schema.schema()
    jsonschema.Draft202012Validator.check_schema(meeting_schema.schema())


@examples(40)
@given(st.lists(commands, max_size=3))
def test_every_act_we_write_passes_the_schema(acts):
    file = json.loads(write_meeting(Entry(CARD.at, act) for act in acts or ()))
    if acts:
        jsonschema.Draft202012Validator(meeting_schema.schema()).validate(file)


@pytest.mark.parametrize("card", [3, [], {"made_at": 3}])
def test_a_card_that_is_no_texts_by_name_is_refused(card):
    file = {**json.loads(web_file.write(Web())), "card": card}
    with pytest.raises(web_file.WebFileError) as refused:
        web_file.read(json.dumps(file))
    assert refused.value.faults[0].place.startswith("card")


# -- what is told ---------------------------------------------------------------------------------------------------


def test_all_that_a_format_cannot_hold_has_words():
    assert {code for each in FORMATS.values() for code in each.cannot_hold} == set(CANNOT_HOLD)


def test_every_note_that_can_be_made_has_a_line_on_the_command_line():
    assert set(LINES) == {*get_args(NoteCode)}  # mypy sees to it that no other code is made


def test_every_note_that_has_words_is_made_somewhere():
    sources = [path for path in (ROOT / "coprod_core" / "exchange").glob("*.py") if path.name != "note_text.py"]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    assert [code for code in LINES if text.count(f'"{code}"') < 2] == []


def test_text_that_a_spreadsheet_would_work_out_is_text_in_a_workbook():
    web = Web(title="=1+1", interests=(Interest("k", "=HYPERLINK(1)", notes="@SUM(A1)"), Interest("l", "-2+3")))
    content = written("workbook", web)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {
        "s",
        "inlineStr",
        "n",
        "b",
    }
    sheets = [part for part in zipfile.ZipFile(io.BytesIO(content)).namelist() if "worksheets" in part]
    assert all(b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read(sheet) for sheet in sheets)
    assert FORMATS["workbook"].read(content).web == web


SIGNS = ["=1+1", "+1", "-1", "@A", "\tx", "\rx", "'=1", "''=1", "＝1", "x"]


@pytest.mark.parametrize("text", SIGNS)
@pytest.mark.parametrize("name", ["csv", "table"])
def test_text_that_a_spreadsheet_would_work_out_is_harmless_in_csv(name, text):
    web = Web(
        actors=(Actor("a", "A", "citizens"),),
        interests=(Interest("k", "K"),),
        stakes=(Stake("a", "k", 0.4, notes=text),),
        options=(Option("o", f"{text}o", notes=text),),
    )
    content = written(name, web)
    table = zipfile.ZipFile(io.BytesIO(content)).read("stakes.csv") if name == "csv" else content
    assert not table.decode().splitlines()[1].split("estimate,")[1].lstrip('"').startswith(tuple("=+-@\t\r＝"))
    assert FORMATS[name].read(content).web.stakes[0].notes == text
