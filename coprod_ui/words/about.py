"""What a language says of itself, in `about.toml` of its folder: all that is not a text on screen."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from coprod_core.checked.fields import LANGUAGE

FOLDER = files(__package__)
FILE = "about.toml"
FIRST = "nl"
"""The language where a person's own is not there."""

PHRASES = ("at_table", "clashes_with", "goes_with")

_CONDITION = re.compile(r"(?P<of>[ni])(?: % (?P<divided>[1-9]\d*))? (?P<sign>!?=) (?P<ranges>\d+(?:\.\.\d+|,\d+)*)")


@dataclass(frozen=True, slots=True)
class About:
    """A language: its own `name`, its `locale` such as `nl-NL`, and what a person presses to join in it.

    `at_table`, `clashes_with`, `goes_with`: what the typed line says for being at the table and of two interests;
    `kinds`: by sphere, what it calls the kinds of party besides their names on screen. `plural`: by the kind of number
    that takes words of its own, which numbers are of that kind, in the way of Unicode's plural rules: `n = 1`,
    `i = 0,1`, `n % 10 = 2..4 and n % 100 != 12..14`, where `n` is the number, `i` its whole part. Every other number is
    `other`.
    """

    name: str
    locale: str
    join_in: str
    at_table: tuple[str, ...]
    clashes_with: tuple[str, ...]
    goes_with: tuple[str, ...]
    kinds: Mapping[str, tuple[str, ...]]
    plural: Mapping[str, str]

    @property
    def region(self) -> str | None:
        """Where the language is spoken as it is written here, such as `GB`; None where the locale names no place."""
        return self.locale.partition("-")[2] or None

    def kind_of(self, number: float) -> str:
        """Which words a number takes: a kind of `plural`, else `other`."""
        return next((kind for kind, rule in self.plural.items() if _fits(rule, number)), "other")


def there_are(words: Traversable = FOLDER) -> tuple[str, ...]:
    """The codes of the languages there are folders for, Dutch first. Raises `ValueError` for one that is no code."""
    folders = [folder.name for folder in words.iterdir() if folder.joinpath(FILE).is_file()]
    if unfit := sorted(name for name in folders if not re.fullmatch(LANGUAGE, name)):
        raise ValueError(f"the folder of a language is named by its code, such as nl; not {', '.join(unfit)}")
    return tuple(sorted(folders, key=lambda code: (code != FIRST, code)))


@cache
def about(language: str) -> About:
    """What a language says of itself, read once; raises what `about_in` raises."""
    return about_in(FOLDER.joinpath(language))


def about_in(folder: Traversable) -> About:
    """What the language in a folder says of itself. Raises `ValueError` for what is missing, unknown or unreadable."""
    said = tomllib.loads(folder.joinpath(FILE).read_text("utf-8"))
    if wrong := list(_wrong(said)):
        raise ValueError(f"{folder.name}/{FILE}: {'; '.join(wrong)}")
    phrases = {name: tuple(said[name]) for name in PHRASES}
    return About(**{**said, **phrases, "kinds": {name: tuple(called) for name, called in said["kinds"].items()}})


def _wrong(said: Mapping[str, object]) -> Iterator[str]:
    names = {one.name for one in fields(About)}
    yield from (f"{name} is missing" for name in sorted(names - said.keys()))
    yield from (f"{name} is not known" for name in sorted(said.keys() - names))
    for name in ("name", "locale", "join_in"):
        if name in said and not (isinstance(said[name], str) and said[name]):
            yield f"{name} is not a text"
    yield from (f"{name} is not a list of words" for name in PHRASES if not _are_words(said.get(name, ["-"])))
    called = said.get("kinds", {})
    if not isinstance(called, dict) or not all(map(_are_words, called.values())):
        yield "kinds is not a table of lists of words"
    rules = said.get("plural", {})
    if not isinstance(rules, dict):
        yield "plural is not a table of rules"
        return
    for kind, rule in rules.items():
        if not (isinstance(rule, str) and all(_CONDITION.fullmatch(one) for one in re.split(" and | or ", rule))):
            yield f"plural.{kind} cannot be read: {rule}"


def _are_words(phrases: object) -> bool:
    return isinstance(phrases, list) and bool(phrases) and all(isinstance(one, str) and one for one in phrases)


def _fits(rule: str, number: float) -> bool:
    return any(all(_holds(one, number) for one in part.split(" and ")) for part in rule.split(" or "))


def _holds(condition: str, number: float) -> bool:
    found = _CONDITION.fullmatch(condition)
    assert found is not None, "rules are read when a language is"
    value = abs(number) if found["of"] == "n" else int(abs(number))
    value = value % int(found["divided"]) if found["divided"] else value
    within = any(_within(value, part) for part in found["ranges"].split(","))
    return within is (found["sign"] == "=")


def _within(value: float, part: str) -> bool:
    """Whether a number is one of `2..4`, which holds whole numbers alone."""
    low, _, high = part.partition("..")
    return value % 1 == 0 and int(low) <= value <= int(high or low)
