"""The meeting file: a whole log goes in and comes out the same, and nothing else than a sound log comes out."""

import copy
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import AddActor, OpenWeb, RemoveActor, Seat, Together
from coprod_core.acts.history import Bookmark, Redo, RemoveBookmark, Undo, replay
from coprod_core.files import web_file
from coprod_core.files.json_file import FileError
from coprod_core.files.meeting_file import MOST_DEEP, VERSION, Entry, holds_meeting, read, write
from coprod_core.web.model import Actor, Web
from tests.core.test_damaged_files import BEYOND_THE_SCHEMA, WRONG
from tests.core.test_history import meetings
from tests.examples import examples

BEGUN = datetime(2026, 3, 4, 19, 30, tzinfo=UTC)
WEB = Web(title="Kade", actors=(Actor("a1", "De straat", "citizens", people=60),))
ACTS = (
    OpenWeb(WEB),
    Seat("a1", 3),
    Undo(),
    Bookmark(2, "voordat de huurders spraken"),
    Redo(),
    Together((AddActor(Actor("a2", "Huurders", "citizens")), RemoveActor("a1"))),
    RemoveBookmark(2),
)
moments = st.datetimes(datetime(1971, 1, 1), datetime(2999, 1, 1), timezones=st.timezones())


def entries(acts=ACTS):
    return tuple(Entry(BEGUN + timedelta(seconds=n), act) for n, act in enumerate(acts))


def data(acts=ACTS):
    return json.loads(write(entries(acts)))


def refused(source):
    """The faults a file is refused for; any other exception fails the test."""
    with pytest.raises(FileError) as error:
        read(source if isinstance(source, (str, bytes)) else json.dumps(source))
    return [(fault.place, fault.code) for fault in error.value.faults]


# -- a sound log ----------------------------------------------------------------------------------------------------


@given(meetings(), st.data())
def test_a_log_that_is_written_is_read_back_the_same(meeting, drawn):
    acts, trail = meeting
    log = tuple(Entry(drawn.draw(moments).astimezone(UTC), act) for act in acts)
    held = read(write(log))
    assert held.entries == log
    assert held.history.web == trail[-1].web
    assert (held.history.can_undo, held.history.can_redo) == (trail[-1].can_undo, trail[-1].can_redo)
    assert write(held.entries) == write(log)


def test_bookmarks_are_read_back_with_the_rest():
    assert read(write(entries())).entries == entries()
    assert read(write(entries(ACTS[:4]))).history.bookmarks == {2: "voordat de huurders spraken"}


def test_a_file_says_what_it_is_and_holds_an_entry_a_line():
    text = write(entries())
    assert json.loads(text)["format"] == "coprod-meeting"
    assert len(text.splitlines()) == len(ACTS) + 2
    assert holds_meeting(text.encode())


def test_a_web_file_and_a_broken_file_hold_no_meeting():
    assert not holds_meeting(web_file.write(WEB))
    assert not holds_meeting("{")
    assert refused(web_file.write(WEB)) == [("format", "wrong_format")]


def test_times_from_elsewhere_are_kept_as_the_same_moment():
    file = data()
    file["entries"][0]["at"] = "2026-03-04T20:30:00+01:00"
    assert read(json.dumps(file)).entries[0].at == BEGUN


# -- a log that cannot be ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "value", "fault"),
    [
        (("seq",), 7, ("entries[1].seq", "wrong_place_in_log")),
        (("seq",), 2.0, ("entries[1].seq", "wrong_place_in_log")),
        (("at",), "gisteren", ("entries[1].at", "not_a_time")),
        (("at",), "2026-03-04T20:30:00", ("entries[1].at", "not_a_time")),
        (("at",), "9999-12-31T23:59:59-14:00", ("entries[1].at", "not_a_time")),
        (("at",), None, ("entries[1].at", "not_a_time")),
        (("client",), "tab", ("entries[1].client", "unknown_key")),
        (("act",), {"act": "dance"}, ("entries[1].act", "unknown_act")),
        (("act",), "undo", ("entries[1].act", "unknown_act")),
        (("act",), {"act": "undo"}, ("entries[1].act", "nothing_to_undo")),
        (("act",), {"act": "redo"}, ("entries[1].act", "nothing_to_redo")),
        (("act", "seats"), -1, ("entries[1].act.seats", "too_low")),
        (("act", "actor"), "a9", ("entries[1].act", "gone")),
        (("act", "more"), 1, ("entries[1].act", "act_with_other_fields")),
        (("act",), {"act": "bookmark", "seq": 2, "text": "x"}, ("entries[1].act", "no_such_moment")),
        (("act",), {"act": "bookmark", "seq": True, "text": "x"}, ("entries[1].act", "no_such_moment")),
        (("act",), {"act": "bookmark", "seq": 1, "text": " "}, ("entries[1].act.text", "blank")),
        (("act",), {"act": "remove_bookmark", "seq": 1}, ("entries[1].act", "no_such_bookmark")),
    ],
)
def test_a_fault_is_told_with_its_place(at, value, fault):
    file = data(ACTS[:2])
    inside = file["entries"][1]
    for key in at[:-1]:
        inside = inside[key]
    inside[at[-1]] = value
    assert refused(file) == [fault]


def test_a_fault_in_the_opening_web_says_where_in_that_web():
    file = data()
    file["entries"][0]["act"]["web"]["actors"][0]["people"] = -5
    assert refused(file) == [("entries[0].act.web.actors[0].people", "must_be_above")]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ([], ("entries", "log_without_opening")),
        ({}, ("entries", "not_a_list")),
        ([3], ("entries[0]", "not_an_object")),
    ],
)
def test_without_a_log_there_is_no_meeting(value, fault):
    assert refused({"format": "coprod-meeting", "version": 1, "entries": value}) == [fault]


def test_a_log_opens_with_a_web():
    file = data()
    file["entries"] = [{**file["entries"][1], "seq": 1}]
    assert refused(file) == [("entries[0].act", "log_without_opening")]


def test_a_newer_version_and_unknown_parts_are_refused():
    assert refused({**data(), "version": VERSION + 1}) == [("version", "newer_version")]
    assert refused({**data(), "extra": 1}) == [("extra", "unknown_key")]
    assert refused({"format": "coprod-meeting", "version": 1}) == [("entries", "missing")]


def test_too_many_entries_are_refused_before_any_is_read(monkeypatch):
    monkeypatch.setattr("coprod_core.files.meeting_file.MOST_ENTRIES", len(ACTS) - 1)
    assert refused(data()) == [("entries", "too_many")]


def test_acts_inside_acts_without_end_are_refused():
    act = {"act": "undo"}
    for _ in range(MOST_DEEP):
        act = {"act": "together", "commands": [act]}
    file = data()
    file["entries"][1]["act"] = act
    assert refused(file) == [("", "nested_too_deep")]


# -- damage ---------------------------------------------------------------------------------------------------------

TEXT = write(entries())


def sound_or_refused(source):
    """A damaged file is refused, or it is a sound file of another meeting; any other exception fails the test."""
    try:
        held = read(source)
    except FileError:
        return
    assert replay(entry.act for entry in held.entries).web == held.history.web
    assert read(write(held.entries)).entries == held.entries


def places(value, at=()):
    if at:
        yield at
    for key, inside in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from places(inside, (*at, key))


PLACES = list(places(data()))


@examples(300)
@given(st.sampled_from(PLACES), st.sampled_from([*WRONG, *BEYOND_THE_SCHEMA]), st.booleans())
def test_any_value_anywhere_is_refused_or_sound(at, value, gone):
    file = copy.deepcopy(json.loads(TEXT))
    inside = file
    for key in at[:-1]:
        inside = inside[key]
    if gone:
        del inside[at[-1]]
    else:
        inside[at[-1]] = value
    sound_or_refused(json.dumps(file))


@examples(300)
@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.binary(max_size=8))
def test_any_damaged_stretch_is_refused_or_sound(start, length, put):
    source = TEXT.encode()
    sound_or_refused(source[:start] + put + source[start + length :])


@examples(100)
@given(st.permutations(range(len(ACTS))), st.integers(1, len(ACTS)))
def test_acts_in_any_order_are_refused_or_sound(order, length):
    sound_or_refused(write(entries([ACTS[n] for n in order[:length]])))
