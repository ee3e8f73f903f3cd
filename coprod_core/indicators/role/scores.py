"""What each side may expect of a plan, and how much it wants it, taken apart (docs/indicators.md, section 7)."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from coprod_core.indicators.explanation.people import actor
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    EXPECTED,
    MIXED,
    PRODUCT,
    USEFUL,
    Column,
    Kind,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.feasible.steps import invitations_of
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.role import scores_by_lens, surest
from coprod_core.indicators.weights import Floats

_SHARE, _USEFUL = Column("share"), Column("useful")
_FEASIBLE, _EXPECTED = Column("feasibility"), Column("expected")

BY_PEOPLE = Kind("by_people", (Column("people", Unit.COUNT),), together=Together.PARTS, unit=Unit.COUNT)
ALIKE = Kind("alike", (Column("one", Unit.COUNT),), together=Together.PARTS, unit=Unit.COUNT)
USEFUL_TO = Kind("useful", (Column("utility", reading="options.utility"),), USEFUL)
USEFUL_LEFT = Kind("useful_left", (Column("utility", reading="options.utility"),), USEFUL)
LEFT_OVER = Kind("left_over", (_SHARE, _USEFUL), PRODUCT, Together.SUM)
LEFT_ACCEPTED = Kind(
    "left_accepted", (_SHARE, Column("acceptance", reading="options.acceptance")), PRODUCT, Together.SUM
)
EXPECTED_OF = Kind("expected", (_FEASIBLE, _USEFUL, Column("left_over", reading="role.rest")), EXPECTED)
LOOKS = Kind("looks", (_SHARE, _EXPECTED), PRODUCT, Together.SUM)
GENERAL = Kind("general", (Column("affected_share"), _EXPECTED), PRODUCT, Together.SUM)
WORST_OFF = Kind(
    "worst_off",
    (
        _FEASIBLE,
        Column("acceptance", reading="options.acceptance"),
        Column("left_accepted", reading="role.rest_acceptance"),
    ),
    EXPECTED,
    Together.LEAST,
)
WANTED = Kind("wanted", (_SHARE, Column("utility", reading="options.utility")), PRODUCT, Together.SUM)
GENERAL_INTEREST = Kind(
    "general_interest", (Column("worst_off_weight", Unit.LEVEL), Column("general"), Column("least_acceptance")), MIXED
)


def scores_of(readings: Readings) -> tuple[list[str], dict[str, Floats]]:
    """The plans that count, and how each looks to each side."""
    table, worst_off = invitations_of(readings), readings.weights.web.process.worst_off_weight
    scores = readings.once(__name__, lambda: scores_by_lens(table, worst_off))
    return [table.plans.ids[row] for row in table.plans.counting], scores


def _useful(readings: Readings, plans: Iterable[str], rows: Iterable[int], kind: Kind) -> Step:
    """What plans bring parties (rows), on a scale from 0 to 1."""
    weights, reading = readings.weights, readings.options
    pairs = [(plan, i) for i in rows for plan in plans]
    return step(
        kind,
        [
            ((("plan", plan), actor(weights, i)), (reading[plan].plans.serves[reading[plan].row, i],))
            for plan, i in pairs
        ],
    )


def _surest(readings: Readings) -> list[str]:
    plans = readings.plans
    return [plans.ids[plans.counting[row]] for row in surest(plans).tolist()]


def rest(readings: Readings, subject: Subject) -> Iterable[Step]:
    """What is left for a party when a plan fails: the mean of the plans that are surest."""
    weights, plans = readings.weights, _surest(readings)
    useful = _useful(readings, plans, [weights.actors.index(subject[0])], USEFUL_LEFT)
    rows = [(row.names, (1 / len(plans), row.value)) for row in useful.rows]
    return useful, step(LEFT_OVER, rows)


def rest_acceptance(readings: Readings, subject: Subject) -> Iterable[Step]:
    """How well a party accepts what is left when a plan fails: the mean of the plans that are surest."""
    plans = _surest(readings)
    rows = [
        ((("plan", plan), ("actor", subject[0])), (1 / len(plans), readings.options[plan].acceptance[subject[0]]))
        for plan in plans
    ]
    return (step(LEFT_ACCEPTED, rows),)


def _left(readings: Readings, i: int) -> tuple[float, float]:
    """What is left for a party (row) when a plan fails, and how well it accepts that."""
    subject = (readings.weights.actors[i],)
    useful, accepted = (list(of(readings, subject))[-1].result or 0.0 for of in (rest, rest_acceptance))
    return useful, accepted


def _expected(readings: Readings, plan: str, rows: list[int]) -> tuple[Step, Step]:
    """What parties (rows) may expect of a plan."""
    useful, feasible = _useful(readings, [plan], rows, USEFUL_TO), readings.options[plan].feasibility
    expected = [
        (row.names, (feasible, row.value, _left(readings, i)[0])) for row, i in zip(useful.rows, rows, strict=True)
    ]
    return useful, step(EXPECTED_OF, expected)


def score(readings: Readings, subject: Subject) -> Iterable[Step]:
    """How a plan looks to one side."""
    plan, lens = subject
    if lens == "general_interest":
        return _general(readings, plan)
    parts, rows = _lens_parts(readings, lens)
    useful, expected = _expected(readings, plan, rows)
    amounts = [(part.names, (part.part or 0.0, row.value)) for part, row in zip(parts.rows, expected.rows, strict=True)]
    return parts, useful, expected, step(LOOKS, amounts)


def _general(readings: Readings, plan: str) -> Iterable[Step]:
    """How a plan looks to the general interest as we compute it."""
    weights, feasible = readings.weights, readings.options[plan].feasibility
    everyone = np.flatnonzero(weights.people_at_stake).tolist()
    counted = [i for i in everyone if weights.affected[i]]
    useful, expected = _expected(readings, plan, counted)
    general = step(
        GENERAL,
        [
            ((actor(weights, i),), (weights.affected[i], row.value))
            for i, row in zip(counted, expected.rows, strict=True)
        ],
    )
    accepted = readings.options[plan].acceptance
    worst = step(
        WORST_OFF,
        [
            ((("plan", plan), actor(weights, i)), (feasible, accepted[weights.actors[i]], _left(readings, i)[1]))
            for i in everyone
        ],
    )
    amounts = weights.web.process.worst_off_weight, general.result or 0.0, worst.result or 0.0
    return useful, expected, general, worst, step(GENERAL_INTEREST, [((("plan", plan),), amounts)])


def _lens_parts(readings: Readings, lens: str) -> tuple[Step, list[int]]:
    """Who looks with this side, and for how much each counts."""
    weights, rows = readings.weights, invitations_of(readings).initiators.tolist()
    if lens == "initiators":
        return step(BY_PEOPLE, [((actor(weights, i),), (weights.people[i],)) for i in rows]), rows
    rows = np.flatnonzero(weights.political & weights.staked).tolist()
    return step(ALIKE, [((actor(weights, i),), (1.0,)) for i in rows]), rows


def wanted(readings: Readings, subject: Subject) -> Iterable[Step]:
    """How much one side wants a plan, whether or not it can be done."""
    (plan, lens), weights = subject, readings.weights
    parts, rows = _lens_parts(readings, lens)
    serves = readings.options[plan].plans.serves[readings.options[plan].row]
    amounts = [
        ((("plan", plan), actor(weights, i)), (row.part or 0.0, serves[i]))
        for i, row in zip(rows, parts.rows, strict=True)
    ]
    return parts, step(WANTED, amounts)


# -- the readings ---------------------------------------------------------------------------------------------------


def _looked_at(readings: Readings) -> Iterable[Subject]:
    if readings.role is None:
        return []
    plans, scores = scores_of(readings)
    return [(plan, lens) for plan in plans for lens in scores]


def _staked(readings: Readings) -> Iterable[Subject]:
    weights = readings.weights
    return [(weights.actors[i],) for i in np.flatnonzero(weights.staked).tolist() if readings.role]


def _rest_value(of: Callable[[Readings, Subject], Iterable[Step]]) -> Callable[[Readings, Subject], float]:
    return lambda readings, subject: list(of(readings, subject))[-1].result or 0.0


def _wanting(readings: Readings) -> Iterable[Subject]:
    return [(plan, lens) for plan, lens in _looked_at(readings) if lens != "general_interest"]


def _looks_value(readings: Readings, subject: Subject) -> float:
    plans, scores = scores_of(readings)
    return float(scores[subject[1]][plans.index(subject[0])])


def _reading(name: str, formula: str, kinds: tuple[Kind, ...], **further: Any) -> Reading:
    missing = ("no_initiators", "needs_two_plans")
    return Reading(code=f"role.{name}", chapter="role", formula=formula, undefined=missing, kinds=kinds, **further)


READINGS = (
    _reading(
        "scores",
        "mean of util = f (1 + u) / 2 + (1 − f) rest; general interest: (1 − w) × Σ_i Q_i util_i + w × the least of "
        "acceptance, mixed in the same way",
        (BY_PEOPLE, ALIKE, USEFUL_TO, EXPECTED_OF, LOOKS, GENERAL, WORST_OFF, GENERAL_INTEREST),
        steps=score,
        value=_looks_value,
        subjects=_looked_at,
        about=("plan", "lens"),
        sources=("Macharis, Turcksin & Lebeau (2012)",),
    ),
    _reading(
        "rest",
        "mean of (1 + u_i) / 2 over the plans that count and are most feasible",
        (USEFUL_LEFT, LEFT_OVER),
        steps=rest,
        value=_rest_value(rest),
        subjects=_staked,
        about=("actor",),
    ),
    _reading(
        "rest_acceptance",
        "mean of acceptance_i over the plans that count and are most feasible",
        (LEFT_ACCEPTED,),
        steps=rest_acceptance,
        value=_rest_value(rest_acceptance),
        subjects=_staked,
        about=("actor",),
    ),
    _reading(
        "wanted",
        "mean of u over those who look with this side, feasibility left out",
        (BY_PEOPLE, ALIKE, WANTED),
        steps=wanted,
        value=lambda readings, subject: list(wanted(readings, subject))[-1].result or 0.0,
        subjects=_wanting,
        about=("plan", "lens"),
        low=-1.0,
    ),
)
