"""A dilemma's tension, alone and with what makes it stronger."""

import pandas as pd
import plotly.graph_objects as go

from coprod_ui.charts.shared import INK, bare, marker, name_rows, said_rows
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, of_100


def tension_figure(tension: float, amplified: float | None, words: Words, digits: bool, dark: bool) -> go.Figure:
    """The tension of a dilemma and, where something strengthens it, what it becomes; shown apart."""
    shown = _tensions(tension, amplified, words)
    figure = go.Figure(
        go.Bar(
            y=list(range(len(shown))),
            x=list(shown.values()),
            width=0.5,
            orientation="h",
            marker=marker([False, True][: len(shown)], dark),
            text=[str(n) if digits else plain_part(n / 100, words, False) for n in shown.values()],
            textposition="outside",
            cliponaxis=False,
        )
    )
    bare(figure, dark, 16 + 34 * len(shown))
    figure.add_vline(x=0, line={"color": INK[dark], "width": 1.5})
    figure.update_xaxes(visible=False, fixedrange=True, range=[0, 130])
    name_rows(figure, list(shown), dark)
    return figure


def _tensions(tension: float, amplified: float | None, words: Words) -> dict[str, int]:
    shown = {words("terms.tension"): of_100(tension)}
    return shown if amplified is None else shown | {words("charts.stronger"): of_100(amplified)}


def tension_alt(tension: float, amplified: float | None, words: Words) -> str:
    return said_rows("tension", {name: str(n) for name, n in _tensions(tension, amplified, words).items()}, words)


def tension_table(tension: float, amplified: float | None, words: Words) -> pd.DataFrame:
    shown = _tensions(tension, amplified, words)
    return pd.DataFrame({words("charts.what"): list(shown), words("charts.part_of_100"): list(shown.values())})
