"""How far apart positions are, per interest: the table from the outside, and the outside within itself (section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from coprod_core.indicators.gap import Reference, maxi_public, unheard_interests
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
