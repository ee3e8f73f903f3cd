"""The row of a meeting or a scenario, and what is read from it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlmodel import Session, col, select

from coprod_core.store import log
from coprod_core.store.tables import EntryRow, MeetingRow
from coprod_core.store.values import Loaded, Summary


def new_meeting(meeting_id: str, at: datetime, loaded: Loaded) -> MeetingRow:
    """The row of a meeting that begins."""
    meeting = MeetingRow(id=meeting_id, created_at=log.time_text(at), changed_at="", title="", head=0, digest="")
    seal(meeting, loaded)
    return meeting


def add_meeting(session: Session, meeting: MeetingRow, entries: Sequence[EntryRow]) -> None:
    """Writes a meeting that begins, then its entries, which refer to it."""
    session.add(meeting)
    session.flush()
    session.add_all(entries)


def seal(meeting: MeetingRow, loaded: Loaded) -> None:
    """Lets a row say where its meeting stands now."""
    if meeting.forked_from is None:
        meeting.title = loaded.history.web.title
    meeting.changed_at = log.time_text(loaded.saved_at)
    meeting.head, meeting.digest = loaded.head, loaded.digest


def summary_of(row: MeetingRow) -> Summary:
    """What a list shows of a meeting."""
    created, changed = (datetime.fromisoformat(text) for text in (row.created_at, row.changed_at))
    return Summary(row.id, row.title, created, changed, row.head, row.forked_from, row.forked_at_seq, row.digest)


def scenarios_of(session: Session, meeting_id: str) -> Sequence[MeetingRow]:
    """The scenarios of a meeting, the oldest first."""
    of_meeting = select(MeetingRow).where(MeetingRow.forked_from == meeting_id)
    return session.exec(of_meeting.order_by(col(MeetingRow.created_at), col(MeetingRow.id))).all()


def new_id() -> str:
    """An id no meeting has yet."""
    return uuid4().hex
