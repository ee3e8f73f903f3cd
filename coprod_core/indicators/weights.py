"""The web as read-only arrays, made once per web and handed to every indicator (docs/indicators.md, section 2).

Rows are parties, columns are interests, both in file order. A 0/0 is 0. "At the table" is `seats > 0`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from coprod_core.model import Provenance, Sphere, Stake, Web

Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Rows: TypeAlias = npt.NDArray[np.intp]

TIE = 1e-9
"""Computed values this close are equal in ties, thresholds and dominance; then file order decides."""

_ESTIMATE = str(Provenance.ESTIMATE)


class ReadOnly:
    """A dataclass whose arrays nobody can change."""

    def __post_init__(self) -> None:
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.flags.writeable = False


@dataclass(frozen=True, eq=False)
class Weights(ReadOnly):
    """A web as arrays: n parties by k interests.

    `people` has the estimate filled in where unknown; `hit` is 0 for a party without a stake. `attention` sums to 1
    over each party with a stake; `pull` = attention x position (-1..1). `table_attention` and `table_pull` are the
    same for those at the table. `load` = hit x weight / the party's largest weight. `mini` (S) and `affected` (Q) are
    the mini-public and the affected public: shares of citizen parties that sum to 1, or are all 0.
    """

    web: Web
    actors: tuple[str, ...]
    interests: tuple[str, ...]
    citizens: Flags
    political: Flags
    seated: Flags
    staked: Flags
    marked: Flags
    people: Floats
    seats: Floats
    presence: Floats
    effort: Floats
    hit: Floats
    position: Floats
    attention: Floats
    pull: Floats
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
    def people_at_stake(self) -> Flags:
        """Citizen parties with a stake."""
        return self.citizens & self.staked


def weights_of(web: Web) -> Weights:
    """The arrays of a web."""
    actors = tuple(actor.id for actor in web.actors)
    interests = tuple(interest.id for interest in web.interests)
    shape = (len(actors), len(interests))
    cells = _cells(web.stakes, actors, interests)
    weight = _spread(shape, cells, [stake.weight for stake in web.stakes])
    position = _spread(shape, cells, [stake.position for stake in web.stakes])
    table_weight, table_position = _at_the_table(web.stakes, cells, weight, position)
    largest = weight.max(axis=1, initial=0.0)
    staked = largest > 0
    hit = np.where(staked, _given(web.actors, "hit", largest), 0.0)
    spheres = [actor.sphere for actor in web.actors]
    citizens = np.array([sphere == Sphere.CITIZENS for sphere in spheres], dtype=bool)
    seats = _column(web.actors, "seats")
    influence = _column(web.actors, "influence")
    people = _people(web, citizens & staked)
    attention = _parts(weight)
    same_at_table = table_weight is weight and table_position is position
    table_attention = attention if same_at_table else _parts(table_weight)
    pull = attention * position
    return Weights(
        web=web,
        actors=actors,
        interests=interests,
        citizens=citizens,
        political=np.array([sphere == Sphere.POLITICAL_AUTHORITY for sphere in spheres], dtype=bool),
        seated=seats > 0,
        staked=staked,
        marked=np.array([actor.initiator for actor in web.actors], dtype=bool),
        people=people,
        seats=seats,
        presence=np.where(seats > 0, influence, _column(web.actors, "reach")),
        effort=_column(web.actors, "effort"),
        hit=hit,
        position=position,
        attention=attention,
        pull=pull,
        table_attention=table_attention,
        table_pull=pull if same_at_table else table_attention * table_position,
        load=divided(weight, largest[:, None]) * hit[:, None],
        held=weight > 0,
        estimate=_spread(shape, cells, [stake.provenance == _ESTIMATE for stake in web.stakes], bool),
        compatibility=_compatibility(web, interests),
        mini=shares(seats * influence * (citizens & staked)),
        affected=shares(people * hit * citizens),
    )


def shares(amounts: Floats) -> Floats:
    """Amounts as parts of their sum; all 0 when the sum is 0."""
    total = float(amounts.sum())
    return amounts / total if total else np.zeros(amounts.shape)


def divided(part: Floats, whole: Floats) -> Floats:
    """part / whole, 0 where the whole is 0; the whole is stretched to the shape of the part."""
    quotient = np.zeros(part.shape)
    np.divide(part, whole, out=quotient, where=whole != 0)
    return quotient


def levels_of(maps: Sequence[Mapping[str, float]], interests: Sequence[str]) -> Floats:
    """Maps from interest to level as rows of an array; left out is 0."""
    column = {interest: k for k, interest in enumerate(interests)}
    levels = np.zeros((len(maps), len(interests)))
    for row, named in zip(levels, maps, strict=True):
        row[[column[interest] for interest in named]] = list(named.values())
    return levels


def _column(actors: Sequence[Any], name: str) -> Floats:
    return np.array([getattr(actor, name) for actor in actors], dtype=float)


def _given(actors: Sequence[Any], name: str, otherwise: Floats) -> Floats:
    """A field that may be None, which `otherwise` then fills."""
    given = np.array([getattr(actor, name) for actor in actors], dtype=float)
    return np.where(np.isnan(given), otherwise, given)


def _people(web: Web, at_stake: Flags) -> Floats:
    known = _given(web.actors, "people", np.full(len(web.actors), np.nan))
    counted = known[at_stake & ~np.isnan(known)]
    return np.where(np.isnan(known), np.median(counted) if counted.size else 1.0, known)


def _cells(stakes: Sequence[Stake], actors: Sequence[str], interests: Sequence[str]) -> Rows:
    """Where each stake stands in the flattened (n, k) array."""
    start = {actor: i * len(interests) for i, actor in enumerate(actors)}
    column = {interest: k for k, interest in enumerate(interests)}
    return np.fromiter([start[stake.actor] + column[stake.interest] for stake in stakes], np.intp, len(stakes))


def _spread(shape: tuple[int, int], cells: Rows, values: Sequence[float], kind: type = float) -> Any:
    spread: npt.NDArray[Any] = np.zeros(shape, kind)
    spread.reshape(-1)[cells] = np.fromiter(values, kind, len(cells))
    return spread


def _at_the_table(stakes: Sequence[Stake], cells: Rows, weight: Floats, position: Floats) -> tuple[Floats, Floats]:
    """Weights and positions of those at the table; the constituency's own arrays where nobody differs.

    A party whose table weights are all 0 speaks as its constituency.
    """
    weights = [(s, stake.table_weight) for s, stake in enumerate(stakes) if stake.table_weight is not None]
    positions = [(s, stake.table_position) for s, stake in enumerate(stakes) if stake.table_position is not None]
    if not weights and not positions:
        return weight, position
    at_table = weight.copy(), position.copy()
    for values, said in zip(at_table, (weights, positions), strict=True):
        values.reshape(-1)[cells[[s for s, _ in said]]] = [value for _, value in said]
    silent = ~at_table[0].any(axis=1)
    at_table[0][silent] = weight[silent]
    at_table[1][silent] = position[silent]
    return at_table


def _parts(weight: Floats) -> Floats:
    return divided(weight, weight.sum(axis=1, keepdims=True))


def _voices(attention: Floats, pull: Floats) -> Floats:
    k = attention.shape[1]
    voices = np.empty((len(attention), 2 * k))
    np.add(attention, pull, out=voices[:, :k])
    np.subtract(attention, pull, out=voices[:, k:])
    voices /= 2
    voices.flags.writeable = False
    return voices


def _compatibility(web: Web, interests: Sequence[str]) -> Floats:
    column = {interest: k for k, interest in enumerate(interests)}
    compatibility = np.eye(len(interests))
    a = [column[relation.a] for relation in web.relations]
    b = [column[relation.b] for relation in web.relations]
    compatibility[a, b] = compatibility[b, a] = [relation.compatibility for relation in web.relations]
    return compatibility
