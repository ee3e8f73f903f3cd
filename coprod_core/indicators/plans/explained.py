"""Plans as each party meets them, taken apart (docs/indicators.md, section 5)."""

from collections.abc import Callable, Iterable

import numpy as np

from coprod_core.indicators.explanation.people import ATTENTION, actor, interest, said
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    ACCEPTED,
    AGAINST,
    PRODUCT,
    QUOTIENT,
    TOGETHER,
    Column,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.overview import Readings

_POSITION, _EFFECT = Column("position", Unit.LEVEL), Column("effect", Unit.LEVEL)
_OM, _Q = Column("attention"), Column("affected_share", reading="gap.affected")
_BURDEN = Column("burden", reading="options.burden")
_FELT = (_OM, _POSITION, _EFFECT)

UTILITY = Kind("utility", _FELT, PRODUCT, Together.SUM)
BURDEN = Kind("burden", _FELT, AGAINST, Together.SUM)
BENEFIT = Kind("benefit", _FELT, TOGETHER, Together.SUM)
ACCEPTANCE = Kind("acceptance", (Column("hit", Unit.LEVEL), Column("utility", reading="options.utility")), ACCEPTED)
BURDEN_ABSENT = Kind("burden_absent", (_Q, _BURDEN), PRODUCT, Together.SUM)
BURDEN_ALL = Kind("burden_all", (_Q, _BURDEN), PRODUCT, Together.SUM)
SHIFTED = Kind("shifted", (Column("burden_absent"), Column("burden_all")), QUOTIENT)

_MAMCA = ("Macharis, Turcksin & Lebeau (2012)",)
Taken = Callable[[Readings, Subject], Iterable[Step]]


def plan_and_party(readings: Readings) -> Iterable[Subject]:
    """Every plan with every party that has a stake."""
    weights = readings.weights
    staked = [id_ for id_, has in zip(weights.actors, weights.staked.tolist(), strict=True) if has]
    return [(plan, party) for plan in readings.options for party in staked]


def effects_of(readings: Readings, plan: str) -> list[float]:
    """How well a plan serves each interest; of a wish, what its party would have."""
    weights, reading = readings.weights, readings.options[plan]
    if not reading.provisional:
        effects = weights.web.option_by_id[plan].effects
        return [effects.get(id_, 0.0) for id_ in weights.interests]
    party = int(np.flatnonzero(weights.staked)[reading.row])
    wished = np.where(weights.held[party], weights.position[party], weights.related_pull[party])
    return [float(effect) for effect in wished]


def _felt(kind: Kind) -> Taken:
    def taken(readings: Readings, subject: Subject) -> Iterable[Step]:
        weights, effects = readings.weights, effects_of(readings, subject[0])
        i = weights.actors.index(subject[1])
        touched = [k for k in range(len(effects)) if effects[k] and weights.attention[i, k]]
        spent = step(
            ATTENTION, [((actor(weights, i), interest(weights, k)), said(weights, i, k, False)[:2]) for k in touched]
        )
        rows = [
            ((interest(weights, k),), (weights.attention[i, k], weights.position[i, k], effects[k])) for k in touched
        ]
        return spent, step(kind, rows)

    return taken


def _acceptance(readings: Readings, subject: Subject) -> Iterable[Step]:
    weights, i = readings.weights, readings.weights.actors.index(subject[1])
    served = _utility(readings, subject)
    names: tuple[Name, ...] = (("plan", subject[0]), actor(weights, i))
    return *_felt(UTILITY)(readings, subject), step(ACCEPTANCE, [(names, (weights.hit[i], served))])


def _utility(readings: Readings, subject: Subject) -> float:
    reading = readings.options[subject[0]]
    return float(reading.plans.serves[reading.row, readings.weights.actors.index(subject[1])])


def _shifted(readings: Readings, subject: Subject) -> Iterable[Step]:
    weights, burden = readings.weights, readings.options[subject[0]].burden
    everyone = [i for i in range(len(weights.actors)) if weights.affected[i]]
    rows = {
        i: ((("plan", subject[0]), actor(weights, i)), (weights.affected[i], burden[weights.actors[i]]))
        for i in everyone
    }
    absent = step(BURDEN_ABSENT, [row for i, row in rows.items() if not weights.seated[i]])
    everybody = step(BURDEN_ALL, rows.values())
    return (
        absent,
        everybody,
        step(SHIFTED, [((("plan", subject[0]),), (absent.result or 0.0, everybody.result or 0.0))]),
    )


def _burdening(readings: Readings) -> Iterable[Subject]:
    return [(id_,) for id_, plan in readings.options.items() if plan.shifted is not None]


def _of_plan(name: str) -> Callable[[Readings, Subject], float]:
    return lambda readings, subject: float(getattr(readings.options[subject[0]], name)[subject[1]])


def _plan_reading(name: str, formula: str, kind: Kind, low: float = 0.0) -> Reading:
    return Reading(
        code=f"options.{name}",
        chapter="options",
        formula=formula,
        low=low,
        sources=_MAMCA,
        about=("plan", "actor"),
        kinds=(ATTENTION, kind),
        subjects=plan_and_party,
        value=_utility if kind is UTILITY else _of_plan(name),
        steps=_felt(kind),
    )


READINGS = (
    _plan_reading("utility", "u = Σ_k om_ik × position_ik × effect_k", UTILITY, low=-1.0),
    Reading(
        code="options.acceptance",
        chapter="options",
        formula="1 − hit_i × (1 − u) / 2",
        sources=_MAMCA,
        about=("plan", "actor"),
        least_first=True,
        kinds=(ATTENTION, UTILITY, ACCEPTANCE),
        subjects=plan_and_party,
        value=_of_plan("acceptance"),
        steps=_acceptance,
    ),
    _plan_reading("burden", "Σ_k om_ik × max(0, −position_ik × effect_k)", BURDEN),
    _plan_reading("benefit", "Σ_k om_ik × max(0, position_ik × effect_k)", BENEFIT),
    Reading(
        code="options.shifted",
        chapter="options",
        formula="Σ Q_i × burden_i of absent citizens / Σ Q_i × burden_i of all citizens",
        undefined=("nobody_burdened",),
        sources=("Broekhuizen & Michels (2017)",),
        about=("plan",),
        kinds=(BURDEN_ABSENT, BURDEN_ALL, SHIFTED),
        subjects=_burdening,
        value=lambda readings, subject: readings.options[subject[0]].shifted or 0.0,
        steps=_shifted,
    ),
)
