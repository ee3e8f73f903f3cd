"""The second dilemma, taken apart (docs/indicators.md, section 7)."""

from collections.abc import Callable, Iterable
from itertools import combinations

import numpy as np

from coprod_core.indicators.dilemmas import Role, scores_by_lens
from coprod_core.indicators.explanation.people import actor
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    COMPARED,
    LOST,
    MIXED,
    OWNED,
    PRODUCT,
    SIZE,
    UNLIKE,
    USEFUL,
    Column,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.explanation.tables import STRENGTHS, STRONGER, amplified, invitations_of
from coprod_core.indicators.lens_orders import lens_orders
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import Floats

_CHAPTER = "role"
_MISSING = ("no_initiators", "needs_two_plans")
_SAVAGE, _KENDALL, _MAMCA = ("Savage (1951)",), ("Kendall (1945)",), ("Macharis, Turcksin & Lebeau (2012)",)
OWNERSHIP = "ownership"

_OWNED = Column("ownership", reading="role.ownership")
_LOOKS, _SHARE, _USEFUL = Column("looks", reading="role.scores"), Column("share"), Column("useful")
_FIRST, _SECOND = Column("order_first", Unit.COUNT), Column("order_second", Unit.COUNT)

OWNERSHIP_OF = Kind("ownership", (Column("delegated", Unit.LEVEL), Column("initiative", Unit.LEVEL)), OWNED)
BY_PEOPLE = Kind("by_people", (Column("people", Unit.COUNT),), together=Together.PARTS, unit=Unit.COUNT)
ALIKE = Kind("alike", (Column("one", Unit.COUNT),), together=Together.PARTS, unit=Unit.COUNT)
USEFUL_TO = Kind("useful", (Column("utility", reading="options.utility"),), USEFUL)
LOOKS = Kind("looks", (_SHARE, _USEFUL), PRODUCT, Together.SUM)
GENERAL = Kind("general", (Column("affected_share"), _USEFUL), PRODUCT, Together.SUM)
WORST_OFF = Kind("worst_off", (Column("acceptance", reading="options.acceptance"),), together=Together.LEAST)
GENERAL_INTEREST = Kind(
    "general_interest", (Column("worst_off_weight", Unit.LEVEL), Column("general"), Column("least_acceptance")), MIXED
)
BEST_LOOKING = Kind("best_looking", (_LOOKS,), together=Together.LARGEST)
FALLS_SHORT = Kind("falls_short", (Column("best"), Column("looks")), LOST)
WEIGHED = Kind("weighed", (Column("falls_short"), Column("weighs")), PRODUCT)
TAKEN = Kind("taken", (_OWNED, Column("takes", Unit.LEVEL)), PRODUCT)
REGRET = Kind("regret", (Column("loss", reading="role.losses"),), together=Together.LARGEST)
LEAST_REGRET = Kind("least_regret", (Column("regret", reading="role.regret"),), together=Together.LEAST)
STEERED = Kind("steered", (Column("steering", Unit.LEVEL), _OWNED), PRODUCT)
MEDDLED = Kind("meddled", (Column("meddling", Unit.LEVEL),), together=Together.SUM)
ORDER_FIRST = Kind("order_first", (Column("looks"), Column("looks_other")), COMPARED, unit=Unit.COUNT)
ORDER_SECOND = Kind("order_second", (Column("looks"), Column("looks_other")), COMPARED, unit=Unit.COUNT)
AGREE = Kind("agree", (_FIRST, _SECOND), PRODUCT, Together.SUM, Unit.COUNT)
DECIDED_FIRST = Kind("decided_first", (_FIRST,), SIZE, Together.SUM, Unit.COUNT)
DECIDED_SECOND = Kind("decided_second", (_SECOND,), SIZE, Together.SUM, Unit.COUNT)
UNLIKENESS = Kind(
    "unlikeness", tuple(Column(code, Unit.COUNT) for code in ("agree", "decided_first", "decided_second")), UNLIKE
)


def _role(readings: Readings) -> Role:
    assert readings.role is not None
    return readings.role


def _scores(readings: Readings) -> tuple[list[str], dict[str, Floats]]:
    """The plans not barred, and how each looks to each side."""
    table = invitations_of(readings)
    allowed = np.flatnonzero(~table.plans.barred)
    scores = scores_by_lens(table, allowed, readings.weights.web.process.worst_off_weight)
    return [table.plans.ids[row] for row in allowed], scores


# -- steps ----------------------------------------------------------------------------------------------------------


def _score(readings: Readings, subject: Subject) -> Iterable[Step]:
    """How a plan looks to one side."""
    (plan, lens), weights, table = subject, readings.weights, invitations_of(readings)
    useful = (1 + readings.options[plan].plans.serves[readings.options[plan].row]) / 2

    def of(rows: Iterable[int]) -> Step:
        serves = readings.options[plan].plans.serves[readings.options[plan].row]
        return step(USEFUL_TO, [((("plan", plan), actor(weights, i)), (serves[i],)) for i in rows])

    if lens == "general_interest":
        everyone = np.flatnonzero(weights.people_at_stake).tolist()
        counted = [i for i in everyone if weights.affected[i]]
        general = step(GENERAL, [((actor(weights, i),), (weights.affected[i], useful[i])) for i in counted])
        accepted = readings.options[plan].acceptance
        worst = step(
            WORST_OFF,
            [((("plan", plan), actor(weights, i)), (accepted[weights.actors[i]],)) for i in everyone],
        )
        share = weights.web.process.worst_off_weight
        mixed = step(GENERAL_INTEREST, [((("plan", plan),), (share, general.result or 0.0, worst.result or 0.0))])
        return of(counted), general, worst, mixed
    if lens == "initiators":
        rows = table.initiators.tolist()
        parts = step(BY_PEOPLE, [((actor(weights, i),), (weights.people[i],)) for i in rows])
    else:
        rows = np.flatnonzero(weights.political & weights.staked).tolist()
        parts = step(ALIKE, [((actor(weights, i),), (1.0,)) for i in rows])
    shares = [row.part or 0.0 for row in parts.rows]
    return (
        parts,
        of(rows),
        step(LOOKS, [((actor(weights, i),), (share, useful[i])) for i, share in zip(rows, shares, strict=True)]),
    )


def _loss(readings: Readings, subject: Subject) -> Iterable[Step]:
    """What one side loses with the plan that a role leads to, or the ownership it takes."""
    (way, lens), role, web = subject, _role(readings), readings.weights.web
    about: tuple[Name, ...] = (("way", way), ("lens", lens))
    if lens == OWNERSHIP:
        return (step(TAKEN, [(about, (role.ownership, web.conventions.ownership_cost[way]))]),)
    plans, scores = _scores(readings)
    looks = dict(zip(plans, scores[lens].tolist(), strict=True))
    best = step(BEST_LOOKING, [((("plan", plan), ("lens", lens)), (score,)) for plan, score in looks.items()])
    chosen = role.plans[way]
    short = step(FALLS_SHORT, [((("plan", chosen), ("lens", lens)), (best.result or 0.0, looks[chosen]))])
    weighs = {"initiators": role.ownership, "political_authority": web.process.meddling, "general_interest": 1.0}
    return best, short, step(WEIGHED, [(about, (short.rows[0].value, weighs[lens]))])


def _regret(readings: Readings, subject: Subject) -> Iterable[Step]:
    losses = _role(readings).losses[subject[0]]
    return (step(REGRET, [((("way", subject[0]), ("lens", lens)), (loss,)) for lens, loss in losses.items()]),)


def _tension(readings: Readings, _: Subject) -> Iterable[Step]:
    regret = _role(readings).regret
    return (step(LEAST_REGRET, [((("way", way),), (loss,)) for way, loss in regret.items()]),)


def _ownership(readings: Readings, _: Subject) -> Iterable[Step]:
    process = readings.weights.web.process
    return (step(OWNERSHIP_OF, [((), (process.delegated, process.initiative))]),)


def _strength(readings: Readings, subject: Subject) -> Iterable[Step]:
    process = readings.weights.web.process
    if subject[0] == "meddling":
        return (step(MEDDLED, [((), (process.meddling,))]),)
    return (step(STEERED, [((), (process.steering, _role(readings).ownership))]),)


def _amplified(readings: Readings, _: Subject) -> Iterable[Step]:
    role = _role(readings)
    return amplified(role.tension, dict(role.strengthened_by), readings.weights.web.conventions.strengthening)


def _unlike(readings: Readings, subject: Subject) -> Iterable[Step]:
    plans, scores = _scores(readings)
    pairs = list(combinations(range(len(plans)), 2))
    names: list[tuple[Name, ...]] = [(("plan", plans[a]), ("plan", plans[b])) for a, b in pairs]
    orders = [
        step(kind, [(name, (scores[lens][a], scores[lens][b])) for name, (a, b) in zip(names, pairs, strict=True)])
        for kind, lens in zip((ORDER_FIRST, ORDER_SECOND), subject, strict=True)
    ]
    first, second = ([row.value for row in order.rows] for order in orders)
    agree = step(AGREE, zip(names, zip(first, second, strict=True), strict=True))
    decided = [
        step(kind, [(name, (value,)) for name, value in zip(names, order, strict=True)])
        for kind, order in ((DECIDED_FIRST, first), (DECIDED_SECOND, second))
    ]
    counts = [taken.result or 0.0 for taken in (agree, *decided)]
    return *orders, agree, *decided, step(UNLIKENESS, [(tuple(("lens", lens) for lens in subject), counts)])


# -- the readings ---------------------------------------------------------------------------------------------------


def _whole(readings: Readings) -> Iterable[Subject]:
    return [()] if readings.role else []


def _looked_at(readings: Readings) -> Iterable[Subject]:
    if readings.role is None:
        return []
    plans, scores = _scores(readings)
    return [(plan, lens) for plan in plans for lens in scores]


def _ways(readings: Readings) -> Iterable[Subject]:
    return [(way,) for way in readings.role.regret] if readings.role else []


def _paid(readings: Readings) -> Iterable[Subject]:
    return [(way, lens) for way, paid in readings.role.losses.items() for lens in paid] if readings.role else []


def _strengths(readings: Readings) -> Iterable[Subject]:
    return [(name,) for name in readings.role.strengthened_by] if readings.role else []


def _ordering(readings: Readings) -> Iterable[Subject]:
    found = lens_orders(readings.weights)
    return [] if isinstance(found, Undefined) else [pair for pair, unlike in found.items() if unlike is not None]


def _looks_value(readings: Readings, subject: Subject) -> float:
    plans, scores = _scores(readings)
    return float(scores[subject[1]][plans.index(subject[0])])


def _unlike_value(readings: Readings, subject: Subject) -> float:
    found = lens_orders(readings.weights)
    assert not isinstance(found, Undefined)
    first, second = subject
    return found[first, second] or 0.0


def _reading(
    name: str,
    formula: str,
    kinds: tuple[Kind, ...],
    steps: Callable[[Readings, Subject], Iterable[Step]],
    value: Callable[[Readings, Subject], float],
    subjects: Callable[[Readings], Iterable[Subject]] = _whole,
    about: tuple[str, ...] = (),
    sources: tuple[str, ...] = (),
    undefined: tuple[str, ...] = _MISSING,
) -> Reading:
    code = f"{_CHAPTER}.{name}"
    return Reading(
        code=code,
        chapter=_CHAPTER,
        formula=formula,
        undefined=undefined,
        sources=sources,
        about=about,
        kinds=kinds,
        subjects=subjects,
        value=value,
        steps=steps,
    )


READINGS = (
    _reading(
        "ownership",
        "M = 1 − (1 − delegated) × (1 − initiative)",
        (OWNERSHIP_OF,),
        _ownership,
        lambda readings, _: _role(readings).ownership,
    ),
    _reading(
        "scores",
        "mean of (1 + u) / 2; general interest: (1 − w) × Σ_i Q_i (1 + u_i) / 2 + w × least acceptance",
        (BY_PEOPLE, ALIKE, USEFUL_TO, LOOKS, GENERAL, WORST_OFF, GENERAL_INTEREST),
        _score,
        _looks_value,
        _looked_at,
        ("plan", "lens"),
        _MAMCA,
    ),
    _reading(
        "losses",
        "(best − got) / best × what the side weighs; ownership: M × the part the role takes",
        (BEST_LOOKING, FALLS_SHORT, WEIGHED, TAKEN),
        _loss,
        lambda readings, subject: _role(readings).losses[subject[0]][subject[1]],
        _paid,
        ("way", "lens"),
        _SAVAGE,
    ),
    _reading(
        "regret",
        "max over the sides of what a role loses",
        (REGRET,),
        _regret,
        lambda readings, subject: _role(readings).regret[subject[0]],
        _ways,
        ("way",),
        _SAVAGE,
    ),
    _reading(
        "tension",
        "T = min over the roles of max over the sides of what is lost",
        (LEAST_REGRET,),
        _tension,
        lambda readings, _: _role(readings).tension,
        sources=_SAVAGE,
    ),
    _reading(
        "strengthened_by",
        "steering × M, and meddling",
        (STEERED, MEDDLED),
        _strength,
        lambda readings, subject: _role(readings).strengthened_by[subject[0]],
        _strengths,
        ("strength",),
    ),
    _reading(
        "amplified",
        "T* = T + T × (1 − T) × B, with B = 1 − Π(1 − z × counts) over the strengths z",
        (STRENGTHS, STRONGER),
        _amplified,
        lambda readings, _: _role(readings).amplified,
    ),
    _reading(
        "orders",
        "(1 − τ_b) / 2 per pair of sides, over the plans not barred",
        (ORDER_FIRST, ORDER_SECOND, AGREE, DECIDED_FIRST, DECIDED_SECOND, UNLIKENESS),
        _unlike,
        _unlike_value,
        _ordering,
        ("lens", "other_lens"),
        _KENDALL,
        (*_MISSING, "no_order"),
    ),
)
