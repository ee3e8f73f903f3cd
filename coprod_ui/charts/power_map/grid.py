"""Cards in rows of cells, as large as they can be while all have room; where even the smallest have none it says so."""

from collections.abc import Callable
from dataclasses import dataclass

from coprod_ui.charts.power_map.cards import Card
from coprod_ui.charts.power_map.fitting import (
    BETWEEN,
    LABEL,
    PAD,
    Asked,
    Band,
    Cell,
    Fit,
    Size,
    above,
    caption,
    fitted,
    label,
    label_inside,
    name_of,
    name_room,
)
from coprod_ui.charts.power_map.letters import LEAST, cut, width
from coprod_ui.charts.power_map.sheet import LINE, Box, CardDrawn, CellDrawn, Line, Sheet, high, lines


def grid(asked: Asked, box: Box, more: Callable[[int], str]) -> Sheet:
    """All cards in their cells, in the room that was asked for. `more`: what stands where cards have none."""
    fit, sheet = fitted(asked), Sheet()
    spare = max(0.0, box.high - fit.whole) / max(1, sum(not band.tray for band in asked.bands))
    y = box.y
    for nth, band in enumerate(asked.bands):
        y += BETWEEN if band.tray and nth else 0.0
        tall = fit.band(nth) + (0.0 if band.tray else spare)
        _Row(sheet, asked, fit, band, Box(box.x + asked.side, y, asked.wide, tall), fit.captions[nth], more).draw()
        y += tall
    return sheet


@dataclass(frozen=True)
class _Row:
    """A band that is being drawn on a sheet."""

    sheet: Sheet
    asked: Asked
    fit: Fit
    band: Band
    box: Box
    captions: float
    more: Callable[[int], str]

    def draw(self) -> None:
        self._label()
        x, widths, inside = self.box.x, self.fit.widths(self.band), above(self.band, self.asked.side, self.box.wide)
        for nth, cell in enumerate(self.band.cells):
            at = Box(x, self.box.y, widths[nth], self.box.high)
            self.sheet.cells.append(CellDrawn(at, "tray" if self.band.tray else "cell"))
            said = caption(cell, sum(widths[nth : nth + cell.over]))
            colour = "sore" if cell.strong else "soft"
            self.sheet.text += lines(said, x + PAD, at.y + PAD - 4 + inside, LEAST, cell.strong, colour=colour)
            self._cards(cell, at)
            x += widths[nth]

    def _label(self) -> None:
        box, side = self.box, self.asked.side
        name, term = self.band.label
        if not side:
            self.sheet.text += lines(
                label_inside(self.band, box.wide) if name else (), box.x + PAD, box.y + PAD - 4, LABEL, bold=True
            )
            return
        said = label(self.band, side)
        y = box.y + (box.high - high(len(said), LABEL) - (high(1, LEAST) if term else 0)) / 2
        self.sheet.text += lines(said, box.x - 16, y, LABEL, bold=True, anchor="end")
        under = (term,) if term else ()
        self.sheet.text += lines(under, box.x - 16, y + high(len(said), LABEL), anchor="end", colour="soft")

    def _cards(self, cell: Cell, at: Box) -> None:
        places = self._places(at, len(cell.parties))
        shown = cell.parties if len(cell.parties) <= len(places) else cell.parties[: len(places) - 1]
        for id_, place in zip(shown, places, strict=False):
            card = self.asked.cards[id_]
            self.sheet.cards.append(card_drawn(card, place, self.fit.size, self.asked.noted(card)))
        if left := cell.parties[len(shown) :]:
            self.sheet.left_out += left
            said = cut(self.more(len(left)), places[-1].wide, LEAST, bold=True)
            self.sheet.text.append(Line(places[-1].x, places[-1].y + places[-1].high / 2 + 6, said, bold=True))

    def _places(self, at: Box, wanted: int) -> list[Box]:
        """Where the cards of a cell stand, as many as have room."""
        fit = self.fit
        per_row, top = fit.per_row(at.wide), at.y + PAD + self.captions + fit.badge
        down = max(1, int((at.bottom - PAD - top + fit.size.gap + fit.badge + 0.001) // fit.step))
        return [
            Box(
                at.x + PAD + (nth % per_row) * (fit.wide + fit.size.gap),
                top + (nth // per_row) * fit.step,
                fit.wide,
                fit.high,
            )
            for nth in range(min(wanted, per_row * down))
        ]


def card_drawn(card: Card, place: Box, size: Size, note: str = "") -> CardDrawn:
    """A card in its place, its name in the middle of it. `note`: what stands under the name, where there is room."""
    said, note = name_of(card, size, place.wide), note if size.mark else ""
    x = place.x + 10 + 2 * size.tile + 10
    y = place.y + (place.high - high(len(said) + bool(note), size.letter)) / 2 + (4 if size.badge else 0)
    under = Line(
        x, y + (len(said) * LINE + 0.92) * size.letter, cut(note, name_room(size, place.wide), LEAST), colour="soft"
    )
    return CardDrawn(
        card,
        place,
        tuple(lines(said, x, y, size.letter, bold=size.bold)),
        size.tile,
        size.mark,
        _badge(card, place) if size.badge and card.badge else None,
        under if note else None,
    )


def _badge(card: Card, place: Box) -> Line:
    wide = width(card.badge, LEAST, bold=True) + 24
    colour = "letter.seated" if card.seated else "ink"
    return Line(place.right - 14 - wide / 2, place.y + 6, card.badge, LEAST, True, "middle", colour)
