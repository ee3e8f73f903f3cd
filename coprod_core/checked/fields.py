"""What one field of a value may hold. Values, their files and the published JSON Schemas all read these.

Whether a value may be held is decided by pydantic, from `Kind.schema`; what is wrong with one that was refused is told
in our own codes, by `Kind.why`. A field says its kind in its type: `weight: Annotated[float, Number(0, 1)]`.
"""

import enum
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Annotated, Any

from pydantic_core import CoreSchema, SchemaValidator, ValidationError
from pydantic_core import core_schema as cs

from coprod_core.checked.errors import ENOUGH, Fault, InvalidValue

LONGEST_NAME = 200
LONGEST_TEXT = 20_000

HIDDEN = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"
"""Control characters cannot be shown; bidi overrides and isolates would reorder the text around a name."""

_HIDDEN = re.compile(f"[{HIDDEN}\ud800-\udfff]")  # with half a surrogate pair, which cannot be stored
_BLANK = r"\p{Z}\p{C}"
_ENDLESS = 1e300
"""Beyond this a number is as good as infinite."""


class Kind:
    """What a field may hold. Each kind is a frozen value by itself, so that equal kinds share one validator."""

    def schema(self) -> CoreSchema:
        """What pydantic is to accept, and the form in which it is then held."""
        raise NotImplementedError

    def why(self, value: Any) -> Iterator[Fault]:
        """What is wrong with a value that was refused, each fault with its place inside it."""
        raise NotImplementedError

    def fits(self, data: Any) -> bool:
        """Whether plain data has known keys only. Looked at first: pydantic would list every stranger of millions."""
        return True

    def taken(self, value: Any) -> Any:
        """The value in the form in which it is held, which nobody who gave it can change later.

        Raises `InvalidValue` with the faults found, each with its place; past `ENOUGH` of them it looks no further.
        """
        if not self.fits(value):
            raise InvalidValue(list(islice(self.why(value), ENOUGH)))
        try:
            return _validator(self).validate_python(value)
        except (ValidationError, InvalidValue):
            if faults := list(islice(self.why(value), ENOUGH)):
                raise InvalidValue(faults) from None
            raise

    def faults(self, value: Any) -> list[Fault]:
        """The faults of a value, none when it may be held."""
        try:
            self.taken(value)
        except InvalidValue as invalid:
            return list(invalid.faults)
        return []


@cache
def _validator(kind: Kind) -> SchemaValidator:
    return SchemaValidator(kind.schema())


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A finite number from `low` to `high`, without a fraction where `whole`; None only where `optional`.

    What is given as a whole number stays one, so that a file is written as it was read.
    """

    low: float
    high: float = math.inf
    above: bool = False
    optional: bool = False
    whole: bool = False

    def schema(self) -> CoreSchema:
        low = {"gt" if self.above else "ge": self.low}
        high = {"lt": _ENDLESS} if self.high == math.inf else {"le": self.high}
        bounds: dict[str, Any] = {**low, **high}
        wholes = {
            name: math.ceil(bound) if name in ("ge", "lt") else math.floor(bound) for name, bound in bounds.items()
        }
        step: dict[str, Any] = {"multiple_of": 1} if self.whole else {}
        either = cs.union_schema(
            [
                cs.int_schema(strict=True, **wholes),
                cs.float_schema(strict=True, allow_inf_nan=False, **bounds, **step),
            ],
            mode="left_to_right",
        )
        return cs.nullable_schema(either) if self.optional else either

    def why(self, value: Any) -> Iterator[Fault]:
        if not _is_number(value):
            yield Fault("", "not_a_number", {"value": value})
        elif not -_ENDLESS < value < _ENDLESS:  # nor a NaN, which is neither
            yield Fault("", "not_finite", {})
        elif self.above and value <= self.low:
            yield Fault("", "must_be_above", {"value": value, "low": self.low})
        elif value < self.low and self.high == math.inf:
            yield Fault("", "too_low", {"value": value, "low": self.low})
        elif not self.low <= value <= self.high:
            yield Fault("", "out_of_range", {"value": value, "low": self.low, "high": self.high})
        else:
            yield Fault("", "not_whole", {"value": value})


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Text a person wrote. It is data: shown as it is, never read as HTML."""

    longest: int = LONGEST_TEXT
    filled: bool = False

    def schema(self) -> CoreSchema:
        return _text(self.longest, self.filled, HIDDEN)

    def why(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault("", "not_text", {"value": value})
        elif self.filled and not any(char.isprintable() and not char.isspace() for char in value):
            yield Fault("", "blank", {})
        elif len(value) > self.longest:
            yield Fault("", "too_long", {"length": len(value), "longest": self.longest})
        elif hidden := _HIDDEN.search(value):
            yield Fault("", "hidden_character", {"character": f"U+{ord(hidden[0]):04X}"})


def _text(longest: int, filled: bool, without: str) -> CoreSchema:
    """A text of none but the characters that may stand in it, with one of them to be seen where it must be filled."""
    seen = rf"[^{without}{_BLANK}][^{without}]*" if filled else ""
    return cs.str_schema(strict=True, max_length=longest, pattern=f"^[^{without}]*{seen}$")


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A day as `2026-03-04`, or nothing where none is agreed."""

    def schema(self) -> CoreSchema:
        return cs.no_info_after_validator_function(_real_day, cs.str_schema(strict=True))

    def why(self, value: Any) -> Iterator[Fault]:
        if isinstance(value, str):
            yield Fault("", "not_a_day", {"value": value})
        else:
            yield Fault("", "not_text", {"value": value})


def _real_day(text: str) -> str:
    if text and day(text) is None:
        raise ValueError("no day")
    return text


def day(text: str) -> date | None:
    """The day that a text of `Day` says; None when it says none."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None


@dataclass(frozen=True, slots=True)
class Id(Kind):
    """A name for use inside the file: not empty, and without `|`, which joins two ids in the readings."""

    def schema(self) -> CoreSchema:
        return _text(LONGEST_NAME, True, f"{HIDDEN}|")

    def why(self, value: Any) -> Iterator[Fault]:
        faults = Text(LONGEST_NAME, filled=True).faults(value)
        yield from faults or [Fault("", "id_with_bar", {"id": value})]


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of the members of a string enumeration; None only where `optional`."""

    options: type[enum.StrEnum]
    optional: bool = False

    def schema(self) -> CoreSchema:
        one = cs.enum_schema(self.options, list(self.options), sub_type="str")
        return cs.nullable_schema(one) if self.optional else one

    def why(self, value: Any) -> Iterator[Fault]:
        yield Fault("", "unknown_choice", {"value": value, "choices": tuple(map(str, self.options))})


LANGUAGE = r"[a-z]{2,3}"


@dataclass(frozen=True, slots=True)
class LanguageCode(Kind):
    """A language by its short code, such as `nl`; which languages there are words for is not for the core to know."""

    def schema(self) -> CoreSchema:
        return cs.str_schema(strict=True, pattern=f"^{LANGUAGE}$")

    def why(self, value: Any) -> Iterator[Fault]:
        yield Fault("", "not_a_language", {"value": value})


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """True or false."""

    def schema(self) -> CoreSchema:
        return cs.bool_schema(strict=True)

    def why(self, value: Any) -> Iterator[Fault]:
        yield Fault("", "not_a_flag", {"value": value})


Key = Annotated[str, Id()]
"""An id for use inside the file."""

Name = Annotated[str, Text(LONGEST_NAME, filled=True)]
Words = Annotated[str, Text()]
"""Text of any length, also none."""

Line = Annotated[str, Text(LONGEST_NAME)]
"""Text of a line at most, also none."""

Filled = Annotated[str, Text(filled=True)]
Language = Annotated[str, LanguageCode()]
Date = Annotated[str, Day()]
Share = Annotated[float, Number(0, 1)]
"""A number from 0 to 1."""

Signed = Annotated[float, Number(-1, 1)]
"""A number from -1 to 1."""

Perhaps = Annotated[float | None, Number(0, 1, optional=True)]
"""A share, or None as long as nobody said."""

Mark = Annotated[bool, Flag()]
