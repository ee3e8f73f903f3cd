"""All text on screen: two catalogues with the same keys, and numbers, names and times in the reader's way."""

import enum
import html
import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from functools import cache
from typing import Any

import streamlit as st

from coprod_ui.words.about import FILE, FIRST, FOLDER, about, there_are

LANGUAGES = there_are()
"""The codes of the languages there are words for, Dutch first: each is a folder here."""

_SECOND_STOP = re.compile(r"([.?!…]\*+)\.(?=\s|$)")


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else {f"{prefix}{key}": value}
    return flat


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every text of a language by its dotted key, such as `spheres.citizens`, from the files of its folder."""
    texts: dict[str, str] = {}
    written = [file for file in FOLDER.joinpath(language).iterdir() if file.name != FILE]
    for file in sorted(written, key=lambda file: file.name):
        found = _flat(tomllib.loads(file.read_text("utf-8")))
        if twice := texts.keys() & found.keys():
            raise ValueError(f"{language}/{file.name} says again what another file says: {sorted(twice)}")
        texts |= found
    return texts


class Words:
    """The words of one language. A key that does not exist raises `KeyError`, and so does a missing placeholder."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = catalogue(language)

    def __call__(self, key: str, /, **params: object) -> str:
        """The text of a key with its named placeholders filled in; a name that ends in a stop gets no second one."""
        text = self._texts[key].format(**params)
        return _SECOND_STOP.sub(r"\1", text) if params else text

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def choice(self, table: str, value: enum.StrEnum | str) -> str:
        """The word for one of a fixed set, such as `choice("spheres", Sphere.CITIZENS)`."""
        return self(f"{table}.{value}")

    def plural(self, key: str, number: float, /, **params: object) -> str:
        """The text of `key.one` or `key.other`, as the language's rule says; `{count}` stands for the number."""
        kind = about(self.language).kind_of(number)
        return self(f"{key}.{kind}", count=self.count(number), **params)

    def number(self, value: float, digits: int = 2) -> str:
        """A number with fixed decimals: 0,42 in Dutch, 0.42 in English."""
        return self._local(f"{_rounded(value, digits):,.{digits}f}")

    def count(self, value: float) -> str:
        """A number with at most two decimals, and none it does not need: 60, 2,5."""
        text = f"{_rounded(value, 2):,.2f}".rstrip("0").rstrip(".")
        return self._local(text)

    def of_100(self, share: float) -> str:
        """A share from 0 to 1 as a whole number from 0 to 100, halves rounded up."""
        return str(of_100(share))

    def names(self, names: Sequence[str]) -> str:
        """A list as people say it: a, b en c."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self('lists.and')} {names[-1]}"

    def time(self, moment: datetime, zone: tzinfo | None = None) -> str:
        """The time of day, 20:14. `zone`: the reader's time zone; None = as the moment has it."""
        return f"{moment.astimezone(zone) if zone else moment:%H:%M}"

    def day(self, moment: datetime, now: datetime, zone: tzinfo | None = None) -> str:
        """The day as people say it: today, yesterday, 12 November, and the year when it is another one."""
        then, today = (m.astimezone(zone) if zone else m for m in (moment, now))
        days = (today.date() - then.date()).days
        if days in (0, 1):
            return self("days.today") if days == 0 else self("days.yesterday")
        day = self("days.date", day=then.day, month=self.choice("months", str(then.month)))
        return day if then.year == today.year else f"{day} {then.year}"

    def _local(self, text: str) -> str:
        marks = str.maketrans({",": self("numbers.thousands"), ".": self("numbers.decimal")})
        return text.translate(marks)


def _rounded(value: float, digits: int) -> float:
    """Halves away from zero, also where binary fractions fall just short of the half; never -0."""
    scale = 10**digits
    return math.copysign(math.floor(abs(value) * scale + 0.5 + 1e-9) / scale, value) + 0.0


def of_100(share: float) -> int:
    """A share from 0 to 1 as a whole number from 0 to 100, halves rounded up."""
    return max(0, min(100, math.floor(share * 100 + 0.5 + 1e-9)))


@cache
def words(language: str) -> Words:
    """The words of a language, read once."""
    return Words(language)


def spoken(asked: str | None) -> str:
    """The language that is asked for, as `en` or `en-GB,en;q=0.9`, if there are words for it; else Dutch."""
    code = re.split("[^a-z]", (asked or "").lower(), maxsplit=1)[0]
    return code if code in LANGUAGES else FIRST


def current_words() -> Words:
    """The words in the language of this Streamlit session, Dutch until one is chosen."""
    return words(spoken(st.session_state.get("language")))


def t(key: str, /, **params: object) -> str:
    """A text in the language of this Streamlit session."""
    return current_words()(key, **params)


def number(value: float, digits: int = 2) -> str:
    """A number in the way of this Streamlit session's language."""
    return current_words().number(value, digits)


_SPECIAL = re.compile(r"[][\\`*_{}()#+.!|<>~$:&^=@-]")
# What Streamlit reads in the text after Markdown did: :emoji:, https:, www., a@b, and arrows such as -> and --.
_READ_LATER = re.compile(r":(?=\S)|@|(?i:\bwww)(?=\.)|[-<>~=](?=[-<>=])")
_WORD_JOINER = "\u2060"


def literal(text: str) -> str:
    """Markdown in which a person's words stand as plain text on one line: no emphasis, link, formula or icon."""
    line = _READ_LATER.sub(lambda match: match[0] + _WORD_JOINER, " ".join(text.split()))
    return _SPECIAL.sub(lambda match: "\\" + match[0], line)


def html_text(text: str) -> str:
    """A person's words as HTML text or attribute value."""
    return html.escape(text)
