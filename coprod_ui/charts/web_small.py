"""A small picture of a web in the shape of the article's figure 1, for the cards on the start screen.

It holds shapes and no words, so nothing a person wrote can end up in the SVG.
"""

from dataclasses import dataclass

from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from coprod_ui.palette import PALETTE, Colours
from coprod_ui.sentences.amounts import side

WIDTH, HEIGHT = 290, 158
_WORLD = (950, 410)  # the canvas's coordinates, which the web's `x` and `y` are in
_BOX = (27, 17)
_INTEREST = 7  # radius
_CORNER = 7

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Zone:
    """A rectangle of figure 1, in world coordinates."""

    x: float
    y: float
    width: float
    height: float


_PUBLIC = _Zone(4, 4, 192, 314)
_POLITICS = _Zone(4, 330, 560, 76)
_CITIZENS = _Zone(576, 4, 370, 402)
_TABLE = _Zone(588, 34, 176, 364)


def case_picture(web: Web, dark: bool) -> str:
    """The web as an SVG of 290 x 158: the zones, the stakes, the interests and the parties that have a place.

    A line is wider when the interest is more important, and orange and dashed when the party is against it.
    Residents who are not at the table have a dashed, empty box. The same web always gives the same text.
    """
    palette = PALETTE.dark if dark else PALETTE.light
    places = _places(web)
    shapes = [
        *_zones(palette),
        *(_link(stake, places, palette) for stake in web.stakes if {stake.actor, stake.interest} <= places.keys()),
        *(_interest(places[interest.id], palette) for interest in web.interests if interest.id in places),
        *(_party(actor, places[actor.id], palette) for actor in web.actors if actor.id in places),
    ]
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>'


def _places(web: Web) -> dict[str, Point]:
    nodes: tuple[Actor | Interest, ...] = (*web.actors, *web.interests)
    return {node.id: _scaled(node.x, node.y) for node in nodes if node.x is not None and node.y is not None}


def _scaled(x: float, y: float) -> Point:
    return x * WIDTH / _WORLD[0], y * HEIGHT / _WORLD[1]


def _zones(palette: Colours) -> list[str]:
    return [
        _tag("rect", width=WIDTH, height=HEIGHT, fill=palette["ground"]),
        _zone(_PUBLIC, palette["zone.organisations"]),
        _zone(_POLITICS, palette["zone.politics"]),
        _zone(_CITIZENS, palette["zone.citizens"]),
        _zone(_TABLE, palette["zone.table"], stroke=palette["edge.table"], stroke_width=2),
    ]


def _zone(zone: _Zone, fill: str, **style: str | float) -> str:
    (x, y), (width, height) = _scaled(zone.x, zone.y), _scaled(zone.width, zone.height)
    return _tag("rect", x=x, y=y, width=width, height=height, rx=_CORNER, fill=fill, **style)


def _link(stake: Stake, places: dict[str, Point], palette: Colours) -> str:
    (x1, y1), (x2, y2) = places[stake.actor], places[stake.interest]
    style = {
        "for": {"stroke": palette["blue"]},
        "divided": {"stroke": palette["ink"], "stroke_dasharray": "1 3"},
        "against": {"stroke": palette["sore"], "stroke_dasharray": "5 4"},
    }[side(stake.position)]
    return _tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=0.8 + 2.7 * stake.weight, opacity=0.8, **style)


def _interest(at: Point, palette: Colours) -> str:
    return _tag(
        "circle", cx=at[0], cy=at[1], r=_INTEREST, fill=palette["ground"], stroke=palette["ink"], stroke_width=2
    )


def _party(actor: Actor, at: Point, palette: Colours) -> str:
    if actor.sphere == Sphere.PROFESSIONAL:
        return _diamond(at, palette[f"party.{actor.sphere}"])
    if actor.citizens and not actor.seated:
        return _box(at, fill=palette["ground"], stroke=palette["ink"], stroke_width=1.5, stroke_dasharray="4 3")
    return _box(
        at,
        fill=palette["party.seated" if actor.citizens else f"party.{actor.sphere}"],
        stroke=palette["ink"],
        stroke_width=1.5,
    )


def _box(at: Point, **style: str | float) -> str:
    width, height = _BOX
    return _tag("rect", x=at[0] - width / 2, y=at[1] - height / 2, width=width, height=height, rx=5, **style)


def _diamond(at: Point, fill: str) -> str:
    (x, y), reach = at, 11
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return _tag("polygon", points=" ".join(f"{a:.4g},{b:.4g}" for a, b in corners), fill=fill)


def _tag(name: str, **attributes: str | float) -> str:
    written = (f'{key.replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name} {' '.join(written)}/>"


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.4g}"
