"""The ownership that roles take, redrawn around the convention (docs/indicators.md, section 8)."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from coprod_core.indicators.weights import Floats

KEPT = "facilitate"
"""Supporting takes what the convention says."""


def drawn_costs(
    agreed: Mapping[str, float], normals: Mapping[str, npt.NDArray[np.float32]], width: float
) -> list[Mapping[str, float]]:
    """What each role takes, one map per draw: triangular around the convention, `width` to either side, clipped to
    0..1. `normals`: a row of normal numbers per role that is drawn.
    """
    drawn = {way: np.clip(agreed[way] + width * _triangular(row), 0.0, 1.0).tolist() for way, row in normals.items()}
    count = len(next(iter(drawn.values())))
    return [{**agreed, **{way: costs[n] for way, costs in drawn.items()}} for n in range(count)]


def _triangular(normal: npt.NDArray[np.float32]) -> Floats:
    """Normal numbers as numbers from -1 to 1 with a triangular distribution around 0."""
    from scipy.special import ndtr  # takes long to load, and nothing else here needs it

    chance = ndtr(normal.astype(float))
    drawn: Floats = np.where(chance < 0.5, np.sqrt(2 * chance) - 1, 1 - np.sqrt(2 * (1 - chance)))
    return drawn
