"""The weighing record: what a group chose, what that costs whom, and why; kept in the log, with the web it was about.

A weighing changes no web, so undo and redo pass it by. It is known by its place in the log.
"""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Protocol

from coprod_core.acts.command import Logged
from coprod_core.acts.plain import AnyWhole
from coprod_core.checked.errors import CannotApply, Fault, InvalidValue
from coprod_core.checked.fields import LONGEST_NAME, Date, Key, Line, Name, Text, Words
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, value
from coprod_core.web.model import Web

MOST_WEIGHINGS = 200
MOST_WAYS = 12
MOST_TIMES_LOOKED_AT = 100
MOST_SCENARIOS = 3
PLAN, SCENARIO = "plan:", "scenario:"

FOLLOW, DEVIATE = "follow", "deviate"


class Dilemma(enum.StrEnum):
    """Which of the three dilemmas, the choice between plans, or a dilemma of people's own."""

    FEASIBILITY_INCLUSIVENESS = "feasibility_inclusiveness"
    ROLE = "role"
    RULES = "rules"
    PLANS = "plans"
    OWN = "own"


class Finding(enum.StrEnum):
    """What a group says of a choice when it looks at it again."""

    STANDS = "stands"
    CHANGES = "changes"


@value
class WayOut:
    """One way out that was considered: its name, and what is lost on it and for whom, in the group's own words.

    `code`: the way as the readings know it (a pole, a role, `follow` or `deviate`, `plan:` or `scenario:` with an id);
    "" = the group's own. `plan`: the id of the plan it is, `scenario`: that of one of the scenarios taken in.
    """

    name: Name
    loses: Words = ""
    code: Annotated[str, Text(LONGEST_NAME + len(SCENARIO))] = ""
    plan: Line = ""
    scenario: Line = ""


@value
class TakenIn:
    """A scenario that was weighed, with its web as it was then, so that deleting the scenario loses nothing."""

    id: Key
    name: Name
    web: Web


@value
class Weighing:
    """A choice in a dilemma, as it is accounted for.

    `rule`: the id of the rule it is about, "" in the other dilemmas. `chosen`: the name of a way out, or other words.
    `by`: roles and groups, never names of people. `for_losers`: what is done for those who lose. `again`: the day it is
    looked at again, `2026-03-04` or "". `prevails`: which interest weighed most. `scenarios`: those taken in as ways.
    `own`: the id of the own dilemma it is about, as it stands in the web of that moment; "" in the others.
    """

    dilemma: Dilemma
    chosen: Name
    why: Words = ""
    by: Words = ""
    for_losers: Words = ""
    again: Date = ""
    rule: Line = ""
    ways: Annotated[tuple[WayOut, ...], Many(One(WayOut), MOST_WAYS, stated=True)] = ()
    prevails: Annotated[str, Text(500)] = ""
    scenarios: Annotated[tuple[TakenIn, ...], Many(One(TakenIn), MOST_SCENARIOS, once=True)] = ()
    own: Line = ""

    def __post_init__(self) -> None:
        taken = {scenario.id for scenario in self.scenarios}
        faults = [
            Fault(f"ways[{i}].scenario", "not_taken_in", {"id": way.scenario})
            for i, way in enumerate(self.ways)
            if way.scenario and way.scenario not in taken
        ]
        if faults:
            raise InvalidValue(faults)

    @property
    def chosen_way(self) -> WayOut | None:
        """The way that was chosen; None where other words were."""
        return next((way for way in self.ways if way.name == self.chosen), None)


def deviates(dilemma: Dilemma, chosen: str, ways: Iterable[WayOut]) -> bool:
    """Whether a choice is, or may be, to deviate from a rule: anything but following it."""
    follows = any(way.code == FOLLOW and way.name == chosen for way in ways)
    return dilemma == Dilemma.RULES and not follows


@value
class LookedAgain:
    """What came of looking at a choice again: whether it stands, what is said of it, by whom, and when once more."""

    finding: Finding
    said: Words = ""
    by: Words = ""
    again: Date = ""


class Standing(Protocol):
    """Where a web stands: a moment of a meeting."""

    @property
    def web(self) -> Web:
        """The web as it stands there."""


@dataclass(frozen=True, eq=False, slots=True)
class Recorded:
    """A weighing as it stands: its words now, and the moment at which it was recorded.

    `looked_again`: each time the group looked at it again, first one first, with the place of that in the log.
    """

    weighing: Weighing
    at: Standing
    looked_again: tuple[tuple[int, LookedAgain], ...] = ()

    @property
    def web(self) -> Web:
        """The web as it was when it was recorded."""
        return self.at.web

    @property
    def again(self) -> str:
        """The day it is looked at again, as last agreed."""
        return self.looked_again[-1][1].again if self.looked_again else self.weighing.again


Weighings = Mapping[int, Recorded]
"""The weighings of a meeting by place in the log of the entry that recorded them."""


def decisive(weighings: Weighings) -> tuple[int, Recorded] | None:
    """The weighing that says what was chosen, with its place in the log: the newest about plans, else the newest."""
    about_plans = [seq for seq, each in weighings.items() if each.weighing.dilemma == Dilemma.PLANS]
    newest = max(about_plans or weighings, default=None)
    return None if newest is None else (newest, weighings[newest])


@value(slots=False)
class RecordWeighing(Logged):
    """Keeps a weighing, with the web as it is now."""

    act = "record_weighing"
    weighing: Weighing

    def kept(self, weighings: Weighings, now: Standing, seq: int) -> dict[int, Recorded]:
        """The weighings after this entry, at place `seq` of the log. Raises `CannotApply` when there are too many."""
        if len(weighings) >= MOST_WEIGHINGS:
            raise CannotApply("too_many", count=len(weighings) + 1, most=MOST_WEIGHINGS)
        return {**weighings, seq: Recorded(self.weighing, now)}


@value(slots=False)
class ReviseWeighing(Logged):
    """Puts a weighing in other words. The web it was about stays that of the moment it was recorded."""

    act = "revise_weighing"
    weighing_at: AnyWhole
    weighing: Weighing

    def kept(self, weighings: Weighings, now: Standing, seq: int) -> dict[int, Recorded]:
        """The weighings after this entry. Raises `CannotApply` where there is no such weighing."""
        recorded = _existing(weighings, self.weighing_at)
        return {**weighings, self.weighing_at: replace(recorded, weighing=self.weighing)}


@value(slots=False)
class LookAgain(Logged):
    """Says what came of looking at a weighing again."""

    act = "look_again"
    weighing_at: AnyWhole
    looked: LookedAgain

    def kept(self, weighings: Weighings, now: Standing, seq: int) -> dict[int, Recorded]:
        """The weighings after this entry. Raises `CannotApply` where there is no such weighing, or too often."""
        recorded = _existing(weighings, self.weighing_at)
        if (count := len(recorded.looked_again)) >= MOST_TIMES_LOOKED_AT:
            raise CannotApply("too_many", count=count + 1, most=MOST_TIMES_LOOKED_AT)
        again = replace(recorded, looked_again=(*recorded.looked_again, (seq, self.looked)))
        return {**weighings, self.weighing_at: again}


@value(slots=False)
class WithdrawWeighing(Logged):
    """Takes a weighing off the record; that it was there stays in the log."""

    act = "withdraw_weighing"
    weighing_at: AnyWhole

    def kept(self, weighings: Weighings, now: Standing, seq: int) -> dict[int, Recorded]:
        """The weighings without this one. Raises `CannotApply` where there is no such weighing."""
        _existing(weighings, self.weighing_at)
        return {place: recorded for place, recorded in weighings.items() if place != self.weighing_at}


WeighingAct = RecordWeighing | ReviseWeighing | LookAgain | WithdrawWeighing


def _existing(weighings: Weighings, seq: int) -> Recorded:
    if seq not in weighings:
        raise CannotApply("no_such_weighing", seq=seq)
    return weighings[seq]
