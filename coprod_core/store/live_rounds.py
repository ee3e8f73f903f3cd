"""What is asked of a room with phones, and what comes of it: rounds, and counts of people without a phone."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import text

from coprod_core.checked.errors import CannotApply, Fault, InvalidValue
from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import NO_GROUP, Counts, Questions, Source, questions_to_data
from coprod_core.store import live_rows, phones
from coprod_core.store.engine import Database
from coprod_core.store.live_values import Round
from coprod_core.store.log import time_text
from coprod_core.store.releasing import counts_from_text, counts_to_text, release_due

MOST_TYPED = 10_000


class Rounds:
    """The rounds of the meetings of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- rounds -----------------------------------------------------------------------------------------------------

    def open_round(self, meeting: str, questions: Questions, after: int = 0) -> int:
        """Puts questions to the room; returns the round's number, one higher than the last and than `after`.

        Raises `NotLive`, also while another one is open.
        """
        with self._database.writing() as session:
            connection = session.connection()
            live_rows.must_be_open(connection, meeting)
            rounds = phones.rounds_of(connection, meeting)
            if any(earlier.open for earlier in rounds):
                raise live_rows.NotLive("round_still_open", meeting=meeting)
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
            live_rows.close_round(connection, meeting, live_rows.open_round(connection, meeting, number))

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
            current = live_rows.round_of(connection, meeting, number)
            if current is not None and current.open:
                release_due(connection, meeting, current, closing=False)
            return live_rows.released(connection, meeting, current)

    def shown(self, meeting: str, number: int) -> Mapping[str, InterestResults]:
        """What was released of a round so far, by interest, without releasing anything new."""
        with self._database.reading() as session:
            connection = session.connection()
            return live_rows.released(connection, meeting, live_rows.round_of(connection, meeting, number))

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
            questions = live_rows.open_round(connection, meeting, number).questions
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
