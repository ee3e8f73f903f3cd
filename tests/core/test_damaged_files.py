"""Whatever is wrong with a file, the answer is a `WebFileError` that names the place, and never anything else."""

import copy
import functools
import json
import operator
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.checked.errors import ENOUGH
from coprod_core.files import json_file
from coprod_core.files.fault_text import line
from coprod_core.files.web_file import MOST_FAULTS, UPGRADES, VERSION, WebFileError, read
from coprod_core.files.web_schema import schema

SOUND = {
    "format": "coprod-web", "version": 7, "card": {"what": "A street"}, "title": "Kade", "language": "nl",
    "notes": "", "filled_in_by": "",
    "missing_plan": "", "phase": "",
    "case": {"story": "", "dilemma": "", "questions": ["Waarom?"], "source": "", "notice": ["Wie ontbreekt?"],
             "minutes": 30},
    "actors": [
        {"id": "a1", "name": "A", "sphere": "citizens", "people": 60, "seats": 6, "influence": 1, "reach": 1,
         "effort": 0.1, "hit": None, "initiator": True, "invitation": "not_asked", "notes": "", "x": None, "y": None,
         "power": "little", "trust": "good", "network_role": None, "attitude": None, "ring_now": "know",
         "ring_theirs": None, "ring_ours": "think", "placed_by": "self"},
        {"id": "a2", "name": "B", "sphere": "professional"},
    ],
    "interests": [
        {"id": "k1", "name": "K", "spoken_by": "", "notes": "", "x": 1, "y": 2},
        {"id": "k2", "name": "L"},
    ],
    "stakes": [
        {"actor": "a1", "interest": "k1", "weight": 1, "position": 1, "provenance": "self", "table_weight": None,
         "table_position": None, "notes": ""},
        {"actor": "a2", "interest": "k2", "weight": 0.4},
    ],
    "unknown": [{"actor": "a1", "interest": "k2"}],
    "relations": [{"a": "k1", "b": "k2", "compatibility": -0.8, "notes": ""}],
    "options": [{"id": "o1", "name": "O", "feasibility": 0.9, "effects": {"k1": -0.8}, "barred": False,
                 "description": "", "costs": "", "proposed_by": "a1", "notes": ""}],
    "rules": [{"id": "r1", "name": "R", "force": 1, "discretion": 0.1, "protects": {"k1": 1}, "hinders": {"k2": 0.9},
               "notes": ""}],
    "population": [{"feature": "Leeftijd", "value": "65+", "count": 130, "table": None, "source": ""}],
    "process": {"initiative": 0.5, "delegated": 0.4, "steering": 0.3, "meddling": 0.3, "emphasis": 0.6,
                "agenda_capacity": 8, "worst_off_weight": 0.5, "emphasis_on": "", "own_reading": ""},
    "conventions": {"weight_notices": 0.1, "weight_plans": 0.4, "weight_home": 1, "force_habit": 0.2,
                    "force_council_rule": 0.6, "force_law": 1, "unheard_limit": 0.2, "alarm_hit": 0.9,
                    "alarm_share": 0.2, "wish_feasibility": 0.7, "ownership_facilitate": 0, "ownership_steer": 0.5,
                    "ownership_lead": 1, "ownership_politics_first": 1, "strengthening": 0.5, "spread_data": 200,
                    "spread_self": 60, "spread_estimate": 8, "spread_position": 0.15, "spread_people": 0.2,
                    "unsure_limit": 0.2, "hard_to_live_with": 0.6, "ambivalent_from": 0.15,
                    "can_live_with": 0.75, "mixed_limit": 0.2, "tell_from": 0.1, "tell_change": 0.3,
                    "ring_think": 0.5, "ring_work": 0.75, "ring_decide": 1},
    "conditions": {
        "frame": {"fixed": "", "negotiable": "", "budget": "", "decides": "", "answers_for": "", "residents_think": "",
                  "hear_back": "", "whose_table": ""},
        "expectations": [{"id": "x1", "who": "a1", "of_whom": "a2", "what": "W", "said": True, "met": "partly",
                          "notes": ""}],
        "shared_words": [{"id": "x1", "word": "W", "means": {"a1": "M"}, "agreed": ""}],
        "motivations": [{"actor": "a1", "society": True, "own": False, "hands_on": True, "learning": False,
                         "feedback": "much", "growth": "unknown", "notes": ""}],
        "needs": [{"actor": "a1", "information": "needed", "tasks": "arranged", "mentor": "not_needed",
                   "appreciation": "unknown", "notes": ""}],
        "engagement": [{"actor": "a1", "partner": "a2", "own": 0.9, "seen": None}],
        "workplaces": [{"actor": "a2", "burden": 0.4, "say": "no", "colleagues": "yes", "superiors": "unknown",
                        "notes": ""}],
        "appreciations": [{"id": "x1", "who": "a2", "of_whom": "a1", "what": "W"}],
        "continuity": {"withdraws": 0.2, "wants_too_much": None, "stops": 1, "one_person": 0, "notes": ""},
        "absences": [{"actor": "a1", "not_asked": True, "no_time": False, "feels_less_able": False, "other": ""}],
        "neighbourhoods": {"organised": "", "others": "", "difference": "", "answer": ""},
        "blocks": [{"subject": "trust", "talk": "talking", "notes": ""}],
        "rule_rooms": [{"rule": "r1", "protects": "", "hinders": "", "room": "", "try_out": ""}],
        "reflections": [{"id": "x1", "did": "", "saw": "", "next": "", "day": "2026-11-22", "prevailed": ""}],
    },
    "accounting": {
        "card": {"status": "draft", "version": "1", "author": "", "contact": "", "asked_of": "council", "asked": "",
                 "decided_by": "none", "decided": "", "decided_on": "2026-11-22", "promised_level": None,
                 "promised": "", "differed": "", "next_step": "", "next_day": "", "shown_on": "", "evaluation": "",
                 "evaluate_on": ""},
        "occasions": [{"id": "x1", "day": "2026-11-12", "form": "", "invited": "", "people": 34, "differed": ""}],
        "attempts": [{"id": "x1", "actor": "a1", "day": "", "how": "", "result": "comes", "said": ""}],
        "contributions": [{"id": "x1", "text": "T", "interest": "k1", "actor": "a1", "occasion": "x1",
                           "literal": False, "answer": "partly", "why": "", "by": "college", "day": ""}],
        "reactions": [{"id": "x1", "actor": "a2", "day": "", "said": "", "answer": ""}],
    },
    "dilemmas": [{"id": "d1", "question": "Q", "notes": "", "ways": [
        {"id": "w1", "text": "T", "loses": [{"actor": "a1", "what": "W"}]}, {"id": "w2", "text": "U"}]}],
}  # fmt: skip
CHECK = jsonschema.Draft202012Validator(schema())
BETWEEN_PARTS = {
    "not_an_actor", "not_an_interest", "duplicate_id", "duplicate_stake", "duplicate_unknown", "duplicate_relation",
    "duplicate_headcount", "relation_to_itself", "not_rising", "not_above_hard", "falling",
    "noted_of_few", "loss_without_words",
    "not_a_rule", "not_a_plan", "not_an_occasion", "duplicate_entry", "engaged_with_itself",
}  # fmt: skip
WRONG = [None, True, "", "x", "k|1", 0, -1, 7, -2e9, 10**30, [], [[]], ["x", 3], {}, {"x": {}}, "y" * 30_000, "a\x00"]
BEYOND_THE_SCHEMA = [float("nan"), float("inf"), -float("inf"), 10**500, "\ud800"]


def faults_of(source):
    """The faults a file is refused for, none when it is a web; any other exception fails the test."""
    try:
        read(source)
    except WebFileError as error:
        return error.faults
    return ()


def refused(source):
    faults = faults_of(source)
    assert faults
    return faults


def places(data, at=()):
    """Every place in a file, as keys and positions from the top down."""
    if at:
        yield at
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from places(value, (*at, key))


def held(at):
    """What the sound file holds at a place."""
    return functools.reduce(operator.getitem, at, SOUND)


def named(at):
    return re.sub(r"^\.", "", "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in at))


def damaged(at, damage):
    """The sound file with one place changed: `damage` gets what holds the place, and its key there."""
    data = copy.deepcopy(SOUND)
    damage(functools.reduce(operator.getitem, at[:-1], data), at[-1])
    return data


def replaced(at, value):
    return damaged(at, lambda holder, key: holder.__setitem__(key, value))


PLACES = list(places(SOUND))
ids = named


def test_the_file_that_is_damaged_here_is_sound_and_holds_every_field_there_is():
    read(json.dumps(SOUND))
    CHECK.validate(SOUND)
    defs = schema()["$defs"]
    assert set(schema()["properties"]) == set(SOUND)
    for name, part in SOUND.items():
        if isinstance(part, list):
            kind = schema()["properties"][name]["items"]["$ref"].rpartition("/")[2]
            assert set(defs[kind]["properties"]) == set(part[0])
    assert set(defs["Case"]["properties"]) == set(SOUND["case"])
    assert set(defs["Process"]["properties"]) == set(SOUND["process"])
    assert set(defs["Conventions"]["properties"]) == set(SOUND["conventions"])
    parts = defs["Conditions"]["properties"]
    assert set(parts) == set(SOUND["conditions"])
    for name, part in SOUND["conditions"].items():
        kind, held = (parts[name], part) if isinstance(part, dict) else (parts[name]["items"], part[0])
        assert set(defs[kind["$ref"].rpartition("/")[2]]["properties"]) == set(held)


def part_of(data, at):
    """What the schema needs to see of a file that differs at one place: it says nothing of one part by another."""
    return {key: data[key] for key in ("format", "version", at[0])}


def as_ours(data):
    """The schema is that of our version; a file of an older one may say so."""
    version = data.get("version")
    return data | {"version": VERSION} if type(version) is int and version in UPGRADES else data


@pytest.mark.parametrize("at", PLACES, ids=ids)
def test_a_wrong_value_is_refused_at_its_place_exactly_when_the_schema_or_a_reference_says_so(at):
    for value in WRONG:
        data = replaced(at, value)
        faults = faults_of(json.dumps(data))
        if CHECK.is_valid(as_ours(part_of(data, at))):
            assert {fault.code for fault in faults} <= BETWEEN_PARTS
        else:
            assert any(fault.place.startswith(named(at)) for fault in faults)


@pytest.mark.parametrize("at", PLACES, ids=ids)
def test_numbers_and_characters_that_no_json_should_hold_are_refused_at_their_place(at):
    for value in BEYOND_THE_SCHEMA:
        faults = refused(json.dumps(replaced(at, value)))
        assert all(fault.place.startswith(named(at)) for fault in faults)


MAPS = ("effects", "protects", "hinders", "means", "card")
OBJECTS = [at for at in PLACES if isinstance(held(at), dict) and at[-1] not in MAPS]


@pytest.mark.parametrize("at", OBJECTS, ids=ids)
def test_a_key_that_is_not_known_is_refused_by_name(at):
    faults = refused(json.dumps(damaged(at, lambda holder, key: holder[key].update(sise=1))))
    assert [(f.place, f.code) for f in faults] == [(f"{named(at)}.sise", "unknown_key")]


NEEDED = {
    "format", "version", "id", "name", "sphere", "actor", "interest", "weight", "a", "b", "feature", "value", "count"
}  # fmt: skip
NEEDED |= {"who", "of_whom", "what", "word", "partner", "subject", "rule"}
NEEDED_FOR_A_DILEMMA = {"id", "question", "ways", "text"}
NEEDED_TO_ACCOUNT = {"id", "text"}


def is_required(at):
    if at[0] == "accounting":  # a party, an interest or an occasion may be left open there, but for an attempt's party
        return at[-1] in NEEDED_TO_ACCOUNT or at[1:2] + at[-1:] == ("attempts", "actor")
    if at[0] == "dilemmas":  # a loss says who or what; either may be left out
        return at[-1] in NEEDED_FOR_A_DILEMMA
    return at[-1] in NEEDED and at[0] != "card"


REQUIRED = [at for at in PLACES if is_required(at)]


@pytest.mark.parametrize("at", REQUIRED, ids=ids)
def test_what_is_required_and_left_out_is_missed_by_name(at):
    data = damaged(at, lambda holder, key: holder.__delitem__(key))
    assert not CHECK.is_valid(data)
    assert (named(at), "missing") in [(f.place, f.code) for f in refused(json.dumps(data))]


KEYS = [at for at in PLACES if isinstance(at[-1], str)]
LEFT_OUT = [at for at in KEYS if at not in REQUIRED]


@pytest.mark.parametrize("at", LEFT_OUT, ids=ids)
def test_all_the_rest_may_be_left_out_as_far_as_nothing_refers_to_it(at):
    data = damaged(at, lambda holder, key: holder.__delitem__(key))
    CHECK.validate(data)
    if at in (("actors",), ("interests",), ("rules",), ("accounting", "occasions")):
        assert {fault.code for fault in refused(json.dumps(data))} <= BETWEEN_PARTS
    else:
        read(json.dumps(data))


@pytest.mark.parametrize("at", KEYS, ids=ids)
def test_a_key_that_stands_twice_is_refused_wherever_it_stands(at):
    marked = json.dumps(damaged(at, lambda holder, key: holder.update(MARK=holder[key])))
    faults = refused(marked.replace('"MARK"', json.dumps(at[-1])))
    assert [(f.place, f.code) for f in faults] == [(named(at), "duplicate_key")]


# -- the file as a whole --------------------------------------------------------------------------------------------

HEAD = '{"format": "coprod-web", "version": 3'


@pytest.mark.parametrize(
    ("source", "place", "code"),
    [
        (b"", "", "not_json"),
        ("", "", "not_json"),
        (" \n\t", "", "not_json"),
        (b"\xff\xfe{\x00}\x00", "", "not_utf8"),
        (b'{"format": "coprod-web\xe9"}', "", "not_utf8"),
        (b"PK\x03\x04\x14\x00", "", "not_json"),
        (b"\x89PNG\r\n\x1a\n", "", "not_utf8"),
        ("actor;people\nA;60", "", "not_json"),
        ("<html></html>", "", "not_json"),
        (HEAD, "", "not_json"),
        (HEAD + "} more", "", "not_json"),
        (HEAD + ",}", "", "not_json"),
        (HEAD + "}}", "", "not_json"),
        (HEAD + ', "title": \'x\'}', "", "not_json"),
        (HEAD + ', "title": "a\nb"}', "", "not_json"),
        (HEAD + ', "title": "\\x"}', "", "not_json"),
        ("\ufeff\ufeff" + HEAD + "}", "", "not_json"),
        ("null", "", "not_an_object"),
        ("3", "", "not_an_object"),
        ("NaN", "", "not_an_object"),
        ('"coprod-web"', "", "not_an_object"),
        ("[" + HEAD + "}]", "", "not_an_object"),
        ("{}", "format", "missing"),
        ('{"format": "coprod-web"}', "version", "missing"),
        ('{"version": 1}', "format", "missing"),
        ('{"format": "coprod-readings", "version": 1}', "format", "wrong_format"),
        ('{"format": null, "version": 1}', "format", "wrong_format"),
        ('{"format": ["coprod-web"], "version": 1}', "format", "wrong_format"),
        ('{"format": "coprod-web", "version": 8}', "version", "newer_version"),
        ('{"format": "coprod-web", "version": ' + "9" * 300 + "}", "version", "newer_version"),
        ('{"format": "coprod-web", "version": ' + "9" * 9000 + "}", "version", "not_a_version"),
        *(
            (f'{{"format": "coprod-web", "version": {version}}}', "version", "not_a_version")
            for version in ("0", "-1", "1.5", "true", '"1"', "null", "[]", "NaN", "1e999", "-Infinity", "{}")
        ),
        (HEAD + ', "actors": ' + "[" * 100_000 + "}", "", "nested_too_deep"),
        (HEAD + ', "case": ' + '{"a":' * 100_000 + "}", "", "nested_too_deep"),
        (HEAD + ', "title": ' + "[" * 200 + "]" * 200 + "}", "title", "not_text"),
        (HEAD + ', "actors": ' + "[" * 200 + "]" * 200 + "}", "actors[0]", "not_an_object"),
        (HEAD + ', "actors": [' + "3," * 2000 + "3]}", "actors", "too_many"),
        (HEAD + ', "rules": [' + "{}," * 2000 + "{}]}", "rules", "too_many"),
        (HEAD + ', "stakes": [' + "0," * 500_000 + "0]}", "stakes", "too_many"),
        (HEAD + ', "case": {"questions": [' + '"",' * 50 + '""]}}', "case.questions", "too_many"),
        (HEAD + ', "process": {"agenda_capacity": ' + "9" * 5000 + "}}", "process.agenda_capacity", "not_finite"),
        (HEAD + ', "process": {"agenda_capacity": -' + "9" * 5000 + "}}", "process.agenda_capacity", "not_finite"),
        (HEAD + ', "process": {"agenda_capacity": 1e999}}', "process.agenda_capacity", "not_finite"),
        (HEAD + ', "process": {"agenda_capacity": 1e-999}}', "process.agenda_capacity", "must_be_above"),
        (HEAD + ', "\\ud800": 1}', "\\ud800", "unknown_key"),
        (HEAD + ', "' + "k" * 100_000 + '": 1}', "k" * 199 + "…", "unknown_key"),
        (HEAD + ', "": 1}', "", "unknown_key"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_web_says_what_it_is_instead(source, place, code):
    first = refused(source)[0]
    assert (first.place, first.code) == (place, code)
    assert line(first).isprintable()


def test_a_file_that_is_not_json_names_the_line_and_the_column():
    (fault,) = refused('{\n  "format": "coprod-web"\n  "version": 1\n}')
    assert (fault.params["line"], fault.params["column"]) == (3, 3)


def test_a_file_that_is_not_utf8_names_the_byte():
    (fault,) = refused(b'{"a": "\xe9"}')
    assert fault.params == {"byte": 7}


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(json_file, "LARGEST_FILE", len(HEAD) + 1)
    read(HEAD + "}")
    for source in (HEAD + "} ", (HEAD + "} ").encode(), "[" * 1000):
        assert [fault.code for fault in refused(source)] == ["file_too_large"]


def test_many_faults_are_told_up_to_a_readable_number_and_then_counted():
    strangers = [{"actor": f"a{n}", "interest": "k", "weight": 1} for n in range(MOST_FAULTS)]
    faults = refused(json.dumps({"format": "coprod-web", "version": 1, "stakes": strangers}))
    assert len(faults) == MOST_FAULTS + 1
    assert (faults[-1].code, faults[-1].params) == ("more_faults", {"count": MOST_FAULTS})


@pytest.mark.parametrize(
    "body",
    [
        {"stakes": [{}] * 100_000},
        {"stakes": [{"actor": "a", "interest": "k", "weight": 1}] * 50_000},
        {"actors": [{f"key{n}": n for n in range(50_000)}]},
        {f"key{n}": n for n in range(50_000)},
        {"options": [{"id": f"o{n}", "name": "O", "effects": dict.fromkeys("abcdefgh", 1)} for n in range(2000)]},
    ],
    ids=["empty stakes", "one stake many times", "one party of many keys", "many keys", "effects on nothing"],
)
def test_a_file_of_nothing_but_faults_is_not_read_to_its_end(body):
    faults = refused(json.dumps({"format": "coprod-web", "version": 1, **body}))
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1].params["count"] < 2 * ENOUGH + 10


def test_a_key_that_stands_many_times_is_told_once():
    (fault,) = refused(HEAD + ', "title": ""' * 50_000 + "}")
    assert (fault.place, fault.code) == ("title", "duplicate_key")


def test_keys_that_stand_twice_are_told_in_the_order_of_the_file():
    faults = refused(HEAD + ', "case": {"story": "", "story": ""}, "actors": [{"id": "a", "id": "b"}], "case": {}}')
    assert [fault.place for fault in faults] == ["case", "actors[0].id"]


# -- at random ------------------------------------------------------------------------------------------------------


def answered(source):
    """What is wrong with a file, in lines that can be shown; none when it is a web."""
    faults = faults_of(source)
    lines = [line(fault) for fault in faults]
    assert all(text.isprintable() and len(text) < 400 for text in lines)
    assert all(len(repr(fault).encode("utf-8")) < 2_000 for fault in faults)  # as all that a screen gets to show
    return lines


TEXT = json.dumps(SOUND).encode()
PIECES = st.sampled_from([b"", *(bytes([sign]) for sign in b'"{}[],:-\0\xff'), b"1e999", b"null", b"\\u0000"])


@given(st.integers(0, len(TEXT)), st.integers(0, 40), PIECES)
def test_a_file_with_a_piece_cut_out_or_put_in_is_read_or_refused(start, length, piece):
    answered(TEXT[:start] + piece + TEXT[start + length :])


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 7))
def test_a_file_with_one_flipped_bit_is_read_or_refused(at, bit):
    answered(TEXT[:at] + bytes([TEXT[at] ^ 1 << bit]) + TEXT[at + 1 :])


@given(st.integers(0, len(TEXT) - 1))
def test_a_file_that_was_cut_off_is_refused(length):
    assert answered(TEXT[:length])


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(source):
    assert answered(source)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(PLACES), ANYTHING, min_size=1, max_size=4))
def test_a_file_with_anything_anywhere_is_read_or_refused(changes):
    data = copy.deepcopy(SOUND)
    for at in sorted(changes, key=len, reverse=True):
        functools.reduce(operator.getitem, at[:-1], data)[at[-1]] = changes[at]
    answered(json.dumps(data))
