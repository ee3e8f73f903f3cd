"""Who can live with which plan: one mark for each party and plan (docs/indicators.md, section 5).

Never counted, added up or ranked: a table of marks is read row by row, and each mark opens a question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from coprod_core.indicators.minimax import ids_of, largest_first
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import Plans
from coprod_core.indicators.weights import TIE, Flags, Floats, Rows, Weights, named_in

MOST_NAMED = 2
"""The most interests that are named as won, or as lost, by one party."""


class Mark(StrEnum):
    """Whether a party can live with a plan; `UNKNOWN` also where nothing is known of the party."""

    YES = "yes"
    WITH_LOSSES = "with_losses"
    HESITATES = "hesitates"
    HARD = "hard"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Marked:
    """How one party meets one plan. `partly_unknown`: nobody said what the plan does for something that matters to it.

    `wins`, `loses`: the interests that the plan serves, or goes against, most; at most two of each. `little_of`: where
    the plan is hard and goes against nothing, the interest of which it brings least for how much that matters.
    """

    mark: Mark
    partly_unknown: bool
    wins: tuple[str, ...]
    loses: tuple[str, ...]
    little_of: str | None


@dataclass(frozen=True)
class PlanMarks:
    """One plan as every party meets it. `losing`: the citizen parties that lose something or find it hard to live with,
    by how much of the downsides lands on them, then by how little they accept it. `carry_most`: the citizen parties
    that bear most of its downsides, by people and how hard they are hit; more than one where that is equal.
    """

    plan: str
    parties: Mapping[str, Marked]
    losing: tuple[str, ...]
    carry_most: tuple[str, ...]


def of(readings: Readings) -> Mapping[str, PlanMarks]:
    """The marks of every plan of a web, by plan, made once; none while wishes stand in for plans."""
    return readings.once(__name__, lambda: marks(readings.weights, readings.plans))


def marks(weights: Weights, plans: Plans) -> Mapping[str, PlanMarks]:
    """Every party by every plan, in file order; none while wishes stand in for plans.

    With r = the attention x |position| of a party for interests of which nobody said what the plan does, u may be
    anything from u - r to u + r. A party *can* live with a plan from acceptance `can_live_with` on and finds it *hard*
    below `hard_to_live_with`; there is a mark only where both ends come out alike. *Loses*: attention x position x
    effect of at least `tell_from` against the party. Source: ours; the classes are those of the Dutch "Kleuren-ABC".
    """
    if plans.provisional:
        return MappingProxyType({})
    named = named_in([option.effects for option in weights.web.options], plans.interests)
    classes = _classes(weights, plans, ~named)
    touched = (~named).astype(float) @ weights.attention.T > TIE
    return MappingProxyType(
        {id_: _of_plan(weights, plans, row, classes[row], touched[row]) for row, id_ in enumerate(plans.ids)}
    )


_HARD, _DOUBT, _CAN, _UNKNOWN = range(4)


def _classes(weights: Weights, plans: Plans, left_out: Flags) -> Rows:
    """Per plan and party in which class it stands, whatever is not known turns out to be."""
    room = left_out.astype(float) @ weights.strength.T
    lowest = _class(weights, np.maximum(-1.0, plans.serves - room))
    highest = _class(weights, np.minimum(1.0, plans.serves + room))
    return np.where((lowest == highest) & weights.staked, lowest, _UNKNOWN)


def _class(weights: Weights, serves: Floats) -> Rows:
    conventions = weights.web.conventions
    acceptance = 1 - weights.hit * (1 - serves) / 2
    can = acceptance >= conventions.can_live_with - TIE
    hard = acceptance < conventions.hard_to_live_with - TIE
    return np.where(can, _CAN, np.where(hard, _HARD, _DOUBT))


def _of_plan(weights: Weights, plans: Plans, row: int, classes: Rows, touched: Flags) -> PlanMarks:
    pulled = weights.pull * plans.effects[row]
    parties = {
        id_: _marked(weights, i, int(classes[i]), bool(touched[i]), pulled[i]) for i, id_ in enumerate(weights.actors)
    }
    carried = plans.carried[row]
    losing = [
        i
        for i in np.flatnonzero(weights.people_at_stake).tolist()
        if parties[weights.actors[i]].loses or parties[weights.actors[i]].mark is Mark.HARD
    ]
    most = carried.max(initial=0.0)
    return PlanMarks(
        plan=plans.ids[row],
        parties=MappingProxyType(parties),
        losing=ids_of(weights.actors, _hardest_first(losing, carried, plans.acceptance[row])),
        carry_most=ids_of(weights.actors, np.flatnonzero(carried >= most - TIE).tolist() if most > TIE else ()),
    )


def _marked(weights: Weights, i: int, found: int, touched: bool, pulled: Floats) -> Marked:
    loses = _largest(weights, np.maximum(0.0, -pulled))
    mark = (Mark.HARD, Mark.HESITATES, Mark.WITH_LOSSES if loses else Mark.YES, Mark.UNKNOWN)[found]
    little = (weights.attention[i] - pulled) / 2
    return Marked(
        mark=mark,
        partly_unknown=touched,
        wins=_largest(weights, np.maximum(0.0, pulled)),
        loses=loses,
        little_of=weights.interests[largest_first(little)[0]] if mark is Mark.HARD and not loses else None,
    )


def _largest(weights: Weights, parts: Floats) -> tuple[str, ...]:
    """The interests with the largest parts, as far as these are worth telling."""
    least = max(weights.web.conventions.tell_from, TIE)
    rows = largest_first(parts)[:MOST_NAMED]
    return ids_of(weights.interests, [row for row in rows.tolist() if parts[row] >= least - TIE and parts[row] > TIE])


def _hardest_first(rows: list[int], carried: Floats, acceptance: Floats) -> list[int]:
    """By what lands on them, then by how little they accept; equals in file order."""
    if not rows:
        return []
    by_acceptance = np.array(rows)[largest_first(1 - acceptance[rows])]
    by_both: list[int] = by_acceptance[largest_first(carried[by_acceptance])].tolist()
    return by_both
