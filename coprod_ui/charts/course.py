"""The course of readings over a meeting, as lines that step."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from coprod_ui.charts.shared import BLUE, GRID, INK, SORE, bare
from coprod_ui.course import Point
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, of_100

_DASHES = ("solid", "dash", "dot")
_MOST_TICKS = 6


def course_figure(
    points: Sequence[Point],
    names: Sequence[str],
    chosen: int,
    times: Mapping[int, str],
    words: Words,
    digits: bool,
    dark: bool,
) -> go.Figure:
    """One stepped line per reading, from 0 to 100, and an upright line at the chosen moment.

    `times`: the time of day at each point, by its place in the log. A line stops where there is no reading.
    """
    figure = go.Figure()
    seqs = [point.seq for point in points]
    for name, dash, color in zip(names, _DASHES, (BLUE[dark], SORE[dark], INK[dark]), strict=False):
        values = [_shown(point.values[name]) for point in points]
        figure.add_scatter(
            x=seqs,
            y=values,
            mode="lines",
            name=words.choice("course_lines", name),
            line={"shape": "hv", "dash": dash, "color": color, "width": 3},
        )
    figure.add_vline(x=chosen, line={"color": INK[dark], "width": 1.5})
    bare(figure, dark, 300)
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": {"size": 15, "color": INK[dark]}},
        margin={"l": 8, "r": 16, "t": 8, "b": 30},
    )
    ticks = _ticks(seqs)
    axis = {"showgrid": False, "zeroline": False, "fixedrange": True, "tickfont": {"size": 14, "color": INK[dark]}}
    figure.update_xaxes(
        range=[seqs[0], max(seqs[-1], seqs[0] + 1)], tickvals=ticks, ticktext=[times[seq] for seq in ticks], **axis
    )
    figure.update_yaxes(
        **{**axis, "showgrid": True, "gridcolor": GRID[dark]},
        range=[-3, 103],
        tickvals=[0, 50, 100],
        ticktext=["0", "50", "100"] if digits else [words.choice("parts", part) for part in ("none", "half", "all")],
        automargin=True,
    )
    return figure


def course_alt(points: Sequence[Point], names: Sequence[str], words: Words) -> str:
    said = [f"{words.choice('course_lines', name)}: {_from_to(points, name, words)}" for name in names]
    return words("course.alt", rows="; ".join(said))


def course_table(
    points: Sequence[Point], names: Sequence[str], told: Mapping[int, str], times: Mapping[int, str], words: Words
) -> pd.DataFrame:
    """Every point: when, what was done, and the readings as whole numbers of 100. `told`: the steps in words."""
    return pd.DataFrame(
        {
            words("course.time"): [times[point.seq] for point in points],
            words("course.act"): [told[point.seq] for point in points],
            **{
                words.choice("course_lines", name): [_cell(point.values[name], words) for point in points]
                for name in names
            },
        }
    )


def _from_to(points: Sequence[Point], name: str, words: Words) -> str:
    known = [value for point in points if (value := point.values[name]) is not None]
    if not known:
        return words("course.unknown")
    before, after = (plain_part(value, words, True) for value in (known[0], known[-1]))
    return words("course.from_to", before=before, after=after)


def _cell(value: float | None, words: Words) -> str:
    return words("course.unknown") if value is None else words.of_100(value)


def _shown(value: float | None) -> int | None:
    return None if value is None else of_100(value)


def _ticks(seqs: Sequence[int]) -> list[int]:
    step = max(1, -(-len(seqs) // _MOST_TICKS))
    return list(seqs[::step])
