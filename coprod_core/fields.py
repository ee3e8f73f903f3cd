"""What one field of a value may hold. The model, the web file and its JSON Schema all read these."""

import dataclasses
import enum
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

from coprod_core.errors import Fault

LONGEST_NAME = 200
LONGEST_TEXT = 20_000

HIDDEN = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"
"""Control characters cannot be shown; bidi overrides and isolates would reorder the text around a name."""

_HIDDEN = re.compile(f"[{HIDDEN}\ud800-\udfff]")  # with half a surrogate pair, which cannot be stored


class Kind(Protocol):
    """A check on one field: the faults of a value, none when it may be held."""

    def faults(self, value: Any) -> list[Fault]: ...


@runtime_checkable
class Held(Protocol):
    """A kind whose values are kept in a form of their own, so that nobody who gave one can change it later."""

    def held(self, value: Any) -> Any: ...


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number from `low` to `high`, without a fraction where `whole`; None only where `optional`."""

    low: float
    high: float = math.inf
    above: bool = False
    optional: bool = False
    whole: bool = False

    def faults(self, value: Any) -> list[Fault]:
        if value is None and self.optional:
            return []
        if not _is_number(value):
            return [Fault("", "not_a_number", {"value": value})]
        # comparing first keeps whole numbers too large for a float from overflowing
        if not (value == value and -1e300 < value < 1e300):
            return [Fault("", "not_finite", {})]
        if self.above and value <= self.low:
            return [Fault("", "must_be_above", {"value": value, "low": self.low})]
        if value < self.low and self.high == math.inf:
            return [Fault("", "too_low", {"value": value, "low": self.low})]
        if not self.low <= value <= self.high:
            return [Fault("", "out_of_range", {"value": value, "low": self.low, "high": self.high})]
        if self.whole and value % 1:
            return [Fault("", "not_whole", {"value": value})]
        return []


@dataclass(frozen=True, slots=True)
class Text:
    """Text a person wrote. It is data: shown as it is, never read as HTML."""

    longest: int = LONGEST_TEXT
    filled: bool = False

    def faults(self, value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [Fault("", "not_text", {"value": value})]
        if self.filled and not any(char.isprintable() and not char.isspace() for char in value):
            return [Fault("", "blank", {})]
        if len(value) > self.longest:
            return [Fault("", "too_long", {"length": len(value), "longest": self.longest})]
        if hidden := _HIDDEN.search(value):
            return [Fault("", "hidden_character", {"character": f"U+{ord(hidden[0]):04X}"})]
        return []


@dataclass(frozen=True, slots=True)
class Day:
    """A day as `2026-03-04`, or nothing where none is agreed."""

    def faults(self, value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [Fault("", "not_text", {"value": value})]
        if value and day(value) is None:
            return [Fault("", "not_a_day", {"value": value})]
        return []


def day(text: str) -> date | None:
    """The day that a text of `Day` says; None when it says none."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None


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
        return [Fault("", "unknown_choice", {"value": value, "choices": tuple(map(str, self.options))})]

    def held(self, value: str) -> enum.StrEnum:
        return self.options(value)


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
    most: int = 2_000

    def faults(self, value: Any) -> list[Fault]:
        if not isinstance(value, Mapping):
            return [Fault("", "not_an_object", {"value": value})]
        if len(value) > self.most:
            return [Fault("", "too_many", {"count": len(value), "most": self.most})]
        number = Number(self.low, self.high)
        return [fault.within(f"{key}") for key, level in value.items() for fault in number.faults(level)]

    def held(self, value: Mapping[str, float]) -> Mapping[str, float]:
        return MappingProxyType(dict(value))


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

    def held(self, value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
        return tuple(value)


@dataclass(frozen=True, slots=True)
class Said:
    """What each party says, in its own words; only parties that are named."""

    most: int = 2_000

    def faults(self, value: Any) -> list[Fault]:
        if not isinstance(value, Mapping):
            return [Fault("", "not_an_object", {"value": value})]
        if len(value) > self.most:
            return [Fault("", "too_many", {"count": len(value), "most": self.most})]
        return [fault.within(f"{key}") for key, text in value.items() for fault in Text(filled=True).faults(text)]

    def held(self, value: Mapping[str, str]) -> Mapping[str, str]:
        return MappingProxyType(dict(value))


@cache
def kinds(cls: type) -> tuple[tuple[str, Kind], ...]:
    """The fields of a dataclass that carry a kind, by name, in order."""
    return tuple((f.name, f.metadata["kind"]) for f in dataclasses.fields(cls) if "kind" in f.metadata)


@cache
def _held_kinds(cls: type) -> tuple[tuple[str, Held], ...]:
    return tuple((name, kind) for name, kind in kinds(cls) if isinstance(kind, Held))


def faults_of(cls: type, values: Mapping[str, Any]) -> list[Fault]:
    """Every fault of the fields of `cls` that `values` holds, each placed at its field."""
    return [fault.within(name) for name, kind in kinds(cls) if name in values for fault in kind.faults(values[name])]


def settle(value: Any) -> list[Fault]:
    """Checks the fields of a frozen value that is being made; sound, each is put in the form it is held in."""
    cls = value.__class__
    faults = [fault.within(name) for name, kind in kinds(cls) for fault in kind.faults(getattr(value, name))]
    if not faults:
        for name, kind in _held_kinds(cls):
            object.__setattr__(value, name, kind.held(getattr(value, name)))
    return faults
