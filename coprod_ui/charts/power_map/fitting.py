"""How large cards can be: the largest of a few sizes with which all of them have room in their cells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from coprod_ui.charts.power_map.cards import Card
from coprod_ui.charts.power_map.letters import LEAST, wrapped
from coprod_ui.charts.power_map.sheet import high

PAD, BETWEEN = 12.0, 12.0
"""Inside a cell round its cards, and above a tray."""

BADGE = 15.0
"""How far a badge stands out above its card."""

LABEL = 20.0
MANY = 15
"""With more parties than this cards shrink."""

_NARROWEST = 210.0
"""px: how narrow a column may get where another needs its room."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Who stands in a cell, and what is said of the cell itself, over so many cells to the right."""

    parties: tuple[str, ...]
    caption: str = ""
    over: int = 1
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A row of cells, or a tray, which has one. `label`: what stands beside it, and the official term under that."""

    label: tuple[str, str]
    cells: tuple[Cell, ...]
    tray: bool = False


@dataclass(frozen=True, slots=True)
class Size:
    """How large cards are: their least and largest width, their letters, most lines, tile, mark, and how far apart."""

    least: float
    most: float
    letter: float
    lines: int
    tile: float
    mark: float
    badge: bool
    gap: float = 14.0

    @property
    def bold(self) -> bool:
        """Whether names are heavy."""
        return self.badge and self.lines > 2


SIZES = (
    Size(310, 420, 22, 3, 20, 36, badge=True),
    Size(270, 380, 20, 3, 18, 32, badge=True),
    Size(230, 340, 18, 4, 16, 28, badge=True),
    Size(250, 420, 18, 2, 14, 26, badge=True, gap=10),
    Size(230, 380, 18, 3, 14, 26, badge=False, gap=10),
    Size(210, 360, 18, 2, 14, 26, badge=False, gap=10),
    Size(190, 340, 18, 1, 13, 24, badge=False, gap=8),
    Size(210, 420, 18, 1, 11, 0, badge=False, gap=6),
    Size(150, 220, 18, 1, 11, 0, badge=False, gap=6),
)
_SMALL = 4
"""The first size for many parties: without the badge that stands out above a card."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A size tried on the cells: how wide columns and cards are, how high, and how many lines of cards each band has.

    `captions`: how much room the words above the cards of each band take.
    """

    size: Size
    whole_wide: float
    columns: tuple[float, ...]
    wide: float
    high: float
    rows: tuple[int, ...]
    captions: tuple[float, ...]
    least: tuple[float, ...]
    trays: int

    @property
    def badge(self) -> float:
        """The room above each card."""
        return BADGE if self.size.badge else 0.0

    @property
    def step(self) -> float:
        """From one line of cards to the next."""
        return self.high + self.size.gap + self.badge

    def widths(self, band: Band) -> tuple[float, ...]:
        """How wide the cells of a band are."""
        return (self.whole_wide,) if band.tray else self.columns

    def band(self, nth: int) -> float:
        """How high a band must be."""
        return max(self.least[nth], 2 * PAD + self.captions[nth] + self.rows[nth] * self.step - self.size.gap)

    @property
    def whole(self) -> float:
        """How high all bands are together."""
        return sum(map(self.band, range(len(self.rows)))) + BETWEEN * self.trays

    def per_row(self, wide: float) -> int:
        """How many cards stand beside each other."""
        return max(1, int((wide - 2 * PAD + self.size.gap + 0.001) // (self.wide + self.size.gap)))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be fitted: the bands in a width and a height, beside labels of a width, 0 to write them inside.

    `whole`: smaller cards rather than a name that is cut.
    """

    bands: Sequence[Band]
    cards: Mapping[str, Card]
    wide: float
    high: float
    side: float
    noted: Callable[[Card], str]
    whole: bool = False

    @property
    def shown(self) -> list[Card]:
        """Every card."""
        return [self.cards[id_] for band in self.bands for cell in band.cells for id_ in cell.parties]


def fitted(asked: Asked) -> Fit:
    """The first fit with room for all; else the smallest, with fewer lines of cards."""
    if asked.whole:
        whole = (fit for fit in _whole(asked) if fit.whole <= asked.high and not _cuts(asked, fit))
        found = next(whole, None)
        if found is not None:
            return found
    fits = _fits(asked)
    smallest = next(fits)
    while smallest.whole > asked.high:
        following = next(fits, None)
        if following is None:
            return _squeezed(smallest, asked.high)
        smallest = following
    return smallest


def _whole(asked: Asked) -> Iterator[Fit]:
    """Every size from large to small, with equal columns and with columns by what they hold."""
    equal = _equal_columns(asked)
    for size in SIZES:
        for columns in (equal, _columns_by_what_they_hold(asked, size, equal)):
            yield from _beside(asked, size, columns)


def _beside(asked: Asked, size: Size, columns: tuple[float, ...]) -> Iterator[Fit]:
    """As few cards beside each other as can be, and then more."""
    narrowest = min(columns) - 2 * PAD
    for beside in range(1, max(1, int((narrowest + size.gap) // (size.least + size.gap))) + 1):
        yield _fit(asked, size, columns, min(size.most, (narrowest - (beside - 1) * size.gap) / beside))


def _cuts(asked: Asked, fit: Fit) -> bool:
    """Whether a name is cut."""
    return any(name_of(each, fit.size, fit.wide)[-1].endswith("…") for each in asked.shown if each.name)


def _fits(asked: Asked) -> Iterator[Fit]:
    """From large to small, per size as few beside each other as can be; at last with columns by what they hold."""
    equal = _equal_columns(asked)
    for sizes in (SIZES[_SMALL:],) if len(asked.shown) > MANY else (SIZES[:_SMALL], SIZES[_SMALL:]):
        for size in sizes:
            yield from _beside(asked, size, equal)
        for size in sizes[-2:]:
            yield _fit(asked, size, _columns_by_what_they_hold(asked, size, equal), size.least)


def _equal_columns(asked: Asked) -> tuple[float, ...]:
    count = max((len(band.cells) for band in asked.bands if not band.tray), default=1)
    return (asked.wide / count,) * count


def _columns_by_what_they_hold(asked: Asked, size: Size, equal: tuple[float, ...]) -> tuple[float, ...]:
    """Columns with room for one card each, that share the rest by how many stand in their fullest cell."""
    rows, narrowest = [band for band in asked.bands if not band.tray], max(_NARROWEST, size.least + 2 * PAD)
    if not rows or equal[0] <= narrowest:
        return equal
    fullest = [max(1, *(len(band.cells[nth].parties) for band in (*rows, rows[0]))) for nth in range(len(equal))]
    spare = asked.wide - len(equal) * narrowest
    return tuple(narrowest + spare * full / sum(fullest) for full in fullest)


def _fit(asked: Asked, size: Size, columns: tuple[float, ...], card: float) -> Fit:
    names = [len(name_of(each, size, card)) + bool(asked.noted(each) and size.mark) for each in asked.shown]
    tall = max(high(max(names, default=1), size.letter) + _around(size), 2 * size.tile + 16)
    fit = Fit(size, asked.wide, columns, card, tall, (), (), (), sum(band.tray for band in asked.bands))
    return replace(
        fit,
        rows=tuple(max(1, _lines_of_cards(fit, band)) for band in asked.bands),
        captions=tuple(_captions(band, fit.widths(band), asked.side) for band in asked.bands),
        least=tuple(_label_high(band, asked.side) for band in asked.bands),
    )


def _around(size: Size) -> float:
    """The room above and below a name, where a badge stands out over its first line too."""
    return 28.0 if size.badge else 16.0 if size.mark else 8.0


def _lines_of_cards(fit: Fit, band: Band) -> int:
    widths = zip(band.cells, fit.widths(band), strict=True)
    return max(ceil(len(cell.parties) / fit.per_row(wide)) for cell, wide in widths)


def _squeezed(fit: Fit, room: float) -> Fit:
    """The same with fewer lines of cards, taken from where there are most."""
    while fit.whole > room and max(fit.rows) > 1:
        fullest = fit.rows.index(max(fit.rows))
        fit = replace(fit, rows=tuple(rows - (nth == fullest) for nth, rows in enumerate(fit.rows)))
    return fit


# -- what is said in and beside a band --------------------------------------------------------------------------------


def label_inside(band: Band, wide: float) -> tuple[str, ...]:
    """The lines of a label that is written in a band."""
    return wrapped(band.label[0], wide - 2 * PAD, LABEL, 2, bold=True)


def above(band: Band, side: float, wide: float) -> float:
    """How much room the label takes that is written in a band."""
    return 0.0 if side or not band.label[0] else high(len(label_inside(band, wide)), LABEL) + 4


def _captions(band: Band, widths: Sequence[float], side: float) -> float:
    said = [len(caption(cell, sum(widths[nth : nth + cell.over]))) for nth, cell in enumerate(band.cells)]
    return above(band, side, sum(widths)) + high(max(said), LEAST) + (6 if any(said) else 0)


def caption(cell: Cell, wide: float) -> tuple[str, ...]:
    """What is said of a cell, on two lines at most."""
    return wrapped(cell.caption, wide - 2 * PAD, LEAST, 2, cell.strong)


def label(band: Band, side: float) -> tuple[str, ...]:
    """The lines of a label beside a band."""
    return wrapped(band.label[0], side - 24, LABEL, 3, bold=True)


def _label_high(band: Band, side: float) -> float:
    if not side:
        return 0.0
    return high(len(label(band, side)), LABEL) + (high(1, LEAST) if band.label[1] else 0.0) + 12


def name_of(card: Card, size: Size, wide: float) -> tuple[str, ...]:
    """The lines of a name on a card."""
    return wrapped(card.name, name_room(size, wide), size.letter, size.lines, bold=size.bold)


def name_room(size: Size, wide: float) -> float:
    """How wide a name may be on a card."""
    return wide - 20 - 2 * size.tile - 10 - (size.mark + 8 if size.mark else 0)
