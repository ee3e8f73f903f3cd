"""Figures about the gap."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.gap import Gap
from coprod_core.web.model import Web
from coprod_ui.charts.shared import (
    BLUE,
    FEW,
    INK,
    LONGEST_NAME,
    PALE,
    SORE,
    Chart,
    actor_names,
    bars,
    both_ways,
    interest_names,
    largest,
    named_rows,
    numbered,
    row_name,
    said_rows,
    wrapped,
)
from coprod_ui.sentences.gap import is_silent
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words, literal, of_100


def attention_chart(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per interest, attention outside and at the table; what matters most outside first."""
    figure = _attention_figure(gap, web, words, digits, dark)
    said = [
        f"{shortened(web.interest_by_id[id_].name, LONGEST_NAME)}: {_heard_word(gap, id_, words)}"
        for id_ in largest(gap.outside, FEW)[0]
        if id_ in gap.unheard
    ]
    alt = words("charts.attention_alt", unheard="; ".join(said)).strip()
    return Chart(figure, alt, partial(_attention_table, gap, web, words))


def _attention_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    ids, more = largest(gap.outside, FEW)
    outside = [of_100(gap.outside[id_]) for id_ in ids]
    table = [of_100(gap.table[id_]) for id_ in ids]
    said = [_heard_word(gap, id_, words) for id_ in ids]
    rows = list(range(len(ids)))
    figure = go.Figure()
    texts = [numbered(words("charts.outside"), n, digits) for n in outside]
    bars(figure, [row - 0.19 for row in rows], outside, texts, width=0.34, marker={"color": PALE[dark]})
    texts = [
        numbered(words("charts.table"), n, digits) + (f": <b>{word}</b>" if word else "")
        for n, word in zip(table, said, strict=True)
    ]
    sore = {"color": [SORE[dark] if word else INK[dark] for word in said]}
    bars(figure, [row + 0.19 for row in rows], table, texts, width=0.34, marker={"color": BLUE[dark]}, textfont=sore)
    names = [row_name(web.interest_by_id[id_].name) for id_ in ids]
    named_rows(figure, names, more, words, dark, per_row=48)
    figure.update_xaxes(range=[0, 1.7 * max([*outside, *table, 10])])
    return figure


def _attention_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
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


def seats_chart(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Per group of residents, seats at the table against outside, both ways."""
    figure = _seats_figure(gap, web, words, digits, dark)
    differences = _seat_differences(gap)
    ids, _ = largest({id_: abs(points) for id_, points in differences.items()}, FEW)
    alt = said_rows(
        "seats", {web.actor_by_id[id_].name: _seats_said(differences[id_], words, True) for id_ in ids}, words
    )
    return Chart(figure, alt, partial(_seats_table, gap, web, words))


def _seats_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    differences = _seat_differences(gap)
    ids, more = largest({id_: abs(points) for id_, points in differences.items()}, FEW)
    shown = [differences[id_] for id_ in ids]
    texts = [wrapped(_seats_said(points, words, digits), 14) for points in shown]
    figure = both_ways(shown, texts, [points < 0 for points in shown], dark)
    named_rows(figure, [row_name(web.actor_by_id[id_].name) for id_ in ids], more, words, dark, per_row=46)
    return figure


def _seats_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
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


def interest_causes_chart(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Which interests cause the gap in views: to the right larger, to the left smaller."""
    figure = _interest_causes_figure(gap, web, words, digits, dark)
    alt = _causes_alt(gap.by_interest, interest_names(web), words)
    return Chart(figure, alt, partial(_interest_causes_table, gap, web, words))


def _interest_causes_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    return _causes_figure(gap.by_interest, interest_names(web), words, digits, dark)


def actor_causes_chart(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> Chart:
    """Which groups cause the gap in views: to the right larger, to the left smaller."""
    figure = _actor_causes_figure(gap, web, words, digits, dark)
    alt = _causes_alt(gap.by_actor, actor_names(web), words)
    return Chart(figure, alt, partial(_actor_causes_table, gap, web, words))


def _actor_causes_figure(gap: Gap, web: Web, words: Words, digits: bool, dark: bool) -> go.Figure:
    return _causes_figure(gap.by_actor, actor_names(web), words, digits, dark)


def _interest_causes_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    return _causes_table(gap.by_interest, interest_names(web), "charts.interest", words)


def _actor_causes_table(gap: Gap, web: Web, words: Words) -> pd.DataFrame:
    return _causes_table(gap.by_actor, actor_names(web), "charts.party", words)


def _causes_figure(
    causes: Mapping[str, float], names: Mapping[str, str], words: Words, digits: bool, dark: bool
) -> go.Figure:
    ids, more = largest({id_: abs(share) for id_, share in causes.items()}, FEW)
    shown = [_points(causes[id_]) for id_ in ids]
    texts = [str(abs(points)) if digits else words(f"charts.{_direction(points)}") for points in shown]
    figure = both_ways(shown, texts, [points > 0 for points in shown], dark)
    return named_rows(figure, [row_name(names[id_]) for id_ in ids], more, words, dark, per_row=42)


def _causes_alt(causes: Mapping[str, float], names: Mapping[str, str], words: Words) -> str:
    ids, _ = largest({id_: abs(share) for id_, share in causes.items()}, FEW)
    said = {names[id_]: f"{abs(_points(causes[id_]))}, {_cause_said(_points(causes[id_]), words)}" for id_ in ids}
    return said_rows("causes", said, words)


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
