"""Whom to invite: what a table gains and loses with each group that joins (docs/indicators.md, section 6)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from coprod_core.indicators.plans import Plans
from coprod_core.indicators.weights import TIE, Floats, ReadOnly, Rows, Weights, divided

MOST_CANDIDATES = 14
"""Up to this many candidates every subset is computed; beyond it there would be too many to wait for."""

_BLOCK = 1 << 20
"""The most numbers held at once per step when plans meet every subset."""


@dataclass(frozen=True)
class Invitation:
    """What inviting one absent group from here gains in inclusiveness and costs in feasibility, both 0..1."""

    gain: float
    loss: float


@dataclass(frozen=True, eq=False)
class Ways(ReadOnly):
    """Every way out: all subsets of the candidates that can join the base.

    `members` tells who: bit j (counted from the lowest) is set when candidate j joins. All arrays have length 2^c.
    """

    inclusiveness: Floats
    feasibility: Floats
    members: Rows


@dataclass(frozen=True, eq=False)
class Company:
    """What parties amount to when they sit together; leading axes may stand for many companies at once.

    `bearing` (2k): how strongly someone there feels each interest and side; `load` (k): the heaviest load anyone
    brings; `effort`: process load of the invited; `worth` (o): feasibility x the least acceptance, per plan not barred.
    """

    bearing: Floats
    load: Floats
    effort: Floats
    worth: Floats


class Invitations:
    """The base of the table, the candidates, and how inclusive and feasible any company of them is.

    Rows (of parties) in file order. `initiators`: citizens at the table with a stake that are marked, or all of those
    when none is marked; empty when there are none. `base` = initiators + organisations at the table.
    `candidates`: all other citizen parties with a stake, present or absent.
    """

    def __init__(self, weights: Weights, plans: Plans) -> None:
        self.weights = weights
        self.plans = plans
        at_table = weights.people_at_stake & weights.seated
        marked = at_table & weights.marked
        initiators = marked if marked.any() else at_table
        self.initiators: Rows = np.flatnonzero(initiators)
        self.base: Rows = np.flatnonzero(initiators | (weights.seated & ~weights.citizens))
        self.candidates: Rows = np.flatnonzero(weights.people_at_stake & ~initiators)

    @property
    def too_many(self) -> bool:
        """Whether there are too many candidates to compute every way out."""
        return len(self.candidates) > MOST_CANDIDATES and len(self.initiators) > 0

    @cached_property
    def at_stake(self) -> Floats:
        """QV: what is at stake for the affected public, by interest and side; sums to 1 or is all 0."""
        return self.weights.affected @ self.weights.voices

    @cached_property
    def each(self) -> Company:
        """Every party by itself. Effort counts for candidates only, bearing for citizens only."""
        weights, open_plans = self.weights, ~self.plans.barred
        felt = weights.voices * (weights.hit * weights.citizens)[:, None]
        bearing = divided(felt, felt.max(axis=0, initial=0.0)) * weights.presence[:, None]
        effort = np.zeros(len(weights.actors))
        effort[self.candidates] = weights.effort[self.candidates]
        worth = self.plans.acceptance[open_plans] * self.plans.feasibility[open_plans, None]
        return Company(bearing, weights.load, effort, worth.T)

    @cached_property
    def alone(self) -> Company:
        """The base by itself, when there are initiators."""
        return self.company(self.base)

    def company(self, rows: Rows) -> Company:
        """The parties in `rows`, at least one, together."""
        each = self.each
        return Company(
            each.bearing[rows].max(axis=0),
            each.load[rows].max(axis=0),
            each.effort[rows].sum(axis=0),
            each.worth[rows].min(axis=0),
        )

    def joined_by_each(self, company: Company, rows: Rows) -> Company:
        """One company per row: the company, joined by that party."""
        each = self.each
        return Company(
            np.maximum(company.bearing, each.bearing[rows]),
            np.maximum(company.load, each.load[rows]),
            company.effort + each.effort[rows],
            np.minimum(company.worth, each.worth[rows]),
        )

    def inclusiveness(self, company: Company) -> Any:
        """I(A) = sum QV x the strongest bearing of citizens in A, 0..1: the share of what is at stake for which
        someone sits at the table who feels it as strongly as those it hits hardest.
        """
        return company.bearing @ self.at_stake

    def feasibility(self, company: Company) -> Any:
        """F(A) = load(A) x the best plan's feasibility x its least acceptance in A, 0..1; 0 if every plan is barred."""
        return self.pace(company.load.sum(axis=-1), company.effort) * company.worth.max(axis=-1, initial=0.0)

    def pace(self, load: Floats, effort: Floats) -> Floats:
        """load(A) = 1 / (1 + max(0, issues - 1)/capacity + effort)."""
        # next to no capacity makes a crowding beyond all numbers: then the pace is 0
        with np.errstate(over="ignore"):
            return 1 / (1 + np.maximum(0.0, load - 1) / self.weights.web.process.agenda_capacity + effort)

    def demands(self) -> float:
        """How much of the feasibility there could be is taken by barring plans: (F_free - F_max)/F_free, 0..1."""
        worth = self.plans.acceptance[:, self.base].min(axis=1) * self.plans.feasibility
        free = float(self.pace(self.alone.load.sum(), self.alone.effort) * worth.max(initial=0.0))
        return relative_loss(free, float(self.feasibility(self.alone)))

    def ways(self) -> Ways:
        """All 2^c ways out, exactly; for at most `MOST_CANDIDATES` candidates."""
        base, each = self.alone, self.each
        joining = self.candidates
        issues = _strongest_in_subsets(base.load, each.load[joining], np.ones(len(base.load)))
        effort = _folded(np.add, base.effort[None], each.effort[joining][:, None])[0]
        return Ways(
            inclusiveness=_strongest_in_subsets(base.bearing, each.bearing[joining], self.at_stake),
            feasibility=self.pace(issues, effort) * _best_in_subsets(base.worth, each.worth[joining]),
            members=np.arange(1 << len(joining)),
        )


def relative_loss(best: float, got: float) -> float:
    """(best - got)/best, 0 where best is 0; 0..1."""
    return max(0.0, best - got) / best if best > TIE else 0.0


def relative_losses(best: float, got: Floats) -> Floats:
    """The same for many."""
    return np.maximum(0.0, best - got) / best if best > TIE else np.zeros(len(got))


def front(ways: Ways) -> tuple[tuple[float, float], ...]:
    """The ways out that no other beats on one side without losing on the other, as (inclusiveness, feasibility) by
    rising inclusiveness, without duplicates. Differences within `TIE` count as none.
    """
    rows = front_rows(ways.inclusiveness, ways.feasibility)
    return tuple(zip(ways.inclusiveness[rows].tolist(), ways.feasibility[rows].tolist(), strict=True))


def front_rows(inclusiveness: Floats, feasibility: Floats) -> Rows:
    """Which of these ways out are on their front, without those equal to one before."""
    rows = all_front_rows(inclusiveness, feasibility)
    kept: list[int] = []
    last = -np.inf
    for row, reached in zip(rows.tolist(), inclusiveness[rows].tolist(), strict=True):
        if reached > last + TIE:
            kept.append(row)
            last = reached
    return np.array(kept, dtype=np.intp)


def all_front_rows(inclusiveness: Floats, feasibility: Floats) -> Rows:
    """Which of these ways out no other beats, those that are equal too, by rising inclusiveness."""
    order = np.argsort(inclusiveness, kind="stable")
    inclusive, feasible = inclusiveness[order], feasibility[order]
    best_from = np.append(np.maximum.accumulate(feasible[::-1])[::-1], -np.inf)
    as_inclusive = best_from[np.searchsorted(inclusive, inclusive - TIE, side="left")]
    more_inclusive = best_from[np.searchsorted(inclusive, inclusive + TIE, side="right")]
    beaten = (as_inclusive > feasible + TIE) | (more_inclusive >= feasible - TIE)
    rows: Rows = order[~beaten]
    return rows


def _strongest_in_subsets(floor: Floats, members: Floats, worth: Floats) -> Floats:
    """sum_j worth_j max(floor_j, the largest member_j in A), for every subset A of the members.

    Per column the members, from strong to weak, are steps down to the floor. A subset keeps the step below the r-th
    strongest exactly when one of the top r is in it; so it loses the step when it lies wholly among the others.
    Each step is booked on its set of others, and a sum over supersets gives what every subset loses: c 2^c additions.
    """
    count = len(members)
    strength = np.maximum(members, floor)
    order = np.argsort(-strength, axis=0, kind="stable")
    stairs = np.concatenate((np.take_along_axis(strength, order, axis=0), floor[None]))
    steps = (stairs[:-1] - stairs[1:]) * worth
    others = (1 << count) - 1 - np.cumsum(1 << order, axis=0)
    lost = np.bincount(others.ravel(), weights=steps.ravel(), minlength=1 << count)
    for j in range(count):
        pairs = lost.reshape(-1, 2, 1 << j)
        pairs[:, 0] += pairs[:, 1]
    strongest: Floats = stairs[0] @ worth - lost
    return strongest


def _best_in_subsets(floor: Floats, members: Floats) -> Floats:
    """Over the plans, the largest of min(floor, the members in A), for every subset A; 0 without plans."""
    best = np.zeros(1 << len(members))
    block = max(1, _BLOCK >> len(members))
    for start in range(0, len(floor), block):
        plans = slice(start, start + block)
        least = _folded(np.minimum, floor[plans], members[:, plans])
        np.maximum(best, least.max(axis=0), out=best)
    return best


def _folded(join: np.ufunc, floor: Floats, members: Floats) -> Floats:
    """floor joined by the members of A, for every subset A: shape (len(floor), 2^c)."""
    folded = np.empty((len(floor), 1 << len(members)))
    folded[:, 0] = floor
    for j, member in enumerate(members):
        without = 1 << j
        join(folded[:, :without], member[:, None], out=folded[:, without : 2 * without])
    return folded
