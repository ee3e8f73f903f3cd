"""The web file: what is written is read back, and what it may hold is said by a schema anyone can use."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

import coprod_core
from coprod_core import web_file
from coprod_core.errors import CoprodError
from coprod_core.model import Actor, Case, Interest, Stake, Web
from coprod_core.web_file import VERSION, WebFileError, read, write
from coprod_core.web_schema import schema
from tests.core.acts import full_webs
from tests.core.webs import webs

SMALLEST = '{"format": "coprod-web", "version": 3}'
CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.json"))
CHECK = jsonschema.Draft202012Validator(schema())


@given(full_webs())
def test_a_web_that_is_written_is_read_back_the_same(web):
    assert read(write(web)) == web
    assert read(write(web).encode()) == web


@given(full_webs())
def test_the_same_web_is_always_the_same_text(web):
    assert write(read(write(web))) == write(web)


@given(webs())
def test_a_file_begins_with_what_it_is_and_keeps_the_order_of_the_format(web):
    assert list(json.loads(write(web))) == [
        "format", "version", "title", "language", "notes", "filled_in_by", "missing_plan", "case", "actors",
        "interests", "stakes", "unknown", "relations", "options", "rules", "population", "process",
        "conventions", "conditions",
    ]  # fmt: skip


def test_a_file_is_text_people_can_read():
    text = write(Web(title="Één kade", actors=(Actor("a", "Ü", "citizens", people=60),)))
    assert text.startswith('{\n  "format": "coprod-web",\n  "version": 3,\n  "title": "Één kade",\n')
    assert '"people": 60,' in text
    assert text.endswith("\n}\n")


def test_the_smallest_file_is_an_empty_web():
    assert read(SMALLEST) == Web()


def test_what_is_left_out_takes_the_defaults_of_the_format():
    body = {
        "actors": [{"id": "a", "name": "A", "sphere": "citizens"}],
        "interests": [{"id": "k", "name": "K"}],
        "stakes": [{"actor": "a", "interest": "k", "weight": 1}],
        "case": {"questions": ["Why?"]},
    }
    assert read(json.dumps({**json.loads(SMALLEST), **body})) == Web(
        actors=(Actor("a", "A", "citizens"),),
        interests=(Interest("k", "K"),),
        stakes=(Stake("a", "k", 1),),
        case=Case(questions=("Why?",)),
    )


def test_a_byte_order_mark_is_passed_over():
    assert read(b"\xef\xbb\xbf" + SMALLEST.encode()) == read("\ufeff" + SMALLEST) == Web()


def test_a_version_written_as_a_decimal_is_the_same_number():
    assert read('{"format": "coprod-web", "version": 3.0}') == Web()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_every_case_is_a_sound_web_file_by_the_schema_too(path):
    assert read(write(read(path.read_bytes()))) == read(path.read_bytes())
    CHECK.validate(json.loads(path.read_text("utf-8")))


# -- versions -------------------------------------------------------------------------------------------------------


def test_there_is_an_upgrade_from_every_version_before_ours():
    assert set(web_file.UPGRADES) == set(range(1, VERSION))


def test_an_older_file_is_upgraded_step_by_step(monkeypatch):
    renamed = {1: lambda body: {"heading": body["name"]}, 2: lambda body: {"title": body["heading"]}}
    monkeypatch.setattr(web_file, "VERSION", 3)
    monkeypatch.setattr(web_file, "UPGRADES", renamed)
    assert read('{"format": "coprod-web", "version": 1, "name": "Kade"}').title == "Kade"
    assert read('{"format": "coprod-web", "version": 3, "title": "Kade"}').title == "Kade"


def test_a_file_of_a_newer_version_is_refused_for_that_reason_alone():
    with pytest.raises(WebFileError) as refused:
        read('{"format": "coprod-web", "version": 4, "something": "new"}')
    assert [(f.place, f.code, f.params) for f in refused.value.faults] == [
        ("version", "newer_version", {"value": 4, "version": 3})
    ]


# -- the schema -----------------------------------------------------------------------------------------------------


def test_the_schema_that_ships_is_made_from_the_model():
    shipped = Path(coprod_core.__file__).with_name("web_file.schema.json").read_text("utf-8")
    assert json.loads(shipped) == schema()


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


@given(full_webs())
def test_every_file_we_write_passes_the_schema(web):
    CHECK.validate(json.loads(write(web)))


@given(webs())
def test_what_the_schema_passes_is_refused_only_for_references_and_doubles(web):
    """The schema sees fields, not how the parts fit: those faults are the only ones it may leave to `read`."""
    data = json.loads(write(web))
    for stake in data["stakes"]:
        stake["interest"] = "nowhere"
    CHECK.validate(data)
    if data["stakes"]:
        with pytest.raises(CoprodError) as refused:
            read(json.dumps(data))
        assert {fault.code for fault in refused.value.faults} <= {"not_an_interest", "duplicate_stake"}
