"""The first steps of the gap: who stands for how much outside and at the table, and who attends to what."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from coprod_core.indicators.explanation.steps import (
    OUTSIDE,
    PRODUCT,
    QUOTIENT,
    VOICE,
    Column,
    Kind,
    Name,
    Step,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.gap import Gap, Reference
from coprod_core.indicators.weights import TIE, Flags, Floats, Weights

SIDES = ("for", "against")

P = Column("outside_share", reading="gap.maxi")
S = Column("table_share", reading="gap.mini")
_PEOPLE, _HIT = Column("people", Unit.COUNT), Column("hit", Unit.LEVEL)
_SEATS, _INFLUENCE = Column("seats", Unit.COUNT), Column("influence", Unit.LEVEL)
WEIGHT, ALL_WEIGHTS = Column("weight", Unit.LEVEL), Column("all_weights", Unit.LEVEL)
_SAID, _ALL_SAID = Column("table_weight", Unit.LEVEL), Column("all_table_weights", Unit.LEVEL)
_LEANS = Column("leans", Unit.LEVEL)

MAXI = Kind("maxi", (_PEOPLE, _SEATS, _HIT), OUTSIDE, Together.PARTS, Unit.COUNT)
AFFECTED = Kind("affected", (_PEOPLE, _HIT), PRODUCT, Together.PARTS, Unit.COUNT)
EQUALLY = Kind("equally", (_HIT,), together=Together.PARTS, unit=Unit.LEVEL)
MINI = Kind("mini", (_SEATS, _INFLUENCE), PRODUCT, Together.PARTS, Unit.COUNT)
ATTENTION = Kind("attention", (WEIGHT, ALL_WEIGHTS), QUOTIENT)
TABLE_ATTENTION = Kind("table_attention", (_SAID, _ALL_SAID), QUOTIENT)
VOICES = Kind("voices", (WEIGHT, ALL_WEIGHTS, _LEANS), VOICE)
TABLE_VOICES = Kind("table_voices", (_SAID, _ALL_SAID, _LEANS), VOICE)


class Outside:
    """A gap together with the arrays it was made of: whose P it is, and what is said outside and at the table."""

    def __init__(self, weights: Weights, gap: Gap, maxi_kind: Kind) -> None:
        self.weights, self.gap, self.maxi_kind = weights, gap, maxi_kind

    @cached_property
    def shares(self) -> tuple[Floats, Floats]:
        """P and S of every party, 0 for organisations."""
        actors, gap = self.weights.actors, self.gap
        maxi, mini = (np.array([of.get(id_, 0.0) for id_ in actors]) for of in (gap.maxi, gap.mini))
        return maxi, mini

    @cached_property
    def by_side(self) -> tuple[Floats, Floats]:
        """What is voiced outside and at the table, by interest (k) and side: shape (k, 2) each."""
        (maxi, mini), weights = self.shares, self.weights
        return _two_sides(maxi @ weights.voices), _two_sides(mini @ weights.table_voices)

    @cached_property
    def counted(self) -> Flags:
        """The sides (k, 2) that the outside voices more than the table does."""
        outside, table = self.by_side
        counted: Flags = outside - table > TIE
        return counted

    @property
    def citizens(self) -> list[int]:
        """The rows of citizen parties with a stake."""
        return np.flatnonzero(self.weights.people_at_stake).tolist()

    @property
    def at_table(self) -> list[int]:
        """The rows of those that sit at the table."""
        return [i for i in self.citizens if self.weights.seated[i]]

    def maxi(self) -> Step:
        """Who stands for how much outside."""
        return who_counts(self.weights, self.maxi_kind)

    def mini(self) -> Step:
        """Who stands for how much at the table."""
        return who_counts(self.weights, MINI)

    def voices(self, cells: Iterable[tuple[int, int]], there: bool) -> Step:
        """What parties (rows) say about interests (columns), by side; `there`: those at the table."""
        kind = TABLE_VOICES if there else VOICES
        rows = []
        for i, k in cells:
            weight, total, position = said(self.weights, i, k, there)
            for side, leans in zip(SIDES, ((1 + position) / 2, (1 - position) / 2), strict=True):
                if leans:
                    rows.append(
                        ((actor(self.weights, i), interest(self.weights, k), side_name(side)), (weight, total, leans))
                    )
        return step(kind, rows)

    def attention(self, cells: Iterable[tuple[int, int]], there: bool) -> Step:
        """Which part of their attention parties (rows) spend on interests (columns)."""
        rows = []
        for i, k in cells:
            weight, total, _ = said(self.weights, i, k, there)
            rows.append(((actor(self.weights, i), interest(self.weights, k)), (weight, total)))
        return step(TABLE_ATTENTION if there else ATTENTION, rows)


def maxi_kind(reference: Reference) -> Kind:
    """How those outside are weighed."""
    return AFFECTED if reference == Reference.AFFECTED_PUBLIC else MAXI


def who_counts(weights: Weights, kind: Kind) -> Step:
    """What every citizen party with a stake (for `MINI`, at the table) stands for."""
    rows = np.flatnonzero(weights.people_at_stake & (weights.seated if kind is MINI else weights.hit > 0))
    fields: Mapping[str, Sequence[float] | Floats] = {
        "people": weights.people,
        "seats": weights.seats,
        "hit": weights.hit,
        "influence": [party.influence for party in weights.web.actors],
    }
    return step(
        kind, [((actor(weights, i),), [fields[column.code][i] for column in kind.columns]) for i in rows.tolist()]
    )


def said(weights: Weights, i: int, k: int, there: bool) -> tuple[float, float, float]:
    """The weight a party gives an interest, all its weights together, and its position; `there`: said at the table."""
    stakes = weights.web.stakes_of(weights.actors[i])
    own = {s.interest: (s.weight, s.position) for s in stakes}
    at_table = {
        s.interest: (
            s.weight if s.table_weight is None else s.table_weight,
            s.position if s.table_position is None else s.table_position,
        )
        for s in stakes
    }
    held = at_table if there and any(weight for weight, _ in at_table.values()) else own
    weight, position = held.get(weights.interests[k], (0.0, 0.0))
    return weight, sum(weight for weight, _ in held.values()), position


def actor(weights: Weights, i: int) -> Name:
    """What a row about a party (row) is called by."""
    return "actor", weights.actors[i]


def interest(weights: Weights, k: int) -> Name:
    """What a row about an interest (column) is called by."""
    return "interest", weights.interests[k]


def side_name(side: str) -> Name:
    """What a row about one side of an interest, for or against, is called by."""
    return "side", side


def _two_sides(voices: Floats) -> Floats:
    return voices.reshape(2, -1).T
