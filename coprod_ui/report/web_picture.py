"""The web on paper, in the shape of the article's figure 1, with names on everything."""

from collections.abc import Mapping
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from coprod_core.indicators import Gap
from coprod_core.model import Actor, Interest, Sphere, Web
from coprod_core.rounds import LEAST
from coprod_ui.report.document import WebPicture
from coprod_ui.report.on_paper import INK, PAPER, blank, literal_text
from coprod_ui.report.small_groups import is_small
from coprod_ui.sentences.names import shortened
from coprod_ui.web_editor.layout import Box, zones
from coprod_ui.words import Words

WANTS, OPPOSES = "#0072B2", "#B34700"
_ZONES = {
    "organisations": ("public", ("#E3EDF5", "#3A6E97")),
    "politics": ("political_authority", ("#F4E5EE", "#8E4F79")),
    "citizens": ("citizens", ("#FAEFD9", "#8A5F0E")),
    "table": ("table", ("#D8EFE6", "#006B50")),
}
"""Of each zone the name of its heading, and its colours: inside, and of edge and heading."""

EDGES: Mapping[Sphere, str] = {
    Sphere.CITIZENS: "#00785A",
    Sphere.OWN_ORGANISATION: "#0072B2",
    Sphere.OTHER_ORGANISATION: "#4F86B0",
    Sphere.POLITICAL_AUTHORITY: "#A86A93",
    Sphere.PROFESSIONAL: INK,
}
_SCALE = 0.94
"""Pixels of the picture for each step on the canvas."""

_MARGIN = 8.0
MOST_SIGNS = 120
"""With more links than this a sign on each would hide the web."""


def web_on_paper(picture: WebPicture, words: Words) -> Figure:
    """The zones, the parties with their seats and people, the interests, and what each wants or does not want."""
    web, gap = picture.web, picture.readings.gap
    axes = _ground(web, words)
    places = {node.id: (node.x, node.y) for node in (*web.actors, *web.interests)}
    _links(axes, web, places)
    for interest in web.interests:
        _interest(axes, interest, gap, words)
    for actor in web.actors:
        _party(axes, actor, words)
    figure: Figure = axes.figure
    return figure


def zones_drawn(web: Web) -> list[tuple[str, tuple[str, str], Box]]:
    """The zones in the order they are drawn: the name of the heading, the colours inside and of the edge, and where."""
    where = zones(web)
    return [(heading, colors, getattr(where, name)) for name, (heading, colors) in _ZONES.items()]


def _ground(web: Web, words: Words) -> Axes:
    drawn = zones_drawn(web)
    left, top = (min(getattr(box, side) for _, _, box in drawn) - _MARGIN for side in ("left", "top"))
    right, bottom = (max(getattr(box, side) for _, _, box in drawn) + _MARGIN for side in ("right", "bottom"))
    figure = blank(_SCALE * (right - left), _SCALE * (bottom - top))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    axes.axis("off")
    for heading, (tint, edge), box in drawn:
        _box(axes, box.left, box.top, box.right - box.left, box.bottom - box.top, 10, fc=tint, ec=edge, lw=1.2)
        said = words.choice("zones", heading)
        _write(axes, box.left + 10, box.top + 14, said, size=7.5, color=edge, weight="bold", ha="left")
    return axes


def _box(axes: Axes, left: float, top: float, wide: float, high: float, rounding: float, **look: object) -> None:
    shape = f"round,pad=0,rounding_size={min(rounding, high / 2)}"
    axes.add_patch(FancyBboxPatch((left, top), wide, high, boxstyle=shape, **look))


def _write(axes: Axes, x: float, y: float, said: str, size: float = 8, **look: object) -> None:
    look = {"ha": "center", "va": "center", "color": INK, "linespacing": 1.1, **look}
    literal_text(axes.text(x, y, said, fontsize=size, **look))


def _links(axes: Axes, web: Web, places: Mapping[str, tuple[float, float]]) -> None:
    """A line for every stake; with signs, as long as they can be told apart."""
    for wants in (True, False):
        stakes = [stake for stake in web.stakes if (stake.position >= 0) == wants]
        lines = [(places[stake.actor], places[stake.interest]) for stake in stakes]
        color, dashes = (WANTS, "-") if wants else (OPPOSES, (0, (4, 2.5)))
        widths = [0.7 + 3 * stake.weight for stake in stakes]
        axes.add_collection(
            LineCollection(lines, colors=color, linestyles=[dashes], linewidths=widths, alpha=0.55, zorder=2)
        )
        if len(web.stakes) <= MOST_SIGNS:
            for line in lines:
                _sign(axes, line, "+" if wants else "−", color)


def _sign(axes: Axes, line: tuple[tuple[float, float], tuple[float, float]], said: str, color: str) -> None:
    (x1, y1), (x2, y2) = line
    x, y = x1 + 0.62 * (x2 - x1), y1 + 0.62 * (y2 - y1)
    axes.add_patch(Circle((x, y), 7, fc=PAPER, ec=color, lw=0.9, zorder=3))
    _write(axes, x, y, said, size=8, color=color, weight="bold", zorder=3.1)


def _interest(axes: Axes, interest: Interest, gap: Gap | None, words: Words) -> None:
    size = 8 + 42 * (gap.outside.get(interest.id, 0.0) if gap else 0.0) * 0.8
    at = interest.x, interest.y
    unheard = gap is not None and interest.id in gap.unheard
    if unheard:
        axes.add_patch(Circle(at, size + 6, fc="none", ec=OPPOSES, lw=3, ls=(0, (1.2, 1.6)), zorder=4))
    axes.add_patch(Circle(at, size, fc=PAPER, ec=INK, lw=1.4, zorder=4))
    lines = wrap(shortened(interest.name, 44), 17, break_long_words=True)
    if unheard and gap is not None:
        lines.append(words("terms.hardly_heard" if gap.table.get(interest.id, 0.0) > 1e-9 else "terms.unheard"))
    y = at[1] + size + (10 if unheard else 4)
    under = {"va": "top", "zorder": 6, "bbox": {"fc": PAPER, "ec": "none", "alpha": 0.75, "pad": 0.6}}
    _write(axes, at[0], y, "\n".join(lines), size=7.5, **under)


def _party(axes: Axes, actor: Actor, words: Words) -> None:
    lines = wrap(shortened(actor.name, 60), 21, break_long_words=True)
    wide, high = 148.0, 12.0 + 12.5 * len(lines)
    absent = actor.citizens and not actor.seated
    look = {"fc": PAPER, "ec": EDGES[actor.sphere], "lw": 1.5, "ls": (0, (4, 2.5)) if absent else "-", "zorder": 5}
    x, y = actor.x, actor.y
    _box(axes, x - wide / 2, y - high / 2, wide, high, 8, **look)
    _write(axes, x, y, "\n".join(lines), size=7.8, weight="bold", zorder=6)
    if actor.citizens:
        _badge(axes, actor, x + wide / 2, y - high / 2 - 5, words)


def _badge(axes: Axes, actor: Actor, x: float, y: float, words: Words) -> None:
    said = words.count(actor.people) if actor.people is not None else "?"
    said = f"{words.count(actor.seats)}/{said}" if not is_small(actor) else f"<{LEAST}"
    wide = 10 + 6.2 * len(said)
    color = EDGES[actor.sphere] if actor.seated else PAPER
    _box(axes, x - wide, y - 9, wide, 17, 8, fc=color, ec=EDGES[actor.sphere], lw=1, zorder=7)
    _write(axes, x - wide / 2, y, said, size=7, color=PAPER if actor.seated else INK, weight="bold", zorder=8)
