"""A figure of one feature of the neighbourhood: who lives here to the left, who is at the table to the right."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.representation import Part, Representation
from coprod_ui.charts.shared import (
    BLUE,
    INK,
    PALE,
    SORE,
    TOP,
    Chart,
    bars,
    named_rows,
    number_or_word,
    row_name,
    said_rows,
)
from coprod_ui.words import Words, literal, of_100

ROOM = {True: 34, False: 75}
"""Beside the longest bar, for what is written there: a number, or words."""


def representation_chart(found: Representation, words: Words, digits: bool, dark: bool) -> Chart:
    """Per value two bars back to back: its share in the neighbourhood, and at the table."""
    figure = _representation_figure(found, words, digits, dark)
    alt = _representation_alt(found, words)
    return Chart(figure, alt, partial(_representation_table, found, words))


def _representation_figure(found: Representation, words: Words, digits: bool, dark: bool) -> go.Figure:
    shown = found.parts[:TOP]
    outside = [of_100(part.outside) for part in shown]
    table = [of_100(part.at_table or 0.0) for part in shown]
    figure = go.Figure()
    sides = (
        ([-share for share in outside], [_share(part.outside, words, digits) for part in shown], PALE[dark]),
        (table, [_at_table(part, found, words, digits) for part in shown], BLUE[dark]),
    )
    for lengths, texts, color in sides:
        bars(figure, range(len(shown)), lengths, texts, base=0, width=0.6, marker={"color": color})
    absent = [SORE[dark] if part.table == 0 and part.count else INK[dark] for part in shown]
    figure.data[1].textfont = {"color": absent}
    figure.add_vline(x=0, line={"color": INK[dark], "width": 1.5})
    names = [row_name(part.value) for part in shown]
    named_rows(figure, names, len(found.parts) - len(shown), words, dark, per_row=44)
    longest = max([10, *outside, *table])
    figure.update_xaxes(range=[-longest - ROOM[digits], longest + ROOM[digits]])
    _heads(figure, words, dark)
    return figure


def _heads(figure: go.Figure, words: Words, dark: bool) -> None:
    """What the sides are, above them."""
    for side, anchor, away in (("neighbourhood", "right", -8), ("table", "left", 8)):
        figure.add_annotation(
            text=f"<b>{words(f'people_charts.{side}')}</b>",
            showarrow=False,
            x=0,
            y=-0.5,
            xanchor=anchor,
            yanchor="bottom",
            xshift=away,
            font={"size": 15, "color": INK[dark]},
        )
    figure.update_layout(margin={"t": 28}, height=figure.layout.height + 24)


def _share(share: float, words: Words, digits: bool) -> str:
    return number_or_word(of_100(share), words, digits)


def _at_table(part: Part, found: Representation, words: Words, digits: bool) -> str:
    if part.hidden:
        return words("people_charts.hidden")
    if part.at_table is None or isinstance(found.short, Undefined):
        return words("people_charts.not_counted")
    return words("people_charts.nobody") if not part.table else _share(part.at_table, words, digits)


def _representation_alt(found: Representation, words: Words) -> str:
    rows = {
        part.value: words(
            "people_charts.row", outside=of_100(part.outside), table=_at_table(part, found, words, digits=True)
        )
        for part in found.parts[:TOP]
    }
    return said_rows("people", rows, words, feature=found.feature)


def _representation_table(found: Representation, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("people_charts.value"): [literal(part.value) for part in found.parts],
            words("people_charts.count_neighbourhood"): [words.count(part.count) for part in found.parts],
            words("people_charts.share_neighbourhood"): [of_100(part.outside) for part in found.parts],
            words("people_charts.count_table"): [_counted(part, words) for part in found.parts],
            words("people_charts.share_table"): [_at_table(part, found, words, digits=True) for part in found.parts],
        }
    )


def _counted(part: Part, words: Words) -> str:
    if part.table is None:
        return words("people_charts.hidden" if part.hidden else "people_charts.not_counted")
    return words.count(part.table)
