"""Snapshots save doing acts again, and change nothing else: where one does not fit, it is as if it were not there."""

import random
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.commands import AddActor, ChangeMeeting, RemoveActor, Seat
from coprod_core.acts.history import Act, Bookmark, History, Redo, Undo, after
from coprod_core.acts.weighing import Dilemma, RecordWeighing, Weighing
from coprod_core.checked.errors import CoprodError
from coprod_core.files import web_file
from coprod_core.store.snapshots import _seal
from coprod_core.store.store import Store
from coprod_core.store.upgrades import UPGRADES
from coprod_core.store.values import Origin
from coprod_core.web.model import Actor, Web


def opened(file: Path, every: int = 5) -> closing[Store]:
    return closing(Store(f"sqlite:///{file}", snapshot_every=every))


def an_act(chance: random.Random, number: int) -> Act:
    return chance.choice(
        [
            ChangeMeeting({"notes": f"note {number}"}),
            AddActor(Actor(f"a{number}", f"Groep {number}", "citizens")),
            RemoveActor(f"a{number - 2}"),
            Seat("street", number % 7),
            Undo(),
            Undo(),
            Redo(),
            Bookmark(max(1, number // 2), f"moment {number}"),
            RecordWeighing(Weighing(Dilemma.ROLE, f"keuze {number}")),
        ]
    )


def grown(file: Path, web: Web, acts: int, seed: int) -> str:
    """A meeting in which so many acts were done, as they came."""
    chance = random.Random(seed)
    with opened(file) as store:
        meeting = store.begin(web)
        while (head := store.load(meeting).head) <= acts:
            try:
                store.append(meeting, an_act(chance, head), seen=head)
            except CoprodError:
                store.append(meeting, ChangeMeeting({"notes": f"instead {head}"}), seen=head)
    return meeting


def told(history: History) -> tuple[object, ...]:
    """All a history says."""
    weighings = {seq: (kept.weighing, kept.web) for seq, kept in history.weighings.items()}
    undone = [moment.web for moment in history.undone]
    moments = [(moment.web, moment.command) for moment in history.moments()]
    return history.last, history.entries, history.bookmarks, weighings, undone, moments


def further(history: History) -> list[Act]:
    """What can be done next."""
    moving: list[Act] = [*([Undo()] if history.can_undo else []), *([Redo()] if history.can_redo else [])]
    return [*moving, ChangeMeeting({"notes": "on"})]


@pytest.mark.parametrize("seed", range(8))
def test_a_log_opened_by_snapshots_tells_what_the_whole_log_tells(file: Path, web: Web, seed: int) -> None:
    meeting = grown(file, web, 43, seed)
    with opened(file) as quick, opened(file, every=10_000) as again:
        kept = quick.load(meeting)
        with closing(sqlite3.connect(file)) as tables, tables:
            assert tables.execute("SELECT count(*) FROM snapshot").fetchone()[0] == 44 // 5
            tables.execute("DELETE FROM snapshot")
        whole = again.load(meeting)
        assert told(kept.history) == told(whole.history)
        assert (kept.head, kept.digest, kept.saved_at) == (whole.head, whole.digest, whole.saved_at)
        for act in further(whole.history):
            assert told(after(kept.history, act)) == told(after(whole.history, act))


def test_clients_and_what_was_refused_of_them_are_known_after_opening_by_snapshots(file: Path, web: Web) -> None:
    with opened(file) as store:
        meeting = store.begin(web)
        for number in range(1, 10):
            origin = Origin("one" if number % 2 else "other", number)
            store.append(meeting, ChangeMeeting({"notes": f"note {number}"}), seen=number, origin=origin)
        with pytest.raises(CoprodError):
            store.append(meeting, RemoveActor("nobody"), seen=10, origin=Origin("one", 12))
    with opened(file) as store:
        assert store.load(meeting).acknowledged == {"one": 12, "other": 8}


def changed(file: Path, change: str, *params: object) -> None:
    with closing(sqlite3.connect(file)) as tables, tables:
        tables.execute(f"UPDATE snapshot SET {change}", params)


def notes_in(file: Path, meeting: str) -> str:
    with opened(file) as store:
        return store.load(meeting).history.web.notes


@pytest.fixture
def noted(file: Path, web: Web) -> str:
    """A meeting of ten entries with a snapshot after the tenth, which says `note 9`."""
    with opened(file) as store:
        meeting = store.begin(web)
        for number in range(1, 10):
            store.append(meeting, ChangeMeeting({"notes": f"note {number}"}), seen=number)
    return meeting


def another_web(file: Path) -> bytes:
    with closing(sqlite3.connect(file)) as tables:
        ((packed,),) = tables.execute("SELECT web FROM snapshot WHERE seq = 10").fetchall()
    return zlib.compress(web_file.write(web_file.read(zlib.decompress(packed))).replace("note 9", "other").encode())


def test_a_sound_snapshot_stands_for_the_acts_before_it(file: Path, noted: str) -> None:
    with closing(sqlite3.connect(file)) as tables:
        ((digest,),) = tables.execute("SELECT digest FROM snapshot WHERE seq = 10").fetchall()
    packed = another_web(file)
    changed(file, "web = ?, seal = ? WHERE seq = 10", packed, _seal(digest, packed))
    assert notes_in(file, noted) == "other"


@pytest.mark.parametrize(
    "change",
    ["seal = 'x'", "digest = 'x'", "web = x'00'", "web = zeroblob(length(web))", "digest = (SELECT digest FROM entry)"],
)
def test_a_snapshot_that_does_not_fit_is_passed_by(file: Path, noted: str, change: str) -> None:
    changed(file, change)
    assert notes_in(file, noted) == "note 9"


def test_another_web_under_the_same_seal_is_passed_by(file: Path, noted: str) -> None:
    changed(file, "web = ? WHERE seq = 10", another_web(file))
    assert notes_in(file, noted) == "note 9"


def test_a_snapshot_of_a_log_that_then_went_another_way_is_passed_by(file: Path, noted: str, web: Web) -> None:
    with opened(file) as store:
        other = store.duplicate(noted, "Anders")
    changed(file, "meeting_id = ? WHERE seq = 10", other)
    with opened(file) as store:
        assert store.load(other).history.web.title == "Anders"
        assert store.load(other).history.now.before.web.notes == "note 9"


def test_a_snapshot_of_before_replies_were_contributions_is_passed_by(file: Path, web: Web) -> None:
    with closing(Store(f"sqlite:///{file}", snapshot_every=5, upgrades=UPGRADES[:10])) as store:
        meeting = store.begin(web)
        for number in range(1, 10):
            store.append(meeting, ChangeMeeting({"notes": f"note {number}"}), seen=number)
    with closing(sqlite3.connect(file)) as tables:
        ((digest,),) = tables.execute("SELECT digest FROM snapshot WHERE seq = 10").fetchall()
    packed = another_web(file)
    changed(file, "web = ?, seal = ? WHERE seq = 10", packed, _seal(digest, packed))
    assert notes_in(file, meeting) == "note 9"


def test_snapshots_go_with_their_meeting(file: Path, noted: str) -> None:
    with opened(file) as store:
        store.delete(noted)
    with closing(sqlite3.connect(file)) as tables:
        assert tables.execute("SELECT count(*) FROM snapshot").fetchone() == (0,)
