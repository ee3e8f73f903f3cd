"""Figures about how sure we are: the bands on the gap, how often a cause stays, the two lenses, and whom to ask."""

from collections.abc import Mapping
from functools import partial
from html import escape

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.ask_first import AskFirst
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.robustness import Band, GapRobustness, Standing
from coprod_core.web.model import Web
from coprod_ui.charts.shared import (
    BLUE,
    FEW,
    INK,
    PALE,
    PAPER,
    Chart,
    bare,
    largest,
    named_rows,
    number_or_word,
    one_bar,
    row_name,
    said_rows,
    two_bars,
)
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words, literal, of_100

_NESTED = (("places", 1.0, 0.3, 0.4), ("views", 0.6, 0.6, 0.21), ("attention", 0.26, 1.0, 0.0))
"""Part, width of its bar, opacity, and how high the line of its band lies."""

_MOST_CAUSES = 5


def _bands(found: GapRobustness | None) -> dict[str, Band]:
    return {} if found is None else {part: getattr(found, part) for part, *_ in _NESTED}


def gaps_chart(gap: Gap, found: GapRobustness | None, words: Words, digits: bool, dark: bool) -> Chart:
    """Seats, views and attention nested in one frame of 100, never one number; the line on each is its band."""
    figure = _gaps_figure(gap, found, words, digits, dark)
    bands = _bands(found)
    said = words("pictures.nested", parts=", ".join(_part_said(gap, part, bands, words) for part, *_ in _NESTED))
    alt = f"{said} {words('charts.band_alt')}" if bands else said
    return Chart(figure, alt, partial(_gaps_table, gap, found, words))


def _gaps_figure(gap: Gap, found: GapRobustness | None, words: Words, digits: bool, dark: bool) -> go.Figure:
    figure = go.Figure()
    bands = _bands(found)
    for part, width, opacity, _ in _NESTED:
        figure.add_bar(
            y=[0],
            x=[of_100(getattr(gap, part))],
            width=width,
            orientation="h",
            marker={"color": _tint(BLUE[dark], opacity), "line": {"width": 0}},
            name=_part_said(gap, part, bands, words) if digits else words.choice("gap_parts", part),
        )
    for nth, (part, _, _, height) in enumerate(_NESTED):
        if part in bands:
            _band_line(figure, bands[part], height, words("charts.band") if nth == 0 else None, dark)
    figure.add_shape(type="rect", x0=0, x1=100, y0=-0.5, y1=0.5, line={"color": INK[dark], "width": 1.5})
    bare(figure, dark, 184)
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.06, "yanchor": "top", "font": {"size": 15, "color": INK[dark]}},
        margin={"l": 2, "r": 2, "t": 2, "b": 110},
    )
    figure.update_xaxes(visible=False, fixedrange=True, range=[-0.3, 100.3])
    figure.update_yaxes(visible=False, fixedrange=True, range=[-0.53, 0.53])
    return figure


def _tint(color: str, opacity: float) -> str:
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _band_line(figure: go.Figure, band: Band, height: float, name: str | None, dark: bool) -> None:
    ends = {"x": [of_100(band.low), of_100(band.high)], "y": [height, height], "mode": "lines+markers"}
    for color, wide, said in ((_tint(PAPER[dark], 0.85), 5, None), (INK[dark], 2, name)):
        stroke = {"symbol": "line-ns", "size": 9, "line": {"color": color, "width": wide}}
        figure.add_scatter(
            **ends, line={"color": color, "width": wide}, marker=stroke, name=said or "", showlegend=said is not None
        )


def _part_said(gap: Gap, part: str, bands: Mapping[str, Band], words: Words) -> str:
    said = f"{words.choice('gap_parts', part)} {of_100(getattr(gap, part))}"
    if part not in bands:
        return said
    return f"{said} ({words('charts.from_to', low=of_100(bands[part].low), high=of_100(bands[part].high))})"


def _gaps_table(gap: Gap, found: GapRobustness | None, words: Words) -> pd.DataFrame:
    bands = _bands(found)
    parts = [part for part, *_ in _NESTED]
    columns = {
        words("charts.what"): [words.choice("gap_parts", part) for part in parts],
        words("charts.part_of_100"): [of_100(getattr(gap, part)) for part in parts],
    }
    if bands:
        columns |= {
            words("charts.band_low"): [of_100(bands[part].low) for part in parts],
            words("charts.band_high"): [of_100(bands[part].high) for part in parts],
        }
    return pd.DataFrame(columns)


# -- how often a cause stays ----------------------------------------------------------------------------------------


def _times(cause: Standing) -> dict[str, int]:
    """How many times in a hundred each id is the main cause, that of now first."""
    now = {} if cause.id is None else {cause.id: of_100(cause.share)}
    return now | {id_: of_100(share) for id_, share in cause.others.items() if of_100(share)}


def standing_chart(
    cause: Standing, names: Mapping[str, str], head: str, words: Words, digits: bool, dark: bool
) -> Chart:
    """How many times in a hundred redrawn webs each is the main cause; that of this web dark, on top."""
    figure = _standing_figure(cause, names, words, digits, dark)
    said = {names[id_]: words.plural("charts.times", times) for id_, times in list(_times(cause).items())[:FEW]}
    alt = said_rows("standing", said, words)
    return Chart(figure, alt, partial(_standing_table, cause, names, head, words))


def _standing_figure(cause: Standing, names: Mapping[str, str], words: Words, digits: bool, dark: bool) -> go.Figure:
    times = _times(cause)
    shown = dict(list(times.items())[:_MOST_CAUSES])
    figure = one_bar(
        list(shown.values()),
        [_times_said(n, words, digits) for n in shown.values()],
        [BLUE[dark] if id_ == cause.id else PALE[dark] for id_ in shown],
    )
    rows = [row_name(names[id_]) for id_ in shown]
    return named_rows(figure, rows, len(times) - len(shown), words, dark, per_row=44)


def _times_said(times: int, words: Words, digits: bool) -> str:
    return words.plural("charts.times", times) if digits else plain_part(times / 100, words, False, "times")


def _standing_table(cause: Standing, names: Mapping[str, str], head: str, words: Words) -> pd.DataFrame:
    times = _times(cause)
    return pd.DataFrame(
        {words(head): [literal(names[id_]) for id_ in times], words("charts.times_of_100"): list(times.values())}
    )


# -- two lenses -----------------------------------------------------------------------------------------------------


def _by_lens(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    """What each causes of the gap when heads are counted and when they are not, of 100; what makes it smaller is 0."""
    ids, _ = largest({id_: max(first[id_], second[id_]) for id_ in first})
    return {id_: (of_100(first[id_]), of_100(second[id_])) for id_ in ids if max(first[id_], second[id_]) > 0}


def lenses_chart(
    first: Mapping[str, float],
    second: Mapping[str, float],
    names: Mapping[str, str],
    head: str,
    words: Words,
    digits: bool,
    dark: bool,
) -> Chart:
    """Per cause two bars: counted by people, and every group counted equally."""
    figure = _lenses_figure(first, second, names, words, digits, dark)
    said = {
        names[id_]: words("charts.lenses_said", by_people=by_people, equally=equally)
        for id_, (by_people, equally) in list(_by_lens(first, second).items())[:_MOST_CAUSES]
    }
    alt = said_rows("lenses", said, words)
    return Chart(figure, alt, partial(_lenses_table, first, second, names, head, words))


def _lenses_figure(
    first: Mapping[str, float],
    second: Mapping[str, float],
    names: Mapping[str, str],
    words: Words,
    digits: bool,
    dark: bool,
) -> go.Figure:
    found = list(_by_lens(first, second).items())
    shown = found[:_MOST_CAUSES]
    parts = (
        ([by_people for _, (by_people, _) in shown], "by_people", [False] * len(shown)),
        ([equally for _, (_, equally) in shown], "equally", [True] * len(shown)),
    )
    figure = two_bars(parts, words, digits, dark)
    rows = [row_name(names[id_]) for id_, _ in shown]
    named_rows(figure, rows, len(found) - len(shown), words, dark, per_row=52)
    figure.update_xaxes(range=[0, 2.4 * max([10, *(n for _, both in shown for n in both)])])
    return figure


def _lenses_table(
    first: Mapping[str, float], second: Mapping[str, float], names: Mapping[str, str], head: str, words: Words
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words(head): [literal(names[id_]) for id_ in first],
            words("charts.by_people"): [of_100(max(0.0, share)) for share in first.values()],
            words("charts.equally"): [of_100(max(0.0, second[id_])) for id_ in first],
        }
    )


# -- ask this first -------------------------------------------------------------------------------------------------


def ask_chart(found: AskFirst, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """The estimates by how much of the band each causes, most first."""
    figure = _ask_figure(found, web, words, digits, dark)
    said = {
        f"{web.interest_by_id[ask.interest].name}, {web.actor_by_id[ask.actor].name}": str(of_100(ask.share))
        for ask in found.stakes
    }
    alt = said_rows("ask", said, words)
    return Chart(figure, alt, partial(_ask_table, found, web, words))


def _ask_figure(found: AskFirst, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    shown = [of_100(ask.share) for ask in found.stakes[:FEW]]
    figure = one_bar(shown, [number_or_word(n, words, digits) for n in shown], BLUE[dark])
    names = [_two_lines(web.interest_by_id[ask.interest].name, web.actor_by_id[ask.actor].name) for ask in found.stakes]
    return named_rows(figure, names[:FEW], len(names[FEW:]), words, dark, per_row=46)


def _two_lines(*names: str) -> str:
    return "<br>".join(escape(shortened(name, 28), quote=False) for name in names)


def _ask_table(found: AskFirst, web: Web, words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words("charts.party"): [literal(web.actor_by_id[ask.actor].name) for ask in found.stakes],
            words("charts.interest"): [literal(web.interest_by_id[ask.interest].name) for ask in found.stakes],
            words("charts.of_the_band"): [of_100(ask.share) for ask in found.stakes],
        }
    )
