"""The plane of the first dilemma where there are too many tables to try them all: what was found, and what may be."""

from functools import partial
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.large_front import LargeFront
from coprod_core.web.model import Web
from coprod_ui.charts.dilemmas import draw_axes, draw_here, pole_cost, say_beside
from coprod_ui.charts.shared import BLUE, INK, PALE, PAPER, Chart, bare
from coprod_ui.words import Words, literal, of_100


def large_front_chart(
    front: LargeFront, reading: FeasibilityInclusiveness, web: Web, words: Words, digits: bool, dark: bool
) -> Chart:
    """The tables found as dots on a line; where others may lie beyond it, a second line says how far at most."""
    figure = _large_front_figure(front, reading, words, digits, dark)
    said = [f"{words('charts.here')}: {of_100(reading.inclusiveness)}, {of_100(reading.feasibility)}."]
    for pole, _, lost, side in _poles(front, reading):
        name = words.choice("dilemma_poles", pole)
        said.append(f"{name[:1].upper()}{name[1:]}: {pole_cost(reading, lost, side, words, True)}.")
    key = "charts.plane_alt" if front.exact else "charts.bounded_alt"
    alt = words(key, said=" ".join(said))
    return Chart(figure, alt, partial(_large_front_table, front, web, words))


def _large_front_figure(
    front: LargeFront, reading: FeasibilityInclusiveness, words: Words, digits: bool, dark: bool
) -> go.Figure:
    figure = go.Figure()
    heard = [100 * point[0] for point in front.points]
    works = [100 * point[1] for point in front.points]
    if not front.exact:
        most = [x + 100 * bound for x, bound in zip(heard, front.bounds, strict=True)]
        # between two tables others may be as inclusive as the bound at the less feasible one
        edge = {"color": INK[dark], "width": 2, "dash": "dash", "shape": "hv"}
        figure.add_scatter(x=most, y=works, mode="lines", line=edge)
        figure.add_scatter(
            x=heard,
            y=works,
            mode="lines",
            line={"width": 0, "shape": "vh"},
            fill="tonexty",
            fillpattern={"shape": ".", "fgcolor": PALE[dark], "bgcolor": "rgba(0,0,0,0)"},
        )
    figure.add_scatter(
        x=heard,
        y=works,
        mode="lines+markers",
        line={"color": BLUE[dark], "width": 3, "dash": "dot"},
        marker={"size": 11, "color": BLUE[dark], "line": {"color": INK[dark], "width": 1.5}},
    )
    draw_here(figure, reading, words, dark, background=PAPER[dark])
    for pole, point, lost, side in _poles(front, reading):
        cost = "<br>".join(wrap(pole_cost(reading, lost, side, words, digits), 24))
        text = f"<b>{words.choice('dilemma_poles', pole)}</b><br>{cost}"
        at = 100 * point[0], 100 * point[1]
        say_beside(figure, *at, text, beside="above" if pole == "feasible" else "below", color=INK[dark])
    bare(figure, dark, 460)
    draw_axes(figure, works[0], works[-1], words, digits, dark)
    return figure


Pole = tuple[str, tuple[float, float], float, int]
"""Its name, where it lies, what choosing it costs, and of what (0: heard interests, 1: a plan that works)."""


def _poles(front: LargeFront, reading: FeasibilityInclusiveness) -> list[Pole]:
    feasible, inclusive = front.points[0], front.points[-1]
    heard_lost = 1 - feasible[0] / reading.at_stake if reading.at_stake else 0.0
    plan_lost = 1 - inclusive[1] / reading.f_max if reading.f_max else 0.0
    return [("feasible", feasible, heard_lost, 0), ("inclusive", inclusive, plan_lost, 1)]


def _large_front_table(front: LargeFront, web: Web, words: Words) -> pd.DataFrame:
    """Every table found by who joins, those that hear most interests first."""
    heard, works, most = (words(f"charts.{key}") for key in ("inclusiveness_axis", "feasibility_axis", "at_most"))
    rows = [
        {
            words("charts.who"): _who(joining, web, words),
            heard: of_100(point[0]),
            **({} if front.exact else {most: of_100(point[0] + bound)}),
            works: of_100(point[1]),
        }
        for point, joining, bound in zip(front.points, front.joining, front.bounds, strict=True)
    ]
    return pd.DataFrame(rows[::-1])


def _who(joining: tuple[str, ...], web: Web, words: Words) -> str:
    if not joining:
        return words("charts.only_base")
    names = [literal(web.actor_by_id[id_].name) for id_ in joining]
    if len(names) > 6:
        return words("charts.joins_more", names=", ".join(names[:5]), count=len(names) - 5)
    return words("charts.joins", names=words.names(names))
