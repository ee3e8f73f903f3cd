"""The dilemma of the sewer story in its own words: who is missing, what is not heard, and which plan passes them by."""

from datetime import date

import pytest

from coprod_ui.charts.dilemma_scenes.drawn import Place
from coprod_ui.charts.dilemma_scenes.feasible import feasible_scene
from coprod_ui.examples.cases import cases
from coprod_ui.meeting import current
from coprod_ui.report.account import account_of_web
from coprod_ui.report.document import Bullets, Document, Paragraph
from coprod_ui.report.sections import document
from coprod_ui.sentences.strip import strip_gap
from coprod_ui.words import LANGUAGES, words
from coprod_ui.words.plain_text import plain
from tests.screens.conftest import OpenWindow


def story(language: str) -> dict[str, str]:
    """What the story is about, as the case calls it."""
    web = next(case.web for case in cases(language) if case.name == "sewer")
    return {
        "missing": web.actor_by_id["foundation_residents"].name,
        "unheard": web.interest_by_id["foundations"].name,
        "plan": web.option_by_id["pipes_and_pump"].name,
    }


def told_in(made: Document) -> str:
    """Every sentence of a report, a line each."""
    items = [item for block in made.blocks() if isinstance(block, Bullets) for item in block.items]
    items += [block.runs for block in made.blocks() if isinstance(block, Paragraph)]
    return "\n".join("".join(run.text for run in item) for item in items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_web_gap_dilemmas_and_report_tell_the_story_in_its_own_words(open_case: OpenWindow, language: str) -> None:
    web = next(case.web for case in cases(language) if case.name == "sewer")
    say, readings, told = words(language), current.readings_of(web), story(language)
    assert told["unheard"] in plain(strip_gap(readings, web, say))
    gap = open_case("sewer", language, "gap")
    assert [part for part in told.values() if part not in "".join([gap.text, *gap.drawings])] == []
    scene = str(feasible_scene(readings, web, say, False, Place(False)))
    assert [part for part in told.values() if part.replace("'", "&#39;") not in scene] == []
    report = told_in(document(account_of_web(web, say, date(2026, 11, 30))))
    even_the_best = say("say_best.plan_outside", plan=told["plan"], groups=told["missing"])
    assert even_the_best in report
    assert [part for part in told.values() if part not in report] == []
