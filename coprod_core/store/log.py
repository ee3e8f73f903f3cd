"""Reading a log and writing one entry further: every entry is checked against its seal, then applied."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from coprod_core.errors import CoprodError, Fault, InvalidValue
from coprod_core.history import Act, after, replay
from coprod_core.log_format import act_from_data, act_to_data
from coprod_core.store.chain import first_link, sealed
from coprod_core.store.errors import DamagedLog, NoSuchMeeting
from coprod_core.store.tables import EntryRow, MeetingRow
from coprod_core.store.values import Loaded, Origin, StoredEntry


def meeting_row(session: Session, meeting_id: str, *, to_write: bool = False) -> MeetingRow:
    """The row of a meeting. Raises `NoSuchMeeting`.

    `to_write` makes every other writer of this meeting wait its turn where the database has more than one (SQLite
    has one anyway); without it the key of `entry` still refuses the second, but that one would have to try again.
    """
    row = session.get(MeetingRow, meeting_id, with_for_update=to_write)
    if row is None:
        raise NoSuchMeeting(meeting_id)
    return row


def caught_up(session: Session, meeting: MeetingRow, known: Loaded | None) -> Loaded:
    """Where a meeting stands, reading no more than what came after `known`; `damage` says where it had to stop.

    Raises `DamagedLog` when not even the opening can be read.
    """
    if known is not None:
        if (known.head, known.digest) == (meeting.head, meeting.digest):
            return known
        further = _replayed(session, meeting, known)
        if further.damage is None:
            return further
    # `known` may be of a file that was put back from a backup since: only the whole log can tell
    return _replayed(session, meeting, None)


def _replayed(session: Session, meeting: MeetingRow, known: Loaded | None) -> Loaded:
    at = known
    for row in _rows(session, meeting.id, known.head if known else 0, meeting.head):
        try:
            at = _one_further(meeting.id, at, row)
        except DamagedLog as damage:
            if at is None:
                raise
            return replace(at, damage=damage)
    if at is None:
        raise DamagedLog(meeting.id, 1, "missing")
    if (at.head, at.digest) != (meeting.head, meeting.digest):
        return replace(at, damage=DamagedLog(meeting.id, at.head + 1, "missing"))
    return at


def _rows(session: Session, meeting_id: str, beyond: int, up_to: int) -> Sequence[EntryRow]:
    """The entries of a meeting after place `beyond`, in order, up to the first the database cannot hand out."""
    of_meeting = select(EntryRow).where(EntryRow.meeting_id == meeting_id)
    between = of_meeting.where(col(EntryRow.seq) > beyond, col(EntryRow.seq) <= up_to).order_by(col(EntryRow.seq))
    try:
        return session.exec(between).all()
    except DatabaseError:
        return _readable_rows(session, of_meeting, beyond)


def _readable_rows(session: Session, of_meeting: SelectOfScalar[EntryRow], beyond: int) -> list[EntryRow]:
    rows: list[EntryRow] = []
    with suppress(DatabaseError):
        while row := session.exec(of_meeting.where(EntryRow.seq == beyond + len(rows) + 1)).first():
            rows.append(row)
    return rows


def _one_further(meeting_id: str, at: Loaded | None, row: EntryRow) -> Loaded:
    place = at.head + 1 if at else 1
    if row.seq != place:
        raise DamagedLog(meeting_id, place, "missing")
    if row.digest != sealed(at.digest if at else first_link(meeting_id), row):
        raise DamagedLog(meeting_id, place, "changed")
    try:
        entry = _stored(row)
        history = after(at.history, entry.act) if at else replay([entry.act])
        origin = Origin(row.client, row.client_seq) if row.client and row.client_seq else None
    except (CoprodError, ValueError) as error:
        raise DamagedLog(meeting_id, place, "not_understood") from error
    return Loaded(history, place, entry.at, _with(at.acknowledged if at else {}, origin), row.digest)


def _stored(row: EntryRow) -> StoredEntry:
    return StoredEntry(row.seq, datetime.fromisoformat(row.at), act_from_data(json.loads(row.act)), row.client)


def entries(session: Session, meeting: MeetingRow, beyond: int) -> tuple[StoredEntry, ...]:
    """The entries after place `beyond`, as they are: for a log whose seals were just checked."""
    return tuple(_stored(row) for row in _rows(session, meeting.id, beyond, meeting.head))


def whole(session: Session, meeting: MeetingRow) -> tuple[StoredEntry, ...]:
    """Every entry, each checked again. Raises `DamagedLog`."""
    if (damage := _replayed(session, meeting, None).damage) is not None:
        raise damage
    return entries(session, meeting, 0)


def opening(meeting_id: str, act: Act, at: datetime) -> tuple[Loaded, EntryRow]:
    """A log with its first entry. Raises `CoprodError` when the act opens nothing."""
    return _written(meeting_id, None, act, None, at)


def copied(meeting_id: str, original: Sequence[StoredEntry]) -> tuple[Loaded, list[EntryRow]]:
    """The entries of a log (at least the opening) as those of another meeting, under its own seal.

    Clients' numbers stay behind: they belong to canvases open on the original.
    """
    first, *further = original
    loaded, row = opening(meeting_id, first.act, first.at)
    rows = [row]
    for entry in further:
        loaded, row = next_entry(meeting_id, loaded, entry.act, None, entry.at)
        rows.append(row)
    return loaded, rows


def next_entry(
    meeting_id: str, loaded: Loaded, act: Act, origin: Origin | None, at: datetime
) -> tuple[Loaded, EntryRow]:
    """Where the meeting stands after one more act, and the row to write. Raises what `history.after` raises."""
    return _written(meeting_id, loaded, act, origin, at)


def _written(
    meeting_id: str, loaded: Loaded | None, act: Act, origin: Origin | None, at: datetime
) -> tuple[Loaded, EntryRow]:
    text = _act_text(act)
    # what is applied is what a later reading will find, so that no log is written that cannot be replayed
    act = act_from_data(json.loads(text))
    history = after(loaded.history, act) if loaded else replay([act])
    row = EntryRow(
        meeting_id=meeting_id,
        seq=loaded.head + 1 if loaded else 1,
        at=time_text(at),
        client=origin.client if origin else None,
        client_seq=origin.seq if origin else None,
        digest="",
        act=text,
    )
    row.digest = sealed(loaded.digest if loaded else first_link(meeting_id), row)
    return Loaded(history, row.seq, at, _with(loaded.acknowledged if loaded else {}, origin), row.digest), row


def _act_text(act: Act) -> str:
    try:
        return json.dumps(act_to_data(act), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError:  # a NaN or an infinity, which no field may hold and JSON cannot write
        raise InvalidValue([Fault("", "not_finite")]) from None


def acknowledged(loaded: Loaded, origin: Origin | None) -> Loaded:
    """The same meeting, with an act of a client dealt with that is not in the log."""
    return replace(loaded, acknowledged=_with(loaded.acknowledged, origin))


def _with(acknowledged: Mapping[str, int], origin: Origin | None) -> Mapping[str, int]:
    if origin is None:
        return acknowledged
    highest = max(origin.seq, acknowledged.get(origin.client, 0))
    return MappingProxyType({**acknowledged, origin.client: highest})


def time_text(at: datetime) -> str:
    """A moment as text that sorts by time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
