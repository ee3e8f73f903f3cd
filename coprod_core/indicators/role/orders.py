"""How differently the lenses of the second dilemma order the plans (section 7)."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from math import sqrt
from types import MappingProxyType

import numpy as np

from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    COMPARED,
    PRODUCT,
    SIZE,
    UNLIKE,
    Column,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.role import scores_by_lens
from coprod_core.indicators.role.scores import scores_of
from coprod_core.indicators.weights import TIE, Floats, Weights

LensPair = tuple[str, str]


def lens_orders(weights: Weights) -> Mapping[LensPair, float | None] | Undefined:
    """Per pair of lenses (1 - Kendall's tau-b)/2 over the plans that count: 0 the same order .. 1 the opposite one.

    None where one of the two finds all plans equally good: then it has no order. Scores within `TIE` are ties. Pairs
    come in the order initiators, political authority, general interest. Undefined as the dilemma itself:
    `no_initiators`, `needs_two_plans`. Source: Kendall (1945), tau-b; the use of it is ours.
    """
    found = _scored(weights)
    if isinstance(found, Undefined):
        return found
    order = {lens: _comparisons(scores) for lens, scores in found[1].items()}
    return MappingProxyType({(a, b): _unlike(order[a], order[b]) for a, b in combinations(order, 2)})


def lens_ranks(weights: Weights) -> Mapping[str, Mapping[str, int]] | Undefined:
    """Per lens the place of each plan that counts, by id in file order: 1 + how many plans that lens finds better, so
    that equals (within `TIE`) share a place. Undefined as `lens_orders`.
    """
    found = _scored(weights)
    if isinstance(found, Undefined):
        return found
    ids, scores = found
    places = {lens: 1 + (_comparisons(score) < 0).sum(axis=1) for lens, score in scores.items()}
    return MappingProxyType(
        {lens: MappingProxyType(dict(zip(ids, place.tolist(), strict=True))) for lens, place in places.items()}
    )


def _scored(weights: Weights) -> tuple[list[str], dict[str, Floats]] | Undefined:
    """The plans that count, and how good each is per lens."""
    invitations = Invitations(weights, plans_of(weights))
    if not len(invitations.initiators):
        return Undefined("no_initiators")
    counting = invitations.plans.counting
    if len(counting) < 2:
        return Undefined("needs_two_plans")
    scores = scores_by_lens(invitations, weights.web.process.worst_off_weight)
    return [invitations.plans.ids[row] for row in counting], scores


def _comparisons(scores: Floats) -> Floats:
    """Every pair of plans both ways round: 1 where the first is better, -1 where it is worse, 0 for equals."""
    more = scores[:, None] - scores
    return np.where(np.abs(more) > TIE, np.sign(more), 0.0)


def _unlike(one: Floats, other: Floats) -> float | None:
    decided = sqrt(float(np.abs(one).sum())) * sqrt(float(np.abs(other).sum()))
    if not decided:
        return None
    tau_b = float((one * other).sum()) / decided
    return (1 - min(1.0, max(-1.0, tau_b))) / 2


# -- explained ------------------------------------------------------------------------------------------------------

_FIRST, _SECOND = Column("order_first", Unit.COUNT), Column("order_second", Unit.COUNT)

ORDER_FIRST = Kind("order_first", (Column("looks"), Column("looks_other")), COMPARED, unit=Unit.COUNT)
ORDER_SECOND = Kind("order_second", (Column("looks"), Column("looks_other")), COMPARED, unit=Unit.COUNT)
AGREE = Kind("agree", (_FIRST, _SECOND), PRODUCT, Together.SUM, Unit.COUNT)
DECIDED_FIRST = Kind("decided_first", (_FIRST,), SIZE, Together.SUM, Unit.COUNT)
DECIDED_SECOND = Kind("decided_second", (_SECOND,), SIZE, Together.SUM, Unit.COUNT)
UNLIKENESS = Kind(
    "unlikeness", tuple(Column(code, Unit.COUNT) for code in ("agree", "decided_first", "decided_second")), UNLIKE
)


def _taken_apart(readings: Readings, subject: Subject) -> Iterable[Step]:
    plans, scores = scores_of(readings)
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


def _ordering(readings: Readings) -> Iterable[Subject]:
    found = lens_orders(readings.weights)
    return [] if isinstance(found, Undefined) else [pair for pair, unlike in found.items() if unlike is not None]


def _unlike_value(readings: Readings, subject: Subject) -> float:
    found = lens_orders(readings.weights)
    assert not isinstance(found, Undefined)
    first, second = subject
    return found[first, second] or 0.0


READINGS = (
    Reading(
        code="role.orders",
        chapter="role",
        formula="(1 − τ_b) / 2 per pair of sides, over the plans that count",
        undefined=("no_initiators", "needs_two_plans", "no_order"),
        sources=("Kendall (1945)",),
        about=("lens", "other_lens"),
        kinds=(ORDER_FIRST, ORDER_SECOND, AGREE, DECIDED_FIRST, DECIDED_SECOND, UNLIKENESS),
        subjects=_ordering,
        value=_unlike_value,
        steps=_taken_apart,
    ),
)
