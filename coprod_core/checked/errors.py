"""What can go wrong, said in codes with parameters; a screen or the command line turns them into sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

ENOUGH = 1_000
"""Nobody reads more faults than this in one go; looking for more in a hostile file only fills the memory."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where: `place` is a path such as `stakes[3].interest`."""

    place: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def within(self, place: str) -> "Fault":
        """The same fault seen from one level up."""
        return Fault(joined(place, self.place), self.code, self.params)


def joined(place: str, inside: str) -> str:
    """The place of what stands `inside` a place: `joined("stakes[3]", "weight")` is `stakes[3].weight`."""
    joint = "." if place and inside and not inside.startswith("[") else ""
    return f"{place}{joint}{inside}"


class CoprodError(Exception):
    """Base of every error the core raises on purpose: a code, and parameters to make a sentence with."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class InvalidValue(CoprodError):
    """A value that may not exist; `faults` says every reason, each with its place."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].code, **{**faults[0].params, "place": faults[0].place})
        self.faults = tuple(faults)


class CannotApply(CoprodError):
    """An act that does not fit the web as it is now, for instance on a party somebody else removed."""
