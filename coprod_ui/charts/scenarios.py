"""One plan in several webs side by side: how far each party can live with it."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts.plans import acceptance_said
from coprod_ui.charts.shared import (
    Chart,
    axis,
    bare,
    largest,
    name_rows,
    row_name,
    said_rows,
    shares_by_color,
    wrapped,
)
from coprod_ui.words import Words, literal, of_100

Compared = Mapping[str, tuple[Web, Readings]]
"""The webs compared and their readings, by the name each is compared under."""


def compared_plans(compared: Compared) -> dict[str, str]:
    """Every plan that was entered in one of the webs, with its name."""
    return {option.id: option.name for web, _ in compared.values() for option in web.options}


def _parties(compared: Compared) -> dict[str, str]:
    return {actor.id: actor.name for web, _ in compared.values() for actor in web.actors}


def _accepted(compared: Compared, plan: str, party: str) -> list[int | None]:
    """Per web how far the party can live with the plan, of 100; None where either is not there."""
    rows = (readings.options[plan].acceptance if plan in readings.options else {} for _, readings in compared.values())
    return [of_100(row[party]) if party in row else None for row in rows]


def _shown_parties(compared: Compared, plan: str) -> tuple[list[str], int]:
    """Those who can live with it least in one of the webs come first."""
    rows = {id_: (100, *_accepted(compared, plan, id_)) for id_ in _parties(compared)}
    return largest({id_: max(100.0 - share for share in row if share is not None) for id_, row in rows.items()})


def compared_plan_chart(compared: Compared, plan: str, words: Words, digits: bool, dark: bool) -> Chart:
    """Parties by webs, in one hue, with the number or word in it; empty where the plan or the party is not there."""
    figure = _compared_plan_figure(compared, plan, words, digits, dark)
    alt = _compared_plan_alt(compared, plan, words)
    return Chart(figure, alt, partial(_compared_plan_table, compared, plan, words))


def _compared_plan_figure(compared: Compared, plan: str, words: Words, digits: bool, dark: bool) -> go.Figure:
    parties, _ = _shown_parties(compared, plan)
    shown = [_accepted(compared, plan, id_) for id_ in parties]
    figure = shares_by_color(shown, [[_said(n, words, digits) for n in row] for row in shown], dark)
    bare(figure, dark, 70 + 40 * len(parties))
    figure.update_xaxes(
        side="top",
        tickvals=list(range(len(compared))),
        ticktext=[wrapped(name, 11) for name in compared],
        tickangle=0,
        **axis(dark, 13),
        automargin=True,
    )
    name_rows(figure, [row_name(_parties(compared)[id_]) for id_ in parties], dark)
    figure.update_layout(margin={"l": 0, "r": 8, "t": 8, "b": 8})
    return figure


def _said(shown: int | None, words: Words, digits: bool) -> str:
    if shown is None:
        return ""
    return str(shown) if digits else acceptance_said(shown, words)


def _compared_plan_alt(compared: Compared, plan: str, words: Words) -> str:
    parties, _ = _shown_parties(compared, plan)
    rows = {
        _parties(compared)[id_]: ", ".join(
            f"{name} {words('scenarios.party_not_there') if n is None else n}"
            for name, n in zip(compared, _accepted(compared, plan, id_), strict=True)
        )
        for id_ in parties
    }
    return said_rows("compared", rows, words, plan=compared_plans(compared)[plan])


def _compared_plan_table(compared: Compared, plan: str, words: Words) -> pd.DataFrame:
    """Every party, by its acceptance in each web."""
    names = _parties(compared)
    rows = {id_: _accepted(compared, plan, id_) for id_ in names}
    return pd.DataFrame(
        {
            words("charts.party"): [literal(name) for name in names.values()],
            **{
                literal(name): [
                    words("scenarios.party_not_there") if row[at] is None else str(row[at]) for row in rows.values()
                ]
                for at, name in enumerate(compared)
            },
        }
    )
