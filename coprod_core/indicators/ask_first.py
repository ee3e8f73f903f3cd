"""Which single estimate matters most to the gap: "ask this first" (docs/indicators.md, section 8)."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from coprod_core.indicators.explanation.reading import described
from coprod_core.indicators.gap import Reference, maxi_public
from coprod_core.indicators.redraw import Redraw, Stakes
from coprod_core.indicators.weights import TIE, Floats, divided

MOST_ASKED = 10
"""The list stops here: nobody asks more than this first."""


@cache
def _rungs() -> Floats:
    """The middles of 256 equally likely parts of a normal variable."""
    from scipy.special import ndtri  # takes long to load, and nothing else here needs it

    rungs: Floats = ndtri((np.arange(256) + 0.5) / 256)
    return rungs


@dataclass(frozen=True)
class Ask:
    """An estimated stake, and the part of the variance of `views` that it causes, 0..1."""

    actor: str
    interest: str
    share: float


@dataclass(frozen=True)
class AskFirst:
    """`stakes`: at most `MOST_ASKED` estimated stakes, that which causes most first, without those that cause nothing;
    `people`: the part that numbers of people cause, 0..1. Together at most 1.
    """

    stakes: tuple[Ask, ...]
    people: float


def ask_first(redraw: Redraw, reference: Reference, missed_for: Floats, missed_against: Floats) -> AskFirst:
    """How much of the variance of `views` each uncertain thing causes by itself, to first order (the delta method).

    `missed_for`, `missed_against` (k): the part of the draws in which the outside voices an interest more on that side
    than the table does; there, and only there, a voice counts. So this ranking has no noise of its own.
    """
    weights, stakes = redraw.weights, redraw.stakes
    maxi, mini = maxi_public(weights, reference), weights.mini
    party = stakes.party
    counts = (missed_for + missed_against)[stakes.interest] / 2, (missed_for - missed_against)[stakes.interest] / 2
    worth = counts[0] + counts[1] * stakes.position
    said_worth = counts[0] + counts[1] * stakes.table_position
    follows, sways = np.where(stakes.weight_said, 0.0, 1.0), np.where(stakes.position_said, 0.0, 1.0)

    def per_unit(attention: Floats, value: Floats) -> Floats:
        """How the worth of a party's voice changes with a stake's factor: the others' attention makes room."""
        return attention * (value - _of_party(stakes, attention * value)[party])

    by_factor = maxi[party] * per_unit(stakes.attention, worth)
    by_factor -= mini[party] * follows * per_unit(stakes.table_attention, said_worth)
    by_position = counts[1] * (maxi[party] * stakes.attention - mini[party] * sways * stakes.table_attention)
    of_stakes = by_factor**2 * stakes.variance + by_position**2 * _variance(stakes.position, redraw.spreads.position)
    of_people = float(((_by_people(redraw, reference, maxi, worth) * redraw.spreads.people) ** 2).sum())
    total = float(of_stakes.sum()) + of_people
    if total <= TIE**2:
        return AskFirst((), 0.0)
    shares = np.where(stakes.estimate, of_stakes / total, 0.0)
    order = [row for row in np.argsort(-shares, kind="stable")[:MOST_ASKED].tolist() if shares[row] > TIE]
    asks = tuple(Ask(weights.actors[party[m]], weights.interests[stakes.interest[m]], float(shares[m])) for m in order)
    return AskFirst(asks, of_people / total)


def _of_party(stakes: Stakes, values: Floats) -> Floats:
    return np.bincount(stakes.party, values, int(stakes.party.max(initial=-1)) + 1).astype(float)


def _variance(position: Floats, spread: float) -> Floats:
    """The variance of positions that are normal and then clipped."""
    places, place = np.unique(position, return_inverse=True)
    variance: Floats = np.clip(places[:, None] + spread * _rungs(), -1.0, 1.0).var(axis=1)[place]
    return variance


def _by_people(redraw: Redraw, reference: Reference, maxi: Floats, worth: Floats) -> Floats:
    """How `views` changes with the logarithm of each party's number of people."""
    weights, stakes = redraw.weights, redraw.stakes
    voice = np.zeros(len(weights.actors))
    np.add.at(voice, stakes.party, stakes.attention * worth)
    outside = weights.people if reference == Reference.AFFECTED_PUBLIC else weights.people - weights.seats
    change = divided(weights.people, np.maximum(0.0, outside)) * maxi * (voice - maxi @ voice)
    return np.where(redraw.counted, 0.0, change)


# -- explained ------------------------------------------------------------------------------------------------------

READINGS = (
    described(
        "sure.ask_first",
        "(∂views/∂x)² var(x) / Σ of the same over all that is drawn",
        "Lahdelma & Salminen (2001)",
        "OECD & JRC (2008)",
    ),
)
