"""What the store takes and gives about meetings with phones."""

import enum
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from coprod_core.rounds.values import Answer, Questions

KEEP_DAYS = 30
"""How long raw answers are kept after a meeting opened, unless it was opened with another number."""

MOST_PHONES = 2_000

MOST_CARDS = 500

CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 and O, no 1, I and L: people read a code aloud
CODE_LENGTH = 6


def new_code() -> str:
    """A code to join with, such as K7Q2MX."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def written_code(typed: str) -> str | None:
    """The code somebody typed, in capitals and without spaces or dashes; None when it cannot be one."""
    code = "".join(sign for sign in typed.upper() if sign not in " -\t")
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_SIGNS) else None


def new_token() -> str:
    """What one phone keeps to be known by, 192 random bits."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class LiveMeeting:
    """A meeting that phones can join, or could.

    `joining`: whether new phones are let in now; `by_card`: only with a card that has a code of its own. `phones`: how
    many are inside. `erase_at`: when raw answers will be
    erased; `erased_at`: when they were. Times in UTC.
    """

    meeting: str
    code: str
    joining: bool
    by_card: bool
    phones: int
    opened_at: datetime
    closed_at: datetime | None
    erase_at: datetime
    erased_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether people can still take part."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a meeting, numbered from 1. Times in UTC; `closed_at` None while people can answer."""

    number: int
    questions: Questions = field(repr=False)
    opened_at: datetime
    closed_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether the round still takes answers."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """An interest somebody put in their own words. `became`: None until it was looked at, the id of the interest it
    went into, or empty when it was set aside. `pile`: what it lies together with until then; None for by itself.
    """

    id: str
    round: int
    words: str
    became: str | None
    pile: str | None = None


@dataclass(frozen=True, slots=True)
class PhoneState:
    """What one phone sees: its meeting, its group, the round it is in (open, else the last one), and its own answers.

    `mark`: what a facilitator knows it by. `group` None = not chosen yet. `words`: its own words this round, None = not
    asked yet, empty = skipped.
    """

    meeting: str
    mark: str
    group: str | None
    round: Round | None
    answers: Mapping[str, Answer]
    words: str | None


# -- what a phone may do --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a phone says it is: the code of its meeting and its token."""

    code: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Join:
    """A phone that is new comes in, under a token it will keep. `card`: the code on its card, where one is needed."""

    caller: Caller
    card: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Leave:
    """Takes back everything this phone said, and leaves."""

    caller: Caller


@dataclass(frozen=True, slots=True)
class ChooseGroup:
    """Says which group this person belongs to; answers in the open round go along."""

    caller: Caller
    round: int
    group: str


@dataclass(frozen=True, slots=True)
class GiveAnswer:
    """Answers, or answers anew: a phone has one answer per round and interest."""

    caller: Caller
    round: int
    interest: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class SayOwnWords:
    """Names an interest in one's own words; empty = nothing to add."""

    caller: Caller
    round: int
    words: str


PhoneAct: TypeAlias = Join | Leave | ChooseGroup | GiveAnswer | SayOwnWords


class Refusal(enum.StrEnum):
    """Why a phone's act was not done. Nothing was changed then."""

    NO_SUCH_CODE = "no_such_code"
    MEETING_CLOSED = "meeting_closed"
    JOINING_PAUSED = "joining_paused"
    ROOM_FULL = "room_full"
    NOT_JOINED = "not_joined"
    CARD_NEEDED = "card_needed"
    CARD_UNKNOWN = "card_unknown"
    CARD_USED = "card_used"
    LEFT = "left"
    PUT_OUT = "put_out"
    ROUND_CLOSED = "round_closed"
    NOT_ASKED = "not_asked"
