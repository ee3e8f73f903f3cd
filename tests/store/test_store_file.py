"""The file itself: where it is, its settings, older and newer ones, and the copies kept of it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect, text

from coprod_core.acts.commands import ChangeMeeting, Seat
from coprod_core.store import backups
from coprod_core.store.engine import Database, has_wal_reset_bug
from coprod_core.store.errors import NewerDatabase, StoreFailure
from coprod_core.store.store import Store
from coprod_core.store.tables import Table
from coprod_core.store.upgrades import UPGRADES
from coprod_core.store.values import Origin
from coprod_core.web.model import Web


@pytest.fixture
def sqlite_url(file: Path) -> str:
    return f"sqlite:///{file}"


def test_the_address_comes_from_the_environment_when_none_is_given(
    file: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_DATABASE_URL", sqlite_url)
    with closing(Store()) as store:
        store.begin(Web())
    assert file.exists()


def test_a_commit_reaches_the_disk_before_it_counts(sqlite_url: str) -> None:
    with Database(sqlite_url).reading() as session:
        settings = {
            name: session.connection().execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}


def test_a_file_that_is_no_database_is_refused_and_left_alone(file: Path, sqlite_url: str) -> None:
    file.parent.mkdir()
    file.write_bytes(b"a letter, not a database" * 100)
    with pytest.raises(StoreFailure) as refused:
        Store(sqlite_url)
    assert refused.value.code == "cannot_open"
    assert file.read_bytes() == b"a letter, not a database" * 100


def test_a_place_that_cannot_hold_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    for place in (tmp_path, tmp_path / "a file" / "meetings.db"):
        with pytest.raises(StoreFailure):
            Store(f"sqlite:///{place}")


def test_the_upgrades_make_the_tables_the_code_speaks_of(store: Store, url: str) -> None:
    made = inspect(create_engine(url))
    for table in Table.metadata.sorted_tables:
        columns = {c["name"]: c["nullable"] for c in made.get_columns(table.name)}
        assert columns == {c.name: c.nullable for c in table.columns}
        assert made.get_pk_constraint(table.name)["constrained_columns"] == [c.name for c in table.primary_key]
        assert [f["referred_table"] for f in made.get_foreign_keys(table.name)] == [
            f.column.table.name for f in table.foreign_keys
        ]
    (unique,) = made.get_unique_constraints("entry")
    assert unique["column_names"] == ["meeting_id", "client", "client_seq"]


def _with_a_colour(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE meeting ADD COLUMN colour TEXT"))


def _failing_halfway(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE meeting ADD COLUMN half TEXT"))
    connection.execute(text("ALTER TABLE nowhere ADD COLUMN half TEXT"))


def test_an_older_file_is_copied_and_upgraded_with_everything_in_it(file: Path, sqlite_url: str, web: Web) -> None:
    with closing(Store(sqlite_url)) as store:
        meeting = store.begin(web)
        earlier = store.recovery.backup()
        before = store.append(meeting, Seat("street", 2), seen=1).loaded.history.web
    with closing(Store(sqlite_url, upgrades=(*UPGRADES, _with_a_colour))) as newer:
        assert newer.load(meeting).history.web == before
        newer.append(meeting, Seat("street", 3), seen=2)
    with closing(sqlite3.connect(file)) as upgraded:
        assert upgraded.execute("SELECT colour FROM meeting").fetchall() == [(None,)]
    same, copy = backups.backups_of(file)
    assert same == earlier
    with closing(Store(f"sqlite:///{copy}")) as old:
        assert old.load(meeting).history.web == before


def test_a_file_is_upgraded_once(sqlite_url: str, file: Path) -> None:
    for _ in range(3):
        Store(sqlite_url, upgrades=(*UPGRADES, _with_a_colour)).close()
    with closing(sqlite3.connect(file)) as upgraded:
        versions = [version for (version,) in upgraded.execute("SELECT version FROM store_version")]
        assert versions == list(range(1, len(UPGRADES) + 2))


def test_an_upgrade_that_fails_halfway_leaves_the_older_file_usable(sqlite_url: str, web: Web) -> None:
    with closing(Store(sqlite_url)) as store:
        meeting = store.begin(web)
    with pytest.raises(StoreFailure):
        Store(sqlite_url, upgrades=(*UPGRADES, _with_a_colour, _failing_halfway))
    with closing(Store(sqlite_url)) as store:
        assert store.load(meeting).history.web == web


def test_a_file_of_a_newer_version_is_refused_and_left_alone(sqlite_url: str, file: Path, web: Web) -> None:
    with closing(Store(sqlite_url, upgrades=(*UPGRADES, _with_a_colour))) as newer:
        newer.begin(web)
    before = file.read_bytes()
    with pytest.raises(NewerDatabase) as refused:
        Store(sqlite_url)
    assert refused.value.params == {"found": len(UPGRADES) + 1, "known": len(UPGRADES)}
    assert file.read_bytes() == before


def test_a_backup_made_while_others_write_is_whole(sqlite_url: str, web: Web) -> None:
    with closing(Store(sqlite_url)) as store:
        meeting = store.begin(web)
        store.append(meeting, Seat("street", 2), seen=1)
        copy = store.recovery.backup()
        after = store.append(meeting, Seat("street", 3), seen=2)
        assert after.seq == 3
    with closing(sqlite3.connect(copy)) as by_itself:
        assert by_itself.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert list(copy.parent.iterdir()) == [copy]
    with closing(Store(f"sqlite:///{copy}")) as old:
        assert old.load(meeting).history.web.actor_by_id["street"].seats == 2


def test_the_newest_five_backups_are_kept(sqlite_url: str, file: Path) -> None:
    with closing(Store(sqlite_url)) as store:
        made = [store.recovery.backup() for _ in range(7)]
    assert list(backups.backups_of(file)) == made[-5:]


def test_backups_of_a_neighbouring_database_are_left_alone(sqlite_url: str, file: Path) -> None:
    with closing(Store(f"sqlite:///{file.with_stem('meetings-2026')}")) as neighbour:
        kept = neighbour.recovery.backup()
    with closing(Store(sqlite_url)) as store:
        for _ in range(7):
            store.recovery.backup()
    assert kept.exists()


def test_opening_a_file_makes_one_backup_a_day(sqlite_url: str, file: Path) -> None:
    Store(sqlite_url).close()
    assert backups.backups_of(file) == ()
    for _ in range(2):
        Store(sqlite_url).close()
        assert len(backups.backups_of(file)) == 1
    now = datetime.now(UTC)
    assert not backups.is_due(file, now)
    assert backups.is_due(file, now + timedelta(days=1, minutes=1))


def test_the_file_itself_refuses_a_second_entry_at_one_place_or_from_one_origin(
    sqlite_url: str, file: Path, web: Web
) -> None:
    with closing(Store(sqlite_url)) as store:
        store.append(store.begin(web), Seat("street", 2), seen=1, origin=Origin("tab", 1))
    with closing(sqlite3.connect(file)) as elsewhere:
        for seq, client_seq in ((2, 9), (3, 1)):
            with pytest.raises(sqlite3.IntegrityError):
                elsewhere.execute(
                    "INSERT INTO entry SELECT meeting_id, ?, at, client, ?, digest, act FROM entry WHERE seq = 2",
                    (seq, client_seq),
                )


def test_a_database_that_refuses_says_not_saved_and_nothing_changes(sqlite_url: str, file: Path, web: Web) -> None:
    with closing(Store(sqlite_url)) as store, closing(sqlite3.connect(file)) as elsewhere:
        meeting = store.begin(web)
        elsewhere.execute("CREATE TRIGGER no BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'no more'); END")
        with pytest.raises(StoreFailure) as refused:
            store.append(meeting, ChangeMeeting({"notes": "x"}), seen=1)
        assert (refused.value.code, refused.value.params) == ("not_saved", {"reason": "no more"})
        assert store.load(meeting).history.web == web
        elsewhere.execute("DROP TRIGGER no")
        assert store.append(meeting, ChangeMeeting({"notes": "x"}), seen=1).seq == 2


def test_a_broken_table_says_not_saved_or_cannot_read(sqlite_url: str, file: Path, web: Web) -> None:
    with closing(Store(sqlite_url)) as store, closing(sqlite3.connect(file)) as elsewhere:
        meeting = store.begin(web)
        elsewhere.execute("ALTER TABLE entry RENAME TO elsewhere")
        with pytest.raises(StoreFailure, match="not_saved"):
            store.append(meeting, ChangeMeeting({"notes": "x"}), seen=1)
        elsewhere.execute("ALTER TABLE meeting RENAME TO nowhere")
        with pytest.raises(StoreFailure, match="cannot_read"):
            store.load(meeting)


def test_a_deleted_meeting_leaves_no_words_in_the_file(sqlite_url: str, file: Path) -> None:
    with closing(Store(sqlite_url)) as store:
        store.delete(store.begin(Web(title="a title never seen again")))
    assert b"a title never seen again" not in file.read_bytes()


def test_the_versions_with_the_wal_reset_bug_are_known() -> None:
    ill = [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2)]
    well = [(3, 6, 23), (3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 0)]
    assert [has_wal_reset_bug(version) for version in ill + well] == [True] * 5 + [False] * 5
