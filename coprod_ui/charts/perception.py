"""How engaged each party is, by itself and in the partner's eyes: two marks on one line, near or far apart."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.web.conditions import Engagement
from coprod_core.web.model import Web
from coprod_ui.charts.shared import BLUE, INK, PALE, SORE, TOP, Chart, axis, bare, name_rows, said_rows, wrapped
from coprod_ui.words import Words, literal, of_100

_PER_ROW = 54


def perception_chart(told: Sequence[Engagement], web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """A row per direction of which both sides are said; a disc for the party itself, a diamond for the partner."""
    figure = _perception_figure(told, web, words, digits, dark)
    alt = _perception_alt(told, web, words)
    return Chart(figure, alt, partial(_perception_table, told, web, words))


def _perception_figure(told: Sequence[Engagement], web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    shown = told[:TOP]
    figure = go.Figure()
    for row, entry in enumerate(shown):
        figure.add_scatter(
            x=[of_100(entry.own or 0.0), of_100(entry.seen or 0.0)],
            y=[row, row],
            mode="lines",
            line={"color": PALE[dark], "width": 5},
        )
    for side, symbol, size, color in (("own", "circle", 22, BLUE[dark]), ("seen", "diamond", 13, SORE[dark])):
        shares = [of_100(getattr(entry, side) or 0.0) for entry in shown]
        figure.add_scatter(
            x=shares,
            y=list(range(len(shown))),
            mode="markers+text" if digits else "markers",
            text=[str(n) for n in shares],
            textposition="top center" if side == "own" else "bottom center",
            marker={"symbol": symbol, "size": size, "color": color, "line": {"width": 1.5, "color": INK[dark]}},
        )
    bare(figure, dark, 64 + _PER_ROW * len(shown))
    name_rows(figure, [_row(entry, web, words) for entry in shown], dark)
    figure.update_yaxes(range=[len(shown) - 0.35, -0.65])
    figure.update_xaxes(
        range=[-6, 106],
        tickvals=[0, 100],
        ticktext=[words.choice("engaged", end) for end in ("none", "whole")],
        side="top",
        **axis(dark),
    )
    _key(figure, words, dark)
    return figure


def _key(figure: go.Figure, words: Words, dark: bool) -> None:
    """What the marks mean, below the rows."""
    figure.update_layout(margin={"t": 26, "b": 30})
    figure.add_annotation(
        text=words("engagement.key"),
        showarrow=False,
        x=0,
        y=0,
        yshift=-26,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        font={"size": 14, "color": INK[dark]},
    )


def _row(entry: Engagement, web: Web, words: Words) -> str:
    actor, partner = (wrapped(web.actor_by_id[id_].name, 26, 26) for id_ in (entry.actor, entry.partner))
    return words("engagement.row", actor=f"<b>{actor}</b>", partner=partner).replace("\n", "<br>")


def _perception_alt(told: Sequence[Engagement], web: Web, words: Words) -> str:
    """Per direction what both say, of 100."""
    said = {
        words(
            "engagement.row", actor=web.actor_by_id[entry.actor].name, partner=web.actor_by_id[entry.partner].name
        ).replace("\n", " "): words("engagement.both", own=of_100(entry.own or 0.0), seen=of_100(entry.seen or 0.0))
        for entry in told
    }
    return said_rows("perception", said, words)


def _perception_table(told: Sequence[Engagement], web: Web, words: Words) -> pd.DataFrame:
    """A row per direction: who, with whom, by itself, in the partner's eyes; of 100."""
    return pd.DataFrame(
        {
            words("engagement.table_who"): [literal(web.actor_by_id[entry.actor].name) for entry in told],
            words("engagement.table_with"): [literal(web.actor_by_id[entry.partner].name) for entry in told],
            words("engagement.table_own"): [of_100(entry.own or 0.0) for entry in told],
            words("engagement.table_seen"): [of_100(entry.seen or 0.0) for entry in told],
        }
    )
