"""The short stories: a story and a dilemma in words, the same in both languages, with nothing drawn and no number."""

import json
import re

import pytest

from coprod_core.files.web_file import VERSION
from coprod_core.web.model import Web
from coprod_ui.examples.cases import cases
from coprod_ui.examples.stories import FOLDER, NAMES, stories
from coprod_ui.words import LANGUAGES

EVERY = [(story.name, language, story.web) for language in LANGUAGES for story in stories(language)]
each = pytest.mark.parametrize(("name", "language", "web"), EVERY, ids=[f"{n}-{lang}" for n, lang, _ in EVERY])
LONGEST_SENTENCE = 20


def told(web: Web) -> list[str]:
    """Everything of a story that people read but its source."""
    (dilemma,) = web.dilemmas
    ways = [text for way in dilemma.ways for text in (way.text, *(loss.what for loss in way.loses))]
    return [web.title, web.notes, web.case.story, *web.case.questions, *web.case.notice, dilemma.question, *ways]


def test_every_file_is_a_story_that_is_offered() -> None:
    there = {path.name for path in FOLDER.iterdir()}
    assert there == {f"{name}.{language}.json" for name in NAMES for language in LANGUAGES}
    assert {json.loads((FOLDER / file).read_text("utf-8"))["version"] for file in there} == {VERSION}


@each
def test_a_story_has_a_dilemma_in_words_and_nothing_drawn(name: str, language: str, web: Web) -> None:
    (dilemma,) = web.dilemmas
    assert web.language == language
    assert (web.actors, web.interests, web.stakes, web.options, web.rules) == ((), (), (), (), ())
    assert all(way.loses and not any(loss.actor for loss in way.loses) for way in dilemma.ways)
    assert web.case.questions
    assert web.case.source
    assert web.case.minutes
    assert web.notes


@each
def test_a_story_is_told_in_short_sentences_without_a_figure(name: str, language: str, web: Web) -> None:
    sentences = [part for text in told(web) for part in re.split(r"(?<=[.!?:]) ", text)]
    assert [part for part in sentences if len(part.split()) > LONGEST_SENTENCE] == []
    assert not re.search(r"\d", " ".join(told(web)))


def test_a_story_is_as_long_in_both_languages() -> None:
    shapes = [
        [(s.name, len(s.web.case.questions), [len(way.loses) for way in s.web.dilemmas[0].ways]) for s in stories(lang)]
        for lang in LANGUAGES
    ]
    assert shapes == [shapes[0]] * len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_story_tells_what_an_example_tells(language: str) -> None:
    titles = {case.web.title for case in cases(language)} | {case.web.case.story for case in cases(language)}
    assert not titles & {text for story in stories(language) for text in (story.web.title, story.web.case.story)}
