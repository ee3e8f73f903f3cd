"""The entries of a log as they stand on disk."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, col, select

from coprod_core.store.chain import sealed
from coprod_core.store.errors import DamagedLog
from coprod_core.store.tables import EntryRow, Line

# plain columns: ten thousand rows as objects cost a second
_COLUMNS: list[Any] = [getattr(EntryRow, name) for name in Line._fields]


def lines(session: Session, meeting_id: str, beyond: int, up_to: int) -> Sequence[Line]:
    """The entries of a meeting after place `beyond`, in order, up to the first the database cannot hand out."""
    try:
        return every_line(session, meeting_id, beyond, up_to)
    except DatabaseError:
        return _readable(session, meeting_id, beyond)


def every_line(session: Session, meeting_id: str, beyond: int, up_to: int) -> Sequence[Line]:
    """The same, all of them: raises what the database raises where it cannot hand one out."""
    between = _of(meeting_id).where(col(EntryRow.seq) > beyond, col(EntryRow.seq) <= up_to)
    return [Line(*row) for row in session.exec(between.order_by(col(EntryRow.seq)))]


def _of(meeting_id: str) -> Any:
    return select(*_COLUMNS).where(EntryRow.meeting_id == meeting_id)


def _readable(session: Session, meeting_id: str, beyond: int) -> list[Line]:
    found: list[Line] = []
    with suppress(DatabaseError):
        while row := session.exec(_of(meeting_id).where(EntryRow.seq == beyond + len(found) + 1)).first():
            found.append(Line(*row))
    return found


def check(meeting_id: str, place: int, before: str, line: Line) -> None:
    """Raises `DamagedLog` unless a line is the entry at this place, as it was sealed upon the digest `before`."""
    if line.seq != place:
        raise DamagedLog(meeting_id, place, "missing")
    if line.digest != sealed(before, line):
        raise DamagedLog(meeting_id, place, "changed")
