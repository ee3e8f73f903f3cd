"""How this installation is: a line each about the program, its database, backups, log, holder and settings."""

import platform
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from coprod_core import __version__, places
from coprod_core.files import organisation
from coprod_core.store.engine import has_wal_reset_bug
from coprod_core.store.looking import Look, database_file, look
from coprod_ui.served import helpdesk, settings
from coprod_ui.served.phone.door import secret

SOUND, NOT_SOUND = 0, 1


def check() -> int:
    """Prints the lines and returns 0, or 1 when something needs a look. Changes nothing and makes no file."""
    file = database_file()
    seen = look(file) if file else None
    settings.stay_at_home()
    for line in _lines(seen):
        print(line)
    return NOT_SOUND if settings.leading_out() or (seen and (seen.fault or seen.newer)) else SOUND


def _lines(seen: Look | None) -> Iterator[str]:
    kind = "installed" if places.installed() else "checkout"
    yield f"program:  Belangenweb {__version__} ({kind}), Python {platform.python_version()} on {sys.platform}"
    yield f"database: {_database(seen)}"
    yield f"backups:  {_backups(seen)}"
    yield f"log:      {_file(helpdesk.log_file())}"
    yield f"holder:   {_holder()}"
    yield f"settings: {_settings()}"


def _database(seen: Look | None) -> str:
    if seen is None:
        return "on a database server, which was not asked"
    if not seen.there:
        return f"{seen.file}: not there yet, made at the first start"
    if seen.fault:
        return f"{seen.file}: NOT SOUND, {seen.fault}"
    if seen.newer:
        return f"{seen.file}: NOT OPENED, a newer version of the program made it"
    return f"{seen.file}: sound, meetings and scenarios: {seen.meetings}, SQLite {sqlite3.sqlite_version}{_fault()}"


def _fault() -> str:
    """The fault we know of in some versions of SQLite; it takes two programs that write to one file."""
    major, minor, patch = sqlite3.sqlite_version_info[:3]
    return " (has the WAL-reset fault: start one program on a file)" if has_wal_reset_bug((major, minor, patch)) else ""


def _backups(seen: Look | None) -> str:
    if seen is None:
        return "made by the database server"
    return f"{len(seen.backups)}, the newest {seen.backups[-1]}" if seen.backups else "none yet"


def _file(file: Path) -> str:
    return f"{file}: {file.stat().st_size} bytes" if file.exists() else f"{file}: not there yet"


def _holder() -> str:
    """Who holds the meetings, as residents read it."""
    told = "filled in" if organisation.organisation().complete else "not all filled in yet"
    return f"{organisation.folder() / organisation.FILE}: {told}"


def _settings() -> str:
    out = settings.leading_out()
    led = f"NOT SOUND, requests may leave by {', '.join(out)}" if out else "no request leaves this machine"
    return f"{led}; facilitator's secret {'set' if secret() else 'not set'}"
