"""The web on paper, in the shape of the article's figure 1, with names on everything."""

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from coprod_core.indicators.gap import Gap
from coprod_core.placing.zones import Box, zones
from coprod_core.rounds.publication import LEAST
from coprod_core.web.model import Actor, Interest, Sphere, Web
from coprod_ui.palette import PALETTE
from coprod_ui.report.document import WebPicture
from coprod_ui.report.letters import literal_text
from coprod_ui.report.on_paper import INK, PAPER, blank
from coprod_ui.sentences.amounts import side
from coprod_ui.sentences.group_size import is_small
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words

WANTS, OPPOSES, DIVIDED = PALETTE.paper["blue"], PALETTE.paper["sore"], PALETTE.paper["soft"]
_LINES = {
    "for": (WANTS, "-", "+"),
    "divided": (DIVIDED, (0, (1, 2)), "·"),
    "against": (OPPOSES, (0, (4, 2.5)), "−"),
}
"""Of each side its colour, its dashes and its sign."""

_ZONES = {
    "organisations": "public",
    "politics": "political_authority",
    "citizens": "citizens",
    "table": "table",
}
"""Of each zone the name of its heading."""

EDGES: Mapping[Sphere, str] = {sphere: PALETTE.paper[f"party.{sphere}"] for sphere in Sphere}
_SCALE = 0.94
"""Pixels of the picture for each step on the canvas."""

_MARGIN = 8.0
MOST_SIGNS = 120
"""With more links than this a sign on each would hide the web."""


def web_on_paper(picture: WebPicture, words: Words) -> Figure:
    """The zones, the parties with their seats and people, the interests, and what each wants or does not want."""
    web, gap = picture.web, picture.readings.gap
    axes = _ground(web, words)
    nodes: tuple[Actor | Interest, ...] = (*web.actors, *web.interests)
    places = {node.id: _place(node) for node in nodes}
    _links(axes, web, places)
    for interest in web.interests:
        _interest(axes, interest, gap, words)
    for actor in web.actors:
        _party(axes, actor, words)
    figure = axes.get_figure(root=True)
    assert figure is not None  # `_ground` put the axes in one
    return figure


def _place(node: Actor | Interest) -> tuple[float, float]:
    """Where a part stands, in a web in which everything has a place."""
    assert node.x is not None
    assert node.y is not None
    return node.x, node.y


def zones_drawn(web: Web) -> list[tuple[str, tuple[str, str], Box]]:
    """The zones in the order they are drawn: the name of the heading, the colours inside and of the edge, and where."""
    where, colours = zones(web), PALETTE.paper
    return [
        (heading, (colours[f"zone.{name}"], colours[f"edge.{name}"]), getattr(where, name))
        for name, heading in _ZONES.items()
    ]


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


def _box(axes: Axes, left: float, top: float, wide: float, high: float, rounding: float, **look: Any) -> None:
    shape = f"round,pad=0,rounding_size={min(rounding, high / 2)}"
    axes.add_patch(FancyBboxPatch((left, top), wide, high, boxstyle=shape, **look))


def _write(axes: Axes, x: float, y: float, said: str, size: float = 8, **look: Any) -> None:
    look = {"ha": "center", "va": "center", "color": INK, "linespacing": 1.1, **look}
    literal_text(axes.text(x, y, said, fontsize=size, **look))


def _links(axes: Axes, web: Web, places: Mapping[str, tuple[float, float]]) -> None:
    """A line for every stake; with signs, as long as they can be told apart."""
    for which, (color, dashes, sign) in _LINES.items():
        stakes = [stake for stake in web.stakes if side(stake.position) == which]
        lines = [(places[stake.actor], places[stake.interest]) for stake in stakes]
        widths = [0.7 + 3 * stake.weight for stake in stakes]
        axes.add_collection(
            LineCollection(lines, colors=color, linestyles=[dashes], linewidths=widths, alpha=0.55, zorder=2)
        )
        if len(web.stakes) <= MOST_SIGNS:
            for line in lines:
                _sign(axes, line, sign, color)


def _sign(axes: Axes, line: tuple[tuple[float, float], tuple[float, float]], said: str, color: str) -> None:
    (x1, y1), (x2, y2) = line
    x, y = x1 + 0.62 * (x2 - x1), y1 + 0.62 * (y2 - y1)
    axes.add_patch(Circle((x, y), 7, fc=PAPER, ec=color, lw=0.9, zorder=3))
    _write(axes, x, y, said, size=8, color=color, weight="bold", zorder=3.1)


def _interest(axes: Axes, interest: Interest, gap: Gap | None, words: Words) -> None:
    size = 8 + 42 * (gap.outside.get(interest.id, 0.0) if gap else 0.0) * 0.8
    at = _place(interest)
    unheard = gap is not None and interest.id in gap.unheard
    if unheard:
        axes.add_patch(Circle(at, size + 6, fc="none", ec=OPPOSES, lw=3, ls=(0, (1.2, 1.6)), zorder=4))
    axes.add_patch(Circle(at, size, fc=PAPER, ec=INK, lw=1.4, zorder=4))
    lines = wrap(shortened(interest.name, 44), 17, break_long_words=True)
    if unheard and gap is not None:
        lines.append(words("terms.hardly_heard" if gap.table.get(interest.id, 0.0) > 1e-9 else "terms.unheard"))
    y = at[1] + size + (10 if unheard else 4)
    under: dict[str, Any] = {"va": "top", "zorder": 6, "bbox": {"fc": PAPER, "ec": "none", "alpha": 0.75, "pad": 0.6}}
    _write(axes, at[0], y, "\n".join(lines), size=7.5, **under)


def _party(axes: Axes, actor: Actor, words: Words) -> None:
    lines = wrap(shortened(actor.name, 60), 21, break_long_words=True)
    wide, high = 148.0, 12.0 + 12.5 * len(lines)
    absent = actor.citizens and not actor.seated
    look: dict[str, Any] = {"fc": PAPER, "ec": EDGES[actor.sphere], "lw": 1.5, "zorder": 5}
    look["ls"] = (0, (4, 2.5)) if absent else "-"
    x, y = _place(actor)
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
