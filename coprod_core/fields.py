"""What one field of a value may hold. The model, the web file and its JSON Schema all read these."""

import dataclasses
import enum
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Protocol

from coprod_core.errors import Fault

LONGEST_NAME = 200
LONGEST_TEXT = 20_000

# Cc and Cs cannot be shown or stored; the bidi overrides and isolates would reorder the text around a name.
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LAYOUT = frozenset("\n\t\r")


class Kind(Protocol):
    """A check on one field: the faults of a value, none when it may be held."""

    def faults(self, value: Any) -> list[Fault]: ...


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number from `low` to `high`; None only where `optional`."""

    low: float
    high: float = math.inf
    above: bool = False
    optional: bool = False

    def faults(self, value: Any) -> list[Fault]:
        if value is None and self.optional:
            return []
        if not _is_number(value):
            return [Fault("", "not_a_number", {"value": value})]
        # comparing first keeps whole numbers too large for a float from overflowing
        if not (value == value and -1e300 < value < 1e300):
            return [Fault("", "not_finite", {})]
        if value < self.low or value > self.high or (self.above and value == self.low):
            code = "must_be_above" if self.above else "out_of_range"
            return [Fault("", code, {"value": value, "low": self.low, "high": self.high})]
        return []


@dataclass(frozen=True, slots=True)
class Text:
    """Text a person wrote. It is data: shown as it is, never read as HTML."""

    longest: int = LONGEST_TEXT
    filled: bool = False

    def faults(self, value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [Fault("", "not_text", {"value": value})]
        if self.filled and not value.strip():
            return [Fault("", "blank", {})]
        if len(value) > self.longest:
            return [Fault("", "too_long", {"length": len(value), "longest": self.longest})]
        if not value.isascii() or not value.isprintable():
            for char in value:
                if _unshowable(char):
                    return [Fault("", "hidden_character", {"character": f"U+{ord(char):04X}"})]
        return []


def _unshowable(char: str) -> bool:
    return char in _BIDI_CONTROLS or (unicodedata.category(char) in ("Cc", "Cs") and char not in _LAYOUT)


@dataclass(frozen=True, slots=True)
class Id:
    """A name for use inside the file: not empty, and without `|`, which joins two ids in the readings."""

    def faults(self, value: Any) -> list[Fault]:
        faults = Text(LONGEST_NAME, filled=True).faults(value)
        if not faults and "|" in value:
            return [Fault("", "id_with_bar", {"id": value})]
        return faults


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the members of a string enumeration."""

    options: type[enum.StrEnum]

    def faults(self, value: Any) -> list[Fault]:
        if isinstance(value, str) and value in self.options.__members__.values():
            return []
        return [Fault("", "unknown_choice", {"value": value, "choices": [str(option) for option in self.options]})]


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def faults(self, value: Any) -> list[Fault]:
        return [] if isinstance(value, bool) else [Fault("", "not_a_flag", {"value": value})]


@dataclass(frozen=True, slots=True)
class Levels:
    """A number from `low` to `high` for each interest that is named."""

    low: float
    high: float = 1.0

    def faults(self, value: Any) -> list[Fault]:
        if not isinstance(value, Mapping):
            return [Fault("", "not_an_object", {"value": value})]
        number = Number(self.low, self.high)
        return [fault.within(f"{key}") for key, level in value.items() for fault in number.faults(level)]


@dataclass(frozen=True, slots=True)
class Texts:
    """A short list of sentences."""

    most: int = 50

    def faults(self, value: Any) -> list[Fault]:
        if not isinstance(value, (list, tuple)):
            return [Fault("", "not_a_list", {"value": value})]
        if len(value) > self.most:
            return [Fault("", "too_many", {"count": len(value), "most": self.most})]
        return [fault.within(f"[{i}]") for i, text in enumerate(value) for fault in Text().faults(text)]


@cache
def kinds(cls: type) -> tuple[tuple[str, Kind], ...]:
    """The fields of a dataclass that carry a kind, by name, in order."""
    return tuple((f.name, f.metadata["kind"]) for f in dataclasses.fields(cls) if "kind" in f.metadata)


def faults_of(value: Any) -> list[Fault]:
    """Every fault of a value's own fields, each placed at its field."""
    return [
        fault.within(name)
        for name, kind in kinds(type(value))
        for fault in kind.faults(getattr(value, name))
    ]


def frozen_levels(levels: Mapping[str, float]) -> Mapping[str, float]:
    """A read-only copy, so that no caller can change a value that others hold."""
    return MappingProxyType(dict(levels))
