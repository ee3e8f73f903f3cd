"""How each side of the second dilemma orders the plans: a line per plan from side to side."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.web.model import Web
from coprod_ui.charts.plans import plan_name
from coprod_ui.charts.shared import BLUE, GRID, INK, TOP, Chart, axis, bare, said_rows, wrapped
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words, literal

Ranks = Mapping[str, Mapping[str, int]]
"""Per lens, the place of each plan; equals share one."""

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")

_BESIDE, _MARGIN = 20, 104
"""Px from a place to the name beside it, and the room for those names: the same on a phone."""


def orders_chart(ranks: Ranks, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """One column per side with the plans in its order, the most wanted on top; a line follows each plan."""
    figure = _orders_figure(ranks, web, words, digits, dark)
    alt = _orders_alt(ranks, web, words)
    return Chart(figure, alt, partial(_orders_table, ranks, web, words))


def _orders_figure(ranks: Ranks, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    lenses, plans = list(ranks), _first(ranks)
    figure = go.Figure()
    for row, plan in enumerate(plans):
        figure.add_scatter(
            x=list(range(len(lenses))),
            y=[ranks[lens][plan] for lens in lenses],
            mode="lines+markers+text",
            line={"color": BLUE[dark], "width": 2.5, "dash": _DASHES[row % len(_DASHES)]},
            marker={"size": 27, "color": GRID[dark], "line": {"color": INK[dark], "width": 1.5}},
            text=[str(ranks[lens][plan]) for lens in lenses],
            textfont={"size": 15, "color": INK[dark]},
            cliponaxis=False,
        )
    for column, anchor in ((0, "right"), (len(lenses) - 1, "left")):
        places = ranks[lenses[column]]
        for place in sorted(set(places.values())):
            there = [wrapped(plan_name(plan, web, words), 14) for plan in plans if places[plan] == place]
            figure.add_annotation(
                x=column,
                y=place,
                text="<br>".join(there),
                showarrow=False,
                xanchor=anchor,
                align=anchor,
                xshift=-_BESIDE if anchor == "right" else _BESIDE,
            )
    last = max(max(places.values()) for places in ranks.values())
    bare(figure, dark, 90 + 58 * last)
    figure.update_layout(margin={"l": _MARGIN, "r": _MARGIN})
    figure.update_xaxes(
        side="top",
        tickvals=list(range(len(lenses))),
        ticktext=[f"<b>{wrapped(_capital(words.choice('lenses', lens)), 10)}</b>" for lens in lenses],
        range=[-0.3, len(lenses) - 0.7],
        **axis(dark, 15),
    )
    figure.update_yaxes(visible=False, range=[last + 0.6, 0.5], fixedrange=True)
    return figure


def _orders_alt(ranks: Ranks, web: Web, words: Words) -> str:
    said = {}
    for lens, places in ranks.items():
        by_place = sorted(_first(ranks), key=lambda plan: places[plan])
        said[_capital(words.choice("lenses", lens))] = ", ".join(
            f"{places[plan]} {shortened(plan_name(plan, web, words), 30)}" for plan in by_place
        )
    return said_rows("orders", said, words)


def _orders_table(ranks: Ranks, web: Web, words: Words) -> pd.DataFrame:
    plans = next(iter(ranks.values()))
    return pd.DataFrame(
        {words("charts.plan"): [literal(plan_name(plan, web, words)) for plan in plans]}
        | {_capital(words.choice("lenses", lens)): [places[plan] for plan in plans] for lens, places in ranks.items()}
    )


def _first(ranks: Ranks) -> list[str]:
    """The plans a figure shows: those that come first with any side."""
    plans = list(next(iter(ranks.values())))
    kept = sorted(plans, key=lambda plan: min(places[plan] for places in ranks.values()))[:TOP]
    return [plan for plan in plans if plan in kept]


def _capital(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
