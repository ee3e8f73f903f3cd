"""Whom to invite: what a table gains and loses with each group that joins (docs/indicators.md, section 6)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from coprod_core.indicators.minimax import relative_loss
from coprod_core.indicators.plans import Plans
from coprod_core.indicators.weights import TIE, Floats, ReadOnly, Rows, Weights, shares

MOST_CANDIDATES = 14
"""Up to this many candidates every subset is computed; beyond it there would be too many to wait for."""

_BLOCK = 1 << 20
"""The most numbers held at once per step when plans meet every subset."""


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
    brings; `effort`: process load of the invited; `worth` (o): feasibility x the least acceptance, per plan that
    counts.
    """

    bearing: Floats
    load: Floats
    effort: Floats
    worth: Floats


class Reached(NamedTuple):
    """How far a table comes: `inclusiveness`, `fit` and `pace`, 0..1 each (see `Invitations`)."""

    inclusiveness: float
    fit: float
    pace: float

    @property
    def feasibility(self) -> float:
        """F = fit x pace, 0..1."""
        return self.fit * self.pace


class Invitations:
    """The base of the table, the candidates, and how inclusive and feasible any company of them is.

    Rows (of parties) in file order. `initiators`: citizens at the table with a stake that are marked, or all of those
    when none is marked; empty when there are none. `base` = initiators + organisations at the table.
    `candidates`: all other citizen parties with a stake, present or absent; `present`: the rows of the table as it is,
    in file order.
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
        self.present: Rows = np.flatnonzero(at_table | (weights.seated & ~weights.citizens))

    @cached_property
    def people_of_initiators(self) -> Floats:
        """Per party its part of the people of the initiators; they sum to 1 where there are any."""
        people = np.zeros(len(self.weights.actors))
        people[self.initiators] = self.weights.people[self.initiators]
        return shares(people)

    @property
    def too_many(self) -> bool:
        """Whether there are too many candidates to compute every way out."""
        return len(self.candidates) > MOST_CANDIDATES and len(self.initiators) > 0

    @cached_property
    def each(self) -> Company:
        """Every party by itself. Effort counts for candidates only, bearing for citizens only."""
        weights, counting = self.weights, self.plans.counting
        effort = np.zeros(len(weights.actors))
        effort[self.candidates] = weights.effort[self.candidates]
        worth = self.plans.acceptance[counting] * self.plans.feasibility[counting, None]
        return Company(weights.bearing, weights.load, effort, worth.T)

    @cached_property
    def alone(self) -> Company:
        """The base by itself, when there are initiators."""
        return self.company(self.base)

    @cached_property
    def here(self) -> Company:
        """The table as it is, when there are initiators."""
        return self.company(self.present)

    @cached_property
    def reached_alone(self) -> Reached:
        """How far the base by itself comes."""
        return self._reached(self.alone)

    @cached_property
    def reached_here(self) -> Reached:
        """How far the table as it is comes."""
        return self._reached(self.here)

    def reached(self, rows: Rows) -> Reached:
        """How far the parties in `rows`, at least one, come together."""
        return self._reached(self.company(rows))

    def _reached(self, company: Company) -> Reached:
        return Reached(float(self.inclusiveness(company)), float(self.fit(company)), float(self.pace_of(company)))

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
        """I(A) = sum QV x the strongest bearing of citizens in A, 0..1: the share of what is at stake for which someone
        sits at the table who feels it as strongly as those it hits hardest, if they come.
        """
        return company.bearing @ self.weights.at_stake

    def feasibility(self, company: Company) -> Any:
        """F(A) = pace(A) x fit(A), 0..1."""
        return self.pace_of(company) * self.fit(company)

    def fit(self, company: Company) -> Any:
        """fit(A) = the most, over the plans that count, of feasibility x the least acceptance in A; 0 without any."""
        return company.worth.max(axis=-1, initial=0.0)

    def pace_of(self, company: Company) -> Any:
        """pace(A), 0..1: how fast it goes with what these parties bring to talk about."""
        return self.pace(company.load.sum(axis=-1), company.effort)

    def pace(self, load: Floats, effort: Floats) -> Floats:
        """1 / (1 + max(0, issues - 1)/capacity + effort)."""
        # next to no capacity makes a crowding beyond all numbers: then the pace is 0
        with np.errstate(over="ignore"):
            return 1 / (1 + np.maximum(0.0, load - 1) / self.weights.web.process.agenda_capacity + effort)

    def demands(self) -> float:
        """How much of the feasibility there could be is taken by barring plans: (F_free - F_max)/F_free, 0..1. F_free:
        with the plans that would count if nothing were barred.
        """
        if not self.plans.barred.any():
            return 0.0
        free = self.plans.counting_if_free
        worth = self.plans.acceptance[np.ix_(free, self.base)].min(axis=1) * self.plans.feasibility[free]
        pace = self.reached_alone.pace
        return relative_loss(pace * float(worth.max(initial=0.0)), self.reached_alone.feasibility)

    def ways(self) -> Ways:
        """All 2^c ways out, exactly; for at most `MOST_CANDIDATES` candidates."""
        base, each = self.alone, self.each
        joining = self.candidates
        # the heaviest loads and the strongest bearings are found in one go, each with its own worth
        worth = np.zeros((2, len(base.load) + len(base.bearing)))
        worth[0, : len(base.load)], worth[1, len(base.load) :] = 1.0, self.weights.at_stake
        floor = np.concatenate((base.load, base.bearing))
        members = np.concatenate((each.load[joining], each.bearing[joining]), axis=1)
        issues, inclusiveness = _strongest_in_subsets(floor, members, worth)
        effort = _folded(np.add, base.effort[None], each.effort[joining][:, None])[0]
        return Ways(
            inclusiveness=inclusiveness,
            feasibility=self.pace(issues, effort) * _best_in_subsets(base.worth, each.worth[joining]),
            members=np.arange(1 << len(joining)),
        )


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
    hopeful = np.flatnonzero(feasible >= best_from[:-1] - TIE)  # most are beaten by one that is more inclusive
    reached, feasible = inclusive[hopeful], feasible[hopeful]
    as_inclusive = best_from[np.searchsorted(inclusive, reached - TIE, side="left")]
    more_inclusive = best_from[np.searchsorted(inclusive, reached + TIE, side="right")]
    beaten = (as_inclusive > feasible + TIE) | (more_inclusive >= feasible - TIE)
    rows: Rows = order[hopeful[~beaten]]
    return rows


def _strongest_in_subsets(floor: Floats, members: Floats, worth: Floats) -> Floats:
    """sum_j worth_j max(floor_j, the largest member_j in A), for every subset A of the members, per row of `worth`.

    Per column the members, from strong to weak, are steps down to the floor. A subset keeps the step below the r-th
    strongest exactly when one of the top r is in it; so it loses the step when it lies wholly among the others.
    Each step is booked on its set of others, and a sum over supersets gives what every subset loses: c 2^c additions.
    """
    count = len(members)
    strength = np.maximum(members, floor)
    order = np.argsort(-strength, axis=0, kind="stable")
    stairs = np.concatenate((np.take_along_axis(strength, order, axis=0), floor[None]))
    steps = stairs[:-1] - stairs[1:]
    others = ((1 << count) - 1 - np.cumsum(1 << order, axis=0)).ravel()
    lost = np.array([np.bincount(others, (steps * each).ravel(), 1 << count) for each in worth])
    for j in range(count):
        pairs = lost.reshape(-1, 2, 1 << j)
        pairs[:, 0] += pairs[:, 1]
    strongest: Floats = (worth @ stairs[0])[:, None] - lost
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
