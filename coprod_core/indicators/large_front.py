"""The front of the first dilemma when there are too many candidates to try every table (docs/indicators.md, section 7).

Inviting never lowers inclusiveness and never raises feasibility. So candidates are decided on one by one, and a table
decided half-way is dropped as soon as none of its completions can better what was found: what is left at the end is the
exact front. When the time runs out before, the tables found still stand, each with a bound on what could be above it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import numpy as np

from coprod_core.indicators.companies import both, one, some
from coprod_core.indicators.explanation.reading import described
from coprod_core.indicators.front_bounds import InclusivenessBounds
from coprod_core.indicators.grown_tables import grown
from coprod_core.indicators.invitation import Company, Invitations, front_rows
from coprod_core.indicators.minimax import relative_losses
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Flags, Floats, Rows, Weights

SECONDS = 2.0

_MOST_TABLES = 1 << 16
_MOST_LEVELS = 48
_BOUNDED_LEVELS = 16
_BLOCK = 1 << 20

_BEYOND = 1e200
"""More than any budget; a capacity next to nothing makes costs that are beyond all numbers."""

_GREEDY, _SEARCHING = 0.15, 0.4
"""The parts of the time after which the greedy rounds and the search have to stop."""


@dataclass(frozen=True)
class LargeFront:
    """What is known of the front.

    `points`: (inclusiveness, feasibility) of tables that were found, by rising inclusiveness, none better than another
    on both; `joining`: per point the candidates that join, as ids in file order; `bounds`: per point how much more
    inclusive a table at least as feasible could still be, 0..1, all 0 when `exact`. The tension (minimax regret) lies
    from `tension_low` to `tension_high`, the same when `exact`.
    """

    points: tuple[tuple[float, float], ...]
    joining: tuple[tuple[str, ...], ...]
    bounds: tuple[float, ...]
    exact: bool
    tension_low: float
    tension_high: float


def front_of_many(
    weights: Weights, seconds: float = SECONDS, clock: Callable[[], float] = monotonic
) -> LargeFront | Undefined:
    """The front for any number of candidates, within about so many `seconds`: exact where the search ends in time.
    A `clock` that jumps ahead ends it sooner.

    Undefined (`no_initiators`) as the dilemma itself. With `exact` the same web gives the same front on any machine; a
    front that is not depends on how far the machine came. Source: ours; branch and bound, and for
    the bounds mixed-integer programming (HiGHS).
    """
    start = clock()
    invitations = Invitations(weights, plans_of(weights))
    if not len(invitations.initiators):
        return Undefined("no_initiators")
    found = _Found(invitations)
    for companies, members in grown(invitations, start + _GREEDY * seconds, clock):
        found.add(companies, members)
    exact = _searched(invitations, found, start + _SEARCHING * seconds, clock)
    most = found.inclusiveness if exact else _bounded(invitations, found, start + seconds, clock)
    inclusive, feasible = found.inclusiveness, found.feasibility
    at_stake = weights.all_at_stake
    worst = np.maximum(relative_losses(at_stake, inclusive), relative_losses(feasible[0], feasible))
    high = float(worst.min())
    return LargeFront(
        points=tuple(zip(inclusive.tolist(), feasible.tolist(), strict=True)),
        joining=tuple(tuple(np.array(weights.actors)[rows].tolist()) for rows in found.joining()),
        bounds=tuple((most - inclusive).tolist()),
        exact=exact,
        tension_low=high if exact else min(high, _least_tension(at_stake, inclusive[-1], most, feasible)),
        tension_high=high,
    )


class _Found:
    """The front of the ways out found so far, by rising inclusiveness; `members` (ways x candidates): who joins."""

    def __init__(self, invitations: Invitations) -> None:
        self.invitations = invitations
        self.inclusiveness, self.feasibility = np.zeros(0), np.zeros(0)
        self.members = np.zeros((0, len(invitations.candidates)), dtype=bool)

    def add(self, companies: Company, members: Flags) -> None:
        inclusiveness = np.append(self.inclusiveness, self.invitations.inclusiveness(companies))
        feasibility = np.append(self.feasibility, self.invitations.feasibility(companies))
        rows = front_rows(inclusiveness, feasibility)
        self.inclusiveness, self.feasibility = inclusiveness[rows], feasibility[rows]
        self.members = np.concatenate((self.members, members))[rows]

    def reached(self, levels: Floats) -> Floats:
        """The most inclusiveness found at each level of feasibility; none is above the most feasible point."""
        return self.inclusiveness[np.searchsorted(-self.feasibility, -levels + TIE, side="right") - 1]

    def joining(self) -> list[Rows]:
        """Per way out the parties that join the base."""
        return [self.invitations.candidates[members] for members in self.members]


def _few(count: int, most: int) -> Rows:
    """At most so many of `count` places, spread evenly, the first and the last among them."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).astype(np.intp))


def _bounded(invitations: Invitations, found: _Found, deadline: float, clock: Callable[[], float]) -> Floats:
    """Per point of the front a bound on the inclusiveness of any table at least so feasible. Tables met are `found`."""
    levels = found.feasibility[_few(len(found.feasibility), _BOUNDED_LEVELS)]
    bounds = InclusivenessBounds(invitations, levels[levels > TIE], found.reached(levels[levels > TIE]))
    for members in bounds.sharpen(deadline, clock=clock):
        found.add(one(invitations.company(np.append(invitations.base, invitations.candidates[members]))), members[None])
    # a table as feasible as a point is as feasible as the next level below; below all levels anything may be
    below = np.append(bounds.most, found.inclusiveness[-1])
    at_most = np.minimum.accumulate(below[::-1])[::-1]
    level = np.searchsorted(-levels[levels > TIE], -found.feasibility - TIE)
    most: Floats = np.maximum(found.inclusiveness, np.minimum(at_most[level], found.inclusiveness[-1]))
    return most


def _least_tension(at_stake: float, i_max: float, most: Floats, feasible: Floats) -> float:
    """A bound below the tension: between two neighbours on the front a table loses at least the feasibility of the
    upper one, and the inclusiveness that the bound at the lower one leaves; below all, what everybody leaves.
    """
    feasibility_lost = relative_losses(float(feasible[0]), feasible)
    inclusiveness_lost = relative_losses(at_stake, np.append(most[1:], i_max))
    return float(np.maximum(feasibility_lost, inclusiveness_lost).min())


# -- the search -----------------------------------------------------------------------------------------------------


def _searched(invitations: Invitations, found: _Found, deadline: float, clock: Callable[[], float]) -> bool:
    """Decide on one candidate after the other, those that add most first; whether that came to an end in time."""
    order = _by_gain(invitations)
    tables = one(invitations.alone)
    members = np.zeros((1, len(order)), dtype=bool)
    for turn, candidate in enumerate(order.tolist()):
        if len(members) > _MOST_TABLES or clock() > deadline:
            return False
        joined = invitations.joined_by_each(tables, invitations.candidates[candidate])
        with_candidate = members.copy()
        with_candidate[:, candidate] = True
        found.add(joined, with_candidate)
        tables, members = both(tables, joined), np.concatenate((members, with_candidate))
        rest = invitations.candidates[order[turn + 1 :]]
        promising = _promising(invitations, tables, rest, found, deadline, clock)
        tables, members = some(tables, promising), members[promising]
    return True


def _by_gain(invitations: Invitations) -> Rows:
    joined = invitations.joined_by_each(invitations.alone, invitations.candidates)
    return np.argsort(-invitations.inclusiveness(joined), kind="stable")


def _promising(
    invitations: Invitations,
    tables: Company,
    rest: Rows,
    found: _Found,
    deadline: float,
    clock: Callable[[], float],
) -> Rows:
    """The tables that, joined by some of the rest, may better what was found. All of them once the time is up."""
    count = len(tables.effort)
    width = max(tables.bearing.shape[1], tables.worth.shape[1], min(len(found.feasibility), _MOST_LEVELS))
    size = max(1, _BLOCK // (width * max(1, len(rest))))
    promising = np.ones(count, dtype=bool)
    for start in range(0, count, size):
        if clock() > deadline:
            break
        rows = np.arange(start, min(count, start + size))
        promising[rows] = _may_better(invitations, some(tables, rows), rest, found)
    return np.flatnonzero(promising)


def _may_better(invitations: Invitations, tables: Company, rest: Rows, found: _Found) -> Flags:
    """Whether a table that at least one more of the rest joins may reach more than the front found so far.

    Between two neighbours on that front, more feasible than the lower one, a completion must be more inclusive than the
    upper one. A bound on that is the smaller of two: everybody joins with whom alone the table stays so feasible; and
    all that fit in the budget of effort and crowding add as if alone.
    """
    at = _few(len(found.feasibility), _MOST_LEVELS)
    levels, reached = found.feasibility[at][1:] + TIE, found.inclusiveness[at][:-1] + TIE
    if not len(rest) or not len(levels):
        return np.zeros(len(tables.effort), dtype=bool)
    each, at_stake = invitations.each, invitations.weights.at_stake
    capacity = invitations.weights.web.process.agenda_capacity
    inclusive = invitations.inclusiveness(tables)
    bearing = np.maximum(tables.bearing[:, None], each.bearing[rest])
    extra = np.maximum(0.0, each.load[rest] - tables.load[:, None])
    issues = tables.load.sum(axis=1)
    worth = np.minimum(tables.worth[:, None], each.worth[rest]).max(axis=2, initial=0.0)
    feasible = invitations.pace(issues[:, None] + extra.sum(axis=2), tables.effort[:, None] + each.effort[rest]) * worth
    gain = bearing @ at_stake - inclusive[:, None]

    nearest = np.argsort(-feasible, axis=1, kind="stable")
    bearing = np.take_along_axis(bearing, nearest[:, :, None], axis=1)
    together = np.column_stack((inclusive, np.maximum.accumulate(bearing, axis=1) @ at_stake))
    joining = (feasible[:, None, :] >= levels[:, None]).sum(axis=2)
    all_join = np.take_along_axis(together, joining, axis=1)

    sharing = np.maximum(1, (extra > 0).sum(axis=1))[:, None]
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        cost = each.effort[rest] + (extra / sharing).sum(axis=2) / capacity
        spent = 1 + (issues - 1) / capacity + tables.effort
        budget = tables.worth.max(axis=1, initial=0.0)[:, None] / levels - spent[:, None]
    within_budget = inclusive[:, None] + (_fitting(gain, cost, budget) * gain[:, None]).sum(axis=2)
    may: Flags = ((joining > 0) & (np.minimum(all_join, within_budget) > reached)).any(axis=1)
    return may


def _fitting(gain: Floats, cost: Floats, budget: Floats) -> Floats:
    """How much of each candidate to take for the most gain within a budget, when parts may be taken: the densest first.

    `gain`, `cost` (n x candidates), `budget` (n x budgets); gives 0..1, n x budgets x candidates. What costs nothing
    fits in any budget.
    """
    cost, budget = np.minimum(cost, _BEYOND), np.clip(budget, -_BEYOND, _BEYOND)
    density = np.divide(gain, cost, out=np.where(gain > 0, np.inf, 0.0), where=cost > 0)
    order = np.argsort(-density, axis=1, kind="stable")
    price = np.take_along_axis(cost, order, axis=1)
    before = np.cumsum(price, axis=1) - price
    part = np.divide(
        budget[:, :, None] - before[:, None],
        price[:, None],
        out=np.ones((*budget.shape, gain.shape[1])),
        where=(price > 0)[:, None],
    )
    taken = np.empty(part.shape)
    np.put_along_axis(taken, order[:, None], np.clip(part, 0.0, 1.0), axis=2)
    return taken


# -- explained ------------------------------------------------------------------------------------------------------

READINGS = (described("sure.front", "the tables A for which no other has more I without less F", "Savage (1951)"),)
