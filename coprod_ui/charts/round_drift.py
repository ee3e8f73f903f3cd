"""Drift after each round that was taken over, as a bar per round."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.rounds.drift import RoundDrift
from coprod_core.web.model import Web
from coprod_ui.charts.shared import BLUE, Chart, bars, named_rows, said_rows
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, literal, of_100


def round_drift_chart(found: Sequence[RoundDrift], web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """A bar per round, from 0 to 100; nothing where it cannot be computed."""
    figure = _round_drift_figure(found, words, digits, dark)
    alt = said_rows(
        "round_drift", {words("drift.round", number=one.round): _said(one, words, True) for one in found}, words
    )
    return Chart(figure, alt, partial(_round_drift_table, found, web, words))


def _round_drift_figure(found: Sequence[RoundDrift], words: Words, digits: bool, dark: bool) -> go.Figure:
    shown = [of_100(one.drift or 0.0) for one in found]
    texts = [_said(one, words, digits) for one in found]
    figure = go.Figure()
    bars(figure, range(len(found)), shown, texts, width=0.5, marker={"color": BLUE[dark]})
    named_rows(figure, [words("drift.round", number=one.round) for one in found], 0, words, dark, per_row=40)
    figure.update_xaxes(range=[0, 100])
    return figure


def _said(one: RoundDrift, words: Words, digits: bool) -> str:
    return words("course.unknown") if one.drift is None else plain_part(one.drift, words, digits)


def _round_drift_table(found: Sequence[RoundDrift], web: Web, words: Words) -> pd.DataFrame:
    """Per round the whole, and what each interest that is still in the web adds to it; whole numbers of 100."""
    interests = [one for one in web.interests if any(of_100((of.by_interest or {}).get(one.id, 0.0)) for of in found)]
    return pd.DataFrame(
        {
            words("drift.rounds"): [words("drift.round", number=one.round) for one in found],
            words("drift.whole"): [_cell(one.drift, words) for one in found],
            **{
                literal(interest.name): [_cell((one.by_interest or {}).get(interest.id), words) for one in found]
                for interest in interests
            },
        }
    )


def _cell(value: float | None, words: Words) -> str:
    return words("course.unknown") if value is None else words.of_100(value)
