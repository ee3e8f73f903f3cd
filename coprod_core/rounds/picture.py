"""What a number of people say of one interest, taken together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from coprod_core.rounds.values import Answer, Counts
from coprod_core.web.conventions import WEIGHT_NAMES

TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Picture:
    """The answers of `people` (at least 1) on one interest.

    `weight` (0..1): the mean of their weights. `position` (-1..1): their sides, each counted by its weight, so that
    weight x position is their mean pull; 1 where nobody is affected. `spread` (0..1): the standard deviation of their
    pulls: 0 when all say the same, 1 when half of them want it as strongly as can be and half oppose it as strongly.
    """

    people: int
    weight: float
    position: float
    spread: float


def picture(counts: Counts, levels: Sequence[float]) -> Picture | None:
    """The picture of these answers, with the four weight words as numbers; None when there are none."""
    people = sum(counts.values())
    if not people:
        return None
    level = dict(zip(WEIGHT_NAMES, levels, strict=True))

    def pull_of(answer: Answer) -> float:
        return level[answer.weight] if answer.wants else -level[answer.weight]

    weight = _mean(counts, people, lambda answer: level[answer.weight])
    pull = _mean(counts, people, pull_of)
    variance = _mean(counts, people, lambda answer: (pull_of(answer) - pull) ** 2)
    position = max(-1.0, min(1.0, pull / weight)) if weight else 1.0
    return Picture(people, weight, position, sqrt(variance))


def _mean(counts: Counts, people: int, of: Callable[[Answer], float]) -> float:
    return float(sum(of(answer) * count for answer, count in counts.items()) / people)


def most_different(pictures: Mapping[str, Picture]) -> str | None:
    """The interest people differ on most: the next to talk about. None when they differ on nothing; ties: the first."""
    most = max((picture.spread for picture in pictures.values()), default=0.0)
    if most <= TIE:
        return None
    return next(interest for interest, picture in pictures.items() if picture.spread >= most - TIE)
