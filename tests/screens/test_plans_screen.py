"""Plans, party by party: the table of marks, who loses what by the plan that is chosen, and what stands behind it."""

import re

import pytest

from coprod_core.acts.commands import ChangeOption
from coprod_core.indicators import marks
from coprod_core.indicators.overview import readings
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Option, Web
from coprod_ui.examples.cases import GROUPS
from coprod_ui.sentences import best_plan as say_best
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.sentences import marks as say_marks
from coprod_ui.sentences import plans as say_plans
from coprod_ui.words import LANGUAGES, html_text
from coprod_ui.words.plain_text import plain
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

both = pytest.mark.parametrize("language", LANGUAGES)


def plans_of(window: Window) -> str:
    (drawn,) = window.dilemma("plans").drawings
    return drawn


@both
@pytest.mark.parametrize("name", ["sewer", "dog_fence", "prevention_team"])
def test_the_table_has_the_mark_of_every_party_for_every_plan_in_words(
    open_case: OpenWindow, name: str, language: str
) -> None:
    window = open_case(name, language, "dilemmas")
    drawn, web, words = plans_of(window), window.web, window.words
    found = marks.of(readings(web))
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", drawn, re.DOTALL)[1:]
    assert len(rows) == len(web.actors)
    for row, id_ in zip(rows, say_marks.in_rows(readings(web), web), strict=True):
        assert html_text(web.actor_by_id[id_].name) in row
        said = [re.sub("<[^>]*>", "", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        expected = [
            words.choice("plan_look.mark", plan.parties[id_].mark) + "*" * plan.parties[id_].partly_unknown
            for plan in found.values()
        ]
        assert said == expected
    assert drawn.count('scope="col"') == len(web.options)
    assert drawn.count('scope="row"') == len(web.actors)


@both
def test_even_the_best_plan_is_said_first_and_that_plan_is_the_one_chosen(open_case: OpenWindow, language: str) -> None:
    window = open_case("sewer", language, "dilemmas")
    drawn = plans_of(window)
    (first,) = say_best.even_the_best(readings(window.web), window.web, window.words, True)
    assert plain(first) in window.text
    assert all(plain(line) in window.text for line in say_fixed.fixed_lines(window.web, window.words, brief=True))
    assert re.findall(r'data-shows="([^"]*)" aria-pressed="true"', drawn) == ["pipes_and_pump"]
    assert re.findall(r'<section data-shown="([^"]*)">', drawn) == ["pipes_and_pump"]


def test_each_plan_says_who_loses_what_and_who_bears_its_downsides(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="dilemmas")
    web, words, reading = window.web, window.words, readings(window.web)
    text = window.dilemma("plans").text
    for id_, found in marks.of(reading).items():
        lost = [said for _, said in say_marks.losers(found, web, words)]
        lines = [*lost, *say_marks.bearing(reading, web, id_, words, True)]
        assert [line for line in lines if plain(line) not in text] == []


def test_a_hole_is_told_with_its_interest_and_what_else_is_missing(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="dilemmas")
    web = ChangeOption("pipes", {"effects": {"dry_basements": 0.5}}).applied_to(window.web)
    found = say_plans.hole(readings(web), web, "pipes", window.words)
    assert found.startswith("Wat het plan ‘Pijpen vervangen’ doet voor het belang ‘")
    assert found.endswith("andere belangen.")
    assert say_plans.hole(readings(web), web, "own_plan", window.words) is None


def test_a_plan_ruled_out_comes_last_and_says_so(open_case: OpenWindow, open_web: OpenWindow) -> None:
    web = ChangeOption("do_nothing", {"barred": True}).applied_to(open_case("sewer").web)
    window = open_web(web, "nl", "dilemmas")
    drawn = plans_of(window)
    heads = re.findall(r'data-shows="([^"]*)"', drawn)
    assert heads[-1] == "do_nothing"
    assert window.words("plan_look.barred") in drawn


def test_of_a_group_of_which_nothing_is_known_the_table_says_so(small_web: Web, store: Store) -> None:
    silent = Actor("new", "Nieuwkomers", "citizens", people=9)
    window = Window(store.begin(_with(small_web, silent)), screen="dilemmas")
    row = next(row for row in re.findall(r"<tr[^>]*>(.*?)</tr>", plans_of(window), re.DOTALL) if "Nieuwkomers" in row)
    assert window.words("plan_look.mark.unknown") in row


def _with(web: Web, actor: Actor) -> Web:
    return Web(
        title=web.title, actors=(*web.actors, actor), interests=web.interests, stakes=web.stakes, options=web.options
    )


@both
def test_without_a_plan_there_is_no_table(open_web: OpenWindow, language: str) -> None:
    window = open_web(Web(title="Leeg"), language, "dilemmas").dilemma("plans")
    assert window.drawings == []
    assert window.words("plan_look.caption") in window.text


def test_names_of_people_are_text_in_the_table(small_web: Web, store: Store) -> None:
    web = Web(actors=(Actor("x", "<b>x</b>", "citizens", 3),), options=(Option("p", "<i>p</i> *q*", 0.5, {}),))
    drawn = plans_of(Window(store.begin(web), screen="dilemmas"))
    assert "<b>x</b>" not in drawn
    assert "<i>p</i>" not in drawn
    assert "&lt;i&gt;p&lt;/i&gt; *q*" in drawn


@pytest.mark.parametrize(("chosen", "figure"), [("accepts", "plans"), ("shifted", "shifted"), ("burdens", "burdens")])
def test_figures_open_on_request_with_words_for_who_cannot_see_them(
    open_case: OpenWindow, chosen: str, figure: str
) -> None:
    window = open_case("sewer", screen="dilemmas").dilemma("plans")
    assert not window.shows(f"figure_{figure}")
    window.change_state("plans_more", chosen)
    assert window.app.get_by_key(f"figure_{figure}").proto.alt
    window.open(f"table_{figure}")
    assert len(window.app.table) == 1


@both
@pytest.mark.parametrize("name", sorted({name for names in GROUPS.values() for name in names}))
def test_no_sentence_says_nobody_or_everyone_without_saying_as_far_as_we_know(
    open_case: OpenWindow, name: str, language: str
) -> None:
    window = open_case(name, language, "dilemmas")
    found, web, words = readings(window.web), window.web, window.words
    start = {"nl": "Voor zover wij weten", "en": "As far as we know"}[language]
    for id_ in marks.of(found):
        said = say_marks.no_losers(found, id_, words)
        assert not re.search(r"\b(geen|niemand|no|nobody)\b", said) or said.startswith(start)
    assert say_marks.headline(found, web, words, False)
