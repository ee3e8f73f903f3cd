"""The kinds of fields a form can hold. Texts are keys of the catalogue; `name` is the field that is changed."""

from collections.abc import Callable
from dataclasses import dataclass

from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.conventions import Conventions

Steps = tuple[tuple[float, str], ...]
"""Levels, lowest first, each with the key of its word."""

StepsOf = Callable[[Conventions], Steps]
"""The same where the meeting says which level each word stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field: its name, its label, a text that explains it, and its key on the page where that is not its name."""

    name: str
    label: str
    help: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Field):
    """One line of text. `warned`: whether it says which personal data the text seems to hold."""

    warned: bool = False
    longest: int = LONGEST_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Field):
    """A few lines of people's own words, with a warning where they may point at one person."""

    placeholder: str = ""
    height: int = 80
    longest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Field):
    """A number from 0 up to `most`; `may_be_empty`: it may be unknown, which `placeholder` says."""

    step: float = 1.0
    most: float | None = None
    may_be_empty: bool = False
    placeholder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Field):
    """A number from `low` to 1, by twentieths."""

    low: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Field):
    """One of a few levels that have a word. `may_be_unsaid`: None when nobody said it yet."""

    steps: Steps | StepsOf
    may_be_unsaid: bool = False

    def levels(self, conventions: Conventions) -> Steps:
        """The levels to choose among in a meeting with these conventions."""
        return self.steps(conventions) if callable(self.steps) else self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPerInterest(Field):
    """A level for every interest of the web, 0 where none is given. `left_out`: the key of the word for no level given,
    where that is something else than 0 and a choice of its own.
    """

    steps: Steps
    left_out: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One member of an enumeration; `words`: the table of the catalogue their words stand in."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Field):
    """One of the things in a list of the web (`among`: its field there), or none yet, which `none` says."""

    among: str
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A day, or none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch(Field):
    """Whether something holds. `tick`: drawn as a box among others, not as a switch of its own."""

    tick: bool = False


def notes(key: str = "") -> Lines:
    """Room for notes, which nearly everything has."""
    return Lines(name="notes", label="inspector.notes", key=key, height=90)
