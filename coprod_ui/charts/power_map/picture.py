"""One of the power map's pictures as a slide: an SVG of 1920 x 1080 on white."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from coprod_core import MADE_WITH
from coprod_core.indicators.overview import Readings
from coprod_core.web.asked import NetworkRole
from coprod_ui.charts.drawing import Drawing
from coprod_ui.charts.power_map import told
from coprod_ui.charts.power_map.bands import QUIET, axis, bands, columns, trays
from coprod_ui.charts.power_map.cards import Card, cards
from coprod_ui.charts.power_map.choices import Choices, Picture
from coprod_ui.charts.power_map.fitting import SIZES, Asked, Band
from coprod_ui.charts.power_map.frame import VIEWPOINT_HIGH, foot, head
from coprod_ui.charts.power_map.grid import card_drawn, grid
from coprod_ui.charts.power_map.letters import FAMILY, LEAST, wrapped
from coprod_ui.charts.power_map.manner import HANDED_IN, Manner
from coprod_ui.charts.power_map.places import Placed, in_a_table, placed
from coprod_ui.charts.power_map.rings import TARGET, rings
from coprod_ui.charts.power_map.sheet import SLIDE, Box, CellDrawn, Line, Paper, Sheet, high, lines
from coprod_ui.palette import PALETTE
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

_HEADING, _HEADING_LINES = 21.0, 3
_VIEWPOINT_WIDE = 420.0
"""How wide the card of the party is from which trust is seen."""

_TRAYS, _OF_THE_ROOM = 560.0, 0.31
"""How wide the trays beside the rings are, and the most of the room they take."""

_WIDE_ENOUGH, _TRAY_HIGH = 1.9, 122.0
"""How much wider than high a room is with the trays beside the rings; how high one is where they stand under them."""

_GAP = 20.0


@dataclass(frozen=True, slots=True)
class Slide:
    """A picture with what it is called and what it shows in words, which also stand in it."""

    drawing: Drawing
    title: str
    said: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Drawn:
    """Which picture is drawn, and what it is called and shows in words for who cannot see it."""

    picture: Picture
    title: str
    said: str


def slide(readings: Readings, choices: Choices, made: date, say: Words, paper: Paper = SLIDE) -> Slide:
    """A picture of the power map. The same web and choices give the same picture; `made`: the day in its head."""
    where, of = placed(readings, choices), cards(readings, choices, say)
    sheet, top = head(paper, readings, choices, made, say)
    _, bottom = foot(paper, readings, choices, of, 0, say)
    middle = inside(where, choices, of, Box(paper.margin, top + 10, paper.room, bottom - top - 24), say)
    sheet.add(middle)
    under, _ = foot(paper, readings, choices, of, len(middle.left_out), say)
    sheet.add(under)
    if where.beside is not None:
        _viewpoint(sheet, of[where.beside], paper, say)
    title, said = told.title(readings, choices, say), told.described(where, choices, of, say)
    picture = Drawn(choices.picture, title, said)
    return Slide(drawn(sheet, picture, paper.wide, paper.high, HANDED_IN, say), title, said, sheet)


def drawn(sheet: Sheet, about: Drawn, wide: float, high: float, manner: Manner, say: Words) -> Drawing:
    """Everything on a sheet as SVG, in so much room."""
    svg = filled(
        "charts/power_map/slide.svg",
        sheet=sheet,
        title=about.title,
        said=about.said,
        name=about.picture,
        language=say.language,
        made_with=MADE_WITH,
        c={**PALETTE.light, "sheet": PALETTE.paper["sheet"]},
        family=FAMILY,
        wide=wide,
        high=high,
        node_size=manner.node,
        target=TARGET,
    )
    return Drawing(str(svg), wide, high)


def inside(
    where: Placed, choices: Choices, of: Mapping[str, Card], box: Box, say: Words, manner: Manner = HANDED_IN
) -> Sheet:
    """The picture itself, without what stands round it."""
    if choices.picture is not Picture.RINGS:
        return _cells(where, choices, of, box, say, manner)
    return _rings(where, of, box, say, manner) or _cells(in_a_table(where), choices, of, box, say, manner)


def _cells(where: Placed, choices: Choices, of: Mapping[str, Card], box: Box, say: Words, manner: Manner) -> Sheet:
    """The rows and columns of a picture under their headings, and the trays under them."""
    picture = choices.picture
    side = 0.0 if picture is Picture.ATTITUDE else manner.side
    named, rows = columns(picture, where, say), bands(picture, where, say, manner.corner_alone)
    equal = ((box.wide - side) / len(named),) * len(named)
    headings = _headings(named, equal)
    for most in range(
        max(map(len, headings)), _HEADING_LINES + 1
    ):  # a column that gives room to another needs more lines for its heading
        above = high(most, _HEADING) + 6
        inner = Box(box.x, box.y + above, box.wide, box.high - above)
        drawn = _grid(rows, inner, side, of, picture, say, manner)
        cells = [cell.box for cell in drawn.cells[: len(named)]]
        headings = _headings(named, tuple(cell.wide for cell in cells))
        if max(map(len, headings)) <= most:
            break
    sheet = Sheet()
    for cell, said in zip(cells, headings, strict=True):
        y = inner.y - 6 - high(len(said), _HEADING)
        sheet.text += lines(said, cell.x + cell.wide / 2, y, _HEADING, bold=True, anchor="middle")
    if side:
        said = wrapped(axis(picture, say), side - 16, LEAST, 2)
        y = inner.y - 6 - high(len(said), LEAST)
        sheet.text += lines(said, box.x + side - 16, y, LEAST, anchor="end", colour="soft")
    if picture is Picture.HIT:
        _mark_corner(drawn, where)
    sheet.add(drawn)
    return sheet


def _headings(named: tuple[tuple[str, str], ...], wide: tuple[float, ...]) -> list[tuple[str, ...]]:
    return [
        wrapped(" ".join(part for part in (name, term) if part), column - 16, _HEADING, _HEADING_LINES, bold=True)
        for (name, term), column in zip(named, wide, strict=True)
    ]


def _grid(
    rows: tuple[Band, ...],
    box: Box,
    side: float,
    of: Mapping[str, Card],
    picture: Picture,
    say: Words,
    manner: Manner,
) -> Sheet:
    def more(count: int) -> str:
        return say("power_map_drawn.more", count=say.count(count))

    def noted(card: Card) -> str:
        return told.noted(card, say) if picture is Picture.RINGS else ""

    return grid(Asked(rows, of, box.wide - side, box.high, side, noted, manner.whole), box, more)


def _mark_corner(drawn: Sheet, where: Placed) -> None:
    """Draws the corner of who is hit and has little power over the cells it is made of."""
    row, of = QUIET
    cells = drawn.cells[where.rows.index(row) * len(where.columns) :][: len(where.columns)]
    corner = [cell.box for cell, column in zip(cells, where.columns, strict=True) if column in of]
    drawn.cells.append(
        CellDrawn(Box(corner[0].x, corner[0].y, corner[-1].right - corner[0].x, corner[0].high), "quiet")
    )


def _viewpoint(sheet: Sheet, card: Card, paper: Paper, say: Words) -> None:
    at = Box(paper.wide - paper.margin - _VIEWPOINT_WIDE, VIEWPOINT_HIGH - 62, _VIEWPOINT_WIDE, 56)
    said = say("power_map.from")
    sheet.text.append(Line(at.x - 16, at.y + 34, said, anchor="end", colour="soft"))
    sheet.cards.append(card_drawn(card, at, SIZES[3]))


def _rings(where: Placed, of: Mapping[str, Card], box: Box, say: Words, manner: Manner) -> Sheet | None:
    """The rings, with the trays beside them or under them, as the paper is; None where the names have no room."""
    if not any(where.cell(row, role) for row in where.rows for role in NetworkRole):
        return None
    found = trays(Picture.RINGS, where, say)
    for main, rest in _with_trays(box, len(found)):
        drawn = rings(where, main, of, manner.node, say)
        if drawn is None:
            continue
        sheet = Sheet(cells=[CellDrawn(main, "rings")])
        sheet.add(drawn)
        if found:
            sheet.add(_grid(found, rest, 0.0, of, Picture.RINGS, say, manner))
        return sheet
    return None


def _with_trays(box: Box, count: int) -> list[tuple[Box, Box]]:
    """The room of the rings, and that of so many trays: the way that suits the paper, and the other one."""
    if not count:
        return [(box, box)]
    wide, high = min(_TRAYS, _OF_THE_ROOM * box.wide), count * _TRAY_HIGH
    beside = replace(box, wide=box.wide - wide - _GAP), Box(box.right - wide, box.y, wide, box.high)
    under = replace(box, high=box.high - high - _GAP), Box(box.x, box.bottom - high, box.wide, high)
    return [beside, under] if box.wide > _WIDE_ENOUGH * box.high else [under, beside]
