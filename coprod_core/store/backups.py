"""Copies of the whole database beside it, made through SQLite's own backup: whole even while others write.

They are numbered in the order they were made, for a calendar may be wrong for a while. Each is checked when it is made:
one of a damaged log says so in its name, and takes no place of a sound one.
"""

import glob
import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from coprod_core.store.soundness import is_sound

KEPT = 5
DAILY = timedelta(days=1)
_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(?:(?P<number>\d{6})-)?(?P<stamp>\d{8}T\d{12}Z)(?:\.(?P<kind>[a-z]+))?", re.ASCII)


class Kind(StrEnum):
    """What a copy holds: sound logs, a log with damage in it, or a file that another was put in the place of."""

    SOUND = "sound"
    DAMAGED = "damaged"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the database: its place in the order they were made, and when, by the calendar of then (UTC)."""

    number: int
    made_at: datetime
    kind: Kind
    file: Path


def copies(database: Path) -> tuple[Copy, ...]:
    """Every copy there is, the one made first first."""
    named = _folder(database).glob(f"{glob.escape(database.stem)}-*.db")
    found = (copy for file in named if (copy := _read(file, database)) is not None)
    return tuple(sorted(found, key=lambda copy: (copy.number, copy.made_at)))


def copies_of(database: Path) -> tuple[Path, ...]:
    """The files of every copy."""
    return tuple(copy.file for copy in copies(database))


def backups_of(database: Path) -> tuple[Path, ...]:
    """The files of the copies that are sound, the one made first first."""
    return tuple(copy.file for copy in copies(database) if copy.kind is Kind.SOUND)


def unfinished_copies(database: Path) -> tuple[Path, ...]:
    """What a copy that was broken off left behind."""
    return tuple(_folder(database).glob(f"{glob.escape(database.stem)}-*.part*"))


def back_up(database: Path, now: datetime) -> Path:
    """Makes a copy, keeps the newest five of its kind, and returns the new one."""
    unfinished = new_name(database, now, Kind.SOUND).with_suffix(f".{os.getpid()}.part")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, whole by itself
        target.execute("PRAGMA user_version = 0")  # and not in use: see opening.py
    kind = Kind.SOUND if is_sound(unfinished) else Kind.DAMAGED
    copy = new_name(database, now, kind)
    unfinished.replace(copy)
    for old in [each.file for each in copies(database) if each.kind is kind][:-KEPT]:
        old.unlink(missing_ok=True)
    return copy


def new_name(database: Path, now: datetime, kind: Kind) -> Path:
    """The file of a copy that is made now, after all that are there; makes the folder."""
    folder = _folder(database)
    folder.mkdir(exist_ok=True)
    number = max((copy.number for copy in copies(database)), default=0) + 1
    end = "" if kind is Kind.SOUND else f".{kind}"
    return folder / f"{database.stem}-{number:06d}-{now.astimezone(UTC):{_STAMP}}{end}.db"


def is_due(database: Path, now: datetime) -> bool:
    """Whether no copy was made within a day. One of a day to come was made by a calendar that was wrong."""
    return not any(abs(now - copy.made_at) <= DAILY for copy in copies(database) if copy.kind is not Kind.ASIDE)


def _folder(database: Path) -> Path:
    return database.parent / "backups"


def _read(file: Path, database: Path) -> Copy | None:
    """None for a file of another name, such as the copy of a neighbour called `<name>-2`."""
    named = _NAME.fullmatch(file.name.removeprefix(f"{database.stem}-").removesuffix(".db"))
    try:
        if named is None:
            return None
        made = datetime.strptime(named["stamp"], _STAMP).replace(tzinfo=UTC)
        return Copy(int(named["number"] or 0), made, Kind(named["kind"] or "sound"), file)
    except ValueError:
        return None
