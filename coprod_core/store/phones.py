"""What phones do and see, in one database: many acts in one transaction, and what one phone is shown."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, assert_never

from sqlalchemy import Connection, TextClause, bindparam, text

from coprod_core.rounds.polls import chosen
from coprod_core.rounds.values import NO_GROUP, Answer, Questions, questions_from_data
from coprod_core.store import cards, departing
from coprod_core.store.fingerprints import fingerprint
from coprod_core.store.live_values import (
    MOST_PHONES,
    Caller,
    ChooseGroup,
    GiveAnswer,
    Join,
    Leave,
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
    by_card: bool


class Batch:
    """Phones' acts done one after the other in one transaction. What they share is read once, and answers are written
    together at the end: this is what a room full of phones does at one moment.
    """

    def __init__(self, connection: Connection, acts: Sequence[PhoneAct]) -> None:
        self._connection = connection
        self._acts = acts
        self._meetings = {code: meeting_of(connection, code) for code in {act.caller.code for act in acts}}
        known = [meeting for meeting in self._meetings.values() if meeting is not None]
        self._rounds = {meeting.id: open_round(connection, meeting.id) for meeting in known}
        self._tokens = [self._token(act.caller) for act in acts]
        self._groups = {meeting.id: groups_of(connection, meeting.id, self._tokens) for meeting in known}
        self._departed = {meeting.id: departing.departed(connection, meeting.id, self._tokens) for meeting in known}
        self._inside = {meeting.id: phones_of(connection, meeting.id) for meeting in known}
        self._arrived = {meeting.id: _arrivals(connection, meeting.id, self._rounds[meeting.id]) for meeting in known}
        self._answers: list[dict[str, Any]] = []

    def done(self) -> list[Refusal | None]:
        """Does every act; for each, None or why not."""
        outcomes = [self._done(act, token) for act, token in zip(self._acts, self._tokens, strict=True)]
        self._write_answers()
        return outcomes

    def _token(self, caller: Caller) -> str:
        meeting = self._meetings[caller.code]
        return fingerprint(meeting.key, caller.token) if meeting and meeting.key else ""

    def _done(self, act: PhoneAct, token: str) -> Refusal | None:
        meeting = self._meetings[act.caller.code]
        if meeting is None:
            return Refusal.NO_SUCH_CODE
        if meeting.key is None:
            return Refusal.MEETING_CLOSED
        if isinstance(act, Join):
            return self._join(meeting, token, act.card)
        if token not in self._groups[meeting.id]:
            return self._departed[meeting.id].get(token, Refusal.NOT_JOINED)
        if isinstance(act, Leave):
            self._leave(meeting.id, token)
            return None
        current = self._rounds[meeting.id]
        if current is None or current.number != act.round:
            return Refusal.ROUND_CLOSED
        match act:
            case ChooseGroup():
                return self._choose(meeting.id, token, current, act.group)
            case GiveAnswer():
                return self._answer(meeting.id, token, current, act)
            case SayOwnWords():
                return self._say(meeting.id, token, current, act.words)
            case _:
                assert_never(act)

    def _join(self, meeting: _Meeting, token: str, card: str) -> Refusal | None:
        if token in self._groups[meeting.id]:
            return None
        if token in self._departed[meeting.id]:
            return self._departed[meeting.id][token]
        if not meeting.joining:
            return Refusal.JOINING_PAUSED
        if self._inside[meeting.id] >= MOST_PHONES:
            return Refusal.ROOM_FULL
        if meeting.by_card and meeting.key is not None:
            why_not = cards.spent(self._connection, meeting.id, meeting.key, card, token)
            if why_not is not None:
                return why_not
        self._run(_JOIN, meeting=meeting.id, token=token)
        self._groups[meeting.id][token] = None
        self._inside[meeting.id] += 1
        return None

    def _leave(self, meeting: str, token: str) -> None:
        self._write_answers()
        departing.depart(self._connection, meeting, [token], Refusal.LEFT)
        del self._groups[meeting][token]
        self._departed[meeting][token] = Refusal.LEFT
        self._inside[meeting] -= 1

    def _choose(self, meeting: str, token: str, current: Round, group: str) -> Refusal | None:
        if group != NO_GROUP and all(group != asked.id for asked in current.questions.groups):
            return Refusal.NOT_ASKED
        self._write_answers()
        self._run(_CHOOSE, meeting=meeting, token=token, group=group)
        self._run(_MOVE_ANSWERS, meeting=meeting, token=token, group=group, round=current.number)
        self._groups[meeting][token] = group
        return None

    def _answer(self, meeting: str, token: str, current: Round, act: GiveAnswer) -> Refusal | None:
        if all(act.interest != asked.id for asked in current.questions.interests):
            return Refusal.NOT_ASKED
        if current.questions.poll and chosen(current.questions, act.answer) is None:
            return Refusal.NOT_ASKED
        self._arrived[meeting] += 1
        self._answers.append(
            {
                "meeting": meeting,
                "round": current.number,
                "token": token,
                "interest": act.interest,
                "group": group_in(current.questions, self._groups[meeting][token]),
                "weight": act.answer.weight,
                "wants": int(act.answer.wants),
                "arrived": self._arrived[meeting],
            }
        )
        return None

    def _write_answers(self) -> None:
        if self._answers:
            self._connection.execute(_ANSWER, self._answers)
            self._answers = []

    def _say(self, meeting: str, token: str, current: Round, words: str) -> Refusal | None:
        if not current.questions.own_words:
            return Refusal.NOT_ASKED
        said = {"meeting": meeting, "token": token, "round": current.number, "words": words}
        self._run(_OFF_ITS_PILE, **said)
        self._run(_SAY, id=uuid.uuid4().hex, **said)
        return None

    def _run(self, statement: TextClause, **values: Any) -> None:
        self._connection.execute(statement, values)


_OF_PHONE = "WHERE meeting_id = :meeting AND token = :token"
_JOIN = text("INSERT INTO live_phone (meeting_id, token) VALUES (:meeting, :token)")
_CHOOSE = text(f"UPDATE live_phone SET group_id = :group {_OF_PHONE}")
_MOVE_ANSWERS = text(f"UPDATE live_answer SET group_id = :group {_OF_PHONE} AND round = :round")
_ANSWER = text(
    "INSERT INTO live_answer (meeting_id, round, token, interest, group_id, weight, wants, arrived)"
    " VALUES (:meeting, :round, :token, :interest, :group, :weight, :wants, :arrived)"
    " ON CONFLICT (meeting_id, round, token, interest)"
    " DO UPDATE SET weight = excluded.weight, wants = excluded.wants, group_id = excluded.group_id"
)
_SAY = text(
    "INSERT INTO live_words (meeting_id, round, token, id, words) VALUES (:meeting, :round, :token, :id, :words)"
    " ON CONFLICT (meeting_id, round, token) DO UPDATE SET words = excluded.words, became = NULL"
    " WHERE live_words.words <> excluded.words"
)
_OFF_ITS_PILE = text(
    f"DELETE FROM live_pile WHERE words IN (SELECT id FROM live_words {_OF_PHONE} AND round = :round"
    " AND words <> :words)"
)


def _arrivals(connection: Connection, meeting: str, current: Round | None) -> int:
    latest = text("SELECT coalesce(max(arrived), 0) FROM live_answer WHERE meeting_id = :meeting AND round = :round")
    of_round = {"meeting": meeting, "round": current.number if current else 0}
    return int(connection.execute(latest, of_round).scalar() or 0)


def group_in(questions: Questions, chosen: str | None) -> str:
    """The group a phone belongs to in a round: the one it chose, if the round knows it."""
    return chosen if chosen and any(chosen == group.id for group in questions.groups) else NO_GROUP


_MEETING = text("SELECT meeting_id, token_key, joining, by_card FROM live_meeting WHERE code = :code")


def meeting_of(connection: Connection, code: str) -> _Meeting | None:
    """The meeting a code stands for."""
    found = connection.execute(_MEETING, {"code": code}).first()
    if found is None:
        return None
    return _Meeting(found[0], bytes.fromhex(found[1]) if found[1] else None, bool(found[2]), bool(found[3]))


_GROUPS = text(
    "SELECT token, group_id FROM live_phone WHERE meeting_id = :meeting AND departed IS NULL AND token IN :tokens"
).bindparams(bindparam("tokens", expanding=True))


def groups_of(connection: Connection, meeting: str, tokens: Sequence[str]) -> dict[str, str | None]:
    """The group each of these phones chose; a phone that is not inside is not in it."""
    rows = connection.execute(_GROUPS, {"meeting": meeting, "tokens": list(set(tokens))})
    return {row.token: row.group_id for row in rows}


def phones_of(connection: Connection, meeting: str) -> int:
    """How many phones are inside."""
    counted = text("SELECT count(*) FROM live_phone WHERE meeting_id = :meeting AND departed IS NULL")
    return int(connection.execute(counted, {"meeting": meeting}).scalar() or 0)


_ROUNDS = "SELECT number, questions, opened_at, closed_at FROM live_round WHERE meeting_id = :meeting"
_OPEN_ROUND = text(f"{_ROUNDS} AND closed_at IS NULL")
_LAST_ROUND = text(f"{_ROUNDS} ORDER BY number DESC LIMIT 1")


def open_round(connection: Connection, meeting: str) -> Round | None:
    """The round people can answer now."""
    found = connection.execute(_OPEN_ROUND, {"meeting": meeting}).first()
    return None if found is None else _as_round(found)


def rounds_of(connection: Connection, meeting: str) -> tuple[Round, ...]:
    """Every round of a meeting, first one first."""
    return tuple(map(_as_round, connection.execute(text(f"{_ROUNDS} ORDER BY number"), {"meeting": meeting})))


def _as_round(row: Any) -> Round:
    number, questions, opened_at, closed_at = row
    opened, closed = (datetime.fromisoformat(time) if time else None for time in (opened_at, closed_at))
    assert opened is not None
    return Round(number, _questions(questions), opened, closed)


@lru_cache(maxsize=64)
def _questions(kept: str) -> Questions:
    """Questions from their text, read once: every phone in the room asks for the same."""
    return questions_from_data(json.loads(kept))


_OWN_ANSWERS = text(f"SELECT interest, weight, wants FROM live_answer {_OF_PHONE} AND round = :round")
_OWN_WORDS = text(f"SELECT words FROM live_words {_OF_PHONE} AND round = :round")


def state_of(connection: Connection, caller: Caller) -> PhoneState | Refusal:
    """What a phone is shown."""
    meeting = meeting_of(connection, caller.code)
    if meeting is None:
        return Refusal.NO_SUCH_CODE
    if meeting.key is None:
        return Refusal.MEETING_CLOSED
    token = fingerprint(meeting.key, caller.token)
    groups = groups_of(connection, meeting.id, [token])
    if token not in groups:
        gone = departing.departed(connection, meeting.id, [token])
        return gone.get(token) or _way_in(meeting)
    mark = departing.mark_of(token)
    last = connection.execute(_LAST_ROUND, {"meeting": meeting.id}).first()
    if last is None:
        return PhoneState(meeting.id, mark, groups[token], None, {}, None)
    current = _as_round(last)
    own = {"meeting": meeting.id, "round": current.number, "token": token}
    answers = {row.interest: Answer(row.weight, bool(row.wants)) for row in connection.execute(_OWN_ANSWERS, own)}
    said = connection.execute(_OWN_WORDS, own).first()
    return PhoneState(meeting.id, mark, groups[token], current, answers, said[0] if said else None)


def _way_in(meeting: _Meeting) -> Refusal:
    if not meeting.joining:
        return Refusal.JOINING_PAUSED
    return Refusal.CARD_NEEDED if meeting.by_card else Refusal.NOT_JOINED


def all_done(connection: Connection, acts: Sequence[PhoneAct]) -> list[Refusal | None]:
    """Does acts in order; for each, None or why not."""
    return Batch(connection, acts).done()
