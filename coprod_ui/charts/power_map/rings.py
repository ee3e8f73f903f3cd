"""The rings of influence: quarters by role, rings from outside in, and every name beside its party."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from coprod_core.web.asked import NetworkRole, Ring
from coprod_core.web.rings import INWARDS
from coprod_ui.charts.power_map.cards import Card
from coprod_ui.charts.power_map.letters import LEAST, width, wrapped
from coprod_ui.charts.power_map.places import Placed
from coprod_ui.charts.power_map.sheet import Box, Line, Node, Oval, Sheet, high, lines
from coprod_ui.words import Words

TARGET = 9.0
"""How large the circle is of where a party should go; that of the party itself is told with the manner of drawing."""

_EDGE = {Ring.KNOW: 1.0, Ring.THINK: 0.79, Ring.WORK: 0.57, Ring.DECIDE: 0.34}
_MIDDLE = {Ring.OUTSIDE: 1.2, Ring.KNOW: 0.895, Ring.THINK: 0.68, Ring.WORK: 0.455, Ring.DECIDE: 0.23}
"""Where a ring ends, and where parties stand in it, as parts of the whole."""

_QUARTERS = {
    NetworkRole.INFLUENCER: (-1, -1),
    NetworkRole.DECIDER: (1, -1),
    NetworkRole.SUPPLIER: (-1, 1),
    NetworkRole.USER: (1, 1),
}
"""Of each role which quarter is its own: to the right or the left, and below or above."""

_LETTER, _HEADING = 19.0, 22.0
_NAMES = (((240.0, 3), (180.0, 4)), ((150.0, 2),))
"""How wide names may be and on how many lines, the next where there is no room for the one before; short ones last."""

_APART = 2.0
_SIGN = 20.0
"""How far a name stays from a party with a sign at its edge."""


Spot = tuple[Card, float, float, tuple[float, float] | None]
"""A party with where it is, and where it should go."""


@dataclass(frozen=True, slots=True)
class _Round:
    """The middle of the rings, and how far the outermost reaches."""

    x: float
    y: float
    rx: float
    ry: float

    def at(self, ring: Ring, role: NetworkRole, part: float) -> tuple[float, float]:
        """Where in a ring: `part` of the way through its quarter, from beside the middle to above or below it."""
        right, below = _QUARTERS[role]
        angle, far = part * pi / 2, _MIDDLE[ring]
        return self.x + right * far * self.rx * cos(angle), self.y + below * far * self.ry * sin(angle)


@dataclass(frozen=True, slots=True)
class _Place:
    """The rings in the box they are drawn in, and how large the circle of a party is."""

    round: _Round
    box: Box
    node: float


def rings(placed: Placed, box: Box, cards: Mapping[str, Card], node: float, say: Words) -> Sheet | None:
    """The rings with everybody who has a role, in circles of so many px; None where not every name has room."""
    round_ = _Round(box.x + box.wide / 2, box.y + box.high / 2, box.wide * 0.37, (box.high / 2 - 34) * 0.86)
    sheet = Sheet(rules=_axes(box, round_), ovals=_ovals(round_))
    _headings(sheet, box, say)
    _ring_names(sheet, round_, say)
    taken = [line.box for line in sheet.text] + sheet.pills
    spots = _spots(placed, _Place(round_, box, node), taken, cards)
    if spots is None:
        return None
    taken += [_around(x, y, node) for _, x, y, _ in spots]
    taken += [_around(*to, TARGET + 2) for *_, to in spots if to]
    nodes = _named(spots, _Place(round_, box, node), taken)
    if nodes is None:
        return None
    sheet.nodes = nodes
    return sheet


def _named(spots: Sequence[Spot], place: _Place, taken: Sequence[Box]) -> list[Node] | None:
    """Every party with its name, off the lines where that can be; None where one has no room."""
    nodes: list[Node] = []
    full = list(taken)
    lines_drawn = [dot for _, x, y, to in spots if to for dot in _on_the_way(x, y, *to, place.node)]
    for card, x, y, to in spots:
        # a name that stands on a line can be read, for white stands round it
        tried = (
            _name(card, wrapped(card.name, wide, _LETTER, most, bold=True), x, y, place, avoided)
            for ways in _NAMES
            for avoided in ([*full, *lines_drawn], full)
            for wide, most in ways
        )
        name = next((found for found in tried if found is not None), None)
        if name is None:
            return None
        full += [line.box for line in name]
        nodes.append(Node(card, x, y, tuple(name), to))
    return nodes


def _spots(placed: Placed, place: _Place, taken: Sequence[Box], cards: Mapping[str, Card]) -> list[Spot] | None:
    """Where each party stands, at equal angles in its quarter of its ring, and where it should go; None where there is
    no room for one.
    """
    spots: list[Spot] = []
    round_ = place.round
    for ring in INWARDS:
        for role in NetworkRole:
            parties = placed.cell(ring, role)
            spread = (_spread(span, len(parties)) for span in _SPANS)
            free = (
                parts for parts in spread if _free([round_.at(ring, role, part) for part in parts], place, taken, spots)
            )
            parts = next(free, None)
            if parts is None:
                return None
            for id_, part in zip(parties, parts, strict=True):
                to = cards[id_].to
                goes = None if to is None else round_.at(to, role, part)
                spots.append((cards[id_], *round_.at(ring, role, part), goes))
    return spots


_SPANS = ((0.14, 0.86), (0.24, 0.76), (0.05, 0.95), (0.05, 0.6), (0.4, 0.95), (0.05, 0.4), (0.6, 0.95))
"""Which part of a quarter parties stand in: the middle, or beside what stands there."""


def _spread(span: tuple[float, float], count: int) -> list[float]:
    """Equal angles."""
    first, last = span
    return [first + (last - first) * (nth + 0.5) / count for nth in range(count)]


def _free(places: Sequence[tuple[float, float]], place: _Place, taken: Sequence[Box], spots: Sequence[Spot]) -> bool:
    """Whether parties at these places are inside, each in its own quarter, and on nothing and nobody else."""
    others, round_, node = [(x, y) for _, x, y, _ in spots], place.round, place.node
    return all(
        place.box.holds(_around(x, y, node))
        and min(abs(x - round_.x), abs(y - round_.y)) >= node
        and not any(_around(x, y, node).meets(other) for other in taken)
        and all(hypot(x - a, y - b) >= 2 * node + _APART for a, b in (*others, *places[nth + 1 :]))
        for nth, (x, y) in enumerate(places)
    )


def _around(x: float, y: float, r: float) -> Box:
    return Box(x - r, y - r, 2 * r, 2 * r)


def _on_the_way(x: float, y: float, to_x: float, to_y: float, node: float) -> list[Box]:
    """Where the line to another ring runs."""
    steps = max(1, int(hypot(to_x - x, to_y - y) / TARGET))
    way = [(x + (to_x - x) * nth / steps, y + (to_y - y) * nth / steps) for nth in range(steps)]
    return [_around(*at, 2) for at in way if hypot(at[0] - x, at[1] - y) > node]


def _name(
    card: Card, said: tuple[str, ...], x: float, y: float, place: _Place, taken: Sequence[Box]
) -> list[Line] | None:
    """The name of a party beside, below or above it, on the first side that is free; None where none is."""
    tall, beside = high(len(said), _LETTER), place.node + (_SIGN if card.differs else 8.0)
    right = x >= place.round.x
    outward, inward = ("start", "end") if right else ("end", "start")
    out, into = (x + beside, x - beside) if right else (x - beside, x + beside)
    under, over = y + beside, y - beside - tall
    sides = [
        *((out, y - tall / 2 + moved, outward) for moved in (0, -12, 12, -24, 24)),
        *((x + moved, top, "middle") for moved in (0, -30, 30) for top in (under, over)),
        *((x, top, outward) for top in (under, over)),
        *((into, y - tall / 2 + moved, inward) for moved in (0, -12, 12, -24, 24)),
        *((x, top, inward) for top in (under, over)),
    ]
    for left, top, anchor in sides:
        name = lines(said, left, top, _LETTER, bold=True, anchor=anchor, halo=True)
        if all(place.box.holds(line.box) and not any(_near(line.box).meets(other) for other in taken) for line in name):
            return name
    return None


def _near(box: Box) -> Box:
    """A name with the white it needs round it."""
    return Box(box.x - 3, box.y - 3, box.wide + 6, box.high + 6)


# -- what stands round it ---------------------------------------------------------------------------------------------


def _ovals(round_: _Round) -> list[Oval]:
    return [Oval(ring, round_.x, round_.y, round_.rx * part, round_.ry * part) for ring, part in _EDGE.items()]


def _axes(box: Box, round_: _Round) -> list[Box]:
    return [Box(box.x, round_.y, box.wide, 0), Box(round_.x, box.y, 0, box.high)]


def _headings(sheet: Sheet, box: Box, say: Words) -> None:
    for role, (right, below) in _QUARTERS.items():
        x, anchor = (box.right - 18, "end") if right > 0 else (box.x + 18, "start")
        y = box.bottom - 18 - high(1, _HEADING) - high(1, LEAST) if below > 0 else box.y + 14
        sheet.text += lines((say.choice("power_map.quarter", role),), x, y, _HEADING, True, anchor)
        term = (say.choice("power_map.quarter_term", role),)
        sheet.text += lines(term, x, y + high(1, _HEADING), anchor=anchor, colour="soft")
    sheet.text += lines(
        wrapped(say.choice("rings", Ring.OUTSIDE), 130, LEAST, 3, bold=True),
        box.x + 18, sheet.rules[0].y - 62, LEAST, bold=True, colour="sore",
    )  # fmt: skip


def _ring_names(sheet: Sheet, round_: _Round, say: Words) -> None:
    for ring in INWARDS[1:]:
        said = say.choice("rings", ring)
        wide = width(said, LEAST, bold=True) + 28
        y = round_.y - (_EDGE[ring] * round_.ry - 18 if ring is Ring.DECIDE else _MIDDLE[ring] * round_.ry)
        sheet.pills.append(Box(round_.x - wide / 2, y - 15, wide, 30))
        sheet.text.append(Line(round_.x, y + 6, said, LEAST, bold=True, anchor="middle"))
