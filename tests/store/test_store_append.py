"""What is saved, what is seen of others, and what is not done twice."""

from datetime import UTC, datetime, timedelta

import pytest

from coprod_core.acts.commands import AddActor, ChangeMeeting, MoveNodes, OpenWeb, RemoveActor, Seat
from coprod_core.acts.history import Redo, Undo
from coprod_core.acts.links import SetStake
from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.recent import Recent
from coprod_core.store.store import Store
from coprod_core.store.values import ChangedElsewhere, Origin
from coprod_core.web.model import Actor, Stake, Web


def _note(text: str) -> ChangeMeeting:
    return ChangeMeeting({"notes": text})


def test_a_meeting_begins_with_the_web_it_was_given(store: Store, web: Web) -> None:
    loaded = store.load(store.begin(web))
    assert loaded.history.web == web
    assert loaded.head == 1
    assert not loaded.history.can_undo


def test_an_appended_act_is_there_after_a_restart(store: Store, open_store, web: Web) -> None:
    meeting = store.begin(web)
    done = store.append(meeting, Seat("street", 4), seen=1)
    store.close()
    again = open_store().load(meeting)
    assert again.history.web == done.loaded.history.web
    assert again.history.web.actor_by_id["street"].seats == 4
    assert again.head == done.seq == 2


def test_undo_and_redo_survive_a_restart(store: Store, open_store, web: Web) -> None:
    meeting = store.begin(web)
    store.append(meeting, Seat("street", 4), seen=1)
    store.append(meeting, Undo(), seen=2)
    after_restart = open_store()
    assert after_restart.load(meeting).history.web == web
    assert after_restart.load(meeting).history.can_redo
    redone = after_restart.append(meeting, Redo(), seen=3)
    assert redone.loaded.history.web.actor_by_id["street"].seats == 4


def test_times_are_utc_and_say_when_the_last_act_was_saved(store: Store, open_store, web: Web) -> None:
    before = datetime.now(UTC)
    meeting = store.begin(web)
    done = store.append(meeting, _note("x"), seen=1)
    assert done.at is not None
    assert before <= done.at <= datetime.now(UTC)
    assert done.at.utcoffset() == timedelta(0)
    assert done.loaded.saved_at == open_store().load(meeting).saved_at == done.at


def test_an_act_that_does_not_fit_is_not_written(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    with pytest.raises(CannotApply):
        store.append(meeting, Seat("nobody", 4), seen=1)
    with pytest.raises(InvalidValue):
        store.append(meeting, Seat("street", -1), seen=1)
    with pytest.raises(CannotApply):
        store.append(meeting, Undo(), seen=1)
    assert len(store.acts(meeting)) == 1
    assert store.load(meeting).history.web == web


def test_an_act_with_a_value_that_is_not_data_is_not_written(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    with pytest.raises(TypeError):
        store.append(meeting, ChangeMeeting({"notes": object()}), seen=1)
    assert len(store.acts(meeting)) == 1


def test_an_act_that_could_not_be_read_back_is_not_written(store: Store, open_store, web: Web) -> None:
    meeting = store.begin(web)
    with pytest.raises(InvalidValue):
        store.append(meeting, MoveNodes(actors={"street": (1.0, 2.0, 3.0)}), seen=1)  # type: ignore[dict-item]
    assert open_store().load(meeting).history.web == web


def test_the_acts_come_back_in_order_as_they_were_done(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    stake = SetStake(Stake("street", "dry", 1.0, provenance="self"))
    store.append(meeting, stake, seen=1, origin=Origin("tab", 1))
    store.append(meeting, Undo(), seen=2)
    entries = store.acts(meeting)
    assert [e.seq for e in entries] == [1, 2, 3]
    assert [(e.act, e.client) for e in entries] == [(OpenWeb(web), None), (stake, "tab"), (Undo(), None)]
    assert [e.at for e in entries] == sorted(e.at for e in entries)


def test_hostile_words_come_back_letter_for_letter(store: Store, open_store) -> None:
    words = "<script>alert('x')</script>\"; DROP TABLE entry; -- \U0001f469\u200d\U0001f692 עברית \\u0000 é"
    meeting = store.begin(Web(title=words))
    store.append(meeting, AddActor(Actor("a", words, "citizens")), seen=1)
    web = open_store().load(meeting).history.web
    assert web.title == web.actors[0].name == words


def test_what_another_did_meanwhile_is_kept_and_told(store: Store, open_store, web: Web) -> None:
    meeting, other = store.begin(web), open_store()
    other.append(meeting, Seat("street", 4), seen=1, origin=Origin("other tab", 1))
    mine = store.append(meeting, _note("mine"), seen=1, origin=Origin("my tab", 1))
    assert [(e.seq, e.act, e.client) for e in mine.others] == [(2, Seat("street", 4), "other tab")]
    assert mine.seq == 3
    assert mine.loaded.history.web.actor_by_id["street"].seats == 4
    assert mine.loaded.history.web.notes == "mine"


def test_what_this_client_did_itself_is_not_told_as_done_by_others(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    store.append(meeting, _note("first"), seen=1, origin=Origin("tab", 1))
    assert store.append(meeting, _note("second"), seen=1, origin=Origin("tab", 2)).others == ()


def test_what_was_seen_is_not_told_again(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    store.append(meeting, _note("first"), seen=1)
    assert store.append(meeting, _note("second"), seen=2).others == ()


@pytest.mark.parametrize("act", [Undo(), Redo()])
def test_nobody_undoes_or_redoes_what_they_have_not_seen(store: Store, open_store, web: Web, act: Undo | Redo) -> None:
    meeting, other = store.begin(web), open_store()
    store.append(meeting, _note("mine"), seen=1)
    store.append(meeting, Undo(), seen=2)
    other.append(meeting, _note("theirs"), seen=3)
    with pytest.raises(ChangedElsewhere) as refused:
        store.append(meeting, act, seen=3)
    assert [e.act for e in refused.value.others] == [_note("theirs")]
    assert store.load(meeting).head == 4
    assert store.append(meeting, Undo(), seen=4).loaded.history.web == web


def test_an_act_of_a_client_that_comes_twice_is_done_once(store: Store, open_store, web: Web) -> None:
    meeting, origin = store.begin(web), Origin("tab", 1)
    store.append(meeting, _note("once"), seen=1, origin=origin)
    for again in (store, open_store()):
        done = again.append(meeting, _note("once"), seen=2, origin=origin)
        assert (done.seq, done.at) == (None, None)
        assert done.loaded.acknowledged == {"tab": 1}
    assert len(store.acts(meeting)) == 2


def test_several_acts_are_saved_as_one_and_those_that_do_not_fit_come_back(store: Store, web: Web) -> None:
    meeting = store.begin(web)
    acts = [
        (RemoveActor("street"), Origin("tab", 1)),
        (Seat("street", 4), Origin("tab", 2)),
        (_note("after"), Origin("tab", 3)),
    ]
    done = store.append_all(meeting, acts, seen=1)
    assert done.seqs == (2, 3)
    ((origin, error),) = done.refused
    assert origin == Origin("tab", 2)
    assert isinstance(error, CannotApply)
    assert done.loaded.acknowledged == {"tab": 3}
    assert [e.act for e in store.acts(meeting)[1:]] == [RemoveActor("street"), _note("after")]


def test_a_refused_act_is_acknowledged_so_that_the_client_stops_offering_it(store: Store, web: Web) -> None:
    meeting, offer = store.begin(web), [(Seat("nobody", 4), Origin("tab", 1))]
    assert len(store.append_all(meeting, offer, seen=1).refused) == 1
    assert store.load(meeting).acknowledged == {"tab": 1}
    assert store.append_all(meeting, offer, seen=1).refused == ()
    assert len(store.acts(meeting)) == 1


def test_a_refused_act_stays_acknowledged_when_others_go_on(store: Store, open_store, web: Web) -> None:
    meeting = store.begin(web)
    store.append_all(meeting, [(Seat("nobody", 4), Origin("tab", 1))], seen=1)
    open_store().append(meeting, _note("theirs"), seen=1, origin=Origin("other tab", 1))
    assert store.load(meeting).acknowledged == {"tab": 1, "other tab": 1}


def test_a_client_is_never_told_to_go_back_in_its_numbers(store: Store, open_store, web: Web) -> None:
    meeting = store.begin(web)
    store.append_all(meeting, [(Seat("nobody", 4), Origin("tab", 5))], seen=1)
    open_store().append(meeting, _note("an earlier one, by way of another process"), seen=1, origin=Origin("tab", 4))
    assert store.load(meeting).acknowledged == {"tab": 5}


def test_an_undo_of_what_was_not_seen_is_refused_among_other_acts_too(store: Store, open_store, web: Web) -> None:
    meeting, other = store.begin(web), open_store()
    other.append(meeting, _note("theirs"), seen=1, origin=Origin("other tab", 1))
    done = store.append_all(meeting, [(Seat("street", 2), Origin("tab", 1)), (Undo(), Origin("tab", 2))], seen=1)
    assert done.seqs == (3,)
    assert [type(error) for _, error in done.refused] == [ChangedElsewhere]


def test_an_origin_without_a_name_or_with_a_number_below_one_may_not_exist() -> None:
    for client, seq in (("", 1), ("x" * 201, 1), ("tab", 0), ("tab", -1), ("tab", 2**53), ("tab", 1.5), ("tab", True)):
        with pytest.raises(InvalidValue):
            Origin(client, seq)  # type: ignore[arg-type]


def test_an_unknown_meeting_is_said_to_be_unknown(store: Store) -> None:
    for call in (
        lambda: store.load("nowhere"),
        lambda: store.acts("nowhere"),
        lambda: store.append("nowhere", Undo(), seen=0),
        lambda: store.rename("nowhere", "x"),
        lambda: store.duplicate("nowhere", "x"),
        lambda: store.delete("nowhere"),
    ):
        with pytest.raises(NoSuchMeeting):
            call()


def test_more_meetings_than_are_kept_in_memory_all_come_back(store: Store) -> None:
    meetings = [store.begin(Web(title=f"{i}")) for i in range(40)]
    assert [store.load(meeting).history.web.title for meeting in meetings] == [f"{i}" for i in range(40)]


def test_memory_holds_the_meetings_used_last() -> None:
    recent: Recent[int] = Recent(2)
    recent.put("a", 1)
    recent.put("b", 2)
    recent.get("a")
    recent.put("c", 3)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]
