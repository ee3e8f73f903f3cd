"""Chairs and people as SVG: who sits at the table, how many people do not, and who brings an interest in.

The pictures hold no text: what they show stands in words beside them. Shapes differ as well as colours.
"""

from collections.abc import Sequence
from math import ceil

from coprod_core.web.model import Sphere
from coprod_ui.charts.drawing import Drawing
from coprod_ui.palette import PALETTE, Colours

FIGURE_WIDTH, FIGURE_HEIGHT = 15.6, 21.0
_LEFT, _TOP, _TABLE_WIDTH = 40.0, 46.0, 152.0
_WIDTH = 276.0
_CHAIR = 15.0
_BODY = "M-5.2 9c0-6.5 1.6-8.6 5.2-8.6S5.2 2.5 5.2 9z"


def colours(dark: bool) -> Colours:
    """The colours of the ground a person looks at."""
    return PALETTE.dark if dark else PALETTE.light


def table_from_above(
    seats: int, organisations: Sequence[Sphere], claimed: int, dark: bool, height: float = 204, empty: int = 6
) -> Drawing:
    """The table: residents' chairs left and below it, those of organisations above, claimed ones empty on the right,
    tied to what stands beside the picture. Without residents `empty` chairs stand in their places.
    """
    tall = height - 86
    parts = [_rectangle(_LEFT, _TOP, _TABLE_WIDTH, tall, 16, _table_look(dark))]
    for place, sphere in enumerate(organisations):
        x = _LEFT + _TABLE_WIDTH * (place + 1) / (len(organisations) + 1)
        parts.append(_organisation(x, _TOP - 20, min(_CHAIR, 0.42 * _TABLE_WIDTH / len(organisations)), sphere, dark))
    for x, y, size in _places(seats or empty, tall):
        parts.append(_resident(x, y, size, dark) if seats else _free(x, y, size - 2, dark))
    parts += _claimed(claimed, tall, dark)
    return _svg(_WIDTH, height, parts)


def figures(count: int, kind: str, dark: bool, per_row: int = 20, scale: float = 1.0) -> Drawing:
    """A row of people. `kind`: how hard it hits each: `hard` (dark), `plans` (half), `notice` (open), or `unknown`
    (dotted: how many or how hard is not known).
    """
    rows = max(1, ceil(count / per_row))
    wide, high = FIGURE_WIDTH * scale, FIGURE_HEIGHT * scale
    used = [
        f'<use href="#{_name(kind, dark)}" transform="translate({wide * (i % per_row + 0.5):g} '
        f'{high * (i // per_row) + 9.5 * scale:g}) scale({1.05 * scale:g})"/>'
        for i in range(count)
    ]
    return _svg(wide * max(1, min(count, per_row)), high * rows, [f"<defs>{_person(kind, dark)}</defs>", *used])


def voice_sign(by: str, dark: bool) -> Drawing:
    """An interest with the ring that says who brings it in (a `by` of `voiced_by`); without a ring residents do."""
    ink, sore, box = colours(dark)["ink"], colours(dark)["sore"], colours(dark)["card"]
    plain = by == "residents"
    circle = f'<circle cx="17" cy="17" r="{7 if plain else 8}" fill="{box}" stroke="{ink}" stroke-width="3"/>'
    return _svg(34, 34, [_ring(by, sore), circle])


# -- the parts ------------------------------------------------------------------------------------------------------


def _places(seats: int, tall: float) -> list[tuple[float, float, float]]:
    """Where residents sit, and how large a chair is: half of them to the left, the others below."""
    left = ceil(seats / 2)
    below = seats - left
    beside = min(_CHAIR, 0.45 * tall / left)
    under = min(_CHAIR, 0.45 * _TABLE_WIDTH / below) if below else _CHAIR
    return [
        *((_LEFT - 20, _TOP + (i + 0.5) * tall / left, beside) for i in range(left)),
        *((_LEFT + (i + 0.5) * _TABLE_WIDTH / below, _TOP + tall + 20, under) for i in range(below)),
    ]


def _claimed(claimed: int, tall: float, dark: bool) -> list[str]:
    x, ink = _LEFT + _TABLE_WIDTH + 20, colours(dark)["ink"]
    size = min(13.0, 0.45 * tall / claimed) if claimed else 0.0
    parts: list[str] = []
    for i in range(claimed):
        y = _TOP + (i + 0.5) * tall / claimed
        tie = f"M{x + 16:g} {y:g}C{x + 42:g} {y:g} {x + 36:g} 12 {_WIDTH:g} 12"
        parts.append(f'<path d="{tie}" fill="none" stroke="{ink}" stroke-dasharray="2 4"/>')
        parts.append(_free(x, y, size, dark))
    return parts


def _resident(x: float, y: float, size: float, dark: bool) -> str:
    of = colours(dark)
    seat = _square(x, y, size, 0.45, f'fill="{of["edge.table"]}"')
    body = f'<g transform="translate({x:g} {y - size / 8:g}) scale({size / 12:g})" fill="{of["letter.seated"]}">'
    return f'{seat}{body}<path d="{_BODY}"/><circle cy="-4" r="3.6"/></g>'


def _organisation(x: float, y: float, size: float, sphere: Sphere, dark: bool) -> str:
    of = colours(dark)
    look = f'fill="{of["zone.organisations"]}" stroke="{of["edge.organisations"]}" stroke-width="1.6"'
    turned = f' transform="rotate(45 {x:g} {y:g})"' if sphere == Sphere.PROFESSIONAL else ""
    mark = _square(x, y, size * 0.5, 0.25, f'fill="{of[f"party.{sphere}"]}"{turned}')
    return _square(x, y, size, 0.45, look) + mark


def _free(x: float, y: float, size: float, dark: bool) -> str:
    of = colours(dark)
    look = f'fill="{of["card"]}" stroke="{of["ink"]}" stroke-width="2" stroke-dasharray="4 3"'
    return _square(x, y, size, 0.4, look)


def _person(kind: str, dark: bool) -> str:
    ink, box = colours(dark)["ink"], colours(dark)["card"]
    fill = ink if kind == "hard" else box
    dots = ' stroke-dasharray="1.5 1.5"' if kind == "unknown" else ""
    half = f'<path d="M-5.2 9c0-6.5 1.6-8.6 5.2-8.6V9z" fill="{ink}"/>' if kind == "plans" else ""
    look = f'stroke="{ink}" fill="{fill}"{dots}'
    return f'<g id="{_name(kind, dark)}" {look}><path d="{_BODY}"/><circle cy="-4" r="3.6"/>{half}</g>'


def _name(kind: str, dark: bool) -> str:
    """What one person of a kind is called in the picture: pictures on one page may share it."""
    return f"person-{kind}-{'dark' if dark else 'light'}"


def _ring(by: str, sore: str) -> str:
    look, thin = (f'fill="none" stroke="{sore}" stroke-width="{wide}"' for wide in ("3", "1.6"))
    if by == "nobody":
        return f'<circle cx="17" cy="17" r="14" {look} stroke-dasharray="4 3.3"/>'
    if by == "hardly":
        quarter = f'<path d="M7.1 7.1A14 14 0 0 1 26.9 7.1" {look}/>'
        return f'<circle cx="17" cy="17" r="14" {thin} stroke-dasharray="1.5 3"/>{quarter}'
    if by == "agreed":
        return f'<circle cx="17" cy="17" r="12" {thin}/><circle cx="17" cy="17" r="15.5" {thin}/>'
    if by == "organisation":
        return f'<rect x="3" y="3" width="28" height="28" rx="4" {look} stroke-dasharray="7 3.5"/>'
    return ""


def _table_look(dark: bool) -> str:
    of = colours(dark)
    return f'fill="{of["zone.table"]}" stroke="{of["edge.table"]}" stroke-width="2.5"'


def _square(x: float, y: float, size: float, round_: float, look: str) -> str:
    return _rectangle(x - size, y - size, 2 * size, 2 * size, size * round_, look)


def _rectangle(x: float, y: float, wide: float, high: float, corner: float, look: str) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="{corner:g}" {look}/>'


def _svg(width: float, height: float, parts: Sequence[str]) -> Drawing:
    drawn = "".join(parts)
    head = (
        f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    )
    return Drawing(f"<svg {head}>{drawn}</svg>", width, height)
