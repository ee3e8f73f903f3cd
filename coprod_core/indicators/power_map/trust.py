"""Where interests meet those of one party, and with whom to begin a talk (after Factor C's *vertrouwensmatrix*)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from coprod_core.indicators import power_map
from coprod_core.indicators.minimax import largest_first
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import rows_of
from coprod_core.indicators.weights import TIE, Floats, Weights

MOST_TALKS = 3
"""How many talks to begin with are shown at most."""


class Side(StrEnum):
    """How the interests of two parties meet."""

    OPPOSED = "opposed"
    PARTLY = "partly"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Meeting:
    """How one party meets the viewpoint. `x` (-1..1): what goes together less what clashes, as a part of both; None
    where they do not touch.
    """

    id: str
    x: float | None
    side: Side | None

    @property
    def ambivalence(self) -> float | None:
        """2 min(clash, accord) / (clash + accord) = 1 - |x|, 0..1; None where they do not touch."""
        return None if self.x is None else 1 - abs(self.x)


@dataclass(frozen=True, slots=True)
class Talk:
    """A party to begin a talk with. `share`, `clash`: an interest of the viewpoint's and one of theirs, by id."""

    id: str
    share: tuple[str, str]
    clash: tuple[str, str]


def meetings(readings: Readings, viewpoint: str) -> Mapping[str, Meeting]:
    """How every other party meets the viewpoint, in file order."""
    weights, row = readings.weights, rows_of(readings.weights)[viewpoint]
    clash, accord = readings.clash.clash[row].tolist(), readings.clash.accord[row].tolist()
    limit = weights.web.conventions.mixed_limit
    return {id_: _meeting(id_, accord[i], clash[i], limit) for i, id_ in enumerate(weights.actors) if id_ != viewpoint}


def _meeting(id_: str, accord: float, clash: float, limit: float) -> Meeting:
    return met(id_, (accord - clash) / (accord + clash), limit) if accord + clash > TIE else Meeting(id_, None, None)


def met(id_: str, x: float, limit: float) -> Meeting:
    """A party that meets the viewpoint, or a plan, at `x`."""
    side = Side.OPPOSED if x <= -limit + TIE else Side.TOGETHER if x >= limit - TIE else Side.PARTLY
    return Meeting(id_, x, side)


def to_plan(readings: Readings, plan: str) -> Mapping[str, Meeting]:
    """The same with the standpoint to a plan in the place of interests."""
    weights, plans = readings.weights, readings.plans
    serves = plans.serves[plans.ids.index(plan)].tolist()
    limit = weights.web.conventions.mixed_limit
    return {
        id_: met(id_, serves[i], limit) if weights.staked[i] else Meeting(id_, None, None)
        for i, id_ in enumerate(weights.actors)
    }


def talks(readings: Readings, viewpoint: str) -> tuple[Talk, ...]:
    """With whom to begin: parties that share something with the viewpoint and clash on something, quiet ones first,
    then by how much of both; three at most. Source: after MACTOR (Godet).
    """
    weights, on_map = readings.weights, power_map.of(readings)
    wanted = [*_ambivalent(readings, viewpoint)]
    mixed = np.array([how for _, how in wanted])
    by_both = [wanted[at][0] for at in largest_first(mixed).tolist()] if wanted else []
    first = sorted(by_both, key=lambda id_: not on_map[id_].quiet)[:MOST_TALKS]
    return tuple(_talk(weights, viewpoint, id_) for id_ in first)


def _ambivalent(readings: Readings, viewpoint: str) -> Iterator[tuple[str, float]]:
    row, least = rows_of(readings.weights)[viewpoint], readings.weights.web.conventions.ambivalent_from
    clash, accord = readings.clash.clash[row].tolist(), readings.clash.accord[row].tolist()
    for i, id_ in enumerate(readings.weights.actors):
        both = clash[i] + accord[i]
        if id_ != viewpoint and both > least + TIE and min(clash[i], accord[i]) > TIE:
            yield id_, 2 * min(clash[i], accord[i]) / both


def _talk(weights: Weights, viewpoint: str, other: str) -> Talk:
    rows = rows_of(weights)
    cells = weights.pull[rows[viewpoint]][:, None] * weights.compatibility * weights.pull[rows[other]][None, :]
    return Talk(other, _largest(weights, cells), _largest(weights, -cells))


def _largest(weights: Weights, cells: Floats) -> tuple[str, str]:
    """The two interests of the largest cell, the first of equals in file order."""
    at = int((cells.ravel() >= cells.max() - TIE).argmax())
    k, other = divmod(at, len(weights.interests))
    return weights.interests[k], weights.interests[other]
