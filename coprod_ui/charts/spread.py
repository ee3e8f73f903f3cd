"""Where a room stands on each interest, and how far people differ: the bar is fat where they do."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from coprod_core.rounds.picture import Picture
from coprod_core.rounds.results import InterestResults, Result
from coprod_ui.charts.shared import BLUE, INK, PALE, SORE, Chart, axis, bare, name_rows, row_name, said_rows, wrapped
from coprod_ui.sentences.rounds import difference_told, stake_told
from coprod_ui.words import Words, literal, of_100

_THIN, _FAT = 0.08, 0.96  # of a row
_PER_ROW = 52
_END = 12  # letters on a line of what an end means, so that three fit side by side on a phone


def pull(picture: Picture) -> float:
    """Where these people stand together: -1 all want it away as strongly as can be, 1 all want it so."""
    return picture.weight * picture.position


def reach(picture: Picture) -> tuple[float, float]:
    """From where to where most people stand: one standard deviation to each side."""
    return max(-1.0, pull(picture) - picture.spread), min(1.0, pull(picture) + picture.spread)


def spread_chart(
    shown: Mapping[str, InterestResults],
    names: Mapping[str, str],
    most: str | None,
    levels: tuple[float, ...],
    groups: Mapping[str, str],
    words: Words,
    digits: bool,
    dark: bool,
) -> Chart:
    """Per interest a bar from where to where people stand, as thick as they differ; a mark at their mean.

    `most`: the interest people differ on most, which is hatched.
    """
    figure = _spread_figure(shown, names, most, words, digits, dark)
    said = {names[id_]: _told(results.room.picture, levels, words) for id_, results in shown.items()}
    alt = said_rows("spread", said, words)
    return Chart(figure, alt, partial(_spread_table, shown, names, groups, levels, words))


def _spread_figure(
    shown: Mapping[str, InterestResults],
    names: Mapping[str, str],
    most: str | None,
    words: Words,
    digits: bool,
    dark: bool,
) -> go.Figure:
    pictures = {id_: results.room.picture for id_, results in shown.items()}
    reaches = [reach(picture) for picture in pictures.values()]
    figure = go.Figure(
        go.Bar(
            y=list(range(len(pictures))),
            base=[low for low, _ in reaches],
            x=[max(0.02, high - low) for low, high in reaches],
            width=[_THIN + (_FAT - _THIN) * picture.spread for picture in pictures.values()],
            orientation="h",
            marker={
                "color": [SORE[dark] if id_ == most else BLUE[dark] for id_ in pictures],
                "pattern": {"shape": ["/" if id_ == most else "" for id_ in pictures], "size": 7},
            },
        )
    )
    figure.add_scatter(
        y=list(range(len(pictures))),
        x=[pull(picture) for picture in pictures.values()],
        mode="markers",
        marker={"symbol": "diamond", "size": 12, "color": INK[dark], "line": {"width": 2, "color": PALE[dark]}},
    )
    figure.add_vline(x=0, line={"color": INK[dark], "width": 1})
    bare(figure, dark, 52 + _PER_ROW * len(pictures))
    name_rows(figure, [_row(names[id_], picture, digits) for id_, picture in pictures.items()], dark)
    figure.update_xaxes(
        range=[-1.08, 1.08],
        tickvals=[-1, 0, 1],
        ticktext=[wrapped(words.choice("charts.spread_ends", end), _END) for end in ("against", "none", "for")],
        tickangle=0,
        side="top",
        **axis(dark),
    )
    figure.update_layout(margin={"t": 46, "r": 40})
    return figure


def _row(name: str, picture: Picture, digits: bool) -> str:
    return f"{row_name(name)} <b>{of_100(picture.spread)}</b>" if digits else row_name(name)


def _told(picture: Picture, levels: tuple[float, ...], words: Words) -> str:
    return f"{stake_told(picture.weight, picture.position, levels, words)}; {difference_told(picture, words, False)}"


def _spread_table(
    shown: Mapping[str, InterestResults],
    names: Mapping[str, str],
    groups: Mapping[str, str],
    levels: tuple[float, ...],
    words: Words,
) -> pd.DataFrame:
    """A row per interest for the whole room, and one for each group that may be shown apart."""
    rows = [
        (id_, who, result)
        for id_, results in shown.items()
        for who, result in [(words("charts.whole_room"), results.room), *_by_group(results, groups)]
    ]
    return pd.DataFrame(
        {
            words("charts.interest"): [literal(names[id_]) for id_, _, _ in rows],
            words("charts.said_by"): [literal(who) for _, who, _ in rows],
            words("charts.at_least_people"): [result.people for _, _, result in rows],
            words("charts.says"): [
                stake_told(result.picture.weight, result.picture.position, levels, words) for _, _, result in rows
            ],
            words("charts.differ"): [difference_told(result.picture, words, True) for _, _, result in rows],
        }
    )


def _by_group(results: InterestResults, groups: Mapping[str, str]) -> list[tuple[str, Result]]:
    if len(results.groups) == 1 and len(groups) <= 2:
        return []
    return [(name, results.groups[id_]) for id_, name in groups.items() if id_ in results.groups]
