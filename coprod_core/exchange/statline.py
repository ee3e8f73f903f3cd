"""The table that the site of StatLine gives as CSV, as a plain table with one heading.

Above the figures stand a title, a row of topics (`Bevolking|Geslacht|Mannen (aantal)`) between other rows of headings,
and a row of units; below them stands the source. Every row keeps its line, so that a refusal still says where.
"""

import csv
import io

from coprod_core.exchange.csv_table import SEPARATORS

_MOST_ABOVE = 12
_SOURCE = ("bron:", "source:", "© centraal bureau")


def is_statline(text: str) -> bool:
    """Whether this is a table as the site of StatLine gives it."""
    return _topics_at(_rows(text, _MOST_ABOVE)) is not None


def plain_table(text: str) -> str:
    """The same table with one heading: the dimension, then the topics."""
    rows = _rows(text)
    at = _topics_at(rows) or 0
    units = next((line for line in range(at + 1, min(at + 4, len(rows))) if _is_of_units(rows[line])), at + 1)
    heading = [topic or side for topic, side in zip(rows[at], _padded(rows[units], len(rows[at])), strict=True)]
    kept: list[list[str]] = [[]] * at + [heading] + [[]] * (units - at)
    kept += [[] if _is_source(row) else row for row in rows[units + 1 :]]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator="\n").writerows(kept)
    return written.getvalue()


def _rows(text: str, most: int | None = None) -> list[list[str]]:
    first = text[:4_000]
    separator = max(SEPARATORS, key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if most is not None and len(rows) >= most:
                break
            rows.append(row)
    except csv.Error:
        return rows
    return rows


def _topics_at(rows: list[list[str]]) -> int | None:
    """The row of topics: the first with bars between its words, below a row that says `Onderwerp` or `Topic`."""
    head = rows[:_MOST_ABOVE]
    named = next((at for at, row in enumerate(head) if {"onderwerp", "topic", "topics"} & {*map(_plain, row)}), None)
    if named is None:
        return None
    below = range(named, len(head))
    return next((at for at in below if sum("|" in cell or "(" in cell for cell in head[at]) > 1), None)


def _is_of_units(row: list[str]) -> bool:
    """Whether a row says in what the topics are counted, with the name of the dimension before it."""
    cells = [cell for cell in row if cell.strip()]
    return len(cells) > 1 and not any("|" in cell for cell in cells) and bool(row[0].strip())


def _is_source(row: list[str]) -> bool:
    return bool(row) and _plain(row[0]).startswith(_SOURCE) and not any(row[1:])


def _padded(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * width][:width]


def _plain(cell: str) -> str:
    return cell.strip().lower()
