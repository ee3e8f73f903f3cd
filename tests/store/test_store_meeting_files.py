"""A meeting out of one store and into another: every step, its time, its undo and its bookmarks."""

from datetime import UTC, datetime

import pytest

from coprod_core.acts.commands import OpenWeb, Seat
from coprod_core.acts.history import Bookmark, Redo, Undo
from coprod_core.checked.errors import CannotApply
from coprod_core.files.meeting_file import Entry, read, write
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.store import Store
from coprod_core.store.values import Origin
from coprod_core.web.model import Web


@pytest.fixture
def meeting(store: Store, web: Web) -> str:
    meeting = store.begin(web)
    for seen, act in enumerate([Seat("street", 3), Bookmark(1, "voor het eten"), Undo()], 1):
        store.append(meeting, act, seen=seen, origin=Origin("tab", seen))
    return meeting


def test_a_meeting_opened_elsewhere_is_the_same_meeting_with_another_id(store: Store, open_store, meeting: str) -> None:
    other = open_store()
    copy = other.import_meeting(read(write(store.export(meeting))).entries)
    assert copy != meeting
    fresh = open_store()
    assert fresh.export(copy) == store.export(meeting)
    was, now = store.load(meeting), fresh.load(copy)
    assert now.history.web == was.history.web
    assert now.history.bookmarks == {1: "voor het eten"}
    assert (now.head, now.saved_at, now.acknowledged) == (was.head, was.saved_at, {})


def test_undo_and_redo_go_on_where_the_file_left_off(store: Store, meeting: str) -> None:
    copy = store.import_meeting(store.export(meeting))
    redone = store.append(copy, Redo(), seen=4)
    assert redone.loaded.history.web.actor_by_id["street"].seats == 3
    assert store.load(meeting).history.web.actor_by_id["street"].seats == 0


def test_a_bookmark_is_on_disk_and_leaves_what_can_be_done_again(open_store, store: Store, meeting: str) -> None:
    store.append(meeting, Bookmark(4, "na het eten"), seen=4)
    loaded = open_store().load(meeting)
    assert loaded.history.bookmarks == {1: "voor het eten", 4: "na het eten"}
    assert loaded.history.can_redo
    assert loaded.history.last == Undo()


def test_a_log_that_cannot_be_done_keeps_nothing(store: Store, web: Web) -> None:
    at = datetime(2026, 3, 4, tzinfo=UTC)
    with pytest.raises(CannotApply):
        store.import_meeting([Entry(at, OpenWeb(web)), Entry(at, Seat("nobody", 1))])
    with pytest.raises(CannotApply):
        store.import_meeting([Entry(at, Undo())])
    assert store.meetings() == ()


def test_what_is_not_there_cannot_be_taken_out(store: Store) -> None:
    with pytest.raises(NoSuchMeeting):
        store.export("nothing")
