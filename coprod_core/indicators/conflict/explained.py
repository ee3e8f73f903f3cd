"""Clash and accord between two parties, taken apart (docs/indicators.md, section 4)."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

import numpy as np

from coprod_core.indicators.explanation.people import ALL_WEIGHTS, WEIGHT, actor, interest, said
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    AGAINST,
    TOGETHER,
    VOICE,
    Column,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import Weights

_PULLS = (Column("pull_first"), Column("compatibility", Unit.LEVEL), Column("pull_second"))

PULL = Kind("pull", (WEIGHT, ALL_WEIGHTS, Column("position", Unit.LEVEL)), VOICE)
CLASH = Kind("clash", _PULLS, AGAINST, Together.SUM)
ACCORD = Kind("accord", _PULLS, TOGETHER, Together.SUM)

Taken = Callable[[Readings, Subject], Iterable[Step]]


def _pairs(readings: Readings) -> Iterable[Subject]:
    return combinations(readings.clash.ids, 2)


def _pull_apart(kind: Kind) -> Taken:
    def taken(readings: Readings, subject: Subject) -> Iterable[Step]:
        weights = readings.weights
        i, j = (weights.actors.index(id_) for id_ in subject)
        links = np.argwhere(weights.compatibility * np.outer(weights.pull[i] != 0, weights.pull[j] != 0)).tolist()
        rows = [
            (
                (actor(weights, i), interest(weights, k), actor(weights, j), interest(weights, m)),
                (weights.pull[i, k], weights.compatibility[k, m], weights.pull[j, m]),
            )
            for k, m in links
        ]
        return pulls(weights, i, j, links), step(kind, rows)

    return taken


def pulls(weights: Weights, i: int, j: int, links: Sequence[Sequence[int]]) -> Step:
    """How hard two parties pull at the interests of these links, the first end the one's and the second the other's."""
    ends = ((i, {k for k, _ in links}), (j, {m for _, m in links}))
    return step(PULL, [_stake(weights, party, k) for party, columns in ends for k in sorted(columns)])


def _stake(weights: Weights, i: int, k: int) -> tuple[tuple[Name, ...], tuple[float, ...]]:
    return (actor(weights, i), interest(weights, k)), said(weights, i, k, there=False)


def _of_pair(name: str) -> Callable[[Readings, Subject], float]:
    def value(readings: Readings, subject: Subject) -> float:
        i, j = (readings.clash.ids.index(id_) for id_ in subject)
        return float(getattr(readings.clash, name)[i, j])

    return value


def _clash_reading(name: str, formula: str, kind: Kind) -> Reading:
    return Reading(
        code=f"clash.{name}",
        chapter="clash",
        formula=formula,
        sources=("Godet, MACTOR",),
        about=("actor", "other_actor"),
        kinds=(PULL, kind),
        subjects=_pairs,
        value=_of_pair(name),
        steps=_pull_apart(kind),
    )


READINGS = (
    _clash_reading("clash", "Σ_k,l max(0, −(x_ik × C_kl × x_jl)) with x = om × position", CLASH),
    _clash_reading("accord", "Σ_k,l max(0, x_ik × C_kl × x_jl) with x = om × position", ACCORD),
)
