"""The free spots of a zone, row by row and column by column."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from coprod_core.placing.zones import INTEREST_COLUMN, INTEREST_ROW, Box, Point, Zones


def for_interests(zones_now: Zones) -> Box:
    """Where the middle of an interest may stand, so that all of it is in the middle zone."""
    middle = zones_now.middle
    half = INTEREST_COLUMN / 2 - 4
    top = middle.top + 32
    return Box(middle.left + half, top, middle.right - half, max(top, middle.bottom - INTEREST_ROW + 26))


def rows_from(first: float, last: float, step: float) -> list[float]:
    """Row heights from the first to at most the last; always one."""
    return [first + step * i for i in range(max(0, int((last - first) // step)) + 1)]


def onwards(first: float, step: float) -> Iterator[float]:
    """Row heights from the first on, without end."""
    return (first + step * i for i in count())


def by_columns(columns: Iterable[float], rows: Sequence[float]) -> Iterator[Point]:
    """Every spot of the first column, then of the next."""
    return ((x, y) for x in columns for y in rows)


def by_rows(columns: Sequence[float], rows: Iterable[float]) -> Iterator[Point]:
    """Every spot of the first row, then of the next."""
    return ((x, y) for y in rows for x in columns)


def evenly(first: float, last: float, step: float) -> list[float]:
    """Evenly spread values from first to last, at least `step` apart."""
    gaps = max(0, int((last - first) // step))
    return [first + (last - first) * i / gaps for i in range(gaps + 1)] if gaps else [(first + last) / 2]


def from_the_middle(values: Sequence[float]) -> list[float]:
    """Evenly spread values, those nearest to the middle first."""
    middle = (values[0] + values[-1]) / 2
    return sorted(values, key=lambda value: (abs(value - middle), value))


def all_spots(zone: Box) -> list[Point]:
    """Spots all over a zone, close together."""
    return [(x, y) for x in evenly(zone.left, zone.right, 24) for y in evenly(zone.top, zone.bottom, 22)]


def brickwork(zone: Box) -> list[Point]:
    """Every other column half a row lower where that costs no place, so that links pass between."""
    columns = evenly(zone.left, zone.right, INTEREST_COLUMN)
    spare = (zone.bottom - zone.top) % INTEREST_ROW
    lower = min(spare, INTEREST_ROW / 2)
    return [
        (x, y + lower * (i % 2))
        for i, x in enumerate(columns)
        for y in rows_from(zone.top, zone.bottom - lower, INTEREST_ROW)
    ]


def meets(room: Box, rooms: Iterable[Box]) -> bool:
    """Whether a room overlaps one of the others."""
    return any(room.meets(other) for other in rooms)
