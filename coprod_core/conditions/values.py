"""What a group says about working together, as frozen values that are checked when they are made.

Parties and rules are those of the web, by id. Nothing here is computed with in the readings of the web itself.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from coprod_core.checked import Checked, of
from coprod_core.fields import LONGEST_NAME, Choice, Day, Flag, Id, Number, Said, Text


@dataclass(frozen=True, slots=True)
class PartyId(Id):
    """The id of a party of the web."""


@dataclass(frozen=True, slots=True)
class RuleId(Id):
    """The id of a rule of the web."""


class Answer(enum.StrEnum):
    """An answer to a plain question; UNKNOWN until somebody asked."""

    UNKNOWN = "unknown"
    NO = "no"
    PARTLY = "partly"
    YES = "yes"


class Amount(enum.StrEnum):
    """How much of something a party wants; UNKNOWN until somebody asked."""

    UNKNOWN = "unknown"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


class Need(enum.StrEnum):
    """Whether a party needs something, and whether that is there; UNKNOWN until somebody asked."""

    UNKNOWN = "unknown"
    NEEDED = "needed"
    ARRANGED = "arranged"
    NOT_NEEDED = "not_needed"


class Talk(enum.StrEnum):
    """How far a group is in talking about something. No more than that: it is not counted."""

    NOT_TALKED_ABOUT = "not_talked_about"
    TALKING = "talking"
    SHARED = "shared"


class Subject(enum.StrEnum):
    """What working together rests on: FOUNDATION, and on top of that INFRASTRUCTURE (Waag's building blocks)."""

    SHARED_LANGUAGE = "shared_language"
    ROOM_TO_EXPERIMENT = "room_to_experiment"
    EACH_OTHERS_CONTEXT = "each_others_context"
    TRUST = "trust"
    RECIPROCITY = "reciprocity"
    CONTINUITY = "continuity"
    FLEXIBILITY = "flexibility"
    MONEY = "money"
    RULES = "rules"
    DIGITAL_MEANS = "digital_means"
    GOVERNANCE = "governance"
    LEGAL_MEANS = "legal_means"


FOUNDATION = tuple(Subject)[:7]
INFRASTRUCTURE = tuple(Subject)[7:]


def _text() -> str:
    text: str = of(Text(), default="")
    return text


def _filled() -> str:
    text: str = of(Text(filled=True))
    return text


def _party() -> str:
    party: str = of(PartyId())
    return party


def _perhaps() -> float | None:
    """A share from 0 to 1, or None as long as nobody said."""
    share: float | None = of(Number(0, 1, optional=True), default=None)
    return share


@dataclass(frozen=True, slots=True)
class Frame(Checked):
    """What people may count on beforehand, in the group's own words.

    `fixed`: what is fixed. `negotiable`: what is open. `decides`: who decides, beside `Process.delegated`.
    `answers_for`: who answers for the outcome. `hear_back`: how participants hear what was done with it.
    `whose_table`: who joins whom, beside `Process.initiative`.
    """

    fixed: str = _text()
    negotiable: str = _text()
    budget: str = _text()
    decides: str = _text()
    answers_for: str = _text()
    hear_back: str = _text()
    whose_table: str = _text()


class Entry(Checked):
    """One of a list. `key`: the fields that tell it from the others; no two of a list have the same."""

    key: ClassVar[tuple[str, ...]] = ("id",)

    @property
    def named(self) -> tuple[str, ...]:
        """The values of its key."""
        return tuple(getattr(self, name) for name in self.key)


@dataclass(frozen=True, slots=True)
class Expectation(Entry):
    """What one party expects of another. `said`: said aloud to them. `met`: whether it can be met."""

    id: str = of(Id())
    who: str = _party()
    of_whom: str = _party()
    what: str = _filled()
    said: bool = of(Flag(), default=False)
    met: Answer = of(Choice(Answer), default=Answer.UNKNOWN)
    notes: str = _text()


@dataclass(frozen=True, slots=True)
class SharedWord(Entry):
    """A word, what it means to each party that said so, and what they agree it means from now on."""

    id: str = of(Id())
    word: str = of(Text(LONGEST_NAME, filled=True))
    means: Mapping[str, str] = of(Said(), default_factory=dict)
    agreed: str = _text()


@dataclass(frozen=True, slots=True)
class Motivation(Entry):
    """Why a party of co-producers joins in; often for more than one reason.

    `society`: for society. `own`: for oneself or one's own people. `hands_on`: to get things done. `learning`: to
    learn. `feedback`: how much they want to hear of what is done with their work. `growth`: how much room they want
    to grow.
    """

    key = ("actor",)
    actor: str = _party()
    society: bool = of(Flag(), default=False)
    own: bool = of(Flag(), default=False)
    hands_on: bool = of(Flag(), default=False)
    learning: bool = of(Flag(), default=False)
    feedback: Amount = of(Choice(Amount), default=Amount.UNKNOWN)
    growth: Amount = of(Choice(Amount), default=Amount.UNKNOWN)
    notes: str = _text()


@dataclass(frozen=True, slots=True)
class Needs(Entry):
    """What citizens need to take part: information they can follow, help with tasks, a mentor, appreciation."""

    key = ("actor",)
    actor: str = _party()
    information: Need = of(Choice(Need), default=Need.UNKNOWN)
    tasks: Need = of(Choice(Need), default=Need.UNKNOWN)
    mentor: Need = of(Choice(Need), default=Need.UNKNOWN)
    appreciation: Need = of(Choice(Need), default=Need.UNKNOWN)
    notes: str = _text()


@dataclass(frozen=True, slots=True)
class Engagement(Entry):
    """How engaged a party is in working with a partner: as it says itself (`own`), as the partner sees it (`seen`).

    0 = not at all, 1 = wholly; None = not said yet. The other way round is an entry of its own.
    """

    key = ("actor", "partner")
    actor: str = _party()
    partner: str = _party()
    own: float | None = _perhaps()
    seen: float | None = _perhaps()


@dataclass(frozen=True, slots=True)
class Workplace(Entry):
    """What an organisation's people meet with at work.

    `burden`: how heavily rules weigh on this work, 0 = no rules to hold on to, 1 = nothing but rules, None = not said.
    `say`: had they a say in the decision to co-produce? `colleagues`, `superiors`: can they share experience with them?
    """

    key = ("actor",)
    actor: str = _party()
    burden: float | None = _perhaps()
    say: Answer = of(Choice(Answer), default=Answer.UNKNOWN)
    colleagues: Answer = of(Choice(Answer), default=Answer.UNKNOWN)
    superiors: Answer = of(Choice(Answer), default=Answer.UNKNOWN)
    notes: str = _text()


@dataclass(frozen=True, slots=True)
class Appreciation(Entry):
    """What one party appreciates in another. Never of one person."""

    id: str = of(Id())
    who: str = _party()
    of_whom: str = _party()
    what: str = _filled()


@dataclass(frozen=True, slots=True)
class Continuity(Checked):
    """How likely each thing is that would end the work, 0 = not at all, 1 = it is happening; None = not said yet.

    `withdraws`: government withdraws too far. `wants_too_much`: citizens want too much. `stops`: citizens stop (time,
    interest). `one_person`: all work rests on one person.
    """

    withdraws: float | None = _perhaps()
    wants_too_much: float | None = _perhaps()
    stops: float | None = _perhaps()
    one_person: float | None = _perhaps()
    notes: str = _text()


@dataclass(frozen=True, slots=True)
class Absence(Entry):
    """Why a party stays away, as far as is known; `other`: in words."""

    key = ("actor",)
    actor: str = _party()
    not_asked: bool = of(Flag(), default=False)
    no_time: bool = of(Flag(), default=False)
    feels_less_able: bool = of(Flag(), default=False)
    other: str = _text()


@dataclass(frozen=True, slots=True)
class Neighbourhoods(Checked):
    """What it does to others when only some neighbourhoods organise themselves. In words; never a ranking.

    `organised`: who organise themselves. `others`: who do not. `difference`: what that means. `answer`: what we do.
    """

    organised: str = _text()
    others: str = _text()
    difference: str = _text()
    answer: str = _text()


@dataclass(frozen=True, slots=True)
class Block(Entry):
    """How far a group is in talking about one thing that working together rests on."""

    key = ("subject",)
    subject: Subject = of(Choice(Subject))
    talk: Talk = of(Choice(Talk), default=Talk.NOT_TALKED_ABOUT)
    notes: str = _text()


@dataclass(frozen=True, slots=True)
class RuleRoom(Entry):
    """What a group says of a rule and the room it leaves. How strong it is and how much room, stands with the rule.

    `protects`: what it is there for. `hinders`: whom it hinders. `room`: where there is room. `try_out`: what we may
    try. Never about one person.
    """

    key = ("rule",)
    rule: str = of(RuleId())
    protects: str = _text()
    hinders: str = _text()
    room: str = _text()
    try_out: str = _text()


@dataclass(frozen=True, slots=True)
class Reflection(Entry):
    """Looking back: what we did, what we saw, what we try next. `day`: when, as 2026-11-22, or empty."""

    id: str = of(Id())
    did: str = _text()
    saw: str = _text()
    next: str = _text()
    day: str = of(Day(), default="")
