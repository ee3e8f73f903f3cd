"""Dilemmas: one tab each, with its question, what every way out costs, what would tip it, and what to ask the group."""

import pytest

from coprod_core.commands import ChangeProcess
from coprod_core.indicators import lens_orders, readings
from coprod_core.indicators.dilemma_tipping import tipping_dials, tipping_rule
from coprod_core.model import Web
from coprod_ui import calculations, current, dilemmas_view, sentences
from coprod_ui.cases import GROUPS
from coprod_ui.dilemmas_view import feasible, sure
from coprod_ui.dilemmas_view.scene import DRAWS
from coprod_ui.strip import DILEMMAS
from coprod_ui.words import LANGUAGES, literal
from tests.core.test_large_front import crowd
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

both = pytest.mark.parametrize("language", LANGUAGES)
CASES = (*GROUPS["dilemmas"], "client_council")


def part(window: Window, dilemma: str, chosen: str) -> Window:
    """Opens a part of a dilemma, as a hand does."""
    return window.dilemma(dilemma).change(f"part_{dilemma}", chosen)


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
        "rules": sentences.rules_sentences(reading, web, words, digits),
    }
    for name, lines in said.items():
        window.dilemma(name)
        assert lines
        assert [line for line in lines if line not in window.text] == []


@both
@pytest.mark.parametrize("name", CASES)
def test_every_part_says_what_the_readings_say_of_it(open_case: OpenWindow, name: str, language: str) -> None:
    window = open_case(name, language, "dilemmas")
    web, words = window.web, window.words
    reading = readings(web)
    orders, dials = lens_orders(reading.weights), tipping_dials(reading.weights)
    said = {
        ("feasibility_inclusiveness", "tips"): sentences.tipping_invitations(reading, web, words, True),
        ("role", "orders"): sentences.orders(orders, words, True),
        ("role", "tips"): sentences.tipping_dials(reading.role, dials, words, True),
        ("rules", "source"): sentences.clashes_between_organisations(reading, web, words),
        ("rules", "tips"): sentences.tipping_rule(
            reading.rules, tipping_rule(reading.weights, reading.rules), web, words, True
        ),
        **{(dilemma, "questions"): sentences.questions(dilemma, reading, web, words) for dilemma in DILEMMAS},
    }
    for (dilemma, chosen), lines in said.items():
        text = part(window, dilemma, chosen).text
        assert lines
        assert [line for line in lines if line not in text] == []


@pytest.mark.parametrize("name", CASES)
def test_the_questions_of_a_case_stand_by_its_dilemma_or_by_all_where_it_has_none(
    open_case: OpenWindow, name: str
) -> None:
    window = open_case(name, screen="dilemmas")
    case = window.web.case
    for dilemma in DILEMMAS:
        text = part(window, dilemma, "questions").text
        asked = [literal(question) in text for question in case.questions]
        assert asked == [case.dilemma in (dilemma, "representing")] * len(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_web_with_nothing_in_it_says_in_every_part_what_to_do_next(open_web: OpenWindow, language: str) -> None:
    window = open_web(Web(title="Leeg"), language, "dilemmas")
    for dilemma, parts in dilemmas_view.PARTS.items():
        for chosen in parts:
            assert window.words(f"dilemma_screen.question_{dilemma}") in part(window, dilemma, chosen).text


def test_a_part_stays_open_when_the_language_changes(open_case: OpenWindow) -> None:
    window = part(open_case("sewer", screen="dilemmas"), "role", "orders").change("language", "en")
    assert window.value("part_role") == "orders"
    assert window.app.get_by_key("figure_orders").proto.alt.startswith("For each side")


def test_each_plan_says_who_can_live_with_it_and_who_carries_its_downsides(open_case: OpenWindow) -> None:
    window = part(open_case("sewer", screen="dilemmas"), "role", "plan")
    said = sentences.plan_sentences(readings(window.web), window.web, window.words, True)
    assert len(said) > 2
    for plan, lines in said.items():
        text = window.change("read_plan", plan).text
        assert all(line in text for line in lines)


@pytest.mark.parametrize(
    ("name", "chosen", "figures"),
    [
        ("feasibility_inclusiveness", "choice", ["plane"]),
        ("feasibility_inclusiveness", "tips", ["invited"]),
        ("role", "roles", ["roles"]),
        ("role", "orders", ["orders"]),
        ("role", "plans", ["plans", "shifted"]),
        ("role", "plan", ["burdens"]),
        ("role", "tips", ["dials"]),
        ("rules", "source", ["clash"]),
        ("rules", "tips", ["rule_dials"]),
    ],
)
def test_a_chart_has_words_for_who_cannot_see_it_and_a_table_on_request(
    open_case: OpenWindow, name: str, chosen: str, figures: list[str]
) -> None:
    window = part(open_case("sewer", screen="dilemmas"), name, chosen)
    for figure in figures:
        assert window.app.get_by_key(f"figure_{figure}").proto.alt
        window.open(f"table_{figure}")
    assert len(window.app.table) == len(figures)


def test_every_rule_has_a_balance_of_its_own(open_case: OpenWindow) -> None:
    window = open_case("prevention_team", screen="dilemmas").dilemma("rules")
    reading = readings(window.web)
    assert window.value("read_rule") == reading.rules.strongest
    for rule in window.web.rules:
        said = sentences.rule_balance(reading, window.web, rule.id, window.words, True)
        assert said in window.change("read_rule", rule.id).text


def test_clashes_are_those_between_organisations_until_asked_for_everyone(open_case: OpenWindow) -> None:
    window = part(open_case("sewer", screen="dilemmas"), "rules", "source")
    group = "Actiegroep van de straat"
    assert group not in window.app.get_by_key("figure_clash").proto.alt
    assert group in window.change("clash_everyone", True).app.get_by_key("figure_clash").proto.alt


# -- on request -----------------------------------------------------------------------------------------------------


def calculated(window: Window, what: str) -> Window:
    """Presses the button and comes back when the answer is there."""
    window.press(f"begin_{what}")
    found = calculations.of(window.meeting, what, window.web)
    assert found is not None
    found.wait()
    return window.run()


@both
@pytest.mark.parametrize("name", CASES)
def test_how_sure_we_are_is_told_of_all_three_once_asked(open_case: OpenWindow, name: str, language: str) -> None:
    window = part(open_case(name, language, "dilemmas"), "role", "sure")
    assert not window.shows("figure_tension_role")
    calculated(window, DRAWS)
    found = calculations.of(window.meeting, DRAWS, window.web)
    assert found is not None
    assert found.report.done == found.report.draws == sure.COUNT
    for dilemma in DILEMMAS:
        said = sentences.dilemma_certainty(found.report, dilemma, window.web, window.words, True)
        text = part(window, dilemma, "sure").text
        assert len(said) > 1
        assert [line for line in said if line not in text] == []


def test_the_bands_stay_on_the_picture_and_go_when_the_web_changes(open_case: OpenWindow) -> None:
    window = calculated(part(open_case("sewer", screen="dilemmas"), "role", "sure"), DRAWS)
    alone = window.go("web").go("dilemmas").dilemma("feasibility_inclusiveness")
    banded = alone.app.get_by_key("figure_tension_feasibility_inclusiveness").proto.alt
    current.store().append(window.meeting, ChangeProcess({"emphasis": 1.0}), seen=window.loaded.head)
    changed = window.run().app.get_by_key("figure_tension_feasibility_inclusiveness").proto.alt
    assert " tot " in banded
    assert " tot " not in changed
    assert part(window, "role", "sure").shows(f"begin_{DRAWS}")


def test_a_stopped_calculation_can_be_begun_again(open_web: OpenWindow) -> None:
    window = open_web(crowd(1, 12, 10, 3), screen="dilemmas")
    part(window, "role", "sure").press(f"begin_{DRAWS}")
    going = calculations.of(window.meeting, DRAWS, window.web)
    assert going is not None
    window.press(f"stop_{DRAWS}")
    going.wait()
    assert calculations.of(window.meeting, DRAWS, window.web) is None
    assert going.report is None or going.report.done < sure.COUNT
    assert window.run().shows(f"begin_{DRAWS}")


@both
@pytest.mark.parametrize(("candidates", "interests"), [(20, 10), (100, 20)])
def test_more_groups_than_can_be_tried_are_searched_on_request(
    open_web: OpenWindow, language: str, candidates: int, interests: int
) -> None:
    window = open_web(crowd(7, candidates, interests, 4, 0.2), language, "dilemmas")
    assert window.words("undefined.too_many_candidates") in window.text
    calculated(window, feasible.FRONT)
    found = calculations.of(window.meeting, feasible.FRONT, window.web)
    assert found is not None
    front = found.report
    said = sentences.feasible_or_inclusive(readings(window.web), window.web, window.words, True, front)
    assert [line for line in said if line not in window.text] == []
    assert window.words(f"say_feasible.{'exact' if front.exact else 'bounded'}") in window.text
    assert window.app.get_by_key("figure_large_front").proto.alt
    window.open("table_large_front")
    assert len(window.app.table[0].value) == len(front.points)
