"""How far apart positions are, taken apart (docs/indicators.md, section 3)."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

import numpy as np

from coprod_core.indicators.explanation.people import P, S, actor
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    APART,
    PRODUCT,
    SPREAD,
    Column,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.gap import maxi_public
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.positions import positions
from coprod_core.indicators.weights import divided

_POSITION, _PART = Column("position", Unit.LEVEL), Column("part")

SPREAD_OUTSIDE = Kind("spread_outside", (P, Column("attention")), PRODUCT, Together.PARTS)
SPREAD_TABLE = Kind("spread_table", (S, Column("table_attention")), PRODUCT, Together.PARTS)
BETWEEN = Kind(
    "between", (Column("up_to_outside"), Column("up_to_table"), Column("width", Unit.LEVEL)), APART, Together.SUM
)
MEAN = Kind("mean", (_PART, _POSITION), PRODUCT, Together.SUM, Unit.LEVEL)
VARIANCE = Kind("variance", (_PART, _POSITION, Column("mean", Unit.LEVEL)), SPREAD, Together.SUM)

Taken = Callable[[Readings, Subject], Iterable[Step]]


def _spread(readings: Readings, subject: Subject, there: bool) -> tuple[Step, list[float]]:
    """Who attends to an interest, by how much, and their positions."""
    weights, k = readings.weights, readings.weights.interests.index(subject[0])
    shares = weights.mini if there else maxi_public(weights, readings.reference)
    spent = (weights.table_attention if there else weights.attention)[:, k]
    said = divided(weights.table_pull, weights.table_attention) if there else weights.position
    rows = np.flatnonzero(shares * spent).tolist()
    taken = step(
        SPREAD_TABLE if there else SPREAD_OUTSIDE, [((actor(weights, i),), (shares[i], spent[i])) for i in rows]
    )
    return taken, [float(said[i, k]) for i in rows]


def _distance(readings: Readings, subject: Subject) -> Iterable[Step]:
    (outside, wanted), (table, said) = (_spread(readings, subject, there) for there in (False, True))
    places = sorted({*wanted, *said})
    rows: list[tuple[tuple[Name, ...], tuple[float, ...]]] = []
    for low, high in pairwise(places):
        up_to = [
            sum(row.part or 0.0 for row, place in zip(taken.rows, held, strict=True) if place <= low)
            for taken, held in ((outside, wanted), (table, said))
        ]
        rows.append(((("level", repr(low)), ("level", repr(high))), (*up_to, high - low)))
    return outside, table, step(BETWEEN, rows)


def _mean(there: bool) -> Taken:
    """The average position, outside or at the table."""

    def taken(readings: Readings, subject: Subject) -> Iterable[Step]:
        spread, places = _spread(readings, subject, there)
        return spread, step(
            MEAN, [(row.names, (row.part or 0.0, at)) for row, at in zip(spread.rows, places, strict=True)]
        )

    return taken


def _polarisation(there: bool) -> Taken:
    """How far positions lie from their average, outside or at the table."""

    def taken(readings: Readings, subject: Subject) -> Iterable[Step]:
        _, places = _spread(readings, subject, there)
        spread, mean = _mean(there)(readings, subject)
        middle = mean.result or 0.0
        held = zip(spread.rows, places, strict=True)
        return spread, mean, step(VARIANCE, [(row.names, (row.part or 0.0, place, middle)) for row, place in held])

    return taken


def _reading(
    name: str,
    formula: str,
    kinds: tuple[Kind, ...],
    steps: Taken,
    missing: str,
    sources: tuple[str, ...] = (),
    unit: Unit = Unit.SHARE,
) -> Reading:
    def held(readings: Readings) -> Mapping[str, float | None]:
        found: Mapping[str, float | None] = getattr(positions(readings.weights, readings.reference), name)
        return found

    return Reading(
        code=f"positions.{name}",
        chapter="gap",
        formula=formula,
        low=-1.0 if unit == Unit.LEVEL else 0.0,
        unit=unit,
        undefined=("no_citizen_stakes", missing),
        sources=sources,
        about=("interest",),
        kinds=kinds,
        subjects=lambda readings: (
            [(id_,) for id_, value in held(readings).items() if value is not None] if readings.gap else []
        ),
        value=lambda readings, subject: held(readings)[subject[0]] or 0.0,
        steps=steps,
    )


READINGS = (
    _reading(
        "distance",
        "half the Wasserstein-1 distance between positions weighted by P_i om_ik and by S_i omT_ik",
        (SPREAD_OUTSIDE, SPREAD_TABLE, BETWEEN),
        _distance,
        "interest_unheard",
        ("Vaserstein (1969)",),
    ),
    _reading(
        "polarisation",
        "Σ_i w_i × (position_ik − mean)², with w_i = P_i om_ik / Σ P om",
        (SPREAD_OUTSIDE, MEAN, VARIANCE),
        _polarisation(there=False),
        "nobody_attends",
    ),
    _reading(
        "at_table_polarisation",
        "Σ_i w_i × (positionT_ik − mean)², with w_i = S_i omT_ik / Σ S omT",
        (SPREAD_TABLE, MEAN, VARIANCE),
        _polarisation(there=True),
        "interest_unheard",
    ),
    _reading(
        "outside",
        "Σ_i w_i × position_ik, with w_i = P_i om_ik / Σ P om",
        (SPREAD_OUTSIDE, MEAN),
        _mean(there=False),
        "nobody_attends",
        unit=Unit.LEVEL,
    ),
    _reading(
        "at_table",
        "Σ_i w_i × positionT_ik, with w_i = S_i omT_ik / Σ S omT",
        (SPREAD_TABLE, MEAN),
        _mean(there=True),
        "interest_unheard",
        unit=Unit.LEVEL,
    ),
)
