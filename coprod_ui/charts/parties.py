"""Figures about parties: who clashes with whom, and what each absent group would bring and cost."""

from functools import partial
from html import escape
from itertools import combinations

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts.shared import FEW, TOP, Chart, named_rows, row_name, said_rows, two_bars
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words, literal, of_100

Pair = tuple[int, int, str, str]
"""Of two parties: what pulls apart and what goes together, of 100, and their ids."""


def _pairs(readings: Readings, web: Web, everyone: bool) -> list[Pair]:
    """Every pair of organisations, or of parties, with something in common or against each other, those that clash most
    first.
    """
    clash = readings.clash
    rows = [(i, id_) for i, id_ in enumerate(clash.ids) if everyone or not web.actor_by_id[id_].citizens]
    found = [
        (of_100(float(clash.clash[i, j])), of_100(float(clash.accord[i, j])), a, b)
        for (i, a), (j, b) in combinations(rows, 2)
    ]
    return sorted((pair for pair in found if pair[0] or pair[1]), key=lambda pair: -pair[0])


def clash_chart(readings: Readings, web: Web, words: Words, digits: bool, dark: bool, everyone: bool = False) -> Chart:
    """Per pair of organisations (`everyone`: of parties), what pulls apart (hatched) and what goes together."""
    figure = _clash_figure(readings, web, words, digits, dark, everyone=everyone)
    alt = _clash_alt(readings, web, words, everyone=everyone)
    return Chart(figure, alt, partial(_clash_table, readings, web, words, everyone=everyone))


def _clash_figure(
    readings: Readings, web: Web, words: Words, digits: bool, dark: bool, everyone: bool = False
) -> go.Figure:
    pairs = _pairs(readings, web, everyone)
    first = pairs[:TOP]
    parts = (
        ([pair[0] for pair in first], "clash", [True] * len(first)),
        ([pair[1] for pair in first], "accord", [False] * len(first)),
    )
    figure = two_bars(parts, words, digits, dark)
    names = [_pair_name(pair, web) for pair in first]
    named_rows(figure, names, len(pairs) - len(first), words, dark, per_row=58)
    figure.update_xaxes(range=[0, 170])
    return figure


def _pair_name(pair: Pair, web: Web) -> str:
    return "<br>".join(escape(shortened(web.actor_by_id[id_].name, 22), quote=False) for id_ in pair[2:])


def _clash_alt(readings: Readings, web: Web, words: Words, everyone: bool = False) -> str:
    said = {
        words.names([web.actor_by_id[a].name, web.actor_by_id[b].name]): words(
            "charts.clash_said", clash=clash, accord=accord
        )
        for clash, accord, a, b in _pairs(readings, web, everyone)[:TOP]
    }
    return said_rows("clash", said, words)


def _clash_table(readings: Readings, web: Web, words: Words, everyone: bool = False) -> pd.DataFrame:
    pairs = _pairs(readings, web, everyone)
    return pd.DataFrame(
        {
            words("charts.party"): [literal(web.actor_by_id[a].name) for _, _, a, _ in pairs],
            words("charts.other_party"): [literal(web.actor_by_id[b].name) for _, _, _, b in pairs],
            words("charts.clash"): [clash for clash, _, _, _ in pairs],
            words("charts.accord"): [accord for _, accord, _, _ in pairs],
        }
    )


def invite_chart(reading: FeasibilityInclusiveness, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per absent group, how many more interests are heard when it joins, and how much harder a plan gets."""
    figure = _invite_figure(reading, web, words, digits, dark)
    said = {
        web.actor_by_id[id_].name: words("charts.invite_said", gain=of_100(joining.gain), loss=of_100(joining.loss))
        for id_, joining in list(reading.invite.items())[:TOP]
    }
    alt = said_rows("invite", said, words)
    return Chart(figure, alt, partial(_invite_table, reading, web, words))


def _invite_figure(reading: FeasibilityInclusiveness, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    joining = sorted(reading.invite.items(), key=lambda item: -item[1].gain)
    shown = [(of_100(invitation.gain), of_100(invitation.loss)) for _, invitation in joining[:FEW]]
    parts = (
        ([gain for gain, _ in shown], "gain", [False] * len(shown)),
        ([loss for _, loss in shown], "loss", [True] * len(shown)),
    )
    figure = two_bars(parts, words, digits, dark)
    names = [row_name(web.actor_by_id[id_].name) for id_, _ in joining[:FEW]]
    named_rows(figure, names, max(0, len(joining) - FEW), words, dark, per_row=58)
    figure.update_xaxes(range=[0, 190])
    return figure


def _invite_table(reading: FeasibilityInclusiveness, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("charts.party"): [literal(web.actor_by_id[id_].name) for id_ in reading.invite],
            words("charts.gain"): [of_100(joining.gain) for joining in reading.invite.values()],
            words("charts.loss"): [of_100(joining.loss) for joining in reading.invite.values()],
        }
    )
