"""Files of the kinds that people really keep, one small file per kind, and what each of them brings."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from coprod_core.__main__ import main
from coprod_core.exchange import FORMATS, Card, Choices, format_of, polis_export, polis_files
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.cbs import CbsFile, Choice, headcounts
from coprod_core.exchange.note_text import line
from coprod_core.files import web_file
from coprod_core.files.json_file import FileError
from coprod_core.web.model import Actor, Interest, Stake, Web

CARD = Card(datetime(2026, 3, 4, tzinfo=UTC))
TESTS = Path(__file__).parents[1]
FIELD = TESTS / "samples" / "field"


def brought(name: str, choices: Choices | None = None) -> Brought:
    content = (FIELD / name).read_bytes()
    kind = format_of(content)
    found = kind.read(content, "Bestand") if choices is None else kind.read(content, "Bestand", choices)
    _ = found.web
    return found


def parties(found: Brought) -> list[str]:
    return [actor.name for actor in found.web.actors]


def interests(found: Brought) -> list[str]:
    return [interest.name for interest in found.web.interests]


def links(found: Brought) -> list[tuple[str, str, float]]:
    web = found.web
    return [
        (web.actor_by_id[stake.actor].name, web.interest_by_id[stake.interest].name, stake.position)
        for stake in web.stakes
    ]


def told(found: Brought) -> dict[str, object]:
    """What is told, by code: the names, or how many."""
    return {note.code: note.params.get("names", note.params.get("count")) for note in found.notes}


def test_all_twenty_eight_inputs_are_here_and_each_is_tried_somewhere() -> None:
    inputs = sorted(path.name for path in FIELD.iterdir())
    assert [name[:3] for name in inputs] == [f"k{number:02}" for number in range(1, 29)]
    tried = "".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))
    assert [name for name in inputs if Path(name).stem not in tried] == []


# -- tables ---------------------------------------------------------------------------------------------------------


def test_a_register_with_power_and_interest_brings_parties_with_their_power_and_keeps_the_rest_in_their_notes() -> None:
    found = brought("k02_register_mendelow.csv")
    assert parties(found) == ["Bewoners Lindelaan", "Winkeliers", "Waterschap"]
    assert interests(found) == []
    assert told(found)["columns_kept_in_notes"] == ("Belang",)
    assert found.web.actors[0].notes.splitlines() == ["betrokkenheid: hoog"]
    assert (found.web.actors[0].power, found.web.actors[0].attitude) == ("little", "negative")
    assert {(actor.influence, actor.hit) for actor in found.web.actors} == {(1, None)}


def test_a_hidden_sheet_is_named_and_not_read() -> None:
    found = brought("k03_hidden_sheet.xlsx")
    assert (parties(found), interests(found)) == (["Bewoners"], ["Rust"])
    assert told(found)["sheets_hidden"] == ("Oud",)
    assert "Vertrouwelijke" not in str(found)


def test_a_mark_between_thousands_is_read_as_the_decimals_of_the_same_table_show() -> None:
    found = brought("k09_thousands.csv")
    assert found.web.actors[0].people == 1250
    assert told(found)["numbers_with_thousands"] == 1


def test_columns_that_say_nothing_to_us_are_named() -> None:
    assert told(brought("k10_unknown_column.csv"))["columns_not_used"] == ("belangen", "opmerking")


@pytest.mark.parametrize("name", ["k13_title_row.csv", "k14_sep.csv", "k03_hidden_sheet.xlsx"])
def test_what_stands_above_a_heading_is_no_heading(name: str) -> None:
    found = brought(name)
    assert (parties(found), interests(found)) == (["Bewoners"], ["Rust"])


def test_a_name_with_its_accents_written_otherwise_is_the_same_party() -> None:
    web = Web(actors=(Actor("a", "Café Überzicht", "citizens"),), interests=(Interest("k", "Terras"),))
    after = brought("k17_nfd.csv").onto(web)
    assert [actor.name for actor in after.actors] == ["Café Überzicht"]
    assert [(stake.actor, stake.interest) for stake in after.stakes] == [("a", "k")]


def test_bars_in_kumus_sheets_part_the_elements_that_a_link_leads_to() -> None:
    found = brought("k19_pipe.xlsx")
    assert links(found) == [("Bewoners", "Rust", 1), ("Bewoners", "Groen", 1)]
    assert interests(found) == ["Rust", "Groen"]


def test_two_parties_of_one_name_come_back_as_two_from_a_table_of_ours() -> None:
    web = Web(
        actors=(Actor("a", "Bewoners", "citizens", people=10), Actor("b", "BEWONERS", "citizens", people=20)),
        interests=(Interest("k", "Rust"),),
        stakes=(Stake("a", "k", 0.4), Stake("b", "k", 1, -1)),
    )
    back = FORMATS["table"].read(FORMATS["table"].write(web, CARD)).web
    assert [(actor.name, actor.people) for actor in back.actors] == [("Bewoners", 10), ("BEWONERS (2)", 20)]
    assert [(stake.weight, stake.position) for stake in back.stakes] == [(0.4, 1), (1, -1)]


def test_numbers_behind_doubled_names_are_told_when_a_table_is_written(tmp_path: Path, capsys) -> None:
    web = Web(actors=(Actor("a", "Bewoners", "citizens"), Actor("b", "Bewoners", "citizens")))
    (tmp_path / "web.json").write_text(web_file.write(web), "utf-8")
    assert main(["convert", str(tmp_path / "web.json"), "--to", "table", "--out", str(tmp_path / "made")]) == 0
    assert "1 names stand there twice" in capsys.readouterr().out


def test_a_pair_that_stands_twice_in_a_table_is_refused_with_both_places() -> None:
    with pytest.raises(FileError) as refused:
        brought("k20_two_of_one_name.table.csv")
    assert [(fault.place, fault.params["first"]) for fault in refused.value.faults] == [("E3", "E2")]


def test_merged_cells_say_the_same_in_each_row() -> None:
    found = brought("k21_merged.xlsx")
    assert [(party, interest) for party, interest, _ in links(found)] == [("Bewoners", "Rust"), ("Bewoners", "Groen")]
    assert told(found)["filled_from_merged"] == 1


# -- networks -------------------------------------------------------------------------------------------------------


def test_the_labels_of_yed_are_names_and_signs() -> None:
    assert links(brought("k04_yed_labels.graphml")) == [("Bewoners", "Rust in de straat", -1)]


def test_what_stands_inside_a_group_of_yed_comes_in() -> None:
    found = brought("k05_nested_with_links.graphml")
    assert sorted([*parties(found), *interests(found)]) == ["n0", "n0::n0", "n0::n1", "n1"]


def test_a_project_of_kumu_comes_in_as_a_blueprint_does() -> None:
    found = brought("k06_kumu_project.json")
    assert links(found) == [("Bewoners", "Rust", -1)]
    assert found.web.actors[0].notes == "wonen hier"


def test_the_styles_of_links_in_prsm_say_for_and_against() -> None:
    found = brought("k07_prsm_signs.prsm")
    assert links(found) == [("Bewoners", "Rust", 1), ("Bewoners", "Terras", -1)]
    assert [relation.compatibility for relation in found.web.relations] == [-0.5]
    assert not {"assumed_for", "unknown_relation"} & told(found).keys()
    assert [(actor.x, actor.y) for actor in found.web.actors] == [(10, 20)]


def test_a_weight_of_one_at_every_link_says_nothing() -> None:
    found = brought("k08_gephi_weight.graphml")
    assert [stake.weight for stake in found.web.stakes] == [0.4]
    assert told(found)["weights_all_one"] == 1


def test_a_node_that_another_program_added_does_not_make_ours_a_foreign_network() -> None:
    found = brought("k15_ours_with_a_new_node.graphml")
    web = found.web
    assert [len(items) for items in (web.actors, web.interests, web.options, web.rules)] == [2, 2, 1, 1]
    assert told(found)["foreign_elements"] == ("Nieuw",)


def test_what_was_changed_in_factors_is_said_not_to_count() -> None:
    found = brought("k16_renamed_in_factors.xlsx")
    assert parties(found) == ["Bewoners", "Waterschap"]
    assert told(found)["tables_go_first"] == ("Factors",)


def test_links_without_a_direction_tell_nobody_to_be_a_party_until_a_person_does() -> None:
    found = brought("k18_undirected.graphml")
    assert (parties(found), told(found)["no_direction"]) == ([], 2)
    chosen = brought("k18_undirected.graphml", Choices(parties=frozenset({"Bewoners", "Café"})))
    assert parties(chosen) == ["Bewoners", "Café"]
    assert "no_direction" not in told(chosen)


def test_links_by_number_are_links_between_those_nodes() -> None:
    assert links(brought("k28_d3_by_number.json")) == [("Bewoners", "Rust", 1)]


# -- Pol.is ---------------------------------------------------------------------------------------------------------


def test_an_export_of_polis_is_converted_with_a_line_for_every_note(tmp_path: Path, capsys) -> None:
    assert main(["convert", str(FIELD / "k01_polis.zip"), "--to", "web", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr()
    found = brought("k01_polis.zip")
    assert said.err == ""
    assert said.out.splitlines()[1:] == [f"  {line(note)}" for note in found.notes]
    assert [actor.people for actor in found.web.actors] == [6, 6]
    assert "polis_left_out_people" in told(found)


def test_importance_that_polis_asked_is_told_and_not_counted() -> None:
    assert told(brought("k25_polis_importance.zip"))["polis_importance"] == 7


# -- figures of CBS -------------------------------------------------------------------------------------------------


def counted(name: str) -> dict[str, tuple[dict[str, float], tuple[str, ...]]]:
    """Per region what is counted and what is not given."""
    file = CbsFile(name, (FIELD / name).read_bytes())
    choices = [
        Choice(column, known.feature, known.value, bool(known.of), file.total(known))
        for column, known in file.preset.items()
    ]
    found = {region.name: headcounts(file.row(region.line), choices) for region in file.regions}
    return {
        region: ({held.value: held.count for held in said.headcounts}, said.not_given) for region, said in found.items()
    }


def test_the_table_of_statlines_own_site_has_its_regions_ages_and_sexes() -> None:
    found = counted("k11_statline_portal.csv")
    assert [*found] == ["Voorbeelddorp", "Voorbeeldbuurt"]
    assert found["Voorbeelddorp"][0] == {"under_15": 150, "from_15": 100, "men": 500, "women": 510}
    assert found["Voorbeeldbuurt"][0] == {"under_15": 5, "men": 25}
    assert len(found["Voorbeeldbuurt"][1]) == 2


def test_a_number_that_cbs_keeps_secret_is_not_given() -> None:
    found = counted("k12_secret_99997.csv")
    assert found["Centrum"] == ({}, ("a_man", "a_vrouw"))
    assert found["Noord"] == ({"men": 50, "women": 50}, ())


def test_figures_in_utf_16_are_read() -> None:
    assert counted("k27_cbs_utf16.csv") == {"Centrum": ({"men": 5, "women": 6}, ())}


def test_a_workbook_of_cbs_has_its_regions_below_whatever_stands_above_them() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Toelichting"
    book.active.append(["Kerncijfers wijken en buurten"])
    sheet = book.create_sheet("KWB2023")
    for row in (["gwb_code_10", "regio", "recs", "a_man", "a_vrouw"], ["BU1", "Kade", "Buurt", 5, -99997]):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    file = CbsFile("kwb.xlsx", content.getvalue())
    assert [(region.name, region.code, region.line) for region in file.regions] == [("Kade", "BU1", 2)]
    found = headcounts(file.row(2), [Choice(column, "sex", column) for column in ("a_man", "a_vrouw")])
    assert ([held.count for held in found.headcounts], found.not_given) == ([5], ("a_vrouw",))


def test_a_workbook_without_regions_is_refused() -> None:
    content = io.BytesIO()
    openpyxl.Workbook().save(content)
    with pytest.raises(FileError) as refused:
        CbsFile("leeg.xlsx", content.getvalue())
    assert refused.value.code == "no_regions"


def test_a_list_of_votes_too_large_to_read_is_not_needed_beside_the_table_of_people(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with zipfile.ZipFile(FIELD / "k01_polis.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    votes = b"timestamp,comment-id,voter-id,vote\n" + b"1,0,0,1\n" * 200
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**held, "votes.csv": votes}.items():
            archive.writestr(name, part)
    monkeypatch.setattr(polis_files, "LARGEST_FILE", 1_000)
    export = polis_export.read_export(polis_files.files_of("export.zip", packed.getvalue()))
    assert (len(export.people), export.not_used) == (14, ("votes.csv",))
