"""A file that was damaged says so; what is still readable is still offered."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.commands import ChangeMeeting, Seat
from coprod_core.checked.errors import CoprodError
from coprod_core.store.errors import DamagedLog
from coprod_core.store.store import Store
from coprod_core.store.values import Loaded
from coprod_core.web.model import Web

WORDS = ["alpha", "bravo", "charlie", "delta", "echo"]


@pytest.fixture(params=[250, 2], ids=["no snapshot", "snapshots"], autouse=True)
def snapshot_every(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test here, also with a snapshot after every second entry."""
    usual = Store.__init__.__kwdefaults__
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {**usual, "snapshot_every": request.param})


def _store(file: Path) -> closing[Store]:
    return closing(Store(f"sqlite:///{file}"))


@pytest.fixture
def meeting(file: Path, web: Web) -> str:
    """A meeting on disk whose entries 2 to 6 each hold one of WORDS, in a file at rest."""
    with _store(file) as store:
        meeting = store.begin(web)
        for i, word in enumerate(WORDS):
            store.append(meeting, ChangeMeeting({"notes": f"note {word}"}), seen=i + 1)
    return meeting


def _tampered(file: Path, sql: str, *params: object) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sql, params)


@pytest.mark.parametrize("bit", range(8))
@pytest.mark.parametrize(("seq", "word"), list(enumerate(WORDS, start=2)))
def test_a_flipped_bit_within_an_act_is_noticed_and_what_came_before_is_offered(
    file: Path, meeting: str, seq: int, word: str, bit: int
) -> None:
    content = bytearray(file.read_bytes())
    content[content.index(f"note {word}".encode())] ^= 1 << bit
    file.write_bytes(content)
    with _store(file) as store:
        with pytest.raises(DamagedLog) as damaged:
            store.load(meeting)
        assert damaged.value.params == {"meeting": meeting, "seq": seq, "cause": "changed"}
        offered = store.load(meeting, up_to_damage=True)
        assert offered.head == seq - 1
        assert offered.history.web.notes == (f"note {WORDS[seq - 3]}" if seq > 2 else "")
        assert offered.damage is not None
        with pytest.raises(DamagedLog):
            store.append(meeting, Seat("street", 1), seen=offered.head)
        with pytest.raises(DamagedLog):
            store.duplicate(meeting, "copy")


def test_what_is_offered_of_a_damaged_log_can_begin_a_new_meeting(file: Path, meeting: str) -> None:
    _tampered(file, "UPDATE entry SET act = replace(act, 'delta', 'gamma')")
    with _store(file) as store:
        rescued = store.begin(store.load(meeting, up_to_damage=True).history.web)
        assert store.load(rescued).history.web.notes == "note charlie"


@pytest.mark.parametrize(
    ("tampering", "seq", "cause"),
    [
        ("UPDATE entry SET at = replace(at, '20', '19') WHERE seq = 4", 4, "changed"),
        ("UPDATE entry SET client = 'somebody else' WHERE seq = 4", 4, "changed"),
        ("DELETE FROM entry WHERE seq = 4", 4, "missing"),
        ("DELETE FROM entry WHERE seq = 6", 6, "missing"),
        ("UPDATE entry SET seq = 40 - seq WHERE seq IN (4, 5)", 4, "missing"),
        ("UPDATE entry SET act = 5 WHERE seq = 4", 4, "changed"),
        ("UPDATE entry SET act = x'fffe' WHERE seq = 4", 4, "changed"),
    ],
)
def test_a_log_that_was_tampered_with_is_noticed(
    file: Path, meeting: str, tampering: str, seq: int, cause: str
) -> None:
    _tampered(file, tampering)
    with _store(file) as store:
        with pytest.raises(DamagedLog) as damaged:
            store.load(meeting)
        assert damaged.value.params == {"meeting": meeting, "seq": seq, "cause": cause}


def test_a_log_without_its_opening_has_nothing_to_offer(file: Path, meeting: str) -> None:
    _tampered(file, "DELETE FROM entry WHERE seq = 1")
    with _store(file) as store, pytest.raises(DamagedLog) as damaged:
        store.load(meeting, up_to_damage=True)
    assert damaged.value.params["seq"] == 1


def test_of_a_file_with_a_ruined_page_everything_before_it_is_offered(file: Path, web: Web) -> None:
    with _store(file) as store:
        meeting = store.begin(web)
        for i, word in enumerate(WORDS):
            store.append(meeting, ChangeMeeting({"notes": f"note {word} {'x' * 2500}"}), seen=i + 1)
    content, page = bytearray(file.read_bytes()), 4096
    start = content.index(b"note delta") // page * page
    content[start : start + page] = b"\xff" * page
    file.write_bytes(content)
    with _store(file) as store:
        offered = store.load(meeting, up_to_damage=True)
        assert (offered.head, offered.history.web.notes[:12]) == (4, "note charlie")
        with pytest.raises(DamagedLog):
            store.load(meeting)


def test_one_damaged_meeting_does_not_keep_the_others_from_opening(file: Path, meeting: str, web: Web) -> None:
    with _store(file) as store:
        sound = store.begin(web)
    _tampered(file, "UPDATE entry SET act = 'x' WHERE meeting_id = ?", meeting)
    with _store(file) as store:
        assert store.load(sound).history.web == web
        assert len(store.meetings()) == 2


def test_one_flipped_bit_anywhere_in_the_file_never_gives_another_web(file: Path, meeting: str, tmp_path: Path) -> None:
    content = file.read_bytes()
    with _store(file) as store:
        true = store.load(meeting)
    chance = random.Random(11)
    noticed = 0
    for i in range(60):
        place = tmp_path / f"flipped-{i}" / "meetings.db"
        place.parent.mkdir()
        flipped = bytearray(content)
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        place.write_bytes(flipped)
        try:
            with _store(place) as store:
                loaded = store.load(meeting)
        except CoprodError:
            noticed += 1
        else:
            assert _told(loaded) == _told(true)
    assert noticed > 0


def _told(loaded: Loaded) -> object:
    return [(moment.web, moment.command) for moment in loaded.history.moments()], loaded.head, loaded.saved_at


def test_a_file_put_back_from_a_backup_is_read_anew(file: Path, web: Web, tmp_path: Path) -> None:
    with _store(file) as store:
        meeting = store.begin(web)
        store.append(meeting, Seat("street", 1), seen=1)
    shutil.copy(file, tmp_path / "earlier.db")
    with _store(file) as store:
        store.append(meeting, Seat("street", 2), seen=2)
        store.append(meeting, Seat("street", 3), seen=3)
        # every connection closed, the cache still warm: as when the file is swapped under a running program
        store.close()
        shutil.copy(tmp_path / "earlier.db", file)
        assert store.load(meeting).history.web.actor_by_id["street"].seats == 1
        done = store.append(meeting, Seat("street", 7), seen=2)
        assert (done.seq, done.loaded.history.web.actor_by_id["street"].seats) == (3, 7)


@pytest.mark.slow
def test_a_log_torn_off_anywhere_is_a_clean_beginning_of_what_was_saved(file: Path, web: Web, tmp_path: Path) -> None:
    with _store(file) as store:
        meeting = store.begin(web)
    with _store(file) as store:
        for i in range(12):
            store.append(meeting, Seat("street", i + 1), seen=i + 1)
        wal = file.with_name(f"{file.name}-wal").read_bytes()
        content = file.read_bytes()
    chance, heads = random.Random(5), set()
    for i in range(40):
        place = tmp_path / f"torn-{i}" / "meetings.db"
        place.parent.mkdir()
        place.write_bytes(content)
        place.with_name("meetings.db-wal").write_bytes(wal[: chance.randrange(len(wal))])
        with _store(place) as torn:
            loaded = torn.load(meeting)
            assert loaded.history.web.actor_by_id["street"].seats == loaded.head - 1
            assert torn.append(meeting, Seat("street", 99), seen=loaded.head).seq == loaded.head + 1
            heads.add(loaded.head)
    assert len(heads) > 3
