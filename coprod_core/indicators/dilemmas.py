"""The three dilemmas: one idea (docs/indicators.md, section 7).

`tension` = the least, over the ways out, of the worst loss any side takes (minimax regret, Savage 1951): whichever
way, some side loses at least this share of what it could have had. Low tension is not "no problem".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod
from types import MappingProxyType

import numpy as np

from coprod_core.conventions import DESIGN
from coprod_core.indicators.invitation import (
    Company,
    Invitation,
    Invitations,
    Ways,
    front,
    relative_loss,
    relative_losses,
)
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Floats, Rows, Weights, levels_of, shares
from coprod_core.model import Process, Rule


@dataclass(frozen=True, eq=False)
class FeasibilityInclusiveness:
    """Dilemma 1. Losses are relative to the most over all ways out, 0..1.

    `tension`; `amplified`: strengthened by `emphasis` and `demands`; `provisional`: wishes stand in for plans;
    `inclusiveness`, `feasibility` of the table as it is, `i_max` and `f_max` the most there is;
    `here`, `feasible_pole`, `inclusive_pole`: (inclusiveness lost, feasibility lost); `front`: (inclusiveness,
    feasibility); `ways`: every way out; `invite`: per absent candidate. `candidates`, `base`, `initiators`: ids.
    With too many candidates (see `Invitations`) `tension`, `amplified`, both poles and `ways` are None, `front` empty.
    """

    tension: float | None
    amplified: float | None
    demands: float
    emphasis: float
    provisional: bool
    inclusiveness: float
    feasibility: float
    i_max: float
    f_max: float
    here: tuple[float, float]
    feasible_pole: tuple[float, float] | None
    inclusive_pole: tuple[float, float] | None
    front: tuple[tuple[float, float], ...]
    ways: Ways | None
    initiators: tuple[str, ...]
    base: tuple[str, ...]
    candidates: tuple[str, ...]
    invite: Mapping[str, Invitation]


@dataclass(frozen=True, eq=False)
class Role:
    """Dilemma 2. `regret`: the loss of each way out (0..1); `losses`: the same by who pays (lens, or ownership);
    `plans`: the plan each way leads to; `tension` = the least regret; `amplified`: strengthened by `strengthened_by`.
    `politics_first` and `political_authority` only when such a party with a stake is on the web.
    """

    tension: float
    amplified: float
    ownership: float
    provisional: bool
    regret: Mapping[str, float]
    losses: Mapping[str, Mapping[str, float]]
    plans: Mapping[str, str]
    strengthened_by: Mapping[str, float]


@dataclass(frozen=True)
class RuleReading:
    """One rule: what is lost by deviating and by following (0..1), and the tension after the room between the rules.

    `protected`, `hindered`: the interest that weighs most on either side, None when none does.
    """

    deviate: float
    follow: float
    tension: float
    protected: str | None
    hindered: str | None


@dataclass(frozen=True)
class Rules:
    """Dilemma 3. `tension` is that of the `strongest` rule."""

    tension: float
    rules: Mapping[str, RuleReading]
    strongest: str


def amplify(tension: float, *strengths: float, each: float = DESIGN.strengthening) -> float:
    """T* = T + T (1 - T) B, with B = 1 - prod(1 - z each) over the strengths z (all 0..1, as `each`).

    What strengthens a tension never creates one and never takes it past 1.
    """
    strengthening = 1 - prod(1 - strength * each for strength in strengths)
    return tension + tension * (1 - tension) * strengthening


def feasible_or_inclusive(invitations: Invitations) -> FeasibilityInclusiveness | Undefined:
    """Dilemma 1: tension = min over the ways out of the larger of the inclusiveness and the feasibility lost.

    Undefined (`no_initiators`) without a citizen party with a stake at the table.
    """
    if not len(invitations.initiators):
        return Undefined.NO_INITIATORS
    weights, candidates = invitations.weights, invitations.candidates
    # inviting never lowers I and never raises F
    i_max = float(invitations.inclusiveness(invitations.company(np.append(invitations.base, candidates))))
    f_max = float(invitations.feasibility(invitations.alone))
    present = weights.seated[candidates]
    here = invitations.company(np.append(invitations.base, candidates[present]))
    inclusiveness, feasibility = float(invitations.inclusiveness(here)), float(invitations.feasibility(here))
    ways = None if invitations.too_many else invitations.ways()
    choice = None if ways is None else _choice(ways, i_max, f_max)
    emphasis, demands = float(weights.web.process.emphasis), invitations.demands()
    each = weights.web.conventions.strengthening
    return FeasibilityInclusiveness(
        tension=None if choice is None else choice.tension,
        amplified=None if choice is None else amplify(choice.tension, emphasis, demands, each=each),
        demands=demands,
        emphasis=emphasis,
        provisional=invitations.plans.provisional,
        inclusiveness=inclusiveness,
        feasibility=feasibility,
        i_max=i_max,
        f_max=f_max,
        here=(relative_loss(i_max, inclusiveness), relative_loss(f_max, feasibility)),
        feasible_pole=None if choice is None else choice.feasible_pole,
        inclusive_pole=None if choice is None else choice.inclusive_pole,
        front=() if ways is None else front(ways),
        ways=ways,
        initiators=_ids(weights, invitations.initiators),
        base=_ids(weights, invitations.base),
        candidates=_ids(weights, candidates),
        invite=_invite(invitations, here, candidates[~present]),
    )


def steer_facilitate_or_lead(invitations: Invitations, process: Process | None = None) -> Role | Undefined:
    """Dilemma 2. Per lens a plan loses (best - got)/best among the plans not barred, times what the lens weighs:
    the initiators their ownership M = 1 - (1 - delegated)(1 - initiative), political authority `meddling`, the
    general interest 1. Each way out picks a plan and takes its part of M; its regret is the largest of these losses.
    `process`: another than the web's, to ask what if; all else stays as it is.

    Undefined: `no_initiators`; `needs_two_plans` with fewer than two plans not barred. The division between steering
    and leading is ours; the article draws no sharp line.
    """
    if not len(invitations.initiators):
        return Undefined.NO_INITIATORS
    plans, web = invitations.plans, invitations.weights.web
    process, conventions = process or web.process, web.conventions
    allowed = np.flatnonzero(~plans.barred)
    if len(allowed) < 2:
        return Undefined.NEEDS_TWO_PLANS
    ownership = 1 - (1 - process.delegated) * (1 - process.initiative)
    scores = scores_by_lens(invitations, allowed, process.worst_off_weight)
    relative = {lens: relative_losses(float(score.max()), score) for lens, score in scores.items()}
    weigh = {"initiators": ownership, "political_authority": float(process.meddling), "general_interest": 1.0}
    weighted = {lens: weigh[lens] * loss for lens, loss in relative.items()}
    worst = np.max(list(weighted.values()), axis=0)
    aims = _aims(scores, relative)
    chosen = {way: first_best(aim, -worst) for way, aim in aims.items()}
    losses = {way: {lens: float(loss[row]) for lens, loss in weighted.items()} for way, row in chosen.items()}
    for way, paid in losses.items():
        paid["ownership"] = ownership * conventions.ownership_cost[way]
    regret = {way: max(paid.values()) for way, paid in losses.items()}
    strengthened_by = {"steering": process.steering * ownership, "meddling": float(process.meddling)}
    tension = min(regret.values())
    return Role(
        tension=tension,
        amplified=amplify(tension, *strengthened_by.values(), each=conventions.strengthening),
        ownership=ownership,
        provisional=plans.provisional,
        regret=MappingProxyType(regret),
        losses=MappingProxyType({way: MappingProxyType(paid) for way, paid in losses.items()}),
        plans=MappingProxyType({way: plans.ids[allowed[row]] for way, row in chosen.items()}),
        strengthened_by=MappingProxyType(strengthened_by),
    )


def follow_or_deviate(weights: Weights) -> Rules | Undefined:
    """Dilemma 3. With severity = the heaviest load of any party per interest: deviating loses max(force, max protects
    x severity), following loses max hinders x severity; tension = the smaller x (1 - discretion).

    Undefined (`no_rules`) without rules.
    """
    rules = weights.web.rules
    if not rules:
        return Undefined.NO_RULES
    severity = weights.load.max(axis=0, initial=0.0)
    guards = _heaviest(levels_of([rule.protects for rule in rules], weights.interests) * severity, weights.interests)
    blocks = _heaviest(levels_of([rule.hinders for rule in rules], weights.interests) * severity, weights.interests)
    readings = {
        rule.id: _rule_reading(rule, guarded, blocked)
        for rule, guarded, blocked in zip(rules, guards, blocks, strict=True)
    }
    tension = max(reading.tension for reading in readings.values())
    strongest = next(id_ for id_, reading in readings.items() if reading.tension >= tension - TIE)
    return Rules(tension, MappingProxyType(readings), strongest)


@dataclass(frozen=True)
class _Choice:
    tension: float
    feasible_pole: tuple[float, float]
    inclusive_pole: tuple[float, float]


def _choice(ways: Ways, i_max: float, f_max: float) -> _Choice:
    inclusiveness_lost, feasibility_lost = (
        relative_losses(i_max, ways.inclusiveness),
        relative_losses(f_max, ways.feasibility),
    )

    def lost_at(way: int) -> tuple[float, float]:
        return float(inclusiveness_lost[way]), float(feasibility_lost[way])

    return _Choice(
        tension=float(np.maximum(inclusiveness_lost, feasibility_lost).min()),
        feasible_pole=lost_at(first_best(ways.feasibility, ways.inclusiveness)),
        inclusive_pole=lost_at(first_best(ways.inclusiveness, ways.feasibility)),
    )


def _rule_reading(rule: Rule, guarded: tuple[float, str | None], blocked: tuple[float, str | None]) -> RuleReading:
    deviate, follow = max(float(rule.force), guarded[0]), blocked[0]
    return RuleReading(deviate, follow, min(deviate, follow) * (1 - rule.discretion), guarded[1], blocked[1])


def _heaviest(severities: Floats, interests: tuple[str, ...]) -> list[tuple[float, str | None]]:
    """Per row the largest severity and the first interest that has it; None where nothing weighs."""
    most = severities.max(axis=1, initial=0.0)
    if not interests:
        return [(0.0, None)] * len(severities)
    first = (severities >= most[:, None] - TIE).argmax(axis=1)
    return [(m, interests[k] if m > TIE else None) for m, k in zip(most.tolist(), first.tolist(), strict=True)]


def scores_by_lens(invitations: Invitations, allowed: Rows, worst_off_weight: float) -> dict[str, Floats]:
    """How good each allowed plan is (0..1) in the eyes of each side; means over parties with a stake. There must be
    initiators. `worst_off_weight` (0..1): the share of the worst-off group in the general interest.
    """
    weights = invitations.weights
    utility = (1 + invitations.plans.serves[allowed]) / 2
    people = weights.people[invitations.initiators]
    scores = {"initiators": utility[:, invitations.initiators] @ shares(people)}
    politics = np.flatnonzero(weights.political & weights.staked)
    if len(politics):
        scores["political_authority"] = utility[:, politics].mean(axis=1)
    worst_off = invitations.plans.acceptance[np.ix_(allowed, np.flatnonzero(weights.people_at_stake))].min(axis=1)
    general = utility @ weights.affected
    scores["general_interest"] = (1 - worst_off_weight) * general + worst_off_weight * worst_off
    return scores


def _aims(scores: Mapping[str, Floats], relative: Mapping[str, Floats]) -> dict[str, Floats]:
    """What each way out makes as large as it can."""
    aims = {
        "facilitate": scores["initiators"],
        "steer": -(relative["initiators"] + relative["general_interest"]),
        "lead": scores["general_interest"],
    }
    if "political_authority" in scores:
        aims["politics_first"] = scores["political_authority"]
    return aims


def first_best(*criteria: Floats) -> int:
    """The first row that is largest on the first criterion and, among its equals, on each next one."""
    best = np.ones(len(criteria[0]), dtype=bool)
    for criterion in criteria:
        best &= criterion >= criterion[best].max() - TIE
    return int(np.argmax(best))


def _ids(weights: Weights, rows: Iterable[int]) -> tuple[str, ...]:
    return tuple(weights.actors[row] for row in rows)


def _invite(invitations: Invitations, here: Company, absent: Rows) -> Mapping[str, Invitation]:
    joined = invitations.joined_by_each(here, absent)
    gains = np.maximum(0.0, invitations.inclusiveness(joined) - invitations.inclusiveness(here))
    losses = np.maximum(0.0, invitations.feasibility(here) - invitations.feasibility(joined))
    each = zip(_ids(invitations.weights, absent), gains.tolist(), losses.tolist(), strict=True)
    return MappingProxyType({id_: Invitation(gain, loss) for id_, gain, loss in each})
