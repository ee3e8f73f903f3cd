"""The course of readings over a meeting, as lines that step."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from coprod_core.comparing.course import Point
from coprod_ui.charts.shared import BLUE, GRID, INK, LONGEST_NAME, SORE, Chart, axis, bare
from coprod_ui.sentences.amounts import change_numbers, plain_part
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words, of_100

_DASHES = ("solid", "dash", "dot")
_MOST_TICKS = 6
_MOST_BOOKMARKS = 6


def course_chart(
    points: Sequence[Point],
    names: Sequence[str],
    times: Mapping[int, str],
    chosen: int,
    bookmarks: Mapping[int, str],
    told: Callable[[int], str],
    words: Words,
    digits: bool,
    dark: bool,
) -> Chart:
    """One stepped line per reading, from 0 to 100; upright lines at the chosen moment and at the bookmarks.

    `times`: the time of day at each point, by its place in the log. A line stops where there is no reading.
    """
    figure = _course_figure(points, names, times, chosen, bookmarks, words, digits, dark)
    said = [f"{words.choice('course_lines', name)}: {_from_to(points, name, words)}" for name in names]
    alt = words("course.alt", rows="; ".join(said))
    return Chart(figure, alt, partial(_course_table, points, names, told, times, words))


def _course_figure(
    points: Sequence[Point],
    names: Sequence[str],
    times: Mapping[int, str],
    chosen: int,
    bookmarks: Mapping[int, str],
    words: Words,
    digits: bool,
    dark: bool,
) -> go.Figure:
    figure = go.Figure()
    end = _end(points)
    for name, dash, color in zip(names, _DASHES, (BLUE[dark], SORE[dark], INK[dark]), strict=False):
        values = [_shown(point.values[name]) for point in points]
        figure.add_scatter(
            x=[*(point.seq for point in points), end],
            y=[*values, values[-1]],  # so that the last step is as wide as a step
            mode="lines",
            name=words.choice("course_lines", name) + _numbers(points, name, words, digits),
            line={"shape": "hv", "dash": dash, "color": color, "width": 3},
        )
    for seq, text in list(bookmarks.items())[-_MOST_BOOKMARKS:]:
        _bookmark(figure, seq, text, dark)
    figure.add_vline(x=chosen, line={"color": INK[dark], "width": 2})
    bare(figure, dark, 320)
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 15, "color": INK[dark]}},
        margin={"l": 8, "r": 16, "t": 8, "b": 30},
    )
    _axes(figure, points, times, words, digits, dark)
    return figure


def _axes(
    figure: go.Figure, points: Sequence[Point], times: Mapping[int, str], words: Words, digits: bool, dark: bool
) -> None:
    ticks = _ticks(points, times)
    figure.update_xaxes(
        range=[points[0].seq, _end(points)], tickvals=ticks, ticktext=[times[seq] for seq in ticks], **axis(dark)
    )
    figure.update_yaxes(
        **{**axis(dark), "showgrid": True, "gridcolor": GRID[dark]},
        range=[-3, 103],
        tickvals=[0, 50, 100],
        ticktext=["0", "50", "100"] if digits else [words.choice("parts", part) for part in ("none", "half", "all")],
        automargin=True,
    )


def _bookmark(figure: go.Figure, seq: int, text: str, dark: bool) -> None:
    figure.add_vline(x=seq, line={"color": INK[dark], "width": 1, "dash": "dot"})
    figure.add_annotation(
        text=escape(shortened(text, LONGEST_NAME), quote=False),
        x=seq,
        y=1,
        yref="paper",
        xanchor="left",
        yanchor="top",
        textangle=-90,
        showarrow=False,
        font={"size": 13, "color": INK[dark]},
    )


def _course_table(
    points: Sequence[Point], names: Sequence[str], told: Callable[[int], str], times: Mapping[int, str], words: Words
) -> pd.DataFrame:
    """Every point: when, what was done, and the readings as whole numbers of 100. `told`: the steps in words."""
    return pd.DataFrame(
        {
            words("course.time"): [times[point.seq] for point in points],
            words("course.act"): [told(point.seq) for point in points],
            **{
                words.choice("course_lines", name): [_cell(point.values[name], words) for point in points]
                for name in names
            },
        }
    )


def _from_to(points: Sequence[Point], name: str, words: Words) -> str:
    known = _known(points, name)
    if not known:
        return words("course.unknown")
    before, after = (plain_part(value, words, True) for value in (known[0], known[-1]))
    return words("course.from_to", before=before, after=after)


def _cell(value: float | None, words: Words) -> str:
    return words("course.unknown") if value is None else words.of_100(value)


def _shown(value: float | None) -> int | None:
    return None if value is None else of_100(value)


def _numbers(points: Sequence[Point], name: str, words: Words, digits: bool) -> str:
    """What a reading was first and last, where a person asked for numbers."""
    known = _known(points, name)
    return change_numbers(known[0], known[-1], words, digits) if known else ""


def _known(points: Sequence[Point], name: str) -> list[float]:
    return [value for point in points if (value := point.values[name]) is not None]


def _end(points: Sequence[Point]) -> int:
    """Where the last step ends: as far on as the others are apart."""
    return points[-1].seq + max(1, (points[-1].seq - points[0].seq) // max(1, len(points) - 1))


def _ticks(points: Sequence[Point], times: Mapping[int, str]) -> list[int]:
    """A few places to write the time at, none twice in a row with the same time."""
    step = max(1, -(-len(points) // _MOST_TICKS))
    seqs = [point.seq for point in points[::step]]
    return seqs[:1] + [seq for before, seq in pairwise(seqs) if times[seq] != times[before]]
