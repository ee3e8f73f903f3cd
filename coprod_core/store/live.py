"""Meetings with phones: opened and closed by a facilitator, answered by phones, erased when their time comes.

Raw answers live beside the log, never in it. What a method returns is on disk.
"""

import secrets
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.store import cards as entry_cards
from coprod_core.store import departing, live_rows, phones
from coprod_core.store.engine import Database
from coprod_core.store.erasing import Erasing, What, remove
from coprod_core.store.errors import NoSuchMeeting, StoreFailure
from coprod_core.store.group_commit import GroupCommit
from coprod_core.store.live_rounds import Rounds
from coprod_core.store.live_values import (
    KEEP_DAYS,
    MOST_CARDS,
    Caller,
    Leave,
    LiveMeeting,
    PhoneAct,
    PhoneState,
    Refusal,
    new_code,
)
from coprod_core.store.live_words import LiveWords
from coprod_core.store.log import time_text

MOST_KEEP_DAYS = 365


_NOT_DUE = text("UPDATE live_meeting SET due_seen = NULL WHERE erase_at > :now")
_FOUND_DUE = text(
    "UPDATE live_meeting SET due_seen = :start WHERE erased_at IS NULL AND erase_at <= :now AND due_seen IS NULL"
)
_DUE_TWICE = text("SELECT meeting_id FROM live_meeting WHERE erased_at IS NULL AND due_seen <> :start")


class Live(Rounds, LiveWords):
    """The meetings of one database that phones can join."""

    def __init__(self, database: Database, erasing: Erasing) -> None:
        super().__init__(database)
        self._erasing = erasing
        self._phone_acts = GroupCommit(self._do_all)

    # -- the meeting ------------------------------------------------------------------------------------------------

    def open(self, meeting: str, keep_days: int = KEEP_DAYS, cards: int = 0) -> LiveMeeting:
        """Lets phones join a meeting, under a new code; raw answers are erased `keep_days` (1..365) from now.

        With `cards` (0..500) above 0, only who has one of that many cards comes in, and each card lets in one phone.
        A meeting that was closed gets a new key with its new code: phones of before have to join again. One that is
        open stays as it is. Raises `NoSuchMeeting` or `InvalidValue`.
        """
        _check("keep_days", keep_days, 1, MOST_KEEP_DAYS)
        _check("cards", cards, 0, MOST_CARDS)
        now, key = datetime.now(UTC), secrets.token_bytes(32)
        with self._database.writing() as session:
            connection = session.connection()
            known = connection.execute(text("SELECT id FROM meeting WHERE id = :id"), {"id": meeting}).first()
            if known is None:
                raise NoSuchMeeting(meeting)
            found = live_rows.status(connection, meeting)
            if found is None or not found.open:
                connection.execute(
                    text(
                        "INSERT INTO live_meeting (meeting_id, code, token_key, joining, by_card, opened_at, erase_at)"
                        " VALUES (:meeting, :code, :key, 1, :by_card, :now, :erase_at)"
                        " ON CONFLICT (meeting_id) DO UPDATE SET"
                        " code = excluded.code, token_key = excluded.token_key, joining = 1, closed_at = NULL,"
                        " by_card = excluded.by_card, opened_at = excluded.opened_at, erase_at = excluded.erase_at,"
                        " erased_at = NULL, due_seen = NULL"
                    ),
                    {
                        "meeting": meeting,
                        "code": new_code(),
                        "key": key.hex(),
                        "by_card": int(cards > 0),
                        "now": time_text(now),
                        "erase_at": time_text(now + timedelta(days=keep_days)),
                    },
                )
                connection.execute(text("DELETE FROM live_card WHERE meeting_id = :meeting"), {"meeting": meeting})
                entry_cards.make(connection, meeting, key, cards)
            return live_rows.known(connection, meeting)

    def cards(self, meeting: str) -> tuple[str, ...]:
        """The codes on the cards of an open meeting, each for one phone; none where it is open to everybody."""
        with self._database.reading() as session:
            return entry_cards.of(session.connection(), meeting)

    def status(self, meeting: str) -> LiveMeeting | None:
        """How a meeting stands; None when it was never opened for phones."""
        with self._database.reading() as session:
            return live_rows.status(session.connection(), meeting)

    def let_in(self, meeting: str, joining: bool) -> None:
        """Lets new phones in or not; those inside stay. Raises `NotLive`."""
        with self._database.writing() as session:
            connection = session.connection()
            live_rows.must_be_open(connection, meeting)
            connection.execute(
                text("UPDATE live_meeting SET joining = :joining WHERE meeting_id = :meeting"),
                {"meeting": meeting, "joining": int(joining)},
            )

    def close(self, meeting: str) -> None:
        """Closes the open round and ends every token: the key they were kept under is destroyed, in backups too.

        Raises `NotLive`, or `StoreFailure("not_erased")` when a backup could not be rewritten; then the meeting is
        closed, and the backups stay on the list of `Erasing`.
        """
        with self._database.writing() as session:
            connection = session.connection()
            live_rows.known(connection, meeting)
            current = phones.open_round(connection, meeting)
            if current is not None:
                live_rows.close_round(connection, meeting, current)
            connection.execute(
                text(
                    "UPDATE live_meeting SET joining = 0, closed_at = coalesce(closed_at, :now)"
                    " WHERE meeting_id = :meeting"
                ),
                {"meeting": meeting, "now": time_text(datetime.now(UTC))},
            )
            remove(connection, meeting, What.KEY)
        self._erasing.finish()

    def erase(self, meeting: str) -> None:
        """Removes every raw answer, own words and token of a closed meeting from the database, its write-ahead log and
        its backups. Results and adopted answers stay. Raises `NotLive`, or `StoreFailure("not_erased")`: then it does
        not count as erased yet, and stays on the list of `Erasing`.
        """
        with self._database.writing() as session:
            connection = session.connection()
            if live_rows.known(connection, meeting).open:
                raise live_rows.NotLive("meeting_still_open", meeting=meeting)
            remove(connection, meeting, What.ANSWERS)
        self._erasing.finish()

    def erase_due(self, now: datetime, start: str) -> tuple[str, ...]:
        """Closes and erases every meeting whose time has come by two signs; returns their ids.

        The first sign is the calendar. It may be wrong, so that start of the program only notes it; the second is the
        calendar of another `start`. What cannot be finished does not stop the next: then this raises what the last of
        them raised, after all were tried.
        """
        failure: StoreFailure | None = None
        due = self._due_by_two_signs(now, start)
        for meeting in due:
            try:
                self._close_and_erase(meeting)
            except StoreFailure as error:
                failure = error
        if failure is not None:
            raise failure
        return due

    def _close_and_erase(self, meeting: str) -> None:
        with suppress(StoreFailure):  # what is left of closing is done with the erasing
            self.close(meeting)
        self.erase(meeting)

    def _due_by_two_signs(self, now: datetime, start: str) -> tuple[str, ...]:
        """Notes which meetings are due by this start's calendar; those that another start found due too."""
        moment = {"now": time_text(now), "start": start}
        with self._database.writing() as session:
            connection = session.connection()
            for statement in (_NOT_DUE, _FOUND_DUE):
                connection.execute(statement, moment)
            return tuple(row[0] for row in connection.execute(_DUE_TWICE, moment))

    # -- phones -----------------------------------------------------------------------------------------------------

    def submit(self, act: PhoneAct) -> "Future[Refusal | None]":
        """Puts a phone's act in line. The future holds None once it is on disk, or why it was not done."""
        return self._phone_acts.submit(act)

    def do(self, act: PhoneAct) -> Refusal | None:
        """Does a phone's act and waits until it is on disk."""
        return self.submit(act).result()

    def _do_all(self, acts: Sequence[PhoneAct]) -> list[Refusal | None]:
        with self._database.writing() as session:
            outcomes = phones.all_done(session.connection(), acts)
        if any(isinstance(act, Leave) for act in acts):
            self._finish_said()
        return outcomes

    def _finish_said(self) -> None:
        with suppress(StoreFailure):  # what was not done is on the list, and what others did in the same go is on disk
            self._erasing.finish_said()

    def marks(self, meeting: str) -> tuple[str, ...]:
        """The marks of the phones inside, in an order that says nothing of who came when."""
        with self._database.reading() as session:
            return tuple(sorted(map(departing.mark_of, departing.inside(session.connection(), meeting))))

    def silent(self, meeting: str) -> int:
        """How many phones inside never said anything."""
        with self._database.reading() as session:
            return len(departing.silent(session.connection(), meeting))

    def put_out(self, meeting: str, *, mark: str = "", words: str = "", silent: bool = False) -> int:
        """Puts phones out: the one with a mark, the one that own words came from, or all that never said anything.

        What they said is deleted, as far as it is in no result yet, and they cannot come in again. Returns how many.
        """
        with self._database.writing() as session:
            connection = session.connection()
            marked = [token for token in departing.inside(connection, meeting) if departing.mark_of(token) == mark]
            said = departing.author(connection, meeting, words)
            tokens = {*marked, *said, *(departing.silent(connection, meeting) if silent else ())}
            departing.depart(connection, meeting, sorted(tokens), Refusal.PUT_OUT)
        self._finish_said()
        return len(tokens)

    def phone(self, caller: Caller) -> PhoneState | Refusal:
        """What a phone is shown, or why it is shown nothing."""
        with self._database.reading() as session:
            return phones.state_of(session.connection(), caller)

    def stop(self) -> None:
        """Writes what is still in line, and takes nothing more."""
        self._phone_acts.close()


def _check(field: str, value: object, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise InvalidValue([Fault(field, "out_of_range", {"value": value, "low": low, "high": high})])
