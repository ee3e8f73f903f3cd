"""Feasible or inclusive: the table now beside others, row by row, and the way that has no number."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.tables import Table, tables
from coprod_core.web.model import Web
from coprod_ui.charts.dilemma_scenes.drawn import Place, chair, level, nobody, plate, voiced, whole
from coprod_ui.palette import Colours
from coprod_ui.sentences import best_plan as say_best
from coprod_ui.sentences import tables as say_tables
from coprod_ui.sentences.strip import strip_dilemma
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

WIDE, HIGH = 216, 106
_ROWS = ("who", "felt", "plan", "talk", "best", "worst")
_FELT = 1e-9


@dataclass(frozen=True)
class Cell:
    """What stands in a row of a column: sentences in Markdown, with a picture before them; `outside` is set apart."""

    said: list[str]
    picture: Markup | None = None
    outside: str = ""
    hidden: str = ""


@dataclass(frozen=True)
class Column:
    """A table: its picture, its name and its rows, from who sits there to for whom its best plan is hardest."""

    picture: Markup
    title: str
    here: bool
    cells: list[Cell]


def feasible_scene(readings: Readings, web: Web, words: Words, digits: bool, place: Place) -> Markup:
    """What the first dilemma shows first; without tables to show, the sentence that says why alone."""
    found = tables(readings)
    organisations = sum(actor.seated and not actor.citizens for actor in web.actors)
    brought = say_tables.brought_in(readings, web, words)
    return filled(
        "charts/dilemma_scenes/feasible.html",
        say=words,
        place=place,
        headline=say_best.even_the_best(readings, web, words, digits)
        or [strip_dilemma(readings, "feasibility_inclusiveness", web, words)],
        beside=say_tables.without_them(found[0], words) if found else "",
        key=_key(words, place),
        rows=[words(f"say_table.row_{row}") for row in _ROWS],
        columns=[_column(table, found, readings, web, words, place, organisations) for table in found],
        brought=brought,
        brought_picture=_picture(found[0], organisations, place, brought.interest) if found else "",
    )


def _column(
    table: Table,
    found: tuple[Table, ...],
    readings: Readings,
    web: Web,
    words: Words,
    place: Place,
    organisations: int,
) -> Column:
    now = found[0]
    everyone = table is found[-1] and bool(table.joins)
    return Column(
        picture=_picture(table, organisations, place),
        title=say_tables.title(table, words),
        here=table is now,
        cells=[
            Cell([say_tables.who(table, everyone, readings, web, words)], hidden=say_tables.seats(table, web, words)),
            Cell(
                [say_tables.felt(table, words)],
                picture=place.picture(32, 32, lambda colours: plate(table.unfelt, colours)),
                outside="; ".join(say_tables.unheard(table, web, words)),
            ),
            Cell([say_tables.plan(table, now, words)]),
            Cell([say_tables.talk(table, now, words)]),
            Cell([say_tables.best(table, web, words)]),
            Cell([say_tables.hardest(table, web, words)], outside=say_tables.outside(table, web, words)),
        ],
    )


def room_tables(readings: Readings, web: Web, words: Words, most: int = 3) -> Markup:
    """The table now and those at which most is felt, for the room: who sits there, and for how much nobody does."""
    found = tables(readings)
    shown = (*found[:1], *found[1:][-(most - 1) :])
    organisations = sum(actor.seated and not actor.citizens for actor in web.actors)
    place = Place(room=True)
    columns = [
        (
            _picture(table, organisations, place),
            words("say_table.now")
            if table is found[0]
            else say_tables.who(table, table is found[-1], readings, web, words),
            [f"{words('say_table.row_felt')} {say_tables.felt(table, words)}"],
        )
        for table in shown
    ]
    return filled("charts/dilemma_scenes/room.html", columns=columns)


def _key(words: Words, place: Place) -> list[tuple[Markup, str]]:
    """What the signs of the pictures mean."""
    drawn = {
        "felt": lambda c: level(10, 10, 8, 0.6, c),
        "nobody": lambda c: nobody(10, 10, 8, c),
        "new": lambda c: chair(10, 10, 7, "new", c),
        "organisation": lambda c: chair(10, 10, 7, "organisation", c),
    }
    return [(place.picture(20, 20, draw), words(f"say_table.key_{name}")) for name, draw in drawn.items()]


# -- a table from above ---------------------------------------------------------------------------------------------


def _picture(table: Table, organisations: int, place: Place, brought: str | None = None) -> Markup:
    return place.picture(WIDE, HIGH, lambda colours: table_from_above(table, organisations, colours, brought))


def table_from_above(table: Table, organisations: int, c: Colours, brought: str | None = None) -> str:
    """A table with its chairs: on it the interests, as large as what is at stake and as full as somebody there feels
    them; beside it what nobody there feels. `brought`: the one of those that somebody brings in.
    """
    left, top, wide, high = 26.0, 22.0, WIDE - 100.0, HIGH - 50.0
    ground = (
        f'<rect x="{left:g}" y="{top:g}" width="{wide:g}" height="{high:g}" rx="14" fill="{c["zone.table"]}" '
        f'stroke="{c["edge.table"]}" stroke-width="2.5"/>'
    )
    on = {id_: felt for id_, felt in table.felt.items() if felt > _FELT}
    off = [id_ for id_, felt in table.felt.items() if felt <= _FELT]
    return "".join(
        [
            ground,
            *_organisations(organisations, left, top, wide, c),
            *_residents(table, left, top, wide, high, c),
            *_interests_on(on, table.at_stake, left, top + high / 2, wide, c),
            *_interests_off(off, table.at_stake, brought, c),
        ]
    )


def _organisations(count: int, left: float, top: float, wide: float, c: Colours) -> list[str]:
    r = min(8.0, wide / (2.4 * max(count, 1)))
    return [chair(left + wide * (i + 1) / (count + 1), top - 13, r, "organisation", c) for i in range(count)]


def _residents(table: Table, left: float, top: float, wide: float, high: float, c: Colours) -> list[str]:
    kinds = [
        kind
        for joins, kind in ((False, "residents"), (True, "new"))
        for id_, seats in table.chairs.items()
        if (id_ in table.joins) == joins
        for _ in range(whole(seats))
    ]
    run = high + wide + high
    r = min(8.0, run / (2.3 * max(len(kinds), 1)))
    return [
        chair(*_round_the_table((i + 0.5) * run / len(kinds), left, top, wide, high), r, kind, c)
        for i, kind in enumerate(kinds)
    ]


def _round_the_table(at: float, left: float, top: float, wide: float, high: float) -> tuple[float, float]:
    """A place along the left side, the lower side and the right side."""
    if at < high:
        return left - 13, top + at
    if at < high + wide:
        return left + at - high, top + high + 13
    return left + wide + 13, top + high - (at - high - wide)


def _radius(at_stake: float) -> float:
    return max(4.5, sqrt(100 * at_stake) * 2.9)


def _interests_on(
    on: Mapping[str, float], at_stake: Mapping[str, float], left: float, middle: float, wide: float, c: Colours
) -> list[str]:
    large = {id_: _radius(at_stake[id_]) for id_ in sorted(on, key=lambda id_: -at_stake[id_])}
    room, gap = wide - 16, 4
    total = sum(2 * r for r in large.values()) + gap * max(0, len(large) - 1)
    scale = min(1.0, room / total) if total else 1.0
    x = left + 8 + (room - scale * total) / 2
    drawn = []
    for id_, r in large.items():
        drawn.append(level(x + r * scale, middle, r * scale, on[id_], c))
        x += (2 * r + gap) * scale
    return drawn


def _interests_off(off: list[str], at_stake: Mapping[str, float], brought: str | None, c: Colours) -> list[str]:
    large = {id_: 0.9 * _radius(at_stake[id_]) for id_ in sorted(off, key=lambda id_: -at_stake[id_])}
    total = sum(2 * r + 8 for r in large.values())
    scale = min(1.0, (HIGH - 16) / total) if total else 1.0
    y, drawn = 8.0, []
    for id_, r in large.items():
        shape = voiced if id_ == brought else nobody
        drawn.append(shape(WIDE - 26, y + r * scale, r * scale, c))
        y += (2 * r + 8) * scale
    return drawn
