"""What the three dilemmas share: relative losses, what strengthens a tension, and choosing among equals (section 7).

`tension` = the least, over the ways out, of the worst loss any side takes (minimax regret, Savage 1951): whichever
way, some side loses at least this share of what it could have had. Low tension is not "no problem".
"""

from collections.abc import Iterable, Mapping, Sequence
from math import prod

import numpy as np

from coprod_core.indicators.weights import TIE, Floats, Rows
from coprod_core.web.conventions import DESIGN


def amplify(tension: float, *strengths: float, each: float = DESIGN.strengthening) -> float:
    """T* = T + T (1 - T) B, with B = 1 - prod(1 - z each) over the strengths z (all 0..1, as `each`).

    What strengthens a tension never creates one and never takes it past 1.
    """
    strengthening = 1 - prod(1 - strength * each for strength in strengths)
    return tension + tension * (1 - tension) * strengthening


def relative_loss(best: float, got: float) -> float:
    """(best - got)/best, 0 where best is 0; 0..1."""
    return max(0.0, best - got) / best if best > TIE else 0.0


def relative_losses(best: float, got: Floats) -> Floats:
    """The same for many."""
    return np.maximum(0.0, best - got) / best if best > TIE else np.zeros(len(got))


def first_best(*criteria: Floats) -> int:
    """The first row that is largest on the first criterion and, among its equals, on each next one."""
    best = np.flatnonzero(criteria[0] >= criteria[0].max() - TIE)
    for criterion in criteria[1:]:
        among = criterion[best]
        best = best[among >= among.max() - TIE]
    return int(best[0])


def largest_of(values: Mapping[str, float]) -> str | None:
    """The first id with the largest value; None where none is above 0."""
    most = max(values.values(), default=0.0)
    if most <= TIE:
        return None
    return next(id_ for id_, value in values.items() if value >= most - TIE)


def largest_first(values: Floats) -> Rows:
    """The rows from the largest value down; equals stand in their own order."""
    order: Rows = (-values).argsort(kind="stable")
    ordered = values[order]
    falls = ordered[1:] - ordered[:-1] < -TIE
    if falls.all():
        return order
    equals = np.zeros(len(order), dtype=np.intp)
    falls.cumsum(out=equals[1:])
    rows: Rows = order[np.lexsort((order, equals))]
    return rows


def ids_of(ids: Sequence[str], rows: Iterable[int]) -> tuple[str, ...]:
    """The ids of rows."""
    return tuple(ids[row] for row in rows)
