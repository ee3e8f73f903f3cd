"""The door to the database: its settings, and the only two ways through, reading and writing."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from coprod_core.store.errors import StoreFailure

DEFAULT_FILE = Path(__file__).parents[2] / "data" / "belangenweb.db"

# One writer at a time in this process: waiting here is fair and short, waiting inside SQLite is neither, and it
# keeps two connections from checkpointing at once, which versions with the WAL-reset bug do not survive for sure.
WRITE_LOCK = threading.RLock()

_SETTINGS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)


class Database:
    """An engine with our settings. `file` is the SQLite file, None for a database server."""

    def __init__(self, url: str | None) -> None:
        """Opens nothing yet, but makes the folder. Raises `StoreFailure("cannot_open")`."""
        address = make_url(url or os.environ.get("COPROD_DATABASE_URL") or f"sqlite:///{DEFAULT_FILE}")
        self.engine = create_engine(address, pool_size=8, max_overflow=24)
        self.file = Path(address.database or "") if address.get_backend_name() == "sqlite" else None
        if self.file is None:
            self._reader: Engine = self.engine.execution_options(isolation_level="REPEATABLE READ")
        else:
            _make_folder(self.file.parent)
            event.listen(self.engine, "connect", _settle)
            event.listen(self.engine, "begin", _begin)
            self._reader = self.engine
        self._writer = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees the database as it is at one moment. Raises `StoreFailure("cannot_read")`."""
        with _failing_as("cannot_read"), Session(self._reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are on disk when this returns, or not there at all when it raises.

        Raises `StoreFailure("not_saved")`.
        """
        with WRITE_LOCK, _failing_as("not_saved"), Session(self._writer, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def upgrading(self) -> Iterator[Connection]:
        """A bare connection in one write transaction. Raises `StoreFailure("cannot_open")`."""
        with WRITE_LOCK, _failing_as("cannot_open"), self._writer.begin() as connection:
            yield connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFailure("cannot_open", reason=str(error)) from error


@contextmanager
def _failing_as(code: str) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise StoreFailure(code, reason=str(error.orig)) from error


def _settle(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours: see _begin
    # a damaged letter must reach the check of the digest, not stop the reading
    connection.text_factory = lambda data: data.decode(errors="replace")
    for setting in _SETTINGS:
        connection.execute(setting)


def _begin(connection: Connection) -> None:
    # a transaction that reads first and asks for the write lock later fails at once when another wrote in between
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def has_wal_reset_bug(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite may damage a file when two connections checkpoint at once.

    Source: sqlite.org/wal.html, section "The WAL-reset bug".
    """
    major, minor, patch = version
    repaired = patch >= {(3, 44): 6, (3, 50): 7}.get((major, minor), patch + 1)
    return (3, 7, 0) <= version <= (3, 51, 2) and not repaired
