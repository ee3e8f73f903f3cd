"""A dilemma's tension, alone and with what makes it stronger, and how often each outcome came out on top."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.redrawn_dilemmas import TensionBands
from coprod_core.indicators.robustness import Band
from coprod_ui.charts.shared import INK, Chart, bare, marker, name_rows, said_rows
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, of_100


def tension_chart(
    tension: float, amplified: float | None, words: Words, digits: bool, dark: bool, bands: TensionBands | None = None
) -> Chart:
    """The tension of a dilemma and, where something strengthens it, what it becomes; shown apart.

    `bands`: where they lie in nine of ten draws, as a line with ends across each bar.
    """
    figure = _tension_figure(tension, amplified, words, digits, dark, bands=bands)
    said = {}
    for (name, n), band in zip(_tensions(tension, amplified, words).items(), _bands(bands), strict=False):
        lies = "" if band is None else words("charts.from_to", low=of_100(band.low), high=of_100(band.high))
        said[name] = f"{n} ({lies})" if lies else str(n)
    alt = said_rows("tension", said, words)
    return Chart(figure, alt, partial(_tension_table, tension, amplified, words, bands=bands))


def _tension_figure(
    tension: float, amplified: float | None, words: Words, digits: bool, dark: bool, bands: TensionBands | None = None
) -> go.Figure:
    shown = _tensions(tension, amplified, words)
    figure = go.Figure(
        go.Bar(
            y=list(range(len(shown))),
            x=list(shown.values()),
            width=0.5,
            orientation="h",
            marker=marker([False, True][: len(shown)], dark),
        )
    )
    for row, (n, band) in enumerate(zip(shown.values(), _bands(bands), strict=False)):
        ends = [] if band is None else [of_100(band.low), of_100(band.high)]
        if ends:
            line = {"color": INK[dark], "width": 2}
            symbol = {"symbol": "line-ns", "size": 14, "line": {"color": INK[dark], "width": 2}}
            figure.add_scatter(x=ends, y=[row, row], mode="lines+markers", line=line, marker=symbol)
        said = str(n) if digits else plain_part(n / 100, words, False)
        if ends and digits:
            said = f"{n} ({words('charts.from_to', low=ends[0], high=ends[1])})"
        figure.add_annotation(x=max([n, *ends]), y=row, text=said, showarrow=False, xanchor="left", xshift=6)
    bare(figure, dark, 16 + 34 * len(shown))
    figure.add_vline(x=0, line={"color": INK[dark], "width": 1.5})
    figure.update_xaxes(visible=False, fixedrange=True, range=[0, 190 if bands else 150])
    name_rows(figure, list(shown), dark)
    return figure


def _bands(bands: TensionBands | None) -> list[Band | None]:
    return [None, None] if bands is None else [bands.tension, bands.amplified]


def _tensions(tension: float, amplified: float | None, words: Words) -> dict[str, int]:
    shown = {words("terms.tension"): of_100(tension)}
    return shown if amplified is None else shown | {words("charts.stronger"): of_100(amplified)}


def _tension_table(
    tension: float, amplified: float | None, words: Words, bands: TensionBands | None = None
) -> pd.DataFrame:
    shown = _tensions(tension, amplified, words)
    table = {words("charts.what"): list(shown), words("charts.part_of_100"): list(shown.values())}
    if bands is not None:
        lie = _bands(bands)[: len(shown)]
        table[words("charts.band_low")] = [of_100(band.low) for band in lie if band]
        table[words("charts.band_high")] = [of_100(band.high) for band in lie if band]
    return pd.DataFrame(table)
