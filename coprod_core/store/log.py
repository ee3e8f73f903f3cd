"""Reading a log and writing one entry further: every entry is checked against its seal, then applied."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from sqlmodel import Session

from coprod_core.acts.history import Act, after, replay
from coprod_core.checked.errors import CoprodError, Fault, InvalidValue
from coprod_core.files.log_format import act_from_data, act_to_data
from coprod_core.files.meeting_file import Entry
from coprod_core.store.chain import first_link, sealed
from coprod_core.store.errors import DamagedLog, NoSuchMeeting
from coprod_core.store.lines import check, every_line, lines
from coprod_core.store.refusals import numbers_refused
from coprod_core.store.skimming import Walk, skimmed, stored, walked
from coprod_core.store.snapshots import snapshots_of
from coprod_core.store.soundness import ends_as_sealed
from coprod_core.store.tables import EntryRow, Line, MeetingRow
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


def caught_up(
    session: Session, meeting: MeetingRow, known: Loaded | None, passed: list[Loaded] | None = None
) -> Loaded:
    """Where a meeting stands, reading no more than what came after `known`; `damage` says where it had to stop.

    `passed` gets where the meeting stood after every entry that had to be done for it. Raises `DamagedLog` when not
    even the opening can be read.
    """
    if known is not None:
        if (known.head, known.digest) == (meeting.head, meeting.digest):
            return known
        further = _replayed(meeting, known, lines(session, meeting.id, known.head, meeting.head), passed)
        if further.damage is None:
            return further
    # `known` may be of a file that was put back from a backup since: only the whole log can tell
    found = _opened(session, meeting, passed)
    for client, number in numbers_refused(session, meeting.id).items():
        found = acknowledged(found, Origin(client, number))
    return found


def _opened(session: Session, meeting: MeetingRow, passed: list[Loaded] | None) -> Loaded:
    """A log from its beginning; as far as snapshots reach, its seals are compared and its acts are not done."""
    every = lines(session, meeting.id, 0, meeting.head)
    begun = skimmed(meeting.id, every, snapshots_of(session, meeting.id))
    return _replayed(meeting, begun, every[begun.head :] if begun else every, passed)


def _replayed(
    meeting: MeetingRow, known: Loaded | None, further: Sequence[Line], passed: list[Loaded] | None
) -> Loaded:
    at = known
    for line in further:
        try:
            at = _one_further(meeting.id, at, line)
        except DamagedLog as damage:
            if at is None:
                raise
            return replace(at, damage=damage)
        if passed is not None:
            passed.append(at)
    if at is None:
        raise DamagedLog(meeting.id, 1, "missing")
    if (at.head, at.digest) != (meeting.head, meeting.digest):
        return replace(at, damage=DamagedLog(meeting.id, at.head + 1, "missing"))
    return at


def _one_further(meeting_id: str, at: Loaded | None, line: Line) -> Loaded:
    place = at.head + 1 if at else 1
    check(meeting_id, place, at.digest if at else first_link(meeting_id), line)
    try:
        entry = stored(line)
        history = after(at.history, entry.act) if at else replay([entry.act])
        origin = Origin(line.client, line.client_seq) if line.client and line.client_seq else None
    except (CoprodError, ValueError) as error:
        raise DamagedLog(meeting_id, place, "not_understood") from error
    return Loaded(history, place, entry.at, _with(at.acknowledged if at else {}, origin), line.digest)


def entries(session: Session, meeting: MeetingRow, beyond: int) -> tuple[StoredEntry, ...]:
    """The entries after place `beyond`, as they are: for a log whose seals were just checked."""
    return tuple(stored(line) for line in lines(session, meeting.id, beyond, meeting.head))


def entries_after(
    session: Session, meeting: MeetingRow, head: int, digest: str, up_to: int
) -> tuple[StoredEntry, ...] | None:
    """The same up to a place, where the entry at `head` has this seal; None where it has another, or is not there."""
    found = lines(session, meeting.id, head - 1, up_to)
    if not found or found[0].digest != digest:
        return None
    return tuple(stored(line) for line in found[1:])


def walk(session: Session, meeting: MeetingRow, up_to: int) -> Walk:
    """Every entry up to a place with the step it was, the seal of each compared again. Raises `DamagedLog`."""
    every = lines(session, meeting.id, 0, up_to)
    found = walked(meeting.id, every, snapshots_of(session, meeting.id))
    if len(every) != up_to or (up_to == meeting.head and found.digest != meeting.digest):
        raise DamagedLog(meeting.id, len(every) + 1, "missing")
    return found


def whole(session: Session, meeting: MeetingRow) -> tuple[StoredEntry, ...]:
    """Every entry, the seal of each compared again. Raises `DamagedLog`."""
    return walk(session, meeting, meeting.head).entries


def up_to_damage(session: Session, meeting: MeetingRow) -> tuple[StoredEntry, ...]:
    """Every entry before the first that is not what was written. Raises `DamagedLog` when not even the opening is.

    Also of a copy of an older version, which knows no snapshots.
    """
    every = lines(session, meeting.id, 0, meeting.head)
    head = _replayed(meeting, None, every, None).head
    return tuple(stored(line) for line in every[:head])


def is_sound(session: Session, meeting: MeetingRow) -> bool:
    """Whether every entry on disk is what was written, by the seals alone: quick, for it replays nothing.

    Raises what the database raises where it cannot hand one out.
    """
    every = every_line(session, meeting.id, 0, meeting.head)
    return ends_as_sealed(meeting.id, meeting.head, meeting.digest, every)


def began_before_holes(session: Session, meeting: MeetingRow) -> bool:
    """Whether the opening was written before an effect that nobody wrote down counted as not known: from then on a
    process says which plan the professional reads as the general interest, though it be none.
    """
    opening, *_ = lines(session, meeting.id, 0, 1)
    return "own_reading" not in json.loads(opening.act)["web"].get("process", {})


def opening(meeting_id: str, act: Act, at: datetime) -> tuple[Loaded, EntryRow]:
    """A log with its first entry. Raises `CoprodError` when the act opens nothing."""
    return _written(meeting_id, None, act, None, at)


def copied(meeting_id: str, original: Sequence[StoredEntry] | Sequence[Entry]) -> tuple[Loaded, list[EntryRow]]:
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
