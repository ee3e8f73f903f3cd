"""A workshop: a web and the steps that lead a group through it, as frozen values checked when they are made."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from coprod_core.checked import Checked, of
from coprod_core.commands import Command
from coprod_core.errors import InvalidValue
from coprod_core.fields import LONGEST_NAME, Choice, Id, Number, Text, Texts, settle
from coprod_core.model import Language, Web
from coprod_core.workshop.kinds import Acts, Ids, Many, Some

MOST_STEPS = 60
MOST_WAYS = 6
"""The most answers to guess among, and the most ways out to choose among."""


class Reading(enum.StrEnum):
    """A reading that a step can show."""

    GAP = "gap"
    FEASIBILITY_INCLUSIVENESS = "feasibility_inclusiveness"
    ROLE = "role"
    RULES = "rules"


class Asked(enum.StrEnum):
    """Where the answer to a prediction comes from: named by who wrote it, or worked out from the web as it is then."""

    NAMED = "named"
    TOP_INTEREST = "top_interest"
    TOP_ACTOR = "top_actor"
    STRONGEST_DILEMMA = "strongest_dilemma"
    LEAST_COSTLY_ROLE = "least_costly_role"
    STRONGEST_RULE = "strongest_rule"


@dataclass(frozen=True, slots=True)
class Guess(Checked):
    """An answer to choose among. `id`: what it stands for, where the answer is worked out; else any id."""

    id: str = of(Id())
    text: str = of(Text(LONGEST_NAME, filled=True))


@dataclass(frozen=True, slots=True)
class Way(Checked):
    """A way out to choose: what the room reads, and what it does to the web."""

    id: str = of(Id())
    text: str = of(Text(LONGEST_NAME, filled=True))
    acts: tuple[Command, ...] = of(Acts(), default=())


@dataclass(frozen=True, slots=True)
class Step(Checked):
    """One step. `text` and `questions` are for the room, `notes` for the trainer alone; `minutes` it takes."""

    kind: ClassVar[str]
    id: str = of(Id())
    heading: str = of(Text(LONGEST_NAME, filled=True))
    text: str = of(Text(), default="")
    notes: str = of(Text(), default="")
    minutes: float = of(Number(0, 240, above=True), default=5.0)
    questions: tuple[str, ...] = of(Texts(most=10), default=())


@dataclass(frozen=True, slots=True)
class Story(Step):
    """Tells the story."""

    kind: ClassVar[str] = "story"


@dataclass(frozen=True, slots=True)
class Table(Step):
    """Shows who is at the table and who is not."""

    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Reveal(Step):
    """Brings parties, interests, plans and rules into the web that were not in it before this step."""

    kind: ClassVar[str] = "reveal"
    actors: tuple[str, ...] = of(Ids(), default=())
    interests: tuple[str, ...] = of(Ids(), default=())
    options: tuple[str, ...] = of(Ids(), default=())
    rules: tuple[str, ...] = of(Ids(), default=())


@dataclass(frozen=True, slots=True)
class Predict(Step):
    """Lets people say beforehand what they expect. `answer`: the id of the guess that is right, if one is named."""

    kind: ClassVar[str] = "predict"
    question: str = of(Text(LONGEST_NAME), default="")
    asks: Asked = of(Choice(Asked), default=Asked.NAMED)
    guesses: tuple[Guess, ...] = of(Many(Guess, MOST_WAYS, 2), default=())
    answer: str = of(Text(LONGEST_NAME), default="")


@dataclass(frozen=True, slots=True)
class ShowReadings(Step):
    """Shows readings of the web as it is now."""

    kind: ClassVar[str] = "readings"
    show: tuple[Reading, ...] = of(Some(Reading), default=(Reading.GAP,))


@dataclass(frozen=True, slots=True)
class Choose(Step):
    """Lets each group choose a way out, which its web then answers."""

    kind: ClassVar[str] = "choose"
    ways: tuple[Way, ...] = of(Many(Way, MOST_WAYS, 2), default=())


@dataclass(frozen=True, slots=True)
class Event(Step):
    """A card: something happens that nobody chose."""

    kind: ClassVar[str] = "event"
    acts: tuple[Command, ...] = of(Acts(), default=())


@dataclass(frozen=True, slots=True)
class Compare(Step):
    """Holds the groups' paths side by side."""

    kind: ClassVar[str] = "compare"


@dataclass(frozen=True, slots=True)
class Debrief(Step):
    """Looks back: what the article says, and what people take home."""

    kind: ClassVar[str] = "debrief"


KINDS: Mapping[str, type[Step]] = {
    cls.kind: cls for cls in (Story, Table, Reveal, Predict, ShowReadings, Choose, Event, Compare, Debrief)
}
"""Every kind of step by its name in the file, in the order a workshop usually has them."""


@dataclass(frozen=True)
class Workshop:
    """A web with everything the steps bring in, and the steps, at least one. `about`: one or two sentences."""

    web: Web
    steps: tuple[Step, ...]
    title: str = of(Text(LONGEST_NAME, filled=True))
    language: Language = of(Choice(Language), default=Language.NL)
    about: str = of(Text(), default="")

    def __post_init__(self) -> None:
        from coprod_core.workshop.checking import workshop_faults  # which walks through what stands here

        faults = settle(self) or workshop_faults(self)
        if faults:
            raise InvalidValue(faults)

    @property
    def minutes(self) -> float:
        """How long all steps take together."""
        return sum(step.minutes for step in self.steps)

    def place_of(self, step: str) -> int:
        """Where the step with this id stands, the first step where there is none."""
        return next((i for i, each in enumerate(self.steps) if each.id == step), 0)
