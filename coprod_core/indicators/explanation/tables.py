"""The first dilemma and whom to invite, taken apart (docs/indicators.md, sections 6 and 7)."""

from collections.abc import Iterable, Sequence

import numpy as np

from coprod_core.indicators.dilemmas import FeasibilityInclusiveness, first_best
from coprod_core.indicators.explanation.people import SIDES, actor, interest, said, side_name
from coprod_core.indicators.explanation.steps import (
    CARRIED,
    LARGEST,
    LEFT,
    LOAD,
    LOST,
    PACE,
    PRODUCT,
    SHORT,
    STRENGTHENED,
    Column,
    Ingredients,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.invitation import Invitations, front_rows, relative_losses
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.weights import Weights

SIDES_LOST = ("heard", "plan")
"""What can be lost in the first dilemma: interests heard, or a plan that works."""

_HIT, _WEIGHT, _MOST = (Column(code, Unit.LEVEL) for code in ("hit", "weight", "largest_weight"))
_DILEMMA = "feasibility_inclusiveness"
_PACE, _WORTH = Column("pace"), Column("worth")
_BEST, _GOT = Column("best"), Column("got")

CARRY = Kind("carry", (_HIT, Column("voice"), Column("heaviest"), Column("presence", Unit.LEVEL)), CARRIED)
INCLUSIVENESS = Kind("inclusiveness", (Column("at_stake"), Column("carried")), PRODUCT, Together.SUM)
ISSUES = Kind("issues", (_HIT, _WEIGHT, _MOST), LOAD, Together.SUM, Unit.COUNT)
EFFORT = Kind("effort", (Column("effort", Unit.LEVEL),), together=Together.SUM, unit=Unit.LEVEL)
PACE_OF = Kind(
    "pace", (Column("issues", Unit.COUNT), Column("capacity", Unit.COUNT), Column("effort", Unit.LEVEL)), PACE
)
BEST_PLAN = Kind("best_plan", (Column("feasibility"), Column("least_acceptance")), PRODUCT, Together.LARGEST)
BEST_OF_ALL = Kind("best_of_all", (Column("feasibility"), Column("least_acceptance")), PRODUCT, Together.LARGEST)
FEASIBLE = Kind("feasible", (_PACE, _WORTH), PRODUCT)
FREE = Kind("free", (_PACE, _WORTH), PRODUCT)
HEARD_LOST = Kind("heard_lost", (Column("best", reading=f"{_DILEMMA}.i_max"), _GOT), LOST)
PLAN_LOST = Kind("plan_lost", (Column("best", reading=f"{_DILEMMA}.f_max"), _GOT), LOST)
BARRED_LOST = Kind("barred_lost", (_BEST, Column("got", reading=f"{_DILEMMA}.f_max")), LOST)
WORST = Kind("worst", (Column("heard_lost"), Column("plan_lost")), LARGEST, Together.LEAST)
GAINED = Kind("gained", (Column("after"), Column("now", reading=f"{_DILEMMA}.inclusiveness")), SHORT)
COST = Kind("cost", (Column("now", reading=f"{_DILEMMA}.feasibility"), Column("after")), SHORT)
STRENGTHS = Kind("strengths", (Column("strength"), Column("counts", Unit.LEVEL)), LEFT, Together.PRODUCT)
STRONGER = Kind("stronger", (Column("tension"), Column("left")), STRENGTHENED)

HEARD = (CARRY, INCLUSIVENESS)
WORKS = (ISSUES, EFFORT, PACE_OF, BEST_PLAN, FEASIBLE)

Rows = Sequence[int]


def invitations_of(readings: Readings) -> Invitations:
    """The base, the candidates, and what any company of them amounts to."""
    return Invitations(readings.weights, plans_of(readings.weights))


def reading_of(readings: Readings) -> FeasibilityInclusiveness:
    """The dilemma's reading, where there is one."""
    assert readings.feasibility_inclusiveness is not None
    return readings.feasibility_inclusiveness


def here(table: Invitations) -> Rows:
    """Who is at the table now."""
    present = table.candidates[table.weights.seated[table.candidates]]
    return [*table.base.tolist(), *present.tolist()]


def everybody(table: Invitations) -> Rows:
    """The base and every candidate."""
    return [*table.base.tolist(), *table.candidates.tolist()]


# -- steps ----------------------------------------------------------------------------------------------------------


def heard(table: Invitations, rows: Rows) -> tuple[Step, ...]:
    """How inclusive these parties are together."""
    weights, k = table.weights, len(table.weights.interests)
    felt = weights.voices * (weights.hit * weights.citizens)[:, None]
    heaviest = felt.max(axis=0, initial=0.0)
    carry, heard_by = [], []
    for column in np.flatnonzero(table.at_stake > 0).tolist():
        who = max(rows, key=lambda i: table.each.bearing[i, column])
        about = (interest(weights, column % k), side_name(SIDES[column // k]))
        amounts = (weights.hit[who], weights.voices[who, column], heaviest[column], weights.presence[who])
        if table.each.bearing[who, column] > 0:
            carry.append(((*about, actor(weights, who)), amounts))
        heard_by.append((about, (table.at_stake[column], table.each.bearing[who, column])))
    return step(CARRY, carry), step(INCLUSIVENESS, heard_by)


def works(table: Invitations, rows: Rows) -> tuple[Step, ...]:
    """How well the best plan works for the least happy of these parties."""
    issues, effort, pace = _pace(table, rows)
    worth = step(BEST_PLAN, _worth(table, rows, np.flatnonzero(~table.plans.barred).tolist()))
    return issues, effort, pace, worth, step(FEASIBLE, [((), (pace.rows[0].value, worth.result or 0.0))])


def _pace(table: Invitations, rows: Rows) -> tuple[Step, Step, Step]:
    weights = table.weights
    issues = step(
        ISSUES, [_heaviest(weights, k, rows) for k in range(len(weights.interests)) if weights.load[rows, k].any()]
    )
    joining = [i for i in rows if i in table.candidates]
    effort = step(EFFORT, [((actor(weights, i),), (weights.effort[i],)) for i in joining])
    amounts = (issues.result or 0.0, weights.web.process.agenda_capacity, effort.result or 0.0)
    return issues, effort, step(PACE_OF, [((), amounts)])


def _heaviest(weights: Weights, k: int, rows: Rows) -> Ingredients:
    """The party among `rows` on which an interest weighs most, and why."""
    who = max(rows, key=lambda i: weights.load[i, k])
    return (interest(weights, k), actor(weights, who)), (weights.hit[who], *weight_and_largest(weights, who, k))


def weight_and_largest(weights: Weights, i: int, k: int) -> tuple[float, float]:
    """The weight a party gives an interest, and the largest it gives any."""
    stakes = weights.web.stakes_of(weights.actors[i])
    return said(weights, i, k, there=False)[0], max(stake.weight for stake in stakes)


def _worth(table: Invitations, rows: Rows, plans: Rows) -> list[Ingredients]:
    accepted = table.plans.acceptance
    found: list[Ingredients] = []
    for plan in plans:
        who = min(rows, key=lambda i: accepted[plan, i])
        names: tuple[Name, ...] = (("plan", table.plans.ids[plan]), actor(table.weights, who))
        found.append((names, (table.plans.feasibility[plan], accepted[plan, who])))
    return found


def lost(table: Invitations, of: FeasibilityInclusiveness, rows: Rows, side: str) -> tuple[Step, ...]:
    """What is lost with these parties at the table."""
    if side == "heard":
        taken, kind, best = heard(table, rows), HEARD_LOST, of.i_max
        got = taken[-1].result or 0.0
    else:
        taken, kind, best = works(table, rows), PLAN_LOST, of.f_max
        got = taken[-1].rows[0].value
    return *taken, step(kind, [((("item", side),), (best, got))])


def pole(table: Invitations, of: FeasibilityInclusiveness, feasible: bool) -> Rows:
    """Who sits at the table at a pole."""
    assert of.ways is not None
    ways = of.ways
    criteria = (ways.feasibility, ways.inclusiveness)
    way = first_best(*(criteria if feasible else criteria[::-1]))
    return [*table.base.tolist(), *_joining(table, int(ways.members[way]))]


def _joining(table: Invitations, members: int) -> Rows:
    return [row for bit, row in enumerate(table.candidates.tolist()) if members >> bit & 1]


def tension(readings: Readings, _: Subject) -> Iterable[Step]:
    """The losses of every way out on the front: no other can have a smaller worst loss."""
    table, of = invitations_of(readings), reading_of(readings)
    assert of.ways is not None
    ways = of.ways
    front = front_rows(ways.inclusiveness, ways.feasibility)
    names = [_who_joins(table, int(members)) for members in ways.members[front]]
    got = ways.inclusiveness[front].tolist(), ways.feasibility[front].tolist()
    losses = relative_losses(of.i_max, ways.inclusiveness[front]), relative_losses(of.f_max, ways.feasibility[front])
    return (
        step(HEARD_LOST, [(name, (of.i_max, inclusive)) for name, inclusive in zip(names, got[0], strict=True)]),
        step(PLAN_LOST, [(name, (of.f_max, feasible)) for name, feasible in zip(names, got[1], strict=True)]),
        step(WORST, zip(names, zip(*(side.tolist() for side in losses), strict=True), strict=True)),
    )


def _who_joins(table: Invitations, members: int) -> tuple[Name, ...]:
    joining = tuple(actor(table.weights, row) for row in _joining(table, members))
    return joining or (("item", "nobody_joins"),)


def demands(readings: Readings, _: Subject) -> Iterable[Step]:
    """What barring plans takes from the feasibility there could be."""
    table, of = invitations_of(readings), reading_of(readings)
    issues, effort, pace = _pace(table, table.base.tolist())
    worth = step(BEST_OF_ALL, _worth(table, table.base.tolist(), range(len(table.plans.ids))))
    free = step(FREE, [((), (pace.rows[0].value, worth.result or 0.0))])
    return issues, effort, pace, worth, free, step(BARRED_LOST, [((), (free.rows[0].value, of.f_max))])


def amplified(tension: float, strengths: dict[str, float], counts: float) -> tuple[Step, Step]:
    """A tension with what strengthens it; `counts`: how much each strength counts."""
    left = step(STRENGTHS, [((("item", name),), (strength, counts)) for name, strength in strengths.items()])
    return left, step(STRONGER, [((), (tension, left.result or 0.0))])


def joined(readings: Readings, subject: Subject) -> tuple[Invitations, Rows]:
    """The table as it is, with one more party."""
    table = invitations_of(readings)
    return table, [*here(table), readings.weights.actors.index(subject[0])]


def gain(readings: Readings, subject: Subject) -> Iterable[Step]:
    """What one invitation adds to inclusiveness."""
    table, rows = joined(readings, subject)
    taken, now = heard(table, rows), reading_of(readings).inclusiveness
    return *taken, step(GAINED, [((("actor", subject[0]),), (taken[-1].result or 0.0, now))])


def loss(readings: Readings, subject: Subject) -> Iterable[Step]:
    """What one invitation takes from feasibility."""
    table, rows = joined(readings, subject)
    taken, now = works(table, rows), reading_of(readings).feasibility
    return *taken, step(COST, [((("actor", subject[0]),), (now, taken[-1].rows[0].value))])
