"""Where parties and interests stand on the canvas, in the shape of the article's figure 1.

Canvas coordinates: x to the right, y down. The picture measures 950 x 410 until it holds more than fits; then it grows
outwards, and nothing that has a place moves.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Literal

from coprod_core.commands import Command, MoveNodes, Together
from coprod_core.model import Actor, Interest, Relation, Sphere, Stake, Web

Point = tuple[float, float]
Place = Sphere | Literal["interest"]

COLUMN, ROW = 164.0, 78.0
"""The room one party takes, with its badge and the words under it."""

INTEREST_COLUMN, INTEREST_ROW = 124.0, 92.0
"""The room one interest takes, with its name under it."""

WIDEST = 950 / 410
"""Width : height of the picture. A web that does not fit grows towards this shape."""

_ORGANISATIONS_RIGHT, _CITIZENS_LEFT, _POLITICS_TOP = 196.0, 576.0, 330.0
_FIRST_COLUMN = {"organisations": 100.0, "table": 676.0, "outside": 855.0}
_ABOVE_POLITICS = 12.0
_HEADING = {"organisations": 62.0, "table": 72.0, "outside": 66.0}
_MANY_INTERESTS = 14


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
            self.organisations.right + _ABOVE_POLITICS,
            self.organisations.top,
            self.citizens.left - _ABOVE_POLITICS,
            self.organisations.bottom,
        )


def party_room(at: Point) -> Box:
    """What a party covers, generously."""
    return Box(at[0] - COLUMN / 2, at[1] - ROW / 2, at[0] + COLUMN / 2, at[1] + ROW / 2)


def interest_room(at: Point) -> Box:
    """What an interest covers, with its name under it, generously."""
    return Box(at[0] - INTEREST_COLUMN / 2, at[1] - 30, at[0] + INTEREST_COLUMN / 2, at[1] + INTEREST_ROW - 30)


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
    top = min(
        [4.0, *(y - 100 for _, y in citizens), *(y - 95 for _, y in organisations), *(y - 44 for _, y in interests)]
    )
    bottom = max([406.0, *(y + 40 for _, y in (*citizens, *politics))])
    left = min([4.0, *(x - 88 for x, _ in (*organisations, *politics))])
    right = max([946.0, *(x + 86 for x, _ in outside), *(x + 94 for x, _ in seated)])
    organisations_right = _organisations_right(organisations)
    table = Box(588, top + 30, _table_right(seated, outside), bottom - 8)
    return Zones(
        organisations=Box(min(left, organisations_right - 192), top, organisations_right, _POLITICS_TOP - _ABOVE_POLITICS),
        split=_split(parties, top),
        politics=Box(left, _POLITICS_TOP, _CITIZENS_LEFT - _ABOVE_POLITICS, bottom),
        citizens=Box(_CITIZENS_LEFT, top, max(right, table.right + 12), bottom),
        table=table,
    )


def _organisations_right(organisations: Sequence[Point]) -> float:
    """The edge moves by whole columns, and only when every organisation stands further to the left."""
    if not organisations:
        return _ORGANISATIONS_RIGHT
    free = _ORGANISATIONS_RIGHT - max(x for x, _ in organisations) - COLUMN / 2
    return _ORGANISATIONS_RIGHT - COLUMN * max(0, int(free // COLUMN))


def _table_right(seated: Sequence[Point], outside: Sequence[Point]) -> float:
    """Wide enough for those at the table, without taking in anybody who is not."""
    needed = max([764.0, *(x + 84 for x, _ in seated)])
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
        return canvas.spot_for_interest(canvas.zones.middle)
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
    assert item.x is not None and item.y is not None
    return (item.x, item.y)


@lru_cache(maxsize=32)
def _places(
    actors: tuple[Actor, ...], interests: tuple[Interest, ...], stakes: tuple[Stake, ...], relations: tuple[Relation, ...]
) -> tuple[Mapping[str, Point], Mapping[str, Point]]:
    standing = [a for a in actors if a.x is not None and a.y is not None]
    known = {i.id: (i.x, i.y) for i in interests if i.x is not None and i.y is not None}
    canvas = _Canvas(_places_of(standing), list(known.values()))
    canvas.make_room(actors, len(interests))
    party_at = {a.id: _point(a) for a in standing}
    for actor in sorted((a for a in actors if a.id not in party_at), key=_walking_order):
        party_at[actor.id] = canvas.spot_for_party(actor.sphere, actor.seated)
    new = [i.id for i in interests if i.id not in known]
    return party_at, known | canvas.spots_for_interests(new, party_at, stakes, relations)


def _walking_order(actor: Actor) -> tuple[bool, float]:
    """The professional first, whose place is fixed by the table; then groups hit by numbers before small ones."""
    return (actor.sphere != Sphere.PROFESSIONAL, 0.0)


class _Canvas:
    """The places taken so far, and the free ones in the order in which they are given away."""

    def __init__(self, parties: list[Standing], interests: list[Point]) -> None:
        self.parties = parties
        self.interests = interests
        self.zones = _zones(parties, interests)
        self._taken = [*(party_room(at) for _, _, at in parties), *(interest_room(at) for at in interests)]

    @classmethod
    def of(cls, web: Web) -> "_Canvas":
        return cls(_places_of(web.actors), [_point(i) for i in web.interests])

    def make_room(self, actors: Sequence[Actor], interests: int) -> None:
        """Enlarges the zones beforehand to a shape that holds everything."""
        self.zones = _room_for(self.zones, actors, interests, fresh=not self.parties)

    def spot_for_party(self, sphere: Sphere, at_table: bool) -> Point:
        spots = {
            Sphere.CITIZENS: self._table if at_table else self._outside,
            Sphere.OWN_ORGANISATION: self._own,
            Sphere.OTHER_ORGANISATION: self._other,
            Sphere.POLITICAL_AUTHORITY: self._politics,
            Sphere.PROFESSIONAL: self._professional,
        }[sphere]()
        spot = next(at for at in spots if self._free(party_room(at)))
        self.parties.append((sphere, at_table, spot))
        self._taken.append(party_room(spot))
        return spot

    def spot_for_interest(self, within: Box, wish: Point | None = None) -> Point:
        """The free spot nearest to the wish; above the zone when it is full."""
        wish = wish or ((within.left + within.right) / 2, (within.top + within.bottom) / 2)
        free = [at for at in _brick(within) if self._free(interest_room(at))]
        spot = min(free, key=lambda at: (math.dist(at, wish), at)) if free else self._above(within)
        self.interests.append(spot)
        self._taken.append(interest_room(spot))
        return spot

    def spots_for_interests(
        self, new: Sequence[str], parties: Mapping[str, Point], stakes: Sequence[Stake], relations: Sequence[Relation]
    ) -> dict[str, Point]:
        """Places between the parties that care, spread over the middle so that names and links stay apart."""
        wishes = _spread({id_: _heart(id_, parties, stakes, self.zones.middle) for id_ in new}, self.zones.middle)
        order = sorted(new, key=lambda id_: (-sum(s.weight for s in stakes if s.interest == id_), id_))
        at = {id_: self.spot_for_interest(self.zones.middle, wishes[id_]) for id_ in order}
        if 1 < len(new) <= _MANY_INTERESTS:
            spare = [spot for spot in _brick(self.zones.middle) if self._free(interest_room(spot))]
            at = _untangled(at, spare, parties, stakes, relations)
        return at

    def _free(self, room: Box) -> bool:
        return not any(room.meets(taken) for taken in self._taken)

    def _above(self, within: Box) -> Point:
        columns = _steps(within.left + 60, within.right - 60, INTEREST_COLUMN)
        return next(
            (x, y)
            for row in count(1)
            for x in columns
            for y in [within.top - row * INTEREST_ROW]
            if self._free(interest_room((x, y)))
        )

    def _table(self) -> Iterator[Point]:
        zone = self.zones.table
        columns = [_FIRST_COLUMN["table"] + COLUMN * i for i in range(max(1, int((zone.right - zone.left) // COLUMN)))]
        yield from _by_columns(columns, _rows(zone.top + 72, zone.bottom - 34))
        yield from _by_rows(columns, _downwards(zone.bottom + 8))

    def _outside(self) -> Iterator[Point]:
        zone, table = self.zones.citizens, self.zones.table
        rows = _rows(zone.top + 96, zone.bottom - 42)
        return _by_columns((table.right + 91 + COLUMN * i for i in count()), rows)

    def _own(self) -> Iterator[Point]:
        zone = self.zones.organisations
        return self._leftwards(_rows(zone.top + 90, self.zones.split - 30))

    def _other(self) -> Iterator[Point]:
        return self._leftwards(_rows(self.zones.split + 60, self.zones.organisations.bottom - 30))

    def _leftwards(self, rows: Sequence[float]) -> Iterator[Point]:
        first = self.zones.organisations.right - 96
        return _by_columns((first - COLUMN * i for i in count()), rows)

    def _politics(self) -> Iterator[Point]:
        zone = self.zones.politics
        columns = _from_the_middle(_steps(zone.left + 108, zone.right - 74, COLUMN + 4))
        return _by_rows(columns, (zone.top + 41 + ROW * i for i in count()))

    def _professional(self) -> Iterator[Point]:
        x, middle = self.zones.middle.right - 64, self.zones.middle
        rows = sorted(_rows(middle.top + 40, middle.bottom - 36), key=lambda y: abs(y - 146))
        yield from ((x, y) for y in rows)
        yield from _by_columns((x - COLUMN * i for i in count(1)), rows)


def _room_for(zones_now: Zones, actors: Sequence[Actor], interests: int, *, fresh: bool) -> Zones:
    """Higher zones while the web is wider than the picture; on an empty canvas also a wider table and middle."""
    amount: Callable[[Callable[[Actor], bool]], int] = lambda test: sum(1 for a in actors if test(a))  # noqa: E731
    seated, outside = amount(lambda a: a.citizens and a.seated), amount(lambda a: a.citizens and not a.seated)
    own = amount(lambda a: a.sphere == Sphere.OWN_ORGANISATION)
    other = amount(lambda a: a.sphere == Sphere.OTHER_ORGANISATION)
    between = interests + 2 * amount(lambda a: a.sphere == Sphere.PROFESSIONAL)
    for height in count(zones_now.citizens.bottom - zones_now.citizens.top, 40.0):
        table = math.ceil(seated / _fitting(height - 110, ROW))
        away = math.ceil(outside / _fitting(height - 100, ROW))
        middle = math.ceil(between / _fitting(height - 110, INTEREST_ROW))
        own_rows = _own_rows(own, other, height)
        organisations = max(
            math.ceil(own / own_rows), math.ceil(other / max(1, _fitting(height - 210, ROW) - own_rows + 1))
        )
        width = 192 + COLUMN * (max(1, organisations) - 1) + max(380, 124 * middle) + 194 + COLUMN * (max(1, table) - 1)
        width += COLUMN * max(1, away) + 20
        if width <= height * WIDEST + 20:
            break
    return _widened(zones_now, height, 124 * middle, table, own_rows, fresh)


def _own_rows(own: int, other: int, height: float) -> int:
    rows = _fitting(height - 210, ROW) + 1
    return max(1, min(rows - 1, round(rows * own / max(1, own + other)))) if own else 1


def _widened(now: Zones, height: float, middle: float, table_columns: int, own_rows: int, fresh: bool) -> Zones:
    top = now.citizens.bottom - height
    shift = COLUMN * max(0, math.ceil((middle - 380) / COLUMN)) if fresh else 0.0
    table_right = max(now.table.right, 764 + COLUMN * (table_columns - 1)) if fresh else now.table.right
    organisations = replace(
        now.organisations, left=now.organisations.left - shift, top=top, right=now.organisations.right - shift
    )
    return Zones(
        organisations=organisations,
        split=max(now.split, top + 56 + ROW * own_rows) if height == 402 else top + 72 + ROW * own_rows,
        politics=replace(now.politics, left=organisations.left),
        citizens=replace(now.citizens, top=top, right=max(now.citizens.right, table_right + 182)),
        table=replace(now.table, top=top + 30, right=table_right),
    )


def _fitting(space: float, step: float) -> int:
    return max(1, int(space // step))


def _rows(first: float, last: float) -> list[float]:
    """Row heights from the first to at most the last; always one."""
    return [first + ROW * i for i in range(max(1, int((last - first + 1) // ROW) + 1))]


def _downwards(first: float) -> Iterator[float]:
    return (first + ROW * i for i in count())


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


def _brick(zone: Box) -> list[Point]:
    """Spots for interests like bricks in a wall: every other column half a row lower, so that links pass between."""
    columns = _steps(zone.left + 60, zone.right - 60, INTEREST_COLUMN)
    return [
        (x, y)
        for i, x in enumerate(columns)
        for y in _steps(zone.top + (48 if i % 2 == 0 else 82), zone.bottom - (96 if i % 2 == 0 else 68), INTEREST_ROW)
    ]


# -- interests between the parties that care --------------------------------------------------------------------------

def _heart(interest: str, parties: Mapping[str, Point], stakes: Sequence[Stake], middle: Box) -> Point:
    """The weighted middle of the parties with a stake in it."""
    pulls = [(s.weight, parties[s.actor]) for s in stakes if s.interest == interest and s.weight > 0]
    total = sum(weight for weight, _ in pulls)
    if not total:
        return ((middle.left + middle.right) / 2, (middle.top + middle.bottom) / 2)
    return (sum(w * at[0] for w, at in pulls) / total, sum(w * at[1] for w, at in pulls) / total)


def _spread(hearts: Mapping[str, Point], middle: Box) -> dict[str, Point]:
    """The same order from left to right and top to bottom, over the whole of the middle."""
    if len(hearts) < 3:
        return dict(hearts)
    xs, ys = (sorted({at[axis] for at in hearts.values()}) for axis in (0, 1))

    def over(value: float, values: list[float], low: float, high: float) -> float:
        return low + (high - low) * (values.index(value) / max(1, len(values) - 1))

    return {
        id_: (over(x, xs, middle.left + 60, middle.right - 60), over(y, ys, middle.top + 40, middle.bottom - 90))
        for id_, (x, y) in hearts.items()
    }


def _untangled(
    at: Mapping[str, Point],
    spare: Sequence[Point],
    parties: Mapping[str, Point],
    stakes: Sequence[Stake],
    relations: Sequence[Relation],
) -> dict[str, Point]:
    """Interests exchanged, or put on spare spots, as long as that shortens links or frees a node from a link across."""
    best = dict(at)
    free = list(spare)
    links = [(s.actor, s.interest, s.weight) for s in stakes if s.interest in best]
    pairs = [(r.a, r.b) for r in relations if r.a in best and r.b in best]

    def cost(places: Mapping[str, Point]) -> float:
        return _tangle(places, parties, links, pairs)

    lowest = cost(best)
    for _ in range(6):
        before = lowest
        for id_ in at:
            for other in [*(o for o in at if o != id_), *range(len(free))]:
                trial = dict(best)
                if isinstance(other, int):
                    trial[id_] = free[other]
                else:
                    trial[id_], trial[other] = best[other], best[id_]
                if (found := cost(trial)) < lowest - 1e-6:
                    if isinstance(other, int):
                        free[other] = best[id_]
                    best, lowest = trial, found
        if lowest == before:
            break
    return best


def _tangle(
    places: Mapping[str, Point],
    parties: Mapping[str, Point],
    links: Sequence[tuple[str, str, float]],
    pairs: Sequence[tuple[str, str]],
) -> float:
    """Link lengths, plus a fine for every link that runs through a party, an interest or its name."""
    lines = [(parties[a], places[k], a, k) for a, k, _ in links] + [(places[a], places[b], a, b) for a, b in pairs]
    total = sum((0.4 + w) * math.dist(parties[a], places[k]) for a, k, w in links)
    total += sum(math.dist(places[a], places[b]) for a, b in pairs)
    for start, end, a, k in lines:
        total += 150 * sum(
            1 for id_, at in places.items() if id_ not in (a, k) and _runs_through(start, end, (at[0], at[1] + 18), 46, 42)
        )
        total += 100 * sum(1 for id_, at in parties.items() if id_ != a and _runs_through(start, end, at, 68, 26))
    return total


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
