"""Gone is gone: what is deleted or erased leaves every file, and what could not be finished is not called done."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.commands import ChangeMeeting, RemoveActor
from coprod_core.checked.errors import CoprodError
from coprod_core.rounds.values import Answer, Source, asked_of
from coprod_core.store.erasing import What
from coprod_core.store.errors import StoreFailure
from coprod_core.store.live_values import Caller, ChooseGroup, GiveAnswer, Join, SayOwnWords, new_token
from coprod_core.store.store import Store
from coprod_core.store.upgrades import UPGRADES
from coprod_core.store.values import Origin
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.model import Actor, Interest, Option, Stake, Web
from coprod_core.web.own_dilemmas import Loss, OwnDilemma, OwnWay

WEB = Web(
    title="naald-titel",
    notes="naald-notities",
    filled_in_by="naald-invuller",
    actors=(Actor("naald-partij-id", "naald-partij", "citizens", people=9, notes="naald-partijnotitie"),),
    interests=(Interest("naald-belang-id", "naald-belang", notes="naald-belangnotitie"),),
    stakes=(Stake("naald-partij-id", "naald-belang-id", 1.0, notes="naald-verband"),),
    options=(Option("naald-plan-id", "naald-plan"),),
    dilemmas=(
        OwnDilemma("d", "naald-dilemma", (OwnWay("w", "nu"), OwnWay("v", "later", (Loss(what="naald-verlies"),)))),
    ),
)


@pytest.fixture
def store(file: Path):
    with closing(Store(f"sqlite:///{file}")) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "meetings.db"


def files_beside(file: Path) -> list[Path]:
    return [path for path in file.parent.rglob("*") if path.is_file()]


def found(file: Path, needles: list[str]) -> set[tuple[str, str]]:
    contents = {path.name: path.read_bytes() for path in files_beside(file)}
    return {(needle, name) for name, content in contents.items() for needle in needles if needle.encode() in content}


def evening(store: Store) -> tuple[str, list[str]]:
    """A meeting with a needle everywhere a person's words or a phone's traces can be; its id and the needles."""
    meeting = store.begin(WEB)
    store.append(meeting, ChangeMeeting({"notes": "naald-latere-notitie"}), seen=1, origin=Origin("naald-tab", 1))
    store.append(meeting, ChangeMeeting({"notes": "naald-weg-notitie"}), seen=2)
    store.fork(meeting, "naald-scenario")
    store.workshops.keep(meeting, KeptWorkshop('{"naald": "naald-werkplaats"}', '{"step": "naald-stap"}'))
    code = store.live.open(meeting).code
    number = store.live.open_round(meeting, asked_of(WEB, "naald-vraag", ["naald-belang-id"], ["naald-partij-id"]))
    caller = Caller(code, new_token())
    for act in (
        Join(caller),
        ChooseGroup(caller, number, "naald-partij-id"),
        SayOwnWords(caller, number, "naald-eerste-woorden"),
        SayOwnWords(caller, number, "naald-eigen-woorden"),
        GiveAnswer(caller, number, "naald-belang-id", Answer("home", True)),
    ):
        assert store.live.do(act) is None
    store.live.type_in(meeting, number, Source.HANDS, "naald-partij-id", "naald-belang-id", {Answer("home", True): 7})
    words = ["titel", "notities", "invuller", "partij-id", "partij", "partijnotitie", "belang-id", "belang"]
    words += ["belangnotitie", "verband", "plan-id", "plan", "latere-notitie", "tab", "weg-notitie", "scenario"]
    words += ["werkplaats", "stap", "vraag", "eerste-woorden", "eigen-woorden"]
    return meeting, [*(f"naald-{word}" for word in words), code, *_traces(store, meeting), meeting]


def _traces(store: Store, meeting: str) -> list[str]:
    with closing(sqlite3.connect(store._database.file)) as tables:
        (token,) = tables.execute("SELECT token FROM live_phone WHERE meeting_id = ?", [meeting]).fetchone()
        (key,) = tables.execute("SELECT token_key FROM live_meeting WHERE meeting_id = ?", [meeting]).fetchone()
    return [token, key]


def test_a_deleted_meeting_is_gone_from_every_file(store: Store, file: Path, record_property: Callable[..., None]):
    kept = store.begin(Web(title="blijft staan"))
    meeting, needles = evening(store)
    assert len(needles) == 25
    store.recovery.backup()
    store.recovery.backup()
    half_made = file.parent / "backups" / f"{file.stem}-000009-20250101T000000000000Z.1.part"
    half_made.write_bytes(b"naald-titel")
    assert {needle for needle, _ in found(file, needles)} == set(needles)
    store.delete(meeting)
    left = {needle for needle, _ in found(file, needles)} & set(needles)
    record_property("tried", len(needles))
    record_property("survived", len(needles) - len(left))
    assert left == set()
    assert store.erasing.unfinished() == ()
    assert store.load(kept).history.web.title == "blijft staan"
    for copy in store.recovery.copies():
        with closing(Store(f"sqlite:///{copy.file}")) as backup:
            assert [summary.id for summary in backup.meetings()] == [kept]


def rows_of(file: Path, meeting: str) -> dict[str, int]:
    """In how many rows each table that knows of meetings knows this one; a table without any is not in it."""
    every_column = "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'"
    with closing(sqlite3.connect(file)) as tables:
        knowing = [table for table, column in tables.execute(every_column) if column == "meeting_id"]
        counts = {
            table: tables.execute(f"SELECT count(*) FROM {table} WHERE meeting_id = ?", [meeting]).fetchone()[0]
            for table in knowing
        }
    return {table: rows for table, rows in counts.items() if rows}


def test_a_deleted_meeting_leaves_no_row_in_any_table(file: Path):
    """Also what the program keeps by itself: snapshots of the web, what it refused, what the room is shown."""
    with closing(Store(f"sqlite:///{file}", snapshot_every=2)) as store:
        meeting, needles = evening(store)
        store.append(meeting, ChangeMeeting({"notes": "naald-momentopname"}), seen=3)
        with pytest.raises(CoprodError):
            store.append(meeting, RemoveActor("naald-niemand"), seen=4, origin=Origin("naald-scherm", 1))
        store.presentations.keep(meeting, '{"naald": "naald-scene"}')
        filled = {"entry", "snapshot", "refusal", "presentation", "workshop", "live_phone", "live_words", "live_typed"}
        assert rows_of(file, meeting).keys() >= filled
        store.delete(meeting)
        assert rows_of(file, meeting) == {}
        assert found(file, [*needles[:-1], "naald"]) == set()


def test_a_deleted_scenario_is_gone_from_every_file_and_its_meeting_stays(store: Store, file: Path):
    meeting = store.begin(Web(title="blijft staan"))
    scenario = store.fork(meeting, "naald-scenario")
    store.append(scenario, ChangeMeeting({"notes": "naald-notitie"}), seen=1)
    store.recovery.backup()
    store.delete(scenario)
    assert found(file, ["naald-scenario", "naald-notitie"]) == set()
    assert store.load(meeting).history.web.title == "blijft staan"


def in_the_way(file: Path) -> Path:
    """A backup that cannot be rewritten, whoever runs this: a folder stands where its file is."""
    copy = file.parent / "backups" / f"{file.stem}-000001-20250101T000000000000Z.db"
    copy.mkdir(parents=True)
    return copy


def refused(act: Callable[[], object]) -> StoreFailure:
    with pytest.raises(StoreFailure) as failure:
        act()
    assert failure.value.code == "not_erased"
    return failure.value


def test_a_deletion_that_fails_halfway_is_shown_tried_again_and_then_done(store: Store, file: Path):
    meeting, needles = evening(store)
    store.recovery.backup()
    obstacle = in_the_way(file)
    failure = refused(lambda: store.delete(meeting))
    assert obstacle.name in str(failure.params["reason"])
    assert found(file, needles[:-1]) == set(), "every other file is done all the same"
    unfinished = store.erasing.unfinished()
    assert {(one.meeting, one.what) for one in unfinished} >= {(meeting, What.MEETING)}
    assert all(one.reason and obstacle.name in one.reason for one in unfinished)
    refused(store.erasing.finish)
    obstacle.rmdir()
    store.erasing.finish()
    assert store.erasing.unfinished() == ()


def test_what_is_left_to_erase_is_known_after_a_restart(file: Path):
    with closing(Store(f"sqlite:///{file}")) as store:
        meeting, _ = evening(store)
        obstacle = in_the_way(file)
        refused(lambda: store.delete(meeting))
    obstacle.rmdir()
    with closing(Store(f"sqlite:///{file}")) as store:
        assert store.erasing.unfinished() != ()
        store.erasing.finish()
        assert store.erasing.unfinished() == ()


def test_an_erasure_that_fails_is_not_marked_done_and_does_not_stop_the_next_meetings(store: Store, file: Path):
    meetings = [evening(store)[0] for _ in range(2)]
    obstacle = in_the_way(file)
    due = max(store.live.status(meeting).erase_at for meeting in meetings)
    assert store.live.erase_due(due, "monday") == ()
    refused(lambda: store.live.erase_due(due, "tuesday"))
    for meeting in meetings:
        assert store.live.own_words(meeting) == ()
        assert store.live.status(meeting).erased_at is None
    obstacle.rmdir()
    store.erasing.finish()
    assert all(store.live.status(meeting).erased_at is not None for meeting in meetings)


def test_what_was_put_aside_is_erased_too(store: Store, file: Path):
    meeting, needles = evening(store)
    copy = store.recovery.backup()
    shutil.copy(copy, copy.with_name(f"{file.stem}-000007-20250101T000000000000Z.aside.db"))
    shutil.copy(copy, copy.with_name(f"{file.stem}-000008-20250101T000000000000Z.damaged.db"))
    store.delete(meeting)
    assert found(file, needles[:-1]) == set()


def test_own_words_that_became_an_interest_stay_in_the_web(store: Store, file: Path):
    """As the screen says beside the button that erases."""
    meeting, _ = evening(store)
    store.append(meeting, ChangeMeeting({"notes": "naald-eigen-woorden"}), seen=store.load(meeting).head)
    store.live.close(meeting)
    store.live.erase(meeting)
    assert store.live.own_words(meeting) == ()
    assert store.load(meeting).history.web.notes == "naald-eigen-woorden"


@pytest.mark.parametrize("version", range(1, len(UPGRADES)))
def test_a_deletion_reaches_backups_of_every_version(version: int, tmp_path: Path):
    sample = Path(__file__).parents[1] / "samples" / "versions" / f"database.{version}.db"
    file = Path(shutil.copy(sample, tmp_path / "meetings.db"))
    with closing(Store(f"sqlite:///{file}")) as store:  # the upgrade makes a backup of that version
        assert len(store.recovery.copies()) == 1
        for summary in store.meetings():
            store.delete(summary.id)
        assert found(file, ["Kadestraat", "Rust in de nacht"]) == set()


def test_deleting_what_is_not_there_erases_nothing(store: Store):
    with pytest.raises(CoprodError, match="no_such_meeting"):
        store.delete("nowhere")
    assert store.erasing.unfinished() == ()
