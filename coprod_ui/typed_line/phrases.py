"""What the typed line understands beside names, in every language there are words for."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from coprod_core.web.model import Sphere
from coprod_ui.words import LANGUAGES, words
from coprod_ui.words.about import about

NUMBER = r"(\d{1,3}(?:[.,\s]\d{3})+|\d+)"


@cache
def at_table() -> re.Pattern[str]:
    """Being at the table, at the end of what is said of a party, with a number of seats or without."""
    said = _any_of(phrase for language in LANGUAGES for phrase in about(language).at_table)
    return re.compile(rf"(?:^|\s+)(?:{said})(?:\s+{NUMBER})?\s*$", re.IGNORECASE)


@cache
def relating() -> Mapping[float, re.Pattern[str]]:
    """How two interests get along: by compatibility the pattern of a line that says so."""
    said = {
        -0.5: _any_of(phrase for language in LANGUAGES for phrase in about(language).clashes_with),
        0.5: _any_of(phrase for language in LANGUAGES for phrase in about(language).goes_with),
    }
    return {how: re.compile(rf"^(.*?)\s+(?:{phrases})\s+(.*)$", re.IGNORECASE) for how, phrases in said.items()}


@cache
def kinds() -> Mapping[str, Sphere]:
    """The kinds of party by what may stand for them between square brackets, in small letters."""
    found: dict[str, Sphere] = {}
    for language in LANGUAGES:
        for sphere in Sphere:
            own = words(language).choice("spheres", sphere)
            found |= {word.casefold(): sphere for word in (own, *about(language).kinds[sphere])}
    return found


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
