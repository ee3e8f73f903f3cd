"""What would tip it: the smallest change in words that gives the gap another main cause (docs/indicators.md, 8).

Every estimated stake of a residents' group is tried at every other weight word, and every absent group at the table,
one change at a time. So "nothing tips it" says: no single one of these does; two together were not tried.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from coprod_core.indicators.gap import Reference, representation_gap
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Flags, Floats, Rows, Weights, divided, shares
from coprod_core.web.model import Provenance

_BLOCK = 1 << 19
"""The most numbers per array held at once."""


@dataclass(frozen=True)
class Move:
    """One estimated stake at another weight word: `weight` is its level, `steps` how many words away (1..3), and
    `becomes` what is then the main cause.
    """

    actor: str
    interest: str
    weight: float
    steps: int
    becomes: str


@dataclass(frozen=True)
class Joins:
    """An absent group at the table with this many seats, and what is then the main cause."""

    actor: str
    seats: float
    becomes: str


@dataclass(frozen=True)
class Tip:
    """What tips one main cause: `now` is the cause, None when there is none and so nothing to tip. `move`: the fewest
    words, then the least change in weight, then file order. `joins`: in file order. None: nothing that was tried does.
    """

    now: str | None
    move: Move | None
    joins: Joins | None


@dataclass(frozen=True)
class Tipping:
    """What tips the main interest and the main party; `moves`, `groups`: how many changes of each kind were tried."""

    interest: Tip
    actor: Tip
    moves: int
    groups: int


def tipping(
    weights: Weights, seats: Mapping[str, float], reference: Reference = Reference.MAXI_PUBLIC
) -> Tipping | Undefined:
    """The smallest single change that gives `views` another main interest, and another main party.

    `seats`: per absent group of residents, what an invitation would give it (above 0). A party keeps at least one
    stake: a move that takes its last is not tried. A change after which there is no main cause tips nothing. Exact
    within that; n parties, k interests and m moves take about 2 n k m multiplications. Undefined
    (`no_citizen_stakes`) as the gap itself. Source: ours; one change at a time as in a threshold analysis.
    """
    gap = representation_gap(weights, reference)
    if isinstance(gap, Undefined):
        return gap
    moves = _Moves(weights, reference)
    by_interest, by_actor = moves.outcomes()
    tops = [_tops_once_joined(weights, actor, given, reference) for actor, given in seats.items()]
    return Tipping(
        interest=Tip(
            gap.top_interest,
            moves.first(weights.interests, gap.top_interest, by_interest),
            _first_to_join(seats, gap.top_interest, [interest for interest, _ in tops]),
        ),
        actor=Tip(
            gap.top_actor,
            moves.first(weights.actors, gap.top_actor, by_actor),
            _first_to_join(seats, gap.top_actor, [actor for _, actor in tops]),
        ),
        moves=len(moves.party),
        groups=len(seats),
    )


def _tops_once_joined(
    weights: Weights, actor: str, seats: float, reference: Reference
) -> tuple[str | None, str | None]:
    """The main interest and the main party once an absent group has seats."""
    given, influence = weights.seats.copy(), np.array([party.influence for party in weights.web.actors])
    given[weights.actors.index(actor)] = seats
    there = replace(weights, seats=given, mini=shares(given * influence * weights.people_at_stake))
    gap = representation_gap(there, reference)
    return (None, None) if isinstance(gap, Undefined) else (gap.top_interest, gap.top_actor)


def _first_to_join(seats: Mapping[str, float], now: str | None, tops: Sequence[str | None]) -> Joins | None:
    if now is None:
        return None
    tipping = zip(seats.items(), tops, strict=True)
    return next((Joins(actor, given, top) for (actor, given), top in tipping if top not in (None, now)), None)


class _Moves:
    """Every move that is tried, smallest first: m of them, with the party, interest, level and steps of each.

    Only the moved party's row of the web changes. With p and s what each party counts for outside and at the table, V
    and VT what it says there: outside = sum p V / sum p, table = sum s VT, surplus = outside - table; the cells of an
    interest add up to its positive surplus, and those of a party to (P V - S VT) where the surplus is positive.
    """

    def __init__(self, weights: Weights, reference: Reference) -> None:
        self.weights = weights
        self.weight, self.table_weight, self.table_position, self.said = _as_filled_in(weights)
        self.counted = weights.people * weights.citizens
        if reference == Reference.MAXI_PUBLIC:
            self.counted = np.maximum(0.0, weights.people - weights.seats) * weights.citizens
        given = np.array([np.nan if party.hit is None else party.hit for party in weights.web.actors], dtype=float)
        self.hit_given = given
        tried = sorted(self._tried(), key=lambda move: move[:2])
        columns = zip(*(move[2:] for move in tried), strict=True) if tried else [()] * 4
        party, interest, level, steps = columns
        self.party, self.interest = np.array(party, dtype=np.intp), np.array(interest, dtype=np.intp)
        self.level, self.steps = np.array(level, dtype=float), np.array(steps, dtype=int)

    def _tried(self) -> Iterator[tuple[int, float, int, int, float, int]]:
        """Steps and change in weight, to sort by; then party, interest, level and steps."""
        rows = {actor: i for i, actor in enumerate(self.weights.actors)}
        columns = {interest: k for k, interest in enumerate(self.weights.interests)}
        levels = self.weights.web.conventions.weights
        for stake in self.weights.web.stakes:
            i, k = rows[stake.actor], columns[stake.interest]
            if stake.provenance != Provenance.ESTIMATE or not self.weights.people_at_stake[i]:
                continue
            now = nearest_word(stake.weight, levels)
            only = self.weight[i].sum() == stake.weight
            for word, level in enumerate(levels):
                if word != now and not (only and level == 0):
                    steps = abs(word - now)
                    yield steps, abs(level - stake.weight), i, k, level, steps

    def first(self, ids: tuple[str, ...], now: str | None, outcomes: Rows) -> Move | None:
        """The smallest move after which another of `ids` is the main cause; `outcomes`: its row per move, -1 = none."""
        if now is None:
            return None
        tips = np.flatnonzero((outcomes >= 0) & (outcomes != ids.index(now)))
        if not len(tips):
            return None
        m = tips[0]
        return Move(
            actor=self.weights.actors[self.party[m]],
            interest=self.weights.interests[self.interest[m]],
            weight=float(self.level[m]),
            steps=int(self.steps[m]),
            becomes=ids[outcomes[m]],
        )

    def outcomes(self) -> tuple[Rows, Rows]:
        """The rows of the main interest and the main party after each move, -1 where there is none."""
        size = max(1, _BLOCK // max(1, 2 * len(self.weights.interests), len(self.weights.actors)))
        blocks = [self._block(slice(first, first + size)) for first in range(0, len(self.party), size)]
        if not blocks:
            return self.party, self.party
        interests, actors = zip(*blocks, strict=True)
        return np.concatenate(interests), np.concatenate(actors)

    def _block(self, block: slice) -> tuple[Rows, Rows]:
        weights, party = self.weights, self.party[block]
        moved = np.arange(len(party))
        voices, table_voices, hit = self._moved_rows(block)
        counts, mini = self.counted * weights.hit, weights.mini[party]
        then = self.counted[party] * hit
        total = counts.sum() - counts[party] + then
        total[np.abs(total) <= TIE * max(1.0, float(counts.sum()))] = 0.0
        outside = counts @ weights.voices + then[:, None] * voices - counts[party, None] * weights.voices[party]
        outside = divided(outside, total[:, None])
        table = weights.mini @ weights.table_voices + mini[:, None] * (table_voices - weights.table_voices[party])
        surplus = outside - table
        k = len(weights.interests)
        missed = np.where(surplus > TIE, surplus, 0.0)
        under = (surplus > TIE).astype(float)
        maxi = divided(np.broadcast_to(counts[:, None], (len(counts), len(party))), total)
        maxi[party, moved] = divided(then, total)
        heard, there = weights.voices @ under.T, weights.table_voices @ under.T
        heard[party, moved], there[party, moved] = (voices * under).sum(axis=1), (table_voices * under).sum(axis=1)
        return _largest(missed[:, :k] + missed[:, k:]), _largest((maxi * heard - weights.mini[:, None] * there).T)

    def _moved_rows(self, block: slice) -> tuple[Floats, Floats, Floats]:
        """What the moved party says outside (V) and at the table (VT), and how hard it is hit, per move."""
        party, interest, level = self.party[block], self.interest[block], self.level[block]
        moved = np.arange(len(party))
        weight, position = self.weight[party], self.weights.position[party]
        weight[moved, interest] = level
        at_table, table_position = self.table_weight[party], self.table_position[party]
        at_table[moved, interest] = np.where(self.said[party, interest], at_table[moved, interest], level)
        silent = ~at_table.any(axis=1)
        at_table[silent], table_position[silent] = weight[silent], position[silent]
        given = self.hit_given[party]
        hit = np.where(np.isnan(given), weight.max(axis=1), given)
        return _voices(weight, position), _voices(at_table, table_position), hit


def nearest_word(weight: float, levels: Sequence[float]) -> int:
    """The weight word of a weight: the place of the nearest level, the lower of two as near."""
    return min(range(len(levels)), key=lambda word: abs(levels[word] - weight))


def _as_filled_in(weights: Weights) -> tuple[Floats, Floats, Floats, Flags]:
    """Weights; weights and positions at the table, the constituency's where none are given; where a weight is given."""
    shape = weights.attention.shape
    weight, at_table, said = np.zeros(shape), np.zeros(shape), np.zeros(shape, dtype=bool)
    table_position = weights.position.copy()
    rows = {actor: i for i, actor in enumerate(weights.actors)}
    columns = {interest: k for k, interest in enumerate(weights.interests)}
    for stake in weights.web.stakes:
        cell = rows[stake.actor], columns[stake.interest]
        weight[cell] = at_table[cell] = stake.weight
        if stake.table_weight is not None:
            at_table[cell], said[cell] = stake.table_weight, True
        if stake.table_position is not None:
            table_position[cell] = stake.table_position
    return weight, at_table, table_position, said


def _voices(weight: Floats, position: Floats) -> Floats:
    attention = divided(weight, weight.sum(axis=1, keepdims=True))
    pull = attention * position
    return np.concatenate((attention + pull, attention - pull), axis=1) / 2


def _largest(values: Floats) -> Rows:
    """Per row the first column that is largest, -1 where none is above 0."""
    most = values.max(axis=1, initial=0.0)
    first: Rows = (values >= most[:, None] - TIE).argmax(axis=1) if values.shape[1] else np.zeros(len(values), np.intp)
    return np.where(most > TIE, first, -1)
