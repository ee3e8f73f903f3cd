"""The figures of the screens on paper: a plotly figure redrawn without a browser, as SVG or PNG.

Only what our charts are made of is understood: bars, lines and dots, shapes, notes and a legend. Anything else raises
`TypeError`, so that no picture goes out with a part of it missing.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle
from matplotlib.transforms import ScaledTranslation, Transform

from coprod_core import MADE_WITH
from coprod_ui.palette import PALETTE
from coprod_ui.report.letters import literal_text
from coprod_ui.report.plotly_said import color_of, nth_of, plain, weight_of

PAPER, INK = PALETTE.paper["sheet"], PALETTE.paper["ink"]
_INCH = 96
"""Plotly's pixels in an inch."""

_TEXT = 0.62
"""Points for each of plotly's pixels of text: the face is wider than that of the screen."""

_WIDE = 660
_BETWEEN = 8
_HALVES = {"left": 0.0, "center": 0.5, "right": 1.0}


def as_svg(figure: Figure) -> str:
    """A drawing as SVG without fonts: its letters are shapes."""
    written = io.StringIO()
    figure.savefig(written, format="svg", facecolor=PAPER, metadata={"Date": None, "Creator": MADE_WITH})
    return written.getvalue()


def as_png(figure: Figure) -> bytes:
    """A drawing as PNG, fine enough for print."""
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=190, facecolor=PAPER, metadata={"Software": MADE_WITH})
    return written.getvalue()


def blank(wide: float, high: float) -> Figure:
    """An empty drawing, measured in pixels."""
    figure = Figure(figsize=(wide / _INCH, high / _INCH), facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure


@dataclass(frozen=True)
class _Frame:
    """An area of a figure with its own two axes."""

    axes: Axes
    x: Any
    y: Any


def on_paper(drawn: go.Figure) -> Figure:
    """A chart redrawn for paper. Raises `TypeError` where it holds something that is not understood."""
    high = drawn.layout.height or 300
    figure = blank(_WIDE, high)
    frames = {name: _frame(figure, drawn, name) for name in _frames(drawn)}
    for trace in drawn.data:
        _trace(frames[(trace.xaxis or "x")[1:]], trace)
    for shape in drawn.layout.shapes:
        _shape(frames[""].axes, shape)
    for note in drawn.layout.annotations:
        _note(figure, frames[""].axes, note, drawn.layout.margin)
    _settle(figure, drawn, frames)
    if drawn.layout.showlegend:
        _legend(figure, drawn, frames[""].axes)
    return figure


def _frames(drawn: go.Figure) -> list[str]:
    """What tells the areas apart: "", and "2" and up where there are more."""
    return [name.removeprefix("xaxis") for name in sorted(drawn.layout.to_plotly_json()) if name.startswith("xaxis")]


def _frame(figure: Figure, drawn: go.Figure, name: str) -> _Frame:
    x, y = drawn.layout[f"xaxis{name}"], drawn.layout[f"yaxis{name}"]
    if y.matches or (name and y.range is None):
        y = drawn.layout.yaxis
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_facecolor("none")
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, pad=_BETWEEN)
    axes.set_xlim(*x.range)
    axes.set_ylim(*y.range)
    _ticks(axes, "x", x, x.tickvals if x.visible is not False and x.showticklabels is not False else ())
    _ticks(axes, "y", y, () if name or y.visible is False or y.showticklabels is False else y.tickvals)
    for name_of_side, axis in (("bottom", x), ("left", y)):
        if axis.linecolor:
            axes.spines[name_of_side].set_visible(True)
            axes.spines[name_of_side].set_color(axis.linecolor)
    return _Frame(axes, x, y)


def _ticks(axes: Axes, which: str, axis: Any, at: Sequence[float] | None) -> None:
    at = list(at or ())
    said = [plain(text) for text in axis.ticktext] if axis.ticktext and at else [f"{value:g}" for value in at]
    size = _TEXT * (axis.tickfont.size or 14)
    set_ticks = axes.set_xticks if which == "x" else axes.set_yticks
    set_ticks(at, said, fontsize=size, color=axis.tickfont.color or INK)
    for label in axes.get_xticklabels() if which == "x" else axes.get_yticklabels():
        literal_text(label)
    if axis.title.text and axis.visible is not False:
        set_label = axes.set_xlabel if which == "x" else axes.set_ylabel
        label = set_label(plain(axis.title.text), fontsize=_TEXT * (axis.title.font.size or 15), color=INK)
        literal_text(label)


# -- what stands in it ----------------------------------------------------------------------------------------------


def _trace(frame: _Frame, trace: Any) -> None:
    if isinstance(trace, go.Bar) and trace.orientation == "h":
        _bars(frame.axes, trace)
    elif isinstance(trace, go.Scatter):
        _scatter(frame.axes, trace)
    else:
        raise TypeError(f"no way to draw a {trace.type} on paper")


def _bars(axes: Axes, trace: go.Bar) -> None:
    for nth, (x, y) in enumerate(zip(trace.x, trace.y, strict=True)):
        heavy = bool(trace.marker.pattern.shape and nth_of(trace.marker.pattern.shape, nth))
        axes.barh(
            [y],
            [x],
            height=trace.width,
            color=color_of(nth_of(trace.marker.color, nth)),
            hatch="////" if heavy else None,
            edgecolor=PAPER if heavy else "none",
            linewidth=0,
        )
        if trace.text:
            _beside_bar(axes, x, y, trace.text[nth], nth_of(trace.textfont.color or INK, nth))


def _beside_bar(axes: Axes, x: float, y: float, text: str, color: str) -> None:
    side = -1 if x < 0 else 1
    written = axes.text(
        x,
        y,
        plain(text),
        ha="right" if side < 0 else "left",
        va="center",
        fontsize=_TEXT * 15,
        color=color,
        weight=weight_of(text),
        transform=_shifted(axes, side * 5, 0),
        clip_on=False,
    )
    literal_text(written)


_MARKERS = {"circle": "o", "circle-open": "o", "line-ns": "|", "diamond": "D", "square": "s", None: "o"}


def _scatter(axes: Axes, trace: go.Scatter) -> None:
    mode = trace.mode or "lines"
    if set(mode.split("+")) - {"lines", "markers"}:
        raise TypeError(f"no way to draw {mode} on paper")
    if "lines" in mode:
        dashes = {"dot": (0, (1.5, 2)), "dash": (0, (5, 3)), None: "-", "solid": "-"}
        wide = 0.75 * (trace.line.width or 2)
        axes.plot(trace.x, trace.y, color=color_of(trace.line.color or INK), lw=wide, ls=dashes[trace.line.dash])
    if "markers" in mode:
        open_ring = trace.marker.symbol == "circle-open"
        edge = trace.marker.color if open_ring else trace.marker.line.color or trace.marker.color
        axes.plot(
            trace.x,
            trace.y,
            ls="none",
            marker=_MARKERS[trace.marker.symbol],
            ms=0.75 * (trace.marker.size or 6),
            mfc="none" if open_ring else color_of(trace.marker.color or INK),
            mec=color_of(edge or INK),
            mew=0.75 * (trace.marker.line.width or 1),
            clip_on=False,
        )


def _shape(axes: Axes, shape: Any) -> None:
    color, wide = shape.line.color or INK, 0.75 * (shape.line.width or 1)
    if shape.type == "rect":
        size = shape.x1 - shape.x0, shape.y1 - shape.y0
        axes.add_patch(Rectangle((shape.x0, shape.y0), *size, fill=False, ec=color, lw=wide, clip_on=False))
    elif shape.type == "line" and "domain" in (shape.yref or ""):
        axes.axvline(shape.x0, color=color, lw=wide)
    elif shape.type == "line":
        axes.plot([shape.x0, shape.x1], [shape.y0, shape.y1], color=color, lw=wide)
    else:
        raise TypeError(f"no way to draw a {shape.type} on paper")


def _note(figure: Figure, axes: Axes, note: Any, margin: Any) -> None:
    """Text at a place in the plane, or above or under it."""
    size = _TEXT * (note.font.size or 15)
    look: dict[str, Any] = {"fontsize": size, "color": note.font.color or INK, "clip_on": False}
    look["weight"] = weight_of(note.text)
    if note.bgcolor and not note.bgcolor.endswith(",0)"):
        look["bbox"] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
    look["ha"] = note.xanchor if note.xanchor in _HALVES else "center"
    look["va"] = _VERTICAL[note.yanchor or "middle"]
    if note.xref == "paper":
        written = axes.text(note.x, note.y, plain(note.text), transform=axes.transAxes, **look)
        written.set_gid("of the whole")
    else:
        moved = _shifted(axes, note.xshift or 0, note.yshift or 0)
        written = axes.text(note.x, note.y, plain(note.text), transform=moved, **look)
    literal_text(written)


_VERTICAL = {"top": "top", "middle": "center", "bottom": "bottom", "auto": "center"}


def _shifted(axes: Axes, right: float, up: float) -> Transform:
    scale = axes.figure.dpi_scale_trans
    return axes.transData + ScaledTranslation(right / _INCH, up / _INCH, scale)


# -- where it all stands --------------------------------------------------------------------------------------------


def _settle(figure: Figure, drawn: go.Figure, frames: dict[str, _Frame]) -> None:
    """Gives every area its place: the names of rows get the room they need, and the areas share the rest."""
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)  # `blank` gives every drawing one
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib gives it no types
    first = frames[""].axes
    wide, high = figure.get_size_inches() * figure.dpi
    pixel = figure.dpi / _INCH
    margin = drawn.layout.margin
    names = [label.get_window_extent(renderer).width for label in first.get_yticklabels() if label.get_text()]
    left = max([(margin.l or 0) * pixel, max(names, default=0) + 2 * _BETWEEN * pixel]) / wide
    right, top, bottom = (margin.r or 0) * pixel / wide, (margin.t or 0) * pixel / high, (margin.b or 0) * pixel / high
    if first.get_ylabel():
        left += 2.4 * _BETWEEN * pixel / wide
    for frame in frames.values():
        begin, end = frame.x.domain or (0, 1)
        across = 1 - left - right
        place = left + begin * across, bottom, (end - begin) * across, 1 - top - bottom
        frame.axes.set_position(place)
    if len(frames) > 1:
        _above_each(drawn, frames)


def _above_each(drawn: go.Figure, frames: dict[str, _Frame]) -> None:
    """The headings of areas side by side, each above its own."""
    headings = [text for text in frames[""].axes.texts if text.get_gid() == "of the whole"]
    for text, frame in zip(headings, frames.values(), strict=False):
        text.set_transform(frame.axes.transAxes)
        text.set_position((0, 1.02))
        text.set_verticalalignment("bottom")
        text.set_horizontalalignment("left")


def _legend(figure: Figure, drawn: go.Figure, axes: Axes) -> None:
    bars = [trace for trace in drawn.data if isinstance(trace, go.Bar) and trace.name]
    lines = [trace for trace in drawn.data if isinstance(trace, go.Scatter) and trace.showlegend and trace.name]
    handles: list[Any] = [Patch(facecolor=color_of(nth_of(t.marker.color, 0)), edgecolor=INK, lw=0.5) for t in bars]
    handles += [axes.plot([], [], color=color_of(t.line.color), lw=1.5)[0] for t in lines]
    named = [plain(trace.name) for trace in (*bars, *lines)]
    legend = figure.legend(handles, named, loc="lower left", ncols=2, frameon=False, fontsize=_TEXT * 15)
    for text in legend.get_texts():
        literal_text(text)
