"""Undo, redo and replay: the log alone tells where a meeting stands."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import AddActor, ChangeMeeting, OpenWeb, RemoveActor, Seat
from coprod_core.acts.history import (
    MOST_BOOKMARKS,
    Bookmark,
    Redo,
    RemoveBookmark,
    Undo,
    after,
    opened,
    replay,
    seats_on_invitation,
)
from coprod_core.checked.errors import CannotApply, CoprodError, InvalidValue
from coprod_core.files.log_format import act_from_data, act_to_data
from coprod_core.web.model import Actor, Sphere, Web
from coprod_core.web.usual_seats import usual_seats
from tests.core.acts import commands
from tests.core.webs import webs
from tests.examples import examples


@st.composite
def meetings(draw, most=8):
    """A meeting step by step: its acts that were possible, and the web after each."""
    web = draw(webs(most_actors=2, most_interests=2, most_options=1))
    history = opened(web)
    acts, trail = [OpenWeb(web)], [history]
    for kind in draw(st.lists(st.sampled_from(["command", "command", "undo", "redo"]), max_size=most)):
        act = {"undo": Undo(), "redo": Redo()}.get(kind) or draw(commands)
        try:
            history = after(history, act)
        except CoprodError:
            continue
        acts.append(act)
        trail.append(history)
    return acts, trail


@given(meetings())
def test_replaying_the_log_gives_what_each_step_gave(meeting):
    acts, trail = meeting
    for length, stepwise in enumerate(trail, 1):
        replayed = replay(acts[:length])
        assert replayed.web == stepwise.web
        assert replayed.web_before == stepwise.web_before
        assert (replayed.can_undo, replayed.can_redo) == (stepwise.can_undo, stepwise.can_redo)


@given(meetings())
def test_the_log_as_text_tells_the_same_meeting(meeting):
    acts, trail = meeting
    log = [json.dumps(act_to_data(act), allow_nan=False) for act in acts]
    assert replay(act_from_data(json.loads(line)) for line in log).web == trail[-1].web


@given(meetings())
def test_undo_then_redo_gives_back_the_same_web(meeting):
    history = meeting[1][-1]
    if history.can_undo:
        undone = after(history, Undo())
        assert undone.web == history.now.before.web
        assert after(undone, Redo()).web == history.web


@given(meetings(), st.integers(1, 8))
def test_undoing_several_acts_and_redoing_them_gives_back_the_same_web(meeting, times):
    history = meeting[1][-1]
    back, steps = history, 0
    while back.can_undo and steps < times:
        back, steps = after(back, Undo()), steps + 1
    for _ in range(steps):
        back = after(back, Redo())
    assert back.web == history.web


@given(meetings())
def test_all_undone_is_the_web_the_meeting_began_with(meeting):
    acts, trail = meeting
    history = trail[-1]
    while history.can_undo:
        history = after(history, Undo())
    assert history.web == acts[0].web


@given(meetings())
def test_a_new_act_forgets_what_was_undone(meeting):
    history = after(meeting[1][-1], ChangeMeeting({"title": "Onwards"}))
    assert not history.can_redo
    with pytest.raises(CannotApply) as refused:
        after(history, Redo())
    assert refused.value.code == "nothing_to_redo"


@given(meetings())
def test_the_web_before_is_the_web_of_the_step_before(meeting):
    _, trail = meeting
    assert trail[0].web_before == trail[0].web
    for before, now in pairwise(trail):
        assert now.web_before == before.web


def test_the_opening_of_a_meeting_cannot_be_undone():
    with pytest.raises(CannotApply) as refused:
        after(opened(Web(title="Begin")), Undo())
    assert refused.value.code == "nothing_to_undo"


@pytest.mark.parametrize("log", [[], [Undo()], [ChangeMeeting({"title": "x"})]])
def test_a_log_that_does_not_begin_with_a_web_is_refused(log):
    with pytest.raises(CannotApply) as refused:
        replay(log)
    assert refused.value.code == "log_without_opening"


def test_an_act_that_cannot_be_done_leaves_the_history_as_it_was():
    history = opened(Web())
    with pytest.raises(CannotApply):
        after(history, RemoveActor("nobody"))
    assert (history.web, history.can_undo) == (Web(), False)


@examples(20)
@given(st.integers(2, 40))
def test_a_long_meeting_is_undone_to_its_first_act_and_redone_to_its_last(length):
    acts = [ChangeMeeting({"title": str(n)}) for n in range(length)]
    history = replay([OpenWeb(Web()), *acts, *[Undo()] * (length - 1)])
    assert history.web.title == "0"
    assert replay([OpenWeb(Web()), *acts, *[Undo()] * length, *[Redo()] * length]).web.title == str(length - 1)


# -- how many seats an invited party gets ---------------------------------------------------------------------------


def meeting_of(*actors):
    return opened(Web(actors=actors))


def group(id_, seats=0, people=None):
    return Actor(id_, id_, Sphere.CITIZENS, people=people, seats=seats)


def test_an_invited_organisation_gets_one_place():
    history = meeting_of(group("a", 6), Actor("w", "Water board", Sphere.OTHER_ORGANISATION))
    assert seats_on_invitation(history, "w") == 1


def test_an_invited_group_gets_back_the_seats_it_had_last():
    history = meeting_of(group("a", 6), group("b", 2))
    for seats in (4, 3, 0):
        history = after(history, Seat("b", seats))
    assert seats_on_invitation(history, "b") == 3


def test_seats_that_were_undone_are_not_the_seats_it_had_last():
    history = after(after(meeting_of(group("a", 6), group("b")), Seat("b", 4)), Undo())
    assert seats_on_invitation(history, "b") == 6


@pytest.mark.parametrize(("seats", "usual"), [([], 1), ([6], 6), ([2, 3], 3), ([0.5], 1), ([1, 4, 9], 4)])
def test_a_group_that_never_sat_gets_the_rounded_median_of_the_groups_at_the_table(seats, usual):
    web = Web(actors=tuple(group(f"a{n}", count) for n, count in enumerate(seats)))
    assert usual_seats(web) == usual


@pytest.mark.parametrize(("people", "seats"), [(None, 6), (4, 4), (4.7, 4), (0.5, 1), (100, 6)])
def test_a_group_never_gets_more_seats_than_it_has_people_and_at_least_one(people, seats):
    history = after(meeting_of(group("a", 6)), AddActor(group("b", people=people)))
    assert seats_on_invitation(history, "b") == seats


def test_a_party_that_is_gone_cannot_be_invited():
    with pytest.raises(CannotApply) as refused:
        seats_on_invitation(meeting_of(), "b")
    assert refused.value.code == "gone"


# -- bookmarks ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@given(meetings(), st.data())
def test_bookmarks_between_the_acts_change_no_web_and_stand_in_nobodys_way(meeting, drawn):
    acts, trail = meeting
    history = opened(acts[0].web)
    for act, without in zip([None, *acts[1:]], trail, strict=True):
        history = history if act is None else after(history, act)
        for seq in drawn.draw(st.lists(st.integers(1, history.entries), max_size=2)):
            history = after(history, Bookmark(seq, "hier"))
            assert history.bookmarks[seq] == "hier"
        assert history.web == without.web
        assert history.web_before == without.web_before
        assert history.last == without.last
        assert (history.can_undo, history.can_redo) == (without.can_undo, without.can_redo)


def test_a_bookmark_can_get_another_name_and_be_taken_away():
    history = after(opened(Web()), Bookmark(1, "begin"))
    history = after(history, Bookmark(2, "daarna"))
    history = after(history, Bookmark(1, "het begin"))
    assert dict(history.bookmarks) == {1: "het begin", 2: "daarna"}
    assert dict(after(history, RemoveBookmark(1)).bookmarks) == {2: "daarna"}
    assert dict(history.bookmarks) == {1: "het begin", 2: "daarna"}


@pytest.mark.parametrize("seq", [1.0, None])
def test_a_moment_is_marked_by_a_whole_number(seq):
    with pytest.raises(InvalidValue) as error:
        Bookmark(seq, "later")
    assert error.value.faults[0].place == "seq"


@pytest.mark.parametrize("seq", [0, -1, 2, True])
def test_only_a_moment_that_was_can_be_marked(seq):
    with pytest.raises(CannotApply) as error:
        after(opened(Web()), Bookmark(seq, "later"))
    assert error.value.code == "no_such_moment"


def test_a_bookmark_that_is_not_there_cannot_be_taken_away():
    with pytest.raises(CannotApply) as error:
        after(opened(Web()), RemoveBookmark(1))
    assert error.value.code == "no_such_bookmark"


@pytest.mark.parametrize("text", ["", "  ", "x" * 201, "a\x00", 3, None])
def test_a_bookmark_has_a_name_that_can_be_shown(text):
    with pytest.raises(InvalidValue):
        Bookmark(1, text)


def test_a_meeting_has_room_for_so_many_bookmarks_and_each_can_still_be_renamed():
    history = opened(Web())
    for seq in range(1, MOST_BOOKMARKS + 1):
        history = after(history, Bookmark(seq, "hier"))
    with pytest.raises(CannotApply) as error:
        after(history, Bookmark(MOST_BOOKMARKS + 1, "nog een"))
    assert error.value.code == "too_many"
    assert after(history, Bookmark(1, "anders")).bookmarks[1] == "anders"
