"""A small picture of a web in the shape of the article's figure 1, for the cards on the start screen.

It holds shapes and no words, so nothing a person wrote can end up in the SVG.
"""

from dataclasses import dataclass

from coprod_core.model import Actor, Sphere, Stake, Web

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


@dataclass(frozen=True, slots=True)
class _Palette:
    """The canvas's colours that a picture this small can show."""

    ground: str
    ink: str
    public: str
    politics: str
    citizens: str
    table: str
    table_edge: str
    wants: str
    opposes: str
    spheres: dict[Sphere, str]


_LIGHT = _Palette(
    ground="#FCFBF8",
    ink="#1B2430",
    public="#E3EDF5",
    politics="#F4E5EE",
    citizens="#FAEFD9",
    table="#D8EFE6",
    table_edge="#006B50",
    wants="#0072B2",
    opposes="#B34700",
    spheres={
        Sphere.CITIZENS: "#00785A",
        Sphere.OWN_ORGANISATION: "#0072B2",
        Sphere.OTHER_ORGANISATION: "#56B4E9",
        Sphere.POLITICAL_AUTHORITY: "#CC79A7",
        Sphere.PROFESSIONAL: "#1B2430",
    },
)
_DARK = _Palette(
    ground="#14191F",
    ink="#EEF1F4",
    public="#1B2B39",
    politics="#33232D",
    citizens="#332A18",
    table="#143428",
    table_edge="#2FC29A",
    wants="#56B4E9",
    opposes="#F08A4B",
    spheres={
        Sphere.CITIZENS: "#2FC29A",
        Sphere.OWN_ORGANISATION: "#4BA3DB",
        Sphere.OTHER_ORGANISATION: "#9AD3F5",
        Sphere.POLITICAL_AUTHORITY: "#E29AC2",
        Sphere.PROFESSIONAL: "#F2F4F6",
    },
)


def case_picture(web: Web, dark: bool) -> str:
    """The web as an SVG of 290 x 158: the zones, the stakes, the interests and the parties that have a place.

    A line is wider when the interest is more important, and orange and dashed when the party is against it.
    Residents who are not at the table have a dashed, empty box. The same web always gives the same text.
    """
    palette = _DARK if dark else _LIGHT
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
    nodes = (*web.actors, *web.interests)
    return {node.id: _scaled(node.x, node.y) for node in nodes if node.x is not None and node.y is not None}


def _scaled(x: float, y: float) -> Point:
    return x * WIDTH / _WORLD[0], y * HEIGHT / _WORLD[1]


def _zones(palette: _Palette) -> list[str]:
    return [
        _tag("rect", width=WIDTH, height=HEIGHT, fill=palette.ground),
        _zone(_PUBLIC, palette.public),
        _zone(_POLITICS, palette.politics),
        _zone(_CITIZENS, palette.citizens),
        _zone(_TABLE, palette.table, stroke=palette.table_edge, stroke_width=2),
    ]


def _zone(zone: _Zone, fill: str, **style: str | float) -> str:
    (x, y), (width, height) = _scaled(zone.x, zone.y), _scaled(zone.width, zone.height)
    return _tag("rect", x=x, y=y, width=width, height=height, rx=_CORNER, fill=fill, **style)


def _link(stake: Stake, places: dict[str, Point], palette: _Palette) -> str:
    (x1, y1), (x2, y2) = places[stake.actor], places[stake.interest]
    style = {"stroke": palette.wants} if stake.position >= 0 else {"stroke": palette.opposes, "stroke_dasharray": "5 4"}
    return _tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=0.8 + 2.7 * stake.weight, opacity=0.8, **style)


def _interest(at: Point, palette: _Palette) -> str:
    return _tag("circle", cx=at[0], cy=at[1], r=_INTEREST, fill=palette.ground, stroke=palette.ink, stroke_width=2)


def _party(actor: Actor, at: Point, palette: _Palette) -> str:
    if actor.sphere == Sphere.PROFESSIONAL:
        return _diamond(at, palette.spheres[actor.sphere])
    if actor.citizens and not actor.seated:
        return _box(at, fill=palette.ground, stroke=palette.ink, stroke_width=1.5, stroke_dasharray="4 3")
    return _box(at, fill=palette.spheres[actor.sphere], stroke=palette.ink, stroke_width=1.5)


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
