"""What a round asks and what one person answers, as frozen values that are checked when they are made."""

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from coprod_core.checked.errors import CannotApply, Fault, InvalidValue
from coprod_core.checked.fields import Key, Kind, Line, Mark, Name, Number, Share, Signed
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, from_data, to_data, value
from coprod_core.web.conventions import WEIGHT_NAMES, Conventions
from coprod_core.web.model import Provenance, Web

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
class WeightWord(Kind):
    """One of the four weight words."""

    def schema(self) -> CoreSchema:
        return cs.literal_schema([*WEIGHT_NAMES])

    def why(self, value: Any) -> Iterator[Fault]:
        yield Fault("", "unknown_choice", {"value": value, "choices": WEIGHT_NAMES})


@value
class Answer:
    """What one person says of one interest: one of the four weight words, and whether they want it.

    Whoever is not affected wants nothing and opposes nothing: `wants` is then True, so that the same answer is
    always the same value.
    """

    weight: Annotated[str, WeightWord()]
    wants: Mark

    def __post_init__(self) -> None:
        object.__setattr__(self, "wants", self.wants or not self.affected)

    @property
    def affected(self) -> bool:
        """Whether the interest matters to who answered."""
        return self.weight != WEIGHT_NAMES[0]


Counts: TypeAlias = Mapping[Answer, int]
"""How many people gave each answer."""


def counted(answers: Iterable[Answer]) -> Counter[Answer]:
    """How often each answer was given."""
    return Counter(answers)


@value
class Named:
    """A group or an interest as it is put to people: its id in the web, and its name at that moment."""

    id: Key
    name: Name


@value
class Estimated:
    """What had been estimated of a group before it was asked, in the terms of a stake."""

    group: Key
    interest: Key
    weight: Share
    position: Signed


@value
class Questions:
    """What one round puts to the room.

    `question`: the heading people see. `groups`: those one can say to belong to; none = the room is not split.
    `own_words`: whether people are first asked for an interest of their own. `estimates`: what had been estimated of
    these groups when the round opened; nobody sees it before having answered. `levels`: the four weight words as
    numbers, as the meeting counted when the round opened. `poll`: the options of a poll, none in any other round.
    """

    question: Line
    interests: Annotated[tuple[Named, ...], Many(One(Named), MOST_INTERESTS, once=True)]
    groups: Annotated[tuple[Named, ...], Many(One(Named), MOST_GROUPS, once=True)] = ()
    own_words: Mark = True
    estimates: Annotated[tuple[Estimated, ...], Many(One(Estimated))] = ()
    levels: Annotated[tuple[float, float, float, float], Many(Number(0, 1), 4, 4)] = Conventions().weights
    poll: Annotated[tuple[Named, ...], Many(One(Named), MOST_OPTIONS, once=True)] = ()

    def __post_init__(self) -> None:
        if not self.interests and not self.own_words:
            raise InvalidValue([Fault("interests", "blank")])

    def estimates_of(self, group: str) -> Mapping[str, Estimated]:
        """What had been estimated of a group, by interest."""
        return {estimate.interest: estimate for estimate in self.estimates if estimate.group == group}


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
    data: dict[str, Any] = to_data(questions)
    return data


def questions_from_data(data: Mapping[str, Any]) -> Questions:
    """The questions in data that `questions_to_data` made; rounds of before there were polls have none."""
    return from_data(Questions, data)
