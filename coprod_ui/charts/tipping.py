"""What would tip a dilemma: what each invitation does to both losses, and how far a dial is from tipping it."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.dilemma_tipping import Invited
from coprod_core.web.model import Web
from coprod_ui.charts.shared import (
    BLUE,
    GRID,
    SORE,
    TOP,
    Chart,
    bare,
    name_rows,
    named_rows,
    row_name,
    said_rows,
    two_bars,
    wrapped,
)
from coprod_ui.sentences.tipping import DialRow
from coprod_ui.words import Words, literal, of_100


def invited_chart(invited: Sequence[Invited], web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per single invitation, what is lost of heard interests and of a plan that works; the larger loss is hatched."""
    figure = _invited_figure(invited, web, words, digits, dark)
    said = {
        web.actor_by_id[one.actor].name: words("charts.invited_said", heard=of_100(one.heard), plan=of_100(one.plan))
        for one in _nearest(invited)
    }
    alt = said_rows("invited", said, words)
    return Chart(figure, alt, partial(_invited_table, invited, web, words))


def _invited_figure(invited: Sequence[Invited], web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    first = _nearest(invited)
    losses = [(of_100(one.heard), of_100(one.plan)) for one in first]
    parts = (
        ([heard for heard, _ in losses], "heard_lost", [heard >= plan > 0 for heard, plan in losses]),
        ([plan for _, plan in losses], "plan_lost", [plan > heard for heard, plan in losses]),
    )
    figure = two_bars(parts, words, digits, dark)
    names = [row_name(web.actor_by_id[one.actor].name) for one in first]
    named_rows(figure, names, len(invited) - len(first), words, dark, per_row=58)
    figure.update_xaxes(range=[0, 210])
    return figure


def _nearest(invited: Sequence[Invited]) -> list[Invited]:
    """Those that bring the plan's loss furthest above the other first."""
    return sorted(invited, key=lambda one: one.heard - one.plan)[:TOP]


def _invited_table(invited: Sequence[Invited], web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("charts.party"): [literal(web.actor_by_id[one.actor].name) for one in invited],
            words("charts.heard_lost"): [of_100(one.heard) for one in invited],
            words("charts.plan_lost"): [of_100(one.plan) for one in invited],
        }
    )


def dials_chart(rows: Sequence[DialRow], words: Words, digits: bool, dark: bool) -> Chart:
    """Per dial a line from 0 to 1: a ring where it stands, a hatched mark where it tips, and what happens there."""
    figure = _dials_figure(rows, words, digits, dark)
    alt = _dials_alt(rows, words)
    return Chart(figure, alt, partial(_dials_table, rows, words))


def _dials_figure(rows: Sequence[DialRow], words: Words, digits: bool, dark: bool) -> go.Figure:
    figure = go.Figure()
    for row, dial in enumerate(rows):
        figure.add_scatter(x=[0, 1], y=[row, row], mode="lines", line={"color": GRID[dark], "width": 6})
        if dial.at is not None:
            figure.add_scatter(
                x=[dial.now, dial.at], y=[row, row], mode="lines", line={"color": SORE[dark], "width": 3, "dash": "dot"}
            )
            _mark(figure, dial.at, row, "diamond", SORE[dark], dial.then, 24)
        _mark(figure, dial.now, row, "circle-open", BLUE[dark], words("charts.dial_now"), -24)
    bare(figure, dark, 24 + 92 * len(rows))
    figure.update_layout(margin={"r": 60})
    figure.update_xaxes(visible=False, range=[-0.08, 1.25], fixedrange=True)
    name_rows(figure, [wrapped(dial.name, 26, None) for dial in rows], dark)
    return figure


def _mark(figure: go.Figure, x: float, row: int, symbol: str, color: str, text: str, above: int) -> None:
    marker = {"size": 17, "symbol": symbol, "color": color, "line": {"width": 4, "color": color}}
    figure.add_scatter(x=[x], y=[row], mode="markers", marker=marker, cliponaxis=False)
    figure.add_annotation(x=x, y=row, text=text, showarrow=False, yshift=above, font={"size": 15, "color": color})


def _dials_alt(rows: Sequence[DialRow], words: Words) -> str:
    said = {
        dial.name: words("charts.dial_stays", now=words.number(dial.now))
        if dial.at is None
        else words("charts.dial_tips", now=words.number(dial.now), at=words.number(dial.at), then=dial.then)
        for dial in rows
    }
    return said_rows("dials", said, words)


def _dials_table(rows: Sequence[DialRow], words: Words) -> pd.DataFrame:
    none = words("charts.never")
    return pd.DataFrame(
        {
            words("charts.what"): [literal(dial.name) for dial in rows],
            words("charts.dial_now"): [words.number(dial.now) for dial in rows],
            words("charts.dial_at"): [none if dial.at is None else words.number(dial.at) for dial in rows],
            words("charts.dial_then"): ["" if dial.at is None else literal(dial.then) for dial in rows],
        }
    )
