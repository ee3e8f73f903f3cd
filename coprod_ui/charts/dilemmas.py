"""Figures about the three dilemmas."""

from functools import partial
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.role import Role
from coprod_core.indicators.rules import Rules
from coprod_core.web.model import Web
from coprod_ui.charts.shared import (
    BLUE,
    CLEAR,
    INK,
    SORE,
    Chart,
    axis,
    bare,
    bars,
    largest,
    marker,
    name_rows,
    named_rows,
    row_name,
    said_rows,
    wrapped,
)
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, literal, of_100


def plane_chart(
    reading: FeasibilityInclusiveness, web: Web, words: Words, digits: bool, dark: bool, most: int = 200
) -> Chart:
    """Every way out as a dot, the front as a line, where the table is now, and both poles with what each costs.

    Needs the ways out: not for more candidates than are computed.
    """
    figure = _plane_figure(reading, web, words, digits, dark)
    x, y = of_100(reading.inclusiveness), of_100(reading.feasibility)
    said = [f"{words('charts.here')}: {x}, {y}."]
    for pole, losses, lost in _poles(reading):
        name = words.choice("dilemma_poles", pole)
        said.append(f"{name[:1].upper()}{name[1:]}: {pole_cost(reading, losses[lost], lost, words, True)}.")
    alt = words("charts.plane_alt", said=" ".join(said))
    return Chart(figure, alt, partial(_plane_table, reading, web, words, most=most))


def _plane_figure(reading: FeasibilityInclusiveness, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    dots = _dots(reading)
    figure = go.Figure()
    front = [(100 * heard, 100 * plan) for heard, plan in reading.front]
    figure.add_scatter(
        x=[x for x, _ in front],
        y=[y for _, y in front],
        mode="lines",
        line={"color": BLUE[dark], "width": 3, "dash": "dot"},
    )
    figure.add_scatter(
        x=[x for x, _ in dots],
        y=[y for _, y in dots],
        mode="markers",
        marker={"size": 13, "color": BLUE[dark], "line": {"color": INK[dark], "width": 1.5}},
    )
    draw_here(figure, reading, words, dark)
    for pole, losses, lost in _poles(reading):
        at = 100 * reading.at_stake * (1 - losses[0]), 100 * reading.f_max * (1 - losses[1])
        cost = "<br>".join(wrap(pole_cost(reading, losses[lost], lost, words, digits), 24))
        text = f"<b>{words.choice('dilemma_poles', pole)}</b><br>{cost}"
        say_beside(figure, *at, text, beside="above" if pole == "feasible" else "below", color=INK[dark])
    bare(figure, dark, 460)
    inclusive = 1.0 if reading.inclusive_pole is None else reading.inclusive_pole[1]
    draw_axes(figure, 100 * reading.f_max, 100 * reading.f_max * (1 - inclusive), words, digits, dark)
    return figure


def draw_here(
    figure: go.Figure, reading: FeasibilityInclusiveness, words: Words, dark: bool, background: str = CLEAR
) -> None:
    """A ring where the table is now."""
    x, y = 100 * reading.inclusiveness, 100 * reading.feasibility
    figure.add_scatter(
        x=[x],
        y=[y],
        mode="markers",
        marker={"size": 34, "symbol": "circle-open", "color": SORE[dark], "line": {"width": 4}},
    )
    side = "left" if x > 25 else "right"
    say_beside(figure, x, y, f"<b>{words('charts.here')}</b>", beside=side, color=SORE[dark], background=background)


def draw_axes(figure: go.Figure, highest: float, lowest: float, words: Words, digits: bool, dark: bool) -> None:
    """The axes of the plane: with room above the highest point, and below the lowest for what is said there."""
    look = {
        **axis(dark),
        "visible": True,
        "tickvals": [0, 20, 40, 60, 80, 100],
        "showticklabels": digits,
        "linecolor": INK[dark],
        "linewidth": 1.5,
    }
    heard, works = words("charts.inclusiveness_axis"), words("charts.feasibility_axis")
    high = max(10.0, highest)
    low = min(0.0, lowest - 0.36 * high)
    font = {"size": 16, "color": INK[dark]}
    figure.update_layout(margin={"l": 48, "r": 12, "t": 12, "b": 44})
    figure.update_xaxes(range=[0, 106], title={"text": f"{heard}  →", "font": font}, **look)
    figure.update_yaxes(range=[low, 1.35 * high], title={"text": f"{works}  →", "font": font}, **look)


def _plane_table(reading: FeasibilityInclusiveness, web: Web, words: Words, most: int = 200) -> pd.DataFrame:
    """Every way out by who joins, those that hear most interests first; at most `most` rows."""
    columns = (words("charts.who"), words("charts.inclusiveness_axis"), words("charts.feasibility_axis"))
    if reading.ways is None:
        return pd.DataFrame(columns=columns)
    ways = sorted(
        zip(
            reading.ways.inclusiveness.tolist(),
            reading.ways.feasibility.tolist(),
            reading.ways.members.tolist(),
            strict=True,
        ),
        key=lambda way: (-way[0], -way[1]),
    )
    rows = [(_who(members, reading, web, words), of_100(heard), of_100(plan)) for heard, plan, members in ways[:most]]
    return pd.DataFrame(rows, columns=columns)


def _dots(reading: FeasibilityInclusiveness) -> list[tuple[int, int]]:
    if reading.ways is None:
        return []
    ways = zip(reading.ways.inclusiveness.tolist(), reading.ways.feasibility.tolist(), strict=True)
    return sorted({(of_100(heard), of_100(plan)) for heard, plan in ways})


def _who(members: int, reading: FeasibilityInclusiveness, web: Web, words: Words) -> str:
    joined = [literal(web.actor_by_id[id_].name) for j, id_ in enumerate(reading.candidates) if members >> j & 1]
    return words("charts.joins", names=words.names(joined)) if joined else words("charts.only_base")


def pole_cost(reading: FeasibilityInclusiveness, loss: float, lost: int, words: Words, digits: bool) -> str:
    """What is lost at a pole, by the numbers that its sentence has: how much of what is at stake is heard less (0), or
    how much harder a plan is to find (1).
    """
    key = ("charts.lost_heard", "charts.lost_plan")[lost]
    if not digits:
        return words(f"{key}_words")
    if lost == 0:
        return words(key, number=plain_part(loss, words, True))
    return words(key, number=f"{of_100(reading.f_max)} → {of_100(reading.f_max * (1 - loss))}")


def _poles(reading: FeasibilityInclusiveness) -> list[tuple[str, tuple[float, float], int]]:
    """Per pole its name, its losses, and which of them choosing it costs."""
    poles = ("feasible", reading.feasible_pole, 0), ("inclusive", reading.inclusive_pole, 1)
    return [(name, losses, lost) for name, losses, lost in poles if losses is not None]


def say_beside(
    figure: go.Figure, x: float, y: float, text: str, *, beside: str, color: str, background: str = CLEAR
) -> None:
    """Writes beside a point: `left`, `right`, `above` or `below` it, and always inside the plane."""
    anchor = {"left": "right", "right": "left"}.get(beside, "right" if x > 45 else "left")
    figure.add_annotation(
        x=x,
        y=y,
        text=text,
        showarrow=False,
        xanchor=anchor,
        align=anchor,
        font={"size": 15, "color": color},
        bgcolor=background,
        xshift={"left": -24, "right": 24}.get(beside, 0),
        yshift={"above": 50, "below": -46}.get(beside, 0),
    )


def roles_chart(role: Role, words: Words, digits: bool, dark: bool) -> Chart:
    """Per role, what each side loses; the heaviest loss of a role is hatched."""
    figure = _roles_figure(role, words, digits, dark)
    alt = _roles_alt(role, words)
    return Chart(figure, alt, partial(_roles_table, role, words))


def _roles_figure(role: Role, words: Words, digits: bool, dark: bool) -> go.Figure:
    ways, sides = list(role.losses), list(next(iter(role.losses.values())))
    titles = [f"<b>{wrapped(words.choice('lenses', side), 12)}</b>" for side in sides]
    figure = make_subplots(rows=1, cols=len(sides), shared_yaxes=True, subplot_titles=titles, horizontal_spacing=0.04)
    for column, side in enumerate(sides, start=1):
        shown = [of_100(role.losses[way][side]) for way in ways]
        worst = [0 < n == of_100(role.regret[way]) for n, way in zip(shown, ways, strict=True)]
        texts = [_loss_said(n, words, digits) for n in shown]
        bars(figure, range(len(ways)), shown, texts, row=1, col=column, width=0.5, marker=marker(worst, dark))
    bare(figure, dark, 60 + 76 * len(ways))
    figure.update_layout(margin={"l": 0, "r": 8, "t": 48, "b": 8})
    figure.update_xaxes(visible=False, range=[0, 135 if digits else 330], fixedrange=True)
    name_rows(figure, [wrapped(words.choice("roles_full", way), 16) for way in ways], dark)
    for column, title in enumerate(figure.layout.annotations, start=1):
        start = figure.layout[f"xaxis{column if column > 1 else ''}"].domain[0]
        title.update(x=start, xanchor="left", align="left", font={"size": 15, "color": INK[dark]})
    return figure


def _roles_alt(role: Role, words: Words) -> str:
    said = {
        words.choice("roles_full", way): ", ".join(
            f"{words.choice('lenses', side)} {of_100(loss)}" for side, loss in losses.items()
        )
        for way, losses in role.losses.items()
    }
    return said_rows("roles", said, words)


def _roles_table(role: Role, words: Words) -> pd.DataFrame:
    rows = [
        {words("charts.way"): words.choice("roles_full", way)}
        | {words.choice("lenses", side): of_100(loss) for side, loss in losses.items()}
        for way, losses in role.losses.items()
    ]
    return pd.DataFrame(rows)


def _loss_said(shown: int, words: Words, digits: bool) -> str:
    if shown == 0:
        return words("charts.nothing")
    return str(shown) if digits else plain_part(shown / 100, words, False)


def rules_chart(rules: Rules, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per rule, what following costs and what deviating costs; the strongest tension first."""
    figure = _rules_figure(rules, web, words, digits, dark)
    alt = _rules_alt(rules, web, words)
    return Chart(figure, alt, partial(_rules_table, rules, web, words))


def _rules_figure(rules: Rules, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    ids, more = largest({id_: rule.tension for id_, rule in rules.rules.items()})
    rows = list(range(len(ids)))
    figure = go.Figure()
    for side, shift in (("follow", -0.19), ("deviate", 0.19)):
        shown = [of_100(getattr(rules.rules[id_], side)) for id_ in ids]
        other = [of_100(getattr(rules.rules[id_], "deviate" if side == "follow" else "follow")) for id_ in ids]
        texts = [f"{words(f'charts.{side}')}: {_loss_said(n, words, digits)}" for n in shown]
        heavy = marker([0 < n >= m for n, m in zip(shown, other, strict=True)], dark)
        bars(figure, [row + shift for row in rows], shown, texts, width=0.34, marker=heavy)
    named_rows(figure, [row_name(web.rule_by_id[id_].name) for id_ in ids], more, words, dark, per_row=64)
    figure.update_xaxes(range=[0, 170])
    return figure


def _rules_alt(rules: Rules, web: Web, words: Words) -> str:
    ids, _ = largest({id_: rule.tension for id_, rule in rules.rules.items()})
    said = {
        web.rule_by_id[id_].name: f"{words('charts.follow')} {of_100(rules.rules[id_].follow)}, "
        f"{words('charts.deviate')} {of_100(rules.rules[id_].deviate)}"
        for id_ in ids
    }
    return said_rows("rules", said, words)


def _rules_table(rules: Rules, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("charts.rule"): [literal(web.rule_by_id[id_].name) for id_ in rules.rules],
            words("charts.follow"): [of_100(rule.follow) for rule in rules.rules.values()],
            words("charts.deviate"): [of_100(rule.deviate) for rule in rules.rules.values()],
            words("charts.room"): [of_100(web.rule_by_id[id_].discretion) for id_ in rules.rules],
            words("terms.tension"): [of_100(rule.tension) for rule in rules.rules.values()],
        }
    )
