"""Getting back what was lost, and losing nothing more: copies, damage, a file that went away, a disk that is full."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Timer

import pytest

from coprod_core.acts.commands import ChangeMeeting, Seat
from coprod_core.checked.errors import CoprodError
from coprod_core.rounds.values import Answer, asked_of
from coprod_core.store import backups, recovery
from coprod_core.store.backups import Kind
from coprod_core.store.errors import DamagedLog, StoreFailure
from coprod_core.store.live_values import Caller, GiveAnswer, Join, SayOwnWords, new_token
from coprod_core.store.recovery import content_of
from coprod_core.store.store import Store
from coprod_core.store.watch import log_of
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.model import Web


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with closing(opened(file)) as store:
        yield store


def opened(file: Path) -> Store:
    return Store(f"sqlite:///{file}")


def noted(store: Store, meeting: str, *words: str) -> None:
    for word in words:
        store.append(meeting, ChangeMeeting({"notes": word}), seen=store.load(meeting).head)


def tamper(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as elsewhere, elsewhere:
        elsewhere.execute(statement)


# -- a damaged log --------------------------------------------------------------------------------------------------


def test_nothing_is_acknowledged_onto_a_log_that_was_damaged_while_it_was_open(
    store: Store, file: Path, web: Web, record_property: Callable[..., None]
):
    meeting = store.begin(web)
    noted(store, meeting, "een", "twee", "drie")
    tamper(file, "UPDATE entry SET act = replace(act, 'twee', 'weet')")
    for _ in range(20):
        with pytest.raises(DamagedLog) as damaged:
            store.append(meeting, Seat("street", 3), seen=4)
        assert damaged.value.params["seq"] == 3
    record_property("tried", 20)
    record_property("survived", 20)
    assert store.summary(meeting).acts == 4


def test_what_others_write_to_the_file_is_no_damage(store: Store, file: Path, web: Web):
    meeting = store.begin(web)
    with closing(opened(file)) as elsewhere:
        noted(elsewhere, meeting, "van elders")
    assert store.append(meeting, Seat("street", 3), seen=2).seq == 3


def test_a_damaged_meeting_goes_on_from_before_the_damage_in_a_new_one(store: Store, file: Path, web: Web):
    meeting = store.begin(web)
    noted(store, meeting, "een", "twee", "drie")
    tamper(file, "UPDATE entry SET act = replace(act, 'drie', 'vier')")
    again = store.recovery.rescue(meeting)
    assert store.load(again).history.web.notes == "twee"
    assert store.append(again, Seat("street", 3), seen=3).seq == 4
    assert store.summary(meeting).acts == 4, "the damaged one is left as it is"


def test_a_backup_of_a_damaged_log_never_pushes_out_a_good_one(store: Store, file: Path, web: Web):
    meeting = store.begin(web)
    noted(store, meeting, "een")
    good = {store.recovery.backup() for _ in range(3)}
    tamper(file, "UPDATE entry SET act = replace(act, 'een', 'nee')")
    for _ in range(9):
        store.recovery.backup()
    assert {copy.file for copy in store.recovery.copies() if copy.kind is Kind.SOUND} == good
    assert sum(copy.kind is Kind.DAMAGED for copy in store.recovery.copies()) == backups.KEPT


# -- copies ---------------------------------------------------------------------------------------------------------


def test_a_copy_is_listed_with_its_time_and_content_and_a_meeting_comes_back_whole(store: Store, web: Web):
    meeting = store.begin(web)
    noted(store, meeting, "een")
    scenario = store.fork(meeting, "Wat als")
    store.workshops.keep(meeting, KeptWorkshop('{"plan": 1}', '{"step": 1}'))
    store.recovery.backup()
    store.begin(Web(title="Later"))
    (copy,) = store.recovery.copies()
    assert datetime.now(UTC) - copy.made_at < timedelta(minutes=1)
    inside = content_of(copy.file.read_bytes())
    assert [(summary.id, summary.title, summary.acts) for summary in inside.meetings] == [(meeting, web.title, 2)]
    again = store.recovery.bring_back(copy.file.read_bytes(), meeting)
    assert again != meeting
    assert store.load(again).history.web == store.load(meeting).history.web
    (forked,) = store.forks_of(again)
    assert (forked.title, forked.forked_from) == ("Wat als", again)
    assert store.load(forked.id).history.web == store.load(scenario).history.web
    assert store.workshops.of(again) == store.workshops.of(meeting)


def test_what_is_no_database_of_ours_brings_nothing_back(store: Store, tmp_path: Path):
    other = tmp_path / "other.db"
    tamper(other, "CREATE TABLE meeting (id TEXT)")
    for content in (b"", b"a letter" * 1000, other.read_bytes()):
        assert not content_of(content).readable
        with pytest.raises(StoreFailure):
            store.recovery.bring_back(content, "x")
    assert store.meetings() == ()


def test_a_broken_database_is_kept_aside_when_a_copy_is_put_in_its_place(file: Path, web: Web):
    with closing(opened(file)) as store:
        meeting = store.begin(web)
        copy = store.recovery.backup()
    file.write_bytes(b"what a broken disk made of it" * 400)
    with pytest.raises(StoreFailure):
        opened(file)
    aside = recovery.put_back(file, copy, datetime.now(UTC))
    assert aside.read_bytes().startswith(b"what a broken disk")
    with closing(opened(file)) as store:
        assert store.load(meeting).history.web == web


# -- taking everything along ----------------------------------------------------------------------------------------


def test_everything_on_a_stick_is_one_file_without_what_single_people_said(store: Store, file: Path, web: Web):
    meeting = store.begin(web)
    code = store.live.open(meeting).code
    store.live.open_round(meeting, asked_of(web, "", ["dry"]))
    caller = Caller(code, new_token())
    for act in (
        Join(caller),
        SayOwnWords(caller, 1, "mijn eigen woorden"),
        GiveAnswer(caller, 1, "dry", Answer("home", True)),
    ):
        assert store.live.do(act) is None
    with closing(sqlite3.connect(file)) as tables:
        needles = [*tables.execute("SELECT token_key FROM live_meeting UNION SELECT token FROM live_phone")]
    scenario = store.fork(meeting, "Wat als")
    noted(store, scenario, "geprobeerd")
    store.workshops.keep(meeting, KeptWorkshop('{"plan": 1}', '{"step": 1}'))
    stick = store.recovery.everything()
    assert not [needle for (needle,) in [*needles, ("mijn eigen woorden",)] if needle.encode() in stick]
    assert store.live.heads(meeting, 1) == 1, "here nothing changed"
    elsewhere = file.parent / "elsewhere" / "stick.db"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(stick)
    with closing(opened(elsewhere)) as other:
        assert other.load(meeting).history.web == web
        assert other.load(scenario).history.web.notes == "geprobeerd"
        assert other.workshops.of(meeting) == store.workshops.of(meeting)
    assert content_of(stick).meetings[0].id == meeting


def test_a_file_copied_without_its_log_is_recognised(
    file: Path, web: Web, tmp_path: Path, record_property: Callable[..., None]
):
    copies = [tmp_path / f"copy-{acts}" / "meetings.db" for acts in range(60)]
    with closing(opened(file)) as store:
        for acts, copy in enumerate(copies):
            noted(store, store.begin(web), *("een",) * (acts % 4))
            copy.parent.mkdir()
            shutil.copy(file, copy)

    def refused(copy: Path) -> str:
        with pytest.raises(StoreFailure) as why:
            opened(copy)
        return why.value.code

    with ThreadPoolExecutor(len(copies)) as pool:  # each is looked at for a while
        assert set(pool.map(refused, copies)) == {"log_left_behind"}
    record_property("tried", 60)
    record_property("survived", 60)
    opened(file).close()


def test_a_file_that_another_program_is_just_letting_go_of_is_no_copy(file: Path):
    opened(file).close()

    def say_in_use(in_use: int) -> None:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(f"PRAGMA user_version = {in_use}")

    say_in_use(1)
    letting_go = Timer(0.5, say_in_use, [0])
    letting_go.start()
    opened(file).close()
    letting_go.join()


def test_a_copy_without_its_log_is_recognised_also_when_one_of_two_programs_closed_the_file(
    file: Path, web: Web, tmp_path: Path
):
    with closing(opened(file)) as goes_on:
        opened(file).close()
        noted(goes_on, goes_on.begin(web), "een")
        copy = tmp_path / "copy.db"
        shutil.copy(file, copy)
        with pytest.raises(StoreFailure, match="log_left_behind"):
            opened(copy)
    shutil.copy(file, copy)
    with closing(opened(copy)) as whole:
        assert len(whole.meetings()) == 1


def test_an_older_programs_empty_copy_is_recognised_too_and_a_person_may_go_on_with_it(tmp_path: Path):
    file = tmp_path / "meetings.db"
    with closing(sqlite3.connect(file)) as older:
        older.execute("PRAGMA journal_mode = WAL")
        older.execute("CREATE TABLE store_version (version INTEGER)")
        shutil.copy(file, tmp_path / "copy.db")
    with pytest.raises(StoreFailure, match="log_left_behind"):
        opened(tmp_path / "copy.db")
    recovery.go_on_without_log(tmp_path / "copy.db")
    with closing(opened(tmp_path / "copy.db")) as store:
        assert store.meetings() == ()


def test_a_file_copied_with_its_log_opens(file: Path, web: Web, tmp_path: Path):
    with closing(opened(file)) as store:
        meeting = store.begin(web)
        for each in (file, log_of(file)):
            shutil.copy(each, tmp_path)
    with closing(opened(tmp_path / file.name)) as store:
        assert store.load(meeting).history.web == web


# -- a file that went away ------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file that is open where it is")
def test_nothing_is_acknowledged_into_a_file_that_is_gone(store: Store, file: Path, web: Web):
    meeting = store.begin(web)
    for each in (file, log_of(file)):
        each.unlink()
    for _ in range(5):
        with pytest.raises(StoreFailure, match="file_gone"):
            store.append(meeting, Seat("street", 3), seen=1)
    assert not file.exists(), "nor is an empty one made in its place"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file that is open where it is")
def test_nothing_is_acknowledged_into_a_file_that_was_replaced_and_then_the_new_one_counts(
    store: Store, file: Path, web: Web, tmp_path: Path
):
    meeting = store.begin(web)
    (tmp_path / "other.db").write_bytes(store.recovery.everything())
    noted(store, meeting, "een", "twee")
    os.replace(tmp_path / "other.db", file)
    log_of(file).unlink()
    with pytest.raises(StoreFailure, match="file_replaced"):
        store.append(meeting, Seat("street", 3), seen=3)
    assert store.load(meeting).head == 1
    assert store.append(meeting, Seat("street", 3), seen=1).seq == 2
    with closing(opened(file)) as elsewhere:
        assert elsewhere.load(meeting).head == 2


# -- a disk that is full, or may only be read -----------------------------------------------------------------------


@pytest.fixture
def anybodys() -> Iterator[Path]:
    """A folder that a user without rights can come to, unlike those of the tests of an administrator."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


@contextmanager
def nobody_may_write(folder: Path) -> Iterator[None]:
    administrator = os.geteuid() == 0
    os.chmod(folder, 0o555)
    if administrator:
        os.seteuid(65534)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)
        os.chmod(folder, 0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize("left", ["at rest", "in use"])
def test_where_nothing_can_be_written_everything_can_be_read(anybodys: Path, web: Web, left: str):
    file = anybodys / "meetings.db"
    with closing(opened(file)) as store:
        meeting = store.begin(web)
        noted(store, meeting, "een")
        if left == "in use":  # with its log beside it, as after a crash
            there = {each: each.read_bytes() for each in (file, log_of(file))}
    if left == "in use":
        for each, content in there.items():
            each.write_bytes(content)
    with nobody_may_write(anybodys), closing(opened(file)) as store:
        assert store.recovery.read_only
        assert store.load(meeting).history.web.notes == "een"
        with pytest.raises(StoreFailure, match="read_only"):
            store.append(meeting, Seat("street", 3), seen=2)


def test_a_backup_that_fails_keeps_nobody_from_their_meetings(file: Path, web: Web):
    with closing(opened(file)) as store:
        meeting = store.begin(web)
    (file.parent / "backups").write_bytes(b"no folder")
    with closing(opened(file)) as store:
        assert store.recovery.failed_backup is not None
        assert store.append(meeting, Seat("street", 3), seen=1).seq == 2


# -- whatever it holds ----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_whatever_a_copy_holds_looking_into_it_raises_nothing_else(store: Store, web: Web):
    store.begin(web)
    content = bytearray(store.recovery.everything())
    for place in range(0, len(content), 97):
        damaged = content.copy()
        damaged[place] ^= 0x40
        for summary in content_of(bytes(damaged)).meetings:
            try:
                store.recovery.bring_back(bytes(damaged), summary.id)
            except CoprodError:
                continue
