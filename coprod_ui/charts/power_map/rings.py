"""The rings of influence: quarters by role, rings from outside in, and every name beside its party."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from coprod_core.web.asked import NetworkRole, Ring
from coprod_core.web.rings import INWARDS
from coprod_ui.charts.power_map.cards import Card
from coprod_ui.charts.power_map.letters import LEAST, width, wrapped
from coprod_ui.charts.power_map.places import Placed
from coprod_ui.charts.power_map.sheet import Box, Line, Node, Oval, Sheet, high, lines
from coprod_ui.words import Words

NODE, TARGET = 22.0, 9.0
"""How large the circle of a party is, and that of where it should go."""

_EDGE = {Ring.KNOW: 1.0, Ring.THINK: 0.76, Ring.WORK: 0.52, Ring.DECIDE: 0.28}
_MIDDLE = {Ring.OUTSIDE: 1.2, Ring.KNOW: 0.88, Ring.THINK: 0.64, Ring.WORK: 0.4, Ring.DECIDE: 0.2}
"""Where a ring ends, and where parties stand in it, as parts of the whole."""

_QUARTERS = {
    NetworkRole.INFLUENCER: (-1, -1),
    NetworkRole.DECIDER: (1, -1),
    NetworkRole.SUPPLIER: (-1, 1),
    NetworkRole.USER: (1, 1),
}
"""Of each role which quarter is its own: to the right or the left, and below or above."""

_LETTER, _HEADING = 19.0, 22.0
_NAMES = ((240.0, 3), (180.0, 3), (150.0, 2))
"""How wide names may be and on how many lines, the next where there is no room for the one before."""

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


def rings(placed: Placed, box: Box, cards: Mapping[str, Card], say: Words) -> Sheet | None:
    """The rings with everybody who has a role; None where not every name has room."""
    round_ = _Round(box.x + box.wide / 2, box.y + box.high / 2, box.wide * 0.37, (box.high / 2 - 34) * 0.86)
    sheet = Sheet(rules=_axes(box, round_), ovals=_ovals(round_))
    _headings(sheet, box, say)
    _ring_names(sheet, round_, say)
    spots = list(_spots(placed, round_, cards))
    if any(not box.holds(_around(x, y, NODE)) for _, x, y, _ in spots) or _crowded(spots):
        return None
    taken = [line.box for line in sheet.text] + sheet.pills
    if any(_around(x, y, NODE).meets(other) for _, x, y, _ in spots for other in taken):
        return None
    taken += [_around(x, y, NODE) for _, x, y, _ in spots]
    taken += [dot for _, x, y, to in spots if to for dot in _on_the_way(x, y, *to)]
    named = (_named(spots, round_, box, taken, wide, most) for wide, most in _NAMES)
    nodes = next((found for found in named if found is not None), None)
    if nodes is None:
        return None
    sheet.nodes = nodes
    return sheet


def _named(
    spots: Sequence[Spot], round_: _Round, box: Box, taken: Sequence[Box], wide: float, most: int
) -> list[Node] | None:
    """Every party with its name; None where one has no room."""
    nodes: list[Node] = []
    full = list(taken)
    for card, x, y, to in spots:
        said = wrapped(card.name, wide, _LETTER, most, bold=True)
        name = _name(card, said, x, y, x >= round_.x, box, full)
        if name is None:
            return None
        full += [line.box for line in name]
        nodes.append(Node(card, x, y, tuple(name), to))
    return nodes


def _spots(placed: Placed, round_: _Round, cards: Mapping[str, Card]) -> Iterator[Spot]:
    """Where each party stands, at equal angles in its quarter of its ring, and where it should go."""
    for ring in INWARDS:
        for role in NetworkRole:
            parties = placed.cell(ring, role)
            for nth, id_ in enumerate(parties):
                part = _part(nth, len(parties))
                to = cards[id_].to
                yield cards[id_], *round_.at(ring, role, part), None if to is None else round_.at(to, role, part)


def _part(nth: int, count: int) -> float:
    """Equal angles, away from the lines between the quarters."""
    return 0.14 + 0.72 * (nth + 0.5) / count


def _crowded(spots: Sequence[Spot]) -> bool:
    places = [(x, y) for _, x, y, _ in spots]
    return any(
        hypot(x - a, y - b) < 2 * NODE + _APART for nth, (x, y) in enumerate(places) for a, b in places[nth + 1 :]
    )


def _around(x: float, y: float, r: float) -> Box:
    return Box(x - r, y - r, 2 * r, 2 * r)


def _on_the_way(x: float, y: float, to_x: float, to_y: float) -> list[Box]:
    """Where the line to another ring runs, and what it ends in."""
    steps = max(1, int(hypot(to_x - x, to_y - y) / TARGET))
    way = [(x + (to_x - x) * nth / steps, y + (to_y - y) * nth / steps) for nth in range(steps)]
    return [_around(to_x, to_y, TARGET + 2), *(_around(*at, 2) for at in way if hypot(at[0] - x, at[1] - y) > NODE)]


def _name(
    card: Card, said: tuple[str, ...], x: float, y: float, right: bool, box: Box, taken: Sequence[Box]
) -> list[Line] | None:
    """The name of a party beside, below or above it, on the first side that is free; None where none is."""
    tall, beside = high(len(said), _LETTER), NODE + (_SIGN if card.differs else 8.0)
    outward, inward = ("start", "end") if right else ("end", "start")
    out = x + (beside if right else -beside)
    sides = (
        (out, y - tall / 2, outward),
        (x, y + beside, "middle"),
        (x, y - beside - tall, "middle"),
        (x, y + beside, outward),
        (x, y - beside - tall, outward),
        (x - (beside if right else -beside), y - tall / 2, inward),
        (x, y + beside, inward),
        (x, y - beside - tall, inward),
    )
    for left, top, anchor in sides:
        name = lines(said, left, top, _LETTER, bold=True, anchor=anchor, halo=True)
        if all(box.holds(line.box) and not any(line.box.meets(other) for other in taken) for line in name):
            return name
    return None


# -- what stands round it ---------------------------------------------------------------------------------------------


def _ovals(round_: _Round) -> list[Oval]:
    return [Oval(ring, round_.x, round_.y, round_.rx * part, round_.ry * part) for ring, part in _EDGE.items()]


def _axes(box: Box, round_: _Round) -> list[Box]:
    return [Box(box.x, round_.y, box.wide, 0), Box(round_.x, box.y, 0, box.high)]


def _headings(sheet: Sheet, box: Box, say: Words) -> None:
    for role, (right, below) in _QUARTERS.items():
        x, anchor = (box.right - 18, "end") if right > 0 else (box.x + 18, "start")
        y = box.bottom - 18 - high(1, _HEADING) - high(1, LEAST) if below > 0 else box.y + 14
        sheet.text += lines((say.choice("power_map_drawn.quarter", role),), x, y, _HEADING, True, anchor)
        term = (say.choice("power_map_drawn.quarter_term", role),)
        sheet.text += lines(term, x, y + high(1, _HEADING), anchor=anchor, colour="soft")
    sheet.text += lines(
        wrapped(say.choice("rings", Ring.OUTSIDE), 130, LEAST, 3, bold=True),
        box.x + 18, sheet.rules[0].y - 62, LEAST, bold=True, colour="sore",
    )  # fmt: skip


def _ring_names(sheet: Sheet, round_: _Round, say: Words) -> None:
    for ring in INWARDS[1:]:
        said = say.choice("rings", ring)
        wide = width(said, LEAST, bold=True) + 28
        y = round_.y - round_.ry * (_MIDDLE[ring] if ring is not Ring.DECIDE else 0.2)
        sheet.pills.append(Box(round_.x - wide / 2, y - 15, wide, 30))
        sheet.text.append(Line(round_.x, y + 6, said, LEAST, bold=True, anchor="middle"))
