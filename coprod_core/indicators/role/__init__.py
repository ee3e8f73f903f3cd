"""The second dilemma: steer, facilitate or lead (docs/indicators.md, section 7).

No role is ranked, and none is the answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.minimax import amplify, first_best, largest_of, relative_losses
from coprod_core.indicators.plans import Plans
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Floats, Rows
from coprod_core.web.model import Process

LENSES = ("initiators", "political_authority", "general_interest")
"""The sides that look at plans, in their order."""

OWNERSHIP = "ownership"


@dataclass(frozen=True, eq=False)
class Role:
    """Dilemma 2. `regret`: the loss of each way out (0..1); `losses`: the same by who pays (lens, or ownership), and
    `unweighted` what its plan loses per lens before ownership and meddling weigh it; `plans`: the plan each way leads
    to; `sides`: the lens that loses most by each way, None where none loses; `tension` = the least regret, and
    `binding` what it rests on (a lens, or ownership) in the way `binding_way`, both None at 0; `amplified`:
    strengthened by `strengthened_by`. `politics_first` and `political_authority` only when such a party with a stake is
    on the web. `own_reading`: whether leading goes by the professional's own reading.
    """

    tension: float
    amplified: float
    ownership: float
    provisional: bool
    regret: Mapping[str, float]
    losses: Mapping[str, Mapping[str, float]]
    unweighted: Mapping[str, Mapping[str, float]]
    plans: Mapping[str, str]
    sides: Mapping[str, str | None]
    binding: str | None
    binding_way: str | None
    own_reading: bool
    strengthened_by: Mapping[str, float]


def steer_facilitate_or_lead(
    invitations: Invitations, process: Process | None = None, costs: Mapping[str, float] | None = None
) -> Role | Undefined:
    """Dilemma 2. Per lens a plan loses (best - got)/best among the plans that count, times what the lens weighs:
    ownership M = 1 - (1 - delegated)(1 - initiative) for the initiators, meddling for the political authority, 1 for
    the general interest. Loss of a way out = the larger of what its plan loses and the ownership it costs.

    Undefined without initiators (`no_initiators`) or with fewer than two plans that count (`needs_two_plans`).
    `process`, `costs`: other than the web's own (the part of the ownership each way takes), to see what would change.
    """
    if not len(invitations.initiators):
        return Undefined("no_initiators")
    plans, web = invitations.plans, invitations.weights.web
    process, conventions = process or web.process, web.conventions
    counting = plans.counting
    if len(counting) < 2:
        return Undefined("needs_two_plans")
    ownership = 1 - (1 - process.delegated) * (1 - process.initiative)
    scores = scores_by_lens(invitations, process.worst_off_weight)
    relative = {lens: relative_losses(float(score.max()), score) for lens, score in scores.items()}
    weigh = {"initiators": ownership, "political_authority": float(process.meddling), "general_interest": 1.0}
    weighted = {lens: weigh[lens] * loss for lens, loss in relative.items()}
    worst = np.max(list(weighted.values()), axis=0)
    aims = _aims(invitations, scores, relative)
    own = process.own_reading in plans.ids and plans.ids.index(process.own_reading) in counting
    if own:
        aims["lead"] = (counting == plans.ids.index(process.own_reading)).astype(float)
    chosen = {way: first_best(aim, -worst) for way, aim in aims.items()}
    losses = {way: {lens: float(loss[row]) for lens, loss in weighted.items()} for way, row in chosen.items()}
    sides = {way: largest_of(paid) for way, paid in losses.items()}
    for way, paid in losses.items():
        paid[OWNERSHIP] = ownership * (costs or conventions.ownership_cost)[way]
    regret = {way: max(paid.values()) for way, paid in losses.items()}
    strengthened_by = {"steering": process.steering * ownership, "meddling": float(process.meddling)}
    tension = min(regret.values())
    binding_way = _first_at(regret, tension) if tension > TIE else None
    return Role(
        tension=tension,
        amplified=amplify(tension, *strengthened_by.values(), each=conventions.strengthening),
        ownership=ownership,
        provisional=plans.provisional,
        regret=MappingProxyType(regret),
        losses=_frozen(losses),
        unweighted=_frozen(
            {way: {lens: float(loss[row]) for lens, loss in relative.items()} for way, row in chosen.items()}
        ),
        plans=MappingProxyType({way: plans.ids[counting[row]] for way, row in chosen.items()}),
        sides=MappingProxyType(sides),
        binding=None if binding_way is None else largest_of(losses[binding_way]),
        binding_way=binding_way,
        own_reading=own,
        strengthened_by=MappingProxyType(strengthened_by),
    )


def _frozen(by_way: Mapping[str, Mapping[str, float]]) -> Mapping[str, Mapping[str, float]]:
    return MappingProxyType({way: MappingProxyType(paid) for way, paid in by_way.items()})


def _first_at(regret: Mapping[str, float], least: float) -> str:
    return next(way for way, loss in regret.items() if loss <= least + TIE)


def scores_by_lens(invitations: Invitations, worst_off_weight: float) -> dict[str, Floats]:
    """What each side could expect of each plan that counts (0..1); means over parties with a stake. There must be
    initiators. `worst_off_weight` (0..1): the share of the worst-off group in the general interest.
    """
    weights, plans = invitations.weights, invitations.plans
    sure = surest(plans)
    expected = expected_of(plans, (1 + plans.serves[plans.counting]) / 2, sure)
    scores = {"initiators": expected @ invitations.people_of_initiators}
    politics = np.flatnonzero(weights.political & weights.staked)
    if len(politics):
        scores["political_authority"] = expected[:, politics].mean(axis=1)
    at_stake = plans.acceptance[plans.counting][:, weights.people_at_stake]
    worst_off = expected_of(plans, at_stake, sure).min(axis=1)
    general = expected @ weights.affected
    scores["general_interest"] = (1 - worst_off_weight) * general + worst_off_weight * worst_off
    return scores


def expected_of(plans: Plans, got: Floats, sure: Rows) -> Floats:
    """What is to be expected of the plans that count (rows of `got`, by party): what they give as far as they can be
    done, and else what is surest, the mean of those that are most feasible (`sure`).
    """
    feasible = plans.feasibility[plans.counting][:, None]
    left = got[sure].mean(axis=0)
    expected: Floats = feasible * got + (1 - feasible) * left
    return expected


def surest(plans: Plans) -> Rows:
    """Of the plans that count, those (by their place among them) that are most feasible."""
    feasible = plans.feasibility[plans.counting]
    return np.flatnonzero(feasible >= feasible.max() - TIE)


def _aims(invitations: Invitations, scores: Mapping[str, Floats], relative: Mapping[str, Floats]) -> dict[str, Floats]:
    """What each way out makes as large as it can."""
    weights, wanted = invitations.weights, invitations.plans.serves[invitations.plans.counting]
    aims = {
        "facilitate": wanted @ invitations.people_of_initiators,
        "steer": -(relative["initiators"] + relative["general_interest"]),
        "lead": scores["general_interest"],
    }
    if "political_authority" in scores:
        aims["politics_first"] = wanted[:, weights.political & weights.staked].mean(axis=1)
    return aims


def data(role: Role) -> dict[str, Any]:
    """The second dilemma, as plain JSON data."""
    return {
        "tension": role.tension,
        "amplified": role.amplified,
        "ownership": role.ownership,
        "provisional": role.provisional,
        "regret": dict(role.regret),
        "losses": {way: dict(paid) for way, paid in role.losses.items()},
        "unweighted": {way: dict(lost) for way, lost in role.unweighted.items()},
        "plans": dict(role.plans),
        "binding": role.binding,
        "binding_way": role.binding_way,
    }
