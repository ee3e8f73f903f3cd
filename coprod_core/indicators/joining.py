"""What would have to be solved when an absent group joins, and which groups belong together (docs/indicators.md, 6).

Never a reason to leave a group out: it says what the talk would be about.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from coprod_core.indicators.invitation import Invitations, Ways, all_front_rows
from coprod_core.indicators.minimax import first_best
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Rows, Weights


@dataclass(frozen=True)
class ToSolve:
    """What a group that joins puts on the table. Ids throughout.

    `interest`, `opposite`: the interest on which it clashes most with one party at the table, and that party; both
    None where it clashes with nobody. `clash`: how much of what matters to both pulls apart on that interest, 0..1.
    `plan`: the plan that works best for the least happy party once it has joined (a wish while no plan is entered);
    None when every plan is barred. `least_happy`: that party, `acceptance` how well it can live with the plan, 0..1.
    """

    interest: str | None
    opposite: str | None
    clash: float
    plan: str | None
    least_happy: str | None
    acceptance: float


def to_solve(weights: Weights, actor: str) -> ToSolve | Undefined:
    """What would have to be solved if this group joined the table as it is now.

    The clash of two parties (section 4) falls apart by interest: with x = attention x position and C the compatibility
    of interests, interest k of the one adds (|x_k| (|C||y|)_k - x_k (C y)_k)/2. The table: the initiators, the
    organisations and everybody else who is there. Undefined (`no_initiators`) without citizens with a stake at the
    table. Source: ours.
    """
    plans = plans_of(weights)
    invitations = Invitations(weights, plans)
    if not len(invitations.initiators):
        return Undefined("no_initiators")
    row = weights.actors.index(actor)
    there = np.setdiff1d(invitations.present, row)
    interest, opposite, clash = _clash(weights, row, there)
    company = np.sort(np.append(there, row))
    if not len(plans.counting):
        return ToSolve(interest, opposite, clash, None, None, 0.0)
    acceptance = plans.acceptance[np.ix_(plans.counting, company)]
    lowest = acceptance.min(axis=1)
    best = first_best(plans.feasibility[plans.counting] * lowest, lowest)
    least = _first_largest(-acceptance[best])
    return ToSolve(
        interest=interest,
        opposite=opposite,
        clash=clash,
        plan=plans.ids[plans.counting[best]],
        least_happy=weights.actors[company[least]],
        acceptance=float(acceptance[best, least]),
    )


def _clash(weights: Weights, row: int, there: Rows) -> tuple[str | None, str | None, float]:
    """The interest and the party at the table on which, and with whom, a party clashes most; and how much."""
    shared = weights.strength[row] * (weights.strength[there] @ np.abs(weights.compatibility))
    together = weights.pull[row] * weights.related_pull[there]
    apart = (shared - together) / 2
    if not apart.size or apart.max() <= TIE:
        return None, None, 0.0
    nth, k = divmod(_first_largest(apart.reshape(-1)), apart.shape[1])
    return weights.interests[k], weights.actors[there[nth]], float(apart[nth, k])


def _first_largest(values: Any) -> int:
    """The place of the largest; the first of those that are equal."""
    return int((values >= values.max() - TIE).argmax())


def always_together(ways: Ways, candidates: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The groups that on the whole front only ever come together: in every way out that no other beats they are either
    all at the table or all not, and both happen. In file order; groups of at least two. Source: ours.
    """
    members = ways.members[all_front_rows(ways.inclusiveness, ways.feasibility)]
    present = (members[:, None] >> np.arange(len(candidates))) & 1 == 1
    varies = present.any(axis=0) & ~present.all(axis=0)
    together: dict[bytes, list[str]] = {}
    for candidate, column, both in zip(candidates, present.T, varies.tolist(), strict=True):
        if both:
            together.setdefault(column.tobytes(), []).append(candidate)
    return tuple(tuple(group) for group in together.values() if len(group) > 1)
