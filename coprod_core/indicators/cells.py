"""What parties say of interests as arrays, parties by interests (docs/indicators.md, section 2).

Every stake is read, or only those that changed since the web before it: reading all stakes of a dense web in Python
costs more than all that is computed of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from coprod_core.web.model import Actor, Interest, Provenance, Stake, Web

Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Rows: TypeAlias = npt.NDArray[np.intp]

MOST_CHANGED = 64
"""Beyond so many changed stakes every stake is read anew."""

_AT_ONCE = 1_000

_ESTIMATE = Provenance.ESTIMATE


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """Weight, position and what follows from them alone; the arrays at the table are the constituency's own where
    nobody there speaks otherwise. `spoken`: parties (n) of which a stake stands in the web, whatever its weight.
    """

    weight: Floats
    position: Floats
    attention: Floats
    pull: Floats
    table_weight: Floats
    table_attention: Floats
    table_pull: Floats
    estimate: Flags
    spoken: Flags

    @property
    def same_at_table(self) -> bool:
        """Whether nobody at the table speaks otherwise than their own people."""
        return self.table_weight is self.weight


def cells_of(web: Web) -> Cells:
    """The arrays of a web, every stake read."""
    shape = len(web.actors), len(web.interests)
    cells = _places(web)
    weight = _spread(shape, cells, [stake.weight for stake in web.stakes])
    position = _spread(shape, cells, [stake.position for stake in web.stakes])
    table_weight, table_position = _at_the_table(web.stakes, cells, weight, position)
    attention = _parts(weight)
    pull = attention * position
    same_at_table = table_weight is weight and table_position is position
    table_attention = attention if same_at_table else _parts(table_weight)
    return Cells(
        weight=weight,
        position=position,
        attention=attention,
        pull=pull,
        table_weight=table_weight,
        table_attention=table_attention,
        table_pull=pull if same_at_table else table_attention * table_position,
        estimate=_spread(shape, cells, [stake.provenance is _ESTIMATE for stake in web.stakes], bool),
        spoken=_spoken_of(shape[0], cells, shape[1]),
    )


def cells_upon(web: Web, known: Cells, before: Web) -> Cells:
    """The same, from those of the web before it where an act changed a few stakes."""
    if not _same_shape(web, before):
        return cells_of(web)
    gone, come = _changed(before.stakes, web.stakes)
    if not gone and not come:
        return known
    few = max(len(gone), len(come)) <= MOST_CHANGED
    if not few or not known.same_at_table or any(map(_speaks_otherwise, come)):
        return cells_of(web)
    return _patched(web, known, gone, come)


def _same_shape(web: Web, before: Web) -> bool:
    """Whether both have the same parties and interests, in the same order."""
    return _ids(web.actors) == _ids(before.actors) and _ids(web.interests) == _ids(before.interests)


def _ids(items: Sequence[Actor] | Sequence[Interest]) -> list[str]:
    return [item.id for item in items]


def _changed(before: Sequence[Stake], now: Sequence[Stake]) -> tuple[Sequence[Stake], Sequence[Stake]]:
    """What stood and what stands between the beginning and the end that both have in common."""
    first = _in_common(before, now)
    last = min(_in_common(before[::-1], now[::-1]), min(len(before), len(now)) - first)
    return before[first : len(before) - last], now[first : len(now) - last]


def _in_common(before: Sequence[Stake], now: Sequence[Stake]) -> int:
    """How many stakes both begin with. Compared by the thousand: what an act left alone is the very same value, which
    is seen at once.
    """
    at = 0
    while at < len(before) and before[at : at + _AT_ONCE] == now[at : at + _AT_ONCE]:
        at += _AT_ONCE
    for was, is_now in zip(before[at:], now[at:], strict=False):
        if was != is_now:
            return at
        at += 1
    return min(at, len(before), len(now))


def _speaks_otherwise(stake: Stake) -> bool:
    return stake.table_weight is not None or stake.table_position is not None


def _patched(web: Web, known: Cells, gone: Sequence[Stake], come: Sequence[Stake]) -> Cells:
    row = {actor.id: i for i, actor in enumerate(web.actors)}
    column = {interest.id: k for k, interest in enumerate(web.interests)}
    weight, position, estimate = known.weight.copy(), known.position.copy(), known.estimate.copy()
    for stake in gone:
        at = row[stake.actor], column[stake.interest]
        weight[at], position[at], estimate[at] = 0.0, 0.0, False
    for stake in come:
        at = row[stake.actor], column[stake.interest]
        weight[at], position[at], estimate[at] = stake.weight, stake.position, stake.provenance is _ESTIMATE
    rows = sorted({row[stake.actor] for stake in (*gone, *come)})
    attention, pull = known.attention.copy(), known.pull.copy()
    attention[rows] = _parts(weight[rows])
    pull[rows] = attention[rows] * position[rows]
    spoken = known.spoken.copy()
    for actor in {stake.actor for stake in (*gone, *come)}:
        spoken[row[actor]] = any(stake.actor == actor for stake in web.stakes)
    at_table: dict[str, Any] = {"table_weight": weight, "table_attention": attention, "table_pull": pull}
    kept = replace(known, weight=weight, position=position, attention=attention, pull=pull, **at_table)
    return replace(kept, estimate=estimate, spoken=spoken)


def divided(part: Floats, whole: Floats) -> Floats:
    """part / whole, 0 where the whole is 0; the whole is stretched to the shape of the part."""
    quotient = np.zeros(part.shape)
    np.divide(part, whole, out=quotient, where=whole != 0)
    return quotient


def _places(web: Web) -> Rows:
    """Where each stake stands in the flattened (n, k) array."""
    start = {actor.id: i * len(web.interests) for i, actor in enumerate(web.actors)}
    column = {interest.id: k for k, interest in enumerate(web.interests)}
    places = [start[stake.actor] + column[stake.interest] for stake in web.stakes]
    return np.fromiter(places, np.intp, len(places))


def _spoken_of(count: int, cells: Rows, width: int) -> Flags:
    """Parties of which a stake stands in the web, whatever its weight."""
    spoken = np.zeros(count, dtype=bool)
    if width:
        spoken[cells // width] = True
    return spoken


def _spread(shape: tuple[int, int], cells: Rows, values: Sequence[float], kind: type = float) -> Any:
    spread: npt.NDArray[Any] = np.zeros(shape, kind)
    spread.reshape(-1)[cells] = np.fromiter(values, kind, len(cells))
    return spread


def _at_the_table(stakes: Sequence[Stake], cells: Rows, weight: Floats, position: Floats) -> tuple[Floats, Floats]:
    """Weights and positions of those at the table; the constituency's own arrays where nobody differs.

    A party whose table weights are all 0 speaks as its constituency.
    """
    said_there = [stake.table_weight for stake in stakes], [stake.table_position for stake in stakes]
    if all(said.count(None) == len(said) for said in said_there):
        return weight, position
    at_table = weight.copy(), position.copy()
    for values, said in zip(at_table, said_there, strict=True):
        given = {s: value for s, value in enumerate(said) if value is not None}
        values.reshape(-1)[cells[list(given)]] = list(given.values())
    silent = ~at_table[0].any(axis=1)
    at_table[0][silent] = weight[silent]
    at_table[1][silent] = position[silent]
    return at_table


def _parts(weight: Floats) -> Floats:
    return divided(weight, weight.sum(axis=1, keepdims=True))
