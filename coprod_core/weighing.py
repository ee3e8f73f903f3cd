"""The weighing record: what a group chose, what that costs whom, and why; kept in the log, with the web it was about.

A weighing changes no web, so undo and redo pass it by. It is known by its place in the log.
"""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from coprod_core.checked import Checked, of
from coprod_core.errors import CannotApply, Fault, InvalidValue
from coprod_core.fields import LONGEST_NAME, Choice, Day, Text, settle
from coprod_core.model import Web

MOST_WEIGHINGS = 200
MOST_WAYS = 12
MOST_TIMES_LOOKED_AT = 100

FOLLOW, DEVIATE = "follow", "deviate"


class Dilemma(enum.StrEnum):
    """Which of the three dilemmas."""

    FEASIBILITY_INCLUSIVENESS = "feasibility_inclusiveness"
    ROLE = "role"
    RULES = "rules"


class Finding(enum.StrEnum):
    """What a group says of a choice when it looks at it again."""

    STANDS = "stands"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class WayOut(Checked):
    """One way out that was considered: its name, and what is lost on it and for whom, in the group's own words.

    `code`: the way as the readings know it (a pole, a role, `follow` or `deviate`); "" = the group's own.
    """

    name: str = of(Text(LONGEST_NAME, filled=True))
    loses: str = of(Text(), default="")
    code: str = of(Text(LONGEST_NAME), default="")


@dataclass(frozen=True)
class Weighing:
    """A choice in a dilemma, as it is accounted for.

    `rule`: the id of the rule it is about, "" in the other dilemmas. `chosen`: the name of a way out, or other words.
    `by`: roles and groups, never names of people. `for_losers`: what is done for those who lose. `again`: the day it is
    looked at again, `2026-03-04` or "".
    """

    dilemma: Dilemma = of(Choice(Dilemma))
    chosen: str = of(Text(LONGEST_NAME, filled=True))
    why: str = of(Text(), default="")
    by: str = of(Text(), default="")
    for_losers: str = of(Text(), default="")
    again: str = of(Day(), default="")
    rule: str = of(Text(LONGEST_NAME), default="")
    ways: tuple[WayOut, ...] = ()

    def __post_init__(self) -> None:
        faults = settle(self)
        if len(self.ways) > MOST_WAYS:
            faults.append(Fault("ways", "too_many", {"count": len(self.ways), "most": MOST_WAYS}))
        if faults:
            raise InvalidValue(faults)


def deviates(dilemma: Dilemma, chosen: str, ways: Iterable[WayOut]) -> bool:
    """Whether a choice is, or may be, to deviate from a rule: anything but following it."""
    follows = any(way.code == FOLLOW and way.name == chosen for way in ways)
    return dilemma == Dilemma.RULES and not follows


@dataclass(frozen=True, slots=True)
class LookedAgain(Checked):
    """What came of looking at a choice again: whether it stands, what is said of it, by whom, and when once more."""

    finding: Finding = of(Choice(Finding))
    said: str = of(Text(), default="")
    by: str = of(Text(), default="")
    again: str = of(Day(), default="")


@dataclass(frozen=True, eq=False, slots=True)
class Recorded:
    """A weighing as it stands: its words now, and the web as it was when it was recorded.

    `looked_again`: each time the group looked at it again, first one first, with the place of that in the log.
    """

    weighing: Weighing
    web: Web
    looked_again: tuple[tuple[int, LookedAgain], ...] = ()

    @property
    def again(self) -> str:
        """The day it is looked at again, as last agreed."""
        return self.looked_again[-1][1].again if self.looked_again else self.weighing.again


Weighings = Mapping[int, Recorded]
"""The weighings of a meeting by place in the log of the entry that recorded them."""


@dataclass(frozen=True)
class RecordWeighing:
    """Keeps a weighing, with the web as it is now."""

    act: ClassVar[str] = "record_weighing"
    weighing: Weighing

    def kept(self, weighings: Weighings, web: Web, seq: int) -> dict[int, Recorded]:
        """The weighings after this entry, at place `seq` of the log. Raises `CannotApply` when there are too many."""
        if len(weighings) >= MOST_WEIGHINGS:
            raise CannotApply("too_many", count=len(weighings) + 1, most=MOST_WEIGHINGS)
        return {**weighings, seq: Recorded(self.weighing, web)}


@dataclass(frozen=True)
class ReviseWeighing:
    """Puts a weighing in other words. The web it was about stays that of the moment it was recorded."""

    act: ClassVar[str] = "revise_weighing"
    weighing_at: int
    weighing: Weighing

    def kept(self, weighings: Weighings, web: Web, seq: int) -> dict[int, Recorded]:
        """The weighings after this entry. Raises `CannotApply` where there is no such weighing."""
        recorded = _existing(weighings, self.weighing_at)
        return {**weighings, self.weighing_at: replace(recorded, weighing=self.weighing)}


@dataclass(frozen=True)
class LookAgain:
    """Says what came of looking at a weighing again."""

    act: ClassVar[str] = "look_again"
    weighing_at: int
    looked: LookedAgain

    def kept(self, weighings: Weighings, web: Web, seq: int) -> dict[int, Recorded]:
        """The weighings after this entry. Raises `CannotApply` where there is no such weighing, or too often."""
        recorded = _existing(weighings, self.weighing_at)
        if (count := len(recorded.looked_again)) >= MOST_TIMES_LOOKED_AT:
            raise CannotApply("too_many", count=count + 1, most=MOST_TIMES_LOOKED_AT)
        again = replace(recorded, looked_again=(*recorded.looked_again, (seq, self.looked)))
        return {**weighings, self.weighing_at: again}


@dataclass(frozen=True)
class WithdrawWeighing:
    """Takes a weighing off the record; that it was there stays in the log."""

    act: ClassVar[str] = "withdraw_weighing"
    weighing_at: int

    def kept(self, weighings: Weighings, web: Web, seq: int) -> dict[int, Recorded]:
        """The weighings without this one. Raises `CannotApply` where there is no such weighing."""
        _existing(weighings, self.weighing_at)
        return {place: recorded for place, recorded in weighings.items() if place != self.weighing_at}


WeighingAct = RecordWeighing | ReviseWeighing | LookAgain | WithdrawWeighing


def _existing(weighings: Weighings, seq: int) -> Recorded:
    if seq not in weighings:
        raise CannotApply("no_such_weighing", seq=seq)
    return weighings[seq]
