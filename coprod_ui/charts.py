"""Readings as plotly figures: pure, static, in the page's colours, with patterns and words beside colour.

Each `x_figure` has a twin `x_alt` (what a person who cannot see it hears) and `x_table` (every row, for `st.table`,
which reads Markdown: names stand in it as plain text). Show figures with `theme=None` and `CONFIG`.
"""

from collections.abc import Mapping, Sequence
from html import escape
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from coprod_core.indicators import FeasibilityInclusiveness, Gap, Readings, Role, Rules
from coprod_core.indicators.plans import WISH_PREFIX
from coprod_core.model import Web
from coprod_ui.sentences import is_silent
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words, literal, of_100

CONFIG = {"displayModeBar": False, "staticPlot": True}
FONT = "Source Sans, sans-serif"
TOP = 10
"""The most rows a figure shows; the table shows all."""

_LONGEST_NAME = 30
_INK = {False: "#1B2430", True: "#EEF1F4"}
_GRID = {False: "#CFCABD", True: "#414D59"}
_BLUE = {False: "#0072B2", True: "#56B4E9"}
_SORE = {False: "#B34700", True: "#F08A4B"}
_PALE = {False: "#A9B4BF", True: "#5B6673"}
_CLEAR = "rgba(0,0,0,0)"


# -- the gap --------------------------------------------------------------------------------------------------------


def attention_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    """Per interest, attention outside and at the table; what matters most outside first."""
    ids, more = _top(gap.outside)
    outside = [of_100(gap.outside[id_]) for id_ in ids]
    table = [of_100(gap.table[id_]) for id_ in ids]
    said = [_heard_word(gap, id_, words) for id_ in ids]
    rows = list(range(len(ids)))
    figure = go.Figure()
    figure.add_bar(
        y=[row - 0.19 for row in rows], x=outside, width=0.34, orientation="h", marker={"color": _PALE[dark]},
        text=[_numbered(words("charts.outside"), n, digits) for n in outside],
        textposition="outside", cliponaxis=False,
    )
    figure.add_bar(
        y=[row + 0.19 for row in rows], x=table, width=0.34, orientation="h", marker={"color": _BLUE[dark]},
        text=[
            _numbered(words("charts.table"), n, digits) + (f": <b>{word}</b>" if word else "")
            for n, word in zip(table, said, strict=True)
        ],
        textfont={"color": [_SORE[dark] if word else _INK[dark] for word in said]},
        textposition="outside", cliponaxis=False,
    )
    names = [_name(web.interest_by_id[id_].name) for id_ in ids]
    _rows(figure, names, more, words, dark, per_row=54)
    figure.update_xaxes(range=[0, 1.7 * max([*outside, *table, 10])])
    return figure


def attention_alt(gap: Gap, web: Web, words: Words) -> str:
    said = [
        f"{shortened(web.interest_by_id[id_].name, _LONGEST_NAME)}: {_heard_word(gap, id_, words)}"
        for id_ in _top(gap.outside)[0]
        if id_ in gap.unheard
    ]
    return words("charts.attention_alt", unheard="; ".join(said)).strip()


def attention_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("charts.interest"): [literal(web.interest_by_id[id_].name) for id_ in gap.outside],
            words("charts.outside"): [of_100(share) for share in gap.outside.values()],
            words("charts.table"): [of_100(gap.table[id_]) for id_ in gap.outside],
            words("charts.heard"): [_heard_word(gap, id_, words) or words("charts.yes") for id_ in gap.outside],
        }
    )


def _heard_word(gap: Gap, interest: str, words: Words) -> str:
    if interest not in gap.unheard:
        return ""
    return words("terms.unheard" if is_silent(gap, interest) else "terms.hardly_heard")


def seats_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    """Per group of residents, seats at the table against outside, both ways."""
    differences = _seat_differences(gap)
    ids, more = _top({id_: abs(points) for id_, points in differences.items()})
    shown = [differences[id_] for id_ in ids]
    texts = [_wrapped(_seats_said(points, words, digits), 14) for points in shown]
    figure = _both_ways(shown, texts, [points < 0 for points in shown], dark)
    _rows(figure, [_name(web.actor_by_id[id_].name) for id_ in ids], more, words, dark, per_row=46)
    return figure


def seats_alt(gap: Gap, web: Web, words: Words) -> str:
    differences = _seat_differences(gap)
    ids, _ = _top({id_: abs(points) for id_, points in differences.items()})
    return _alt("seats", {web.actor_by_id[id_].name: _seats_said(differences[id_], words, True) for id_ in ids}, words)


def seats_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    differences = _seat_differences(gap)
    return pd.DataFrame(
        {
            words("charts.party"): [literal(web.actor_by_id[id_].name) for id_ in differences],
            words("charts.outside"): [of_100(gap.maxi[id_]) for id_ in differences],
            words("charts.table"): [of_100(gap.mini[id_]) for id_ in differences],
            words("gap_parts.places"): [_seats_said(points, words, True) for points in differences.values()],
        }
    )


def _seat_differences(gap: Gap) -> dict[str, int]:
    return {id_: of_100(gap.mini[id_]) - of_100(gap.maxi[id_]) for id_ in gap.mini}


def _seats_said(points: int, words: Words, digits: bool) -> str:
    if points == 0:
        return words("charts.same_as_outside")
    key = "charts.more_than_outside" if points > 0 else "charts.fewer_than_outside"
    return words(key, count=abs(points)) if digits else words(f"{key}_words")


def interest_causes_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    """Which interests cause the gap in views: to the right larger, to the left smaller."""
    return _causes_figure(gap.by_interest, _interest_names(web), words, digits, dark)


def actor_causes_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    """Which groups cause the gap in views: to the right larger, to the left smaller."""
    return _causes_figure(gap.by_actor, _actor_names(web), words, digits, dark)


def interest_causes_alt(gap: Gap, web: Web, words: Words) -> str:
    return _causes_alt(gap.by_interest, _interest_names(web), words)


def actor_causes_alt(gap: Gap, web: Web, words: Words) -> str:
    return _causes_alt(gap.by_actor, _actor_names(web), words)


def interest_causes_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    return _causes_table(gap.by_interest, _interest_names(web), "charts.interest", words)


def actor_causes_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    return _causes_table(gap.by_actor, _actor_names(web), "charts.party", words)


def _causes_figure(
    causes: Mapping[str, float], names: Mapping[str, str], words: Words, digits: bool, dark: bool
) -> go.Figure:
    ids, more = _top({id_: abs(share) for id_, share in causes.items()})
    shown = [_points(causes[id_]) for id_ in ids]
    texts = [str(abs(points)) if digits else words(f"charts.{_direction(points)}") for points in shown]
    figure = _both_ways(shown, texts, [points > 0 for points in shown], dark)
    return _rows(figure, [_name(names[id_]) for id_ in ids], more, words, dark, per_row=46)


def _causes_alt(causes: Mapping[str, float], names: Mapping[str, str], words: Words) -> str:
    ids, _ = _top({id_: abs(share) for id_, share in causes.items()})
    said = {names[id_]: f"{abs(_points(causes[id_]))}, {_cause_said(_points(causes[id_]), words)}" for id_ in ids}
    return _alt("causes", said, words)


def _causes_table(causes: Mapping[str, float], names: Mapping[str, str], head: str, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words(head): [literal(names[id_]) for id_ in causes],
            words("charts.share_of_gap"): [_points(share) for share in causes.values()],
        }
    )


def _cause_said(points: int, words: Words) -> str:
    return words(f"charts.makes_{_direction(points)}")


def _direction(points: int) -> str:
    return "larger" if points > 0 else "smaller" if points < 0 else "none"


def _points(share: float) -> int:
    return of_100(share) if share >= 0 else -of_100(-share)


# -- feasible or inclusive ------------------------------------------------------------------------------------------


def plane_figure(
    reading: FeasibilityInclusiveness, web: Web, words: Words, digits: bool, dark: bool
) -> go.Figure:
    """Every way out as a dot, the front as a line, where the table is now, and both poles with what each costs.

    Needs the ways out: not for more candidates than are computed.
    """
    dots = _dots(reading)
    figure = go.Figure()
    front = [(100 * heard, 100 * plan) for heard, plan in reading.front]
    figure.add_scatter(
        x=[x for x, _ in front], y=[y for _, y in front], mode="lines",
        line={"color": _BLUE[dark], "width": 3, "dash": "dot"},
    )
    figure.add_scatter(
        x=[x for x, _ in dots], y=[y for _, y in dots], mode="markers",
        marker={"size": 13, "color": _BLUE[dark], "line": {"color": _INK[dark], "width": 1.5}},
    )
    x, y = 100 * reading.inclusiveness, 100 * reading.feasibility
    figure.add_scatter(
        x=[x], y=[y], mode="markers",
        marker={"size": 34, "symbol": "circle-open", "color": _SORE[dark], "line": {"width": 4}},
    )
    side = "left" if x > 25 else "right"
    _say(figure, x, y, f"<b>{words('charts.here')}</b>", beside=side, color=_SORE[dark])
    for pole, losses, lost in _poles(reading):
        at = 100 * reading.i_max * (1 - losses[0]), 100 * reading.f_max * (1 - losses[1])
        text = f"<b>{words.choice('dilemma_poles', pole)}</b><br>{_pole_cost(losses[lost], lost, words, digits)}"
        _say(figure, *at, text, beside="above" if pole == "feasible" else "below", color=_INK[dark])
    _plain(figure, dark, 460)
    figure.update_layout(margin={"l": 48, "r": 12, "t": 12, "b": 44})
    axis = {
        "visible": True, "tickvals": [0, 20, 40, 60, 80, 100], "showticklabels": digits, "tickfont": {"size": 14},
        "showgrid": False, "zeroline": False, "linecolor": _INK[dark], "linewidth": 1.5, "fixedrange": True,
    }
    heard, works = words("charts.inclusiveness_axis"), words("charts.feasibility_axis")
    high = max(10.0, 100 * reading.f_max)
    figure.update_xaxes(range=[0, 106], title={"text": f"{heard}  →", "font": {"size": 16}}, **axis)
    figure.update_yaxes(range=[-0.28 * high, 1.3 * high], title={"text": f"{works}  →", "font": {"size": 16}}, **axis)
    return figure


def plane_alt(reading: FeasibilityInclusiveness, web: Web, words: Words) -> str:
    x, y = of_100(reading.inclusiveness), of_100(reading.feasibility)
    said = [f"{words('charts.here')}: {x}, {y}."]
    for pole, losses, lost in _poles(reading):
        name = words.choice("dilemma_poles", pole)
        said.append(f"{name[:1].upper()}{name[1:]}: {_pole_cost(losses[lost], lost, words, True)}.")
    return words("charts.plane_alt", said=" ".join(said))


def plane_table(reading: FeasibilityInclusiveness, web: Web, words: Words, most: int = 200) -> pd.DataFrame:
    """Every way out by who joins, those that hear most interests first; at most `most` rows."""
    columns = (words("charts.who"), words("charts.inclusiveness_axis"), words("charts.feasibility_axis"))
    if reading.ways is None:
        return pd.DataFrame(columns=columns)
    ways = sorted(
        zip(reading.ways.inclusiveness.tolist(), reading.ways.feasibility.tolist(), reading.ways.members.tolist(),
            strict=True),
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


def _pole_cost(loss: float, lost: int, words: Words, digits: bool) -> str:
    key = ("charts.lost_heard", "charts.lost_plan")[lost]
    return words(key, number=plain_part(loss, words, True)) if digits else words(f"{key}_words")


def _poles(reading: FeasibilityInclusiveness) -> list[tuple[str, tuple[float, float], int]]:
    """Per pole its name, its losses, and which of them choosing it costs."""
    poles = ("feasible", reading.feasible_pole, 0), ("inclusive", reading.inclusive_pole, 1)
    return [(name, losses, lost) for name, losses, lost in poles if losses is not None]


def _say(figure: go.Figure, x: float, y: float, text: str, *, beside: str, color: str) -> None:
    """Writes beside a point: `left`, `right`, `above` or `below` it, and always inside the plane."""
    anchor = {"left": "right", "right": "left"}.get(beside, "right" if x > 45 else "left")
    figure.add_annotation(
        x=x, y=y, text=text, showarrow=False, xanchor=anchor, align=anchor, font={"size": 15, "color": color},
        xshift={"left": -24, "right": 24}.get(beside, 0), yshift={"above": 40, "below": -36}.get(beside, 0),
    )


# -- steer, facilitate or lead --------------------------------------------------------------------------------------


def roles_figure(role: Role, words: Words, digits: bool, dark: bool) -> go.Figure:
    """Per role, what each side loses; the heaviest loss of a role is hatched."""
    ways, sides = list(role.losses), list(next(iter(role.losses.values())))
    titles = [f"<b>{_wrapped(words.choice('lenses', side), 12)}</b>" for side in sides]
    figure = make_subplots(rows=1, cols=len(sides), shared_yaxes=True, subplot_titles=titles, horizontal_spacing=0.04)
    for column, side in enumerate(sides, start=1):
        shown = [of_100(role.losses[way][side]) for way in ways]
        worst = [0 < n == of_100(role.regret[way]) for n, way in zip(shown, ways, strict=True)]
        figure.add_bar(
            row=1, col=column, y=list(range(len(ways))), x=shown, width=0.5, orientation="h",
            marker=_marker(worst, dark), text=[_loss_said(n, words, digits) for n in shown],
            textposition="outside", cliponaxis=False,
        )
    _plain(figure, dark, 60 + 76 * len(ways))
    figure.update_layout(margin={"l": 0, "r": 8, "t": 48, "b": 8})
    figure.update_xaxes(visible=False, range=[0, 135 if digits else 330], fixedrange=True)
    _name_rows(figure, [_wrapped(words.choice("roles_full", way), 16) for way in ways], dark)
    for column, title in enumerate(figure.layout.annotations, start=1):
        start = figure.layout[f"xaxis{column if column > 1 else ''}"].domain[0]
        title.update(x=start, xanchor="left", align="left", font={"size": 15, "color": _INK[dark]})
    return figure


def roles_alt(role: Role, words: Words) -> str:
    said = {
        words.choice("roles_full", way): ", ".join(
            f"{words.choice('lenses', side)} {of_100(loss)}" for side, loss in losses.items()
        )
        for way, losses in role.losses.items()
    }
    return _alt("roles", said, words)


def roles_table(role: Role, words: Words) -> pd.DataFrame:
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


# -- follow the rules or deviate ------------------------------------------------------------------------------------


def rules_figure(rules: Rules, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    """Per rule, what following costs and what deviating costs; the strongest tension first."""
    ids, more = _top({id_: rule.tension for id_, rule in rules.rules.items()})
    rows = list(range(len(ids)))
    figure = go.Figure()
    for side, shift in (("follow", -0.19), ("deviate", 0.19)):
        shown = [of_100(getattr(rules.rules[id_], side)) for id_ in ids]
        other = [of_100(getattr(rules.rules[id_], "deviate" if side == "follow" else "follow")) for id_ in ids]
        figure.add_bar(
            y=[row + shift for row in rows], x=shown, width=0.34, orientation="h",
            marker=_marker([0 < n >= m for n, m in zip(shown, other, strict=True)], dark),
            text=[f"{words(f'charts.{side}')}: {_loss_said(n, words, digits)}" for n in shown],
            textposition="outside", cliponaxis=False,
        )
    _rows(figure, [_name(web.rule_by_id[id_].name) for id_ in ids], more, words, dark, per_row=64)
    figure.update_xaxes(range=[0, 170])
    return figure


def rules_alt(rules: Rules, web: Web, words: Words) -> str:
    ids, _ = _top({id_: rule.tension for id_, rule in rules.rules.items()})
    said = {
        web.rule_by_id[id_].name: f"{words('charts.follow')} {of_100(rules.rules[id_].follow)}, "
        f"{words('charts.deviate')} {of_100(rules.rules[id_].deviate)}"
        for id_ in ids
    }
    return _alt("rules", said, words)


def rules_table(rules: Rules, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("charts.rule"): [literal(web.rule_by_id[id_].name) for id_ in rules.rules],
            words("charts.follow"): [of_100(rule.follow) for rule in rules.rules.values()],
            words("charts.deviate"): [of_100(rule.deviate) for rule in rules.rules.values()],
            words("charts.room"): [of_100(web.rule_by_id[id_].discretion) for id_ in rules.rules],
            words("terms.tension"): [of_100(rule.tension) for rule in rules.rules.values()],
        }
    )


# -- plans ----------------------------------------------------------------------------------------------------------


def plans_figure(readings: Readings, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    """Plans by parties: how far each party can live with each plan, in one hue, with the number or word in it."""
    plans = list(readings.options)[:TOP]
    parties, _ = _top({id_: 1 - lowest for id_, lowest in _lowest_acceptance(readings, plans).items()})
    shown = [[of_100(readings.options[plan].acceptance[id_]) for id_ in parties] for plan in plans]
    texts = [[str(n) if digits else _acceptance_said(n, words) for n in row] for row in shown]
    figure = go.Figure(
        go.Heatmap(
            z=shown, x=list(range(len(parties))), y=list(range(len(plans))), zmin=0, zmax=100, showscale=False,
            colorscale=[[0, _GRID[dark]], [1, _BLUE[dark]]], opacity=0.55, xgap=3, ygap=3,
            text=texts, texttemplate="%{text}", textfont={"size": 15, "color": _INK[dark]},
        )
    )
    _plain(figure, dark, 80 + 42 * len(plans))
    figure.update_xaxes(
        side="top", tickvals=list(range(len(parties))), showgrid=False, fixedrange=True, zeroline=False,
        ticktext=[_wrapped(web.actor_by_id[id_].name, 12) for id_ in parties], tickangle=0,
        tickfont={"size": 13, "color": _INK[dark]},
        automargin=True,
    )
    _name_rows(figure, [_name(_plan_name(id_, web, words)) for id_ in plans], dark)
    figure.update_layout(margin={"l": 0, "r": 8, "t": 8, "b": 8})
    return figure


def plans_alt(readings: Readings, web: Web, words: Words) -> str:
    said = {}
    for id_ in list(readings.options)[:TOP]:
        acceptance = readings.options[id_].acceptance
        least = min(acceptance, key=lambda party: acceptance[party], default=None)
        if least is not None:
            word = _acceptance_said(of_100(acceptance[least]), words)
            said[_plan_name(id_, web, words)] = f"{shortened(web.actor_by_id[least].name, _LONGEST_NAME)} {word}"
    return _alt("plans", said, words)


def plans_table(readings: Readings, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        [
            [literal(_plan_name(id_, web, words)), *(of_100(share) for share in plan.acceptance.values())]
            for id_, plan in readings.options.items()
        ],
        columns=[words("charts.plan"), *_distinct([literal(actor.name) for actor in web.actors])],
    )


def _lowest_acceptance(readings: Readings, plans: Sequence[str]) -> dict[str, float]:
    rows = [readings.options[plan].acceptance for plan in plans]
    return {id_: min(row[id_] for row in rows) for id_ in (rows[0] if rows else ())}


def _acceptance_said(shown: int, words: Words) -> str:
    word = "accepts" if shown >= 75 else "accepts_partly" if shown >= 40 else "accepts_hardly"
    return words(f"charts.{word}")


def _plan_name(id_: str, web: Web, words: Words) -> str:
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


# -- what all figures share -----------------------------------------------------------------------------------------


def _top(sizes: Mapping[str, float]) -> tuple[list[str], int]:
    """The ids of the largest, largest first (file order decides among equals), and how many are left out."""
    ids = sorted(sizes, key=lambda id_: -sizes[id_])
    return ids[:TOP], max(0, len(ids) - TOP)


def _interest_names(web: Web) -> dict[str, str]:
    return {interest.id: interest.name for interest in web.interests}


def _actor_names(web: Web) -> dict[str, str]:
    return {actor.id: actor.name for actor in web.actors}


def _name(name: str) -> str:
    """A person's words as plotly text, which reads a little HTML; at most two lines."""
    return _wrapped(name, 18)


def _wrapped(name: str, wide: int) -> str:
    """Words as plotly text on several short lines."""
    lines = wrap(shortened(name, _LONGEST_NAME), wide, break_long_words=False)
    return "<br>".join(escape(line, quote=False) for line in lines)


def _numbered(word: str, number: int, digits: bool) -> str:
    return f"{word} {number}" if digits else word


def _marker(hatched: Sequence[bool], dark: bool) -> dict[str, object]:
    return {
        "color": [_SORE[dark] if heavy else _PALE[dark] for heavy in hatched],
        "pattern": {"shape": ["/" if heavy else "" for heavy in hatched], "size": 7},
    }


def _both_ways(shown: Sequence[int], texts: Sequence[str], hatched: Sequence[bool], dark: bool) -> go.Figure:
    figure = go.Figure(
        go.Bar(
            y=list(range(len(shown))), x=list(shown), width=0.55, orientation="h", marker=_marker(hatched, dark),
            text=list(texts), textposition="outside", cliponaxis=False,
        )
    )
    figure.add_vline(x=0, line={"color": _INK[dark], "width": 1.5})
    left, right = -min([0, *shown]), max([0, *shown])
    beside_bar = max(left, right, 10)  # room for what is written there
    figure.update_xaxes(range=[-left - (beside_bar if left else 0), right + beside_bar])
    return figure


def _rows(
    figure: go.Figure, names: Sequence[str], more: int, words: Words, dark: bool, per_row: int
) -> go.Figure:
    """One named row per item, and how many were left out."""
    _plain(figure, dark, 16 + per_row * max(1, len(names)) + (26 if more else 0))
    figure.update_xaxes(visible=False, fixedrange=True)
    _name_rows(figure, names, dark)
    if more:
        figure.update_layout(margin={"b": 30})
        figure.add_annotation(
            text=words("charts.more_rows", count=more), showarrow=False, x=0, y=0, xref="paper", yref="paper",
            xanchor="left", yanchor="top", font={"size": 14, "color": _INK[dark]},
        )
    return figure


def _name_rows(figure: go.Figure, names: Sequence[str], dark: bool) -> None:
    figure.update_yaxes(
        tickvals=list(range(len(names))), range=[len(names) - 0.5, -0.5], fixedrange=True, showgrid=False,
        zeroline=False, tickfont={"size": 15, "color": _INK[dark]}, ticklabelstandoff=8, automargin=True,
    )
    figure.update_layout(yaxis_ticktext=list(names))


def _plain(figure: go.Figure, dark: bool, height: int) -> None:
    figure.update_layout(
        height=height, margin={"l": 0, "r": 10, "t": 4, "b": 4}, barmode="overlay", showlegend=False,
        plot_bgcolor=_CLEAR, paper_bgcolor=_CLEAR, font={"family": FONT, "size": 15, "color": _INK[dark]},
        uniformtext={"minsize": 13, "mode": "show"}, hovermode=False,
    )


def _alt(figure: str, rows: Mapping[str, str], words: Words) -> str:
    said = "; ".join(f"{shortened(name, _LONGEST_NAME)}: {row}" for name, row in rows.items())
    return words(f"charts.{figure}_alt", rows=f"{said}." if said else "").strip()
