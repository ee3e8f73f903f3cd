"""The first dilemma and whom to invite, taken apart (docs/indicators.md, sections 6 and 7)."""

from collections.abc import Iterable, Sequence

import numpy as np

from coprod_core.indicators.explanation.people import SIDES, actor, interest, said, side_name
from coprod_core.indicators.explanation.steps import (
    CARRIED,
    LARGEST,
    LEFT,
    LESS,
    LOAD,
    LOST,
    PACE,
    PRODUCT,
    QUOTIENT,
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
from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.invitation import Invitations, front_rows
from coprod_core.indicators.minimax import first_best, relative_losses
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import Weights

SIDES_LOST = ("heard", "plan")
"""What can be lost in the first dilemma: interests heard, or a plan that works."""

_HIT, _WEIGHT, _MOST = (Column(code, Unit.LEVEL) for code in ("hit", "weight", "largest_weight"))
_DILEMMA = "feasibility_inclusiveness"
_PACE, _WORTH = Column("pace"), Column("worth")
_BEST, _GOT = Column("best"), Column("got")

CARRY = Kind("carry", (_HIT, Column("voice"), Column("heaviest"), Column("influence", Unit.LEVEL)), CARRIED)
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
HEARD_LOST = Kind("heard_lost", (Column("best", reading=f"{_DILEMMA}.at_stake"), _GOT), LOST)
PLAN_LOST = Kind("plan_lost", (Column("best", reading=f"{_DILEMMA}.f_max"), _GOT), LOST)
BARRED_LOST = Kind("barred_lost", (_BEST, Column("got", reading=f"{_DILEMMA}.f_max")), LOST)
WORST = Kind("worst", (Column("heard_lost"), Column("plan_lost")), LARGEST, Together.LEAST)
STRENGTHS = Kind("strengths", (Column("strength"), Column("counts", Unit.LEVEL)), LEFT, Together.PRODUCT)
STRONGER = Kind("stronger", (Column("tension"), Column("left")), STRENGTHENED)

AT_STAKE = Kind("at_stake", (Column("affected_share", reading="gap.affected"), Column("voice")), PRODUCT, Together.SUM)
LEFT_UNHEARD = Kind("left_unheard", (Column("best", reading=f"{_DILEMMA}.at_stake"), Column("got")), SHORT)
PART_LEFT = Kind("part_left", (Column("left_unheard"), Column("best", reading=f"{_DILEMMA}.at_stake")), QUOTIENT)
PACE_LOST = Kind("pace_lost", (Column("best"), Column("got")), LOST)
FIT_LOST = Kind("fit_lost", (Column("best"), Column("got")), LOST)
LEAST_ACCEPTANCE = Kind(
    "least_acceptance", (Column("acceptance", reading="options.acceptance"),), together=Together.LEAST
)
HARD_TO_LIVE_WITH = Kind(
    "hard_to_live_with",
    (Column("acceptance", reading="options.acceptance"), Column("limit", Unit.LEVEL)),
    LESS,
    unit=Unit.YES_NO,
)

HEARD = (CARRY, INCLUSIVENESS)
WORKS = (ISSUES, EFFORT, PACE_OF, BEST_PLAN, FEASIBLE)

Rows = Sequence[int]


def invitations_of(readings: Readings) -> Invitations:
    """The base, the candidates, and what any company of them amounts to."""
    return readings.once(__name__, lambda: Invitations(readings.weights, readings.plans))


def reading_of(readings: Readings) -> FeasibilityInclusiveness:
    """The dilemma's reading, where there is one."""
    assert readings.feasibility_inclusiveness is not None
    return readings.feasibility_inclusiveness


def here(table: Invitations) -> Rows:
    """Who is at the table now."""
    rows: list[int] = table.present.tolist()
    return rows


def everybody(table: Invitations) -> Rows:
    """Every citizen party with a stake."""
    rows: list[int] = np.flatnonzero(table.weights.people_at_stake).tolist()
    return rows


# -- steps ----------------------------------------------------------------------------------------------------------


def at_stake(readings: Readings, _: Subject) -> Iterable[Step]:
    """All that is at stake, by party, interest and side."""
    weights, k = readings.weights, len(readings.weights.interests)
    cells = np.argwhere(weights.affected[:, None] * weights.voices).tolist()
    return (
        step(
            AT_STAKE,
            [
                (
                    (actor(weights, i), interest(weights, column % k), side_name(SIDES[column // k])),
                    (weights.affected[i], weights.voices[i, column]),
                )
                for i, column in cells
            ],
        ),
    )


def heard(table: Invitations, rows: Rows) -> tuple[Step, ...]:
    """How inclusive these parties are together."""
    weights, k = table.weights, len(table.weights.interests)
    felt = weights.voices * (weights.hit * weights.citizens)[:, None]
    heaviest = felt.max(axis=0, initial=0.0)
    carry, heard_by = [], []
    for column in np.flatnonzero(weights.at_stake > 0).tolist():
        who = max(rows, key=lambda i: table.each.bearing[i, column])
        about = (interest(weights, column % k), side_name(SIDES[column // k]))
        amounts = (weights.hit[who], weights.voices[who, column], heaviest[column], weights.influence[who])
        if table.each.bearing[who, column] > 0:
            carry.append(((*about, actor(weights, who)), amounts))
        heard_by.append((about, (weights.at_stake[column], table.each.bearing[who, column])))
    return step(CARRY, carry), step(INCLUSIVENESS, heard_by)


def works(table: Invitations, rows: Rows) -> tuple[Step, ...]:
    """How well the best plan works for the least happy of these parties."""
    issues, effort, pace = pace_steps(table, rows)
    worth = fit_step(table, rows)
    return issues, effort, pace, worth, step(FEASIBLE, [((), (pace.rows[0].value, worth.result or 0.0))])


def fit_step(table: Invitations, rows: Rows) -> Step:
    """How well the best plan that counts works for the least happy of these parties."""
    return step(BEST_PLAN, _worth(table, rows, table.plans.counting.tolist()))


def pace_steps(table: Invitations, rows: Rows) -> tuple[Step, Step, Step]:
    """How heavily the issues weigh on these parties, the effort of those that join, and the pace both leave."""
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
        taken, kind, best = heard(table, rows), HEARD_LOST, of.at_stake
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
    losses = relative_losses(of.at_stake, ways.inclusiveness[front]), relative_losses(of.f_max, ways.feasibility[front])
    return (
        step(HEARD_LOST, [(name, (of.at_stake, inclusive)) for name, inclusive in zip(names, got[0], strict=True)]),
        step(PLAN_LOST, [(name, (of.f_max, feasible)) for name, feasible in zip(names, got[1], strict=True)]),
        step(WORST, zip(names, zip(*(side.tolist() for side in losses), strict=True), strict=True)),
    )


def _who_joins(table: Invitations, members: int) -> tuple[Name, ...]:
    joining = tuple(actor(table.weights, row) for row in _joining(table, members))
    return joining or (("item", "nobody_joins"),)


def demands(readings: Readings, _: Subject) -> Iterable[Step]:
    """What barring plans takes from the feasibility there could be."""
    table, of = invitations_of(readings), reading_of(readings)
    issues, effort, pace = pace_steps(table, table.base.tolist())
    worth = step(BEST_OF_ALL, _worth(table, table.base.tolist(), table.plans.counting_if_free.tolist()))
    free = step(FREE, [((), (pace.rows[0].value, worth.result or 0.0))])
    return issues, effort, pace, worth, free, step(BARRED_LOST, [((), (free.rows[0].value, of.f_max))])


def amplified(tension: float, strengths: dict[str, float], counts: float) -> tuple[Step, Step]:
    """A tension with what strengthens it; `counts`: how much each strength counts."""
    left = step(STRENGTHS, [((("item", name),), (strength, counts)) for name, strength in strengths.items()])
    return left, step(STRONGER, [((), (tension, left.result or 0.0))])


# -- what the tension rests on, and even the best plan --------------------------------------------------------------

RESTS_ON = ("heard", "plan", "say", "agenda", "fit")
"""What is lost at the table the tension rests on, and the parts it falls into."""


def binding_table(readings: Readings) -> Rows:
    """Who sits at the table that the tension rests on."""
    table, of = invitations_of(readings), reading_of(readings)
    return [*table.base.tolist(), *(readings.weights.actors.index(id_) for id_ in of.binding_table)]


def rests_on(readings: Readings, subject: Subject) -> tuple[Step, ...]:
    """One loss at the table that the tension rests on."""
    table, of, rows = invitations_of(readings), reading_of(readings), binding_table(readings)
    base, (part,) = table.base.tolist(), subject
    about = (("item", part),)
    if part in SIDES_LOST:
        return lost(table, of, rows, part)
    if part == "say":
        taken = heard(table, everybody(table))
        left = step(LEFT_UNHEARD, [((), (of.at_stake, taken[-1].result or 0.0))])
        return *taken, left, step(PART_LEFT, [(about, (left.rows[0].value, of.at_stake))])
    if part == "agenda":
        paces = [pace_steps(table, there) for there in (base, rows)]
        lost_pace = step(PACE_LOST, [(about, tuple(taken[-1].rows[0].value for taken in paces))])
        return *paces[0], *paces[1], lost_pace
    fits = [fit_step(table, there) for there in (base, rows)]
    return *fits, step(FIT_LOST, [(about, tuple(fit.result or 0.0 for fit in fits))])


def least_acceptance(readings: Readings, _: Subject) -> Iterable[Step]:
    """Who accepts the best plan least, at the table as it is."""
    table, best = invitations_of(readings), reading_of(readings).best.plan
    assert best is not None
    accepted = readings.options[best].acceptance
    names: list[tuple[Name, ...]] = [(("plan", best), actor(readings.weights, i)) for i in here(table)]
    return fit_step(table, here(table)), step(LEAST_ACCEPTANCE, [(name, (accepted[name[1][1]],)) for name in names])


def hard_outside(readings: Readings, subject: Subject) -> Iterable[Step]:
    """Whether an absent party finds the best plan hard to live with."""
    best = reading_of(readings).best.plan
    assert best is not None
    limit = readings.weights.web.conventions.hard_to_live_with
    names: tuple[Name, ...] = (("plan", best), ("actor", subject[0]))
    return (step(HARD_TO_LIVE_WITH, [(names, (readings.options[best].acceptance[subject[0]], limit))]),)
