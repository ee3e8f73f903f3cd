"""Clash and accord between parties (docs/indicators.md, section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from coprod_core.indicators.weights import Floats, ReadOnly, Weights


@dataclass(frozen=True, eq=False)
class Clash(ReadOnly):
    """Per pair of parties, the share of what matters to both that pulls apart (`clash`) and together (`accord`).

    Both are read-only, symmetric, parties x parties in the order of `ids`, 0..1, and together at most 1.
    """

    ids: tuple[str, ...]
    clash: Floats
    accord: Floats


def clash_and_accord(weights: Weights) -> Clash:
    """With x = attention x position and C the compatibility of interests (1 on the diagonal):
    clash = (|x||C||x|' - x C x') / 2, accord = (|x||C||x|' + x C x') / 2.

    Always defined. Source: ours, a normalised form of the actor-by-actor matrices of MACTOR (Godet).
    """
    shared = weights.related_strength @ weights.strength.T
    together = weights.related_pull @ weights.pull.T
    return Clash(weights.actors, _half(shared - together), _half(shared + together))


def _half(values: Floats) -> Floats:
    values /= 2
    # rounding may leave a hair below nothing
    np.maximum(values, 0.0, out=values)
    return values


def data(clash: Clash) -> Mapping[str, float]:
    """The clash of every two parties, as plain JSON data."""
    rows = clash.clash.tolist()
    return {f"{a}|{b}": rows[i][j] for (i, a), (j, b) in combinations(enumerate(clash.ids), 2)}
