"""A workshop: a web and the steps that lead a group through it, as frozen values checked when they are made."""

import enum
from collections.abc import Mapping
from typing import Annotated, ClassVar

from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.checked.fields import Choice, Key, Line, Mark, Name, Number, Text, Words
from coprod_core.checked.several import Ids, Many
from coprod_core.checked.values import One, named, value
from coprod_core.workshop.kinds import Acts, OneNumber

MOST_STEPS = 60
MOST_WAYS = 6
"""The most answers to guess among, the most ways out to choose among, and the most variants of a card."""

OWN = "own"
"""The way of a group that chose something else than the ways a step names."""

BEATS = 3
"""How many beats a debrief has: what one felt, what happened, what one does next."""

MOST_ASKED = 4
"""The most questions in one beat."""

HEADING = 80
_HAIR = 1e-9

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
    STRONGEST_RULE = "strongest_rule"
    WHO_LOSES = "who_loses"


class WayRole(enum.StrEnum):
    """The role of the second dilemma that a way out takes, if any."""

    NONE = ""
    FACILITATE = "facilitate"
    STEER = "steer"
    LEAD = "lead"
    POLITICS_FIRST = "politics_first"


Minutes = Annotated[float, Number(0, 240, above=True)]


@value
class Guess:
    """An answer to choose among. `id`: what it stands for, where the answer is worked out; else any id."""

    id: Key
    text: Name


@value
class Way:
    """A way out to choose: what the room reads, and what it does to the web.

    `role`: the role it takes; `plan`: the plan it leads to, empty where that follows from the web; `dilemma_way`: which
    way out of the own dilemma of its step it is.
    """

    id: Key
    text: Name
    acts: Acts = ()
    role: WayRole = WayRole.NONE
    plan: Line = ""
    dilemma_way: Line = ""


@value
class When:
    """A choice that was made: this way out (`own`: one of the group's own) at this step."""

    step: Key
    way: Key


@value
class Variant:
    """How a card turns out for a group that chose so before: other words (none: the card's), other acts."""

    when: When
    text: Words = ""
    acts: Acts = ()


@value
class Beat:
    """A part of a debrief: its questions are shown one by one."""

    heading: Annotated[str, Text(HEADING, filled=True)]
    questions: Annotated[tuple[str, ...], Many(Text(filled=True), MOST_ASKED, 1)]
    minutes: Minutes = 5.0


@value(slots=False)
class Step:
    """One step. `text` and `questions` are for the room, `notes` for the trainer alone; `minutes` it takes.

    `optional`: it can be left out where there is less time.
    """

    tag: ClassVar[str] = "kind"
    kind: ClassVar[str]
    id: Key
    heading: Name
    text: Words = ""
    notes: Words = ""
    minutes: Minutes = 5.0
    questions: Annotated[tuple[str, ...], Many(Text(), 10)] = ()
    optional: Mark = False


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
class Roles(Reveal):
    """Deals the role cards, and brings into the web what they are about."""

    kind: ClassVar[str] = "roles"


@value(slots=False)
class Predict(Step):
    """Lets people say beforehand what they expect. `answer`: the id of the guess that is right, if one is named.

    `plan`: the plan that `who_loses` is about.
    """

    kind: ClassVar[str] = "predict"
    question: Line = ""
    asks: Asked = Asked.NAMED
    guesses: Annotated[tuple[Guess, ...], Many(One(Guess), MOST_WAYS, 2, once=True)] = ()
    answer: Line = ""
    plan: Line = ""


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
    """Lets each group choose a way out, which its web then answers; something of its own can be chosen always.

    `dilemma`: the own dilemma of the web that it is about, if any.
    """

    kind: ClassVar[str] = "choose"
    ways: Annotated[tuple[Way, ...], Many(One(Way), MOST_WAYS, 2, once=True)] = ()
    dilemma: Line = ""


@value(slots=False)
class Bill(Step):
    """Lets each group hear who pays for what it chose, and answer to whom it says no."""

    kind: ClassVar[str] = "bill"


@value(slots=False)
class Event(Step):
    """A card: something happens that nobody chose. `to`: the role cards that read it aloud.

    Of the `variants` the first counts whose choice the group made before, and else what the card says itself.
    """

    kind: ClassVar[str] = "event"
    acts: Acts = ()
    to: Ids = ()
    variants: Annotated[tuple[Variant, ...], Many(One(Variant), MOST_WAYS)] = ()

    def for_path(self, taken: Mapping[str, str]) -> Variant | None:
        """The variant for a group; None where the card's own counts. `taken`: by step the way out it chose."""
        return next((each for each in self.variants if taken.get(each.when.step) == each.when.way), None)


@value(slots=False)
class Compare(Step):
    """Holds the groups' paths side by side."""

    kind: ClassVar[str] = "compare"


@value(slots=False)
class Debrief(Step):
    """Looks back in three beats; `minutes` is what the beats take together."""

    kind: ClassVar[str] = "debrief"
    beats: Annotated[tuple[Beat, ...], Many(One(Beat), BEATS, BEATS, stated=True)] = ()

    def __post_init__(self) -> None:
        if len(self.beats) < BEATS:
            raise InvalidValue([Fault("beats", "too_few", {"count": len(self.beats), "least": BEATS})])
        total = sum(beat.minutes for beat in self.beats)
        if abs(self.minutes - total) > _HAIR:
            raise InvalidValue([Fault("minutes", "not_the_sum", {"value": self.minutes, "sum": total})])


@value(slots=False)
class Attitudes(Step):
    """Asks professionals which of three attitudes comes first under pressure; nothing of it is kept."""

    kind: ClassVar[str] = "attitudes"


@value(slots=False)
class BeginOwn(Step):
    """Lets people begin the web of their own project."""

    kind: ClassVar[str] = "begin_own"


KINDS: Mapping[str, type[Step]] = named(Step, "kind")
"""Every kind of step by its name in the file, in the order a workshop usually has them."""
