"""The web as a picture with names, to look at together: on the trainer's screen, on the projector and on paper."""

import textwrap

from coprod_core.web.model import Actor, Sphere, Web
from coprod_ui.charts.web_small import HEIGHT, WIDTH, case_picture
from coprod_ui.palette import PALETTE
from coprod_ui.words import Words, html_text

_WORLD = (950, 410)  # the canvas's coordinates, which the web's `x` and `y` are in
_INK, _PAPER = PALETTE.both("ink"), PALETTE.both("ground")
_SIZE, _SMALL = 6.4, 5.8
_LINE = 6.6
_MOST_LINES = 3


def named_picture(web: Web, words: Words, dark: bool) -> str:
    """The picture of a web as SVG, with the names of its parties and interests; people's words are escaped."""
    labels = [
        *(_zone(words.choice("zones", name), x, y, dark) for name, x, y in _ZONES),
        *(_label(actor.name, actor.x, actor.y, _below(actor), 16, dark) for actor in web.actors),
        *(_label(interest.name, interest.x, interest.y, 13.5, 13, dark) for interest in web.interests),
    ]
    drawn = case_picture(web, dark).replace(f' width="{WIDTH}" height="{HEIGHT}"', "", 1)
    return f"{drawn.removesuffix('</svg>')}{''.join(labels)}</svg>"


_ZONES = (
    ("public", 5.0, 8.5),
    ("political_authority", 5.0, 153.0),
    ("table", 183.0, 20.0),
    ("outside", 236.0, 8.5),
)


def _below(actor: Actor) -> float:
    """How far under a party its name stands; politics is at the bottom, so there it stands above."""
    return -11.5 if actor.sphere == Sphere.POLITICAL_AUTHORITY else 15.5


def _zone(name: str, x: float, y: float, dark: bool) -> str:
    return _text(name, x, y, _SMALL, "start", dark, 'opacity="0.75"')


def _label(name: str, x: float | None, y: float | None, below: float, across: int, dark: bool) -> str:
    if x is None or y is None:
        return ""
    lines = textwrap.wrap(name, across, max_lines=_MOST_LINES, placeholder="…") or [""]
    at = (x * WIDTH / _WORLD[0], y * HEIGHT / _WORLD[1] + below)
    return "".join(
        _text(line, at[0], at[1] + number * _LINE, _SIZE, "middle", dark) for number, line in enumerate(lines)
    )


def _text(text: str, x: float, y: float, size: float, anchor: str, dark: bool, further: str = "") -> str:
    halo = f'stroke="{_PAPER[dark]}" stroke-width="1.6" stroke-linejoin="round" paint-order="stroke"'
    return (
        f'<text x="{x:.4g}" y="{y:.4g}" font-size="{size:g}" font-family="Source Sans, Segoe UI, Roboto, '
        f'Liberation Sans, sans-serif" text-anchor="{anchor}" fill="{_INK[dark]}" {halo} {further}>'
        f"{html_text(text)}</text>"
    )


def described(web: Web, words: Words) -> str:
    """What the picture shows, for who cannot see it."""
    seated = [actor.name for actor in web.actors if actor.seated]
    absent = [actor.name for actor in web.actors if actor.citizens and not actor.seated]
    return words(
        "workshop.picture_alt",
        seated=words.names(seated) or words("workshop.nobody"),
        absent=words.names(absent) or words("workshop.nobody"),
        interests=words.names([interest.name for interest in web.interests]) or words("workshop.nothing"),
    )
