"""Reading a database where nothing can be written: a disk that is full, or may only be read."""

import atexit
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event

from coprod_core.store.errors import SQLITE_ERRORS
from coprod_core.store.watch import log_of


def reading_engine(file: Path) -> Engine:
    """An engine that reads a file. Where SQLite cannot do so beside the file, it reads a copy in a temporary folder."""
    address = f"{file.absolute().as_uri()}?mode=ro"
    if not _can_be_read(address):
        address = _copied_elsewhere(file)
    engine = create_engine("sqlite://", creator=lambda: _connected(address), poolclass=QueuePool)
    event.listen(engine, "connect", _settle)
    return engine


def _can_be_read(address: str) -> bool:
    try:
        with closing(_connected(address)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except SQLITE_ERRORS:
        return False
    return True


def _copied_elsewhere(file: Path) -> str:
    """A copy with its log, gone when the program ends: to read those two SQLite makes a third file beside them."""
    folder = Path(tempfile.mkdtemp(prefix="belangenweb-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for each in (file, log_of(file)):
        if each.exists():
            shutil.copyfile(each, folder / each.name)
    return (folder / file.name).as_uri()


def _connected(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _settle(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    connection.text_factory = lambda data: data.decode(errors="replace")
    connection.execute("PRAGMA trusted_schema = OFF")
