"""Dilemmas: one tab each, with its question, what every way out costs, what would tip it, and what to ask the group."""

import re
from itertools import cycle

import pytest

from coprod_core.acts.commands import ChangeProcess
from coprod_core.indicators.dilemma_tipping import tipping_rule
from coprod_core.indicators.overview import readings
from coprod_core.indicators.role.orders import lens_orders
from coprod_core.indicators.rule_sides import sides_of
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.indicators.tables import tables
from coprod_core.web.model import Web
from coprod_ui.examples.cases import GROUPS
from coprod_ui.meeting import calculations, current
from coprod_ui.screens import dilemmas as dilemmas_view
from coprod_ui.screens.dilemmas import feasible, sure
from coprod_ui.screens.dilemmas.scene import DRAWS
from coprod_ui.sentences import best_plan as say_best
from coprod_ui.sentences import dilemma_certainty as say_dilemma_certainty
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.sentences import orders as say_orders
from coprod_ui.sentences import questions as say_questions
from coprod_ui.sentences import roles as say_roles
from coprod_ui.sentences import rule_sides as say_rule
from coprod_ui.sentences import strengthening as say_stronger
from coprod_ui.sentences import tables as say_tables
from coprod_ui.sentences import talking as say_talking
from coprod_ui.sentences import tipping as say_tipping
from coprod_ui.words import LANGUAGES, literal, of_100
from coprod_ui.words.plain_text import plain as plain_text
from tests.core.test_large_front import crowd
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

both = pytest.mark.parametrize("language", LANGUAGES)
CASES = (*GROUPS["dilemmas"], "client_council")
in_turn = pytest.mark.parametrize(("name", "language"), list(zip(CASES, cycle(LANGUAGES), strict=False)))
"""Every case, by turns in one of the languages."""


def part(window: Window, dilemma: str, chosen: str) -> Window:
    """Opens a part of a dilemma, as a hand does."""
    return window.dilemma(dilemma).change(f"part_{dilemma}", chosen)


def plain(sentence: str) -> str:
    """A sentence as a drawn page says it."""
    return " ".join(plain_text(sentence).split())


def test_the_first_dilemma_stands_open_on_arrival(small: Window) -> None:
    assert small.words("say_table.asks") in small.go("dilemmas").text


SAYS = {
    "feasibility_inclusiveness": "say_table.asks",
    "role": "look_role.question_plan",
    "rules": "say_rule.third_asked",
}
"""What each dilemma alone says first, whatever the web."""


@both
@pytest.mark.parametrize("name", DILEMMAS)
def test_a_tab_opens_with_what_it_says_first_and_the_others_stay_closed(
    open_case: OpenWindow, language: str, name: str
) -> None:
    window = open_case("sewer", language, "dilemmas").dilemma(name)
    assert [other for other, key in SAYS.items() if window.words(key) in window.text] == [name]
    assert window.value(f"part_{name}") is None
    assert window.shows(f"weigh_here_{name}")
    text = part(window, name, "questions").text
    assert literal(window.web.case.story) in text
    assert say_fixed.method_line(window.words) in text


@pytest.mark.parametrize("name", DILEMMAS)
def test_an_address_opens_one_dilemma_once(small: Window, name: str) -> None:
    small.app.query_params["d"] = name
    small.go("dilemmas")
    assert small.words(SAYS[name]) in small.text
    small.dilemma("rules")
    assert small.words(SAYS["rules"]) in small.text


@pytest.mark.parametrize("asked", ["nothing", "", "<script>", "x" * 3000])
def test_an_address_that_asks_for_no_dilemma_opens_the_first(small: Window, asked: str) -> None:
    small.app.query_params["d"] = asked
    assert small.words(SAYS["feasibility_inclusiveness"]) in small.go("dilemmas").text


@in_turn
def test_the_first_dilemma_says_for_whom_even_the_best_plan_is_hard_and_shows_the_tables(
    open_case: OpenWindow, name: str, language: str
) -> None:
    window = open_case(name, language, "dilemmas")
    web, words, read = window.web, window.words, readings(window.web)
    now, *beside = tables(read)
    best = say_best.even_the_best(read, web, words, True)
    assert [line for line in best if plain(line) not in window.text] == []
    for table in (now, *beside):
        cells = [
            say_tables.title(table, words),
            say_tables.who(table, table is beside[-1], read, web, words),
            say_tables.felt(table, words),
            *say_tables.unheard(table, web, words),
            say_tables.plan(table, now, words),
            say_tables.talk(table, now, words),
            say_tables.best(table, web, words),
            say_tables.hardest(table, web, words),
            say_tables.outside(table, web, words),
        ]
        assert [cell for cell in cells if plain(cell) not in window.text] == []
    assert words("say_table.brought_in") in window.text


def test_no_digit_of_fit_or_pace_stands_before_more(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="dilemmas")
    now = tables(readings(window.web))[0]
    shown = {of_100(now.fit), of_100(now.pace)}
    assert not [number for number in shown if re.search(rf"\b{number}\b", window.text)]
    assert f"({of_100(now.fit)} →" in part(window, "feasibility_inclusiveness", "plane").text


@in_turn
def test_every_role_says_where_it_leads_for_whom_that_is_hardest_and_what_is_lost(
    open_case: OpenWindow, name: str, language: str
) -> None:
    window = open_case(name, language, "dilemmas").dilemma("role")
    web, words, read = window.web, window.words, readings(window.web)
    role = read.role
    for way in role.plans:
        cells = [
            say_roles.leads_to(role, way, web, words),
            *say_roles.hardest(read, role, way, web, words),
            *(loss.said for loss in say_roles.losses(role, way, words, True)),
            say_roles.ownership(role, way, web, words),
            say_roles.whose_reading(role, way, words),
        ]
        assert [cell for cell in cells if plain(cell) not in window.text] == []
    assert words("look_role.fixed_order") in window.text


def test_the_own_reading_of_the_general_interest_is_an_act_and_leading_goes_by_it(open_case: OpenWindow) -> None:
    window = open_case("dog_fence", screen="dilemmas").dilemma("role")
    assert window.words("look_role.our_reading") in window.text
    window.change("own_reading", "fence")
    assert window.web.process.own_reading == "fence"
    assert readings(window.web).role.plans["lead"] == "fence"
    assert window.words("look_role.own_reading") in window.text
    window.change("own_reading", "")
    assert window.web.process.own_reading == ""


def test_who_answers_for_others_is_kept_in_the_frame_of_the_conditions(open_case: OpenWindow) -> None:
    window = open_case("dog_fence", screen="dilemmas").dilemma("role")
    window.change("answers_for_others", "de wijkregisseur")
    assert window.web.conditions.frame.answers_for == "de wijkregisseur"


def test_all_roles_at_one_plan_are_said_in_one_sentence(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="dilemmas").dilemma("role")
    role = readings(window.web).role
    (one,) = set(role.plans.values())
    said = window.words("look_role.same_plan", plan=literal(window.web.option_by_id[one].name))
    assert plain(said) in window.text


@in_turn
def test_each_rule_that_is_drawn_says_at_whose_expense_either_side_is(
    open_case: OpenWindow, name: str, language: str
) -> None:
    window = open_case(name, language, "dilemmas").dilemma("rules")
    web, words, read = window.web, window.words, readings(window.web)
    most = sorted(read.rules.rules, key=lambda id_: -read.rules.rules[id_].tension)[:2]
    for rule in (web.rule_by_id[id_] for id_ in most):
        sides = sides_of(read.weights, rule)
        cells = [
            *say_rule.at_the_expense("follow", sides.hindered, web, words),
            *say_rule.at_the_expense("deviate", sides.protected, web, words),
            say_rule.heaviest_for(sides.hindered, web, words),
            say_rule.room(rule, words),
            say_rule.third(read, rule, web, words),
        ]
        assert [cell for cell in cells if plain(cell) not in window.text] == []


@both
@pytest.mark.parametrize("digits", [True, False])
def test_the_sentences_behind_more_are_those_of_the_readings(
    open_case: OpenWindow, language: str, digits: bool
) -> None:
    window = open_case("prevention_team", language, "dilemmas").change("digits_dilemmas", digits)
    web, words = window.web, window.words
    reading = readings(web)
    said = {
        ("feasibility_inclusiveness", "tension"): [
            *say_dilemmas.feasible_or_inclusive(reading, web, words, digits),
            *say_stronger.stronger(reading, "feasibility_inclusiveness", web, words, digits),
        ],
        ("feasibility_inclusiveness", "plane"): say_tables.in_full(reading, tables(reading), web, words, digits),
        ("feasibility_inclusiveness", "talk"): say_talking.talk_first(reading, web, words),
        ("role", "tension"): [
            *say_dilemmas.role_sentences(reading, web, words, digits),
            *say_stronger.stronger(reading, "role", web, words, digits),
        ],
        ("role", "reckoned"): [
            " ".join(lines) for lines in say_dilemmas.ways_out(reading, web, words, digits).values()
        ],
        ("rules", "balances"): say_dilemmas.rules_sentences(reading, web, words, digits),
    }
    for (name, opened), lines in said.items():
        text = part(window, name, opened).text
        assert lines
        assert [line for line in lines if line not in text] == []


@in_turn
def test_every_part_says_what_the_readings_say_of_it(open_case: OpenWindow, name: str, language: str) -> None:
    window = open_case(name, language, "dilemmas")
    web, words = window.web, window.words
    reading = readings(web)
    orders = lens_orders(reading.weights)
    said = {
        ("feasibility_inclusiveness", "tips"): say_tipping.tipping_invitations(reading, web, words, True),
        ("role", "orders"): say_orders.orders(orders, words, True),
        ("rules", "source"): say_dilemmas.clashes_between_organisations(reading, web, words),
        ("rules", "tips"): say_tipping.tipping_rule(
            reading.rules, tipping_rule(reading.weights, reading.rules), web, words, True
        ),
        **{(dilemma, "questions"): say_questions.questions(dilemma, reading, web, words) for dilemma in DILEMMAS},
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
            assert window.words("dilemma_screen.more") in part(window, dilemma, chosen).text


def test_a_part_stays_open_when_the_language_changes(open_case: OpenWindow) -> None:
    window = part(open_case("sewer", screen="dilemmas"), "role", "orders").change("language", "en")
    assert window.value("part_role") == "orders"
    assert window.app.get_by_key("figure_orders").proto.alt.startswith("For each side")


@pytest.mark.parametrize(
    ("name", "chosen", "figures"),
    [
        ("feasibility_inclusiveness", "plane", ["plane"]),
        ("feasibility_inclusiveness", "tension", ["tension_feasibility_inclusiveness"]),
        ("feasibility_inclusiveness", "tips", ["invited"]),
        ("role", "reckoned", ["roles"]),
        ("role", "orders", ["orders"]),
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
    window = part(open_case("prevention_team", screen="dilemmas"), "rules", "balances")
    reading = readings(window.web)
    assert window.value("read_rule") == reading.rules.strongest
    for rule in window.web.rules:
        said = say_dilemmas.rule_balance(reading, window.web, rule.id, window.words, True)
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


@pytest.mark.slow
@in_turn
def test_how_sure_we_are_is_told_of_all_three_once_asked(open_case: OpenWindow, name: str, language: str) -> None:
    window = part(open_case(name, language, "dilemmas"), "role", "sure")
    assert not window.shows("figure_tension_role")
    calculated(window, DRAWS)
    found = calculations.of(window.meeting, DRAWS, window.web)
    assert found is not None
    assert found.report.done == found.report.draws == sure.COUNT
    for dilemma in DILEMMAS:
        said = say_dilemma_certainty.dilemma_certainty(found.report, dilemma, window.web, window.words, True)
        text = part(window, dilemma, "sure").text
        assert len(said) > 1
        assert [line for line in said if line not in text] == []


def test_the_bands_stay_on_the_picture_and_go_when_the_web_changes(open_case: OpenWindow) -> None:
    window = calculated(part(open_case("sewer", screen="dilemmas"), "role", "sure"), DRAWS)
    alone = part(window.go("web").go("dilemmas"), "feasibility_inclusiveness", "tension")
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
    part(window, "feasibility_inclusiveness", "tension")
    assert window.words("undefined.too_many_candidates") in window.text
    calculated(part(window, "feasibility_inclusiveness", "plane"), feasible.FRONT)
    found = calculations.of(window.meeting, feasible.FRONT, window.web)
    assert found is not None
    front = found.report
    assert window.app.get_by_key("figure_large_front").proto.alt
    window.open("table_large_front")
    assert len(window.app.table[0].value) == len(front.points)
    part(window, "feasibility_inclusiveness", "tension")
    said = say_dilemmas.feasible_or_inclusive(readings(window.web), window.web, window.words, True, front)
    assert [line for line in said if line not in window.text] == []
    assert window.words(f"say_feasible.{'exact' if front.exact else 'bounded'}") in window.text


def test_a_third_plan_named_beside_the_rules_joins_the_plans(small: Window) -> None:
    small.go("dilemmas").dilemma("rules")
    small.change(small.draft("third_plan", "name"), "Melden zonder namen")
    assert [plan.name for plan in small.web.options][-1] == "Melden zonder namen"
    assert small.value(small.draft("third_plan", "name")) == ""
