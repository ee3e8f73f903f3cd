"""Dilemmas: one tab each, with its question, its story, what every way out costs and what makes it stronger."""

import pytest

from coprod_core.indicators import readings
from coprod_ui import sentences
from coprod_ui.strip import DILEMMAS
from coprod_ui.words import LANGUAGES, literal
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

both = pytest.mark.parametrize("language", LANGUAGES)


@both
@pytest.mark.parametrize("name", DILEMMAS)
def test_a_tab_opens_with_its_question_and_the_story_and_the_others_stay_closed(
    open_case: OpenWindow, language: str, name: str
) -> None:
    window = open_case("sewer", language, "dilemmas").dilemma(name)
    questions = {other: window.words(f"dilemma_screen.question_{other}") for other in DILEMMAS}
    assert [other for other, question in questions.items() if question in window.text] == [name]
    assert literal(window.web.case.story) in window.text
    for sentence in sentences.stronger(readings(window.web), name, window.words, True):
        assert sentence in window.text
    assert sentences.method_line(window.words) in window.text


def test_the_first_dilemma_stands_open_on_arrival(small: Window) -> None:
    assert small.words("dilemma_screen.question_feasibility_inclusiveness") in small.go("dilemmas").text


@pytest.mark.parametrize("name", DILEMMAS)
def test_an_address_opens_one_dilemma_once(small: Window, name: str) -> None:
    small.app.query_params["d"] = name
    small.go("dilemmas")
    assert small.words(f"dilemma_screen.question_{name}") in small.text
    small.dilemma("rules")
    assert small.words("dilemma_screen.question_rules") in small.text


@pytest.mark.parametrize("asked", ["nothing", "", "<script>", "x" * 3000])
def test_an_address_that_asks_for_no_dilemma_opens_the_first(small: Window, asked: str) -> None:
    small.app.query_params["d"] = asked
    assert small.words("dilemma_screen.question_feasibility_inclusiveness") in small.go("dilemmas").text


@both
@pytest.mark.parametrize("digits", [True, False])
def test_the_sentences_are_those_of_the_readings(open_case: OpenWindow, language: str, digits: bool) -> None:
    window = open_case("prevention_team", language, "dilemmas").change("digits_dilemmas", digits)
    web, words = window.web, window.words
    reading = readings(web)
    said = {
        "feasibility_inclusiveness": sentences.feasible_or_inclusive(reading, web, words, digits),
        "role": [
            *sentences.role_sentences(reading, web, words, digits),
            *(" ".join(lines) for lines in sentences.ways_out(reading, web, words, digits).values()),
        ],
        "rules": [sentences.rule_balance(reading, web, rule.id, words, digits) for rule in web.rules],
    }
    for name, lines in said.items():
        window.dilemma(name)
        assert lines
        assert [line for line in lines if line not in window.text] == []


def test_each_plan_says_who_can_live_with_it_and_who_carries_its_downsides(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="dilemmas").dilemma("role")
    said = sentences.plan_sentences(readings(window.web), window.web, window.words, True)
    assert len(said) > 2
    for plan, lines in said.items():
        assert " ".join(lines) in window.change("read_plan", plan).text


@pytest.mark.parametrize(("name", "figures"), [("feasibility_inclusiveness", ["plane"]), ("role", ["roles", "plans"])])
def test_a_chart_has_words_for_who_cannot_see_it_and_a_table_on_request(
    open_case: OpenWindow, name: str, figures: list[str]
) -> None:
    window = open_case("sewer", screen="dilemmas").dilemma(name)
    for figure in figures:
        assert window.app.get_by_key(f"figure_{figure}").proto.alt
        window.open(f"table_{figure}")
    assert len(window.app.table) == len(figures)


def test_every_rule_has_a_balance_of_its_own(open_case: OpenWindow) -> None:
    window = open_case("prevention_team", screen="dilemmas").dilemma("rules")
    for rule in window.web.rules:
        assert literal(rule.name) in window.text
