"""Erasing what was noted: trust and attitude leave a meeting, its log and every file, and all else stays as it was."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_core.acts.commands import AddActor, AdoptScenario, BringIn, ChangeActor, ChangeMeeting, Seat, Together
from coprod_core.acts.history import Bookmark, Redo, Undo
from coprod_core.store.erasing import What
from coprod_core.store.errors import NoSuchMeeting, StoreFailure
from coprod_core.store.store import Store
from coprod_core.store.values import Origin
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.model import Actor, Web
from coprod_core.web.noted import holds_noted, web_without

JUDGEMENT = "vertrouwen: naald-oordeel"
WEB = Web(
    title="Riool",
    actors=(
        Actor("a", "Straat", "citizens", people=60, trust="weak", attitude="negative", notes=f"blijft\n{JUDGEMENT}"),
        Actor("trust", "Buurt", "citizens", power="little"),
    ),
)
NEEDLES = ('"trust":"weak"', '"trust":"good"', '"attitude":"negative"', '"attitude":"positive"', "naald-oordeel")
"""How a judgement stands in a log, with the words of one that an earlier import left in notes."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "meetings.db"


@pytest.fixture
def store(file: Path):
    with closing(Store(f"sqlite:///{file}", snapshot_every=2)) as opened:
        yield opened


def filled(store: Store) -> str:
    """A meeting whose log holds judgements in every kind of act that can, with a scenario; its id."""
    meeting = store.begin(WEB)
    other = replace(WEB, actors=(*WEB.actors, Actor("c", "Winkeliers", "citizens", attitude="positive")))
    acts = [
        ChangeActor("trust", {"trust": "good", "power": "some"}),
        ChangeActor("trust", {"attitude": "positive"}),
        Undo(),
        AddActor(Actor("b", "Raad", "political_authority", trust="good", notes=JUDGEMENT)),
        Together((ChangeActor("b", {"attitude": "negative", "notes": JUDGEMENT}), Seat("a", 2))),
        Bookmark(3, "Voor de pauze"),
        Redo(),
        BringIn(other, "register"),
        AdoptScenario(replace(other, title="Ander riool"), "scenario"),
        ChangeMeeting({"notes": "Eerste avond"}),
        ChangeActor("a", {"trust": "good"}),
    ]
    for act in acts:
        if not isinstance(act, Redo) or store.load(meeting).history.can_redo:
            store.append(meeting, act, seen=store.load(meeting).head, origin=None)
    store.append(meeting, Seat("a", 3), seen=store.load(meeting).head, origin=Origin("canvas", 1))
    store.fork(meeting, "Wat als")
    plan = json.dumps({"web": {"actors": [{"id": "a", "name": "A", "sphere": "citizens", "trust": "weak"}]}})
    store.workshops.keep(meeting, KeptWorkshop(plan, '{"step": "s1"}'))
    return meeting


def found(file: Path) -> set[tuple[str, str]]:
    """Which judgements stand in which file, also packed in a snapshot of the web."""
    said: set[tuple[str, str]] = set()
    for path in (path for path in file.parent.rglob("*") if path.is_file()):
        content = path.read_bytes().replace(b'": "', b'":"')
        said |= {(needle, path.name) for needle in NEEDLES if needle.encode() in content}
    return said


def log_of(store: Store, meeting: str) -> list[tuple[object, ...]]:
    """What must stay of every entry: its place, its moment and what kind of act it was."""
    return [(entry.at, type(entry.act)) for entry in store.acts(meeting)]


def test_what_was_noted_is_gone_from_every_file(store: Store, file: Path, record_property: Callable[..., None]) -> None:
    meeting = filled(store)
    store.recovery.backup()
    store.recovery.backup()
    assert {needle for needle, _ in found(file)} == set(NEEDLES)
    store.noted.erase(meeting)
    left = found(file)
    record_property("tried", len(NEEDLES))
    record_property("survived", len(NEEDLES) - len({needle for needle, _ in left}))
    assert left == set()
    assert store.erasing.unfinished() == ()


def test_the_log_leads_to_the_same_web_without_it_and_is_sealed(store: Store, file: Path) -> None:
    meeting = filled(store)
    (scenario,) = store.forks_of(meeting)
    before, entries = store.load(meeting), log_of(store, meeting)
    webs = [step.now.web for step in store.walk(meeting, before.head).steps if hasattr(step, "now")]
    store.noted.erase(meeting)
    with closing(Store(f"sqlite:///{file}")) as another:
        after = another.load(meeting)
        assert after.history.web == web_without(before.history.web)
        assert after.head == before.head
        assert after.damage is None
        assert log_of(another, meeting) == entries
        assert [step.now.web for step in another.walk(meeting, after.head).steps] == [web_without(web) for web in webs]
        assert after.history.bookmarks == before.history.bookmarks
        assert after.acknowledged == before.acknowledged
        assert not holds_noted(another.load(scenario.id).history.web)
        assert [summary.title for summary in another.forks_of(meeting)] == ["Wat als"]
    (party,) = [party for party in store.load(meeting).history.web.actors if party.id == "a"]
    assert (party.notes, party.seats) == ("blijft", 3)


def test_an_interest_or_a_party_may_be_called_trust(store: Store) -> None:
    meeting = filled(store)
    store.noted.erase(meeting)
    party = store.load(meeting).history.web.actor_by_id["trust"]
    assert (party.name, party.power) == ("Buurt", "little")


def test_undo_and_redo_work_as_before(store: Store) -> None:
    meeting = filled(store)
    store.noted.erase(meeting)
    while store.load(meeting).history.can_undo:
        store.append(meeting, Undo(), seen=store.load(meeting).head)
        assert not holds_noted(store.load(meeting).history.web)
    assert store.load(meeting).history.web == web_without(WEB)
    while store.load(meeting).history.can_redo:
        store.append(meeting, Redo(), seen=store.load(meeting).head)
    assert store.load(meeting).history.web.actor_by_id["a"].seats == 3


def test_another_program_that_had_the_meeting_open_sees_it_and_goes_on(store: Store, file: Path) -> None:
    meeting = filled(store)
    with closing(Store(f"sqlite:///{file}")) as another:
        head = another.load(meeting).head
        assert holds_noted(another.load(meeting).history.web)
        store.noted.erase(meeting)
        assert not holds_noted(another.load(meeting).history.web)
        another.append(meeting, Seat("a", 4), seen=head)
    assert store.load(meeting).history.web.actor_by_id["a"].seats == 4


def test_what_another_thread_read_before_is_not_kept_afterwards(store: Store, file: Path) -> None:
    meeting = filled(store)
    read = store.load(meeting)
    assert read.head % 2 == 0 or store.append(meeting, Seat("a", 5), seen=read.head)
    read = store.load(meeting)
    store.noted.erase(meeting)
    store._snapshots.keep(meeting, [read])
    with closing(sqlite3.connect(file)) as tables:
        digests = {digest for (digest,) in tables.execute("SELECT digest FROM snapshot")}
    assert read.digest not in digests


def test_other_meetings_keep_what_was_noted(store: Store) -> None:
    meeting, kept = filled(store), filled(store)
    store.recovery.backup()
    store.noted.erase(meeting)
    assert holds_noted(store.load(kept).history.web)
    (copy,) = store.recovery.copies()
    with closing(Store(f"sqlite:///{copy.file}")) as backup:
        assert holds_noted(backup.load(kept).history.web)
        assert backup.load(meeting).history.web == store.load(meeting).history.web


def test_a_meeting_in_which_nothing_was_noted_keeps_every_byte_of_its_log(store: Store, file: Path) -> None:
    meeting = store.begin(web_without(WEB))
    store.append(meeting, Seat("a", 2), seen=1)
    with closing(sqlite3.connect(file)) as tables:
        before = tables.execute("SELECT * FROM entry").fetchall()
    store.noted.erase(meeting)
    with closing(sqlite3.connect(file)) as tables:
        assert tables.execute("SELECT * FROM entry").fetchall() == before


def test_damage_stays_where_it_was_and_what_stands_behind_it_is_erased_too(store: Store, file: Path) -> None:
    meeting = filled(store)
    with closing(sqlite3.connect(file)) as tables, tables:
        tables.execute("UPDATE entry SET act = replace(act, '{', '[') WHERE meeting_id = ? AND seq = 4", [meeting])
    with closing(Store(f"sqlite:///{file}")) as damaged:
        assert damaged.load(meeting, up_to_damage=True).damage.params["seq"] == 4
        damaged.noted.erase(meeting)
        assert damaged.load(meeting, up_to_damage=True).damage.params["seq"] == 4
    assert found(file) == set()


def test_an_erasing_that_fails_halfway_is_shown_tried_again_and_then_done(store: Store, file: Path) -> None:
    meeting = filled(store)
    store.recovery.backup()
    obstacle = file.parent / "backups" / f"{file.stem}-000001-20250101T000000000000Z.db"
    obstacle.mkdir(parents=True)
    with pytest.raises(StoreFailure) as failure:
        store.noted.erase(meeting)
    assert failure.value.code == "not_erased"
    assert found(file) == set(), "every other file is done all the same"
    assert {one.what for one in store.erasing.unfinished()} == {What.NOTED}
    obstacle.rmdir()
    store.erasing.finish()
    assert store.erasing.unfinished() == ()


def test_a_database_that_is_full_keeps_the_log_as_it_was(store: Store, file: Path) -> None:
    meeting = filled(store)
    before = store.load(meeting)
    with closing(sqlite3.connect(file)) as tables, tables:
        tables.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON entry WHEN new.seq = 6 BEGIN SELECT RAISE(FAIL, 'disk full'); END"
        )
    with pytest.raises(StoreFailure):
        store.noted.erase(meeting)
    assert store.load(meeting).digest == before.digest
    assert store.load(meeting).history.web == before.history.web
    assert store.erasing.unfinished() == ()


def test_erasing_in_a_meeting_that_is_not_there_erases_nothing(store: Store) -> None:
    with pytest.raises(NoSuchMeeting):
        store.noted.erase("nowhere")
    assert store.erasing.unfinished() == ()


def test_the_file_with_everything_holds_it_only_where_that_is_asked_for(store: Store, tmp_path: Path) -> None:
    meeting = filled(store)
    for noted in (False, True):
        content = store.recovery.everything(noted=noted)
        assert any(needle.encode() in content for needle in NEEDLES) is noted
        (tmp_path / f"{noted}.db").write_bytes(content)
        with closing(Store(f"sqlite:///{tmp_path / f'{noted}.db'}")) as taken:
            assert holds_noted(taken.load(meeting).history.web) is noted
    assert holds_noted(store.load(meeting).history.web)
