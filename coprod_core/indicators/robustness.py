"""How sure we are of the representation gap: what stays when estimates are redrawn (docs/indicators.md, section 8)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from coprod_core.indicators.ask_first import AskFirst, ask_first
from coprod_core.indicators.explanation.reading import described
from coprod_core.indicators.gap import Reference, representation_gap
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.redraw import DRAWS, SEED, Drawn, Redraw, Spreads, checked_draws
from coprod_core.indicators.second_lens import second_lens
from coprod_core.indicators.weights import TIE, Floats, Rows, Weights, divided
from coprod_core.web.conventions import DESIGN

LOW, HIGH = 0.05, 0.95
"""A band leaves out this part of the draws below, and as much above."""

_TIE = 1e-6
"""Draws are in single precision: causes this close are equal, and file order decides."""

_BLOCK = 1 << 20
"""The most numbers per array held at once."""


@dataclass(frozen=True)
class Band:
    """Where nine in ten draws lie, and the middle one."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Standing:
    """How a point reading's outcome stands up to redrawing.

    `id`: the outcome, None when there is none; `share`: the part of the draws with the same outcome, 0..1;
    `others`: the part of the draws that each other outcome had, most first.
    """

    id: str | None
    share: float
    others: Mapping[str, float]


@dataclass(frozen=True)
class Cause(Standing):
    """A main cause. `same_in_both_lenses`: counting every group equally names it too. `unsure_limit`: the meeting's."""

    same_in_both_lenses: bool
    unsure_limit: float = DESIGN.unsure_limit

    @property
    def known(self) -> bool:
        """Whether it may be named: it differs in no more than `unsure_limit` of the draws, and both lenses name it."""
        return self.same_in_both_lenses and self.share >= 1 - self.unsure_limit - TIE


@dataclass(frozen=True, eq=False)
class GapRobustness:
    """Bands (5-95%) of the gap's readings over `draws` draws, its main causes, and whose answer would help most.
    `headline`: how often the interest that is named first stays that; its id is None without a headline.
    """

    draws: int
    places: Band
    attention: Band
    views: Band
    drift: Band
    top_interest: Cause
    top_actor: Cause
    headline: Standing
    ask_first: AskFirst


def gap_robustness(
    weights: Weights,
    reference: Reference = Reference.MAXI_PUBLIC,
    draws: int = DRAWS,
    spreads: Spreads | None = None,
    seed: int = SEED,
) -> GapRobustness | Undefined:
    """The gap, redrawn `draws` times (1..`MOST_DRAWS`, else `ValueError`); see `Redraw` for what is drawn and how.

    Undefined (`no_citizen_stakes`) as the gap itself. Source: redrawing what goes in is customary for indicators (OECD
    & JRC 2008) and for choices between plans (Lahdelma & Salminen 2001); the spreads are ours.
    """
    count = checked_draws(draws)
    gap, other = representation_gap(weights, reference), second_lens(weights, reference)
    if isinstance(gap, Undefined) or isinstance(other, Undefined):
        return Undefined("no_citizen_stakes")
    drawn = _DrawnGaps(Redraw(weights, spreads, seed, weights.citizens), reference)
    size = max(1, _BLOCK // max(1, len(drawn.redraw.stakes.party)))
    blocks = [drawn.block(range(first, min(count, first + size))) for first in range(0, count, size)]
    places, attention, views, drift, interest, actor, named = (
        np.concatenate(column) for column in zip(*blocks, strict=True)
    )
    limit = weights.web.conventions.unsure_limit
    return GapRobustness(
        draws=count,
        places=band(places),
        attention=band(attention),
        views=band(views),
        drift=band(drift),
        top_interest=_cause(gap.top_interest, _outcomes(weights.interests, interest), other.same_interest, limit),
        top_actor=_cause(gap.top_actor, _outcomes(weights.actors, actor), other.same_actor, limit),
        headline=standing(None if gap.headline is None else gap.headline.interest, _outcomes(weights.interests, named)),
        ask_first=ask_first(drawn.redraw, reference, drawn.missed_for / count, drawn.missed_against / count),
    )


def band(values: Any) -> Band:
    """The band of a reading, from its value in each draw."""
    return Band(*np.quantile(np.asarray(values, dtype=float), (LOW, 0.5, HIGH)).tolist())


def standing(now: str | None, outcomes: Iterable[str | None]) -> Standing:
    """How the outcome `now` stands up to the outcomes of the draws, of which there is at least one."""
    counted = Counter(outcomes)
    total = counted.total()
    others = {id_: times / total for id_, times in counted.most_common() if id_ is not None and id_ != now}
    return Standing(now, counted[now] / total, MappingProxyType(others))


def _cause(now: str | None, outcomes: Iterable[str | None], same_in_both_lenses: bool, limit: float) -> Cause:
    stands = standing(now, outcomes)
    return Cause(stands.id, stands.share, stands.others, same_in_both_lenses, limit)


def _outcomes(ids: tuple[str, ...], rows: Rows) -> list[str | None]:
    return [None if row < 0 else ids[row] for row in rows.tolist()]


class _Speakers:
    """Stakes with the attention they have, to be added up by party and by interest. Arrays handed in are used up: fresh
    memory would cost more than the arithmetic; and attention is in the adding, which spares a walk through them.
    """

    def __init__(self, party: Rows, interest: Rows, attention: Floats, shape: tuple[int, int]) -> None:
        self.party, self.interest, self.attention = party, interest, attention[:, None].astype(np.float32)
        self.by_party, self.by_interest = _adder(party, attention, shape[0]), _adder(interest, attention, shape[1])

    def voices(self, factor: Drawn, position: Drawn, counts: Floats) -> tuple[Drawn, Drawn]:
        """Factors made such that a party's attention sums to what it `counts` for, and the same times position."""
        total = self.by_party @ factor
        factor *= (counts * divided(np.ones(total.shape), total)).astype(np.float32)[self.party]
        position *= factor
        return factor, position

    def attention_of(self, factor: Drawn, counts: Floats) -> Drawn:
        """Per interest the attention of parties that count so much, from factors that are left as they are."""
        total = self.by_party @ factor
        spent = factor * (counts * divided(np.ones(total.shape), total)).astype(np.float32)[self.party]
        attention: Drawn = self.by_interest @ spent
        return attention

    def by_actor(self, share: Drawn, pull: Drawn, both: Drawn, side: Drawn) -> Drawn:
        """Per party the sum of share x `both` + pull x `side`, which are given per interest."""
        share *= both[self.interest]
        pull *= side[self.interest]
        share += pull
        added: Drawn = self.by_party @ share
        return added


class _DrawnGaps:
    """The gap in many draws at once; `missed_for` and `missed_against` (k) count the draws in which the outside voices
    an interest more, on that side, than the table does.

    With `more` and `lean` the surplus outside of attention and of attention x position, the surplus for an interest is
    (more + lean)/2 and against it (more - lean)/2; so no voice has to be made.
    """

    def __init__(self, redraw: Redraw, reference: Reference) -> None:
        self.redraw, self.weights, self.reference = redraw, redraw.weights, reference
        stakes, shape = redraw.stakes, self.weights.attention.shape
        self.everyone = _Speakers(stakes.party, stakes.interest, stakes.attention, shape)
        there = stakes.party[stakes.otherwise], stakes.interest[stakes.otherwise]
        self.there = _Speakers(*there, stakes.table_attention[stakes.otherwise], shape)
        self.people_of_there = _Speakers(*there, stakes.attention[stakes.otherwise], shape)
        speaks_otherwise = np.zeros(shape[0], dtype=bool)
        speaks_otherwise[self.there.party] = True
        self.mini = self.weights.mini[:, None]
        self.as_their_people = np.where(speaks_otherwise[:, None], 0.0, self.mini)
        self.missed_for, self.missed_against = np.zeros(shape[1]), np.zeros(shape[1])

    def block(self, draws: range) -> tuple[Floats, Drawn, Drawn, Drawn, Rows, Rows, Rows]:
        """Places, attention, views and drift, and the rows of the main interest and party, and of the interest named
        first, per draw.
        """
        maxi = self._maxi(self.redraw.people(draws))
        factor, position = self.redraw.factor(draws), self.redraw.position(draws)
        at_table, drift = self._at_table(factor, position)
        table = self.everyone.attention_of(factor, self.as_their_people)
        table = table - np.sum([who.by_interest @ share for who, share, _ in at_table], axis=0)
        voices = [(self.everyone, *self.everyone.voices(factor, position, maxi - self.as_their_people)), *at_table]
        more = np.sum([who.by_interest @ share for who, share, _ in voices], axis=0)
        lean = np.sum([who.by_interest @ pull for who, _, pull in voices], axis=0)
        missed_for, missed_against = np.maximum(0, more + lean) / 2, np.maximum(0, more - lean) / 2
        under_for, under_against = missed_for > _TIE, missed_against > _TIE
        self.missed_for += under_for.sum(axis=1)
        self.missed_against += under_against.sum(axis=1)
        both = (under_for + under_against.astype(np.float32)) / 2
        side = (under_for - under_against.astype(np.float32)) / 2
        by_interest = missed_for + missed_against
        by_actor = np.sum([who.by_actor(share, pull, both, side) for who, share, pull in voices], axis=0)
        return (
            np.maximum(0.0, maxi - self.mini).sum(axis=0),
            np.maximum(0, more).sum(axis=0),
            by_interest.sum(axis=0),
            drift,
            _largest(by_interest),
            _largest(by_actor),
            self._named_first(by_interest, more + table, table),
        )

    def _named_first(self, by_interest: Drawn, outside: Drawn, table: Drawn) -> Rows:
        """Per draw the unheard interest that causes most, or where none is unheard the one that does."""
        limit = self.weights.web.conventions.unheard_limit
        unheard = (outside > _TIE) & (table < limit * outside - _TIE)
        named = np.where(unheard, by_interest, 0)
        return _largest(np.where(unheard.any(axis=0), named, by_interest))

    def _maxi(self, people: Floats) -> Floats:
        weights = self.weights
        outside = people if self.reference == Reference.AFFECTED_PUBLIC else people - weights.seats[:, None]
        amounts = np.maximum(0.0, outside) * (weights.hit * weights.citizens)[:, None]
        return divided(amounts, amounts.sum(axis=0))

    def _at_table(self, factor: Drawn, position: Drawn) -> tuple[list[tuple[_Speakers, Drawn, Drawn]], Drawn]:
        """What parties that speak otherwise at the table say there, to be taken from the outside's; and the drift.

        Drift is half the absolute difference between voices and those at the table, on both sides together: with s and
        p the differences in attention and in pull, (|s + p| + |s - p|)/4 = max(|s|, |p|)/2.
        """
        if not len(self.there.party):
            return [], np.zeros(factor.shape[1], dtype=np.float32)
        rows = self.redraw.stakes.otherwise
        said_factor, said_position = self.redraw.said(factor, position)
        said_share, said_pull = self.there.voices(said_factor, said_position, -self.mini)
        share, pull = self.people_of_there.voices(factor[rows], position[rows], self.mini)
        differences = (self._difference(share, said_share), self._difference(pull, said_pull))
        drift: Drawn = np.maximum(*differences, out=differences[0]).sum(axis=0) / 2
        return [(self.there, said_share, said_pull)], drift

    def _difference(self, own: Drawn, said: Drawn) -> Drawn:
        """How far apart is what people say by their attention and what is said for them, less than 0, at the table."""
        own *= self.people_of_there.attention
        own += self.there.attention * said
        return np.abs(own, out=own)


def _adder(rows: Rows, attention: Floats, count: int) -> Any:
    """A matrix that adds up rows of draws, each times its attention."""
    from scipy.sparse import csr_array  # takes long to load, and nothing else here needs it

    shape = count, len(rows)
    return csr_array((attention.astype(np.float32), (rows, np.arange(len(rows)))), shape=shape)


def _largest(values: Drawn) -> Rows:
    """Per draw the first row that is largest, -1 where none is above 0."""
    most = values.max(axis=0, initial=0.0)
    first: Rows = (values >= most - _TIE).argmax(axis=0)
    return np.where(most > _TIE, first, -1)


# -- explained ------------------------------------------------------------------------------------------------------

_SOURCES = "Lahdelma & Salminen (2001)", "OECD & JRC (2008)"

READINGS = (
    described("sure.band", "the 5% and the 95% quantile, and the median, of a reading over the draws", *_SOURCES),
    described("sure.cause", "draws with the same main cause / all draws; named where both lenses agree", *_SOURCES),
    described("sure.headline", "draws with the same interest named first / all draws", *_SOURCES),
)
