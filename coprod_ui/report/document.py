"""What a report is made of. Knows no file format and no screen."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts import shared as charts
from coprod_ui.charts.power_map.picture import Slide
from coprod_ui.words import Words
from coprod_ui.words.plain_text import Run, Runs, plain, runs, writable

_ON_A_LINE = 84
"""So many characters of a table stand beside each other on A4."""

_ROOMY = 1_800
"""So many characters of page one fit on A4 as large as the rest."""

_LONGEST_WORD, _AROUND_WORD = 40, 2
"""A column has room for its longest word, up to so many characters, and for so much white beside it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section. `level`: 2 under the section's own, 3 under that."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph that stands apart, because a reader must not miss it."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, an item a line."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; as many cells in each row as in the header. Plain text."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Chart:
    """A figure. `name` is its own in the report; `alt` says what it shows to who cannot see it."""

    name: str
    caption: str
    alt: str
    drawn: go.Figure


@dataclass(frozen=True, eq=False, slots=True)
class WebPicture:
    """The web in the shape of the article's figure 1; everything on it has a place."""

    caption: str
    alt: str
    web: Web
    readings: Readings


@dataclass(frozen=True, eq=False, slots=True)
class MapPicture:
    """A picture of the power map. `name` is its own in the report."""

    name: str
    caption: str
    alt: str
    drawn: Slide


Block = Heading | Paragraph | Notice | Bullets | Table | Chart | WebPicture | MapPicture


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report that can be left out. `name` is its own."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report in a language there are words for. `page_one` stands by itself on the first page, and `opening`
    before the first section; neither is left out. `attachments`: by name, what anyone can compute every number from.
    """

    language: str
    title: str
    subtitle: str
    made: date
    page_one: tuple[Block, ...]
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    attachments: Mapping[str, bytes] = field(default_factory=dict)

    def only(self, chosen: Collection[str]) -> "Document":
        """The same report with no other sections than those chosen."""
        return replace(self, sections=tuple(section for section in self.sections if section.name in chosen))

    def blocks(self) -> Iterator[Block]:
        """Every block, in order."""
        yield from self.page_one
        yield from self.opening
        for section in self.sections:
            yield from section.blocks


def paragraphs(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    """A paragraph per sentence in Markdown; none for an empty one."""
    return tuple(Paragraph(runs(line)) for line in lines if line)


def bullets(lines: Sequence[str]) -> tuple[Bullets, ...]:
    """A list of sentences in Markdown; nothing where there are none."""
    items = tuple(runs(line) for line in lines if line)
    return (Bullets(items),) if items else ()


def labelled(label: str, text: Runs) -> Paragraph:
    """A paragraph that begins with what it is about."""
    return Paragraph((Run(f"{label} ", strong=True), *text))


def table(caption: str, frame: pd.DataFrame) -> Table:
    """A table of a chart as it stands on screen, its cells in Markdown."""
    header = tuple(capital(plain(str(name))) for name in frame.columns)
    return Table(caption, header, tuple(tuple(_cell(value) for value in row) for row in frame.itertuples(index=False)))


def says_much(page_one: Sequence[Block]) -> bool:
    """Whether so much is said on page one that in letters as large as the rest it would take more than A4."""
    said = [len(block.text) if isinstance(block, Heading) else _length(block) for block in page_one]
    return sum(said) > _ROOMY


def _length(block: Block) -> int:
    return sum(len(run.text) for run in block.runs) if isinstance(block, Paragraph | Notice) else 0


def widths(table: Table) -> list[float]:
    """How the columns share the page: each has room for its longest word, so that none is broken where that can be, and
    what is left goes by what else they hold, long cells counting less than they are long.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    words = [max(map(_longest_word, column)) for column in columns]
    more = [max(map(len, column)) - word for column, word in zip(columns, words, strict=True)]
    least = [min(_LONGEST_WORD, word) + _AROUND_WORD for word in words]
    wanted = [length**0.7 for length in more]
    left = max(0.0, _ON_A_LINE - sum(least)) / (sum(wanted) or 1.0)
    return [word + left * part for word, part in zip(least, wanted, strict=True)]


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)


def capital(text: str) -> str:
    """The same with a capital at the start."""
    return text[:1].upper() + text[1:]


def _cell(value: object) -> str:
    return plain(value) if isinstance(value, str) else "" if value is None else str(value)


def chart(name: str, caption: str, drawn: charts.Chart, words: Words, *, in_digits: bool) -> tuple[Block, ...]:
    """A figure, and its table where that says what the figure does not: numbers, or rows it has no room for."""
    shown = Chart(name, caption, writable(drawn.alt), drawn.figure)
    frame = drawn.table()
    if in_digits and len(frame) <= charts.FEW:
        return (shown,)
    return shown, table(words("report.in_numbers", caption=caption), frame)
