"""Figures about plans, party by party."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import WISH_PREFIX, PlanReading
from coprod_core.web.model import Web
from coprod_ui.charts.shared import (
    INK,
    LONGEST_NAME,
    TOP,
    Chart,
    axis,
    bare,
    bars,
    both_ways,
    largest,
    marker,
    name_rows,
    named_rows,
    row_name,
    said_rows,
    shares_by_color,
    wrapped,
)
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words, literal, of_100

HALF = 50
"""From this many of the 100 a plan's bar is hatched: most of its downsides fall outside the table."""


def plans_chart(readings: Readings, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Plans by parties: how far each party can live with each plan, in one hue, with the number or word in it."""
    figure = _plans_figure(readings, web, words, digits, dark)
    alt = _plans_alt(readings, web, words)
    return Chart(figure, alt, partial(_plans_table, readings, web, words))


def _plans_figure(readings: Readings, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    plans = list(readings.options)[:TOP]
    parties, _ = largest({id_: 1 - lowest for id_, lowest in _lowest_acceptance(readings, plans).items()})
    shown = [[of_100(readings.options[plan].acceptance[id_]) for id_ in parties] for plan in plans]
    texts = [[str(n) if digits else acceptance_said(n, words) for n in row] for row in shown]
    figure = shares_by_color(shown, texts, dark)
    bare(figure, dark, 80 + 42 * len(plans))
    figure.update_xaxes(
        side="top",
        tickvals=list(range(len(parties))),
        **axis(dark, 13),
        ticktext=[wrapped(web.actor_by_id[id_].name, 12) for id_ in parties],
        tickangle=0,
        automargin=True,
    )
    name_rows(figure, [row_name(plan_name(id_, web, words)) for id_ in plans], dark)
    figure.update_layout(margin={"l": 0, "r": 8, "t": 8, "b": 8})
    return figure


def _plans_alt(readings: Readings, web: Web, words: Words) -> str:
    said = {}
    for id_ in list(readings.options)[:TOP]:
        acceptance = readings.options[id_].acceptance
        least = min(acceptance, key=lambda party: acceptance[party], default=None)
        if least is not None:
            word = acceptance_said(of_100(acceptance[least]), words)
            said[plan_name(id_, web, words)] = f"{shortened(web.actor_by_id[least].name, LONGEST_NAME)} {word}"
    return said_rows("plans", said, words)


def _plans_table(readings: Readings, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        [
            [literal(plan_name(id_, web, words)), *(of_100(share) for share in plan.acceptance.values())]
            for id_, plan in readings.options.items()
        ],
        columns=[words("charts.plan"), *_distinct([literal(actor.name) for actor in web.actors])],
    )


def _lowest_acceptance(readings: Readings, plans: Sequence[str]) -> dict[str, float]:
    rows = [readings.options[plan].acceptance for plan in plans]
    return {id_: min(row[id_] for row in rows) for id_ in (rows[0] if rows else ())}


def acceptance_said(shown: int, words: Words) -> str:
    """Whether a party can live with a plan, in a word; `shown` of 100."""
    word = "accepts" if shown >= 75 else "accepts_partly" if shown >= 40 else "accepts_hardly"
    return words(f"charts.{word}")


def plan_name(id_: str, web: Web, words: Words) -> str:
    """A plan's name as a person wrote it; a wish that stands in is named after its party."""
    if id_ in web.option_by_id:
        return web.option_by_id[id_].name
    return words("say_plans.wish", actor=web.actor_by_id[id_.removeprefix(WISH_PREFIX)].name)


def _distinct(names: Sequence[str]) -> list[str]:
    """Names as column heads: a name that came before gets a number."""
    heads: list[str] = []
    for name in names:
        head, number = name, 2
        while head in heads:
            head, number = f"{name} ({number})", number + 1
        heads.append(head)
    return heads


def shifted_chart(readings: Readings, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per plan, the part of its downsides that falls on people who are not at the table."""
    figure = _shifted_figure(readings, web, words, digits, dark)
    plans, _ = _first_plans(readings)
    said = {plan_name(id_, web, words): _shifted_said(readings.options[id_], words, True) for id_ in plans}
    alt = said_rows("shifted", said, words)
    return Chart(figure, alt, partial(_shifted_table, readings, web, words))


def _shifted_figure(readings: Readings, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    plans, more = _first_plans(readings)
    shown = [of_100(readings.options[id_].shifted or 0.0) for id_ in plans]
    texts = [_shifted_said(readings.options[id_], words, digits) for id_ in plans]
    figure = both_ways(shown, texts, [n >= HALF for n in shown], dark)
    figure.update_xaxes(range=[0, 190])
    return named_rows(figure, [row_name(plan_name(id_, web, words)) for id_ in plans], more, words, dark, per_row=46)


def _shifted_table(readings: Readings, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("charts.plan"): [literal(plan_name(id_, web, words)) for id_ in readings.options],
            words("charts.shifted"): [_shifted_said(plan, words, True) for plan in readings.options.values()],
        }
    )


def _first_plans(readings: Readings) -> tuple[list[str], int]:
    """The plans a figure shows, in file order, and how many are left out."""
    plans = list(readings.options)
    return plans[:TOP], max(0, len(plans) - TOP)


def _shifted_said(plan: PlanReading, words: Words, digits: bool) -> str:
    if plan.shifted is None:
        return words("charts.no_burden")
    return str(of_100(plan.shifted)) if digits else plain_part(plan.shifted, words, False)


def burdens_chart(readings: Readings, plan: str, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per party what a plan brings (right) and what it costs (left); never one subtracted from the other."""
    figure = _burdens_figure(readings, plan, web, words, digits, dark)
    alt = _burdens_alt(readings, plan, web, words)
    return Chart(figure, alt, partial(_burdens_table, readings, plan, web, words))


def _burdens_figure(readings: Readings, plan: str, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    reading = readings.options[plan]
    parties, more = largest({id_: max(reading.burden[id_], reading.benefit[id_]) for id_ in reading.burden})
    rows = list(range(len(parties)))
    figure = go.Figure()
    for values, sign, heavy in ((reading.benefit, 1, False), (reading.burden, -1, True)):
        shown = [of_100(values[id_]) for id_ in parties]
        texts = [_part_said(n, words, digits) for n in shown]
        bars(figure, rows, [sign * n for n in shown], texts, marker=marker([heavy] * len(rows), dark))
    figure.add_vline(x=0, line={"color": INK[dark], "width": 1.5})
    figure.update_xaxes(range=[-150, 150])
    return named_rows(figure, [row_name(web.actor_by_id[id_].name) for id_ in parties], more, words, dark, per_row=40)


def _burdens_alt(readings: Readings, plan: str, web: Web, words: Words) -> str:
    reading = readings.options[plan]
    parties, _ = largest({id_: max(reading.burden[id_], reading.benefit[id_]) for id_ in reading.burden})
    said = {
        web.actor_by_id[id_].name: words(
            "charts.burden_said", benefit=of_100(reading.benefit[id_]), burden=of_100(reading.burden[id_])
        )
        for id_ in parties
    }
    return said_rows("burdens", said, words)


def _burdens_table(readings: Readings, plan: str, web: Web, words: Words) -> pd.DataFrame:
    reading = readings.options[plan]
    return pd.DataFrame(
        {
            words("charts.party"): [literal(web.actor_by_id[id_].name) for id_ in reading.burden],
            words("charts.benefit"): [of_100(share) for share in reading.benefit.values()],
            words("charts.burden"): [of_100(share) for share in reading.burden.values()],
        }
    )


def _part_said(shown: int, words: Words, digits: bool) -> str:
    if shown == 0:
        return ""
    return str(shown) if digits else plain_part(shown / 100, words, False)


def plan_names(readings: Readings, web: Web, words: Words) -> dict[str, str]:
    """Every plan, the wishes that stand in included, by the name a person knows it by."""
    return {id_: plan_name(id_, web, words) for id_ in readings.options}
