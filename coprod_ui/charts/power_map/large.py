"""A picture of the power map alone, for a projector: drawn in as little room as all names need, so that it is large."""

from collections.abc import Mapping

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_ui.charts.drawing import Drawing
from coprod_ui.charts.power_map import told
from coprod_ui.charts.power_map.cards import Card, cards
from coprod_ui.charts.power_map.choices import Choices, Picture
from coprod_ui.charts.power_map.letters import LEAST, width
from coprod_ui.charts.power_map.manner import PROJECTED
from coprod_ui.charts.power_map.picture import Drawn, drawn, inside
from coprod_ui.charts.power_map.places import Placed, placed
from coprod_ui.charts.power_map.sheet import Box, Line, Sheet
from coprod_ui.words import Words

ROOMS = (960.0, 1080.0, 1140.0, 1200.0, 1320.0, 1440.0, 1600.0, 1760.0, 1920.0)
"""How wide the sheet can be: the first in which everybody has room."""

SHAPE = 0.534
"""How high it is, as a part of that; the rest of the window is for its name."""

_MARGIN, _ROW, _SIGN, _BETWEEN = 16.0, 34.0, 26.0, 22.0


def large(readings: Readings, choices: Choices, say: Words) -> Drawing:
    """The picture as large as it can be with everybody on it."""
    where, of = placed(readings, choices), cards(readings, choices, say)
    title, said = told.title(readings, choices, say), told.described(where, choices, of, say)
    tried = []
    for wide in ROOMS:
        sheet = _sheet(where, choices, of, wide, say)
        tried.append((_faults(sheet, choices), wide, sheet))
        if not any(tried[-1][0]):
            break
    _, wide, sheet = min(tried, key=lambda one: one[:2])
    return drawn(sheet, Drawn(choices.picture, title, said), wide, wide * SHAPE, PROJECTED, say)


def _faults(sheet: Sheet, choices: Choices) -> tuple[int, int, int]:
    """How many parties are not on it, or rings not drawn as rings; how many names are cut; how much is covered."""
    as_rings = choices.picture is not Picture.RINGS or bool(sheet.ovals)
    named = [*((one.card, one.name) for one in sheet.cards), *((one.card, one.name) for one in sheet.nodes)]
    cut = sum(name[-1].said.endswith("…") and not card.name.endswith("…") for card, name in named if name)
    return len(sheet.left_out) + (not as_rings), cut, _covered(sheet)


def _covered(sheet: Sheet) -> int:
    """How often a party in the rings stands on the name of a ring or of a quarter."""
    names = [line.box for line in sheet.text]
    around = [
        Box(node.x - PROJECTED.node, node.y - PROJECTED.node, 2 * PROJECTED.node, 2 * PROJECTED.node)
        for node in sheet.nodes
    ]
    return sum(node.meets(name) for node in around for name in names)


def _sheet(where: Placed, choices: Choices, of: Mapping[str, Card], wide: float, say: Words) -> Sheet:
    room = wide - 2 * _MARGIN
    signs, tall = _legend(choices, of, room, say)
    under = wide * SHAPE - tall
    sheet = inside(where, choices, of, Box(_MARGIN, 4, room, under - 12), say, PROJECTED)
    for sign, said, x, y in signs:
        sheet.signs.append((sign, _MARGIN + x + _SIGN / 2, under + y + _ROW / 2))
        sheet.text.append(Line(_MARGIN + x + _SIGN + 8, under + y + _ROW / 2 + 6, said))
    return sheet


def _legend(
    choices: Choices, of: Mapping[str, Card], room: float, say: Words
) -> tuple[list[tuple[str, str, float, float]], float]:
    """The signs that are on the picture with what each says, in rows; and how high these are."""
    x = y = 0.0
    found = []
    for sign, said in _signs(choices, of, say):
        wide = _SIGN + 8 + width(said, LEAST)
        if x and x + wide > room:
            x, y = 0.0, y + _ROW
        found.append((sign, said, x, y))
        x += wide + _BETWEEN
    return found, y + _ROW


def _signs(choices: Choices, of: Mapping[str, Card], say: Words) -> list[tuple[str, str]]:
    if choices.picture is Picture.RINGS:
        there = {
            "asked": any(not card.estimated for card in of.values()),
            "by_web": any(card.estimated for card in of.values()),
            "wanted": any(card.to for card in of.values()),
            "differs": any(card.differs for card in of.values()),
            "not_wanted": any(card.not_wanted for card in of.values()),
        }
        return [(f"ring {name}", told.ring_sign(name, say)) for name, shown in there.items() if shown]
    stances = {card.stance for card in of.values()}
    marks = [(f"mark {stance}", say.choice("power_map.stance", stance)) for stance in Stance if stance in stances]
    if any(card.estimated for card in of.values()):
        marks.append(("edge dashed", say("power_map.estimated")))
    return marks
