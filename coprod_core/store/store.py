"""Meetings on disk: begin, load, append, list, copy, delete."""

import sqlite3
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session, col, select

from coprod_core.commands import ChangeMeeting, OpenWeb
from coprod_core.errors import CoprodError, Fault, InvalidValue
from coprod_core.fields import LONGEST_NAME, Text
from coprod_core.history import Act, Redo, Undo
from coprod_core.meeting_file import Entry
from coprod_core.model import Web
from coprod_core.store import backups, log
from coprod_core.store.engine import WRITE_LOCK, Database, has_wal_reset_bug
from coprod_core.store.errors import ChangedElsewhere, NoSuchMeeting, StoreFailure
from coprod_core.store.live import Live
from coprod_core.store.recent import Recent
from coprod_core.store.tables import EntryRow, MeetingRow
from coprod_core.store.upgrades import UPGRADES, Step, upgrade, version_of
from coprod_core.store.values import Appended, AppendedAll, Loaded, Origin, StoredEntry, Summary
from coprod_core.store.workshops import Workshops

KEPT_IN_MEMORY = 32


class Store:
    """All meetings of one database. One of these may be shared by every thread of a process.

    Whatever a method returns is on disk. What raises left the log as it was.
    """

    def __init__(self, url: str | None = None, *, upgrades: Sequence[Step] = UPGRADES) -> None:
        """Opens the database at `url`, else COPROD_DATABASE_URL, else `data/belangenweb.db`; makes it when needed.

        An older database is copied, then upgraded. Raises `NewerDatabase`, or `StoreFailure("cannot_open")`.
        """
        self._database = Database(url)
        self._recent: Recent[Loaded] = Recent(KEPT_IN_MEMORY)
        self.live = Live(self._database)
        self.workshops = Workshops(self._database)
        try:
            self._prepare(upgrades)
        except BaseException:
            self.close()
            raise

    def _prepare(self, upgrades: Sequence[Step]) -> None:
        file = self._database.file
        existed = file is not None and file.exists()
        with self._database.upgrading() as connection:
            version = version_of(connection, len(upgrades))
        if 0 < version < len(upgrades) or (existed and file and backups.is_due(file, datetime.now(UTC))):
            self.backup()
        if version < len(upgrades):
            with self._database.upgrading() as connection:
                upgrade(connection, upgrades)

    @property
    def sqlite_version(self) -> str:
        """The version of the SQLite library this process uses."""
        return sqlite3.sqlite_version

    @property
    def has_wal_reset_bug(self) -> bool:
        """Whether that version has the rare fault that one writer per process keeps us clear of."""
        major, minor, patch = sqlite3.sqlite_version_info[:3]
        return self._database.file is not None and has_wal_reset_bug((major, minor, patch))

    # -- meetings ---------------------------------------------------------------------------------------------------

    def begin(self, web: Web) -> str:
        """Opens a meeting with a web; returns its id."""
        meeting_id, at = _new_id(), datetime.now(UTC)
        loaded, entry = log.opening(meeting_id, OpenWeb(web), at)
        with self._database.writing() as session:
            session.add(_new_meeting(meeting_id, at, loaded))
            session.flush()
            session.add(entry)
        self._recent.replace(meeting_id, None, loaded)
        return meeting_id

    def meetings(self) -> tuple[Summary, ...]:
        """Every meeting, last changed first; scenarios are found through their meeting."""
        last_first = select(MeetingRow).order_by(col(MeetingRow.changed_at).desc(), col(MeetingRow.id))
        with self._database.reading() as session:
            return tuple(_summary(row) for row in session.exec(last_first.where(col(MeetingRow.forked_from).is_(None))))

    def summary(self, meeting_id: str) -> Summary:
        """One meeting or scenario as it stands in a list. Raises `NoSuchMeeting`."""
        with self._database.reading() as session:
            return _summary(log.meeting_row(session, meeting_id))

    def rename(self, meeting_id: str, title: str) -> Appended:
        """Gives a meeting another title, as an act in its log. Raises what `append` raises."""
        return self.append(meeting_id, ChangeMeeting({"title": title}), seen=self.load(meeting_id).head)

    def duplicate(self, meeting_id: str, title: str) -> str:
        """Copies a meeting with its whole log, so that undo reaches as far back; the new title is one act more.

        Returns the id of the copy. Clients' numbers stay behind: they belong to canvases open on the original.
        """
        copy_id, now = _new_id(), datetime.now(UTC)
        with self._database.writing() as session:
            original = log.meeting_row(session, meeting_id, to_write=True)
            loaded, rows = log.copied(copy_id, log.whole(session, original))
            loaded, row = log.next_entry(copy_id, loaded, ChangeMeeting({"title": title}), None, now)
            session.add(_new_meeting(copy_id, now, loaded))
            session.flush()
            session.add_all([*rows, row])
        return copy_id

    def export(self, meeting_id: str) -> tuple[Entry, ...]:
        """The whole log as a meeting file holds it: without the clients. Raises `NoSuchMeeting` or `DamagedLog`."""
        return tuple(Entry(entry.at, entry.act) for entry in self.acts(meeting_id))

    def import_meeting(self, entries: Sequence[Entry]) -> str:
        """Begins a meeting with a log from elsewhere, with its own times; returns its id.

        Every act is tried before anything is kept. Raises what `history.after` raises.
        """
        meeting_id, begun = _new_id(), datetime.now(UTC)
        opening, *further = entries
        loaded, row = log.opening(meeting_id, opening.act, opening.at)
        rows = [row]
        for entry in further:
            loaded, row = log.next_entry(meeting_id, loaded, entry.act, None, entry.at)
            rows.append(row)
        with self._database.writing() as session:
            session.add(_new_meeting(meeting_id, begun, loaded))
            session.flush()
            session.add_all(rows)
        return meeting_id

    def delete(self, meeting_id: str) -> None:
        """Deletes a meeting with its whole log, and every scenario of it: a scenario means nothing without its meeting.

        A scenario goes alone. Backups made before keep what is deleted until they are replaced.
        """
        with self._database.writing() as session:
            meeting = log.meeting_row(session, meeting_id, to_write=True)
            gone = [meeting, *_scenarios(session, meeting_id)]
            for row in gone:
                session.delete(row)
        for row in gone:
            self._recent.forget(row.id)

    # -- scenarios --------------------------------------------------------------------------------------------------

    def fork(self, meeting_id: str, name: str, at_seq: int | None = None) -> str:
        """Makes a scenario: a copy that goes its own way from place `at_seq` in the log on, None = from now.

        Returns its id. A fork of a scenario is a scenario of the same meeting. Raises `InvalidValue` for an empty or
        too long name and for a place the log does not have, `NoSuchMeeting` or `DamagedLog`.
        """
        _check_name(name)
        copy_id, now = _new_id(), datetime.now(UTC)
        with self._database.writing() as session:
            original = log.meeting_row(session, meeting_id, to_write=True)
            at = original.head if at_seq is None else at_seq
            if not 1 <= at <= original.head:
                fault = Fault("at_seq", "out_of_range", {"value": at, "low": 1, "high": original.head})
                raise InvalidValue([fault])
            loaded, rows = log.copied(copy_id, log.whole(session, original)[:at])
            scenario = _new_meeting(copy_id, now, loaded)
            scenario.title, scenario.changed_at = name, log.time_text(now)
            scenario.forked_from = original.forked_from or original.id
            scenario.forked_at_seq = at if original.forked_at_seq is None else min(at, original.forked_at_seq)
            session.add(scenario)
            session.flush()
            session.add_all(rows)
        return copy_id

    def forks_of(self, meeting_id: str) -> tuple[Summary, ...]:
        """The scenarios of a meeting, oldest first; none for a meeting that is not there."""
        with self._database.reading() as session:
            return tuple(_summary(row) for row in _scenarios(session, meeting_id))

    def name_fork(self, scenario_id: str, name: str) -> None:
        """Gives a scenario another name, which is no act in its log. Raises `InvalidValue` or `NoSuchMeeting`."""
        _check_name(name)
        with self._database.writing() as session:
            row = log.meeting_row(session, scenario_id, to_write=True)
            if row.forked_from is None:
                raise NoSuchMeeting(scenario_id)
            row.title = name

    # -- one meeting ------------------------------------------------------------------------------------------------

    def load(self, meeting_id: str, *, up_to_damage: bool = False) -> Loaded:
        """Where a meeting stands on disk now, also when another process wrote to it.

        Raises `NoSuchMeeting`; `DamagedLog` when an entry is not what was written. With `up_to_damage` everything
        before that entry is given instead, with `damage` set.
        """
        with self._database.reading() as session:
            return self._caught_up(session, log.meeting_row(session, meeting_id), up_to_damage)

    def acts(self, meeting_id: str) -> tuple[StoredEntry, ...]:
        """The whole log, first entry first. Raises `NoSuchMeeting` or `DamagedLog`."""
        with self._database.reading() as session:
            return log.whole(session, log.meeting_row(session, meeting_id))

    def append(self, meeting_id: str, act: Act, *, seen: int, origin: Origin | None = None) -> Appended:
        """Saves one act; `seen` is the last place in the log this person has seen.

        Acts of others after `seen` stay and come back in `others`. An act of an origin that was dealt with before is
        not done again. Raises `CannotApply`, `InvalidValue`, `ChangedElsewhere` (undo or redo of what was not seen),
        `NoSuchMeeting`, `DamagedLog` or `StoreFailure("not_saved")`.
        """
        done = self.append_all(meeting_id, [(act, origin)], seen=seen)
        if done.refused:
            raise done.refused[0][1]
        at = done.loaded.saved_at if done.seqs else None
        return Appended(done.loaded, done.seqs[0] if done.seqs else None, at, done.others)

    def append_all(self, meeting_id: str, acts: Sequence[tuple[Act, Origin | None]], *, seen: int) -> AppendedAll:
        """Saves several acts in one transaction; those that cannot be done are left out and come back in `refused`.

        A refused act of an origin counts as dealt with. That is remembered in memory, not on disk: after a restart
        the client may offer it once more, and it is judged again.
        """
        with WRITE_LOCK:
            with self._database.writing() as session:
                done = self._append(session, meeting_id, acts, seen)
            self._recent.put(meeting_id, done.loaded)
        return done

    def _append(
        self, session: Session, meeting_id: str, acts: Sequence[tuple[Act, Origin | None]], seen: int
    ) -> AppendedAll:
        meeting = log.meeting_row(session, meeting_id, to_write=True)
        loaded = self._caught_up(session, meeting)
        others = _by_others(log.entries(session, meeting, seen), acts) if loaded.head > seen else ()
        rows: list[EntryRow] = []
        refused: list[tuple[Origin | None, CoprodError]] = []
        now = datetime.now(UTC)
        for act, origin in acts:
            if origin is not None and origin.seq <= loaded.acknowledged.get(origin.client, 0):
                continue
            try:
                if others and isinstance(act, Undo | Redo):
                    raise ChangedElsewhere(meeting_id, others)
                loaded, row = log.next_entry(meeting_id, loaded, act, origin, now)
            except CoprodError as error:
                loaded = log.acknowledged(loaded, origin)
                refused.append((origin, error))
            else:
                rows.append(row)
        if rows:
            session.add_all(rows)
            _seal(meeting, loaded)
        return AppendedAll(loaded, tuple(row.seq for row in rows), others, tuple(refused))

    def _caught_up(self, session: Session, meeting: MeetingRow, up_to_damage: bool = False) -> Loaded:
        known = self._recent.get(meeting.id)
        loaded = log.caught_up(session, meeting, known)
        if loaded.damage is None:
            self._recent.replace(meeting.id, known, loaded)
        elif not up_to_damage:
            raise loaded.damage
        return loaded

    # -- the whole database -----------------------------------------------------------------------------------------

    def backup(self) -> Path | None:
        """Copies the database into `backups/` beside it; returns the copy, None where a server keeps the database.

        The newest five are kept. Raises `StoreFailure("cannot_back_up")`.
        """
        if self._database.file is None:
            return None
        try:
            return backups.back_up(self._database.file, datetime.now(UTC))
        except (sqlite3.Error, OSError) as error:
            raise StoreFailure("cannot_back_up", reason=str(error)) from error

    def close(self) -> None:
        """Lets go of the database; what was saved stays saved."""
        self.live.stop()
        self._database.engine.dispose()


def _new_id() -> str:
    return uuid.uuid4().hex


def _new_meeting(meeting_id: str, at: datetime, loaded: Loaded) -> MeetingRow:
    meeting = MeetingRow(id=meeting_id, created_at=log.time_text(at), changed_at="", title="", head=0, digest="")
    _seal(meeting, loaded)
    return meeting


def _seal(meeting: MeetingRow, loaded: Loaded) -> None:
    if meeting.forked_from is None:
        meeting.title = loaded.history.web.title
    meeting.changed_at = log.time_text(loaded.saved_at)
    meeting.head, meeting.digest = loaded.head, loaded.digest


def _summary(row: MeetingRow) -> Summary:
    created, changed = (datetime.fromisoformat(text) for text in (row.created_at, row.changed_at))
    return Summary(row.id, row.title, created, changed, row.head, row.forked_from, row.forked_at_seq)


def _scenarios(session: Session, meeting_id: str) -> Sequence[MeetingRow]:
    of_meeting = select(MeetingRow).where(MeetingRow.forked_from == meeting_id)
    return session.exec(of_meeting.order_by(col(MeetingRow.created_at), col(MeetingRow.id))).all()


def _check_name(name: str) -> None:
    faults = [fault.within("name") for fault in Text(LONGEST_NAME, filled=True).faults(name)]
    if faults:
        raise InvalidValue(faults)


def _by_others(entries: Sequence[StoredEntry], acts: Sequence[tuple[Act, Origin | None]]) -> tuple[StoredEntry, ...]:
    own = {origin.client for _, origin in acts if origin is not None}
    return tuple(entry for entry in entries if entry.client not in own)
