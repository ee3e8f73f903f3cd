"""How inclusive a table can be at most while it stays feasible to a given level, without trying every table."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

import numpy as np

from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.weights import TIE, Flags, Floats

_ROUNDING = 1e-6
"""What the solver may be off."""

LONGEST = 0.5
"""Seconds for one problem."""

_SOLVED = 0
_UNSOLVED, _WHOLE = 0, 2


class InclusivenessBounds:
    """Per level of feasibility, all above 0, a bound that the inclusiveness of no table so feasible exceeds.

    `most` holds from the beginning, and `sharpen` lowers it. `reached`: the inclusiveness found per level. For one plan
    and one level it is a mixed-integer linear problem whom to let join for the most inclusiveness: a facility location
    with a budget of effort and crowding, among those who accept the plan well enough. Each problem is solved first with
    parts of candidates allowed to join, later with whole ones only, and that furthest above `reached` first.
    """

    def __init__(self, invitations: Invitations, levels: Floats, reached: Floats) -> None:
        base = invitations.alone
        joined = invitations.joined_by_each(base, invitations.candidates)
        first = base.worth * float(invitations.pace(base.load.sum(), base.effort))
        alone = joined.worth.T * invitations.pace(joined.load.sum(axis=-1), joined.effort)
        self._levels, self._reached = levels, reached
        self._plan, self._level = np.nonzero(first[:, None] >= levels - TIE)
        self._allowed = alone[self._plan] >= levels[self._level, None] - TIE
        self._problem = _Problem(invitations)
        self._bound = np.array([self._problem.with_all(allowed) for allowed in self._allowed])
        self._stage = np.full(len(self._plan), _UNSOLVED)

    @property
    def most(self) -> Floats:
        """The bounds so far, never below what was reached."""
        most = self._reached.copy()
        np.maximum.at(most, self._level, self._bound)
        return most

    def sharpen(
        self, deadline: float, longest: float = LONGEST, clock: Callable[[], float] = monotonic
    ) -> Iterator[Flags]:
        """Solve problem after problem until the deadline (of the `clock`), each in at most `longest` seconds; gives who
        joins in the tables met.
        """
        while (left := deadline - clock()) > 0:
            above = np.where(self._stage < _WHOLE, self._bound - self._reached[self._level], 0.0)
            if above.max(initial=0.0) <= _ROUNDING:
                return
            pair = int(np.argmax(above))
            self._stage[pair] += 1
            plan, level = self._plan[pair], self._levels[self._level[pair]]
            whole = bool(self._stage[pair] == _WHOLE)
            bound, joining = self._problem.solve(plan, level, self._allowed[pair], whole, min(left, longest))
            # whoever reaches a higher level reaches this one too
            covered = (self._plan == plan) & (self._levels[self._level] >= level)
            self._bound[covered] = np.minimum(self._bound[covered], bound)
            if joining is not None:
                yield joining


class _Problem:
    """Who of the candidates should join a base, for one plan and level of feasibility."""

    def __init__(self, invitations: Invitations) -> None:
        each, rows = invitations.each, invitations.candidates
        self.base, self.at_stake = invitations.alone, invitations.weights.at_stake
        self.bearing, self.load, self.effort, self.worth = (
            part[rows] for part in (each.bearing, each.load, each.effort, each.worth)
        )
        self.capacity = invitations.weights.web.process.agenda_capacity

    def with_all(self, allowed: Flags) -> float:
        """The inclusiveness when all join that are allowed to."""
        bearing = np.maximum(self.base.bearing, self.bearing[allowed].max(axis=0, initial=0.0))
        return float(bearing @ self.at_stake)

    def solve(self, plan: int, level: float, allowed: Flags, whole: bool, seconds: float) -> tuple[float, Flags | None]:
        """A bound on inclusiveness, infinite when the time is too short for any, and who joins in a table met.

        Unknowns: x, whether each candidate joins; a share of every lift that a candidate gives a voice above the base;
        the load of each interest above that of the base; the crowding; and the worth of the plan to the least happy.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp  # takes long to load, and nothing else here needs it
        from scipy.sparse import block_array, eye_array

        lifts = np.maximum(0.0, self.bearing - self.base.bearing) * self.at_stake * allowed[:, None]
        rises = np.maximum(0.0, self.load - self.base.load)
        worth, first = np.minimum(self.worth[:, plan], self.base.worth[plan]), float(self.base.worth[plan])
        who, voice = np.nonzero(lifts)
        riser, issue = np.nonzero(rises)
        lift = lifts[who, voice]
        rows = [
            # a lift counts as far as its candidate joins, and for each voice lifts count once together
            ([-_pick(who, len(worth)), eye_array(len(who)), None, None, None], np.zeros(len(who))),
            ([None, _pick(voice, lifts.shape[1]).T, None, None, None], np.ones(lifts.shape[1])),
            # an interest weighs as heavily as on anyone who joins, and all together make the crowding
            (
                [_pick(riser, len(worth), rises[riser, issue]), None, -_pick(issue, rises.shape[1]), None, None],
                np.zeros(len(riser)),
            ),
            (
                [None, None, np.ones((1, rises.shape[1])), [[-self.capacity]], None],
                np.array([1 - self.base.load.sum()]),
            ),
            # level <= worth x pace, with a worth no higher than to anyone who joins
            ([np.diag(first - worth), None, None, None, np.ones((len(worth), 1))], np.full(len(worth), first)),
            ([level * self.effort[None], None, None, [[level]], [[-1.0]]], np.array([-level])),
        ]
        used = [(blocks, limit) for blocks, limit in rows if len(limit)]
        matrix: Any = block_array([blocks for blocks, _ in used], format="csr")
        most = np.concatenate(
            (allowed.astype(float), np.ones(len(who)), rises.max(axis=0, initial=0.0), [first / level, first])
        )
        gain = np.zeros(len(most))
        gain[len(worth) : len(worth) + len(who)] = -lift
        found = milp(
            gain,
            integrality=(np.arange(len(most)) < len(worth)) & whole,
            bounds=Bounds(0.0, most),
            constraints=LinearConstraint(matrix, -np.inf, np.concatenate([limit for _, limit in used])),
            options={"time_limit": seconds},
        )
        solved = found.fun if found.status == _SOLVED else None
        lowest = found.mip_dual_bound if whole else solved
        already = float(self.base.bearing @ self.at_stake)
        bound = np.inf if lowest is None else already - float(lowest) + _ROUNDING
        return bound, None if found.x is None else np.round(found.x[: len(worth)]) > 0


def _pick(columns: Any, count: int, values: Any = None) -> Any:
    """A matrix with one number per row, 1 unless given, in the column named."""
    from scipy.sparse import csr_array

    rows = np.arange(len(columns))
    return csr_array((np.ones(len(rows)) if values is None else values, (rows, columns)), shape=(len(rows), count))
