"""Plans, party by party: multi-actor, never one total (docs/indicators.md, section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from types import MappingProxyType
from typing import Any

import numpy as np

from coprod_core.indicators.weights import TIE, Flags, Floats, ReadOnly, Rows, Weights, levels_of, named_in

WISH_PREFIX = "wish:"


HALF_KNOWN = 0.5
"""A plan of which this part of what matters to residents, or more, is not known does not count beside others."""


@dataclass(frozen=True, eq=False)
class Plans(ReadOnly):
    """The plans as arrays: o plans by n parties (`effects`, `unknown`: by k interests), in file order; `provisional`
    when wishes stand in for plans.

    `serves` (u, -1..1) = benefit - burden; `acceptance`, `burden`, `benefit` 0..1; `shifted` 0..1, NaN where nobody
    is burdened. `holes` (0..1): the part of what matters to residents of which nobody said what the plan does, and
    `missed` (o, k) how much of it each interest is. `counting`: the rows that count, `counting_if_free` those that
    would if nothing were barred.
    """

    ids: tuple[str, ...]
    actors: tuple[str, ...]
    interests: tuple[str, ...]
    provisional: bool
    feasibility: Floats
    barred: Flags
    effects: Floats
    serves: Floats
    acceptance: Floats
    burden: Floats
    benefit: Floats
    carried: Floats
    shifted: Floats
    missed: Floats
    holes: Floats
    counting: Rows
    counting_if_free: Rows


@dataclass(frozen=True, eq=False)
class PlanReading:
    """One plan as each party meets it. `shifted`: the share of its burden that lands on citizens who are absent, None
    when it burdens none; `carries_most`: the citizens that carry most of it, by how many they are and how hard they are
    hit. `holes`: the part of what matters to residents of which nobody said what the plan does (0..1), `largest_hole`:
    the interest that is most of that, None where it is 0. `counts`: whether the dilemmas count it. A provisional plan
    is the wish of one party, id `wish:` + the party's id.
    """

    id: str
    plans: Plans
    row: int

    @property
    def feasibility(self) -> float:
        """How feasible it is, technically and financially, 0..1."""
        return float(self.plans.feasibility[self.row])

    @property
    def barred(self) -> bool:
        """Whether a demand of politics or an organisation rules it out."""
        return bool(self.plans.barred[self.row])

    @property
    def provisional(self) -> bool:
        """Whether it is the wish of one party, standing in while no plan is entered."""
        return self.plans.provisional

    @property
    def counts(self) -> bool:
        """Whether the dilemmas count it."""
        return self.row in self.plans.counting

    @property
    def shifted(self) -> float | None:
        """The share of its burden that lands on citizens who are absent, 0..1; None when it burdens none."""
        shifted = float(self.plans.shifted[self.row])
        return None if isnan(shifted) else shifted

    @property
    def holes(self) -> float:
        """The part of what matters to residents of which nobody said what the plan does, 0..1."""
        return float(self.plans.holes[self.row])

    @cached_property
    def carries_most(self) -> str | None:
        """The citizens that carry most of its burden, as an id; None when it burdens none."""
        return None if self.shifted is None else _largest(self.plans.carried[self.row], self.plans.actors)

    @cached_property
    def largest_hole(self) -> str | None:
        """The interest that is most of its holes, as an id; None where there are none."""
        return _largest(self.plans.missed[self.row], self.plans.interests) if self.holes > TIE else None

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

    @cached_property
    def carried(self) -> Mapping[str, float]:
        """Per party, its part of all downsides to residents, by people and how hard they are hit: Q x burden, 0..1."""
        return self._by_actor(self.plans.carried)

    @cached_property
    def effects(self) -> Mapping[str, float]:
        """Per interest how well it is served, -1..1; 0 also where nobody said so."""
        return MappingProxyType(dict(zip(self.plans.interests, self.plans.effects[self.row].tolist(), strict=True)))

    def _by_actor(self, values: Floats) -> Mapping[str, float]:
        return MappingProxyType(dict(zip(self.plans.actors, values[self.row].tolist(), strict=True)))


@dataclass(frozen=True)
class Hardest:
    """The citizen party with a stake, at the table or not, that accepts a plan least (0..1); `because_of`: its interest
    that the plan goes against most, None where it goes against none.
    """

    actor: str
    acceptance: float
    because_of: str | None


def plans_of(weights: Weights) -> Plans:
    """Every plan, barred ones too; while none is entered, the wish of each party with a stake stands in.

    With x = attention x position: u = sum x effect; acceptance = 1 - hit (1 - u)/2; burden = sum attention
    max(0, -position effect), benefit likewise with +. Source: ours, after multi-actor multi-criteria analysis
    (Macharis, Turcksin & Lebeau 2012); harm to those who do not take part after Broekhuizen & Michels (2017).
    """
    options = weights.web.options
    wishes = np.flatnonzero(weights.staked)
    at_stake = weights.affected @ weights.attention
    if options:
        ids = tuple(option.id for option in options)
        feasibility = np.array([option.feasibility for option in options], dtype=float)
        barred = np.array([option.barred for option in options], dtype=bool)
        effects = levels_of([option.effects for option in options], weights.interests)
        missed = ~named_in([option.effects for option in options], weights.interests) * at_stake
    else:
        ids = tuple(WISH_PREFIX + weights.actors[i] for i in wishes)
        feasibility = np.full(len(wishes), weights.web.conventions.wish_feasibility)
        barred = np.zeros(len(wishes), dtype=bool)
        # a party wants its own position where it has a stake, and elsewhere what helps the interests it has
        effects = np.where(weights.held, weights.position, weights.related_pull)[wishes]
        missed = np.zeros((len(wishes), 1))
    # rounding may leave a hair beyond 1 or below nothing
    serves = np.clip(effects @ weights.pull.T, -1.0, 1.0)
    touched = np.abs(effects) @ weights.strength.T
    burden = np.maximum(0.0, touched - serves) / 2
    carried = burden * weights.affected
    holes = np.minimum(missed.sum(axis=1), 1.0)
    return Plans(
        ids=ids,
        actors=weights.actors,
        interests=weights.interests,
        provisional=not options,
        feasibility=feasibility,
        barred=barred,
        effects=effects,
        serves=serves,
        acceptance=1 - weights.hit * (1 - serves) / 2,
        burden=burden,
        benefit=np.maximum(0.0, touched + serves) / 2,
        carried=carried,
        shifted=_shifted(carried, ~weights.seated),
        missed=missed,
        holes=holes,
        counting=_counting(holes, ~barred),
        counting_if_free=_counting(holes, np.ones(len(ids), dtype=bool)),
    )


def _counting(holes: Floats, allowed: Flags) -> Rows:
    """The plans that count: those allowed of which more than half is known, or all allowed where there are none."""
    known = allowed & (holes < HALF_KNOWN - TIE)
    return np.flatnonzero(known if known.any() else allowed)


def plan_readings(plans: Plans) -> Mapping[str, PlanReading]:
    """The plans by id, in file order."""
    return MappingProxyType({id_: PlanReading(id_, plans, row) for row, id_ in enumerate(plans.ids)})


def _largest(values: Floats, ids: tuple[str, ...]) -> str:
    """The first id with the largest value."""
    return ids[int((values >= values.max() - TIE).argmax())]


def hardest_for(weights: Weights, plans: Plans, plan: str) -> Hardest | None:
    """For which citizens with a stake a plan is hardest (ties: file order); None where there are none."""
    rows, plan_row = np.flatnonzero(weights.people_at_stake), plans.ids.index(plan)
    if not len(rows):
        return None
    acceptance = plans.acceptance[plan_row, rows]
    row = rows[int((acceptance <= acceptance.min() + TIE).argmax())]
    against = np.maximum(0.0, -weights.pull[row] * plans.effects[plan_row])
    because = int((against >= against.max() - TIE).argmax()) if against.max() > TIE else None
    return Hardest(
        weights.actors[row],
        float(plans.acceptance[plan_row, row]),
        None if because is None else weights.interests[because],
    )


def _shifted(carried: Floats, absent: Flags) -> Floats:
    """Sum over absent citizens of Q x burden / the same over all citizens; NaN where nobody is burdened."""
    total = carried.sum(axis=1)
    shifted = np.full(len(total), np.nan)
    np.divide(carried @ absent, total, out=shifted, where=total > TIE)
    np.minimum(shifted, 1.0, out=shifted)
    return shifted


def data(plan: PlanReading) -> dict[str, Any]:
    """What a plan does, as plain JSON data."""
    return {
        "acceptance": dict(plan.acceptance),
        "shifted": plan.shifted,
        "carries_most": plan.carries_most,
        "holes": plan.holes,
        "largest_hole": plan.largest_hole,
    }
