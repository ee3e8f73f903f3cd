"""Which column of a table is what: what is guessed, what is asked, and what a map on the command line says."""

import io
import json
from pathlib import Path

import openpyxl
import pytest

from coprod_core.__main__ import main
from coprod_core.exchange import FORMATS, Choices, format_of, register_notes
from coprod_core.exchange.amounts import decimal_in, is_ambiguous, number_in
from coprod_core.exchange.matching import Matching, guessed, has_commas, scale_is_asked
from coprod_core.exchange.text_tables import sheet_in
from coprod_core.files.json_file import FileError
from coprod_core.web.model import Actor, Web


def matching(text: str) -> Matching:
    return guessed(sheet_in(text))


def roles(text: str) -> dict[str, str]:
    found = matching(text)
    return dict(zip(found.titles, found.roles, strict=True))


def web_of(text: str, found: Matching | None = None) -> Web:
    return FORMATS["table"].read(text.encode(), "x", Choices(matching=found)).web


# -- guessing -------------------------------------------------------------------------------------------------------


def test_a_register_with_all_that_civil_servants_keep_is_matched_by_its_titles() -> None:
    heading = "Stakeholder;Rol;Belang;Invloed (1-5);Houding;Vertrouwen;Strategie;Contactpersoon;Aantal mensen;Plekken"
    row = "Bewoners;ervaart hinder;rust in de straat;4;tegen;laag;informeren;J. Jansen;60;2"
    assert roles(f"{heading}\n{row}\n") == {
        "Stakeholder": "party",
        "Rol": "role",
        "Belang": "interest",
        "Invloed (1-5)": "power",
        "Houding": "attitude",
        "Vertrouwen": "trust",
        "Strategie": "strategy",
        "Contactpersoon": "",
        "Aantal mensen": "people",
        "Plekken": "seats",
    }


@pytest.mark.parametrize("values", [("hoog", "laag"), ("High", "Medium"), ("4", "2"), ("++", "-")])
def test_high_and_low_under_interest_are_how_concerned_somebody_is(values: tuple[str, str]) -> None:
    assert roles(f"party;interest\nA;{values[0]}\nB;{values[1]}\n")["interest"] == "concern"


def test_the_name_of_a_person_is_not_the_party_where_an_organisation_stands_beside_it() -> None:
    assert roles("Naam;Organisatie\nJ. Jansen;Waterschap\n") == {"Naam": "", "Organisatie": "party"}
    assert roles("Naam;Rol\nWaterschap;beslist\n")["Naam"] == "party"


def test_words_for_and_against_in_a_column_of_any_name_are_an_attitude_and_never_a_position() -> None:
    found = roles("partij;belang;Wat vinden zij\nA;rust;voor\nB;rust;tegen\n")
    assert found["Wat vinden zij"] == "attitude"


def test_against_stays_against_where_a_column_says_the_position() -> None:
    web = web_of("partij;belang;standpunt\nA;rust;tegen\nB;rust;voor\nC;rust;neutraal\n")
    assert [stake.position for stake in web.stakes] == [-1, 1, 0]


def test_lists_in_a_cell_are_parted_and_commas_only_where_a_person_says_so() -> None:
    assert len(web_of("partij;belang\nA;rust | groen\n").interests) == 2
    text = "partij;belang\nA;rust, groen\n"
    sheet = sheet_in(text)
    found = guessed(sheet)
    assert has_commas(sheet, found)
    assert [interest.name for interest in web_of(text, found).interests] == ["rust, groen"]
    parted = found.adjusted(found.roles, commas=True)
    assert [interest.name for interest in web_of(text, parted).interests] == ["rust", "groen"]


def test_a_role_that_one_column_can_have_stays_with_the_first() -> None:
    found = matching("a;b\n1;2\n").adjusted(["party", "party"])
    assert found.roles == ("party", "")
    assert matching("a;b\n1;2\n").adjusted(["own_label", "own_label"]).roles == ("own_label", "own_label")


def test_a_column_that_a_person_wants_kept_stands_in_the_notes_under_its_own_title() -> None:
    text = "partij;Opmerking: kort\nA;belt vaak\n"
    found = matching(text)
    assert web_of(text, found.adjusted(["party", "own_label"])).actors[0].notes == "Opmerking kort: belt vaak"


# -- numbers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1.250", ",", 1250),
        ("1.250", ".", 1.25),
        ("1,250", ".", 1250),
        ("1.250,5", "", 1250.5),
        ("1,250.5", "", 1250.5),
        ("1.250.000", "", 1_250_000),
        ("1 250", "", 1250),
        ("0.750", "", 0.75),
        ("12,5", "", 12.5),
        ("-0,5", "", -0.5),
        ("60", "", 60),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, decimal, number: float) -> None:
    assert number_in(text, "A1", decimal) == number


@pytest.mark.parametrize("text", ["1.250", "1,250", "12.000"])
def test_a_number_that_can_be_two_is_refused_with_its_place(text: str) -> None:
    assert is_ambiguous(text)
    with pytest.raises(FileError) as refused:
        number_in(text, "B2")
    assert (refused.value.faults[0].code, refused.value.faults[0].place) == ("ambiguous_number", "B2")


@pytest.mark.parametrize("text", ["x", "", "1.2.3", "1,25,0", "1.25,0,0", "--1"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(FileError):
        number_in(text, "B2")


def test_only_numbers_that_agree_show_which_sign_is_decimal() -> None:
    assert decimal_in(["0,75", "1.250"]) == ","
    assert decimal_in(["0,75", "0.5"]) == ""
    assert decimal_in(["1.250", "60"]) == ""


def test_what_a_weight_can_be_tells_its_readings_apart() -> None:
    assert web_of("partij,belang,gewicht\nA,rust,0.125\nB,rust,1.000\n").stakes[1].weight == 1


def test_a_weight_on_a_scale_of_its_own_is_asked_and_then_divided() -> None:
    text = "partij;belang;gewicht\nA;rust;4\nB;rust;5\n"
    sheet = sheet_in(text)
    assert scale_is_asked(sheet, guessed(sheet))
    with pytest.raises(FileError) as refused:
        web_of(text)
    assert (refused.value.code, refused.value.faults[0].place) == ("scale_unknown", "C2")
    found = guessed(sheet)
    said = found.adjusted(found.roles, largest_weight=5)
    assert [stake.weight for stake in web_of(text, said).stakes] == [0.8, 1]


# -- notes of a party -----------------------------------------------------------------------------------------------


def test_labelled_lines_read_back_as_what_they_say() -> None:
    notes = "Wonen aan het water.\nmacht: hoog\nattitude: against\nOpmerking: x"
    assert register_notes.read(notes) == {"power": "hoog", "attitude": "against"}


def test_the_same_register_brought_in_again_replaces_its_lines_and_leaves_what_people_wrote() -> None:
    web = Web(actors=(Actor("a", "Bewoners", "citizens", notes="Wonen aan het water.\nstrategie: bellen"),))
    after = FORMATS["table"].read(b"partij;strategie;betrokkenheid\nBewoners;schrijven;hoog\n").onto(web)
    assert after.actors[0].notes.splitlines() == ["Wonen aan het water.", "strategie: schrijven", "betrokkenheid: hoog"]


def test_what_an_earlier_import_kept_in_notes_stays_there_beside_the_fields_of_the_power_map() -> None:
    web = Web(actors=(Actor("a", "Bewoners", "citizens", notes="Wonen aan het water.\nmacht: laag"),))
    after = FORMATS["table"].read(b"partij;macht;strategie\nBewoners;hoog;bellen\n").onto(web).actors[0]
    assert after.notes.splitlines() == ["Wonen aan het water.", "macht: laag", "strategie: bellen"]
    assert after.power == "much"


# -- on the command line --------------------------------------------------------------------------------------------


def converted(folder: Path, table: str, said: object) -> int:
    (folder / "buurt.csv").write_text(table, "utf-8")
    (folder / "map.json").write_text(json.dumps(said), "utf-8")
    files = [str(folder / "buurt.csv"), "--map", str(folder / "map.json"), "--out", str(folder / "made")]
    return main(["convert", *files, "--to", "web", "--replace"])


def test_a_map_says_which_column_is_what(tmp_path: Path) -> None:
    said = {"columns": {"Wie": "party", "Wat": "interest", "Punten": "weight"}, "largest_weight": 10}
    assert converted(tmp_path, "Wie;Wat;Punten;Belang\nBuren;rust;5;groot\n", said) == 0
    web = FORMATS["web"].read((tmp_path / "made" / "buurt.json").read_bytes()).web
    assert [(stake.weight, web.interests[0].name) for stake in web.stakes] == [(0.5, "rust")]


@pytest.mark.parametrize(
    "said",
    [
        {"column": {}},
        {"columns": {"Wie": "boss"}},
        {"columns": {"Niet daar": "party"}},
        {"decimal": ";"},
        {"largest_weight": 0},
        {"sheet": "Blad9"},
        {"commas": "ja"},
        [],
    ],
)
def test_a_map_that_cannot_be_is_refused(tmp_path: Path, said: object, capsys) -> None:
    assert converted(tmp_path, "Wie;Wat\nBuren;rust\n", said) == 2
    assert capsys.readouterr().err


def test_a_map_names_the_parties_of_a_network_without_direction(tmp_path: Path) -> None:
    network = Path(__file__).parents[1] / "samples" / "field" / "k18_undirected.graphml"
    (tmp_path / "map.json").write_text('{"parties": ["bewoners", "CAFÉ"]}', "utf-8")
    ask = ["convert", str(network), "--map", str(tmp_path / "map.json"), "--to", "web", "--out", str(tmp_path)]
    assert main(ask) == 0
    web = FORMATS["web"].read((tmp_path / "k18_undirected.json").read_bytes()).web
    assert [actor.name for actor in web.actors] == ["Bewoners", "Café"]


# -- out ------------------------------------------------------------------------------------------------------------


def test_a_table_for_a_dutch_spreadsheet_has_semicolons_and_commas_and_reads_back(tmp_path: Path) -> None:
    (tmp_path / "buurt.csv").write_text("partij;belang;gewicht\nA;rust;0,75\n", "utf-8")
    out = ["--out", str(tmp_path / "made"), "--to", "table", "--decimal", "comma"]
    assert main(["convert", str(tmp_path / "buurt.csv"), *out]) == 0
    made = (tmp_path / "made" / "buurt.csv").read_bytes()
    assert made.startswith(b"\xef\xbb\xbfparty;sphere;")
    assert b";0,75;" in made
    assert [stake.weight for stake in format_of(made).read(made).web.stakes] == [0.75]


# -- spreadsheets ---------------------------------------------------------------------------------------------------


def test_the_sheet_that_names_most_columns_is_read_and_the_others_are_named() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Uitleg"
    book.active.append(["Dit is de lijst van 2026"])
    sheet = book.create_sheet("Lijst")
    for row in (["Partij", "Belang"], ["Bewoners", "rust"]):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    found = FORMATS["workbook"].read(content.getvalue())
    assert [actor.name for actor in found.web.actors] == ["Bewoners"]
    assert {note.code: note.params.get("names") for note in found.notes}["sheets_not_read"] == ("Uitleg",)


def test_a_formula_is_refused_only_where_its_column_is_used() -> None:
    book = openpyxl.Workbook()
    for row in (["Partij", "Mensen", "Som"], ["Bewoners", 3, "=1+1"]):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    assert FORMATS["workbook"].read(content.getvalue()).web.actors[0].people == 3
    book.active["B2"] = "=1+1"
    content = io.BytesIO()
    book.save(content)
    with pytest.raises(FileError) as refused:
        FORMATS["workbook"].read(content.getvalue())
    assert (refused.value.code, refused.value.faults[0].place) == ("formula", "Sheet!B2")
