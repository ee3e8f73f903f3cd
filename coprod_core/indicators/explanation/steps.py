"""What an explanation is made of: steps with ingredients that combine to the number that follows."""

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, prod

from coprod_core.indicators.weights import TIE

Name = tuple[str, str]
"""What a row is about: its kind (`actor`, `interest`, `side`, `plan`, `rule`, `way`, `lens`, `item`) and its id."""

Subject = tuple[str, ...]
"""The ids of what a reading is about, in the order of the reading's `about`; () for a reading of the whole web."""


class Unit(enum.StrEnum):
    """How a number is read."""

    SHARE = "share"  # 0..1, or -1..1: a part of a whole
    LEVEL = "level"  # as it was filled in
    COUNT = "count"  # people, seats, issues
    YES_NO = "yes_no"  # 1 or 0


@dataclass(frozen=True)
class Operation:
    """How numbers make the next one. `symbols`: the same as a formula, with a place per number; for as many numbers as
    there are, only what stands between them, or the name of a function.
    """

    combine: Callable[[Sequence[float]], float]
    symbols: str = ""
    between: str = ""
    function: str = ""

    def written(self, numbers: Sequence[str]) -> str:
        """The formula with these numbers, or names, in it."""
        if self.between:
            return self.between.join(numbers)
        return f"{self.function}({', '.join(numbers)})" if self.function else self.symbols.format(*numbers)


def _quotient(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _lost(best: float, got: float) -> float:
    return max(0.0, best - got) / best if best > TIE else 0.0


GIVEN = Operation(lambda n: n[0], "{0}")
SUM = Operation(sum, between=" + ")
PRODUCT = Operation(prod, between=" × ")
LARGEST = Operation(lambda n: max(n, default=0.0), function="max")
LEAST = Operation(lambda n: min(n, default=0.0), function="min")
DIFFERENCE = Operation(lambda n: n[0] - n[1], "{0} − {1}")
SHORT = Operation(lambda n: max(0.0, n[0] - n[1]), "max(0, {0} − {1})")
QUOTIENT = Operation(lambda n: _quotient(*n), "{0} / {1}")
OUTSIDE = Operation(lambda n: max(0.0, n[0] - n[1]) * n[2], "max(0, {0} − {1}) × {2}")
VOICE = Operation(lambda n: _quotient(n[0], n[1]) * n[2], "{0} / {1} × {2}")
BOTH_SIDES = Operation(lambda n: max(0.0, n[0] - n[1]) + max(0.0, n[2] - n[3]), "max(0, {0} − {1}) + max(0, {2} − {3})")
CELL = Operation(lambda n: n[0] * n[1] - n[2] * n[3], "{0} × {1} − {2} × {3}")
DRIFTED = Operation(lambda n: n[0] * abs(n[1] - n[2]) / 2, "{0} × |{1} − {2}| / 2")
LESS = Operation(lambda n: float(n[0] < n[1] - TIE), "{0} < {1}")
AT_LEAST = Operation(lambda n: float(n[0] >= n[1] - TIE), "{0} ≥ {1}")
AGAINST = Operation(lambda n: max(0.0, -prod(n)), "max(0, −({0} × {1} × {2}))")
TOGETHER = Operation(lambda n: max(0.0, prod(n)), "max(0, {0} × {1} × {2})")
ACCEPTED = Operation(lambda n: 1 - n[0] * (1 - n[1]) / 2, "1 − {0} × (1 − {1}) / 2")
PACE = Operation(lambda n: 1 / (1 + max(0.0, n[0] - 1) / n[1] + n[2]), "1 / (1 + max(0, {0} − 1) / {1} + {2})")
LOST = Operation(lambda n: _lost(*n), "max(0, {0} − {1}) / {0}")
LEFT = Operation(lambda n: 1 - n[0] * n[1], "1 − {0} × {1}")
STRENGTHENED = Operation(lambda n: n[0] + n[0] * (1 - n[0]) * (1 - n[1]), "{0} + {0} × (1 − {0}) × (1 − {1})")
OWNED = Operation(lambda n: 1 - (1 - n[0]) * (1 - n[1]), "1 − (1 − {0}) × (1 − {1})")
USEFUL = Operation(lambda n: (1 + n[0]) / 2, "(1 + {0}) / 2")
MIXED = Operation(lambda n: (1 - n[0]) * n[1] + n[0] * n[2], "(1 − {0}) × {1} + {0} × {2}")
ROOM_LEFT = Operation(lambda n: min(n[0], n[1]) * (1 - n[2]), "min({0}, {1}) × (1 − {2})")
SPREAD = Operation(lambda n: n[0] * (n[1] - n[2]) ** 2, "{0} × ({1} − {2})²")
APART = Operation(lambda n: abs(n[0] - n[1]) * n[2] / 2, "|{0} − {1}| × {2} / 2")
LOAD = Operation(lambda n: n[0] * _quotient(n[1], n[2]), "{0} × {1} / {2}")
CARRIED = Operation(lambda n: _quotient(n[0] * n[1], n[2]) * n[3], "{0} × {1} / {2} × {3}")
ARRIVED = Operation(lambda n: _quotient(n[0] * n[1], n[2]) * n[3] * n[4], "{0} × {1} / {2} × {3} × {4}")
EXPECTED = Operation(lambda n: n[0] * n[1] + (1 - n[0]) * n[2], "{0} × {1} + (1 − {0}) × {2}")
FLOOR = Operation(lambda n: float(floor(n[0] * n[1] + TIE)), "⌊{0} × {1}⌋")
SAME_SIGN = Operation(lambda n: float(n[0] * n[1] > 0), "{0} × {1} > 0")
HALF_AGAINST = Operation(lambda n: max(0.0, -prod(n)) / 2, "max(0, −({0} × {1} × {2})) / 2")
HALF_TOGETHER = Operation(lambda n: max(0.0, prod(n)) / 2, "max(0, {0} × {1} × {2}) / 2")
AMBIVALENT = Operation(lambda n: _quotient(2 * min(n), sum(n)), "2 × min({0}, {1}) / ({0} + {1})")
COMPARED = Operation(lambda n: float(n[0] - n[1] > TIE) - float(n[1] - n[0] > TIE), "({0} > {1}) − ({0} < {1})")
SIZE = Operation(lambda n: abs(n[0]), "|{0}|")
UNLIKE = Operation(lambda n: (1 - min(1.0, max(-1.0, n[0] / (n[1] * n[2]) ** 0.5))) / 2, "(1 − {0} / √({1} × {2})) / 2")


class Together(enum.StrEnum):
    """What is done with the rows of a step, once each has its own number."""

    SUM = "sum"
    PRODUCT = "product"
    LARGEST = "largest"
    LEAST = "least"
    PARTS = "parts"  # each as a part of their sum
    EACH = "each"  # nothing: each goes on by itself


_TOGETHER: Mapping[Together, Operation] = {
    Together.SUM: SUM,
    Together.PRODUCT: PRODUCT,
    Together.LARGEST: LARGEST,
    Together.LEAST: LEAST,
    Together.PARTS: SUM,
}


@dataclass(frozen=True)
class Column:
    """An ingredient of every row. `reading`: the code of the reading it is, when it has an explanation of its own."""

    code: str
    unit: Unit = Unit.SHARE
    reading: str | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of step: its ingredients, how a row combines them, and what is done with the rows. `unit`: of the
    outcome of a row.
    """

    code: str
    columns: tuple[Column, ...]
    of_row: Operation = GIVEN
    together: Together = Together.EACH
    unit: Unit = Unit.SHARE

    def formula(self) -> str:
        """How a row combines its ingredients, with the codes of the columns for names."""
        return self.of_row.written([column.code for column in self.columns])


@dataclass(frozen=True)
class Row:
    """One line: what it is about, its ingredients, what they make, and (with `PARTS`) its part of the sum."""

    names: tuple[Name, ...]
    amounts: tuple[float, ...]
    value: float
    part: float | None = None


@dataclass(frozen=True)
class Step:
    """One step. `result`: what the rows make together; None where each goes on by itself."""

    kind: Kind
    rows: tuple[Row, ...]
    result: float | None

    @property
    def makes(self) -> tuple[float, ...]:
        """The numbers that later steps go on with."""
        if self.kind.together == Together.PARTS:
            return tuple(row.part or 0.0 for row in self.rows)
        return tuple(row.value for row in self.rows) if self.result is None else (self.result,)


Ingredients = tuple[tuple[Name, ...], Sequence[float]]


def step(kind: Kind, ingredients: Iterable[Ingredients]) -> Step:
    """A step from what goes into it, row by row."""
    given = [(tuple(names), tuple(float(amount) for amount in amounts)) for names, amounts in ingredients]
    values = [float(kind.of_row.combine(amounts)) for _, amounts in given]
    together = _TOGETHER.get(kind.together)
    result = None if together is None else float(together.combine(values))
    parts = [
        _quotient(value, result) if kind.together == Together.PARTS and result is not None else None for value in values
    ]
    rows = (
        Row(names, amounts, value, part) for (names, amounts), value, part in zip(given, values, parts, strict=True)
    )
    return Step(kind, tuple(rows), result)
