"""Quiet hints beside what a person types. They never block."""

from functools import lru_cache

from coprod_core.web.privacy import personal_data_hints
from coprod_ui.words import LANGUAGES, Words, words

MOST_WORDS = 2
"""A value stands alone or with one word before it; what is longer says what is at stake."""

_signs = lru_cache(maxsize=10_000)(personal_data_hints)


def personal_data(text: str, words: Words) -> str:
    """Which personal data a text seems to hold; nothing where it seems to hold none."""
    seen = what_it_seems(text, words)
    return words("privacy.note", what=seen) if seen else ""


def what_it_seems(text: str, words: Words) -> str:
    """The personal data a text seems to hold, as a list; empty where it seems to hold none."""
    return words.names([words(f"privacy.{sign}") for sign in (_signs(text) if text else ())])


@lru_cache(maxsize=10_000)
def looks_like_a_value(name: str) -> bool:
    """Whether a name of an interest is a value by itself, in any of the languages, such as "Freedom"."""
    said = name.lower().strip(" .!?").split()
    return 0 < len(said) <= MOST_WORDS and said[-1] in {
        value for language in LANGUAGES for value in words(language)("values.words").split()
    }
