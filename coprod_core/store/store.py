"""Meetings on disk: begin, load, append, list, copy, delete."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from coprod_core.acts.commands import ChangeMeeting, OpenWeb
from coprod_core.acts.history import Act, Redo, Undo
from coprod_core.checked.errors import CoprodError, Fault, InvalidValue
from coprod_core.files.meeting_file import Entry
from coprod_core.store import log
from coprod_core.store.engine import WRITE_LOCK, Database
from coprod_core.store.erasing import Erasing, What, remove
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.limits import Limits
from coprod_core.store.live import Live
from coprod_core.store.meeting_rows import add_meeting, new_id, new_meeting, scenarios_of, seal, summary_of
from coprod_core.store.noted import Noted
from coprod_core.store.opening import closed, opened
from coprod_core.store.presentations import Presentations
from coprod_core.store.recent import Recent
from coprod_core.store.recovery import Recovery
from coprod_core.store.refusals import Refusals, refuse
from coprod_core.store.sessions import Sessions
from coprod_core.store.skimming import Walk
from coprod_core.store.snapshots import EVERY, Snapshots
from coprod_core.store.tables import EntryRow, MeetingRow
from coprod_core.store.upgrades import UPGRADES, Step
from coprod_core.store.values import (
    Appended,
    AppendedAll,
    ChangedElsewhere,
    Loaded,
    Origin,
    StoredEntry,
    Summary,
    by_others,
    check_name,
)
from coprod_core.store.workshops import Workshops
from coprod_core.web.model import Web

KEPT_IN_MEMORY = 32


class Store:
    """All meetings of one database. One of these may be shared by every thread of a process.

    Whatever a method returns is on disk. What raises left the log as it was.
    """

    def __init__(
        self, url: str | None = None, *, upgrades: Sequence[Step] = UPGRADES, snapshot_every: int = EVERY
    ) -> None:
        """Opens the database at `url`, else COPROD_DATABASE_URL, else in `places.made()`; makes it when needed.

        `snapshot_every`: how many entries lie between two snapshots of the web. An older database is copied, then
        upgraded. Where nothing can be written, it is opened to read. Raises `NewerDatabase`, or `StoreFailure`:
        `cannot_open`, or `log_left_behind` for a file copied without it.
        """
        self._database = Database(url)
        self._recent: Recent[Loaded] = Recent(KEPT_IN_MEMORY)
        self._trusted: Recent[int] = Recent(KEPT_IN_MEMORY)
        self.erasing = Erasing(self._database)
        self.noted = Noted(self._database, self.erasing, self._recent.forget)
        self.live = Live(self._database, self.erasing)
        self.workshops = Workshops(self._database)
        self.recovery = Recovery(self._database)
        self.refusals = Refusals(self._database)
        self.sessions = Sessions(self._database)
        self.presentations = Presentations(self._database)
        self.limits = Limits()
        self._snapshots = Snapshots(self._database, snapshot_every)
        try:
            self.recovery.failed_backup = opened(self._database, upgrades)
        except BaseException:
            self.close()
            raise

    # -- meetings ---------------------------------------------------------------------------------------------------

    def begin(self, web: Web) -> str:
        """Opens a meeting with a web; returns its id."""
        meeting_id, at = new_id(), datetime.now(UTC)
        loaded, entry = log.opening(meeting_id, OpenWeb(web), at)
        with self._database.writing() as session:
            add_meeting(session, new_meeting(meeting_id, at, loaded), [entry])
        self._recent.replace(meeting_id, None, loaded)
        return meeting_id

    def meetings(self) -> tuple[Summary, ...]:
        """Every meeting, last changed first; scenarios are found through their meeting."""
        meetings = select(MeetingRow).where(col(MeetingRow.forked_from).is_(None))
        last_first = meetings.order_by(col(MeetingRow.changed_at).desc(), col(MeetingRow.id))
        with self._database.reading() as session:
            return tuple(summary_of(row) for row in session.exec(last_first))

    def summary(self, meeting_id: str) -> Summary:
        """One meeting or scenario as it stands in a list. Raises `NoSuchMeeting`."""
        with self._database.reading() as session:
            return summary_of(log.meeting_row(session, meeting_id))

    def rename(self, meeting_id: str, title: str) -> Appended:
        """Gives a meeting another title, as an act in its log. Raises what `append` raises."""
        return self.append(meeting_id, ChangeMeeting({"title": title}), seen=self.load(meeting_id).head)

    def duplicate(self, meeting_id: str, title: str) -> str:
        """Copies a meeting with its whole log, so that undo reaches as far back; the new title is one act more.

        Returns the id of the copy. Clients' numbers stay behind: they belong to canvases open on the original.
        """
        copy_id, now = new_id(), datetime.now(UTC)
        with self._database.writing() as session:
            original = log.meeting_row(session, meeting_id, to_write=True)
            loaded, rows = log.copied(copy_id, log.whole(session, original))
            loaded, row = log.next_entry(copy_id, loaded, ChangeMeeting({"title": title}), None, now)
            add_meeting(session, new_meeting(copy_id, now, loaded), [*rows, row])
        return copy_id

    def export(self, meeting_id: str, *, up_to_damage: bool = False) -> tuple[Entry, ...]:
        """The whole log as a meeting file holds it: without the clients. Raises what `acts` raises."""
        return tuple(Entry(entry.at, entry.act) for entry in self.acts(meeting_id, up_to_damage=up_to_damage))

    def import_meeting(self, entries: Sequence[Entry]) -> str:
        """Begins a meeting with a log from elsewhere, with its own times; returns its id.

        Every act is tried before anything is kept. Raises what `history.after` raises.
        """
        meeting_id, begun = new_id(), datetime.now(UTC)
        loaded, rows = log.copied(meeting_id, entries)
        with self._database.writing() as session:
            add_meeting(session, new_meeting(meeting_id, begun, loaded), rows)
        return meeting_id

    def delete(self, meeting_id: str) -> None:
        """Deletes a meeting with its whole log, and every scenario of it: a scenario means nothing without its meeting.

        A scenario goes alone. What is deleted leaves every file of ours: the database, its write-ahead log and every
        backup. Raises `NoSuchMeeting`, or `StoreFailure("not_erased")`: then it is gone here, and `erasing` has it on
        its list of what is still to be done.
        """
        with self._database.writing() as session:
            meeting = log.meeting_row(session, meeting_id, to_write=True)
            gone = [meeting, *scenarios_of(session, meeting_id)]
            for row in gone:
                remove(session.connection(), row.id, What.MEETING)
                self._recent.forget(row.id)
        self.erasing.finish()

    # -- scenarios --------------------------------------------------------------------------------------------------

    def fork(self, meeting_id: str, name: str, at_seq: int | None = None) -> str:
        """Makes a scenario: a copy that goes its own way from place `at_seq` in the log on, None = from now.

        Returns its id. A fork of a scenario is a scenario of the same meeting. Raises `InvalidValue` for an empty or
        too long name and for a place the log does not have, `NoSuchMeeting` or `DamagedLog`.
        """
        check_name(name)
        copy_id, now = new_id(), datetime.now(UTC)
        with self._database.writing() as session:
            original = log.meeting_row(session, meeting_id, to_write=True)
            at = original.head if at_seq is None else at_seq
            if not 1 <= at <= original.head:
                fault = Fault("at_seq", "out_of_range", {"value": at, "low": 1, "high": original.head})
                raise InvalidValue([fault])
            loaded, rows = log.copied(copy_id, log.whole(session, original)[:at])
            scenario = new_meeting(copy_id, now, loaded)
            scenario.title, scenario.changed_at = name, log.time_text(now)
            scenario.forked_from = original.forked_from or original.id
            scenario.forked_at_seq = at if original.forked_at_seq is None else min(at, original.forked_at_seq)
            add_meeting(session, scenario, rows)
        return copy_id

    def forks_of(self, meeting_id: str) -> tuple[Summary, ...]:
        """The scenarios of a meeting, oldest first; none for a meeting that is not there."""
        with self._database.reading() as session:
            return tuple(summary_of(row) for row in scenarios_of(session, meeting_id))

    def name_fork(self, scenario_id: str, name: str) -> None:
        """Gives a scenario another name, which is no act in its log. Raises `InvalidValue` or `NoSuchMeeting`."""
        check_name(name)
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
        passed: list[Loaded] = []
        with self._database.reading() as session:
            loaded = self._caught_up(session, log.meeting_row(session, meeting_id), up_to_damage, passed)
        self._snapshots.keep(meeting_id, passed)
        return loaded

    def began_before_holes(self, meeting_id: str) -> bool:
        """Whether a meeting was opened before an effect that nobody wrote down was a hole. Raises `NoSuchMeeting`."""
        with self._database.reading() as session:
            return log.began_before_holes(session, log.meeting_row(session, meeting_id))

    def acts(self, meeting_id: str, *, up_to_damage: bool = False) -> tuple[StoredEntry, ...]:
        """The whole log, first entry first. Raises `NoSuchMeeting`, and `DamagedLog` as `load` does."""
        read = log.up_to_damage if up_to_damage else log.whole
        with self._database.reading() as session:
            return read(session, log.meeting_row(session, meeting_id))

    def walk(self, meeting_id: str, up_to: int) -> Walk:
        """The log up to a place with the step each entry was. Raises `NoSuchMeeting` or `DamagedLog`."""
        with self._database.reading() as session:
            return log.walk(session, log.meeting_row(session, meeting_id), up_to)

    def acts_after(self, meeting_id: str, head: int, digest: str, up_to: int) -> tuple[StoredEntry, ...] | None:
        """The entries after place `head` up to another; None where the entry at `head` has another seal."""
        with self._database.reading() as session:
            return log.entries_after(session, log.meeting_row(session, meeting_id), head, digest, up_to)

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

        A refused act of an origin counts as dealt with; `refusals` says why it was.
        """
        with WRITE_LOCK:
            with self._database.writing() as session:
                done = self._append(session, meeting_id, acts, seen)
            self._recent.put(meeting_id, done.loaded)
        self._snapshots.keep(meeting_id, [done.loaded] if done.seqs else [])
        return done

    def _append(
        self, session: Session, meeting_id: str, acts: Sequence[tuple[Act, Origin | None]], seen: int
    ) -> AppendedAll:
        meeting = log.meeting_row(session, meeting_id, to_write=True)
        self._trust(session, meeting)
        loaded = self._caught_up(session, meeting)
        others = by_others(log.entries(session, meeting, seen), acts) if loaded.head > seen else ()
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
                if origin is not None:
                    refuse(session, meeting_id, origin, error)
            else:
                rows.append(row)
        if rows:
            session.add_all(rows)
            seal(meeting, loaded)
        return AppendedAll(loaded, tuple(row.seq for row in rows), others, tuple(refused))

    def _trust(self, session: Session, meeting: MeetingRow) -> None:
        """Before anything is acknowledged: what is known of a log counts only while nobody else wrote to the file."""
        writes = self._database.writes_of_others
        if self._trusted.get(meeting.id) != writes:
            if not log.is_sound(session, meeting):
                self._recent.forget(meeting.id)  # the damage is found where it is
            self._trusted.put(meeting.id, writes)

    def _caught_up(
        self, session: Session, meeting: MeetingRow, up_to_damage: bool = False, passed: list[Loaded] | None = None
    ) -> Loaded:
        known = self._recent.get(meeting.id)
        loaded = log.caught_up(session, meeting, known, passed)
        if loaded.damage is None:
            self._recent.replace(meeting.id, known, loaded)
        elif not up_to_damage:
            raise loaded.damage
        return loaded

    def close(self) -> None:
        """Lets go of the database; what was saved stays saved."""
        self.live.stop()
        closed(self._database)
