"""The first dilemma: feasible or inclusive (docs/indicators.md, section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from coprod_core.indicators import promises
from coprod_core.indicators.invitation import Invitations, Ways, front
from coprod_core.indicators.minimax import amplify, first_best, ids_of, largest_first, relative_loss, relative_losses
from coprod_core.indicators.promises import Invitation
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Rows

HALF = 0.5
"""From this part of what is lost on, seats without influence are what the tension rests on."""


@dataclass(frozen=True)
class EvenTheBest:
    """How hard even the best plan is. `plan`: what `fit` rests on at the table as it is; `least_happy`: the first party
    there that accepts it least, None where all do wholly; `least_acceptance` (0..1): how much that is; `hard_outside`:
    the absent citizen parties that find it hard to live with, the largest first. All None and empty without a plan.
    """

    plan: str | None = None
    least_happy: str | None = None
    least_acceptance: float | None = None
    hard_outside: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class FeasibilityInclusiveness:
    """Dilemma 1, as it is if those invited come. Losses are 0..1: of all that is at stake, and of the most feasibility.

    `tension`; `amplified`: strengthened by `emphasis` and `demands`; `binding`: what the tension rests on (`say`,
    `heard`, `agenda`, `plan`; None at 0) and `binding_table` who then joins the base; `provisional`: wishes stand in
    for plans; `inclusiveness`, `feasibility` = `fit` x `pace` of the table as it is; `at_stake`: all there is to hear,
    `f_max`: the most feasibility there is; `here`, `feasible_pole`, `inclusive_pole`: (inclusiveness lost, feasibility
    lost); `front`: (inclusiveness, feasibility); `ways`: every way out; `best`: even the best plan; `invite`: per
    absent candidate, empty where it was not asked for. `candidates`, `base`, `initiators`: ids. With too many
    candidates (see `Invitations`) `tension`, `amplified`, `binding`, both poles and `ways` are None, `front` empty.
    """

    tension: float | None
    amplified: float | None
    binding: str | None
    binding_table: tuple[str, ...]
    demands: float
    emphasis: float
    provisional: bool
    inclusiveness: float
    feasibility: float
    fit: float
    pace: float
    at_stake: float
    f_max: float
    here: tuple[float, float]
    feasible_pole: tuple[float, float] | None
    inclusive_pole: tuple[float, float] | None
    front: tuple[tuple[float, float], ...]
    ways: Ways | None
    best: EvenTheBest
    initiators: tuple[str, ...]
    base: tuple[str, ...]
    candidates: tuple[str, ...]
    invite: Mapping[str, Invitation]


def feasible_or_inclusive(
    invitations: Invitations, invite: Mapping[str, Invitation] = MappingProxyType({})
) -> FeasibilityInclusiveness | Undefined:
    """Dilemma 1: tension = min over the ways out of the larger of the inclusiveness and the feasibility lost.

    `invite`: what each absent candidate would bring. Undefined (`no_initiators`) without a citizen party with a stake
    at the table.
    """
    if not len(invitations.initiators):
        return Undefined("no_initiators")
    weights, here = invitations.weights, invitations.reached_here
    at_stake = weights.all_at_stake
    # inviting never raises F
    f_max = invitations.reached_alone.feasibility
    ways = None if invitations.too_many else invitations.ways()
    choice = None if ways is None else _choice(invitations, ways, at_stake, f_max)
    emphasis, demands = float(weights.web.process.emphasis), invitations.demands()
    each = weights.web.conventions.strengthening
    return FeasibilityInclusiveness(
        tension=None if choice is None else choice.tension,
        amplified=None if choice is None else amplify(choice.tension, emphasis, demands, each=each),
        binding=None if choice is None else choice.binding,
        binding_table=() if choice is None else choice.binding_table,
        demands=demands,
        emphasis=emphasis,
        provisional=invitations.plans.provisional,
        inclusiveness=here.inclusiveness,
        feasibility=here.feasibility,
        fit=here.fit,
        pace=here.pace,
        at_stake=at_stake,
        f_max=f_max,
        here=(relative_loss(at_stake, here.inclusiveness), relative_loss(f_max, here.feasibility)),
        feasible_pole=None if choice is None else choice.feasible_pole,
        inclusive_pole=None if choice is None else choice.inclusive_pole,
        front=() if ways is None else front(ways),
        ways=ways,
        best=even_the_best(invitations),
        initiators=ids_of(weights.actors, invitations.initiators),
        base=ids_of(weights.actors, invitations.base),
        candidates=ids_of(weights.actors, invitations.candidates),
        invite=invite,
    )


def even_the_best(invitations: Invitations, joining: Rows | None = None) -> EvenTheBest:
    """The maximin view: which plan `fit` rests on at the table as it is, and for whom even that one is hard.

    `joining`: the rows of absent citizen parties that sit there too. Source: ours; maximin after Rawls.
    """
    weights, plans = invitations.weights, invitations.plans
    rows = invitations.present if joining is None else np.sort(np.append(invitations.present, joining))
    if not len(plans.counting):
        return EvenTheBest()
    table = invitations.here if joining is None else invitations.company(rows)
    least = plans.acceptance[plans.counting[:, None], rows].min(axis=1)
    plan = plans.counting[first_best(table.worth, least)]
    acceptance = plans.acceptance[plan]
    lowest = float(acceptance[rows].min())
    first = rows[int((acceptance[rows] <= lowest + TIE).argmax())]
    hard = weights.people_at_stake & ~weights.seated
    hard &= acceptance < weights.web.conventions.hard_to_live_with - TIE
    hard[rows] = False
    outside = np.flatnonzero(hard)
    return EvenTheBest(
        plan=plans.ids[plan],
        least_happy=None if lowest >= 1 - TIE else weights.actors[first],
        least_acceptance=lowest,
        hard_outside=ids_of(weights.actors, outside[largest_first(weights.affected[outside])]) if len(outside) else (),
    )


@dataclass(frozen=True)
class _Choice:
    tension: float
    feasible_pole: tuple[float, float]
    inclusive_pole: tuple[float, float]
    binding: str | None
    binding_table: tuple[str, ...]


def _choice(invitations: Invitations, ways: Ways, at_stake: float, f_max: float) -> _Choice:
    heard_lost = relative_losses(at_stake, ways.inclusiveness)
    plan_lost = relative_losses(f_max, ways.feasibility)
    worst = np.maximum(heard_lost, plan_lost)
    tension = float(worst.min())

    def lost_at(way: int) -> tuple[float, float]:
        return float(heard_lost[way]), float(plan_lost[way])

    binding: str | None = None
    table: tuple[str, ...] = ()
    if tension > TIE:
        way = _first_of(np.flatnonzero(worst <= tension + TIE), ways.members, len(invitations.candidates))
        rows = joining(invitations, int(ways.members[way]))
        table = ids_of(invitations.weights.actors, rows)
        binding = _binding(invitations, rows, *lost_at(way))
    return _Choice(
        tension=tension,
        feasible_pole=lost_at(first_best(ways.feasibility, ways.inclusiveness)),
        inclusive_pole=lost_at(first_best(ways.inclusiveness, ways.feasibility)),
        binding=binding,
        binding_table=table,
    )


def _first_of(rows: Rows, members: Rows, candidates: int) -> int:
    """Of these ways out that with the fewest candidates, then that whose places in the file come first."""
    if len(rows) == 1:
        return int(rows[0])
    joins = (members[rows, None] >> np.arange(candidates)) & 1
    fewest = joins.sum(axis=1)
    # of two sets of one size the one that has the first place in which they differ comes first
    places = joins @ (1 << np.arange(candidates)[::-1])
    return int(rows[np.lexsort((-places, fewest))[0]])


def joining(invitations: Invitations, members: int) -> Rows:
    """The rows of the candidates that join in a way out, by its `members`."""
    return invitations.candidates[[bool(members >> bit & 1) for bit in range(len(invitations.candidates))]]


def _binding(invitations: Invitations, joining: Rows, heard_lost: float, plan_lost: float) -> str:
    """What the tension rests on at its table."""
    weights = invitations.weights
    if heard_lost >= plan_lost - TIE:
        unmended = max(0.0, weights.all_at_stake - weights.heard_with_all)
        return "say" if unmended >= HALF * heard_lost * weights.all_at_stake - TIE else "heard"
    base, table = invitations.reached_alone, invitations.reached(np.append(invitations.base, joining))
    pace_lost, fit_lost = relative_loss(base.pace, table.pace), relative_loss(base.fit, table.fit)
    return "agenda" if pace_lost > fit_lost + TIE else "plan"


def data(reading: FeasibilityInclusiveness) -> dict[str, Any]:
    """The first dilemma, as plain JSON data."""
    return {
        "tension": reading.tension,
        "amplified": reading.amplified,
        "demands": reading.demands,
        "provisional": reading.provisional,
        "inclusiveness": reading.inclusiveness,
        "feasibility": reading.feasibility,
        "fit": reading.fit,
        "pace": reading.pace,
        "here": list(reading.here),
        "feasible_pole": reading.feasible_pole and list(reading.feasible_pole),
        "inclusive_pole": reading.inclusive_pole and list(reading.inclusive_pole),
        "front": None if reading.ways is None else [list(point) for point in reading.front],
        "binding": reading.binding,
        "best_plan": reading.best.plan,
        "least_happy": reading.best.least_happy,
        "least_acceptance": reading.best.least_acceptance,
        "hard_outside": list(reading.best.hard_outside),
        "invite": {id_: promises.data(joining) for id_, joining in reading.invite.items()},
    }
