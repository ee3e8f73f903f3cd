"""The web as read-only arrays, made once per web and handed to every indicator (docs/indicators.md, section 2).

Rows are parties, columns are interests, both in file order. A 0/0 is 0. "At the table" is `seats > 0`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan, ulp
from statistics import median
from typing import Any

import numpy as np

from coprod_core.indicators.cells import Cells, Flags, Floats, Rows, cells_of, cells_upon, divided
from coprod_core.web.model import Actor, Invitation, Sphere, Web

__all__ = [
    "TIE",
    "Flags",
    "Floats",
    "ReadOnly",
    "Rows",
    "Weights",
    "divided",
    "least_weight",
    "levels_of",
    "named_in",
    "shares",
    "weights_of",
]

TIE = 1e-9
"""Computed values this close are equal in ties, thresholds and dominance; then file order decides."""

# looked up once: Python 3.11 finds a member of an enumeration slowly
_CITIZENS, _POLITICAL, _DECLINED = Sphere.CITIZENS, Sphere.POLITICAL_AUTHORITY, Invitation.DECLINED


class ReadOnly:
    """A dataclass whose arrays nobody can change."""

    def __post_init__(self) -> None:
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.setflags(write=False)


@dataclass(frozen=True, eq=False)
class Weights(ReadOnly):
    """A web as arrays: n parties by k interests.

    `people` has the estimate filled in where unknown; `hit` is 0 for a party without a stake. `attention` sums to 1
    over each party with a stake; `pull` = attention x position (-1..1). `table_weight`, `table_attention` and
    `table_pull` are the same for those at the table. `load` = hit x weight / the party's largest weight. `reach` is 0
    for a party that declined. `silent`: citizen parties of which nobody said anything, not even a weight of 0. `mini`
    (S) and `affected` (Q) are the mini-public and the affected public: shares of citizen parties that sum to 1, or are
    all 0.
    """

    web: Web
    cells: Cells
    actors: tuple[str, ...]
    interests: tuple[str, ...]
    citizens: Flags
    political: Flags
    seated: Flags
    staked: Flags
    marked: Flags
    people: Floats
    seats: Floats
    influence: Floats
    reach: Floats
    effort: Floats
    hit: Floats
    silent: Flags
    weight: Floats
    position: Floats
    attention: Floats
    pull: Floats
    table_weight: Floats
    table_attention: Floats
    table_pull: Floats
    load: Floats
    held: Flags
    estimate: Flags
    compatibility: Floats
    mini: Floats
    affected: Floats

    @cached_property
    def voices(self) -> Floats:
        """V: each party's attention by interest and side, shape (n, 2k): first every interest *for*, then *against*."""
        return _voices(self.attention, self.pull)

    @cached_property
    def table_voices(self) -> Floats:
        """VT: the same for those at the table; the very same array where nobody at the table speaks otherwise."""
        if self.table_attention is self.attention:
            return self.voices
        return _voices(self.table_attention, self.table_pull)

    @cached_property
    def strength(self) -> Floats:
        """|pull|, shape (n, k)."""
        return np.abs(self.pull)

    @cached_property
    def related_pull(self) -> Floats:
        """Pull carried over to related interests: pull x compatibility, shape (n, k)."""
        return self.pull @ self.compatibility

    @cached_property
    def related_strength(self) -> Floats:
        """|pull| x |compatibility|, shape (n, k)."""
        return self.strength @ np.abs(self.compatibility)

    @cached_property
    def people_at_stake(self) -> Flags:
        """Citizen parties with a stake."""
        return self.citizens & self.staked

    @cached_property
    def bearing(self) -> Floats:
        """How strongly a party that sits at the table bears each interest and side there, 0..1, shape (n, 2k): its
        influence x (hit x V / the most of any citizens). 0 for organisations.
        """
        felt = self.voices * (self.hit * self.citizens)[:, None]
        heaviest = felt.max(axis=0, initial=0.0)
        felt *= np.divide(1.0, heaviest, out=np.zeros(len(heaviest)), where=heaviest != 0)
        felt *= self.influence[:, None]
        return felt

    @cached_property
    def at_stake(self) -> Floats:
        """QV (2k): what is at stake for the affected public, by interest and side; sums to 1, or is all 0."""
        return self.affected @ self.voices

    @cached_property
    def all_at_stake(self) -> float:
        """The sum of QV: 1, or 0 where no citizen party is hit."""
        return float(self.at_stake.sum())

    @cached_property
    def heard_with_all(self) -> float:
        """I(all citizen parties): what is heard of what is at stake with every one of them at the table, 0..1."""
        return float(self.bearing.max(axis=0, initial=0.0) @ self.at_stake)


def weights_of(web: Web, before: Weights | None = None) -> Weights:
    """The arrays of a web; sooner made where those of the web `before` an act are given, and the very same."""
    cells = cells_of(web) if before is None else cells_upon(web, before.cells, before.web)
    actors = tuple(actor.id for actor in web.actors)
    interests = tuple(interest.id for interest in web.interests)
    weight = cells.weight
    largest = weight.max(axis=1, initial=0.0)
    staked = largest > 0
    hit = np.where(staked, _given(web.actors, "hit", largest), 0.0)
    citizens = _flags(actor.sphere == _CITIZENS for actor in web.actors)
    declined = _flags(actor.invitation == _DECLINED for actor in web.actors)
    seats, influence, reach, effort = _levels(web.actors)
    people = _people(web, citizens & staked)
    related = before is not None and web.relations is before.web.relations and interests == before.interests
    return Weights(
        web=web,
        cells=cells,
        actors=actors,
        interests=interests,
        citizens=citizens,
        political=_flags(actor.sphere == _POLITICAL for actor in web.actors),
        seated=seats > 0,
        staked=staked,
        marked=_flags(actor.initiator for actor in web.actors),
        people=people,
        seats=seats,
        influence=influence,
        reach=np.where(declined, 0.0, reach),
        effort=effort,
        hit=hit,
        silent=citizens & ~cells.spoken,
        weight=weight,
        position=cells.position,
        attention=cells.attention,
        pull=cells.pull,
        table_weight=cells.table_weight,
        table_attention=cells.table_attention,
        table_pull=cells.table_pull,
        load=divided(weight, largest[:, None]) * hit[:, None],
        held=weight > 0,
        estimate=cells.estimate,
        compatibility=before.compatibility if before is not None and related else _compatibility(web, interests),
        mini=shares(seats * influence * (citizens & staked)),
        affected=shares(people * hit * citizens),
    )


def shares(amounts: Floats) -> Floats:
    """Amounts as parts of their sum; all 0 when the sum is 0."""
    total = float(amounts.sum())
    return amounts / total if total else np.zeros(amounts.shape)


def levels_of(maps: Sequence[Mapping[str, float]], interests: Sequence[str]) -> Floats:
    """Maps from interest to level as rows of an array; left out is 0."""
    column = {interest: k for k, interest in enumerate(interests)}
    levels = np.zeros((len(maps), len(interests)))
    cells = [row * len(interests) + column[interest] for row, named in enumerate(maps) for interest in named]
    levels.reshape(-1)[cells] = [level for named in maps for level in named.values()]
    return levels


def named_in(maps: Sequence[Mapping[str, float]], interests: Sequence[str]) -> Flags:
    """Which interests each map names, whatever the level; one row per map."""
    column = {interest: k for k, interest in enumerate(interests)}
    named = np.zeros((len(maps), len(interests)), dtype=bool)
    named.reshape(-1)[[row * len(interests) + column[id_] for row, levels in enumerate(maps) for id_ in levels]] = True
    return named


def least_weight(weights: Weights) -> float:
    """The least weight that is "affects their plans"; above 0, whatever the convention."""
    return max(weights.web.conventions.weight_plans - TIE, ulp(0.0))


def _flags(said: Iterable[bool]) -> Flags:
    return np.fromiter(said, bool)


def _levels(actors: Sequence[Actor]) -> Floats:
    """Seats, influence, reach and effort: a row of each."""
    levels = [level for actor in actors for level in (actor.seats, actor.influence, actor.reach, actor.effort)]
    return np.fromiter(levels, float, len(levels)).reshape(-1, 4).T.copy()


def _given(actors: Sequence[Any], name: str, otherwise: Floats) -> Floats:
    """A field that may be None, which `otherwise` then fills."""
    values = [getattr(actor, name) for actor in actors]
    given = np.fromiter([nan if value is None else value for value in values], float, len(values))
    return np.where(np.isnan(given), otherwise, given)


def _people(web: Web, at_stake: Flags) -> Floats:
    known = _given(web.actors, "people", np.full(len(web.actors), np.nan))
    counted = known[at_stake & ~np.isnan(known)].tolist()
    return np.where(np.isnan(known), median(counted) if counted else 1.0, known)


def _voices(attention: Floats, pull: Floats) -> Floats:
    k = attention.shape[1]
    voices = np.empty((len(attention), 2 * k))
    np.add(attention, pull, out=voices[:, :k])
    np.subtract(attention, pull, out=voices[:, k:])
    voices /= 2
    voices.setflags(write=False)
    return voices


def _compatibility(web: Web, interests: Sequence[str]) -> Floats:
    column = {interest: k for k, interest in enumerate(interests)}
    compatibility = np.eye(len(interests))
    a = [column[relation.a] for relation in web.relations]
    b = [column[relation.b] for relation in web.relations]
    compatibility[a + b, b + a] = 2 * [relation.compatibility for relation in web.relations]
    return compatibility
