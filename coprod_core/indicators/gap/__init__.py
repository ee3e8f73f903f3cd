"""The representation gap: three nested numbers, never one score (docs/indicators.md, section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress
from types import MappingProxyType
from typing import Any

import numpy as np

from coprod_core.indicators.minimax import largest_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.reference import Reference as Reference
from coprod_core.indicators.weights import TIE, Flags, Floats, ReadOnly, Weights, shares


@dataclass(frozen=True)
class Headline:
    """Which interest is named first, and the word for it: `missing` (unheard, no attention at the table),
    `hardly_heard` (unheard, some) or `least_attention` (heard, so never missing). `also`: the interest that causes most
    of the gap, where that is another.
    """

    interest: str
    word: str
    also: str | None


@dataclass(frozen=True, eq=False)
class Gap(ReadOnly):
    """How far the table is from those outside. All shares 0..1 unless said otherwise.

    `places` >= how differently the groups are spread; `attention` <= `views`: by interest, and by interest and side;
    `drift`: those at the table speaking otherwise than their own people; `overlap` = places - views where positive.
    `cells` (parties x interests, -1..1) add up to `views`; `by_interest` and `by_actor` are their column and row sums
    (`by_actor` of citizen parties; negative = over-seated). `outside` and `table`: attention per interest.
    `maxi`, `mini`, `affected`: shares P, S, Q of the citizen parties. `unheard`, `alarm`: ids, sorted.
    `estimated_share`: the part of the positive cells that rests on estimates (0 without any), `estimated_by_actor`
    the same per citizen party (None without any). `headline`: None while no interest causes any of `views`.
    `without_influence`: the part of all that is at stake that stays unheard with every citizen party there, and
    `hard_to_reach` what an invitation may not bring besides: what inviting alone does not mend (section 6).
    """

    places: float
    attention: float
    views: float
    drift: float
    overlap: float
    cells: Floats
    by_interest: Mapping[str, float]
    by_actor: Mapping[str, float]
    places_by_actor: Mapping[str, float]
    drift_by_interest: Mapping[str, float]
    outside: Mapping[str, float]
    table: Mapping[str, float]
    maxi: Mapping[str, float]
    mini: Mapping[str, float]
    affected: Mapping[str, float]
    unheard: tuple[str, ...]
    alarm: tuple[str, ...]
    estimated_share: float
    estimated_by_actor: Mapping[str, float | None]
    headline: Headline | None
    without_influence: float
    hard_to_reach: float

    @property
    def top_interest(self) -> str | None:
        """The interest that causes most of `views`, None when none does."""
        return largest_of(self.by_interest)

    @property
    def top_actor(self) -> str | None:
        """The party that causes most of `views`, None when none does."""
        return largest_of(self.by_actor)


def representation_gap(weights: Weights, reference: Reference = Reference.MAXI_PUBLIC) -> Gap | Undefined:
    """The gap between the mini-public and those it should represent.

    With P the shares outside, S those at the table, om the attention and V the attention by side:
    places = short(P, S), attention = short(P om, S om_table), views = short(P V, S V_table), where
    short(t, g) = sum max(0, t - g); drift = sum S x half the absolute difference between V and V_table.
    Undefined (`no_citizen_stakes`) when no citizen party is hit. Source: our operationalisation of Felicetti,
    Niemeyer & Curato (2016); short is the index of Loosemore & Hanby (1971) when both sides sum to 1.
    """
    if not (weights.hit[weights.citizens] > 0).any():
        return Undefined("no_citizen_stakes")
    return gap_towards(weights, maxi_public(weights, reference))


def gap_towards(weights: Weights, maxi: Floats) -> Gap:
    """The gap between the mini-public and the parties in the shares `maxi` (n; of citizens, summing to 1 or all 0)."""
    mini = weights.mini
    outside, table = maxi @ weights.attention, mini @ weights.table_attention
    unheard = unheard_interests(outside, table, weights.web.conventions.unheard_limit)
    voiced, voiced_there = maxi @ weights.voices, mini @ weights.table_voices
    cells = _cells(weights, maxi, mini, voiced - voiced_there > TIE)
    by_interest, by_actor = cells.sum(axis=0), cells.sum(axis=1)
    without_influence, hard_to_reach = beyond_inviting(weights)
    missing = np.maximum(0.0, maxi - mini)
    drift = _drift_by_interest(weights)
    places, views = float(missing.sum()), _short(voiced, voiced_there)
    positive = np.where(cells > TIE, cells, 0.0)
    estimated = np.where(weights.estimate, positive, 0.0)
    return Gap(
        places=places,
        attention=_short(outside, table),
        views=views,
        drift=float(drift.sum()),
        overlap=max(0.0, places - views),
        cells=cells,
        by_interest=_named(weights.interests, by_interest),
        by_actor=_of_citizens(weights, by_actor),
        places_by_actor=_of_citizens(weights, missing),
        drift_by_interest=_named(weights.interests, drift),
        outside=_named(weights.interests, outside),
        table=_named(weights.interests, table),
        maxi=_of_citizens(weights, maxi),
        mini=_of_citizens(weights, mini),
        affected=_of_citizens(weights, weights.affected),
        unheard=_sorted_where(weights.interests, unheard),
        alarm=_alarm(weights),
        estimated_share=_part(float(estimated.sum()), float(positive.sum())) or 0.0,
        estimated_by_actor=_parts_of_citizens(weights, estimated.sum(axis=1), positive.sum(axis=1)),
        headline=_headline(weights.interests, by_interest, unheard, table),
        without_influence=without_influence,
        hard_to_reach=hard_to_reach,
    )


def maxi_public(weights: Weights, reference: Reference) -> Floats:
    """P: the shares of those who must be represented, per party; they sum to 1, or are all 0 when nobody is left."""
    if reference == Reference.AFFECTED_PUBLIC:
        return weights.affected
    return shares(np.maximum(0.0, weights.people - weights.seats) * weights.hit * weights.citizens)


def unheard_interests(outside: Floats, table: Floats, limit: float) -> Flags:
    """Per interest, whether it has attention outside and less than the part `limit` of that at the table."""
    unheard: Flags = (outside > TIE) & (table < limit * outside - TIE)
    return unheard


def beyond_inviting(weights: Weights) -> tuple[float, float]:
    """Of what is at stake (0..1), the part that stays unheard with every citizen party at the table, and the part that
    stays unheard besides when each absent one comes as often as its `reach` says.

    With b_i = influence_i carry_i: sum QV - sum QV max_i b_i, and sum QV max_i b_i - sum QV max_i b_i r_i, r_i = 1 for
    those at the table and their reach, 0 where they declined, for the others. Source: ours.
    """
    all_there = weights.heard_with_all
    comes = np.where(weights.seated, 1.0, weights.reach)
    if (comes[weights.citizens] == 1.0).all():
        reached = all_there
    else:
        reached = float((weights.bearing * comes[:, None]).max(axis=0, initial=0.0) @ weights.at_stake)
    return max(0.0, weights.all_at_stake - all_there), max(0.0, all_there - reached)


def _headline(interests: tuple[str, ...], by_interest: Floats, unheard: Flags, table: Floats) -> Headline | None:
    most = by_interest.max(initial=0.0)
    if most <= TIE:
        return None
    named = np.where(unheard, by_interest, 0.0) if unheard.any() else by_interest
    k = int((named >= named.max() - TIE).argmax())
    word = "least_attention" if not unheard[k] else "missing" if table[k] <= TIE else "hardly_heard"
    also = interests[int((by_interest >= most - TIE).argmax())] if most > by_interest[k] + TIE else None
    return Headline(interests[k], word, also)


def _short(target: Floats, got: Floats) -> float:
    return float(np.maximum(0.0, target - got).sum())


def _cells(weights: Weights, maxi: Floats, mini: Floats, under: Flags) -> Floats:
    """What each party's stake in each interest adds to `views`: over the sides that the outside voices more than the
    table does (`under`), the sum of (P - S) V, places, and S (V - V_table), drift.
    """
    cells: Floats = (maxi - mini)[:, None] * _of_both_sides(weights.voices * under)
    if weights.table_voices is not weights.voices:
        cells += mini[:, None] * _of_both_sides((weights.voices - weights.table_voices) * under)
    return cells


def _of_both_sides(by_side: Floats) -> Floats:
    k = by_side.shape[-1] // 2
    return by_side[..., :k] + by_side[..., k:]


def _drift_by_interest(weights: Weights) -> Floats:
    if weights.table_voices is weights.voices:
        return np.zeros(len(weights.interests))
    return _of_both_sides(weights.mini @ np.abs(weights.voices - weights.table_voices) / 2)


def _alarm(weights: Weights) -> tuple[str, ...]:
    conventions = weights.web.conventions
    hard_hit = weights.citizens & (weights.hit >= conventions.alarm_hit - TIE)
    return _sorted_where(weights.actors, hard_hit & (weights.mini < conventions.alarm_share * weights.affected - TIE))


def _sorted_where(ids: tuple[str, ...], flags: np.ndarray) -> tuple[str, ...]:
    return tuple(sorted(compress(ids, flags.tolist())))


def _named(ids: tuple[str, ...], values: Floats) -> Mapping[str, float]:
    return MappingProxyType(dict(zip(ids, values.tolist(), strict=True)))


def _of_citizens(weights: Weights, values: Floats) -> Mapping[str, float]:
    everyone = zip(weights.actors, weights.citizens.tolist(), values.tolist(), strict=True)
    return MappingProxyType({id_: value for id_, citizens, value in everyone if citizens})


def _part(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


def _parts_of_citizens(weights: Weights, parts: Floats, wholes: Floats) -> Mapping[str, float | None]:
    everyone = zip(weights.actors, weights.citizens.tolist(), parts.tolist(), wholes.tolist(), strict=True)
    return MappingProxyType({id_: _part(part, whole) for id_, citizens, part, whole in everyone if citizens})


def data(gap: Gap) -> dict[str, Any]:
    """The gap, as plain JSON data."""
    return {
        "places": gap.places,
        "views": gap.views,
        "attention": gap.attention,
        "drift": gap.drift,
        "by_interest": dict(gap.by_interest),
        "by_actor": dict(gap.by_actor),
        "places_by_actor": dict(gap.places_by_actor),
        "unheard": list(gap.unheard),
        "alarm": list(gap.alarm),
        "estimated_share": gap.estimated_share,
        "headline": gap.headline
        and {"interest": gap.headline.interest, "word": gap.headline.word, "also": gap.headline.also},
        "without_influence": gap.without_influence,
        "hard_to_reach": gap.hard_to_reach,
    }
