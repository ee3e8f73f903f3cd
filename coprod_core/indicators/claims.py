"""A claim to seats: who could have more chairs than they hold (docs/indicators.md, section 3). Never a quota."""

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from math import inf
from typing import Any, NamedTuple

import numpy as np

from coprod_core.indicators.explanation.people import actor
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    FLOOR,
    Column,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.minimax import largest_first
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Flags, Weights, least_weight

PLACE = ("claims",)

SIDES = ("for", "against", "divided")


class Claim(NamedTuple):
    """Groups that want the same and hold fewer chairs than they could have. `interests`: what they want, as pairs of
    interest and side (`for`, `against`, `divided`); `parties`: who they are; `share`: their part of the affected public
    (0..1); `earned`: the chairs that come with that part, `has`: those they hold, which may be a fraction.
    """

    interests: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]
    share: float
    earned: int
    has: float


def claims_to_seats(weights: Weights) -> tuple[Claim, ...] | Undefined:
    """Per interest and side, those to whom it is at least "affects their plans": of n seats of citizens, one in n of
    the affected public could have one. Listed where `has` < `earned`, the largest difference first; interests and sides
    of the very same groups are one line. One seat may speak for several interests, so claims do not add up to n.

    Undefined (`nobody_seated`) where no citizen party with a stake has a seat. Inspired by justified representation
    (Aziz et al. 2017); people count here by how hard they are hit, one interest at a time, so it is not the theorem.
    """
    seats = weights.seats * weights.people_at_stake
    n = float(seats.sum())
    if not n:
        return Undefined("nobody_seated")
    wants = _wants(weights)
    share, has = np.array((weights.affected, seats)) @ wants.astype(float)
    earned = np.floor(n * share + TIE)
    short = np.flatnonzero((earned >= 1) & (has < earned - TIE))
    if not len(short):
        return ()
    those, width = wants.T[short].tobytes(), len(weights.actors)
    same: dict[bytes, list[int]] = {}
    for place, column in enumerate(short.tolist()):
        same.setdefault(those[place * width : (place + 1) * width], []).append(column)
    part, could, holds = share.tolist(), earned.tolist(), has.tolist()
    found = [
        Claim(
            interests=tuple((weights.interests[column // 3], SIDES[column % 3]) for column in columns),
            parties=tuple(compress(weights.actors, parties)),
            share=part[columns[0]],
            earned=int(could[columns[0]]),
            has=holds[columns[0]],
        )
        for parties, columns in same.items()
    ]
    order = largest_first(np.array([claim.earned - claim.has for claim in found], dtype=float))
    return tuple(found[row] for row in order.tolist())


def of(readings: Readings) -> tuple[Claim, ...] | Undefined:
    """The claims of a web, made once."""
    return readings.once(__name__, lambda: claims_to_seats(readings.weights))


def data(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """The claims as plain JSON data."""
    return [
        {
            "interests": [list(pair) for pair in claim.interests],
            "parties": list(claim.parties),
            "share": claim.share,
            "earned": claim.earned,
            "has": claim.has,
        }
        for claim in claims
    ]


def chairs_of_residents(weights: Weights) -> tuple[float, float]:
    """The chairs of citizen parties, and those of all parties."""
    return float(weights.seats[weights.citizens].sum()), float(weights.seats.sum())


def _wants(weights: Weights) -> Flags:
    """Who wants what enough, shape (n, 3k): for, against and divided per interest."""
    held = weights.weight >= least_weight(weights)
    held &= weights.people_at_stake[:, None]
    wants = np.empty((3, *held.shape), dtype=bool)
    np.greater(weights.position, TIE, out=wants[0])
    np.less(weights.position, -TIE, out=wants[1])
    np.logical_not(wants[0] | wants[1], out=wants[2])
    wants &= held
    return wants.transpose(1, 2, 0).reshape(len(held), -1)


# -- explained ------------------------------------------------------------------------------------------------------

_Q, _SEATS = Column("affected_share", reading="gap.affected"), Column("seats", Unit.COUNT)

CLAIM_SHARE = Kind("claim_share", (_Q,), together=Together.SUM)
CHAIRS = Kind("chairs", (_SEATS,), together=Together.SUM, unit=Unit.COUNT)
EARNED = Kind(
    "earned", (Column("chairs", Unit.COUNT), Column("claim_share", reading="claims.share")), FLOOR, unit=Unit.COUNT
)
HELD = Kind("held", (_SEATS,), together=Together.SUM, unit=Unit.COUNT)


def _claimed(readings: Readings) -> Iterable[Subject]:
    found = of(readings)
    return [] if isinstance(found, Undefined) else [pair for claim in found for pair in claim.interests]


def _claim(readings: Readings, subject: Subject) -> Claim:
    found = of(readings)
    assert not isinstance(found, Undefined)
    return next(claim for claim in found if subject in claim.interests)


def _share(readings: Readings, subject: Subject) -> Step:
    weights, parties = readings.weights, _claim(readings, subject).parties
    rows = [weights.actors.index(id_) for id_ in parties]
    return step(CLAIM_SHARE, [((actor(weights, i),), (weights.affected[i],)) for i in rows])


def _chairs(readings: Readings, kind: Kind, rows: Iterable[int]) -> Step:
    weights = readings.weights
    return step(kind, [((actor(weights, i),), (weights.seats[i],)) for i in rows])


def _earned(readings: Readings, subject: Subject) -> Iterable[Step]:
    weights = readings.weights
    chairs = _chairs(readings, CHAIRS, np.flatnonzero(weights.people_at_stake & weights.seated).tolist())
    share = _share(readings, subject)
    about: tuple[Name, ...] = (("interest", subject[0]), ("side", subject[1]))
    return chairs, share, step(EARNED, [(about, (chairs.result or 0.0, share.result or 0.0))])


def _held(readings: Readings, subject: Subject) -> Iterable[Step]:
    rows = [readings.weights.actors.index(id_) for id_ in _claim(readings, subject).parties]
    return (_chairs(readings, HELD, rows),)


def _reading(
    name: str,
    formula: str,
    kinds: tuple[Kind, ...],
    steps: Callable[[Readings, Subject], Iterable[Step]],
    unit: Unit = Unit.COUNT,
) -> Reading:
    return Reading(
        code=f"claims.{name}",
        chapter="gap",
        formula=formula,
        high=1.0 if unit == Unit.SHARE else inf,
        unit=unit,
        undefined=("nobody_seated",),
        sources=("Aziz et al. (2017)",),
        about=("interest", "side"),
        kinds=kinds,
        subjects=_claimed,
        value=lambda readings, subject: float(getattr(_claim(readings, subject), name)),
        steps=steps,
    )


READINGS = (
    _reading(
        "share",
        "Σ Q_i over those who want it and to whom it is at least ‘affects their plans’",
        (CLAIM_SHARE,),
        lambda readings, subject: (_share(readings, subject),),
        Unit.SHARE,
    ),
    _reading("earned", "⌊n × share⌋ with n the seats of residents", (CHAIRS, CLAIM_SHARE, EARNED), _earned),
    _reading("has", "Σ seats_i of the same groups", (HELD,), _held),
)
