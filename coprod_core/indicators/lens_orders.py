"""How differently the lenses of the second dilemma order the plans (section 7)."""

from collections.abc import Mapping
from itertools import combinations
from math import sqrt
from types import MappingProxyType

import numpy as np

from coprod_core.indicators.dilemmas import scores_by_lens
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Floats, Weights

LensPair = tuple[str, str]


def lens_orders(weights: Weights) -> Mapping[LensPair, float | None] | Undefined:
    """Per pair of lenses (1 - Kendall's tau-b)/2 over the plans not barred: 0 the same order .. 1 the opposite one.

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
    """Per lens the place of each plan not barred, by id in file order: 1 + how many plans that lens finds better, so
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
    """The plans not barred, and how good each is per lens."""
    invitations = Invitations(weights, plans_of(weights))
    if not len(invitations.initiators):
        return Undefined.NO_INITIATORS
    allowed = np.flatnonzero(~invitations.plans.barred)
    if len(allowed) < 2:
        return Undefined.NEEDS_TWO_PLANS
    scores = scores_by_lens(invitations, allowed, weights.web.process.worst_off_weight)
    return [invitations.plans.ids[row] for row in allowed], scores


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
