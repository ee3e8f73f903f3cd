"""Tables as they stand in a file, before anybody says what is in them: sheets with rows, and where a heading stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coprod_core.exchange.tables import Cell, Table

FIRST_ROWS = 20
"""So many rows may stand above the heading, and so many are shown to whoever matches the columns."""


class Formula(str):
    """What a cell works out, which is refused wherever it would be used."""

    __slots__ = ()

    def __new__(cls, text: object) -> "Formula":
        return super().__new__(cls, str(text))


@dataclass(frozen=True)
class Sheet:
    """Every row of one table, also those above its heading; a row may be shorter than others. `filled`: how many cells
    were filled in from the cell that they were merged with.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    filled: int = 0

    def titles(self, heading: int) -> tuple[str, ...]:
        """The words in the row of that number (from 1), without empty cells at its end."""
        row = self.rows[heading - 1] if 0 < heading <= len(self.rows) else ()
        titles = ["" if cell is None else " ".join(str(cell).split()) for cell in row]
        while titles and not titles[-1]:
            titles.pop()
        return tuple(titles)

    def below(self, heading: int) -> Table:
        """The table under the heading in that row."""
        return Table(self.name, self.titles(heading), self.rows[heading:], heading)


@dataclass(frozen=True)
class Book:
    """The sheets of a file that can be seen, by name, and the names of those that are hidden. `beside`: the names of
    those that stand in a workbook of a whole web of ours and are none of its own.
    """

    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def filled_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows hold anything."""
    return sum(any(cell not in (None, "") for cell in row) for row in rows)
