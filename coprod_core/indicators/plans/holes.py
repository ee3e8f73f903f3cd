"""What is not known of a plan, and for whom it is hardest, taken apart (docs/indicators.md, section 5)."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from coprod_core.indicators.explanation.people import actor, interest
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    AGAINST,
    PRODUCT,
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
from coprod_core.indicators.plans import Hardest, hardest_for

_CHAPTER = "options"
_Q, _OM = Column("affected_share", reading="gap.affected"), Column("attention")

MISSED = Kind("missed", (_Q, _OM), PRODUCT, Together.SUM)
HOLES = Kind("holes", (Column("missed", reading="options.missed"),), together=Together.SUM)
LARGEST_HOLE = Kind("largest_hole", (Column("missed", reading="options.missed"),), together=Together.LARGEST)
CARRIED_OF = Kind("carried_of", (_Q, Column("burden", reading="options.burden")), PRODUCT)
CARRIES_MOST = Kind("carries_most", (Column("carried_of", reading="options.carried"),), together=Together.LARGEST)
HARDEST = Kind("hardest", (Column("acceptance", reading="options.acceptance"),), together=Together.LEAST)
BECAUSE_OF = Kind(
    "because_of",
    (_OM, Column("position", Unit.LEVEL), Column("effect", Unit.LEVEL)),
    AGAINST,
    Together.LARGEST,
)

Taken = Callable[[Readings, Subject], Iterable[Step]]
Value = Callable[[Readings, Subject], float]


def _missed(readings: Readings, subject: Subject) -> Iterable[Step]:
    weights, k = readings.weights, readings.weights.interests.index(subject[1])
    rows = np.flatnonzero(weights.affected * weights.attention[:, k]).tolist()
    about = ("plan", subject[0]), ("interest", subject[1])
    return (
        step(MISSED, [((*about, actor(weights, i)), (weights.affected[i], weights.attention[i, k])) for i in rows]),
    )


def _missed_value(readings: Readings, subject: Subject) -> float:
    plans = readings.plans
    return float(plans.missed[plans.ids.index(subject[0]), readings.weights.interests.index(subject[1])])


def _by_interest(kind: Kind) -> Taken:
    def taken(readings: Readings, subject: Subject) -> Iterable[Step]:
        missed = [pair for pair in _missing(readings) if pair[0] == subject[0]]
        rows = [((("plan", plan), ("interest", id_)), (_missed_value(readings, (plan, id_)),)) for plan, id_ in missed]
        return (step(kind, rows),)

    return taken


def _missing(readings: Readings) -> Iterable[Subject]:
    """Plans with the interests of which nobody said what they do for them, where that matters to residents."""
    if readings.plans.provisional:
        return []
    cells = np.argwhere(readings.plans.missed > 0).tolist()
    return [(readings.plans.ids[row], readings.weights.interests[k]) for row, k in cells]


def _carried(readings: Readings, subject: Subject) -> Iterable[Step]:
    plan, i = readings.options[subject[0]], readings.weights.actors.index(subject[1])
    names: tuple[Name, ...] = (("plan", subject[0]), ("actor", subject[1]))
    return (step(CARRIED_OF, [(names, (readings.weights.affected[i], plan.burden[subject[1]]))]),)


def _carries_most(readings: Readings, subject: Subject) -> Iterable[Step]:
    plan = readings.options[subject[0]]
    rows = [
        ((("plan", plan.id), ("actor", id_)), (plan.carried[id_],))
        for _, id_ in _residents_with(readings, [plan.id])
        if plan.carried[id_]
    ]
    return (step(CARRIES_MOST, rows),)


def _residents_with(readings: Readings, plans: Iterable[str]) -> Iterable[Subject]:
    weights = readings.weights
    residents = [weights.actors[i] for i in np.flatnonzero(weights.people_at_stake).tolist()]
    return [(plan, id_) for plan in plans for id_ in residents]


def _hardest(readings: Readings, plan: str) -> Hardest | None:
    return hardest_for(readings.weights, readings.plans, plan)


def _hardest_steps(readings: Readings, subject: Subject) -> Iterable[Step]:
    accepted = readings.options[subject[0]].acceptance
    rows = _residents_with(readings, subject)
    return (step(HARDEST, [((("plan", plan), ("actor", id_)), (accepted[id_],)) for plan, id_ in rows]),)


def _with_reason(readings: Readings) -> Iterable[Subject]:
    found = ((plan, _hardest(readings, plan)) for plan in readings.options)
    return [(plan, hardest.actor) for plan, hardest in found if hardest and hardest.because_of]


def _because_of(readings: Readings, subject: Subject) -> Iterable[Step]:
    weights, plan = readings.weights, readings.options[subject[0]]
    i = weights.actors.index(subject[1])
    touched = [k for k, id_ in enumerate(weights.interests) if plan.effects[id_] and weights.attention[i, k]]
    rows = [
        (
            (interest(weights, k),),
            (weights.attention[i, k], weights.position[i, k], plan.effects[weights.interests[k]]),
        )
        for k in touched
    ]
    return (step(BECAUSE_OF, rows),)


def _most_against(readings: Readings, subject: Subject) -> float:
    weights, plan = readings.weights, readings.options[subject[0]]
    i, (_, because) = weights.actors.index(subject[1]), (subject, _hardest(readings, subject[0]))
    assert because is not None
    assert because.because_of is not None
    k = weights.interests.index(because.because_of)
    return float(max(0.0, -weights.pull[i, k] * plan.effects[because.because_of]))


def _of(name: str) -> Value:
    """A field of a plan, or what it says of a party."""

    def value(readings: Readings, subject: Subject) -> float:
        held = getattr(readings.options[subject[0]], name)
        return float(held[subject[1]] if len(subject) > 1 else held)

    return value


def _reading(name: str, formula: str, kind: Kind, steps: Taken, value: Value, **further: Any) -> Reading:
    return Reading(
        code=f"{_CHAPTER}.{name}",
        chapter=_CHAPTER,
        formula=formula,
        kinds=(kind,),
        steps=steps,
        value=value,
        **{"about": ("plan",), **further},
    )


READINGS = (
    _reading(
        "missed",
        "Σ_i Q_i om_ik of an interest k of which nobody said what the plan does",
        MISSED,
        _missed,
        _missed_value,
        undefined=("all_known",),
        about=("plan", "interest"),
        subjects=_missing,
    ),
    _reading(
        "holes",
        "Σ_k missed_k",
        HOLES,
        _by_interest(HOLES),
        _of("holes"),
        subjects=lambda readings: [(plan,) for plan in readings.options],
    ),
    _reading(
        "largest_hole",
        "max over k of missed_k",
        LARGEST_HOLE,
        _by_interest(LARGEST_HOLE),
        lambda readings, subject: _missed_value(
            readings, (subject[0], readings.options[subject[0]].largest_hole or "")
        ),
        undefined=("all_known",),
        subjects=lambda readings: [(id_,) for id_, plan in readings.options.items() if plan.largest_hole],
    ),
    _reading(
        "carried",
        "Q_i × burden_i",
        CARRIED_OF,
        _carried,
        _of("carried"),
        about=("plan", "actor"),
        subjects=lambda readings: _residents_with(readings, readings.options),
    ),
    _reading(
        "carries_most",
        "max over residents i of Q_i × burden_i",
        CARRIES_MOST,
        _carries_most,
        lambda readings, subject: max(readings.options[subject[0]].carried.values(), default=0.0),
        undefined=("nobody_burdened",),
        sources=("Broekhuizen & Michels (2017)",),
        subjects=lambda readings: [(id_,) for id_, plan in readings.options.items() if plan.carries_most],
    ),
    _reading(
        "hardest",
        "min over residents i with an interest of acceptance_i",
        HARDEST,
        _hardest_steps,
        lambda readings, subject: getattr(_hardest(readings, subject[0]), "acceptance", 0.0),
        undefined=("no_citizen_stakes",),
        least_first=True,
        subjects=lambda readings: [(plan,) for plan in readings.options if _hardest(readings, plan)],
    ),
    _reading(
        "because_of",
        "max over k of om_ik × max(0, −position_ik × effect_k)",
        BECAUSE_OF,
        _because_of,
        _most_against,
        undefined=("not_against",),
        about=("plan", "actor"),
        subjects=_with_reason,
    ),
)
