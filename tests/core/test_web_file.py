"""The web file: what is written is read back, and what it may hold is said by a schema anyone can use."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

import coprod_core
from coprod_core.checked.errors import CoprodError
from coprod_core.files import web_file
from coprod_core.files.web_file import VERSION, WebFileError, read, write
from coprod_core.files.web_schema import schema
from coprod_core.web.case import Case
from coprod_core.web.model import Actor, Interest, Option, Stake, Web
from tests.core.acts import full_webs
from tests.core.webs import webs

SMALLEST = '{"format": "coprod-web", "version": 4}'
CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.json"))
CHECK = jsonschema.Draft202012Validator(schema())


@pytest.mark.slow
@given(full_webs())
def test_a_web_that_is_written_passes_the_schema_and_is_read_back_the_same_to_the_letter(web):
    text = write(web)
    CHECK.validate(json.loads(text))
    assert read(text) == read(text.encode()) == web
    assert write(read(text)) == text


@given(webs())
def test_a_file_begins_with_what_it_is_and_keeps_the_order_of_the_format(web):
    assert list(json.loads(write(web))) == [
        "format", "version", "title", "language", "notes", "filled_in_by", "missing_plan", "phase", "case", "actors",
        "interests", "stakes", "unknown", "relations", "options", "rules", "population", "process",
        "conventions", "conditions", "accounting", "dilemmas",
    ]  # fmt: skip


def test_a_file_is_text_people_can_read():
    text = write(Web(title="Één kade", actors=(Actor("a", "Ü", "citizens", people=60),)))
    assert text.startswith('{\n  "format": "coprod-web",\n  "version": 7,\n  "title": "Één kade",\n')
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
    assert read('{"format": "coprod-web", "version": 4.0}') == Web()


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
        read('{"format": "coprod-web", "version": 8, "something": "new"}')
    assert [(f.place, f.code, f.params) for f in refused.value.faults] == [
        ("version", "newer_version", {"value": 8, "version": 7})
    ]


# -- the schema -----------------------------------------------------------------------------------------------------


def test_the_schema_that_ships_is_made_from_the_model():
    shipped = Path(coprod_core.__file__).with_name("files").joinpath("web_file.schema.json").read_text("utf-8")
    assert json.loads(shipped) == schema()


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.slow
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


# -- version 4 ------------------------------------------------------------------------------------------------------

SAMPLES = Path(__file__).parents[1] / "samples" / "versions"


def test_a_file_of_version_3_opens_as_before_and_what_nobody_wrote_down_stays_not_known():
    old = json.loads((SAMPLES / "web_3.json").read_text("utf-8"))
    found = read(json.dumps(old))
    assert [dict(plan.effects) for plan in found.options] == [plan["effects"] for plan in old["options"]]
    assert {interest.spoken_by for interest in found.interests} == {""}
    assert (found.process.emphasis_on, found.process.own_reading) == ("", "")
    agreed = found.conventions
    assert (agreed.hard_to_live_with, agreed.ambivalent_from) == (0.6, 0.15)
    assert (agreed.can_live_with, agreed.mixed_limit, agreed.tell_from) == (0.75, 0.2, 0.1)


def test_a_0_written_down_is_kept_and_is_not_an_effect_left_out():
    plan = Option("o1", "Plan", effects={"k1": 0})
    web = Web(interests=(Interest("k1", "One"), Interest("k2", "Two")), options=(plan,))
    assert dict(read(write(web)).options[0].effects) == {"k1": 0}


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("interests[0].spoken_by", {"interests": [{"id": "k1", "name": "One", "spoken_by": "A role"}]}),
        ("process.own_reading", {"process": {"own_reading": ""}}),
        ("process.emphasis_on", {"process": {"emphasis_on": ""}}),
        ("conventions.hard_to_live_with", {"conventions": {"hard_to_live_with": 0.5}}),
        ("conventions.can_live_with", {"conventions": {"can_live_with": 0.75}}),
    ],
)
def test_a_file_of_version_3_does_not_know_what_came_later(place, part):
    with pytest.raises(WebFileError) as refused:
        read(json.dumps({"format": "coprod-web", "version": 3, **part}))
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(place, "unknown_key")]


@pytest.mark.parametrize(("field", "code"), [("own_reading", "not_a_plan"), ("emphasis_on", "not_an_actor")])
def test_what_the_process_names_must_exist(field, code):
    with pytest.raises(WebFileError) as refused:
        read(json.dumps({"format": "coprod-web", "version": 4, "process": {field: "x9"}}))
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(f"process.{field}", code)]
