"""What rules do for people who work with citizens: support that grows with the first rules and goes with too many."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.conditions import rule_support
from coprod_core.web.model import Web
from coprod_ui.charts.shared import BLUE, GRID, INK, SORE, Chart, axis, bare, said_rows, wrapped
from coprod_ui.words import Words, literal, of_100

_HEIGHT = 250
_FINE = 50


def rule_support_chart(burdens: Mapping[str, float], web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """The curve from no rules to nothing but rules, and where each organisation stands on it."""
    figure = _rule_support_figure(burdens, web, words, digits, dark)
    said = {
        web.actor_by_id[id_].name: words("workplace.both", burden=of_100(b), support=of_100(_support(b)))
        for id_, b in burdens.items()
    }
    alt = said_rows("rule_support", said, words)
    return Chart(figure, alt, partial(_rule_support_table, burdens, web, words))


def _rule_support_figure(burdens: Mapping[str, float], web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    at = [step / _FINE for step in range(_FINE + 1)]
    figure = go.Figure(
        go.Scatter(
            x=[100 * b for b in at],
            y=[100 * _support(b) for b in at],
            mode="lines",
            line={"color": BLUE[dark], "width": 4},
        )
    )
    for side, (actor, burden) in enumerate(burdens.items()):
        _stands(figure, wrapped(web.actor_by_id[actor].name, 20), burden, 1 if side % 2 else -1, digits, dark)
    bare(figure, dark, _HEIGHT)
    figure.update_layout(margin={"l": 10, "r": 10, "t": 34, "b": 30})
    ends = [words.choice("burdens", end) for end in ("none", "only")]
    figure.update_xaxes(
        range=[-8, 108],
        tickvals=[4, 94],
        ticktext=ends,
        **axis(dark),
    )
    figure.update_yaxes(range=[-6, 128], visible=False, fixedrange=True)
    figure.add_hline(y=0, line={"color": GRID[dark], "width": 1.5})
    figure.add_annotation(
        text=words("workplace.axis"),
        showarrow=False,
        x=0,
        y=1,
        yshift=28,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        font={"size": 14, "color": INK[dark]},
    )
    return figure


def _support(burden: float) -> float:
    return rule_support(burden) or 0.0


def _stands(figure: go.Figure, name: str, burden: float, side: int, digits: bool, dark: bool) -> None:
    """An organisation's mark on the curve, with its name above it or, for the next, below."""
    level = _support(burden)
    figure.add_scatter(
        x=[100 * burden],
        y=[100 * level],
        mode="markers",
        marker={"symbol": "diamond", "size": 15, "color": SORE[dark], "line": {"width": 1.5, "color": INK[dark]}},
    )
    figure.add_annotation(
        text=f"{name} {of_100(level)}" if digits else name,
        x=100 * burden,
        y=100 * level,
        yshift=-18 * side,
        showarrow=False,
        yanchor="bottom" if side < 0 else "top",
        xanchor="left" if burden < 0.15 else "right" if burden > 0.85 else "center",
        font={"size": 14, "color": INK[dark]},
    )


def _rule_support_table(burdens: Mapping[str, float], web: Web, words: Words) -> pd.DataFrame:
    """A row per organisation: how heavily rules weigh, and how much they support; of 100."""
    return pd.DataFrame(
        {
            words("workplace.organisation"): [literal(web.actor_by_id[id_].name) for id_ in burdens],
            words("workplace.table_burden"): [of_100(b) for b in burdens.values()],
            words("workplace.table_support"): [of_100(_support(b)) for b in burdens.values()],
        }
    )
