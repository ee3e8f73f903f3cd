"""Plain words (rule 22): every word on screen is one that people use, but for a list that may only shrink."""

import re
from pathlib import Path

import pytest
from wordfreq import zipf_frequency

from coprod_ui.words import LANGUAGES, catalogue

LEAST = 3.0
"""The Zipf frequency of a word that people meet: once in a million words."""

RARE = Path(__file__).with_name("rare_words")
"""Per language, the rarer words there are: names, what files are called, and compounds that say what they are."""

NOT_WORDS = re.compile(r"{[^}]*}|https?://\S+|`[^`]*`")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def rare_in(texts: list[str], language: str) -> set[str]:
    """The words that people seldom use."""
    words = {word.lower().replace("’", "'") for text in texts for word in WORD.findall(NOT_WORDS.sub(" ", text))}
    return {word for word in words if zipf_frequency(word, language) < LEAST}


def exempt(language: str) -> list[str]:
    return RARE.joinpath(f"{language}.txt").read_text("utf-8").split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_on_screen_are_words_people_use(language: str) -> None:
    assert rare_in(list(catalogue(language).values()), language) - set(exempt(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_rare_words_holds_none_that_is_not_on_screen_any_more(language: str) -> None:
    listed = exempt(language)
    assert listed == sorted(set(listed))
    assert set(listed) - rare_in(list(catalogue(language).values()), language) == set()


def test_a_word_that_nobody_uses_is_found() -> None:
    assert rare_in(["De minimaxregretbenadering werkt."], "nl") == {"minimaxregretbenadering"}
    assert rare_in(["Wij kijken wie er aan tafel zit."], "nl") == set()
