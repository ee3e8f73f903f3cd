"""What phones do and see, in one database: many acts in one transaction, and what one phone is shown."""

import hashlib
import hmac
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, text

from coprod_core.rounds import NO_GROUP, Answer, Questions, questions_from_data
from coprod_core.store.live_values import (
    MOST_PHONES,
    Caller,
    ChooseGroup,
    GiveAnswer,
    Join,
    PhoneAct,
    PhoneState,
    Refusal,
    Round,
    SayOwnWords,
)


@dataclass(frozen=True, slots=True)
class _Meeting:
    id: str
    key: bytes | None
    joining: bool


def fingerprint(key: bytes, token: str) -> str:
    """What is kept of a token: its HMAC-SHA256 under the meeting's key."""
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()


class Batch:
    """Phones' acts done one after the other in one transaction; what they share is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._meetings: dict[str, _Meeting | None] = {}
        self._rounds: dict[str, Round | None] = {}
        self._arrivals: dict[tuple[str, int], int] = {}

    def done(self, act: PhoneAct) -> Refusal | None:
        """Does an act, or says why not."""
        meeting = self._meeting(act.caller.code)
        if meeting is None:
            return Refusal.NO_SUCH_CODE
        if meeting.key is None:
            return Refusal.MEETING_CLOSED
        token = fingerprint(meeting.key, act.caller.token)
        if isinstance(act, Join):
            return self._join(meeting, token)
        phone = phone_row(self._connection, meeting.id, token)
        if phone is None:
            return Refusal.NOT_JOINED
        current = self._open_round(meeting.id)
        if current is None or current.number != act.round:
            return Refusal.ROUND_CLOSED
        match act:
            case ChooseGroup():
                return self._choose(meeting.id, token, current, act.group)
            case GiveAnswer():
                return self._answer(meeting.id, token, current, phone[0], act)
            case SayOwnWords():
                return self._say(meeting.id, token, current, act.words)
            case _:
                assert_never(act)

    def _join(self, meeting: _Meeting, token: str) -> Refusal | None:
        if phone_row(self._connection, meeting.id, token) is not None:
            return None
        if not meeting.joining:
            return Refusal.JOINING_PAUSED
        if phones_of(self._connection, meeting.id) >= MOST_PHONES:
            return Refusal.ROOM_FULL
        self._run("INSERT INTO live_phone (meeting_id, token) VALUES (:meeting, :token)", meeting.id, token)
        return None

    def _choose(self, meeting: str, token: str, current: Round, group: str) -> Refusal | None:
        if group != NO_GROUP and all(group != asked.id for asked in current.questions.groups):
            return Refusal.NOT_ASKED
        of_phone = "WHERE meeting_id = :meeting AND token = :token"
        self._run(f"UPDATE live_phone SET group_id = :group {of_phone}", meeting, token, group=group)
        self._run(
            f"UPDATE live_answer SET group_id = :group {of_phone} AND round = :round",
            meeting,
            token,
            group=group,
            round=current.number,
        )
        return None

    def _answer(self, meeting: str, token: str, current: Round, chosen: str | None, act: GiveAnswer) -> Refusal | None:
        if all(act.interest != asked.id for asked in current.questions.interests):
            return Refusal.NOT_ASKED
        self._run(
            "INSERT INTO live_answer (meeting_id, round, token, interest, group_id, weight, wants, arrived)"
            " VALUES (:meeting, :round, :token, :interest, :group, :weight, :wants, :arrived)"
            " ON CONFLICT (meeting_id, round, token, interest)"
            " DO UPDATE SET weight = excluded.weight, wants = excluded.wants, group_id = excluded.group_id",
            meeting,
            token,
            round=current.number,
            interest=act.interest,
            group=group_in(current.questions, chosen),
            weight=act.answer.weight,
            wants=int(act.answer.wants),
            arrived=self._next_arrival(meeting, current.number),
        )
        return None

    def _say(self, meeting: str, token: str, current: Round, words: str) -> Refusal | None:
        if not current.questions.own_words:
            return Refusal.NOT_ASKED
        self._run(
            "INSERT INTO live_words (meeting_id, round, token, id, words)"
            " VALUES (:meeting, :round, :token, :id, :words)"
            " ON CONFLICT (meeting_id, round, token) DO UPDATE SET words = excluded.words, became = NULL"
            " WHERE live_words.words <> excluded.words",
            meeting,
            token,
            round=current.number,
            id=uuid.uuid4().hex,
            words=words,
        )
        return None

    def _run(self, statement: str, meeting: str, token: str, **values: Any) -> None:
        self._connection.execute(text(statement), {"meeting": meeting, "token": token, **values})

    def _meeting(self, code: str) -> _Meeting | None:
        if code not in self._meetings:
            self._meetings[code] = meeting_of(self._connection, code)
        return self._meetings[code]

    def _open_round(self, meeting: str) -> Round | None:
        if meeting not in self._rounds:
            self._rounds[meeting] = open_round(self._connection, meeting)
        return self._rounds[meeting]

    def _next_arrival(self, meeting: str, number: int) -> int:
        if (meeting, number) not in self._arrivals:
            latest = "SELECT coalesce(max(arrived), 0) FROM live_answer WHERE meeting_id = :meeting AND round = :round"
            found = self._connection.execute(text(latest), {"meeting": meeting, "round": number}).scalar()
            self._arrivals[meeting, number] = int(found or 0)
        self._arrivals[meeting, number] += 1
        return self._arrivals[meeting, number]


def group_in(questions: Questions, chosen: str | None) -> str:
    """The group a phone belongs to in a round: the one it chose, if the round knows it."""
    return chosen if chosen and any(chosen == group.id for group in questions.groups) else NO_GROUP


def meeting_of(connection: Connection, code: str) -> _Meeting | None:
    """The meeting a code stands for."""
    found = connection.execute(
        text("SELECT meeting_id, token_key, joining FROM live_meeting WHERE code = :code"), {"code": code}
    ).first()
    if found is None:
        return None
    return _Meeting(found[0], bytes.fromhex(found[1]) if found[1] else None, bool(found[2]))


def phone_row(connection: Connection, meeting: str, token: str) -> Any:
    """The group of a phone in a row of one; None when the meeting does not know the phone."""
    return connection.execute(
        text("SELECT group_id FROM live_phone WHERE meeting_id = :meeting AND token = :token"),
        {"meeting": meeting, "token": token},
    ).first()


def phones_of(connection: Connection, meeting: str) -> int:
    """How many phones joined."""
    counted = text("SELECT count(*) FROM live_phone WHERE meeting_id = :meeting")
    return int(connection.execute(counted, {"meeting": meeting}).scalar() or 0)


_ROUND = "SELECT number, questions, opened_at, closed_at FROM live_round WHERE meeting_id = :meeting"


def open_round(connection: Connection, meeting: str) -> Round | None:
    """The round people can answer now."""
    found = connection.execute(text(f"{_ROUND} AND closed_at IS NULL"), {"meeting": meeting}).first()
    return None if found is None else as_round(found)


def rounds_of(connection: Connection, meeting: str) -> tuple[Round, ...]:
    """Every round of a meeting, first one first."""
    return tuple(map(as_round, connection.execute(text(f"{_ROUND} ORDER BY number"), {"meeting": meeting})))


def as_round(row: Any) -> Round:
    number, questions, opened_at, closed_at = row
    return Round(
        number,
        questions_from_data(json.loads(questions)),
        datetime.fromisoformat(opened_at),
        datetime.fromisoformat(closed_at) if closed_at else None,
    )


def state_of(connection: Connection, caller: Caller) -> PhoneState | Refusal:
    """What a phone is shown."""
    meeting = meeting_of(connection, caller.code)
    if meeting is None:
        return Refusal.NO_SUCH_CODE
    if meeting.key is None:
        return Refusal.MEETING_CLOSED
    token = fingerprint(meeting.key, caller.token)
    phone = phone_row(connection, meeting.id, token)
    if phone is None:
        return Refusal.NOT_JOINED if meeting.joining else Refusal.JOINING_PAUSED
    last = connection.execute(text(f"{_ROUND} ORDER BY number DESC LIMIT 1"), {"meeting": meeting.id}).first()
    if last is None:
        return PhoneState(meeting.id, phone[0], None, {}, None)
    current = as_round(last)
    own = {"meeting": meeting.id, "round": current.number, "token": token}
    of_phone = "WHERE meeting_id = :meeting AND round = :round AND token = :token"
    answers = connection.execute(text(f"SELECT interest, weight, wants FROM live_answer {of_phone}"), own)
    said = connection.execute(text(f"SELECT words FROM live_words {of_phone}"), own).first()
    return PhoneState(
        meeting.id,
        phone[0],
        current,
        {interest: Answer(weight, bool(wants)) for interest, weight, wants in answers},
        said[0] if said else None,
    )


def all_done(connection: Connection, acts: Sequence[PhoneAct]) -> list[Refusal | None]:
    """Does acts in order; for each, None or why not."""
    batch = Batch(connection)
    return [batch.done(act) for act in acts]
