"""Copies of the whole database beside it, made through SQLite's own backup: whole even while others write."""

import glob
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

KEPT = 5
DAILY = timedelta(days=1)
_STAMP = "%Y%m%dT%H%M%S%fZ"


def backups_of(database: Path) -> tuple[Path, ...]:
    """The copies there are, oldest first."""
    return tuple(copy for _, copy in _dated_copies(database))


def unfinished_backups(database: Path) -> tuple[Path, ...]:
    """What a copy that was broken off left behind."""
    return tuple(_folder(database).glob(f"{glob.escape(database.stem)}-*.part*"))


def _dated_copies(database: Path) -> list[tuple[datetime, Path]]:
    copies = _folder(database).glob(f"{glob.escape(database.stem)}-*.db")
    return sorted((made, copy) for copy in copies if (made := _made_at(copy, database)) is not None)


def back_up(database: Path, now: datetime) -> Path:
    """Makes a copy named after the moment, keeps the newest five, and returns the new one."""
    folder = _folder(database)
    folder.mkdir(exist_ok=True)
    copy = folder / f"{database.stem}-{now.astimezone(UTC):{_STAMP}}.db"
    unfinished = copy.with_suffix(f".{os.getpid()}.part")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, whole by itself
    unfinished.replace(copy)
    for old in backups_of(database)[:-KEPT]:
        old.unlink(missing_ok=True)
    return copy


def is_due(database: Path, now: datetime) -> bool:
    """Whether the newest copy is older than a day, or there is none."""
    copies = _dated_copies(database)
    return not copies or now - copies[-1][0] > DAILY


def _folder(database: Path) -> Path:
    return database.parent / "backups"


def _made_at(copy: Path, database: Path) -> datetime | None:
    """None for a file of another name, such as the copy of a neighbour called `<name>-2`."""
    try:
        return datetime.strptime(copy.stem.removeprefix(f"{database.stem}-"), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
