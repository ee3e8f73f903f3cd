"""Meetings on disk: begin, load, append, list, copy, delete."""

import sqlite3
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session, col, select

from coprod_core.commands import ChangeMeeting, OpenWeb
from coprod_core.errors import CoprodError
from coprod_core.history import Act, Redo, Undo
from coprod_core.model import Web
from coprod_core.store import backups, log
from coprod_core.store.engine import WRITE_LOCK, Database, has_wal_reset_bug
from coprod_core.store.errors import ChangedElsewhere, StoreFailure
from coprod_core.store.recent import Recent
from coprod_core.store.tables import EntryRow, MeetingRow
from coprod_core.store.upgrades import UPGRADES, Step, upgrade, version_of
from coprod_core.store.values import Appended, AppendedAll, Loaded, Origin, StoredEntry, Summary

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
        """Every meeting, last changed first."""
        with self._database.reading() as session:
            rows = session.exec(select(MeetingRow).order_by(col(MeetingRow.changed_at).desc(), col(MeetingRow.id)))
            return tuple(_summary(row) for row in rows)

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
            opening, *further = log.whole(session, original)
            loaded, row = log.opening(copy_id, opening.act, opening.at)
            rows = [row]
            for entry in further:
                loaded, row = log.next_entry(copy_id, loaded, entry.act, None, entry.at)
                rows.append(row)
            loaded, row = log.next_entry(copy_id, loaded, ChangeMeeting({"title": title}), None, now)
            copy = _new_meeting(copy_id, now, loaded)
            copy.forked_from, copy.forked_at_seq = meeting_id, original.head
            session.add(copy)
            session.flush()
            session.add_all([*rows, row])
        return copy_id

    def delete(self, meeting_id: str) -> None:
        """Deletes a meeting with its whole log. Backups made before keep it until they are replaced."""
        with self._database.writing() as session:
            session.delete(log.meeting_row(session, meeting_id, to_write=True))
        self._recent.forget(meeting_id)

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
        self._database.engine.dispose()


def _new_id() -> str:
    return uuid.uuid4().hex


def _new_meeting(meeting_id: str, at: datetime, loaded: Loaded) -> MeetingRow:
    meeting = MeetingRow(id=meeting_id, created_at=log.time_text(at), changed_at="", title="", head=0, digest="")
    _seal(meeting, loaded)
    return meeting


def _seal(meeting: MeetingRow, loaded: Loaded) -> None:
    meeting.title = loaded.history.web.title
    meeting.changed_at = log.time_text(loaded.saved_at)
    meeting.head, meeting.digest = loaded.head, loaded.digest


def _summary(row: MeetingRow) -> Summary:
    created, changed = (datetime.fromisoformat(text) for text in (row.created_at, row.changed_at))
    return Summary(row.id, row.title, created, changed, row.head)


def _by_others(entries: Sequence[StoredEntry], acts: Sequence[tuple[Act, Origin | None]]) -> tuple[StoredEntry, ...]:
    own = {origin.client for _, origin in acts if origin is not None}
    return tuple(entry for entry in entries if entry.client not in own)
