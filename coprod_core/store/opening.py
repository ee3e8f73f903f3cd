"""Opening a database and closing it: whole and of this version, else read only, else not at all and saying why."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from coprod_core.checked.errors import CoprodError
from coprod_core.store import backups
from coprod_core.store.engine import WRITE_LOCK, Database
from coprod_core.store.errors import SQLITE_ERRORS, StoreFailure
from coprod_core.store.upgrades import Step, refuse_newer, upgrade, version_of
from coprod_core.store.watch import log_of

TRIES = 2
"""How often it is tried to write in a file that it is closed: what fails once may not fail again."""

_HEADER = 100
_READ_BY, _IN_USE = 19, slice(60, 64)
_WITH_LOG = 2
"""Places in the header of a file (sqlite.org/fileformat.html, 1.3). While we have a file open, `user_version` is 1."""


def opened(database: Database, steps: Sequence[Step]) -> StoreFailure | None:
    """Brings a database to this version, or to reading only where nothing can be written.

    Returns why the backup of the day failed, None when it did not. Raises `NewerDatabase` or `StoreFailure`.
    """
    file = database.file
    existed = file is not None and file.exists()
    if file is not None:
        refuse_newer(file, len(steps))
        if stays_without_log(file):
            raise StoreFailure("log_left_behind", file=file.name)
    try:
        version = _version(database, len(steps))
    except StoreFailure as failure:
        _read_only(database, failure, len(steps))
        return None
    if version < len(steps):
        if version:
            back_up(database)
        with database.upgrading() as connection:
            upgrade(connection, steps)
    failed = _backed_up_today(database) if existed and version == len(steps) else None
    _mark(database, in_use=True)
    return failed


def _version(database: Database, known: int) -> int:
    with database.upgrading() as connection:
        return version_of(connection, known)


def _read_only(database: Database, failure: StoreFailure, known: int) -> None:
    """Raises `failure` where not even reading helps."""
    if database.file is None or not database.file.is_file():
        raise failure
    try:
        database.only_read(str(failure.params.get("reason", "")))
        with database.reading() as session:
            version = version_of(session.connection(), known)
    except CoprodError:
        raise failure from None
    if version != known:
        raise failure


def back_up(database: Database) -> Path | None:
    """Makes a backup, and returns it; None where a server keeps the database.

    Raises `StoreFailure("cannot_back_up")`.
    """
    if database.file is None:
        return None
    try:
        with WRITE_LOCK:  # an erasure must not miss a copy that is being made
            return backups.back_up(database.file, datetime.now(UTC))
    except (*SQLITE_ERRORS, OSError) as error:
        raise StoreFailure("cannot_back_up", reason=str(error)) from error


def _backed_up_today(database: Database) -> StoreFailure | None:
    try:
        if database.file is not None and backups.is_due(database.file, datetime.now(UTC)):
            back_up(database)
    except StoreFailure as failure:  # a full disk keeps nobody from their meetings
        return failure
    return None


def closed(database: Database) -> None:
    """Lets go of a database.

    Who lets go last takes the log away with it. As long as it is there another program has the file open, or the disk
    is full: then the mark stays.
    """
    database.engine.dispose()
    file = database.file
    if not database.in_use or file is None or log_of(file).exists():
        return
    if file.exists():
        any(_mark(database, in_use=False) for _ in range(TRIES))
    if database.in_use:
        with suppress(OSError):  # a full disk let us write no mark: where a log is, nobody takes the file for a copy
            log_of(file).touch()


LOOKS, LOOK_AGAIN = 10, 0.2
"""So often, and after so many seconds each time, a file is looked at before it is taken for a copy."""


def stays_without_log(file: Path) -> bool:
    """Whether a file was copied while a program had it open, without the log beside it that holds the newest.

    One that another program is just making or just letting go of looks the same for a moment: it is given the time to
    make its log, or to say that the file is no longer open.
    """
    for _ in range(LOOKS):
        if not left_without_log(file):
            return False
        sleep(LOOK_AGAIN)
    return True


def left_without_log(file: Path) -> bool:
    """Whether the newest of a file is in a log that is not beside it, as it is at this moment."""
    if not file.is_file() or log_of(file).exists():
        return False
    header = _header(file)
    if len(header) < _HEADER or header[_READ_BY] != _WITH_LOG:
        return False
    return _is_in_use(header) or _is_empty(file)


def _header(file: Path) -> bytes:
    with file.open("rb") as opened_file:
        return opened_file.read(_HEADER)


def _is_in_use(header: bytes) -> bool:
    return any(header[_IN_USE])


def _is_empty(file: Path) -> bool:
    untouched = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with suppress(*SQLITE_ERRORS), closing(sqlite3.connect(untouched, uri=True)) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,))
    return False


def _mark(database: Database, *, in_use: bool) -> bool:
    """Says in the file itself, not in its log alone, whether it is open: so a copy without the log is known.

    Returns whether that could be written.
    """
    if database.file is None:
        return True
    if in_use:
        database.in_use = True  # also where this breaks off halfway: closing then takes the mark off
    with suppress(*SQLITE_ERRORS), WRITE_LOCK, closing(sqlite3.connect(database.file, timeout=1)) as connection:
        connection.execute(f"PRAGMA user_version = {int(in_use)}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.in_use = in_use
    return database.in_use == in_use
