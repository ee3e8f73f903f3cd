"""The list of meetings: last changed first, renamed, copied, deleted."""

import pytest

from coprod_core.acts.commands import ChangeMeeting, Seat
from coprod_core.acts.history import Undo
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.store import Store
from coprod_core.store.values import Origin
from coprod_core.web.model import Web


def test_the_meeting_that_changed_last_comes_first(store: Store) -> None:
    first, second = store.begin(Web(title="first")), store.begin(Web(title="second"))
    assert [m.id for m in store.meetings()] == [second, first]
    store.append(first, ChangeMeeting({"notes": "x"}), seen=1)
    assert [m.id for m in store.meetings()] == [first, second]


def test_a_summary_tells_title_times_and_how_much_was_done(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    done = store.append(meeting, Seat("street", 3), seen=1)
    (summary,) = store.meetings()
    assert (summary.id, summary.title, summary.acts) == (meeting, web.title, 2)
    assert summary.created_at < summary.changed_at == done.at


def test_renaming_is_an_act_that_can_be_undone(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    renamed = store.rename(meeting, "Anders")
    assert renamed.loaded.history.web.title == store.meetings()[0].title == "Anders"
    store.append(meeting, Undo(), seen=renamed.loaded.head)
    assert store.meetings()[0].title == web.title


def test_a_copy_has_the_same_web_a_new_title_and_the_whole_history(store: Store, open_store, web: Web) -> None:
    meeting = store.begin(web)
    store.append(meeting, Seat("street", 3), seen=1, origin=Origin("tab", 1))
    copy = store.duplicate(meeting, "Kopie")
    loaded = open_store().load(copy)
    assert loaded.history.web.title == "Kopie"
    assert loaded.history.web.actors == store.load(meeting).history.web.actors
    assert loaded.acknowledged == {}
    back = store.append(copy, Undo(), seen=loaded.head)
    back = store.append(copy, Undo(), seen=back.loaded.head)
    assert back.loaded.history.web == web


def test_a_copy_goes_its_own_way(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    copy = store.duplicate(meeting, "Kopie")
    store.append(copy, Seat("street", 9), seen=2)
    assert store.load(meeting).history.web == web
    store.delete(meeting)
    assert store.load(copy).history.web.actor_by_id["street"].seats == 9


def test_a_deleted_meeting_is_gone_with_its_log_and_the_others_stay(store: Store, open_store, web: Web) -> None:
    kept, gone = store.begin(web), store.begin(web)
    other = open_store()
    other.load(gone)
    store.delete(gone)
    for each in (store, other, open_store()):
        with pytest.raises(NoSuchMeeting):
            each.load(gone)
        with pytest.raises(NoSuchMeeting):
            each.append(gone, Undo(), seen=1)
    assert [m.id for m in store.meetings()] == [kept]
    assert store.load(kept).history.web == web
