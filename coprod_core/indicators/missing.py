"""Which groups of residents are not at the table, those one must hear of first coming first."""

import numpy as np

from coprod_core.indicators.minimax import largest_first
from coprod_core.indicators.overview import Readings


def missing(readings: Readings) -> tuple[str, ...]:
    """The silent parties, then the other citizen parties without a seat by how many people they are and how hard they
    are hit (Q); equals in file order.
    """
    weights = readings.weights
    seated = weights.seated
    silent = [i for i in np.flatnonzero(weights.silent).tolist() if not seated[i]]
    citizens = [i for i, actor in enumerate(weights.web.actors) if actor.citizens and not actor.seated]
    others = np.array([i for i in citizens if i not in silent], dtype=int)
    by_size = others[largest_first(weights.affected[others])].tolist() if len(others) else []
    return tuple(weights.actors[i] for i in (*silent, *by_size))
