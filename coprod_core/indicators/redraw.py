"""Redrawing what is not certain in a web: stakes, positions, numbers of people (docs/indicators.md, section 8).

The chance is fixed. Every stake, position and number of people has its own place in one long row of chance numbers,
found from the ids alone; a draw is that number looked up in the quantiles of what is drawn. So the same web gives the
same draws, an edit moves the draws of what it touches a little, and those of everything else not at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from math import inf
from zlib import crc32

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from coprod_core.indicators.redrawn_costs import KEPT, drawn_costs
from coprod_core.indicators.weights import TIE, Flags, Floats, ReadOnly, Rows, Weights, divided, shares
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Provenance

DRAWS = 1_000
"""How often a web is redrawn unless asked otherwise."""

MOST_DRAWS = 10_000
SEED = 2022

Drawn = npt.NDArray[np.float32]
"""Numbers per draw, draws along the last axis. Single precision: seven digits, far beyond what chance leaves."""

_CHANCES = 1 << 20
_RUNGS = 1024
"""Chance is held on this many equally likely rungs of each distribution."""

_STEPS_PER_E = 20
"""Shapes of the gamma distribution are rounded to the nearest 5%: spreads to 1.3%, means not at all."""

_LEAST_SHAPE = 1e-3

_LEAST_FACTOR = 1e-20
"""Attention is multiplied by no less: a party whose factors were all 0 would have none left to divide, and numbers at
the end of single precision are slow to compute with."""


@dataclass(frozen=True)
class Spreads:
    """How uncertain things are; `spreads_of` gives what a meeting agreed on.

    `data`, `own`, `estimate` (above 0): how concentrated the redrawn attention of a party is around what was filled
    in, for stakes from data, in a party's own words, and estimated; a higher number varies less. `position` (0 and
    up): the standard deviation of a position. `people` (0 and up): that of the logarithm of a number of people.
    `costs` (0 and up): how far the ownership a role takes may lie from the convention, on either side. Anything else
    raises `ValueError`.
    """

    data: float = DESIGN.spread_data
    own: float = DESIGN.spread_self
    estimate: float = DESIGN.spread_estimate
    position: float = DESIGN.spread_position
    people: float = DESIGN.spread_people
    costs: float = 0.25

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            least_allowed = value >= 0 if field.name in ("position", "people", "costs") else value > 0
            if not (least_allowed and value < inf):
                raise ValueError(f"{field.name}: {value} is no spread")

    @property
    def concentration(self) -> Mapping[str, float]:
        """By who says so."""
        return {Provenance.DATA: self.data, Provenance.SELF: self.own, Provenance.ESTIMATE: self.estimate}


def spreads_of(weights: Weights) -> Spreads:
    """The spreads by the conventions of a web."""
    agreed = weights.web.conventions
    return Spreads(
        data=agreed.spread_data,
        own=agreed.spread_self,
        estimate=agreed.spread_estimate,
        position=agreed.spread_position,
        people=agreed.spread_people,
    )


def checked_draws(draws: int) -> int:
    """The number of draws; `ValueError` outside 1..`MOST_DRAWS`."""
    if not 1 <= draws <= MOST_DRAWS:
        raise ValueError(f"draws: {draws} is not in 1..{MOST_DRAWS}")
    return draws


@dataclass(frozen=True, eq=False)
class Stakes(ReadOnly):
    """The stakes that can be redrawn, m of them in file order: `party` and `interest` are rows and columns of a web.

    `attention` and `position` are the constituency's, `table_attention` and `table_position` those at the table;
    `variance` is that of the factor by which attention is drawn. `weight_said`, `position_said`: given for the table
    apart; `otherwise`: of a party where anything is.
    """

    party: Rows
    interest: Rows
    attention: Floats
    position: Floats
    table_attention: Floats
    table_position: Floats
    estimate: Flags
    variance: Floats
    weight_said: Flags
    position_said: Flags
    otherwise: Flags


class Redraw:
    """The draws of one web. Draws are asked by a range of their numbers, 0..MOST_DRAWS. `spreads` None: the web's own.

    Attention is drawn stake by stake: a gamma variable with mean om and variance om / concentration, then each party's
    made to sum to 1. When all stakes of a party come from the same kind of source this is exactly the Dirichlet
    distribution around om with that concentration; when they do not, each stake varies as its own source says. What is
    said at the table otherwise than by the constituency was heard, so it stays; the rest moves along with the
    constituency. Positions are normal, clipped to -1..1; people lognormal around the number given or filled in, unless
    all of them are at the table: there they can be counted. `hit` stays as it is in the web, also where it was derived:
    it says how hard, and attention says by what. `parties` (n): the stakes of these alone are drawn; None: of all.
    """

    def __init__(self, weights: Weights, spreads: Spreads | None, seed: int, parties: Flags | None = None) -> None:
        self.weights = weights
        self.spreads = spreads or spreads_of(weights)
        self.stakes = _stakes_of(weights, self.spreads, parties)
        actors, interests = _marks(weights.actors), _marks(weights.interests)
        normals, ranks = _chances(seed)
        self._stake_places = _places(actors[self.stakes.party], interests[self.stakes.interest])
        self._people_places = _places(actors, np.uint64(0))
        self.counted: Flags = weights.people <= weights.seats + TIE
        """Parties of whom everybody is at the table: their number can be counted there, so it stays."""
        steps = np.rint(_STEPS_PER_E * np.log(np.maximum(1 / _or_one(self.stakes.variance), _LEAST_SHAPE)))
        kinds, kind = np.unique(steps.astype(int), return_inverse=True)
        self._ladders = np.array([_ladder(step) for step in kinds.tolist()], dtype=np.float32).reshape(-1)
        smallest = np.min_scalar_type(len(self._ladders))
        self._ladder, self._ranks = (kind * _RUNGS).astype(smallest), ranks.astype(smallest, copy=False)
        self._normals = normals

    def factor(self, draws: range) -> Drawn:
        """What each stake's attention is multiplied by before a party's are made to sum to 1, shape (m, draws)."""
        rungs: Rows = sliding_window_view(self._ranks, len(draws))[self._stake_places + draws.start]
        rungs += self._ladder[:, None]
        factor: Drawn = self._ladders.take(rungs, mode="clip")
        return factor

    def position(self, draws: range) -> Drawn:
        """Positions, shape (m, draws)."""
        position = self._normal(self._stake_places, draws)
        position *= np.float32(self.spreads.position)
        position += self.stakes.position[:, None].astype(np.float32)
        return np.clip(position, -1, 1, out=position)

    def people(self, draws: range) -> Floats:
        """Numbers of people, shape (n, draws)."""
        noise = np.exp(self.spreads.people * self._normal(self._people_places, draws).astype(float))
        people: Floats = self.weights.people[:, None] * np.where(self.counted[:, None], 1.0, noise)
        return people

    def costs(self, draws: range) -> list[Mapping[str, float]]:
        """The part of the ownership that each role takes, one map per draw; each role on its own."""
        agreed = dict(self.weights.web.conventions.ownership_cost)
        ways = [way for way in agreed if way != KEPT]
        places = _places(_marks([f"|cost of {way}" for way in ways]), np.uint64(0))
        rows = dict(zip(ways, self._normal(places, draws), strict=True))
        return drawn_costs(agreed, rows, self.spreads.costs)

    def said(self, factor: Drawn, position: Drawn) -> tuple[Drawn, Drawn]:
        """The same two for what is said at the table, of the stakes of parties that speak `otherwise`."""
        stakes = self.stakes
        there = stakes.otherwise
        return (
            np.where(stakes.weight_said[there, None], np.float32(1), factor[there]),
            np.where(
                stakes.position_said[there, None],
                stakes.table_position[there, None].astype(np.float32),
                position[there],
            ),
        )

    def _normal(self, places: Rows, draws: range) -> Drawn:
        drawn: Drawn = sliding_window_view(self._normals, len(draws))[places + draws.start]
        return drawn

    def webs(self, draws: range) -> list[Weights]:
        """The arrays of the web as redrawn, one for each draw: no web is made."""
        factor, position, people = self.factor(draws), self.position(draws), self.people(draws)
        said = self.said(factor, position)
        columns = (factor.T, position.T, said[0].T, said[1].T, people.T)
        return [self._web(*column) for column in zip(*columns, strict=True)]

    def _web(self, factor: Drawn, position: Drawn, said_factor: Drawn, said_position: Drawn, people: Floats) -> Weights:
        old, stakes = self.weights, self.stakes
        placed = old.position.copy()
        placed[stakes.party, stakes.interest] = position
        attention = _times(old.attention, (stakes.party, stakes.interest), factor)
        pull = attention * placed
        table_attention, table_pull = attention, pull
        if stakes.otherwise.any():
            there = stakes.party[stakes.otherwise], stakes.interest[stakes.otherwise]
            table_attention, table_placed = attention.copy(), placed.copy()
            rows = np.unique(there[0])
            table_attention[rows] = _times(old.table_attention, there, said_factor)[rows]
            table_placed[there] = said_position
            table_pull = table_attention * table_placed
        largest = attention.max(axis=1, initial=0.0)
        return replace(
            old,
            people=people,
            position=placed,
            attention=attention,
            pull=pull,
            table_attention=table_attention,
            table_pull=table_pull,
            load=divided(attention, largest[:, None]) * old.hit[:, None],
            affected=shares(people * old.hit * old.citizens),
        )


def _times(attention: Floats, cells: tuple[Rows, Rows], factor: Drawn) -> Floats:
    """Attention multiplied in some cells, then each party's made to sum to 1 again."""
    drawn = attention.copy()
    drawn[cells] *= factor
    return divided(drawn, drawn.sum(axis=1, keepdims=True))


def _stakes_of(weights: Weights, spreads: Spreads, parties: Flags | None) -> Stakes:
    """Every stake of the parties that has a weight, with the constituency or at the table."""
    rows = {actor: i for i, actor in enumerate(weights.actors) if parties is None or parties[i]}
    columns = {interest: k for k, interest in enumerate(weights.interests)}
    stakes = [s for s in weights.web.stakes if s.actor in rows and (s.weight > 0 or s.table_weight)]
    party = np.array([rows[stake.actor] for stake in stakes], dtype=np.intp)
    interest = np.array([columns[stake.interest] for stake in stakes], dtype=np.intp)
    attention, position = weights.attention[party, interest], weights.position[party, interest]
    by_source = spreads.concentration
    concentration = np.array([by_source[stake.provenance] for stake in stakes], dtype=float)
    table_weight = np.array([stake.table_weight for stake in stakes], dtype=float)
    table_position = np.array([stake.table_position for stake in stakes], dtype=float)
    weight_said, position_said = ~np.isnan(table_weight), ~np.isnan(table_position)
    count = len(weights.actors)
    differs = np.bincount(party, weight_said | position_said, count) > 0
    silent = np.bincount(party, np.where(weight_said, table_weight, attention), count) == 0
    return Stakes(
        party=party,
        interest=interest,
        attention=attention,
        position=position,
        table_attention=weights.table_attention[party, interest],
        table_position=np.where(position_said, table_position, position),
        estimate=weights.estimate[party, interest],
        variance=divided(np.ones(len(stakes)), concentration * attention),
        weight_said=weight_said,
        position_said=position_said,
        otherwise=(differs & ~silent)[party],
    )


def _or_one(variance: Floats) -> Floats:
    """A stake without attention has no variance; any will do, for it multiplies nothing."""
    return np.where(variance > 0, variance, 1.0)


@cache
def _ladder(step: int) -> Drawn:
    """The rungs of a gamma variable with mean 1 and shape e^(step / `_STEPS_PER_E`)."""
    from scipy.special import gammaincinv  # takes long to load, and nothing else here needs it

    rungs = gammaincinv(np.exp(step / _STEPS_PER_E), (np.arange(_RUNGS) + 0.5) / _RUNGS)
    ladder: Drawn = np.maximum(rungs / rungs.mean(), _LEAST_FACTOR).astype(np.float32)
    return ladder


@lru_cache(maxsize=2)
def _chances(seed: int) -> tuple[Drawn, Rows]:
    """One long row of normal numbers and one of rungs."""
    chance = np.random.default_rng(seed)
    normals = chance.standard_normal(_CHANCES, dtype=np.float32)
    return normals, chance.integers(0, _RUNGS, _CHANCES, dtype=np.intp).astype(np.uint16)


def _marks(ids: Sequence[str]) -> npt.NDArray[np.uint64]:
    """A number per id that is the same everywhere and always, never 0 for the sake of `_places`."""
    return np.fromiter((crc32(id_.encode()) | 1 << 32 for id_ in ids), np.uint64, len(ids))


def _places(one: npt.NDArray[np.uint64], other: npt.NDArray[np.uint64] | np.uint64) -> Rows:
    """Where in the row of chance a pair of marks begins, the pairs well spread (the finish of SplitMix64)."""
    mixed = one * np.uint64(0x9E3779B97F4A7C15) + other
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    return (mixed % np.uint64(_CHANCES - MOST_DRAWS)).astype(np.intp)
