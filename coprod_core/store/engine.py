"""The door to the database: its settings, and the only two ways through, reading and writing."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from coprod_core import places
from coprod_core.store.errors import StoreFailure
from coprod_core.store.reading_only import reading_engine
from coprod_core.store.watch import Watch

FILE = "belangenweb.db"
"""The database, in the folder for what a person makes."""

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
        address = address_of(url or os.environ.get("COPROD_DATABASE_URL"))
        self.file = Path(address.database or "") if address.get_backend_name() == "sqlite" else None
        self.read_only: str | None = None
        """Why nothing can be written: None where it can."""
        self.in_use = False
        """Whether the file says of itself that it is open."""
        self._watch = None if self.file is None else Watch(self.file)
        self._use(create_engine(address, pool_size=8, max_overflow=24))
        if self.file is not None:
            _make_folder(self.file.parent)
            event.listen(self.engine, "connect", _settle)
            event.listen(self.engine, "do_connect", self._refuse_to_make_anew)

    def _use(self, engine: Engine) -> None:
        self.engine = engine
        self._reader = engine
        self._writer = engine.execution_options(writes=True)
        if self.file is None:
            self._reader = engine.execution_options(isolation_level="REPEATABLE READ")
        else:
            event.listen(engine, "begin", _begin)

    def _refuse_to_make_anew(self, *_of_connecting: Any) -> None:
        assert self.file is not None
        assert self._watch is not None
        if self._watch.was_opened and not self.file.exists():
            raise StoreFailure("file_gone", file=self.file.name)

    def only_read(self, reason: str) -> None:
        """From here on reads what is there, and writes nothing. Raises `StoreFailure("cannot_open")`."""
        assert self.file is not None
        self.engine.dispose()
        with _failing_as("cannot_open"):
            self._use(reading_engine(self.file))
        self.read_only = reason

    @property
    def writes_of_others(self) -> int:
        """How often something else than this object was seen to write to the file."""
        return 0 if self._watch is None else self._watch.writes_of_others

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees the database as it is at one moment. Raises `StoreFailure("cannot_read")`."""
        if self._watch is not None and self._watch.is_other():
            self.engine.dispose()  # what is open is a file that is no longer there
        with _failing_as("cannot_read"), Session(self._reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are on disk when this returns, or not there at all when it raises.

        Raises `StoreFailure`: `not_saved`, `read_only`, or that the file is gone or was replaced.
        """
        if self.read_only is not None:
            raise StoreFailure("read_only", reason=self.read_only)
        with (
            WRITE_LOCK,
            _failing_as("not_saved"),
            Session(self._writer, expire_on_commit=False) as session,
            self._watched(session.connection()),
        ):
            yield session
            session.commit()

    @contextmanager
    def upgrading(self) -> Iterator[Connection]:
        """A bare connection in one write transaction. Raises `StoreFailure("cannot_open")`."""
        with WRITE_LOCK, _failing_as("cannot_open"), self._writer.begin() as connection, self._watched(connection):
            yield connection

    @contextmanager
    def _watched(self, connection: Connection) -> Iterator[None]:
        """Sees to it that what is written within goes into the file that others will open."""
        if self._watch is None:
            yield
            return
        try:
            self._watch.before()
            with_log = connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            yield
            self._watch.after(with_log=with_log)
        except StoreFailure as error:
            if error.code in ("file_gone", "file_replaced"):
                self.engine.dispose()
            raise


def address_of(url: str | None) -> URL:
    """The address of the database at `url`, or of the file in the folder for what a person makes."""
    # a folder may have any letter in its name, also those that mean something in a URL
    return make_url(url) if url else URL.create("sqlite", database=str(places.made() / FILE))


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
    except UnicodeDecodeError as error:
        raise StoreFailure(code, reason="the file is damaged") from error


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
