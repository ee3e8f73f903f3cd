"""Getting back what was lost, and taking all along: what a person does when something went wrong, or before it does."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import StaticPool, create_engine, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, col, select

from coprod_core.store import backups, log
from coprod_core.store.backups import Copy, Kind
from coprod_core.store.engine import Database, has_wal_reset_bug
from coprod_core.store.erasing import RAW_TABLES
from coprod_core.store.errors import SQLITE_ERRORS, StoreFailure
from coprod_core.store.meeting_rows import new_id, new_meeting, scenarios_of, summary_of
from coprod_core.store.opening import back_up
from coprod_core.store.rewriting import rewrite
from coprod_core.store.tables import MeetingRow
from coprod_core.store.values import StoredEntry, Summary
from coprod_core.store.watch import log_of

_WITHOUT_LOG = b"\x01\x01"
"""What stands at bytes 18 and 19 of a file that needs no log beside it."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a copy: its meetings, last changed first. `readable`: whether it is a database of ours at all."""

    meetings: tuple[Summary, ...]
    readable: bool = True


class Recovery:
    """The copies of one database, and what can be got back from them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.failed_backup: StoreFailure | None = None
        """Why the backup of this day was not made, None when it was or none was due."""

    @property
    def read_only(self) -> str | None:
        """Why nothing can be kept: None where it can."""
        return self._database.read_only

    @property
    def has_wal_reset_bug(self) -> bool:
        """Whether this SQLite has the rare fault that one writer at a time keeps us clear of."""
        major, minor, patch = sqlite3.sqlite_version_info[:3]
        return self._database.file is not None and has_wal_reset_bug((major, minor, patch))

    def backup(self) -> Path | None:
        """Copies the database into `backups/` beside it; returns the copy, None where a server keeps the database.

        The newest five are kept. Raises `StoreFailure("cannot_back_up")`.
        """
        made = back_up(self._database)
        self.failed_backup = None
        return made

    def copies(self) -> tuple[Copy, ...]:
        """The copies there are, the newest first."""
        return () if self._database.file is None else tuple(reversed(backups.copies(self._database.file)))

    def throw_away(self, copy: Copy) -> None:
        """Removes a copy for good."""
        if copy in self.copies():
            for file in (copy.file, log_of(copy.file)):
                file.unlink(missing_ok=True)

    def bring_back(self, content: bytes, meeting: str) -> str:
        """Begins a meeting with the log it has in a copy, up to any damage, with its scenarios and its workshop.

        Nothing that is here changes; answers of phones do not come back. Returns the new id. Raises `DamagedLog` when
        not even the opening can be read, `NoSuchMeeting`, or `StoreFailure`.
        """
        with _looking_into(content) as copy:
            row = log.meeting_row(copy, meeting)
            logs = [(of, log.up_to_damage(copy, of)) for of in (row, *scenarios_of(copy, meeting))]
            workshop = _workshop_of(copy, meeting)
        return self._begun(logs, workshop)

    def rescue(self, meeting: str) -> str:
        """Begins a meeting with what can still be read of a damaged one; returns its id. Raises as above."""
        with self._database.reading() as session:
            row = log.meeting_row(session, meeting)
            return self._begun([(row, log.up_to_damage(session, row))], _workshop_of(session, meeting))

    def _begun(self, logs: list[tuple[MeetingRow, tuple[StoredEntry, ...]]], workshop: tuple[str, str] | None) -> str:
        now, ids = datetime.now(UTC), [new_id() for _ in logs]
        with self._database.writing() as session:
            for id_, (found, entries) in zip(ids, logs, strict=True):
                loaded, rows = log.copied(id_, entries)
                row = new_meeting(id_, now, loaded)
                if id_ != ids[0]:
                    row.title, row.forked_from, row.forked_at_seq = found.title, ids[0], found.forked_at_seq
                session.add(row)
                session.flush()
                session.add_all(rows)
            if workshop is not None:
                kept = "INSERT INTO workshop (meeting_id, plan, running) VALUES (:id, :plan, :running)"
                session.connection().execute(text(kept), {"id": ids[0], "plan": workshop[0], "running": workshop[1]})
        return ids[0]

    def everything(self, *, noted: bool = False) -> bytes:
        """One file with every meeting, scenario and workshop, and of phones no more than what was shown of rounds.

        What single people said must be erased in time, and nobody finds a stick again; for that reason what was noted
        of parties stays behind too, unless `noted`. Raises `StoreFailure`.
        """
        if self._database.file is None:
            raise StoreFailure("cannot_back_up", reason="the database server makes the copies")
        try:
            with closing(sqlite3.connect(self._database.file)) as source, closing(sqlite3.connect(":memory:")) as kept:
                source.backup(kept)
                with kept:
                    for table in (*RAW_TABLES, "session", "erasure"):
                        kept.execute(f"DELETE FROM {table}")
                    kept.execute("UPDATE live_meeting SET token_key = NULL, joining = 0")
                    for (meeting,) in [] if noted else kept.execute("SELECT id FROM meeting").fetchall():
                        rewrite(kept.execute, meeting, {"snapshot", "workshop"})
                kept.execute("PRAGMA user_version = 0")
                kept.execute("VACUUM")
                return _at_rest(kept.serialize())
        except SQLITE_ERRORS as error:
            raise StoreFailure("cannot_back_up", reason=str(error)) from error


def content_of(content: bytes) -> Content:
    """What is in a copy, given as its bytes: one of ours, or one that somebody took along."""
    last_first = (
        select(MeetingRow).where(col(MeetingRow.forked_from).is_(None)).order_by(col(MeetingRow.changed_at).desc())
    )
    try:
        with _looking_into(content) as copy:
            return Content(tuple(summary_of(row) for row in copy.exec(last_first)))
    except (StoreFailure, ValueError):
        return Content((), readable=False)


def put_back(database: Path, copy: Path, now: datetime) -> Path:
    """Puts a copy in the place of a database that no program has open; what was there is kept aside, and returned."""
    content = copy.read_bytes()
    aside = put_aside(database, now)
    unfinished = database.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.replace(database)
    return aside


def put_aside(database: Path, now: datetime) -> Path:
    """Moves a database that no program has open to its copies, with the log beside it."""
    aside = backups.new_name(database, now, Kind.ASIDE)
    if log_of(database).exists():
        log_of(database).replace(log_of(aside))
    database.replace(aside)
    return aside


def go_on_without_log(database: Path) -> None:
    """Takes a file that was copied without its log as it is: what was written last is not in it."""
    content = bytearray(database.read_bytes())
    content[18:20], content[60:64] = _WITHOUT_LOG, bytes(4)
    database.write_bytes(content)


@contextmanager
def _looking_into(content: bytes) -> Iterator[Session]:
    """A copy in memory, which no file is made or changed for. Raises `StoreFailure("cannot_read")`."""
    try:
        with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
            connection.deserialize(_at_rest(content))
            connection.text_factory = lambda data: data.decode(errors="replace")
            connection.execute("PRAGMA trusted_schema = OFF")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not {"meeting", "entry", "store_version"} <= tables:
                raise StoreFailure("cannot_read", reason="not a database of this program")
            engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
            with Session(engine) as session:
                yield session
    except (*SQLITE_ERRORS, DatabaseError) as error:
        raise StoreFailure("cannot_read", reason=str(error)) from error


def _at_rest(content: bytes) -> bytes:
    return content[:18] + _WITHOUT_LOG + content[20:]


def _workshop_of(session: Session, meeting: str) -> tuple[str, str] | None:
    there = "SELECT 1 FROM sqlite_master WHERE name = 'workshop'"
    connection = session.connection()
    if connection.dialect.name == "sqlite" and connection.execute(text(there)).first() is None:
        return None  # a copy of before there were workshops
    found = connection.execute(
        text("SELECT plan, running FROM workshop WHERE meeting_id = :id"), {"id": meeting}
    ).first()
    return None if found is None else (found[0], found[1])
