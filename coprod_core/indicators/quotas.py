"""Quotas for drawing lots: how many seats for each kind of people, from how the neighbourhood is made up.

Quotas are a choice that people make. These follow from two choices of theirs alone: how many seats there are, and how
much room there is around a share.
"""

from dataclasses import dataclass
from math import ceil, floor

from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Web

MOST_SEATS = 10_000
ALMOST_WHOLE = 1e-9


@dataclass(frozen=True, slots=True)
class Quota:
    """At least `least` and at most `most` of the seats go to people with this value of a feature."""

    feature: str
    value: str
    least: int
    most: int


def quotas(web: Web, seats: int, room: int) -> tuple[Quota, ...]:
    """Per value of a feature its share of the seats, rounded down and up, with `room` seats more on either side.

    `seats` from 1, `room` from 0. Within a feature the least add up to at most the seats and the most to at least the
    seats, so a draw that fits one feature exists; whether one fits all features at once depends on who signs up. A
    feature that counts nobody gets no quotas.
    """
    found: list[Quota] = []
    for held in web.features.values():
        lives_here = sum(one.count for one in held)
        if lives_here:
            found += (_quota(one, one.count / lives_here * seats, seats, room) for one in held)
    return tuple(found)


def _quota(held: Headcount, share: float, seats: int, room: int) -> Quota:
    least, most = floor(share + ALMOST_WHOLE), ceil(share - ALMOST_WHOLE)
    return Quota(held.feature, held.value, max(0, least - room), min(seats, most + room))
