"""A workshop: a web and the steps that lead a group through it, as frozen values checked when they are made."""

import enum
from collections.abc import Mapping
from typing import Annotated, ClassVar

from coprod_core.checked.fields import Choice, Key, Line, Name, Number, Text, Words
from coprod_core.checked.several import Ids, Many
from coprod_core.checked.values import One, named, value
from coprod_core.workshop.kinds import Acts, OneNumber

MOST_STEPS = 60
MOST_WAYS = 6
"""The most answers to guess among, and the most ways out to choose among."""


PICTURES = (1, 2, 4)
"""The pictures of the power map that a room may see, by their number there: never that of trust."""


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
    """Of before: no role is ranked any more, so it is read as `NAMED` without an answer."""
    STRONGEST_RULE = "strongest_rule"


@value
class Guess:
    """An answer to choose among. `id`: what it stands for, where the answer is worked out; else any id."""

    id: Key
    text: Name


@value
class Way:
    """A way out to choose: what the room reads, and what it does to the web."""

    id: Key
    text: Name
    acts: Acts = ()


@value(slots=False)
class Step:
    """One step. `text` and `questions` are for the room, `notes` for the trainer alone; `minutes` it takes."""

    tag: ClassVar[str] = "kind"
    kind: ClassVar[str]
    id: Key
    heading: Name
    text: Words = ""
    notes: Words = ""
    minutes: Annotated[float, Number(0, 240, above=True)] = 5.0
    questions: Annotated[tuple[str, ...], Many(Text(), 10)] = ()


@value(slots=False)
class Story(Step):
    """Tells the story."""

    kind: ClassVar[str] = "story"


@value(slots=False)
class Table(Step):
    """Shows who is at the table and who is not."""

    kind: ClassVar[str] = "table"


@value(slots=False)
class Reveal(Step):
    """Brings parties, interests, plans and rules into the web that were not in it before this step."""

    kind: ClassVar[str] = "reveal"
    actors: Ids = ()
    interests: Ids = ()
    options: Ids = ()
    rules: Ids = ()


@value(slots=False)
class Predict(Step):
    """Lets people say beforehand what they expect. `answer`: the id of the guess that is right, if one is named."""

    kind: ClassVar[str] = "predict"
    question: Line = ""
    asks: Asked = Asked.NAMED
    guesses: Annotated[tuple[Guess, ...], Many(One(Guess), MOST_WAYS, 2, once=True)] = ()
    answer: Line = ""


@value(slots=False)
class Place(Step):
    """Lets each group place parties in a picture of the power map: 1 by power, 2 by attitude, 4 in the rings.

    `parties`: who is placed, everybody where none is named.
    """

    kind: ClassVar[str] = "place"
    picture: Annotated[int, OneNumber(PICTURES)] = 1
    parties: Ids = ()


@value(slots=False)
class ShowReadings(Step):
    """Shows readings of the web as it is now."""

    kind: ClassVar[str] = "readings"
    show: Annotated[tuple[Reading, ...], Many(Choice(Reading), len(Reading), 1)] = (Reading.GAP,)


@value(slots=False)
class Choose(Step):
    """Lets each group choose a way out, which its web then answers."""

    kind: ClassVar[str] = "choose"
    ways: Annotated[tuple[Way, ...], Many(One(Way), MOST_WAYS, 2, once=True)] = ()


@value(slots=False)
class Event(Step):
    """A card: something happens that nobody chose."""

    kind: ClassVar[str] = "event"
    acts: Acts = ()


@value(slots=False)
class Compare(Step):
    """Holds the groups' paths side by side."""

    kind: ClassVar[str] = "compare"


@value(slots=False)
class Debrief(Step):
    """Looks back: what the article says, and what people take home."""

    kind: ClassVar[str] = "debrief"


KINDS: Mapping[str, type[Step]] = named(Step, "kind")
"""Every kind of step by its name in the file, in the order a workshop usually has them."""
