"""Scenarios: copies that forked from a meeting, go their own way, and go with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.commands import AdoptScenario, ChangeMeeting, Seat
from coprod_core.acts.history import Undo
from coprod_core.checked.errors import InvalidValue
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.store import Store
from coprod_core.store.upgrades import UPGRADES
from coprod_core.store.values import Origin
from coprod_core.web.model import Web


@pytest.fixture
def meeting(store: Store, web: Web) -> str:
    """A meeting with three entries: the opening, 3 seats, 5 seats."""
    meeting = store.begin(web)
    store.append(meeting, Seat("street", 3), seen=1, origin=Origin("tab", 1))
    store.append(meeting, Seat("street", 5), seen=2, origin=Origin("tab", 2))
    return meeting


def seats(store: Store, meeting: str) -> float:
    return store.load(meeting).history.web.actor_by_id["street"].seats


@pytest.mark.parametrize(("at", "expected"), [(1, 0), (2, 3), (3, 5), (None, 5)])
def test_a_scenario_has_the_log_of_the_meeting_up_to_where_it_forked(
    store: Store, open_store, meeting: str, at: int | None, expected: float
) -> None:
    scenario = store.fork(meeting, "Wat als", at)
    other = open_store()
    assert seats(other, scenario) == expected
    assert [e.act for e in other.acts(scenario)] == [e.act for e in store.acts(meeting)][: at or 3]
    assert other.load(scenario).acknowledged == {}


def test_a_scenario_goes_its_own_way_and_so_does_the_meeting(store: Store, meeting: str) -> None:
    scenario = store.fork(meeting, "Wat als")
    store.append(scenario, Seat("street", 9), seen=3)
    store.append(meeting, Undo(), seen=3)
    assert (seats(store, scenario), seats(store, meeting)) == (9, 3)


def test_a_scenario_is_listed_under_its_meeting_and_not_among_the_meetings(store: Store, meeting: str) -> None:
    first, second = store.fork(meeting, "Eerst"), store.fork(meeting, "Daarna", 2)
    assert [m.id for m in store.meetings()] == [meeting]
    assert [(s.id, s.title, s.forked_from, s.forked_at_seq) for s in store.forks_of(meeting)] == [
        (first, "Eerst", meeting, 3),
        (second, "Daarna", meeting, 2),
    ]
    assert store.summary(second) == store.forks_of(meeting)[1]
    assert store.summary(meeting).forked_from is None


def test_a_fork_of_a_scenario_is_a_scenario_of_the_same_meeting(store: Store, meeting: str) -> None:
    scenario = store.fork(meeting, "Eerst", 2)
    store.append(scenario, Seat("street", 9), seen=2)
    further = store.fork(scenario, "Verder")
    summary = store.summary(further)
    assert (summary.forked_from, summary.forked_at_seq, summary.acts) == (meeting, 2, 3)
    assert seats(store, further) == 9


def test_a_scenarios_name_is_its_own_whatever_happens_in_it(store: Store, open_store, meeting: str, web: Web) -> None:
    scenario = store.fork(meeting, "Eerst")
    store.append(scenario, ChangeMeeting({"title": "Iets anders"}), seen=3)
    assert store.summary(scenario).title == "Eerst"
    store.name_fork(scenario, "Later")
    assert open_store().summary(scenario).title == "Later"
    assert store.load(scenario).history.web.title == "Iets anders"
    assert store.summary(meeting).title == web.title


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_name_that_says_nothing_or_is_too_long_is_refused(store: Store, meeting: str, name: str) -> None:
    scenario = store.fork(meeting, "Eerst")
    with pytest.raises(InvalidValue):
        store.fork(meeting, name)
    with pytest.raises(InvalidValue):
        store.name_fork(scenario, name)
    assert [s.title for s in store.forks_of(meeting)] == ["Eerst"]


@pytest.mark.parametrize("at", [-1, 0, 4])
def test_a_place_the_log_does_not_have_is_refused(store: Store, meeting: str, at: int) -> None:
    with pytest.raises(InvalidValue):
        store.fork(meeting, "Wat als", at)
    assert store.forks_of(meeting) == ()


def test_what_is_not_there_cannot_be_forked_and_a_meeting_is_named_by_its_log(store: Store, meeting: str) -> None:
    with pytest.raises(NoSuchMeeting):
        store.fork("nowhere", "Wat als")
    with pytest.raises(NoSuchMeeting):
        store.name_fork(meeting, "Wat als")


def test_a_meeting_takes_its_scenarios_along_and_a_scenario_goes_alone(store: Store, open_store, meeting: str) -> None:
    gone, left = store.fork(meeting, "Eerst"), store.fork(meeting, "Daarna")
    store.delete(gone)
    assert [s.id for s in store.forks_of(meeting)] == [left]
    copy = store.duplicate(meeting, "Kopie")
    store.delete(meeting)
    for each in (store, open_store()):
        assert [m.id for m in each.meetings()] == [copy]
        with pytest.raises(NoSuchMeeting):
            each.load(left)


def test_adopting_is_one_act_in_the_meeting_that_undo_takes_back(store: Store, open_store, meeting: str) -> None:
    scenario = store.fork(meeting, "Wat als")
    web = store.append(scenario, Seat("street", 9), seen=3).loaded.history.web
    adopted = store.append(meeting, AdoptScenario(web, "Wat als"), seen=3)
    assert adopted.loaded.history.web == web
    assert open_store().acts(meeting)[-1].act == AdoptScenario(web, "Wat als")
    store.append(meeting, Undo(), seen=4)
    assert seats(store, meeting) == 5
    assert seats(store, scenario) == 9


def test_copies_made_before_there_were_scenarios_stay_meetings(file: Path, web: Web) -> None:
    url = f"sqlite:///{file}"
    with closing(Store(url, upgrades=UPGRADES[:1])) as old:
        original, copy = old.begin(web), old.begin(web)
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE meeting SET forked_from = ?, forked_at_seq = 1 WHERE id = ?", (original, copy))
        database.commit()
    with closing(Store(url)) as store:
        assert {m.id for m in store.meetings()} == {original, copy}
        store.delete(original)
        assert [m.id for m in store.meetings()] == [copy]
