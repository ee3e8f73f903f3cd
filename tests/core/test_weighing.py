"""The weighing record: kept in the log with the web it was about, put in other words, looked at again, withdrawn."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import AddActor, OpenWeb, Seat
from coprod_core.acts.history import Redo, Undo, after, opened, replay
from coprod_core.acts.weighing import (
    MOST_WAYS,
    MOST_WEIGHINGS,
    Dilemma,
    Finding,
    LookAgain,
    LookedAgain,
    RecordWeighing,
    ReviseWeighing,
    WayOut,
    Weighing,
    WithdrawWeighing,
    deviates,
)
from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.comparing.webs import differences
from coprod_core.files.json_file import FileError
from coprod_core.files.log_format import UnreadableAct, act_from_data, act_to_data
from coprod_core.files.meeting_file import Entry, read, write
from coprod_core.files.meeting_schema import schema
from coprod_core.web.model import Actor, Web
from tests.core.acts import names, texts
from tests.core.test_history import meetings

SCHEMA = schema()
WEB = Web(actors=(Actor("street", "De straat", "citizens", people=60),))
CHOICE = Weighing(
    Dilemma.RULES,
    "afwijken",
    why="De kelder staat nu onder water.",
    by="wijkteam en bewonersgroep",
    again="2026-09-01",
    rule="level",
    ways=(WayOut("volgen", "droge kelders", "follow"), WayOut("afwijken", "de fundering", "deviate")),
)
weighings = st.builds(
    Weighing,
    st.sampled_from(Dilemma),
    names(),
    texts,
    texts,
    texts,
    st.sampled_from(["", "2026-09-01"]),
    st.just(""),
    st.lists(st.builds(WayOut, names(), texts), max_size=3).map(tuple),
)
at_any_place = st.integers(1, 12)
acts_on_weighings = st.one_of(
    st.builds(RecordWeighing, weighings),
    st.builds(ReviseWeighing, at_any_place, weighings),
    st.builds(LookAgain, at_any_place, st.builds(LookedAgain, st.sampled_from(Finding), texts, texts)),
    st.builds(WithdrawWeighing, at_any_place),
)


@given(meetings(most=4), st.data())
def test_weighings_between_the_acts_change_no_web_and_stand_in_nobodys_way(meeting, drawn):
    acts, trail = meeting
    history = opened(acts[0].web)
    for act, without in zip([None, *acts[1:]], trail, strict=True):
        history = history if act is None else after(history, act)
        for one in drawn.draw(st.lists(acts_on_weighings, max_size=2)):
            try:
                history = after(history, one)
            except CannotApply:
                continue
        assert history.web == without.web
        assert (history.last, history.can_undo, history.can_redo) == (without.last, without.can_undo, without.can_redo)


@given(acts_on_weighings)
def test_an_act_on_weighings_comes_back_from_the_log_as_it_was(act):
    assert act_from_data(act_to_data(act)) == act


def test_a_weighing_keeps_the_web_it_was_about_through_all_that_follows():
    history = after(after(opened(WEB), RecordWeighing(CHOICE)), Seat("street", 6))
    history = after(history, ReviseWeighing(2, replace(CHOICE, why="anders gezegd")))
    recorded = history.weighings[2]
    assert recorded.weighing.why == "anders gezegd"
    assert recorded.web == WEB
    assert [found.code for found in differences(recorded.web, history.web)] == ["seated"]


def test_a_weighing_survives_undo_and_redo_around_it():
    acts = [OpenWeb(WEB), Seat("street", 6), RecordWeighing(CHOICE), Undo(), Redo(), Undo()]
    history = replay(acts)
    assert history.weighings[3].weighing == CHOICE
    assert history.weighings[3].web.actor_by_id["street"].seats == 6
    assert history.web == WEB


def test_looking_again_is_kept_each_time_with_the_day_agreed_last():
    history = after(opened(WEB), RecordWeighing(CHOICE))
    assert history.weighings[2].again == "2026-09-01"
    history = after(history, LookAgain(2, LookedAgain(Finding.STANDS, again="2027-03-01")))
    history = after(history, LookAgain(2, LookedAgain(Finding.CHANGES, "Er kwam een nieuw plan.")))
    assert [(seq, looked.finding) for seq, looked in history.weighings[2].looked_again] == [
        (3, Finding.STANDS),
        (4, Finding.CHANGES),
    ]
    assert history.weighings[2].again == ""


def test_a_withdrawn_weighing_is_off_the_record_and_cannot_be_touched_any_more():
    history = after(after(opened(WEB), RecordWeighing(CHOICE)), WithdrawWeighing(2))
    assert dict(history.weighings) == {}
    for act in (ReviseWeighing(2, CHOICE), LookAgain(2, LookedAgain(Finding.STANDS)), WithdrawWeighing(2)):
        with pytest.raises(CannotApply) as error:
            after(history, act)
        assert error.value.code == "no_such_weighing"


def test_only_following_a_rule_is_not_deviating_from_it():
    assert deviates(Dilemma.RULES, CHOICE.chosen, CHOICE.ways)
    assert deviates(Dilemma.RULES, "half afwijken", CHOICE.ways)
    assert not deviates(Dilemma.RULES, "volgen", CHOICE.ways)
    assert not deviates(Dilemma.ROLE, CHOICE.chosen, CHOICE.ways)


@pytest.mark.parametrize(
    "wrong",
    [
        {"dilemma": "fourth"},
        {"chosen": "  "},
        {"chosen": None},
        {"why": 3},
        {"again": "1 september"},
        {"again": "20260901"},
        {"again": "2026-02-30"},
        {"again": None},
        {"ways": (WayOut("weg"),) * (MOST_WAYS + 1)},
    ],
)
def test_a_weighing_holds_only_what_can_be_accounted_for(wrong):
    with pytest.raises(InvalidValue):
        replace(CHOICE, **wrong)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["weighing"].pop("ways"),
        lambda data: data["weighing"].pop("chosen"),
        lambda data: data["weighing"].update(ways=3),
        lambda data: data["weighing"].update(ways=[{"name": ""}]),
        lambda data: data["weighing"].update(more=1),
        lambda data: data.update(weighing="x"),
        lambda data: data.update(weighing_at=1),
    ],
)
def test_a_damaged_weighing_in_a_log_is_refused(change):
    data = act_to_data(RecordWeighing(CHOICE))
    change(data)
    with pytest.raises((UnreadableAct, InvalidValue)):
        act_from_data(data)


def test_a_meeting_file_holds_weighings_and_says_where_one_does_not_fit():
    def file(*acts):
        return write([Entry(datetime(2026, 3, 4, tzinfo=UTC), act) for act in (OpenWeb(WEB), *acts)])

    again = LookAgain(2, LookedAgain(Finding.STANDS, "Dit klopt nog.", "wijkteam"))
    assert read(file(RecordWeighing(CHOICE), again)).history.weighings[2].looked_again == ((3, again.looked),)
    with pytest.raises(FileError) as error:
        read(file(AddActor(Actor("b", "B", "citizens")), WithdrawWeighing(2)))
    assert [(fault.place, fault.code) for fault in error.value.faults] == [("entries[2].act", "no_such_weighing")]


def test_a_meeting_has_room_for_so_many_weighings():
    history = opened(WEB)
    for _ in range(MOST_WEIGHINGS):
        history = after(history, RecordWeighing(CHOICE))
    with pytest.raises(CannotApply) as error:
        after(history, RecordWeighing(CHOICE))
    assert error.value.code == "too_many"


@pytest.mark.slow
@given(acts_on_weighings)
def test_an_act_on_weighings_passes_the_schema_of_the_meeting_file(act):
    file = json.loads(write([Entry(datetime(2026, 3, 4, tzinfo=UTC), each) for each in (OpenWeb(WEB), act)]))
    jsonschema.Draft202012Validator(SCHEMA).validate(file)
