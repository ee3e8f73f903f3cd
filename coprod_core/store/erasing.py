"""Removing raw answers for good: from the tables, the write-ahead log, the free pages and every backup."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, text

from coprod_core.store.backups import backups_of, unfinished_backups
from coprod_core.store.engine import WRITE_LOCK, Database
from coprod_core.store.errors import StoreFailure

RAW_TABLES = ("live_answer", "live_words", "live_typed", "live_phone")
"""Every table that holds what one person said, or by what one phone is known."""

PATIENCE = 10.0
"""Seconds to wait for readers to finish before the write-ahead log can be emptied."""

Bare: TypeAlias = "sqlite3.Connection | Connection"
Removal: TypeAlias = Callable[[Any], None]


def erased(connection: Bare, meeting: str) -> None:
    """Deletes the raw answers of a meeting."""
    for table in RAW_TABLES:
        _run(connection, f"DELETE FROM {table} WHERE meeting_id = :meeting", meeting)


def key_forgotten(connection: Bare, meeting: str) -> None:
    """Takes away the key under which the tokens of a meeting were kept."""
    _run(connection, "UPDATE live_meeting SET token_key = NULL WHERE meeting_id = :meeting", meeting)


def _run(connection: Bare, statement: str, meeting: str) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute(statement, {"meeting": meeting})
    else:
        connection.execute(text(statement), {"meeting": meeting})


def scrub(database: Database, removal: Removal) -> None:
    """Leaves no byte of what was just removed from the tables; does `removal` in every backup too.

    Raises `StoreFailure("not_erased")`. Where a server keeps the database its own files and backups are the server's.
    """
    if database.file is None:
        return
    try:
        with WRITE_LOCK:
            _rewrite(database.file)
            for copy in unfinished_backups(database.file):
                copy.unlink(missing_ok=True)
            for copy in backups_of(database.file):
                _rewrite_backup(copy, removal)
    except (sqlite3.Error, OSError) as error:
        raise StoreFailure("not_erased", reason=str(error)) from error


def _rewrite(file: Path) -> None:
    """Builds the file anew from what is in it, and empties its write-ahead log."""
    with closing(_connection(file)) as connection:
        connection.execute("VACUUM")
        until = time.monotonic() + PATIENCE
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > until:
                raise sqlite3.OperationalError("the write-ahead log is in use")
            time.sleep(0.05)


def _rewrite_backup(copy: Path, removal: Removal) -> None:
    """Puts in the place of a backup one that never held what is removed; nothing of it passes through a file."""
    unfinished = copy.with_suffix(f".{os.getpid()}.part")
    with closing(sqlite3.connect(copy)) as old, closing(sqlite3.connect(":memory:")) as kept:
        old.backup(kept)
        if not kept.execute("SELECT 1 FROM sqlite_master WHERE name = 'live_meeting'").fetchone():
            return  # older than meetings with phones
        removal(kept)
        kept.commit()
        kept.execute("VACUUM")
        with closing(sqlite3.connect(unfinished)) as new:
            kept.backup(new)
    with unfinished.open("rb+") as written:
        os.fsync(written.fileno())
    unfinished.replace(copy)


def _connection(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None, timeout=PATIENCE)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # what is rebuilt leaves no traces in a temporary file
    return connection
