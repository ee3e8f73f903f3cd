"""Who to talk to first: pairs that share one thing and clash on another (docs/indicators.md, section 4)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from coprod_core.indicators.conflict import Clash
from coprod_core.indicators.conflict.explained import PULL, pulls
from coprod_core.indicators.explanation.people import actor, interest
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    AMBIVALENT,
    HALF_AGAINST,
    HALF_TOGETHER,
    Column,
    Ingredients,
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
from coprod_core.indicators.weights import TIE, Floats, Rows, Weights

PLACE = ("ambivalence",)

_BLOCK = 1 << 20
"""The most numbers per array held at once."""


class Ambivalence(NamedTuple):
    """A pair of parties, `a` before `b` in file order, that share something and clash on something: `ambivalence` 0..1,
    1 where both are as strong. `clash_on`, `accord_on`: the interest that carries most of each.
    """

    a: str
    b: str
    ambivalence: float
    clash_on: str
    accord_on: str


def who_to_talk_to_first(weights: Weights, clash: Clash) -> tuple[Ambivalence, ...]:
    """The pairs with more than `ambivalent_from` in common, both clash and accord, by 2 min / (clash + accord).

    Largest first, then file order. Interest k carries half of what pulls apart (or together) between it and any other,
    from either side. Source: after MACTOR (Godet).
    """
    both = clash.clash + clash.accord
    wanted = (both > weights.web.conventions.ambivalent_from + TIE) & (clash.clash > TIE) & (clash.accord > TIE)
    rows, columns = np.nonzero(wanted)
    upper = rows < columns
    rows, columns = rows[upper], columns[upper]
    if not len(rows):
        return ()
    ambivalence = 2 * np.minimum(clash.clash, clash.accord)[rows, columns] / both[rows, columns]
    order = largest_first(ambivalence)
    rows, columns = rows[order], columns[order]
    clash_on, accord_on = _carried_most(weights, rows, columns)
    ids, interests = weights.actors, weights.interests
    told = (values.tolist() for values in (rows, columns, ambivalence[order], clash_on, accord_on))
    return tuple(
        Ambivalence(ids[a], ids[b], how, interests[x], interests[y]) for a, b, how, x, y in zip(*told, strict=True)
    )


def of(readings: Readings) -> tuple[Ambivalence, ...]:
    """Who to talk to first in a web, found once."""
    return readings.once(__name__, lambda: who_to_talk_to_first(readings.weights, readings.clash))


def data(pairs: Sequence[Ambivalence]) -> list[dict[str, Any]]:
    """The pairs as plain JSON data."""
    return [
        {
            "a": pair.a,
            "b": pair.b,
            "ambivalence": pair.ambivalence,
            "clash_on": pair.clash_on,
            "accord_on": pair.accord_on,
        }
        for pair in pairs
    ]


def carried(weights: Weights, one: Rows, other: Rows) -> tuple[Floats, Floats]:
    """Per pair of parties what each interest carries of their clash and of their accord; shape (pairs, k) each."""
    shared = _either_way(weights.strength, weights.related_strength, one, other)
    together = _either_way(weights.pull, weights.related_pull, one, other)
    return (shared - together) / 4, (shared + together) / 4


def _either_way(own: Floats, related: Floats, one: Rows, other: Rows) -> Floats:
    return own[one] * related[other] + own[other] * related[one]


def _carried_most(weights: Weights, rows: Rows, columns: Rows) -> tuple[Rows, Rows]:
    """Per pair the place of the interest that carries most of the clash, and of the accord."""
    clash_on, accord_on = np.empty((2, len(rows)), dtype=np.intp)
    block = max(1, _BLOCK // max(1, len(weights.interests)))
    for start in range(0, len(rows), block):
        some = slice(start, start + block)
        for most, part in zip((clash_on, accord_on), carried(weights, rows[some], columns[some]), strict=True):
            most[some] = (part >= part.max(axis=1)[:, None] - TIE).argmax(axis=1)
    return clash_on, accord_on


# -- explained ------------------------------------------------------------------------------------------------------

_PULLS = (Column("pull_first"), Column("compatibility", Unit.LEVEL), Column("pull_second"))

CARRIED_APART = Kind("carried_apart", _PULLS, HALF_AGAINST, Together.SUM)
CARRIED_TOGETHER = Kind("carried_together", _PULLS, HALF_TOGETHER, Together.SUM)
AMBIVALENCE = Kind(
    "ambivalence", (Column("clash", reading="clash.clash"), Column("accord", reading="clash.accord")), AMBIVALENT
)


def _pairs(readings: Readings) -> Iterable[Subject]:
    return [(pair.a, pair.b) for pair in of(readings)]


def _pair(readings: Readings, subject: Subject) -> Ambivalence:
    return next(pair for pair in of(readings) if (pair.a, pair.b) == subject)


def _rows(readings: Readings, subject: Subject) -> tuple[int, int]:
    return readings.weights.actors.index(subject[0]), readings.weights.actors.index(subject[1])


def _ambivalence(readings: Readings, subject: Subject) -> Iterable[Step]:
    i, j = _rows(readings, subject)
    names: tuple[Name, ...] = (("actor", subject[0]), ("other_actor", subject[1]))
    return (step(AMBIVALENCE, [(names, (readings.clash.clash[i, j], readings.clash.accord[i, j]))]),)


def _part(on: str, kind: Kind) -> Callable[[Readings, Subject], Iterable[Step]]:
    """What one interest carries: half of what it does with every other, from either side."""

    def taken(readings: Readings, subject: Subject) -> Iterable[Step]:
        weights, (i, j) = readings.weights, _rows(readings, subject)
        k = weights.interests.index(getattr(_pair(readings, subject), on))
        columns = range(len(weights.interests))
        links = [(k, m) for m in columns] + [(m, k) for m in columns]
        links = [(a, b) for a, b in links if weights.pull[i, a] and weights.compatibility[a, b] and weights.pull[j, b]]
        rows: list[Ingredients] = [
            (
                (actor(weights, i), interest(weights, a), actor(weights, j), interest(weights, b)),
                (weights.pull[i, a], weights.compatibility[a, b], weights.pull[j, b]),
            )
            for a, b in links
        ]
        return pulls(weights, i, j, links), step(kind, rows)

    return taken


def _carried_by(on: str, kind: Kind) -> Callable[[Readings, Subject], float]:
    def value(readings: Readings, subject: Subject) -> float:
        weights, (i, j) = readings.weights, _rows(readings, subject)
        parts = carried(weights, np.array([i]), np.array([j]))[kind is CARRIED_TOGETHER]
        return float(parts[0, weights.interests.index(getattr(_pair(readings, subject), on))])

    return value


def _reading(name: str, formula: str, **further: Any) -> Reading:
    return Reading(
        code=f"ambivalence.{name}",
        chapter="clash",
        formula=formula,
        undefined=("nothing_ambivalent",),
        sources=("Godet, MACTOR",),
        about=("actor", "other_actor"),
        subjects=_pairs,
        **further,
    )


READINGS = (
    _reading(
        "ambivalence",
        "2 × min(clash, accord) / (clash + accord)",
        kinds=(AMBIVALENCE,),
        value=lambda readings, subject: _pair(readings, subject).ambivalence,
        steps=_ambivalence,
    ),
    _reading(
        "clash_on",
        "Σ_l ½ max(0, −(x_ik × C_kl × x_jl)) + Σ_l ½ max(0, −(x_il × C_lk × x_jk))",
        kinds=(PULL, CARRIED_APART),
        value=_carried_by("clash_on", CARRIED_APART),
        steps=_part("clash_on", CARRIED_APART),
    ),
    _reading(
        "accord_on",
        "Σ_l ½ max(0, x_ik × C_kl × x_jl) + Σ_l ½ max(0, x_il × C_lk × x_jk)",
        kinds=(PULL, CARRIED_TOGETHER),
        value=_carried_by("accord_on", CARRIED_TOGETHER),
        steps=_part("accord_on", CARRIED_TOGETHER),
    ),
)
