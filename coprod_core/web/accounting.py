"""What is kept to account for a choice: who it is for, how the course went, who was tried, what came of each
contribution and what those who took part said of the report (docs/decisions/0031-accounted-for.md).

Roles, groups and desks, never a person's name. Nothing here is computed with.
"""

import enum
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Annotated, Any

from coprod_core.checked.errors import Fault
from coprod_core.checked.fields import LONGEST_NAME, Date, Key, Line, Mark, Number, Perhaps, Text, Words
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, kinds, value

MOST_OCCASIONS = 200
MOST_ATTEMPTS = 500
MOST_CONTRIBUTIONS = 2_000
"""As many as there are interests: each may bring one along from an older file."""

MOST_REACTIONS = 100
MOST_CAME = 1_000_000


@dataclass(frozen=True, slots=True)
class Reference(Text):
    """The id of a thing in the list `to` of the web, or of the accounting; "" where nobody said."""

    longest: int = LONGEST_NAME
    to: str = ""


def _text(longest: int, filled: bool = False) -> Text:
    return Text(longest, filled)


PartyOrNone = Annotated[str, Reference(to="actors")]
InterestOrNone = Annotated[str, Reference(to="interests")]
OccasionOrNone = Annotated[str, Reference(to="occasions")]


class Status(enum.StrEnum):
    """How far a report is."""

    DRAFT = "draft"
    OFFERED = "offered"
    ADOPTED = "adopted"


class Body(enum.StrEnum):
    """Who is asked, or who decided; NONE where nobody is, or nobody said."""

    NONE = "none"
    RESIDENTS = "residents"
    COLLEGE = "college"
    COUNCIL = "council"
    MAYOR = "mayor"
    OTHER = "other"


class Result(enum.StrEnum):
    """What came of an attempt to reach a group."""

    NO_ANSWER = "no_answer"
    COMES = "comes"
    NOT_NOW = "not_now"
    DECLINES = "declines"
    SOMEONE_SPEAKS = "someone_speaks"


class Outcome(enum.StrEnum):
    """What was done with a contribution."""

    OPEN = "open"
    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_ADOPTED = "not_adopted"


@value
class Card:
    """What a report says of itself: its status, who made it, what is asked of whom, and how it goes on.

    `author`: a role; `contact`: a desk. `asked_of` NONE: for information only. `promised_level`: what was promised of
    `Process.delegated` beforehand, None where that is not on record; `promised`, `differed`: that in words, and what
    went otherwise. `shown_on`: the day the report was shown to those who took part. `evaluation`: how it was looked
    back upon. Days are `2026-03-04` or "".
    """

    status: Status = Status.DRAFT
    version: Annotated[str, _text(20)] = ""
    author: Line = ""
    contact: Line = ""
    asked_of: Body = Body.NONE
    asked: Annotated[str, _text(700)] = ""
    decided_by: Body = Body.NONE
    decided: Annotated[str, _text(700)] = ""
    decided_on: Date = ""
    promised_level: Perhaps = None
    promised: Annotated[str, _text(1_000)] = ""
    differed: Annotated[str, _text(1_000)] = ""
    next_step: Annotated[str, _text(250)] = ""
    next_day: Date = ""
    shown_on: Date = ""
    evaluation: Annotated[str, _text(2_000)] = ""
    evaluate_on: Date = ""


@value
class Occasion:
    """One time that people came together or were asked. `people`: how many came, None where nobody counted."""

    id: Key
    day: Date = ""
    form: Annotated[str, _text(200)] = ""
    invited: Annotated[str, _text(400)] = ""
    people: Annotated[float | None, Number(0, MOST_CAME, optional=True, whole=True)] = None
    differed: Annotated[str, _text(400)] = ""


@value
class Attempt:
    """One time that somebody tried to reach a group: when, how, and what came of it. `said`: what they answered."""

    id: Key
    actor: Annotated[str, Reference(filled=True, to="actors")]
    day: Date = ""
    how: Annotated[str, _text(200)] = ""
    result: Result = Result.NO_ANSWER
    said: Annotated[str, _text(400)] = ""


@value
class Contribution:
    """What somebody brought in, and the answer to it. `literal`: in the very words of those who said it.

    `interest`, `actor` and `occasion` say where it belongs, "" where nobody said. `why`: the reason of the answer, of
    any length, for an older file may hold a long one.
    """

    id: Key
    text: Annotated[str, _text(1_000, filled=True)]
    interest: InterestOrNone = ""
    actor: PartyOrNone = ""
    occasion: OccasionOrNone = ""
    literal: Mark = False
    answer: Outcome = Outcome.OPEN
    why: Words = ""
    by: Body = Body.NONE
    day: Date = ""


@value
class Reaction:
    """What a group, or somebody who took part, said of the report, and the answer to that."""

    id: Key
    actor: PartyOrNone = ""
    day: Date = ""
    said: Annotated[str, _text(2_000)] = ""
    answer: Annotated[str, _text(1_000)] = ""


@value(slots=False)
class Accounting:
    """All that is kept to account for a choice. Lists are in the order in which things were written down."""

    card: Card = field(default_factory=Card)
    occasions: Annotated[tuple[Occasion, ...], Many(One(Occasion), MOST_OCCASIONS, once=True)] = ()
    attempts: Annotated[tuple[Attempt, ...], Many(One(Attempt), MOST_ATTEMPTS, once=True)] = ()
    contributions: Annotated[tuple[Contribution, ...], Many(One(Contribution), MOST_CONTRIBUTIONS, once=True)] = ()
    reactions: Annotated[tuple[Reaction, ...], Many(One(Reaction), MOST_REACTIONS, once=True)] = ()

    def of_interest(self, interest: str) -> tuple[Contribution, ...]:
        """The contributions that belong to an interest, in the order in which they were written down."""
        return tuple(each for each in self.contributions if each.interest == interest)

    def attempts_at(self, actor: str) -> tuple[Attempt, ...]:
        """Every time somebody tried to reach a group, by day; those without a day come first."""
        return tuple(sorted((each for each in self.attempts if each.actor == actor), key=lambda each: each.day))

    def without(self, to: str, id_: str) -> "Accounting":
        """The same after a party, an interest or an occasion is taken away (`to`: the list it stood in).

        What cannot be without it goes too; everything else only forgets that it was about it.
        """
        kept: dict[str, Any] = {name: _kept(getattr(self, name), cls, to, id_) for name, cls in LISTS.items()}
        return replace(self, **kept) if any(kept[name] != getattr(self, name) for name in LISTS) else self


NOTHING_KEPT = Accounting()

LISTS: Mapping[str, type] = MappingProxyType(
    {name: kind.of.of for name, kind in kinds(Accounting) if isinstance(kind, Many) and isinstance(kind.of, One)}
)
"""What each list of the accounting holds."""


def parts() -> tuple[str, ...]:
    """The names of the parts, in file order."""
    return tuple(name for name, _ in kinds(Accounting))


def references(cls: type) -> Mapping[str, Reference]:
    """The fields of a value that name a thing in a list, by name."""
    return {name: kind for name, kind in kinds(cls) if isinstance(kind, Reference)}


def _kept(entries: tuple[Any, ...], cls: type, to: str, id_: str) -> tuple[Any, ...]:
    named = {name: kind for name, kind in references(cls).items() if kind.to == to}
    needed = [name for name, kind in named.items() if kind.filled]
    kept = (entry for entry in entries if all(getattr(entry, name) != id_ for name in needed))
    return tuple(_forgotten(entry, named, id_) for entry in kept)


def _forgotten(entry: Any, named: Collection[str], id_: str) -> Any:
    emptied = {name: "" for name in named if getattr(entry, name) == id_}
    return replace(entry, **emptied) if emptied else entry


def faults_between(accounting: Accounting, ids: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    """Every reference to nothing. `ids`: those of the parties and the interests of the web, by the name of the list."""
    if accounting is NOTHING_KEPT:
        return
    known = {**ids, "occasions": {occasion.id for occasion in accounting.occasions}}
    for name, cls in LISTS.items():
        for i, entry in enumerate(getattr(accounting, name)):
            yield from (
                fault.within(f"accounting.{name}[{i}]") for fault in reference_faults(entry, references(cls), known)
            )


def reference_faults(
    item: Any, named: Mapping[str, Reference], known: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    """Every field of one value that names what is not there."""
    for name, kind in named.items():
        id_ = getattr(item, name)
        if id_ and id_ not in known[kind.to]:
            yield _names_nothing(name, kind.to, id_)


def _names_nothing(place: str, to: str, id_: str) -> Fault:
    match to:
        case "actors":
            return Fault(place, "not_an_actor", {"id": id_})
        case "interests":
            return Fault(place, "not_an_interest", {"id": id_})
    return Fault(place, "not_an_occasion", {"id": id_})
