"""What is asked of a party for the power map, None as long as nobody was. None of it enters a reading."""

import enum
from typing import TYPE_CHECKING, Annotated

from coprod_core.checked.errors import Fault
from coprod_core.checked.fields import Choice

if TYPE_CHECKING:
    from coprod_core.web.model import Actor


class Power(enum.StrEnum):
    """What a party can do outside the table: law, money, land, numbers, press, access."""

    MUCH = "much"
    SOME = "some"
    LITTLE = "little"


class Trust(enum.StrEnum):
    """How the organiser and a party get on: said of the organiser, not of their character."""

    GOOD = "good"
    WEAK = "weak"


class NetworkRole(enum.StrEnum):
    """A party's quarter in the rings of influence (Factor C)."""

    DECIDER = "decider"
    INFLUENCER = "influencer"
    SUPPLIER = "supplier"
    USER = "user"


class Attitude(enum.StrEnum):
    """How a party stands to the plan, as somebody noted it; never in the place of what the web says of it."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Ring(enum.StrEnum):
    """How far in a party is, from outside the rings of influence inwards (Factor C)."""

    OUTSIDE = "outside"
    KNOW = "know"
    THINK = "think"
    WORK = "work"
    DECIDE = "decide"


PerhapsPower = Annotated[Power | None, Choice(Power, optional=True)]
PerhapsTrust = Annotated[Trust | None, Choice(Trust, optional=True)]
PerhapsNetworkRole = Annotated[NetworkRole | None, Choice(NetworkRole, optional=True)]
PerhapsAttitude = Annotated[Attitude | None, Choice(Attitude, optional=True)]
PerhapsRing = Annotated[Ring | None, Choice(Ring, optional=True)]

SMALL_GROUP = 5
"""Of a group of residents with fewer people than this nothing is noted that says how they are seen."""

NOTED = ("trust", "attitude")
"""What an official notes of a party: seen by who may edit alone, handed out only when asked for, and erased on request.
"""


def is_small_group(sphere: str, people: float | None) -> bool:
    """Whether these are residents of whom so few are known to be there that one can be told from another."""
    return sphere == "citizens" and people is not None and people < SMALL_GROUP


def noted_of_few(party: "Actor") -> list[Fault]:
    """A fault for each thing that is noted of residents of whom there are too few to note it."""
    if not is_small_group(party.sphere, party.people):
        return []
    return [Fault(name, "noted_of_few", {"few": SMALL_GROUP}) for name in NOTED if getattr(party, name) is not None]
