"""What the scenes of the dilemmas have in common: their look, and how their pictures are put into a page."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, cos, pi, sin, sqrt
from pathlib import Path

from markupsafe import Markup

from coprod_ui.palette import PALETTE, Colours
from coprod_ui.palette.css import on_ground

_STYLE = Path(__file__).with_name("scenes.css")

Draw = Callable[[Colours], str]
"""A picture as the inside of an SVG, in the colours of a ground."""


@dataclass(frozen=True)
class Place:
    """Where something is drawn: on a `dark` ground or a light one; or in the `room`, whose window follows its own."""

    dark: bool = False
    room: bool = False

    @property
    def style(self) -> Markup:
        """The style sheet of the scenes, in the colours of this ground."""
        return Markup(on_ground(_STYLE.read_text("utf-8"), self.dark))

    def picture(self, wide: float, high: float, draw: Draw) -> Markup:
        """A picture that only repeats what is said beside it. A screen drops `<svg>`, the room loads no image."""
        if self.room:
            both = (("in-light", PALETTE.light), ("in-dark", PALETTE.dark))
            return Markup("").join(
                Markup('<span class="{}">{}</span>').format(ground, Markup(_svg(wide, high, draw(colours))))
                for ground, colours in both
            )
        svg = _svg(wide, high, draw(PALETTE.dark if self.dark else PALETTE.light))
        data = b64encode(svg.encode()).decode()
        return Markup('<img alt="" width="{:g}" height="{:g}" src="data:image/svg+xml;base64,{}">').format(
            wide, high, data
        )


def _svg(wide: float, high: float, inside: str) -> str:
    size = f'viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" {size}>{inside}</svg>'


# -- shapes ---------------------------------------------------------------------------------------------------------


def hatched(name: str, colour: str) -> tuple[str, str]:
    """What draws a hatched ground, to stand before its use, and how to fill with it. `name`: once on a page."""
    name = f"{name}-{colour.lstrip('#')}"
    lines = (
        f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="3" height="6" fill="{colour}"/></pattern>'
    )
    return f"<defs>{lines}</defs>", f"url(#{name})"


def level(x: float, y: float, r: float, part: float, c: Colours) -> str:
    """A circle that is filled as far as `part` (0..1) of its height."""
    edge = f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="none" stroke="{c["ink"]}" stroke-width="1.6"/>'
    if part >= 1:
        return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{c["edge.organisations"]}"/>{edge}'
    top = r - 2 * r * part
    half = sqrt(max(0.0, r * r - top * top))
    large = 1 if part > 0.5 else 0
    filled = f"M{x - half:.2f} {y + top:.2f}A{r:g} {r:g} 0 {large} 0 {x + half:.2f} {y + top:.2f}Z"
    return f'<path d="{filled}" fill="{c["edge.organisations"]}"/>{edge}'


def nobody(x: float, y: float, r: float, c: Colours) -> str:
    """The circle of what nobody at a table feels."""
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{c["ground"]}" stroke="{c["sore"]}" stroke-width="2.5" '
        'stroke-dasharray="4 3"/>'
    )


def voiced(x: float, y: float, r: float, c: Colours) -> str:
    """The same with a double ring round it: somebody brings it in."""
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="{{r:g}}" fill="none" stroke="{c["sore"]}" stroke-width="2"/>'
    return ring.format(r=r + 1) + ring.format(r=r + 5)


def chair(x: float, y: float, r: float, kind: str, c: Colours) -> str:
    """A chair: of residents (`residents`), of residents who come (`new`), of an organisation (`organisation`)."""
    fill, edge, wide = {
        "residents": (c["party.seated"], c["party.seated"], 1.0),
        "new": (c["card"], c["party.seated"], max(2.0, r / 2)),
        "organisation": (c["zone.organisations"], c["edge.organisations"], 1.6),
    }[kind]
    inset = wide / 2
    side = 2 * (r - inset)
    return (
        f'<rect x="{x - r + inset:g}" y="{y - r + inset:g}" width="{side:g}" height="{side:g}" rx="{r * 0.4:g}" '
        f'fill="{fill}" stroke="{edge}" stroke-width="{wide:g}"/>'
    )


def plate(missed: float, c: Colours, r: float = 15) -> str:
    """A round plate of all that is at stake, of which the part `missed` (0..1) is hatched: nobody feels it there."""
    m = r + 1
    shape = f'cx="{m:g}" cy="{m:g}" r="{r:g}"'
    edge = f'<circle {shape} fill="none" stroke="{c["ink"]}" stroke-width="1.6"/>'
    ground = f'<circle {shape} fill="{c["edge.organisations"]}"/>'
    if missed <= 0:
        return ground + edge
    defs, fill = hatched("plate", c["sore"])
    if missed >= 1:
        return f'{defs}<circle {shape} fill="{c["card"]}"/><circle {shape} fill="{fill}"/>{edge}'
    angle = 2 * pi * missed
    end = f"{m + r * sin(angle):.2f} {m - r * cos(angle):.2f}"
    slice_ = f"M{m:g} {m:g}V{m - r:g}A{r:g} {r:g} 0 {1 if missed > 0.5 else 0} 1 {end}Z"
    gone = f'<path d="{slice_}" fill="{c["card"]}"/><path d="{slice_}" fill="{fill}"/>'
    return f"{defs}{ground}{gone}{edge}"


def whole(seats: float) -> int:
    """Chairs to draw for seats that may be a part of one."""
    return ceil(seats - 1e-9)
