"""The rows of a picture with what stands beside and in them: the captions name a situation, never the people in it."""

from collections.abc import Mapping

from coprod_core.indicators.power_map import Hit
from coprod_core.web.asked import Power
from coprod_ui.charts.power_map.choices import Picture
from coprod_ui.charts.power_map.fitting import Band, Cell
from coprod_ui.charts.power_map.places import EVERYONE, NO_RING, NO_ROLE, NOT_ASKED, NOT_TOUCHING, Placed, Where
from coprod_ui.words import Words

QUIET = (Power.LITTLE, (Hit.PLANS, Hit.HOME))
"""The marked corner: its row and its columns."""


def bands(picture: Picture, placed: Placed, say: Words, corner_alone: bool = False) -> tuple[Band, ...]:
    """The rows of cells, and under them the trays in which somebody stands. `corner_alone`: of the cells only the
    marked corner is named.
    """
    rows = [
        Band(
            _label(picture, row, say),
            tuple(_cell(picture, placed, row, column, say, corner_alone) for column in placed.columns),
        )
        for row in placed.rows
    ]
    return (*rows, *trays(picture, placed, say))


def trays(picture: Picture, placed: Placed, say: Words) -> tuple[Band, ...]:
    """The trays in which somebody stands."""
    return tuple(
        Band((_tray(picture, name, say), ""), (Cell(placed.held[Where(name)]),), tray=True) for name in placed.trays
    )


def _tray(picture: Picture, name: str, say: Words) -> str:
    if picture is Picture.RINGS and name not in (NOT_ASKED, NO_RING):
        return say("power_map_drawn.no_role", ring=say.choice("rings", name))
    return say(_OF_TRAYS[name]) if name in _OF_TRAYS else say.choice("power_map_drawn.tray", name)


_OF_TRAYS: Mapping[str, str] = {NOT_ASKED: "power_map.not_asked", NOT_TOUCHING: "power_map.untouched"}


def columns(picture: Picture, placed: Placed, say: Words) -> tuple[tuple[str, str], ...]:
    """The heading of each column, and its official term where it has one."""
    match picture:
        case Picture.HIT:
            return tuple((say.choice("power_map.hit", column), "") for column in placed.columns)
        case Picture.ATTITUDE:
            return tuple(_power(column, say) for column in placed.columns)
        case Picture.TRUST:
            return tuple((say.choice("power_map.side", column), "") for column in placed.columns)
        case Picture.RINGS:
            return tuple(_quarter(column, say) for column in placed.columns)


def _quarter(column: str, say: Words) -> tuple[str, str]:
    if column == NO_ROLE:
        return say.choice("power_map_drawn.tray", column), ""
    return say.choice("power_map.quarter", column), say.choice("power_map.quarter_term", column)


def axis(picture: Picture, say: Words) -> str:
    """What the columns are about."""
    return "" if picture is Picture.RINGS else say.choice("power_map.across", picture)


def _label(picture: Picture, row: str, say: Words) -> tuple[str, str]:
    if row == EVERYONE:
        return "", ""
    if picture is Picture.HIT:
        return _power(row, say)
    return say.choice("trusts" if picture is Picture.TRUST else "rings", row), ""


def _power(power: str, say: Words) -> tuple[str, str]:
    return say.choice("powers", power), say.choice("power_map.class", power)


def _cell(picture: Picture, placed: Placed, row: str, column: str, say: Words, corner_alone: bool) -> Cell:
    caption, over, strong = _caption(picture, placed.columns, row, column)
    said = say(f"power_map.cell.{picture}.{caption}") if caption else ""
    named = strong or not corner_alone
    return Cell(placed.cell(row, column), said if named else "", over, strong)


def _caption(picture: Picture, shown: tuple[str, ...], row: str, column: str) -> tuple[str, int, bool]:
    """The key of what is said in a cell, over how many cells it goes, and whether it is the marked corner's."""
    if picture is Picture.TRUST:
        return f"{row}.{column}", 1, False
    if picture is not Picture.HIT or row == Power.SOME:
        return "", 1, False
    if column == shown[0]:
        return f"{row}.{Hit.NOTICES}", 1, False
    return (f"{row}.{column}", 2, row == Power.LITTLE) if column == Hit.PLANS else ("", 1, False)
