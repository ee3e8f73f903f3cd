"""The one way out of the store: what is removed leaves the tables, the write-ahead log, the free pages and every other
file of ours that holds it. What could not be finished stays on a list, is shown, and is tried again.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, text

from coprod_core.store.backups import copies_of, unfinished_copies
from coprod_core.store.engine import WRITE_LOCK, Database
from coprod_core.store.errors import SQLITE_ERRORS, StoreFailure
from coprod_core.store.rewriting import rewrite

PATIENCE = 10.0
"""Seconds to wait for readers to finish before the write-ahead log can be emptied."""

A_MOMENT = 1.0
"""Seconds to wait for them where phones wait meanwhile."""

RAW_TABLES = ("live_answer", "live_pile", "live_words", "live_typed", "live_card", "live_phone")
"""Every table that holds what one person said, what was thought of doing with it, or by what one phone is known."""


class What(StrEnum):
    """What is removed of a meeting: all of it, what single people said, the key under which phones are known, or what
    was noted of parties; or only what phones said that left, which copies keep until everybody's answers go.
    """

    MEETING = "meeting"
    ANSWERS = "answers"
    KEY = "key"
    NOTED = "noted"
    SAID = "said"


_FORGET_KEY = "UPDATE live_meeting SET token_key = NULL WHERE meeting_id = :meeting"
_REMOVALS: Mapping[What, tuple[str, ...]] = {
    What.MEETING: ("DELETE FROM meeting WHERE id = :meeting",),  # everything else of it goes along
    What.ANSWERS: (*(f"DELETE FROM {table} WHERE meeting_id = :meeting" for table in RAW_TABLES), _FORGET_KEY),
    What.KEY: (_FORGET_KEY,),
    What.NOTED: (),
    What.SAID: (),
}


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that was removed here, and may still be in other files. `reason`: why, when it was last tried."""

    meeting: str
    what: What
    asked_at: datetime
    reason: str | None


def remove(connection: Connection, meeting: str, what: What) -> None:
    """Removes it from the tables, and notes in the same transaction that the other files are still to be done.

    What single phones said was removed by who knows which, what was noted of parties by who rewrote the log: that is
    only put on the list.
    """
    for statement in _REMOVALS[what]:
        connection.execute(text(statement), {"meeting": meeting})
    connection.execute(
        text(
            "INSERT INTO erasure (meeting_id, what, asked_at) VALUES (:meeting, :what, :now)"
            " ON CONFLICT (meeting_id, what) DO UPDATE SET asked_at = excluded.asked_at"
        ),
        {"meeting": meeting, "what": str(what), "now": datetime.now(UTC).isoformat(timespec="microseconds")},
    )


class Erasing:
    """What was removed from the tables of one database and must leave its other files too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unfinished(self) -> tuple[Unfinished, ...]:
        """What may still be in other files, asked longest ago first."""
        listed = "SELECT meeting_id, what, asked_at, reason FROM erasure ORDER BY asked_at"
        with self._database.reading() as session:
            rows = session.connection().execute(text(listed)).all()
        return tuple(Unfinished(row[0], What(row[1]), datetime.fromisoformat(row[2]), row[3]) for row in rows)

    def finish(self) -> None:
        """Leaves no byte of what was removed in any file of ours.

        Raises `StoreFailure("not_erased")` when a file could not be done; then every other file was, and it stays on
        the list. Where a server keeps the database, its files and backups are the server's.
        """
        with WRITE_LOCK:
            asked = self.unfinished()
            if not asked:
                return
            failed = self._scrubbed(asked)
            if failed:
                reason = "; ".join(failed)
                self._note(asked, reason)
                raise StoreFailure("not_erased", reason=reason)
            self._done(asked)
            if self._database.file is not None:
                with suppress(*SQLITE_ERRORS):  # the list itself stood in the file: an id, and no more than that
                    _empty_log(self._database.file, PATIENCE)

    def finish_said(self) -> None:
        """Leaves no byte of what phones said that left in the database and its log.

        Others wait meanwhile, so nobody is waited for long: what could not be done now stays on the list. Raises
        `StoreFailure` where not even that could be noted; it stays on the list then too.
        """
        with WRITE_LOCK:
            asked = [one for one in self.unfinished() if one.what is What.SAID]
            if not asked:
                return
            try:
                if self._database.file is not None:
                    _rewrite(self._database.file, A_MOMENT)
            except (*SQLITE_ERRORS, OSError) as error:
                self._note(asked, str(error))
            else:
                self._done(asked)

    def _scrubbed(self, asked: Sequence[Unfinished]) -> list[str]:
        file = self._database.file
        if file is None:
            return []
        steps: list[tuple[Path, Callable[[], None]]] = [(file, partial(_rewrite, file, PATIENCE))]
        steps += [(copy, partial(copy.unlink, missing_ok=True)) for copy in unfinished_copies(file)]
        of_copies = [one for one in asked if one.what is not What.SAID]
        steps += [(copy, partial(_rewrite_copy, copy, of_copies)) for copy in copies_of(file) if of_copies]
        failed = []
        for each, step in steps:
            try:
                step()
            except (*SQLITE_ERRORS, OSError) as error:  # the next file is done all the same
                failed.append(f"{each.name}: {error}")
        return failed

    def _note(self, asked: Sequence[Unfinished], reason: str) -> None:
        noted = text("UPDATE erasure SET reason = :reason WHERE meeting_id = :meeting AND what = :what")
        with self._database.writing() as session:
            for one in asked:
                values = {"reason": reason, "meeting": one.meeting, "what": str(one.what)}
                session.connection().execute(noted, values)

    def _done(self, asked: Sequence[Unfinished]) -> None:
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._database.writing() as session:
            connection = session.connection()
            for one in asked:
                of_meeting = {"meeting": one.meeting, "what": str(one.what)}
                connection.execute(text("DELETE FROM erasure WHERE meeting_id = :meeting AND what = :what"), of_meeting)
                if one.what is What.ANSWERS:
                    connection.execute(
                        text("UPDATE live_meeting SET erased_at = :now WHERE meeting_id = :meeting"),
                        {"now": now, "meeting": one.meeting},
                    )


def _rewrite(file: Path, patience: float) -> None:
    """Builds the file anew from what is in it, and empties its write-ahead log."""
    with closing(_connection(file, patience)) as connection:
        connection.execute("VACUUM")
    _empty_log(file, patience)


def _empty_log(file: Path, patience: float) -> None:
    """Brings what is in the write-ahead log into the file, and leaves none. Raises `sqlite3.OperationalError`."""
    with closing(_connection(file, patience)) as connection:
        until = time.monotonic() + patience
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > until:
                raise sqlite3.OperationalError("the write-ahead log is in use")
            time.sleep(0.05)


def _rewrite_copy(copy: Path, asked: Sequence[Unfinished]) -> None:
    """Puts in the place of a copy one that never held what is removed; nothing of it passes through a file."""
    unfinished = copy.with_suffix(f".{os.getpid()}.part")
    with closing(sqlite3.connect(copy)) as old, closing(sqlite3.connect(":memory:")) as kept:
        old.backup(kept)
        kept.execute("PRAGMA foreign_keys = ON")
        _remove_from(kept, asked)
        kept.execute("VACUUM")
        with closing(sqlite3.connect(unfinished)) as new:
            kept.backup(new)
    with unfinished.open("rb+") as written:
        os.fsync(written.fileno())
    unfinished.replace(copy)


def _remove_from(kept: sqlite3.Connection, asked: Sequence[Unfinished]) -> None:
    tables = {name for (name,) in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    with kept:
        for one in asked:
            if one.what is What.NOTED:
                rewrite(kept.execute, one.meeting, tables)
            for statement in _REMOVALS[one.what]:
                if tables & set(statement.split()):  # a copy may be older than meetings with phones
                    kept.execute(statement, {"meeting": one.meeting})
            if "erasure" in tables:
                kept.execute("DELETE FROM erasure WHERE meeting_id = ?", [one.meeting])


def _connection(file: Path, patience: float) -> sqlite3.Connection:
    connection: sqlite3.Connection = sqlite3.connect(file, isolation_level=None, timeout=patience)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # what is rebuilt leaves no traces in a temporary file
    return connection
