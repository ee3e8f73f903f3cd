"""Figures about what people want: how far the table is from the outside per interest, and from its own people."""

from collections.abc import Mapping
from functools import partial
from math import sqrt

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.positions import Positions
from coprod_core.web.model import Web
from coprod_ui.charts.shared import (
    BLUE,
    FEW,
    GRID,
    INK,
    PALE,
    SORE,
    Chart,
    interest_names,
    largest,
    named_rows,
    number_or_word,
    one_bar,
    row_name,
    said_rows,
)
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.gap import is_silent
from coprod_ui.words import Words, literal, of_100

_SIDES = (("outside", -0.17, "circle"), ("table", 0.17, "diamond"))


def _averages(found: Positions) -> dict[str, tuple[Mapping[str, float | None], Mapping[str, float | None]]]:
    """Per side the average position and its variance, by interest."""
    return {
        "outside": (found.outside, found.polarisation),
        "table": (found.at_table, found.at_table_polarisation),
    }


def positions_chart(found: Positions, gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per interest the average position outside and at the table, from against (left) to for (right), with how far
    people differ among themselves (one standard deviation) as a line; what matters most outside first.
    """
    figure = _positions_figure(found, gap, web, words, digits, dark)
    ids, _ = largest({id_: share for id_, share in gap.outside.items() if found.outside[id_] is not None}, FEW)
    said = {web.interest_by_id[id_].name: _distance_said(found, gap, id_, words, True) for id_ in ids}
    alt = said_rows("positions", said, words)
    return Chart(figure, alt, partial(_positions_table, found, gap, web, words))


def _positions_figure(found: Positions, gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    ids, more = largest({id_: share for id_, share in gap.outside.items() if found.outside[id_] is not None}, FEW)
    figure = go.Figure()
    for place, dash in ((-1, "dot"), (0, "solid"), (1, "dot")):
        figure.add_vline(x=place, line={"color": GRID[dark], "width": 1.5, "dash": dash}, layer="below")
    for (side, shift, symbol), color in zip(_SIDES, (PALE[dark], BLUE[dark]), strict=True):
        mean, variance = _averages(found)[side]
        there = [(row, id_) for row, id_ in enumerate(ids) if mean[id_] is not None]
        figure.add_scatter(
            x=[mean[id_] for _, id_ in there],
            y=[row + shift for row, _ in there],
            mode="markers",
            name=words(f"charts.{side}"),
            marker={"symbol": symbol, "size": 14, "color": color, "line": {"color": INK[dark], "width": 1.5}},
            error_x=_spread([(mean[id_] or 0.0, variance[id_] or 0.0) for _, id_ in there], INK[dark]),
        )
    named_rows(figure, [row_name(web.interest_by_id[id_].name) for id_ in ids], more, words, dark, per_row=46)
    _beside(figure, [_distance_said(found, gap, id_, words, digits) for id_ in ids], ids, gap, dark)
    _ends(figure, words, dark)
    return figure


def _spread(there: list[tuple[float, float]], color: str) -> dict[str, object]:
    """One standard deviation either way, as far as there are positions."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [min(sqrt(variance), 1 - mean) for mean, variance in there],
        "arrayminus": [min(sqrt(variance), 1 + mean) for mean, variance in there],
        "color": color,
        "thickness": 1.5,
        "width": 4,
    }


def _beside(figure: go.Figure, said: list[str], ids: list[str], gap: Gap, dark: bool) -> None:
    for row, (id_, text) in enumerate(zip(ids, said, strict=True)):
        figure.add_annotation(
            x=1.15,
            y=row,
            text=text,
            showarrow=False,
            xanchor="left",
            font={"size": 14, "color": SORE[dark] if id_ in gap.unheard else INK[dark]},
        )


def _ends(figure: go.Figure, words: Words, dark: bool) -> None:
    for place, key, anchor in ((-1, "against", "left"), (1, "for", "right")):
        figure.add_annotation(
            x=place,
            y=1,
            yref="paper",
            yanchor="bottom",
            xanchor=anchor,
            showarrow=False,
            text=words.choice("positions", key),
            font={"size": 14, "color": INK[dark]},
        )
    figure.update_xaxes(range=[-1.08, 2.1])
    figure.update_layout(
        height=figure.layout.height + 56,
        showlegend=True,
        margin={"t": 56, "l": 0, "r": 10, "b": figure.layout.margin.b},
        legend={"orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top", "font": {"size": 15}},
    )


def _distance_said(found: Positions, gap: Gap, interest: str, words: Words, digits: bool) -> str:
    distance = found.distance[interest]
    if distance is None:
        return words("terms.unheard" if is_silent(gap, interest) else "terms.hardly_heard")
    if digits:
        return words("charts.distance", number=of_100(distance))
    return plain_part(distance, words, False, "distances")


def _positions_table(found: Positions, gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    ids = [interest.id for interest in web.interests]

    def column(values: Mapping[str, float | None]) -> list[str]:
        shown = [values[id_] for id_ in ids]
        return [words("charts.not_known") if value is None else words.number(value) for value in shown]

    return pd.DataFrame(
        {
            words("charts.interest"): [literal(web.interest_by_id[id_].name) for id_ in ids],
            words("charts.outside"): column(found.outside),
            words("charts.table"): column(found.at_table),
            words("charts.distance_head"): column(found.distance),
            words("charts.divided_outside"): column(found.polarisation),
            words("charts.divided_table"): column(found.at_table_polarisation),
        }
    )


# -- drift ----------------------------------------------------------------------------------------------------------


def _drifted(gap: Gap) -> dict[str, float]:
    return {id_: share for id_, share in gap.drift_by_interest.items() if of_100(share)}


def drift_chart(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per interest, how much those at the table have come to think otherwise than their own people."""
    figure = _drift_figure(gap, web, words, digits, dark)
    names = interest_names(web)
    said = {names[id_]: str(of_100(gap.drift_by_interest[id_])) for id_ in largest(_drifted(gap), FEW)[0]}
    alt = said_rows("drift", said, words)
    return Chart(figure, alt, partial(_drift_table, gap, web, words))


def _drift_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    ids, more = largest(_drifted(gap), FEW)
    shown = [of_100(gap.drift_by_interest[id_]) for id_ in ids]
    figure = one_bar(shown, [number_or_word(n, words, digits) for n in shown], BLUE[dark])
    return named_rows(figure, [row_name(web.interest_by_id[id_].name) for id_ in ids], more, words, dark, per_row=46)


def _drift_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    names = interest_names(web)
    return pd.DataFrame(
        {
            words("charts.interest"): [literal(names[id_]) for id_ in gap.drift_by_interest],
            words("charts.part_of_100"): [of_100(share) for share in gap.drift_by_interest.values()],
        }
    )
