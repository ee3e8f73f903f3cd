"""What a group says about working together, as frozen values that are checked when they are made.

Parties and rules are those of the web, by id. Nothing here is computed with in the readings of the web itself
(docs/indicators.md, section 9).
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from coprod_core.checked.fields import Date, Filled, Id, Key, Mark, Name, Perhaps, Text, Words
from coprod_core.checked.several import Said, empty
from coprod_core.checked.values import value


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


Party = Annotated[str, PartyId()]
RuleKey = Annotated[str, RuleId()]


@value
class Frame:
    """What people may count on beforehand, in the group's own words.

    `fixed`: what is fixed. `negotiable`: what is open. `decides`: who decides, beside `Process.delegated`.
    `answers_for`: who answers for the outcome, `residents_think`: who residents think does. `hear_back`: how
    participants hear what was done with it. `whose_table`: who joins whom, beside `Process.initiative`.
    """

    fixed: Words = ""
    negotiable: Words = ""
    budget: Words = ""
    decides: Words = ""
    answers_for: Words = ""
    residents_think: Words = ""
    hear_back: Words = ""
    whose_table: Words = ""


class Entry:
    """One of a list. `key`: the fields that tell it from the others; no two of a list have the same."""

    key: ClassVar[tuple[str, ...]] = ("id",)

    @property
    def named(self) -> tuple[str, ...]:
        """The values of its key."""
        return tuple(getattr(self, name) for name in self.key)


@value
class Expectation(Entry):
    """What one party expects of another. `said`: said aloud to them. `met`: whether it can be met."""

    id: Key
    who: Party
    of_whom: Party
    what: Filled
    said: Mark = False
    met: Answer = Answer.UNKNOWN
    notes: Words = ""


@value
class SharedWord(Entry):
    """A word, what it means to each party that said so, and what they agree it means from now on."""

    id: Key
    word: Name
    means: Annotated[Mapping[str, str], Said()] = field(default_factory=empty)
    agreed: Words = ""


@value
class Motivation(Entry):
    """Why a party of co-producers joins in; often for more than one reason.

    `society`: for society. `own`: for oneself or one's own people. `hands_on`: to get things done. `learning`: to
    learn. `feedback`: how much they want to hear of what is done with their work. `growth`: how much room they want
    to grow.
    """

    key = ("actor",)
    actor: Party
    society: Mark = False
    own: Mark = False
    hands_on: Mark = False
    learning: Mark = False
    feedback: Amount = Amount.UNKNOWN
    growth: Amount = Amount.UNKNOWN
    notes: Words = ""


@value
class Needs(Entry):
    """What citizens need to take part: information they can follow, help with tasks, a mentor, appreciation."""

    key = ("actor",)
    actor: Party
    information: Need = Need.UNKNOWN
    tasks: Need = Need.UNKNOWN
    mentor: Need = Need.UNKNOWN
    appreciation: Need = Need.UNKNOWN
    notes: Words = ""


@value
class Engagement(Entry):
    """How engaged a party is in working with a partner: as it says itself (`own`), as the partner sees it (`seen`).

    0 = not at all, 1 = wholly; None = not said yet. The other way round is an entry of its own.
    """

    key = ("actor", "partner")
    actor: Party
    partner: Party
    own: Perhaps = None
    seen: Perhaps = None


@value
class Workplace(Entry):
    """What an organisation's people meet with at work.

    `burden`: how heavily rules weigh on this work, 0 = no rules to hold on to, 1 = nothing but rules, None = not said.
    `say`: had they a say in the decision to co-produce? `colleagues`, `superiors`: can they share experience with them?
    """

    key = ("actor",)
    actor: Party
    burden: Perhaps = None
    say: Answer = Answer.UNKNOWN
    colleagues: Answer = Answer.UNKNOWN
    superiors: Answer = Answer.UNKNOWN
    notes: Words = ""


@value
class Appreciation(Entry):
    """What one party appreciates in another. Never of one person."""

    id: Key
    who: Party
    of_whom: Party
    what: Filled


@value
class Continuity:
    """How likely each thing is that would end the work, 0 = not at all, 1 = it is happening; None = not said yet.

    `withdraws`: government withdraws too far. `wants_too_much`: citizens want too much. `stops`: citizens stop (time,
    interest). `one_person`: all work rests on one person.
    """

    withdraws: Perhaps = None
    wants_too_much: Perhaps = None
    stops: Perhaps = None
    one_person: Perhaps = None
    notes: Words = ""


@value
class Absence(Entry):
    """Why a party stays away, as far as is known; `other`: in words."""

    key = ("actor",)
    actor: Party
    not_asked: Mark = False
    no_time: Mark = False
    feels_less_able: Mark = False
    other: Words = ""


@value
class Neighbourhoods:
    """What it does to others when only some neighbourhoods organise themselves. In words; never a ranking.

    `organised`: who organise themselves. `others`: who do not. `difference`: what that means. `answer`: what we do.
    """

    organised: Words = ""
    others: Words = ""
    difference: Words = ""
    answer: Words = ""


@value
class Block(Entry):
    """How far a group is in talking about one thing that working together rests on."""

    key = ("subject",)
    subject: Subject
    talk: Talk = Talk.NOT_TALKED_ABOUT
    notes: Words = ""


@value
class RuleRoom(Entry):
    """What a group says of a rule and the room it leaves. How strong it is and how much room, stands with the rule.

    `protects`: what it is there for. `hinders`: whom it hinders. `room`: where there is room. `try_out`: what we may
    try. Never about one person.
    """

    key = ("rule",)
    rule: RuleKey
    protects: Words = ""
    hinders: Words = ""
    room: Words = ""
    try_out: Words = ""


@value
class Reflection(Entry):
    """Looking back: what we did, what we saw, what we try next. `day`: when, as 2026-11-22, or empty.

    `prevailed`: whose interest the professional let come first, for who wants to keep that.
    """

    id: Key
    did: Words = ""
    saw: Words = ""
    next: Words = ""
    day: Date = ""
    prevailed: Annotated[str, Text(1_000)] = ""
