"""How far apart positions are, per interest: the table from the outside, and the outside within itself (section 3)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

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
from coprod_core.indicators.gap import Reference, maxi_public, unheard_interests
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import TIE, Flags, Floats, Weights, divided


@dataclass(frozen=True)
class Positions:
    """Per interest id, in file order.

    `distance`: from the positions outside to those at the table, 0 (spread alike) .. 1 (all for against all against);
    None where the interest is unheard. `polarisation`: the variance of the positions outside, 0 (all agree) .. 1 (half
    wholly for, half wholly against); None where nobody outside attends to the interest. `outside`, `at_table`: the
    average position there (-1..1), None as polarisation and distance are; `at_table_polarisation` as `at_table`.
    """

    distance: Mapping[str, float | None]
    polarisation: Mapping[str, float | None]
    outside: Mapping[str, float | None]
    at_table: Mapping[str, float | None]
    at_table_polarisation: Mapping[str, float | None]


def positions(weights: Weights, reference: Reference = Reference.MAXI_PUBLIC) -> Positions:
    """Positions weighted by P om outside and by S om_table at the table, where the positions are those said there.

    `distance` is the Wasserstein-1 distance (how far opinion must move, per head) halved. Always defined, but per
    interest possibly None. Source: ours; the distance is that of Vaserstein (1969), also called earth mover's.
    """
    maxi, mini = maxi_public(weights, reference), weights.mini
    outside, table = maxi[:, None] * weights.attention, mini[:, None] * weights.table_attention
    attention, at_table = outside.sum(axis=0), table.sum(axis=0)
    attended = attention > TIE
    limit = weights.web.conventions.unheard_limit
    heard = attended & (at_table > TIE) & ~unheard_interests(attention, at_table, limit)
    said = weights.position, divided(weights.table_pull, weights.table_attention)
    masses = _parts(outside), _parts(table)
    (mean, variance), (mean_there, variance_there) = map(_mean_and_variance, said, masses)

    def named(there: Flags, values: Floats) -> Mapping[str, float | None]:
        return _where(there, weights.interests, values)

    return Positions(
        distance=named(heard, _wasserstein(said, masses) / 2),
        polarisation=named(attended, variance),
        outside=named(attended, mean),
        at_table=named(heard, mean_there),
        at_table_polarisation=named(heard, variance_there),
    )


def _parts(amounts: Floats) -> Floats:
    """Amounts as parts of their column's sum."""
    return divided(amounts, amounts.sum(axis=0))


def _wasserstein(places: tuple[Floats, Floats], masses: tuple[Floats, Floats]) -> Floats:
    """Per column, the area between the two cumulative distributions, n places with masses each."""
    place = np.concatenate(places)
    surplus = np.concatenate((masses[0], -masses[1]))
    order = np.argsort(place, axis=0, kind="stable")
    place, surplus = np.take_along_axis(place, order, axis=0), np.take_along_axis(surplus, order, axis=0)
    area: Floats = (np.abs(np.cumsum(surplus, axis=0)[:-1]) * np.diff(place, axis=0)).sum(axis=0)
    return np.minimum(area, 2.0)


def _mean_and_variance(place: Floats, mass: Floats) -> tuple[Floats, Floats]:
    mean = np.clip((mass * place).sum(axis=0), -1.0, 1.0)
    variance: Floats = (mass * (place - mean) ** 2).sum(axis=0)
    return mean, np.minimum(variance, 1.0)


def _where(there: Flags, ids: tuple[str, ...], values: Floats) -> Mapping[str, float | None]:
    each = zip(ids, there.tolist(), values.tolist(), strict=True)
    return MappingProxyType({id_: value if known else None for id_, known, value in each})


# -- explained ------------------------------------------------------------------------------------------------------

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
