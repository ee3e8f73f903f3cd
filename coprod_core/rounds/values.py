"""What a round asks and what one person answers, as frozen values that are checked when they are made."""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from coprod_core.conventions import WEIGHT_NAMES, Conventions
from coprod_core.errors import CannotApply, Fault, InvalidValue
from coprod_core.fields import LONGEST_NAME, Id, Text
from coprod_core.model import Provenance, Web

NO_GROUP = ""
"""Who belongs to none of the groups of the round. No party has this id."""

OTHERS = "|"
"""The people of all groups that are too small to be shown apart, together. No party has this id."""

LONGEST_OWN_WORDS = 300
MOST_INTERESTS = 20
MOST_GROUPS = 60
MOST_OPTIONS = 7


class Source(enum.StrEnum):
    """How the answers of people without a phone came in."""

    HANDS = "hands"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person says of one interest: one of the four weight words, and whether they want it.

    Whoever is not affected wants nothing and opposes nothing: `wants` is then True, so that the same answer is
    always the same value.
    """

    weight: str
    wants: bool

    def __post_init__(self) -> None:
        faults = []
        if self.weight not in WEIGHT_NAMES:
            faults.append(Fault("weight", "unknown_choice", {"value": self.weight, "choices": WEIGHT_NAMES}))
        if not isinstance(self.wants, bool):
            faults.append(Fault("wants", "not_a_flag", {"value": self.wants}))
        if faults:
            raise InvalidValue(faults)
        object.__setattr__(self, "wants", self.wants or not self.affected)

    @property
    def affected(self) -> bool:
        return self.weight != WEIGHT_NAMES[0]


Counts: TypeAlias = Mapping[Answer, int]
"""How many people gave each answer."""


def counted(answers: Iterable[Answer]) -> Counter[Answer]:
    """How often each answer was given."""
    return Counter(answers)


@dataclass(frozen=True, slots=True)
class Named:
    """A group or an interest as it is put to people: its id in the web, and its name at that moment."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Estimated:
    """What had been estimated of a group before it was asked, in the terms of a stake."""

    group: str
    interest: str
    weight: float
    position: float


@dataclass(frozen=True, slots=True)
class Questions:
    """What one round puts to the room.

    `question`: the heading people see. `groups`: those one can say to belong to; none = the room is not split.
    `own_words`: whether people are first asked for an interest of their own. `estimates`: what had been estimated of
    these groups when the round opened; nobody sees it before having answered. `levels`: the four weight words as
    numbers, as the meeting counted when the round opened. `poll`: the options of a poll, none in any other round.
    """

    question: str
    interests: tuple[Named, ...]
    groups: tuple[Named, ...] = ()
    own_words: bool = True
    estimates: tuple[Estimated, ...] = ()
    levels: tuple[float, float, float, float] = Conventions().weights
    poll: tuple[Named, ...] = ()

    def __post_init__(self) -> None:
        faults = [fault.within("question") for fault in Text(LONGEST_NAME).faults(self.question)]
        for name, most in (("interests", MOST_INTERESTS), ("groups", MOST_GROUPS), ("poll", MOST_OPTIONS)):
            faults += _list_faults(name, getattr(self, name), most)
        if not self.interests and not self.own_words:
            faults.append(Fault("interests", "blank"))
        if faults:
            raise InvalidValue(faults)

    def estimates_of(self, group: str) -> Mapping[str, Estimated]:
        """What had been estimated of a group, by interest."""
        return {estimate.interest: estimate for estimate in self.estimates if estimate.group == group}


def _list_faults(name: str, items: Sequence[Named], most: int) -> list[Fault]:
    if len(items) > most:
        return [Fault(name, "too_many", {"count": len(items), "most": most})]
    faults = [fault.within(f"{name}[{i}].id") for i, item in enumerate(items) for fault in Id().faults(item.id)]
    ids = [item.id for item in items]
    repeated = (i for i, id_ in enumerate(ids) if id_ in ids[:i])
    return faults + [
        Fault(f"{name}[{i}].id", "duplicate_id", {"id": ids[i], "first": f"{name}[{ids.index(ids[i])}]"})
        for i in repeated
    ]


def asked_of(
    web: Web, question: str, interests: Sequence[str], groups: Sequence[str] = (), *, own_words: bool = True
) -> Questions:
    """The questions about some interests of a web, put to some of its parties.

    Raises `CannotApply` when one of them is gone, `InvalidValue` when nothing or too much is asked.
    """
    for name, ids, known in (("interests", interests, web.interest_by_id), ("actors", groups, web.actor_by_id)):
        for id_ in ids:
            if id_ not in known:
                raise CannotApply("gone", list=name, id=id_)
    stakes = [web.stake_by_pair.get((group, interest)) for group in groups for interest in interests]
    return Questions(
        question,
        tuple(Named(id_, web.interest_by_id[id_].name) for id_ in interests),
        tuple(Named(id_, web.actor_by_id[id_].name) for id_ in groups),
        own_words,
        tuple(
            Estimated(stake.actor, stake.interest, stake.weight, stake.position)
            for stake in stakes
            if stake and stake.provenance == Provenance.ESTIMATE
        ),
        web.conventions.weights,
    )


def questions_to_data(questions: Questions) -> dict[str, Any]:
    """Questions as plain JSON data."""
    return asdict(questions)


def questions_from_data(data: Mapping[str, Any]) -> Questions:
    """The questions in data that `questions_to_data` made."""
    return Questions(
        data["question"],
        tuple(Named(**item) for item in data["interests"]),
        tuple(Named(**item) for item in data["groups"]),
        data["own_words"],
        tuple(Estimated(**item) for item in data["estimates"]),
        tuple(data["levels"]),
        tuple(Named(**item) for item in data.get("poll", ())),  # rounds of before there were polls have none
    )
