"""What follows from what a group says about working together (docs/indicators.md, section 9).

The formulas are our own. Every reading is a pure function, from 0 to 1 where it is a number, and None as long as nobody
said what it needs. They open a conversation: nothing here is added up to one number, held against a mark, or used to
compare neighbourhoods. The foundation and the infrastructure have no reading at all, on purpose: steering on ticks is
what Waag warns against.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import prod

from coprod_core.web.all_conditions import Conditions
from coprod_core.web.conditions import Amount, Answer, Continuity, Engagement, Expectation, Motivation

WELL_GUIDED = 0.4
"""The rule burden at which rules support most: fewer give nothing to hold on to, more get in the way."""

TOO_HEAVY = 1.0
"""The rule burden at which rules support no more."""


@dataclass(frozen=True)
class PerceptionGap:
    """How far two partners differ about each other's engagement.

    `a`, `b`: the parties, in the order in which they were first named. `gap`: the mean, 0..1, of the absolute
    differences between a party's own engagement and how the partner sees it, over the directions in which both are
    said. `told`: those directions; `unasked`: those in which one or both are still to be asked.
    """

    a: str
    b: str
    gap: float | None
    told: tuple[Engagement, ...]
    unasked: tuple[Engagement, ...]


def perception_gaps(conditions: Conditions) -> tuple[PerceptionGap, ...]:
    """The perception gap of every pair of partners of whom anything is said, in the order in which they were named.

    Formula: mean of |own - seen|. Range 0..1; `gap` None when in neither direction both are said. Source: after Van
    Eijk 2017 (what partners believe of each other's engagement bears on the effort they make); the formula is ours.
    """
    pairs = dict.fromkeys(frozenset(entry.named) for entry in conditions.engagement)
    return tuple(_of_pair(conditions, pair) for pair in pairs)


def _of_pair(conditions: Conditions, pair: frozenset[str]) -> PerceptionGap:
    first = next(entry for entry in conditions.engagement if frozenset(entry.named) == pair)
    directions = (first, conditions.engaged(first.partner, first.actor))
    told = tuple(entry for entry in directions if difference(entry) is not None)
    unasked = tuple(entry for entry in directions if difference(entry) is None)
    return PerceptionGap(first.actor, first.partner, perception_gap(told), told, unasked)


def perception_gap(directions: Iterable[Engagement]) -> float | None:
    """The mean absolute difference between own engagement and how the partner sees it; None when none is told."""
    apart = [abs(by) for by in map(difference, directions) if by is not None]
    return sum(apart) / len(apart) if apart else None


def difference(entry: Engagement) -> float | None:
    """How much more (above 0) or less the partner sees of a party's engagement than it says itself, -1..1."""
    return None if entry.own is None or entry.seen is None else entry.seen - entry.own


def rule_support(burden: float | None) -> float | None:
    """How much the rules support people in their work with citizens, given how heavily rules weigh on it (0..1).

    Formula: `1 - ((burden - 0.4) / 0.6)^2`, an inverted U: 5/9 without rules to hold on to, 1 at 0.4, 0 when there is
    nothing but rules. None when nobody said. Source: after Van Eijk 2017 (formal rules support professionals, too
    heavy a burden works against it); where the top lies is ours.
    """
    return None if burden is None else 1 - ((burden - WELL_GUIDED) / (TOO_HEAVY - WELL_GUIDED)) ** 2


def rule_supports(conditions: Conditions) -> Mapping[str, float]:
    """The support rules give to the people of each organisation that said how heavily they weigh, by party."""
    support = {entry.actor: rule_support(entry.burden) for entry in conditions.workplaces}
    return {actor: level for actor, level in support.items() if level is not None}


DANGERS = ("withdraws", "wants_too_much", "stops", "one_person")
"""What would end the work: the fields of `Continuity` that hold a likelihood."""


def continuity_risk(continuity: Continuity) -> float | None:
    """How likely it is that the work stops for at least one of the reasons said, if these come apart from each other.

    Formula: `1 - prod(1 - z)` over the dangers z of which something is said, 0..1; None when nothing is. Naming
    another danger never lowers it. Source: the four pitfalls are Van Eijk's (Leiden 2017); the formula is ours.
    """
    said = said_dangers(continuity)
    return 1 - prod(1 - z for z in said.values()) if said else None


def said_dangers(continuity: Continuity) -> Mapping[str, float]:
    """How likely each danger is, most likely first, those of which nothing is said left out."""
    found = {name: getattr(continuity, name) for name in DANGERS}
    said = {name: z for name, z in found.items() if z is not None}
    return dict(sorted(said.items(), key=lambda item: -item[1]))


_TO_TALK_ABOUT = (Answer.UNKNOWN, Answer.NO, Answer.PARTLY, Answer.YES)


def open_first(expectations: Iterable[Expectation]) -> tuple[Expectation, ...]:
    """Those to talk about first: not said aloud; then not known whether they can be met, cannot, partly, can."""
    return tuple(sorted(expectations, key=lambda one: (one.said, _TO_TALK_ABOUT.index(one.met))))


MOTIVES = ("society", "own", "hands_on", "learning")
"""Why people co-produce: the fields of `Motivation` that say a reason."""


def hints(motivation: Motivation) -> tuple[str, ...]:
    """What fits these co-producers, as codes: `motive_` + one of `MOTIVES`, `feedback_` and `growth_` + an `Amount`.

    One for each reason they join in, and one for how much they want to hear back and to grow; what is not known is
    a hint to ask. Empty when nothing is said of them at all. Source: Van Eijk 2017, first lesson: co-producers are no
    one group, so tailor how much they hear back and how much room they have to grow.
    """
    motives = [f"motive_{name}" for name in MOTIVES if getattr(motivation, name)]
    wanted = [f"{name}_{getattr(motivation, name)}" for name in ("feedback", "growth")]
    said = motives or any(getattr(motivation, name) != Amount.UNKNOWN for name in ("feedback", "growth"))
    return tuple(chain(motives, wanted)) if said else ()


def one_sided(expectations: Iterable[Expectation]) -> tuple[tuple[str, str], ...]:
    """The pairs (who, of whom) of which only `who` said what it expects, in the order in which they were named."""
    said = dict.fromkeys((one.who, one.of_whom) for one in expectations if one.who != one.of_whom)
    return tuple((who, of_whom) for who, of_whom in said if (of_whom, who) not in said)
