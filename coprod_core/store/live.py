"""Meetings with phones: opened and closed by a facilitator, answered by phones, erased when their time comes.

Raw answers live beside the log, never in it. What a method returns is on disk.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, text

from coprod_core.errors import CannotApply, Fault, InvalidValue
from coprod_core.rounds import NO_GROUP, Counts, InterestResults, Questions, Source, questions_to_data, results_of
from coprod_core.store import phones
from coprod_core.store.engine import Database
from coprod_core.store.erasing import Bare, erased, key_forgotten, scrub
from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.group_commit import GroupCommit
from coprod_core.store.live_values import (
    KEEP_DAYS,
    Caller,
    LiveMeeting,
    OwnWords,
    PhoneAct,
    PhoneState,
    Refusal,
    Round,
    new_code,
)
from coprod_core.store.log import time_text
from coprod_core.store.releasing import counts_from_text, counts_to_text, release_due

MOST_KEEP_DAYS = 365
MOST_TYPED = 10_000


class NotLive(CannotApply):
    """The meeting was not opened for phones, or is closed, or the round asked for is not open."""


class Live:
    """The meetings of one database that phones can join."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._phone_acts = GroupCommit(self._do_all)

    # -- the meeting ------------------------------------------------------------------------------------------------

    def open(self, meeting: str, keep_days: int = KEEP_DAYS) -> LiveMeeting:
        """Lets phones join a meeting, under a new code; raw answers are erased `keep_days` (1..365) from now.

        A meeting that was closed gets a new key with its new code: phones of before have to join again. One that is
        open stays as it is. Raises `NoSuchMeeting` or `InvalidValue`.
        """
        if type(keep_days) is not int or not 1 <= keep_days <= MOST_KEEP_DAYS:
            limits = {"value": keep_days, "low": 1, "high": MOST_KEEP_DAYS}
            raise InvalidValue([Fault("keep_days", "out_of_range", limits)])
        now = datetime.now(UTC)
        with self._database.writing() as session:
            connection = session.connection()
            known = connection.execute(text("SELECT id FROM meeting WHERE id = :id"), {"id": meeting}).first()
            if known is None:
                raise NoSuchMeeting(meeting)
            found = _status(connection, meeting)
            if found is None or not found.open:
                connection.execute(
                    text(
                        "INSERT INTO live_meeting (meeting_id, code, token_key, joining, opened_at, erase_at)"
                        " VALUES (:meeting, :code, :key, 1, :now, :erase_at) ON CONFLICT (meeting_id) DO UPDATE SET"
                        " code = excluded.code, token_key = excluded.token_key, joining = 1, closed_at = NULL,"
                        " opened_at = excluded.opened_at, erase_at = excluded.erase_at, erased_at = NULL"
                    ),
                    {
                        "meeting": meeting,
                        "code": new_code(),
                        "key": secrets.token_hex(32),
                        "now": time_text(now),
                        "erase_at": time_text(now + timedelta(days=keep_days)),
                    },
                )
            return _known(connection, meeting)

    def status(self, meeting: str) -> LiveMeeting | None:
        """How a meeting stands; None when it was never opened for phones."""
        with self._database.reading() as session:
            return _status(session.connection(), meeting)

    def let_in(self, meeting: str, joining: bool) -> None:
        """Lets new phones in or not; those inside stay. Raises `NotLive`."""
        with self._database.writing() as session:
            connection = session.connection()
            _must_be_open(connection, meeting)
            connection.execute(
                text("UPDATE live_meeting SET joining = :joining WHERE meeting_id = :meeting"),
                {"meeting": meeting, "joining": int(joining)},
            )

    def close(self, meeting: str) -> None:
        """Closes the open round and ends every token: the key they were kept under is destroyed, in backups too.

        Raises `NotLive`, or `StoreFailure("not_erased")` when a backup could not be rewritten; then the meeting is
        closed, and closing it again tries the backups once more.
        """
        with self._database.writing() as session:
            connection = session.connection()
            _known(connection, meeting)
            current = phones.open_round(connection, meeting)
            if current is not None:
                _close_round(connection, meeting, current)
            connection.execute(
                text(
                    "UPDATE live_meeting SET token_key = NULL, joining = 0, closed_at = coalesce(closed_at, :now)"
                    " WHERE meeting_id = :meeting"
                ),
                {"meeting": meeting, "now": time_text(datetime.now(UTC))},
            )
        scrub(self._database, lambda bare: key_forgotten(bare, meeting))

    def erase(self, meeting: str) -> None:
        """Removes every raw answer, own words and token of a closed meeting from the database, its write-ahead log and
        its backups. Results and adopted answers stay. Raises `NotLive`, or `StoreFailure("not_erased")`.
        """
        with self._database.writing() as session:
            connection = session.connection()
            if _known(connection, meeting).open:
                raise NotLive("meeting_still_open", meeting=meeting)
            connection.execute(
                text("UPDATE live_meeting SET erased_at = :now WHERE meeting_id = :meeting"),
                {"meeting": meeting, "now": time_text(datetime.now(UTC))},
            )
            erased(connection, meeting)
        scrub(self._database, lambda bare: _forgotten_and_erased(bare, meeting))

    def erase_due(self, now: datetime) -> tuple[str, ...]:
        """Closes and erases every meeting whose time has come; returns their ids."""
        due = text("SELECT meeting_id FROM live_meeting WHERE erased_at IS NULL AND erase_at <= :now")
        with self._database.reading() as session:
            ids = [row[0] for row in session.connection().execute(due, {"now": time_text(now)})]
        for meeting in ids:
            self.close(meeting)
            self.erase(meeting)
        return tuple(ids)

    # -- rounds -----------------------------------------------------------------------------------------------------

    def open_round(self, meeting: str, questions: Questions, after: int = 0) -> int:
        """Puts questions to the room; returns the round's number, one higher than the last and than `after`.

        Raises `NotLive`, also while another one is open.
        """
        with self._database.writing() as session:
            connection = session.connection()
            _must_be_open(connection, meeting)
            rounds = phones.rounds_of(connection, meeting)
            if any(earlier.open for earlier in rounds):
                raise NotLive("round_still_open", meeting=meeting)
            number = max([after, *(earlier.number for earlier in rounds)]) + 1
            connection.execute(
                text(
                    "INSERT INTO live_round (meeting_id, number, questions, opened_at)"
                    " VALUES (:meeting, :number, :questions, :now)"
                ),
                {
                    "meeting": meeting,
                    "number": number,
                    "questions": json.dumps(questions_to_data(questions), ensure_ascii=False),
                    "now": time_text(datetime.now(UTC)),
                },
            )
            return number

    def close_round(self, meeting: str, number: int) -> None:
        """Ends a round: its answers stand, and what may be shown of them is shown. Raises `NotLive`."""
        with self._database.writing() as session:
            connection = session.connection()
            _close_round(connection, meeting, _open_round(connection, meeting, number))

    def rounds(self, meeting: str) -> tuple[Round, ...]:
        """Every round of a meeting, first one first."""
        with self._database.reading() as session:
            return phones.rounds_of(session.connection(), meeting)

    def heads(self, meeting: str, number: int) -> int:
        """How many phones answered in a round."""
        counted = "SELECT count(DISTINCT token) FROM live_answer WHERE meeting_id = :meeting AND round = :round"
        with self._database.reading() as session:
            found = session.connection().execute(text(counted), {"meeting": meeting, "round": number}).scalar()
            return int(found or 0)

    def results(self, meeting: str, number: int) -> Mapping[str, InterestResults]:
        """What may be shown of a round, by interest; an interest of which nothing may be shown is left out.

        While the round is open this first releases what has become due.
        """
        with self._database.writing() as session:
            connection = session.connection()
            current = _round(connection, meeting, number)
            if current is not None and current.open:
                release_due(connection, meeting, current, closing=False)
            return _shown(connection, meeting, current)

    def shown(self, meeting: str, number: int) -> Mapping[str, InterestResults]:
        """What was released of a round so far, by interest, without releasing anything new."""
        with self._database.reading() as session:
            connection = session.connection()
            return _shown(connection, meeting, _round(connection, meeting, number))

    # -- people without a phone -------------------------------------------------------------------------------------

    def type_in(self, meeting: str, number: int, source: Source, group: str, interest: str, counts: Counts) -> None:
        """Keeps how many people without a phone gave each answer; replaces what was typed before of the same.

        Only while the round is open. Raises `NotLive`, `CannotApply` or `InvalidValue`.
        """
        for count in counts.values():
            if type(count) is not int or not 0 <= count <= MOST_TYPED:
                raise InvalidValue([Fault("counts", "out_of_range", {"value": count, "low": 0, "high": MOST_TYPED})])
        with self._database.writing() as session:
            connection = session.connection()
            questions = _open_round(connection, meeting, number).questions
            if group != NO_GROUP and all(group != asked.id for asked in questions.groups):
                raise CannotApply("gone", list="actors", id=group)
            if all(interest != asked.id for asked in questions.interests):
                raise CannotApply("gone", list="interests", id=interest)
            connection.execute(
                text(
                    "INSERT INTO live_typed (meeting_id, round, source, group_id, interest, counts)"
                    " VALUES (:meeting, :round, :source, :group, :interest, :counts)"
                    " ON CONFLICT (meeting_id, round, source, group_id, interest)"
                    " DO UPDATE SET counts = excluded.counts"
                ),
                {
                    "meeting": meeting,
                    "round": number,
                    "source": str(Source(source)),
                    "group": group,
                    "interest": interest,
                    "counts": counts_to_text(counts),
                },
            )

    def typed(self, meeting: str, number: int) -> Mapping[tuple[Source, str, str], Counts]:
        """What was typed in, by source, group and interest."""
        kept = (
            "SELECT source, group_id, interest, counts FROM live_typed WHERE meeting_id = :meeting AND round = :round"
        )
        with self._database.reading() as session:
            rows = session.connection().execute(text(kept), {"meeting": meeting, "round": number})
            return {(Source(row[0]), row[1], row[2]): counts_from_text(row[3]) for row in rows}

    # -- interests in people's own words ----------------------------------------------------------------------------

    def own_words(self, meeting: str) -> tuple[OwnWords, ...]:
        """Every interest people put in their own words, in an order that says nothing of who said it when."""
        kept = "SELECT id, round, words, became FROM live_words WHERE meeting_id = :meeting AND words <> '' ORDER BY id"
        with self._database.reading() as session:
            return tuple(OwnWords(*row) for row in session.connection().execute(text(kept), {"meeting": meeting}))

    def settle_own_words(self, meeting: str, id_: str, became: str | None) -> None:
        """Notes what came of somebody's own words: an interest's id, empty = set aside, None = still to look at.

        Raises `NotLive` when they are not there any more.
        """
        with self._database.writing() as session:
            settled = session.connection().execute(
                text("UPDATE live_words SET became = :became WHERE meeting_id = :meeting AND id = :id"),
                {"meeting": meeting, "id": id_, "became": became},
            )
            if settled.rowcount == 0:
                raise NotLive("gone", list="own_words", id=id_)

    # -- phones -----------------------------------------------------------------------------------------------------

    def submit(self, act: PhoneAct) -> "Future[Refusal | None]":
        """Puts a phone's act in line. The future holds None once it is on disk, or why it was not done."""
        return self._phone_acts.submit(act)

    def do(self, act: PhoneAct) -> Refusal | None:
        """Does a phone's act and waits until it is on disk."""
        return self.submit(act).result()

    def _do_all(self, acts: Sequence[PhoneAct]) -> list[Refusal | None]:
        with self._database.writing() as session:
            return phones.all_done(session.connection(), acts)

    def phone(self, caller: Caller) -> PhoneState | Refusal:
        """What a phone is shown, or why it is shown nothing."""
        with self._database.reading() as session:
            return phones.state_of(session.connection(), caller)

    def stop(self) -> None:
        """Writes what is still in line, and takes nothing more."""
        self._phone_acts.close()


def _forgotten_and_erased(bare: Bare, meeting: str) -> None:
    key_forgotten(bare, meeting)
    erased(bare, meeting)


def _status(connection: Connection, meeting: str) -> LiveMeeting | None:
    columns = "code, joining, opened_at, closed_at, erase_at, erased_at"
    row: Any = connection.execute(
        text(f"SELECT {columns} FROM live_meeting WHERE meeting_id = :meeting"), {"meeting": meeting}
    ).first()
    if row is None:
        return None
    code, joining, *times = row
    opened, closed, erase_at, erased_at = (datetime.fromisoformat(time) if time else None for time in times)
    assert opened is not None
    assert erase_at is not None
    inside = phones.phones_of(connection, meeting)
    return LiveMeeting(meeting, code, bool(joining), inside, opened, closed, erase_at, erased_at)


def _known(connection: Connection, meeting: str) -> LiveMeeting:
    status = _status(connection, meeting)
    if status is None:
        raise NotLive("not_live", meeting=meeting)
    return status


def _must_be_open(connection: Connection, meeting: str) -> None:
    if not _known(connection, meeting).open:
        raise NotLive("not_live", meeting=meeting)


def _open_round(connection: Connection, meeting: str, number: int) -> Round:
    current = phones.open_round(connection, meeting)
    if current is None or current.number != number:
        raise NotLive("round_not_open", round=number)
    return current


def _close_round(connection: Connection, meeting: str, current: Round) -> None:
    release_due(connection, meeting, current, closing=True)
    connection.execute(
        text("UPDATE live_round SET closed_at = :now WHERE meeting_id = :meeting AND number = :number"),
        {"meeting": meeting, "number": current.number, "now": time_text(datetime.now(UTC))},
    )


def _round(connection: Connection, meeting: str, number: int) -> Round | None:
    return next((found for found in phones.rounds_of(connection, meeting) if found.number == number), None)


def _shown(connection: Connection, meeting: str, current: Round | None) -> dict[str, InterestResults]:
    """What was released of a round, in the order it was asked."""
    if current is None:
        return {}
    kept = "SELECT interest, group_id, counts FROM live_result WHERE meeting_id = :meeting AND round = :round"
    released: dict[str, dict[str, Counts]] = {asked.id: {} for asked in current.questions.interests}
    for interest, group, counts in connection.execute(text(kept), {"meeting": meeting, "round": current.number}):
        released[interest][group] = counts_from_text(counts)
    levels = current.questions.levels
    by_interest = {interest: results_of(groups, levels) for interest, groups in released.items()}
    return {interest: results for interest, results in by_interest.items() if results is not None}
