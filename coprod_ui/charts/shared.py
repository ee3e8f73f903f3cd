"""What all figures share: their look, rows with names, and what a person who cannot see them hears."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from coprod_core.web.model import Web
from coprod_ui.palette import PALETTE
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words

CONFIG = {"displayModeBar": False, "staticPlot": True}
FONT = "Source Sans, sans-serif"
TOP = 10
"""The most rows a figure shows; the table shows all."""

FEW = 7
"""The same where several figures stand together."""

LONGEST_NAME = 30
INK, GRID, BLUE = PALETTE.both("ink"), PALETTE.both("border"), PALETTE.both("blue")
SORE, PALE, PAPER = PALETTE.both("sore"), PALETTE.both("pale"), PALETTE.both("ground")
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True, slots=True)
class Chart:
    """A reading drawn. `alt`: what a person who cannot see the figure hears. `table`: makes every row, for `st.table`,
    which reads Markdown: names stand in it as plain text.
    """

    figure: go.Figure
    alt: str
    table: Callable[[], pd.DataFrame]


def largest(sizes: Mapping[str, float], most: int = TOP) -> tuple[list[str], int]:
    """The ids of the largest, largest first (file order decides among equals), and how many are left out."""
    ids = sorted(sizes, key=lambda id_: -sizes[id_])
    return ids[:most], max(0, len(ids) - most)


def interest_names(web: Web) -> dict[str, str]:
    """Every interest's name, by id."""
    return {interest.id: interest.name for interest in web.interests}


def actor_names(web: Web) -> dict[str, str]:
    """Every party's name, by id."""
    return {actor.id: actor.name for actor in web.actors}


def row_name(name: str) -> str:
    """A person's words as plotly text, which reads a little HTML; at most two lines."""
    return wrapped(name, 18)


def wrapped(name: str, wide: int, longest: int | None = LONGEST_NAME) -> str:
    """Words as plotly text on several short lines."""
    lines = wrap(shortened(name, longest), wide, break_long_words=False)
    return "<br>".join(escape(line, quote=False) for line in lines)


def numbered(word: str, number: int, digits: bool) -> str:
    """A word with its number, where numbers are shown."""
    return f"{word} {number}" if digits else word


def marker(hatched: Sequence[bool], dark: bool) -> dict[str, object]:
    """The look of bars: those that are heavy are hatched and in the colour for it."""
    return {
        "color": [SORE[dark] if heavy else PALE[dark] for heavy in hatched],
        "pattern": {"shape": ["/" if heavy else "" for heavy in hatched], "size": 7},
    }


def bars(figure: go.Figure, at: Sequence[float], shown: Sequence[float], texts: Sequence[str], **look: Any) -> None:
    """Adds one bar a row, lying, with what is written beside its end. `look`: its marker, and whatever else it has."""
    said = {"text": list(texts), "textposition": "outside", "cliponaxis": False}
    figure.add_bar(y=list(at), x=list(shown), orientation="h", **{"width": 0.55, **said, **look})


def axis(dark: bool, size: int = 14) -> dict[str, Any]:
    """A quiet axis: words where its ticks are, and no line."""
    return {
        "tickfont": {"size": size, "color": INK[dark]},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def both_ways(shown: Sequence[int], texts: Sequence[str], hatched: Sequence[bool], dark: bool) -> go.Figure:
    """One bar a row, to the left below 0 and to the right above it, with what is written beside it."""
    figure = go.Figure()
    bars(figure, range(len(shown)), shown, texts, marker=marker(hatched, dark))
    figure.add_vline(x=0, line={"color": INK[dark], "width": 1.5})
    left, right = -min([0, *shown]), max([0, *shown])
    beside_bar = 1.4 * max(left, right, 10)  # room for what is written there
    figure.update_xaxes(range=[-left - (beside_bar if left else 0), right + beside_bar])
    return figure


def shares_by_color(shown: Sequence[Sequence[int | None]], texts: Sequence[Sequence[str]], dark: bool) -> go.Figure:
    """Rows by columns of shares (0..100), in one hue, with the text in each; None leaves a place empty."""
    return go.Figure(
        go.Heatmap(
            z=[list(row) for row in shown],
            x=list(range(len(shown[0]) if shown else 0)),
            y=list(range(len(shown))),
            zmin=0,
            zmax=100,
            showscale=False,
            colorscale=[[0, GRID[dark]], [1, BLUE[dark]]],
            opacity=0.55,
            xgap=3,
            ygap=3,
            text=[list(row) for row in texts],
            texttemplate="%{text}",
            textfont={"size": 15, "color": INK[dark]},
        )
    )


def one_bar(shown: Sequence[int], texts: Sequence[str], colors: Sequence[str] | str) -> go.Figure:
    """One bar a row to the right, with what is written beside it."""
    figure = go.Figure()
    bars(figure, range(len(shown)), shown, texts, marker={"color": colors})
    figure.update_xaxes(range=[0, 1.6 * max([10, *shown])])  # room for what is written there
    return figure


def number_or_word(number: int, words: Words, digits: bool) -> str:
    """A number of 100, or in words how much that is."""
    return str(number) if digits else plain_part(number / 100, words, False)


def two_bars(parts: Iterable[tuple[list[int], str, list[bool]]], words: Words, digits: bool, dark: bool) -> go.Figure:
    """Two bars a row, one under the other: what each is of 100, the key of its word, and which are hatched."""
    figure = go.Figure()
    for (shown, key, heavy), shift in zip(parts, (-0.19, 0.19), strict=True):
        word = words(f"charts.{key}")
        texts = [f"{word} {n}" if digits else f"{word}: {plain_part(n / 100, words, False)}" for n in shown]
        rows = [row + shift for row in range(len(shown))]
        bars(figure, rows, shown, texts, marker=marker(heavy, dark), width=0.34)
    return figure


def named_rows(figure: go.Figure, names: Sequence[str], more: int, words: Words, dark: bool, per_row: int) -> go.Figure:
    """One named row per item, and how many were left out."""
    bare(figure, dark, 16 + per_row * max(1, len(names)) + (26 if more else 0))
    figure.update_xaxes(visible=False, fixedrange=True)
    name_rows(figure, names, dark)
    if more:
        figure.update_layout(margin={"b": 30})
        figure.add_annotation(
            text=words("charts.more_rows", count=more),
            showarrow=False,
            x=0,
            y=0,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="top",
            font={"size": 14, "color": INK[dark]},
        )
    return figure


def name_rows(figure: go.Figure, names: Sequence[str], dark: bool) -> None:
    """Writes a name beside every row, the first on top."""
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        range=[len(names) - 0.5, -0.5],
        **axis(dark, 15),
        ticklabelstandoff=8,
        automargin=True,
    )
    figure.update_layout(yaxis_ticktext=list(names))


def bare(figure: go.Figure, dark: bool, height: int) -> None:
    """Takes from a figure all that we do not use, and gives it the page's own letters; `height` in pixels."""
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 10, "t": 4, "b": 4},
        barmode="overlay",
        showlegend=False,
        plot_bgcolor=CLEAR,
        paper_bgcolor=CLEAR,
        font={"family": FONT, "size": 15, "color": INK[dark]},
        uniformtext={"minsize": 13, "mode": "show"},
        hovermode=False,
    )


def said_rows(figure: str, rows: Mapping[str, str], words: Words, **params: str) -> str:
    """A figure in words, from what is said of each row; `figure` is the key of its sentence."""
    said = "; ".join(f"{shortened(name, LONGEST_NAME)}: {row}" for name, row in rows.items())
    return words(f"charts.{figure}_alt", rows=f"{said}." if said else "", **params).strip()
