"""Plans, party by party: multi-actor, never one total (docs/indicators.md, section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from types import MappingProxyType

import numpy as np

from coprod_core.indicators.weights import TIE, Flags, Floats, ReadOnly, Weights, levels_of

WISH_PREFIX = "wish:"


@dataclass(frozen=True, eq=False)
class Plans(ReadOnly):
    """The plans as arrays: o plans by n parties, in file order; `provisional` when wishes stand in for plans.

    `serves` (u, -1..1) = benefit - burden; `acceptance`, `burden`, `benefit` 0..1; `shifted` 0..1, NaN where nobody
    is burdened.
    """

    ids: tuple[str, ...]
    actors: tuple[str, ...]
    provisional: bool
    feasibility: Floats
    barred: Flags
    serves: Floats
    acceptance: Floats
    burden: Floats
    benefit: Floats
    shifted: Floats


@dataclass(frozen=True, eq=False)
class PlanReading:
    """One plan as each party meets it. `shifted`: the share of its burden that lands on citizens who are absent,
    None when it burdens none. A provisional plan is the wish of one party, id `wish:` + the party's id.
    """

    id: str
    feasibility: float
    barred: bool
    provisional: bool
    shifted: float | None
    plans: Plans
    row: int

    @cached_property
    def acceptance(self) -> Mapping[str, float]:
        """Per party, 0 (cannot live with it) .. 1 (can, or is not hit)."""
        return self._by_actor(self.plans.acceptance)

    @cached_property
    def burden(self) -> Mapping[str, float]:
        """Per party, the share of its attention that the plan goes against, 0..1; never netted with the benefit."""
        return self._by_actor(self.plans.burden)

    @cached_property
    def benefit(self) -> Mapping[str, float]:
        """Per party, the share of its attention that the plan serves, 0..1."""
        return self._by_actor(self.plans.benefit)

    def _by_actor(self, values: Floats) -> Mapping[str, float]:
        return MappingProxyType(dict(zip(self.plans.actors, values[self.row].tolist(), strict=True)))


def plans_of(weights: Weights) -> Plans:
    """Every plan, barred ones too; while none is entered, the wish of each party with a stake stands in.

    With x = attention x position: u = sum x effect; acceptance = 1 - hit (1 - u)/2; burden = sum attention
    max(0, -position effect), benefit likewise with +. Source: ours, after multi-actor multi-criteria analysis
    (Macharis, Turcksin & Lebeau 2012); harm to those who do not take part after Broekhuizen & Michels (2017).
    """
    options = weights.web.options
    wishes = np.flatnonzero(weights.staked)
    if options:
        ids = tuple(option.id for option in options)
        feasibility = np.array([option.feasibility for option in options], dtype=float)
        barred = np.array([option.barred for option in options], dtype=bool)
        effects = levels_of([option.effects for option in options], weights.interests)
    else:
        ids = tuple(WISH_PREFIX + weights.actors[i] for i in wishes)
        feasibility = np.full(len(wishes), weights.web.conventions.wish_feasibility)
        barred = np.zeros(len(wishes), dtype=bool)
        # a party wants its own position where it has a stake, and elsewhere what helps the interests it has
        effects = np.where(weights.held, weights.position, weights.related_pull)[wishes]
    # rounding may leave a hair beyond 1 or below nothing
    serves = np.clip(effects @ weights.pull.T, -1.0, 1.0)
    touched = np.abs(effects) @ weights.strength.T
    burden = np.maximum(0.0, touched - serves) / 2
    return Plans(
        ids=ids,
        actors=weights.actors,
        provisional=not options,
        feasibility=feasibility,
        barred=barred,
        serves=serves,
        acceptance=1 - weights.hit * (1 - serves) / 2,
        burden=burden,
        benefit=np.maximum(0.0, touched + serves) / 2,
        shifted=_shifted(weights, burden),
    )


def plan_readings(plans: Plans) -> Mapping[str, PlanReading]:
    """The plans by id, in file order."""
    feasibility, barred = plans.feasibility.tolist(), plans.barred.tolist()
    shifted = [None if isnan(share) else share for share in plans.shifted.tolist()]
    return MappingProxyType(
        {
            id_: PlanReading(id_, feasibility[row], barred[row], plans.provisional, shifted[row], plans, row)
            for row, id_ in enumerate(plans.ids)
        }
    )


def _shifted(weights: Weights, burden: Floats) -> Floats:
    """Sum over absent citizens of Q x burden / the same over all citizens; NaN where nobody is burdened."""
    total = burden @ weights.affected
    absent = burden @ (weights.affected * ~weights.seated)
    shifted = np.full(len(total), np.nan)
    np.divide(absent, total, out=shifted, where=total > TIE)
    np.minimum(shifted, 1.0, out=shifted)
    return shifted
