"""Where parties and interests stand on the canvas, in the shape of the article's figure 1.

Canvas coordinates: x to the right, y down. The picture measures 950 x 410 until it holds more than fits; then it grows
outwards, and nothing that has a place moves.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, count
from typing import Literal

from coprod_core.commands import Command, MoveNodes, Together
from coprod_core.model import Actor, Interest, Relation, Sphere, Stake, Web

Point = tuple[float, float]
Place = Sphere | Literal["interest"]

COLUMN = 164.0
GROUP_ROW, ORGANISATION_ROW = 84.0, 66.0
"""The room a party takes: a group of residents carries a badge above its box and words under it."""

INTEREST_COLUMN, INTEREST_ROW = 116.0, 100.0
"""The room an interest takes, with its name and "not heard yet" under it."""

WIDEST = 950 / 410
"""Width : height of the picture. A web that does not fit grows towards this shape."""

_ORGANISATIONS_RIGHT, _CITIZENS_LEFT, _POLITICS_TOP = 196.0, 576.0, 330.0
_TABLE_COLUMN = 676.0
_BETWEEN_ZONES = 12.0
_SHIFT = COLUMN / 2
_MANY_INTERESTS = 14
_ACROSS, _TOO_CLOSE = 300.0, 1.8e6  # against the length of a link: what a place costs where lines or names would meet


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the canvas."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: "Box") -> bool:
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
            self.organisations.right + _BETWEEN_ZONES,
            self.organisations.top,
            self.citizens.left - _BETWEEN_ZONES,
            self.organisations.bottom,
        )


def party_room(at: Point, sphere: Sphere) -> Box:
    """What a party covers, generously."""
    up, down = (40.0, 44.0) if sphere == Sphere.CITIZENS else (33.0, 33.0)
    return Box(at[0] - COLUMN / 2, at[1] - up, at[0] + COLUMN / 2, at[1] + down)


def interest_room(at: Point) -> Box:
    """What an interest covers, with its name under it, generously."""
    return Box(at[0] - INTEREST_COLUMN / 2, at[1] - 26, at[0] + INTEREST_COLUMN / 2, at[1] + INTEREST_ROW - 26)


# -- zones ----------------------------------------------------------------------------------------------------------


def zones(web: Web) -> Zones:
    """The zones that hold every node that has a place, each at least as large as in figure 1."""
    return _zones(_places_of(web.actors), [(i.x, i.y) for i in web.interests if i.x is not None and i.y is not None])


Standing = tuple[Sphere, bool, Point]
"""A party's sphere, whether it is at the table, and where it stands."""


def _places_of(actors: Iterable[Actor]) -> list[Standing]:
    return [(a.sphere, a.seated, (a.x, a.y)) for a in actors if a.x is not None and a.y is not None]


def _zones(parties: Sequence[Standing], interests: Sequence[Point]) -> Zones:
    organisations = [at for sphere, _, at in parties if _in_organisations(sphere)]
    citizens = [at for sphere, _, at in parties if sphere == Sphere.CITIZENS]
    seated = [at for sphere, at_table, at in parties if sphere == Sphere.CITIZENS and at_table]
    outside = [at for sphere, at_table, at in parties if sphere == Sphere.CITIZENS and not at_table]
    politics = [at for sphere, _, at in parties if sphere == Sphere.POLITICAL_AUTHORITY]
    bottom = _grown(406, [*((y + 22, y + 46) for _, y in citizens), *((y + 16, y + 34) for _, y in politics)])
    top = -_grown(-4, [*((70 - y, 100 - y) for _, y in citizens), *((54 - y, 86 - y) for _, y in organisations)])
    top = min(top - (_headroom(bottom - top) if top < 4 else 0), -_grown(-4, [(10 - y, 26 - y) for _, y in interests]))
    left = -_grown(-4, [(40 - x, 88 - x) for x, _ in (*organisations, *politics)])
    right = _grown(946, [(x + 40, x + 88) for x, _ in (*outside, *seated)])
    organisations_right = _organisations_right(organisations)
    organisations_left = min(left, organisations_right - 192)
    table = Box(588, top + 30, _table_right(seated, outside), bottom - 8)
    return Zones(
        organisations=Box(organisations_left, top, organisations_right, _POLITICS_TOP - _BETWEEN_ZONES),
        split=_split(parties, top),
        politics=Box(left, _POLITICS_TOP, _CITIZENS_LEFT - _BETWEEN_ZONES, bottom),
        citizens=Box(_CITIZENS_LEFT, top, max(right, table.right + 12), bottom),
        table=table,
    )


def _grown(edge: float, needs: Iterable[tuple[float, float]]) -> float:
    """An edge pushed outwards by what stands over it: (how far the core of a thing reaches, what it then needs)."""
    return max([edge, *(needed for core, needed in needs if core > edge)])


def _headroom(height: float) -> float:
    """What headings need above the first row beyond the usual: they are drawn larger against a higher picture."""
    return max(0.0, min(36.0, (height - 402) / 15))


def _organisations_right(organisations: Sequence[Point]) -> float:
    """The edge moves by half columns, and only when every organisation stands further to the left."""
    if not organisations:
        return _ORGANISATIONS_RIGHT
    free = _ORGANISATIONS_RIGHT - max(x for x, _ in organisations) - COLUMN / 2
    return _ORGANISATIONS_RIGHT - _SHIFT * max(0, int(free // _SHIFT))


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


# -- places for what has none ---------------------------------------------------------------------------------------


def placed(web: Web) -> Web:
    """The web with a place for everything that had none. Deterministic; what has a place keeps it."""
    if all(item.x is not None and item.y is not None for item in (*web.actors, *web.interests)):
        return web
    actors, interests = _places(web.actors, web.interests, web.stakes, web.relations)
    return replace(
        web,
        actors=tuple(replace(a, x=actors[a.id][0], y=actors[a.id][1]) for a in web.actors),
        interests=tuple(replace(i, x=interests[i.id][0], y=interests[i.id][1]) for i in web.interests),
    )


def place_for(web: Web, place: Place, at_table: bool = False) -> Point:
    """A free spot for one new party of a sphere, or for one new interest."""
    canvas = _Canvas.of(placed(web))
    if place == "interest":
        return canvas.spot_for_interest()
    return canvas.spot_for_party(Sphere(place), at_table)


def with_places(command: Command, web: Web) -> Command:
    """The same act, in which what is new gets a place and a group that crosses the table's edge moves to its side."""
    after = command.applied_to(web)
    actors = {a.id for a in after.actors if a.x is None or a.y is None or _crossed(a, web)}
    interests = {i.id for i in after.interests if i.x is None or i.y is None}
    if not actors and not interests:
        return command
    open_places = replace(
        after, actors=tuple(replace(a, x=None, y=None) if a.id in actors else a for a in after.actors)
    )
    settled = placed(open_places)
    moves = MoveNodes(
        actors={id_: _point(settled.actor_by_id[id_]) for id_ in sorted(actors)},
        interests={id_: _point(settled.interest_by_id[id_]) for id_ in sorted(interests)},
    )
    return Together((*(command.commands if isinstance(command, Together) else (command,)), moves))


def _crossed(actor: Actor, before: Web) -> bool:
    """Sat down or stood up without being put somewhere."""
    earlier = before.actor_by_id.get(actor.id)
    if earlier is None or not actor.citizens or actor.seated == earlier.seated:
        return False
    return (actor.x, actor.y) == (earlier.x, earlier.y)


def _point(item: Actor | Interest) -> Point:
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
    canvas = _Canvas(_places_of(standing), list(known.values()))
    canvas.make_room(actors, len(interests))
    party_at = {a.id: _point(a) for a in standing}
    for actor in (a for a in actors if a.id not in party_at):
        party_at[actor.id] = canvas.spot_for_party(actor.sphere, actor.seated)
    new = [i.id for i in interests if i.id not in known]
    return party_at, known | canvas.spots_for_interests(new, party_at, stakes, relations)


class _Canvas:
    """The places taken so far, and the free ones in the order in which they are given away."""

    def __init__(self, parties: list[Standing], interests: list[Point]) -> None:
        self.zones = _zones(parties, interests)
        self._empty = not parties and not interests
        self._steps = dict.fromkeys((True, False), GROUP_ROW)
        self._away = 0
        self._parties = [party_room(at, sphere) for sphere, _, at in parties]
        self._interests = [interest_room(at) for at in interests]

    @classmethod
    def of(cls, web: Web) -> "_Canvas":
        return cls(_places_of(web.actors), [_point(i) for i in web.interests])

    def make_room(self, actors: Sequence[Actor], interests: int) -> None:
        """Enlarges the zones beforehand to a shape that holds everything."""
        self.zones = _room_for(self.zones, actors, interests, anew=self._empty)
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
        zone = _for_interests(self.zones)
        wish = wish or ((zone.left + zone.right) / 2, (zone.top + zone.bottom) / 2)
        free = [at for at in _spots(zone) if self._free(interest_room(at))]
        spot = min(free, key=lambda at: (math.dist(at, wish), at)) if free else self._above(zone)
        self._interests.append(interest_room(spot))
        return spot

    def spots_for_interests(
        self, new: Sequence[str], parties: Mapping[str, Point], stakes: Sequence[Stake], relations: Sequence[Relation]
    ) -> dict[str, Point]:
        """Places between the parties that care, spread over the middle so that names and links stay apart."""
        zone, standing = _for_interests(self.zones), list(self._interests)
        wishes = _spread({id_: _heart(id_, parties, stakes, zone) for id_ in new}, zone)
        order = sorted(new, key=lambda id_: (-sum(s.weight for s in stakes if s.interest == id_), id_))
        at = self._in_rows(order, wishes, zone)
        if len(new) > _MANY_INTERESTS:
            return at
        free = [spot for spot in _spots(zone) if not _meets(interest_room(spot), [*self._parties, *standing])]
        return _untangled(at, free, _Links.of(parties, at, stakes, relations))

    def _in_rows(self, order: Sequence[str], wishes: Mapping[str, Point], zone: Box) -> dict[str, Point]:
        """Like bricks in a wall, which wastes the least room."""
        wall = [spot for spot in _wall(zone) if self._free(interest_room(spot))]
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
        return not _meets(room, self._parties) and not _meets(room, self._interests)

    def _above(self, zone: Box) -> Point:
        columns = _steps(zone.left, zone.right, INTEREST_COLUMN)
        spots = ((x, zone.top - row * INTEREST_ROW) for row in count(1) for x in columns)
        return next(spot for spot in spots if self._free(interest_room(spot)))

    def _table(self) -> Iterator[Point]:
        zone = self.zones.table
        columns = [_TABLE_COLUMN + COLUMN * i for i in range(max(1, int((zone.right - zone.left) // COLUMN)))]
        first, last = zone.top + 84 + self._headroom(), zone.bottom - 36
        yield from _by_columns(columns, _rows(first, last, self._steps[True]))
        yield from _by_columns(columns, _rows(first, last, GROUP_ROW / 4))
        yield from _by_rows(columns, _onwards(zone.bottom + 8, GROUP_ROW))

    def _outside(self) -> Iterator[Point]:
        zone, table = self.zones.citizens, self.zones.table
        first, last = zone.top + 114 + self._headroom(), zone.bottom - 44
        rows = _rows(first, last, self._steps[False])
        if (used := rows[: self._away]) and used[-1] + GROUP_ROW / 2 <= last:
            rows = [y + GROUP_ROW / 2 for y in used]  # beside the rows at the table, so that links pass between boxes
        for x in (table.right + 92 + COLUMN * i for i in count()):
            yield from ((x, y) for y in (*rows, *_rows(first, last, GROUP_ROW / 4)))

    def _own(self) -> Iterator[Point]:
        first = self.zones.organisations.top + 86 + self._headroom()
        return self._leftwards(_rows(first, self.zones.split - 30, ORGANISATION_ROW))

    def _other(self) -> Iterator[Point]:
        first = self.zones.split + 62 + self._headroom() / 2
        return self._leftwards(_rows(first, self.zones.organisations.bottom - 34, ORGANISATION_ROW))

    def _headroom(self) -> float:
        return _headroom(self.zones.citizens.bottom - self.zones.citizens.top)

    def _leftwards(self, rows: Sequence[float]) -> Iterator[Point]:
        first = self.zones.organisations.right - 96
        return _by_columns((first - COLUMN * i for i in count()), rows)

    def _politics(self) -> Iterator[Point]:
        zone = self.zones.politics
        columns = _from_the_middle(_steps(zone.left + 120, zone.right - 84, COLUMN + 4))
        return _by_rows(columns, _onwards(zone.top + 41, ORGANISATION_ROW))

    def _professional(self) -> Iterator[Point]:
        middle = self.zones.middle
        zone = _for_interests(self.zones)
        centre = (zone.top + zone.bottom + INTEREST_ROW) / 2 - 26
        highest = centre - 70 * int((centre - middle.top - 40) // 70)
        rows = sorted(_rows(highest, middle.bottom - 34, 70), key=lambda y: abs(y - centre))
        return _by_columns((middle.right - 66 - COLUMN * i for i in count()), rows)


# -- room for a whole web ---------------------------------------------------------------------------------------------


def _room_for(now: Zones, actors: Sequence[Actor], interests: int, *, anew: bool) -> Zones:
    """The lowest zones that hold everything without becoming wider than the shape of the picture."""
    crowd = _Crowd.of(actors, interests)
    height = now.citizens.bottom - now.citizens.top
    found, width = _enlarged(now, crowd, height, anew)
    while width > WIDEST * (height + 8) + 8:
        height += 20
        found, width = _enlarged(now, crowd, height, anew)
    return found


@dataclass(frozen=True, slots=True)
class _Crowd:
    """How many of each there are."""

    seated: int
    outside: int
    own: int
    other: int
    professionals: int
    interests: int

    @classmethod
    def of(cls, actors: Sequence[Actor], interests: int) -> "_Crowd":
        spheres = Counter((a.sphere, a.seated and a.citizens) for a in actors)
        return cls(
            seated=spheres[Sphere.CITIZENS, True],
            outside=spheres[Sphere.CITIZENS, False],
            own=spheres[Sphere.OWN_ORGANISATION, False],
            other=spheres[Sphere.OTHER_ORGANISATION, False],
            professionals=spheres[Sphere.PROFESSIONAL, False],
            interests=interests,
        )


def _enlarged(now: Zones, crowd: _Crowd, height: float, anew: bool) -> tuple[Zones, float]:
    """The zones at a height, and how wide everything then is."""
    top = now.citizens.bottom - height
    below = _POLITICS_TOP - _BETWEEN_ZONES - top
    heads = _headroom(height)
    rows = _fitting(below - 118 - heads / 2, ORGANISATION_ROW)
    own_rows = _share_of_rows(rows, crowd)
    organisations = max(1, -(-crowd.own // own_rows), -(-crowd.other // max(1, rows - own_rows)))
    interest_rows = _fitting(below - 6, INTEREST_ROW)
    between = crowd.interests + max(0, 2 * crowd.professionals - 1)  # the professionals stand across two rows
    middle = INTEREST_COLUMN * -(-between // interest_rows)
    group_rows = _fitting(height - 74 - heads, GROUP_ROW)
    table = -(-crowd.seated // group_rows)
    outside = max(1, -(-crowd.outside // group_rows))
    available = now.middle.right - now.middle.left + 8
    movable = anew and crowd.own + crowd.other > 0
    shift = _SHIFT * max(0, math.ceil((middle - available) / _SHIFT)) if movable else 0.0
    right = max(now.table.right, 764 + COLUMN * (table - 1)) if anew else now.table.right
    sides = Box(now.organisations.left - shift, top, now.organisations.right - shift, now.organisations.bottom)
    zones_then = Zones(
        organisations=sides,
        split=now.split if height <= 402 else top + 86 + ORGANISATION_ROW * own_rows,
        politics=replace(now.politics, left=sides.left),
        citizens=replace(now.citizens, top=top, right=max(now.citizens.right, right + 182)),
        table=replace(now.table, top=top + 30, right=right),
    )
    if middle > available + shift:
        return zones_then, math.inf
    return zones_then, right + 20 + COLUMN * outside - (sides.right - 28 - COLUMN * organisations)


def _share_of_rows(rows: int, crowd: _Crowd) -> int:
    if not crowd.own or not crowd.other:
        return max(1, rows - 1) if crowd.own else 1
    return max(1, min(rows - 1, round(rows * crowd.own / (crowd.own + crowd.other))))


def _for_interests(zones_now: Zones) -> Box:
    """Where the middle of an interest may stand, so that all of it is in the middle zone."""
    middle = zones_now.middle
    half = INTEREST_COLUMN / 2 - 4
    top = middle.top + 32
    return Box(middle.left + half, top, middle.right - half, max(top, middle.bottom - INTEREST_ROW + 26))


def _fitting(space: float, step: float) -> int:
    return max(1, int(space // step))


def _rows(first: float, last: float, step: float) -> list[float]:
    """Row heights from the first to at most the last; always one."""
    return [first + step * i for i in range(max(0, int((last - first) // step)) + 1)]


def _onwards(first: float, step: float) -> Iterator[float]:
    return (first + step * i for i in count())


def _by_columns(columns: Iterable[float], rows: Sequence[float]) -> Iterator[Point]:
    return ((x, y) for x in columns for y in rows)


def _by_rows(columns: Sequence[float], rows: Iterable[float]) -> Iterator[Point]:
    return ((x, y) for y in rows for x in columns)


def _steps(first: float, last: float, step: float) -> list[float]:
    """Evenly spread values from first to last, at least `step` apart."""
    gaps = max(0, int((last - first) // step))
    return [first + (last - first) * i / gaps for i in range(gaps + 1)] if gaps else [(first + last) / 2]


def _from_the_middle(values: Sequence[float]) -> list[float]:
    middle = (values[0] + values[-1]) / 2
    return sorted(values, key=lambda value: (abs(value - middle), value))


def _spots(zone: Box) -> list[Point]:
    return [(x, y) for x in _steps(zone.left, zone.right, 24) for y in _steps(zone.top, zone.bottom, 22)]


def _wall(zone: Box) -> list[Point]:
    """Every other column half a row lower where that costs no place, so that links pass between."""
    columns = _steps(zone.left, zone.right, INTEREST_COLUMN)
    spare = (zone.bottom - zone.top) % INTEREST_ROW
    lower = min(spare, INTEREST_ROW / 2)
    return [
        (x, y + lower * (i % 2))
        for i, x in enumerate(columns)
        for y in _rows(zone.top, zone.bottom - lower, INTEREST_ROW)
    ]


def _meets(room: Box, rooms: Iterable[Box]) -> bool:
    return any(room.meets(other) for other in rooms)


# -- interests between the parties that care --------------------------------------------------------------------------


def _heart(interest: str, parties: Mapping[str, Point], stakes: Sequence[Stake], zone: Box) -> Point:
    """The weighted middle of the parties with a stake in it."""
    pulls = [(s.weight, parties[s.actor]) for s in stakes if s.interest == interest and s.weight > 0]
    total = sum(weight for weight, _ in pulls)
    if not total:
        return ((zone.left + zone.right) / 2, (zone.top + zone.bottom) / 2)
    return (sum(w * at[0] for w, at in pulls) / total, sum(w * at[1] for w, at in pulls) / total)


def _spread(hearts: Mapping[str, Point], zone: Box) -> dict[str, Point]:
    """The same order from left to right and top to bottom, over the whole of the zone."""
    xs, ys = (sorted({at[axis] for at in hearts.values()}) for axis in (0, 1))

    def over(value: float, values: list[float], low: float, high: float) -> float:
        return low + (high - low) * (values.index(value) + 0.5) / len(values)

    return {
        id_: (over(x, xs, zone.left, zone.right), over(y, ys, zone.top, zone.bottom)) for id_, (x, y) in hearts.items()
    }


@dataclass(frozen=True)
class _Links:
    """Every line that is drawn to an interest: the other end, whether that is an interest too, and its weight."""

    parties: Mapping[str, Point]
    of_interest: Mapping[str, Sequence[tuple[str, bool, float]]]

    @classmethod
    def of(
        cls,
        parties: Mapping[str, Point],
        interests: Iterable[str],
        stakes: Sequence[Stake],
        relations: Sequence[Relation],
    ) -> "_Links":
        found: dict[str, list[tuple[str, bool, float]]] = {id_: [] for id_ in interests}
        for stake in stakes:
            if stake.interest in found:
                found[stake.interest].append((stake.actor, False, 0.4 + stake.weight))
        for relation in relations:
            if relation.a in found and relation.b in found:
                found[relation.a].append((relation.b, True, 0.7))
                found[relation.b].append((relation.a, True, 0.7))
        return cls(parties, found)

    def strain(self, id_: str, spot: Point, at: Mapping[str, Point]) -> float:
        """What it costs to have an interest at a spot: long links, links across others, other links across it."""
        cost = 0.0
        for other, between_interests, weight in self.of_interest[id_]:
            end = at[other] if between_interests else self.parties[other]
            cost += weight * math.dist(spot, end)
            cost += _ACROSS * sum(_across(spot, end, place) for k, place in at.items() if k not in (id_, other))
            cost += _ACROSS * sum(_runs_through(spot, end, p, 70, 28) for a, p in self.parties.items() if a != other)
        for k, place in at.items():
            if k == id_:
                continue
            cost += _TOO_CLOSE / (400 + math.dist(spot, place) ** 2)
            for other, between_interests, _ in self.of_interest[k]:
                if other != id_:
                    cost += _ACROSS * _across(place, at[other] if between_interests else self.parties[other], spot)
        return cost

    def strain_of_both(self, one: str, other: str, at: Mapping[str, Point]) -> float:
        return self.strain(one, at[one], at) + self.strain(other, at[other], at)


def _untangled(at: Mapping[str, Point], free: Sequence[Point], links: _Links) -> dict[str, Point]:
    """Each interest in turn on the free spot where it costs least, then exchanges, until nothing improves."""
    best = dict(at)
    for _ in range(4):
        before = dict(best)
        for one, other in combinations(at, 2):
            swapped = best | {one: best[other], other: best[one]}
            if links.strain_of_both(one, other, swapped) < links.strain_of_both(one, other, best):
                best = swapped
        for id_ in at:
            others = [interest_room(place) for k, place in best.items() if k != id_]
            open_spots = [best[id_], *(spot for spot in free if not _meets(interest_room(spot), others))]
            best[id_] = min(open_spots, key=lambda spot: links.strain(id_, spot, best))
        if best == before:
            break
    return best


def _across(start: Point, end: Point, interest: Point) -> bool:
    """Whether a link runs over an interest or its name."""
    return _runs_through(start, end, (interest[0], interest[1] + 20), 46, 44)


def _runs_through(start: Point, end: Point, middle: Point, half_width: float, half_height: float) -> bool:
    """Whether a straight line passes over a rectangle (clipping by its two pairs of sides)."""
    entry, leave = 0.0, 1.0
    for axis, half in ((0, half_width), (1, half_height)):
        step, offset = end[axis] - start[axis], middle[axis] - start[axis]
        if abs(step) < 1e-9:
            if abs(offset) > half:
                return False
            continue
        near, far = sorted(((offset - half) / step, (offset + half) / step))
        entry, leave = max(entry, near), min(leave, far)
        if entry > leave:
            return False
    return True
