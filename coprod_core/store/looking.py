"""Looking at a database without changing it: nothing is made, upgraded or copied."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from coprod_core.store import backups
from coprod_core.store.engine import address_of
from coprod_core.store.errors import SQLITE_ERRORS
from coprod_core.store.upgrades import UPGRADES


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a database file. `fault`: what SQLite says is wrong, empty for a sound file."""

    file: Path
    there: bool
    meetings: int = 0
    version: int = 0
    fault: str = ""
    backups: tuple[Path, ...] = ()

    @property
    def newer(self) -> bool:
        """Whether a newer version of the program made it, which this one leaves alone."""
        return self.version > len(UPGRADES)


def database_file(url: str | None = None) -> Path | None:
    """The SQLite file at `url`, else at COPROD_DATABASE_URL, else in `places.made()`; None for a database server."""
    address = address_of(url or os.environ.get("COPROD_DATABASE_URL"))
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def look(file: Path) -> Look:
    """What a file holds, read only."""
    if not file.exists():
        return Look(file, there=False)
    copies = backups.backups_of(file)
    try:
        with closing(sqlite3.connect(_read_only(file), uri=True)) as connection:
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (version,) = connection.execute("SELECT max(version) FROM store_version").fetchone()
            (meetings,) = connection.execute("SELECT count(*) FROM meeting").fetchone()
    except SQLITE_ERRORS as error:
        return Look(file, there=True, fault=str(error), backups=copies)
    return Look(file, True, meetings, version, "" if said == "ok" else str(said), copies)


def _read_only(file: Path) -> str:
    # where no other program has the file open, SQLite would make the files beside it that a log of writes needs
    open_elsewhere = file.with_name(f"{file.name}-wal").exists()
    return f"{file.resolve().as_uri()}?mode=ro" + ("" if open_elsewhere else "&immutable=1")
