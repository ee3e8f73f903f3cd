"""The parts a sheet is drawn of, each with its place in px."""

from dataclasses import dataclass, field

from coprod_core.web.asked import Ring
from coprod_ui.charts.power_map.cards import Card
from coprod_ui.charts.power_map.letters import LEAST, width

LINE = 1.22
"""From one line of text to the next, as a part of its size."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a picture is drawn on. `alone`: it stands by itself, with the head of the form, its sentence and the three
    fixed lines; else these stand in the text round it.
    """

    wide: float
    high: float
    margin: float
    alone: bool

    @property
    def room(self) -> float:
        """From the left margin to the right one."""
        return self.wide - 2 * self.margin


SLIDE = Paper(1920, 1080, 48, alone=True)
IN_TEXT = Paper(1200, 900, 4, alone=False)
"""In a report: so narrow that letters are not small on A4."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def right(self) -> float:
        """Where it ends on the right."""
        return self.x + self.wide

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.high

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.x - 0.01 <= other.x
            and other.right <= self.right + 0.01
            and self.y - 0.01 <= other.y
            and other.bottom <= self.bottom + 0.01
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two have any room in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `y` is where its letters stand on. `colour`: a name of the palette."""

    x: float
    y: float
    said: str
    size: float = LEAST
    bold: bool = False
    anchor: str = "start"
    colour: str = "ink"
    halo: bool = False

    @property
    def box(self) -> Box:
        """The room it takes at most."""
        wide = width(self.said, self.size, self.bold)
        left = {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(self.x - left, self.y - 0.8 * self.size, wide, self.size)


def lines(
    said: tuple[str, ...],
    x: float,
    y: float,
    size: float = LEAST,
    bold: bool = False,
    anchor: str = "start",
    colour: str = "ink",
    halo: bool = False,
) -> list[Line]:
    """Lines of text under each other, of which the first hangs from `y`."""
    first = y + 0.92 * size
    return [
        Line(x, first + nth * LINE * size, line, size, bold, anchor, colour, halo) for nth, line in enumerate(said)
    ]  # fmt: skip


def high(count: int, size: float) -> float:
    """How much room so many lines take."""
    return count * LINE * size


@dataclass(frozen=True, slots=True)
class CardDrawn:
    """A card in its place, with its name on lines. `mark`: how large its mark is, 0 for none."""

    card: Card
    box: Box
    name: tuple[Line, ...]
    tile: float
    mark: float
    badge: Line | None
    note: Line | None = None


@dataclass(frozen=True, slots=True)
class CellDrawn:
    """A cell or a tray. `look`: `cell`, `tray`, or `quiet` for the marked corner."""

    box: Box
    look: str


@dataclass(frozen=True, slots=True)
class Node:
    """A party in the rings: where it is, with its name beside it, and where it should go."""

    card: Card
    x: float
    y: float
    name: tuple[Line, ...]
    to: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Oval:
    """The edge of a ring."""

    ring: Ring
    x: float
    y: float
    rx: float
    ry: float


@dataclass(slots=True)
class Sheet:
    """Everything on a picture, to be drawn in this order. `left_out`: the parties there was no room for, by id."""

    cells: list[CellDrawn] = field(default_factory=list)
    ovals: list[Oval] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pills: list[Box] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    cards: list[CardDrawn] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    signs: list[tuple[str, float, float]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, other: "Sheet") -> None:
        """Draws all of another on this one."""
        for name in self.__dataclass_fields__:
            getattr(self, name).extend(getattr(other, name))
