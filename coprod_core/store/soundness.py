"""Whether everything in a database file is what was written: its pages, and every entry of every log by its seal."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from coprod_core.store.chain import first_link, sealed
from coprod_core.store.errors import SQLITE_ERRORS
from coprod_core.store.tables import Line

LINES = "SELECT seq, at, client, client_seq, digest, act FROM entry WHERE meeting_id = {} AND seq <= {} ORDER BY seq"
"""Reads the lines of a meeting up to a place; the two braces are for the placeholders."""


def is_sound(file: Path) -> bool:
    """Whether all of a file that is at rest is what was written."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = lambda data: data.decode(errors="replace")
            return _pages_are_sound(connection) and _logs_are_sound(connection)
    except SQLITE_ERRORS:
        return False


def _pages_are_sound(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))


def _logs_are_sound(connection: sqlite3.Connection) -> bool:
    meetings = connection.execute("SELECT id, head, digest FROM meeting").fetchall()
    return all(
        ends_as_sealed(
            id_, head, digest, (Line(*row) for row in connection.execute(LINES.format("?", "?"), (id_, head)))
        )
        for id_, head, digest in meetings
    )


def ends_as_sealed(meeting_id: str, head: int, digest: str, lines: Iterable[Line]) -> bool:
    """Whether the lines of a log, from the first to place `head`, are all there and lead to its seal."""
    at, before = 0, first_link(meeting_id)
    for line in lines:
        at, before = at + 1, sealed(before, line)
        if (line.seq, line.digest) != (at, before):
            return False
    return (at, before) == (head, digest)
