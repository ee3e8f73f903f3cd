"""The ways out of the first dilemma apart: who would sit there, what is not felt, and plan and pace each by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from coprod_core.indicators.feasible import joining
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.minimax import first_best, ids_of
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import Rows

FIRST, NOW, FEASIBLE, INCLUSIVE = "first", "now", "feasible", "inclusive"


@dataclass(frozen=True)
class Way:
    """One table. `away`: the ids of the candidates that do not sit there, in file order; `unfelt`: the part of all that
    is at stake for which nobody there feels it as strongly; `fit`, `pace`: as in the first dilemma. All 0..1.
    """

    away: tuple[str, ...]
    unfelt: float
    fit: float
    pace: float


def ways_out(readings: Readings) -> Mapping[str, Way]:
    """The table of those who began (`first`), the table as it is (`now`) and, where every table was tried, both poles:
    the most feasible (`feasible`) and the most inclusive (`inclusive`). Empty without initiators.
    """
    return readings.once(__name__, lambda: MappingProxyType(_found(readings)))


def _found(readings: Readings) -> dict[str, Way]:
    dilemma = readings.feasibility_inclusiveness
    if dilemma is None:
        return {}
    invitations = Invitations(readings.weights, readings.plans)
    rows = {FIRST: invitations.base, NOW: invitations.present}
    if (ways := dilemma.ways) is not None:
        most_feasible = first_best(ways.feasibility, ways.inclusiveness)
        most_inclusive = first_best(ways.inclusiveness, ways.feasibility)
        for name, way in ((FEASIBLE, most_feasible), (INCLUSIVE, most_inclusive)):
            rows[name] = np.append(invitations.base, joining(invitations, int(ways.members[way])))
    return {name: _way(invitations, there) for name, there in rows.items()}


def _way(invitations: Invitations, there: Rows) -> Way:
    table = invitations.company(there)
    return Way(
        away=ids_of(invitations.weights.actors, np.setdiff1d(invitations.candidates, there)),
        unfelt=max(0.0, invitations.weights.all_at_stake - float(invitations.inclusiveness(table))),
        fit=float(invitations.fit(table)),
        pace=float(invitations.pace_of(table)),
    )
