"""Who lives here: figures from a file, people at the table keyed in, what is said of both, and quotas out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_core.indicators.representation import for_the_room, representation
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Web
from coprod_ui.charts.representation import representation_chart
from coprod_ui.report.account import account_of_web
from coprod_ui.report.document import Chart, Table
from coprod_ui.report.on_paper import as_svg, on_paper
from coprod_ui.report.sections import document
from coprod_ui.sentences import representation as say_representation
from coprod_ui.words import LANGUAGES, words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

SAMPLES = Path(__file__).parents[1] / "samples"
POPULATION = (
    Headcount("Leeftijd", "tot 25", 555, 0),
    Headcount("Leeftijd", "25 tot 65", 1150, 9),
    Headcount("Leeftijd", "65 en ouder", 280, 3),
    Headcount("Woning", "huur", 820),
    Headcount("Woning", "koop", 300),
)


@pytest.fixture
def people(open_web: OpenWindow, small_web: Web) -> Window:
    """The tab, in a meeting that knows who lives here."""
    return open_web(_with(small_web, POPULATION), screen="gap").gap("people")


def _with(web: Web, population: tuple[Headcount, ...]) -> Web:
    return replace(web, population=population)


@pytest.fixture
def none_yet(small: Window) -> Window:
    """The tab, in a meeting without figures."""
    return small.go("gap").gap("people")


def uploaded(window: Window, name: str, content: bytes | None = None) -> Window:
    window.app.file_uploader(key=window.draft("figures", "file")).upload(
        name, content or (SAMPLES / name).read_bytes(), "text/csv"
    )
    return window.run()


def chosen(window: Window, **said: object) -> Window:
    """Chooses what to take of the file."""
    for field, value in said.items():
        window.change(window.draft("figures", field), value)
    return window


# -- from a file ----------------------------------------------------------------------------------------------------


def test_a_table_is_looked_at_first_and_then_taken_over_as_one_act(none_yet: Window) -> None:
    before = none_yet.web
    uploaded(none_yet, "population.csv")
    assert "Leeftijd" in none_yet.text
    assert none_yet.web == before
    none_yet.press("people_take")
    assert [held.value for held in none_yet.web.population] == ["tot 25", "25 tot 65", "65 en ouder", "huur", "koop"]
    assert none_yet.words("undefined.table_not_counted") in none_yet.text
    none_yet.press("undo")
    assert none_yet.web == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_of_cbs_is_searched_for_a_region_and_its_columns_are_chosen(
    open_web: OpenWindow, small_web: Web, language: str
) -> None:
    window = open_web(small_web, language, "gap").gap("people")
    uploaded(window, "cbs_statline.csv")
    chosen(window, search="kade buurt", columns_tenure=[])
    window.press("people_take")
    say = words(language)
    found = {held.kind: held.count for held in window.web.population}
    assert found[say("people_features.age"), say("people_values.from_15")] == 315
    assert {feature for feature, _ in found} == {say("people_features.age"), say("people_features.household")}
    assert "De Kade BU99980101" in window.web.population[0].source


def test_what_is_secret_in_a_region_is_named(none_yet: Window) -> None:
    chosen(uploaded(none_yet, "cbs_statline.csv"), search="dijk")
    assert "k\\_0Tot15Jaar\\_8" in none_yet.text


def test_columns_of_the_file_make_a_feature_of_ones_own(none_yet: Window) -> None:
    chosen(uploaded(none_yet, "cbs_kwb.csv"), search="kade", own_feature="Wie")
    chosen(none_yet, own_columns=["a_man", "a_vrouw"]).press("people_take")
    assert Headcount("Wie", "a_man", 980, source="CBS, De Kade BU99980101 (aantallen uit het bestand)") in (
        none_yet.web.population
    )


def test_a_region_that_is_not_there_is_said_to_be_not_there(none_yet: Window) -> None:
    chosen(uploaded(none_yet, "cbs_kwb.csv"), search="Timboektoe")
    assert none_yet.words("people_file.no_region") in none_yet.text
    assert not none_yet.shows("people_take")


def test_a_file_that_is_refused_says_where_and_changes_nothing(none_yet: Window) -> None:
    before = none_yet.web
    uploaded(none_yet, "x.csv", b"feature,value,count\na,b,many\n")
    assert none_yet.words("people_file.refused") in none_yet.text
    assert "x\\.csv, 2, count" in none_yet.text
    assert none_yet.web == before


def test_new_figures_keep_what_was_counted_at_the_table(people: Window) -> None:
    people.press("people_open_file")
    uploaded(people, "population.csv")
    people.press("people_take")
    assert [held.table for held in people.web.population] == [0, 9, 3, None, None]
    assert people.shows("figure_people")


def test_the_figures_are_taken_away_and_come_back_with_undo(people: Window) -> None:
    people.press("people_remove")
    assert people.web.population == ()
    assert people.words("people_screen.intro") in people.text
    people.press("undo")
    assert people.web.population == POPULATION


# -- at the table ---------------------------------------------------------------------------------------------------


def test_who_is_at_the_table_is_keyed_in_value_by_value(people: Window) -> None:
    people.change("people_feature", "Woning").change("at_table_Woning_huur", 7).change("at_table_Woning_koop", 5)
    assert [held.table for held in people.web.population[3:]] == [7, 5]
    assert people.words("say_people.fewer", values="*huur*") in people.text
    people.change("at_table_Woning_huur", None)
    assert people.web.population[3].table is None


def test_half_a_person_is_refused_and_the_field_goes_back(people: Window) -> None:
    people.change("at_table_Leeftijd_tot 25", 1.5)
    assert people.web.population == POPULATION
    assert people.told
    assert people.value("at_table_Leeftijd_tot 25") == 0


def test_small_numbers_are_left_out_until_one_asks_for_them(people: Window) -> None:
    (age, _) = representation(people.web)
    for_room, whole = (
        say_representation.representation_sentences(found, people.words, True) for found in (for_the_room(age), age)
    )
    assert for_room != whole
    assert all(sentence in people.text for sentence in for_room)
    people.change("people_for_room", False)
    assert all(sentence in people.text for sentence in whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_words_and_table_tell_the_same_and_hide_the_same(language: str) -> None:
    say = words(language)
    (age, _) = representation(Web(population=POPULATION))
    hidden = for_the_room(age)
    table = representation_chart(hidden, say, True, False).table()
    column = table[say("people_charts.share_table")].tolist()
    assert column == [say("people_charts.nobody"), say("people_charts.hidden"), say("people_charts.hidden")]
    texts = representation_chart(hidden, say, True, False).figure.data[1].text
    assert list(texts) == column
    assert "75" not in representation_chart(hidden, say, True, False).alt
    assert "75" in representation_chart(age, say, True, False).alt


def test_the_picture_has_words_for_who_cannot_see_it_and_a_table_on_request(people: Window) -> None:
    assert people.app.get_by_key("figure_people").proto.alt
    people.open("table_people")
    assert len(people.app.table) == 1


def test_nothing_is_added_up_over_features_and_what_interests_are_missing_stands_beside(people: Window) -> None:
    assert "stevige fundering" in people.text.lower().split(people.words("people_screen.beside").lower())[1]


def test_without_a_gap_the_figures_are_there_all_the_same(open_web: OpenWindow) -> None:
    window = open_web(Web(title="Leeg", population=POPULATION), screen="gap")
    assert window.shows("figure_people")


# -- quotas ---------------------------------------------------------------------------------------------------------


def test_quotas_follow_from_seats_room_and_features_that_one_chooses(people: Window) -> None:
    people.open("quotas")
    for field, value in {"seats": 20, "room": 0, "features": ["Woning"]}.items():
        people.change(people.draft("quotas", field), value)
    (table,) = people.app.table
    rows = table.value.reset_index().values.tolist()
    assert rows == [["Woning", "huur", 14, 15], ["Woning", "koop", 5, 6]]


# -- in a report ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_tells_who_lives_here_and_no_small_number_of_who_was_there(small_web: Web, language: str) -> None:
    web, made = _with(small_web, POPULATION), date(2026, 11, 22)
    without, blocks = (
        list(document(account_of_web(web, words(language), made, digits=digits)).blocks()) for digits in (False, True)
    )
    charts_named = {block.name: block for block in blocks if isinstance(block, Chart)}
    assert {"people_0", "people_1"} <= charts_named.keys()
    assert "<svg" in as_svg(on_paper(charts_named["people_0"].drawn))
    tables = [
        block
        for block in without
        if isinstance(block, Table) and words(language)("people_charts.value") in block.header
    ]
    assert [row[-1] for row in tables[0].rows] == [
        words(language)(f"people_charts.{said}") for said in ("nobody", "hidden", "hidden")
    ]
