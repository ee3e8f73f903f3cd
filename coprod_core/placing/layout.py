"""Where parties and interests stand on the canvas, in the shape of the article's figure 1."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import Literal, TypeVar

from coprod_core.placing.growing import room_for
from coprod_core.placing.spots import (
    all_spots,
    brickwork,
    by_columns,
    by_rows,
    evenly,
    for_interests,
    from_the_middle,
    meets,
    onwards,
    rows_from,
)
from coprod_core.placing.untangling import Links, heart, spread, untangled
from coprod_core.placing.zones import (
    COLUMN,
    GROUP_ROW,
    INTEREST_COLUMN,
    INTEREST_ROW,
    ORGANISATION_ROW,
    Box,
    Point,
    Standing,
    headroom,
    interest_room,
    party_room,
    places_of,
    zones_of,
)
from coprod_core.web.model import Actor, Interest, Relation, Sphere, Stake, Web

Place = Sphere | Literal["interest"]
Item = TypeVar("Item", Actor, Interest)

_TABLE_COLUMN = 676.0
_MANY_CROSSINGS = 6_000
"""Parties times links. Beyond it, looking which link runs over which party takes seconds, and then minutes."""

_MANY_INTERESTS = 14


def placed(web: Web) -> Web:
    """The web with a place for everything that had none. Deterministic; what has a place keeps it."""
    nodes: tuple[Actor | Interest, ...] = (*web.actors, *web.interests)
    if all(node.x is not None and node.y is not None for node in nodes):
        return web
    actors, interests = _places(web.actors, web.interests, web.stakes, web.relations)
    return replace(
        web,
        actors=tuple(_standing(a, actors) for a in web.actors),
        interests=tuple(_standing(i, interests) for i in web.interests),
    )


def _standing(item: Item, places: Mapping[str, Point]) -> Item:
    x, y = places[item.id]
    return item if (item.x, item.y) == (x, y) else replace(item, x=x, y=y)


def place_for(web: Web, place: Place, at_table: bool = False) -> Point:
    """A free spot for one new party of a sphere, or for one new interest."""
    canvas = _Canvas.of(placed(web))
    if place == "interest":
        return canvas.spot_for_interest()
    return canvas.spot_for_party(Sphere(place), at_table)


def point_of(item: Actor | Interest) -> Point:
    """Where something stands that has a place."""
    if item.x is None or item.y is None:
        raise ValueError(f"{item.id} has no place")
    return (item.x, item.y)


@lru_cache(maxsize=32)
def _places(
    actors: tuple[Actor, ...],
    interests: tuple[Interest, ...],
    stakes: tuple[Stake, ...],
    relations: tuple[Relation, ...],
) -> tuple[Mapping[str, Point], Mapping[str, Point]]:
    standing = [a for a in actors if a.x is not None and a.y is not None]
    known = {i.id: (i.x, i.y) for i in interests if i.x is not None and i.y is not None}
    canvas = _Canvas(places_of(standing), list(known.values()))
    canvas.make_room(actors, len(interests))
    party_at = {a.id: point_of(a) for a in standing}
    for actor in (a for a in actors if a.id not in party_at):
        party_at[actor.id] = canvas.spot_for_party(actor.sphere, actor.seated)
    new = [i.id for i in interests if i.id not in known]
    return party_at, known | canvas.spots_for_interests(new, party_at, stakes, relations)


class _Canvas:
    """The places taken so far, and the free ones in the order in which they are given away."""

    def __init__(self, parties: list[Standing], interests: list[Point]) -> None:
        self.zones = zones_of(parties, interests)
        self._empty = not parties and not interests
        self._steps = dict.fromkeys((True, False), GROUP_ROW)
        self._away = 0
        self._parties = [party_room(at, sphere) for sphere, _, at in parties]
        self._interests = [interest_room(at) for at in interests]

    @classmethod
    def of(cls, web: Web) -> "_Canvas":
        return cls(places_of(web.actors), [point_of(i) for i in web.interests])

    def make_room(self, actors: Sequence[Actor], interests: int) -> None:
        """Enlarges the zones beforehand to a shape that holds everything."""
        self.zones = room_for(self.zones, actors, interests, anew=self._empty)
        for at_table in self._steps:
            groups = sum(1 for a in actors if a.citizens and a.seated == at_table)
            space = self.zones.citizens.bottom - self.zones.citizens.top - 160
            self._steps[at_table] = max(GROUP_ROW, min(1.5 * GROUP_ROW, space / max(1, groups)))
        self._away = groups

    def spot_for_party(self, sphere: Sphere, at_table: bool) -> Point:
        spots = {
            Sphere.CITIZENS: self._table if at_table else self._outside,
            Sphere.OWN_ORGANISATION: self._own,
            Sphere.OTHER_ORGANISATION: self._other,
            Sphere.POLITICAL_AUTHORITY: self._politics,
            Sphere.PROFESSIONAL: self._professional,
        }[sphere]()
        spot = next(at for at in spots if self._free(party_room(at, sphere)))
        self._parties.append(party_room(spot, sphere))
        return spot

    def spot_for_interest(self, wish: Point | None = None) -> Point:
        """The free spot nearest to the wish (the middle of the picture when there is none); above it all when full."""
        zone = for_interests(self.zones)
        wish = wish or ((zone.left + zone.right) / 2, (zone.top + zone.bottom) / 2)
        free = [at for at in all_spots(zone) if self._free(interest_room(at))]
        spot = min(free, key=lambda at: (math.dist(at, wish), at)) if free else self._above(zone)
        self._interests.append(interest_room(spot))
        return spot

    def spots_for_interests(
        self, new: Sequence[str], parties: Mapping[str, Point], stakes: Sequence[Stake], relations: Sequence[Relation]
    ) -> dict[str, Point]:
        """Places between the parties that care, spread over the middle so that names and links stay apart."""
        if not new:
            return {}
        zone, standing = for_interests(self.zones), list(self._interests)
        wishes = spread({id_: heart(id_, parties, stakes, zone) for id_ in new}, zone)
        order = sorted(new, key=lambda id_: (-sum(s.weight for s in stakes if s.interest == id_), id_))
        at = self._in_rows(order, wishes, zone)
        if len(new) > _MANY_INTERESTS or len(parties) * len(stakes) > _MANY_CROSSINGS:
            return at
        free = [spot for spot in all_spots(zone) if not meets(interest_room(spot), [*self._parties, *standing])]
        return untangled(at, free, Links.of(parties, at, stakes, relations))

    def _in_rows(self, order: Sequence[str], wishes: Mapping[str, Point], zone: Box) -> dict[str, Point]:
        """Like bricks in a wall, which wastes the least room."""
        wall = [spot for spot in brickwork(zone) if self._free(interest_room(spot))]
        at: dict[str, Point] = {}
        for id_ in order:
            if not wall:
                at[id_] = self.spot_for_interest(wishes[id_])
                continue
            at[id_] = min(wall, key=lambda spot: (math.dist(spot, wishes[id_]), spot))
            wall.remove(at[id_])
            self._interests.append(interest_room(at[id_]))
        return at

    def _free(self, room: Box) -> bool:
        return not meets(room, self._parties) and not meets(room, self._interests)

    def _above(self, zone: Box) -> Point:
        columns = evenly(zone.left, zone.right, INTEREST_COLUMN)
        spots = ((x, zone.top - row * INTEREST_ROW) for row in count(1) for x in columns)
        return next(spot for spot in spots if self._free(interest_room(spot)))

    def _table(self) -> Iterator[Point]:
        zone = self.zones.table
        columns = [_TABLE_COLUMN + COLUMN * i for i in range(max(1, int((zone.right - zone.left) // COLUMN)))]
        first, last = zone.top + 84 + self._headroom(), zone.bottom - 36
        yield from by_columns(columns, rows_from(first, last, self._steps[True]))
        yield from by_columns(columns, rows_from(first, last, GROUP_ROW / 4))
        yield from by_rows(columns, onwards(zone.bottom + 8, GROUP_ROW))

    def _outside(self) -> Iterator[Point]:
        zone, table = self.zones.citizens, self.zones.table
        first, last = zone.top + 114 + self._headroom(), zone.bottom - 44
        rows = rows_from(first, last, self._steps[False])
        if (used := rows[: self._away]) and used[-1] + GROUP_ROW / 2 <= last:
            rows = [y + GROUP_ROW / 2 for y in used]  # beside the rows at the table, so that links pass between boxes
        for x in (table.right + 92 + COLUMN * i for i in count()):
            yield from ((x, y) for y in (*rows, *rows_from(first, last, GROUP_ROW / 4)))

    def _own(self) -> Iterator[Point]:
        first = self.zones.organisations.top + 86 + self._headroom()
        return self._leftwards(rows_from(first, self.zones.split - 30, ORGANISATION_ROW))

    def _other(self) -> Iterator[Point]:
        first = self.zones.split + 62 + self._headroom() / 2
        return self._leftwards(rows_from(first, self.zones.organisations.bottom - 34, ORGANISATION_ROW))

    def _headroom(self) -> float:
        return headroom(self.zones.citizens.bottom - self.zones.citizens.top)

    def _leftwards(self, rows: Sequence[float]) -> Iterator[Point]:
        first = self.zones.organisations.right - 96
        return by_columns((first - COLUMN * i for i in count()), rows)

    def _politics(self) -> Iterator[Point]:
        zone = self.zones.politics
        columns = from_the_middle(evenly(zone.left + 120, zone.right - 84, COLUMN + 4))
        return by_rows(columns, onwards(zone.top + 41, ORGANISATION_ROW))

    def _professional(self) -> Iterator[Point]:
        middle = self.zones.middle
        zone = for_interests(self.zones)
        centre = (zone.top + zone.bottom + INTEREST_ROW) / 2 - 26
        highest = centre - 70 * int((centre - middle.top - 40) // 70)
        rows = sorted(rows_from(highest, middle.bottom - 34, 70), key=lambda y: abs(y - centre))
        return by_columns((middle.right - 66 - COLUMN * i for i in count()), rows)
