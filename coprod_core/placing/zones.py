"""The zones of the article's figure 1 on the canvas, and the room that parties and interests take in them.

Canvas coordinates: x to the right, y down. The picture measures 950 x 410 until it holds more than fits; then it grows
outwards, and nothing that has a place moves.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coprod_core.web.model import Actor, Sphere, Web

Point = tuple[float, float]

COLUMN = 164.0
GROUP_ROW, ORGANISATION_ROW = 84.0, 66.0
"""The room a party takes: a group of residents carries a badge above its box and words under it."""

INTEREST_COLUMN, INTEREST_ROW = 116.0, 100.0
"""The room an interest takes, with its name and "not heard yet" under it."""

POLITICS_TOP, BETWEEN_ZONES = 330.0, 12.0
SHIFT = COLUMN / 2
"""By how much the edge of the organisations moves at a time."""

_ORGANISATIONS_RIGHT, _CITIZENS_LEFT = 196.0, 576.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the canvas."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, or on its edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether it overlaps another; touching is not overlapping."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of figure 1. `split`: the height where the own organisation ends and other organisations begin."""

    organisations: Box
    split: float
    politics: Box
    citizens: Box
    table: Box

    @property
    def middle(self) -> Box:
        """Between organisations and citizens: interests, and the professional where both meet."""
        return Box(
            self.organisations.right + BETWEEN_ZONES,
            self.organisations.top,
            self.citizens.left - BETWEEN_ZONES,
            self.organisations.bottom,
        )


def party_room(at: Point, sphere: Sphere) -> Box:
    """What a party covers, generously."""
    up, down = (40.0, 44.0) if sphere == Sphere.CITIZENS else (33.0, 33.0)
    return Box(at[0] - COLUMN / 2, at[1] - up, at[0] + COLUMN / 2, at[1] + down)


def interest_room(at: Point) -> Box:
    """What an interest covers, with its name under it, generously."""
    return Box(at[0] - INTEREST_COLUMN / 2, at[1] - 26, at[0] + INTEREST_COLUMN / 2, at[1] + INTEREST_ROW - 26)


def zones(web: Web) -> Zones:
    """The zones that hold every node that has a place, each at least as large as in figure 1."""
    return zones_of(places_of(web.actors), [(i.x, i.y) for i in web.interests if i.x is not None and i.y is not None])


Standing = tuple[Sphere, bool, Point]
"""A party's sphere, whether it is at the table, and where it stands."""


def places_of(actors: Iterable[Actor]) -> list[Standing]:
    """The parties that have a place."""
    return [(a.sphere, a.seated, (a.x, a.y)) for a in actors if a.x is not None and a.y is not None]


def zones_of(parties: Sequence[Standing], interests: Sequence[Point]) -> Zones:
    """The zones that hold parties and interests at these places."""
    organisations = [at for sphere, _, at in parties if _in_organisations(sphere)]
    citizens = [at for sphere, _, at in parties if sphere == Sphere.CITIZENS]
    seated = [at for sphere, at_table, at in parties if sphere == Sphere.CITIZENS and at_table]
    outside = [at for sphere, at_table, at in parties if sphere == Sphere.CITIZENS and not at_table]
    politics = [at for sphere, _, at in parties if sphere == Sphere.POLITICAL_AUTHORITY]
    bottom = _grown(406, [*((y + 22, y + 46) for _, y in citizens), *((y + 16, y + 34) for _, y in politics)])
    top = -_grown(-4, [*((70 - y, 100 - y) for _, y in citizens), *((54 - y, 86 - y) for _, y in organisations)])
    top = min(top - (headroom(bottom - top) if top < 4 else 0), -_grown(-4, [(10 - y, 26 - y) for _, y in interests]))
    left = -_grown(-4, [(40 - x, 88 - x) for x, _ in (*organisations, *politics)])
    right = _grown(946, [(x + 40, x + 88) for x, _ in (*outside, *seated)])
    organisations_right = _organisations_right(organisations)
    organisations_left = min(left, organisations_right - 192)
    table = Box(588, top + 30, _table_right(seated, outside), bottom - 8)
    return Zones(
        organisations=Box(organisations_left, top, organisations_right, POLITICS_TOP - BETWEEN_ZONES),
        split=_split(parties, top),
        politics=Box(left, POLITICS_TOP, _CITIZENS_LEFT - BETWEEN_ZONES, bottom),
        citizens=Box(_CITIZENS_LEFT, top, max(right, table.right + 12), bottom),
        table=table,
    )


def _grown(edge: float, needs: Iterable[tuple[float, float]]) -> float:
    """An edge pushed outwards by what stands over it: (how far the core of a thing reaches, what it then needs)."""
    return max([edge, *(needed for core, needed in needs if core > edge)])


def headroom(height: float) -> float:
    """What headings need above the first row beyond the usual: they are drawn larger against a higher picture."""
    return max(0.0, min(36.0, (height - 402) / 15))


def _organisations_right(organisations: Sequence[Point]) -> float:
    """The edge moves by half columns, and only when every organisation stands further to the left."""
    if not organisations:
        return _ORGANISATIONS_RIGHT
    free = _ORGANISATIONS_RIGHT - max(x for x, _ in organisations) - COLUMN / 2
    return _ORGANISATIONS_RIGHT - SHIFT * max(0, int(free // SHIFT))


def _table_right(seated: Sequence[Point], outside: Sequence[Point]) -> float:
    """Wide enough for those at the table, without taking in anybody who is not."""
    needed = _grown(764, [(x + 40, x + 84) for x, _ in seated])
    nearest = min((x - 84 for x, _ in outside if x > 764), default=math.inf)
    return max(764.0, min(needed, nearest))


def _split(parties: Sequence[Standing], top: float) -> float:
    own = max((at[1] for sphere, _, at in parties if sphere == Sphere.OWN_ORGANISATION), default=None)
    other = min((at[1] for sphere, _, at in parties if sphere == Sphere.OTHER_ORGANISATION), default=None)
    split = min(150.0, other - 56) if other is not None else 150.0
    if own is not None and split < own + 34:
        split = own + 34
    return max(split, top + 60)


def _in_organisations(sphere: Sphere) -> bool:
    return sphere in (Sphere.OWN_ORGANISATION, Sphere.OTHER_ORGANISATION)
