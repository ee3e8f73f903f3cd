"""Many files at once, as a civil servant with a folder full of them meets it."""

import shutil
from pathlib import Path

import pytest

from coprod_core.__main__ import main
from coprod_core.exchange import FORMATS, format_of
from coprod_core.files import web_file

CASES = Path(__file__).parents[2] / "data" / "cases"
SEWER = web_file.read((CASES / "sewer.nl.json").read_bytes())


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "meeting"])
def test_a_file_goes_to_any_format_and_back(tmp_path, name):
    assert main(["convert", str(CASES / "sewer.nl.json"), "--to", name, "--out", str(tmp_path)]) == 0
    made = tmp_path / f"sewer.nl{FORMATS[name].suffix}"
    assert format_of(made.read_bytes()).name == name
    assert main(["convert", str(made), "--to", "meeting", "--out", str(tmp_path)]) == 0
    back = FORMATS["meeting"].read((tmp_path / "sewer.nl.meeting.json").read_bytes()).web
    assert back == SEWER or FORMATS[name].cannot_hold


def test_a_folder_is_all_files_in_it_and_a_refused_one_keeps_no_other_back(tmp_path, capsys):
    for language in ("nl", "en"):
        shutil.copy(CASES / f"sewer.{language}.json", tmp_path)
    (tmp_path / "notes.docx").write_bytes(b"nothing of ours")
    (tmp_path / "half.csv").write_text("partij,gewicht,belang\nA,9,B\n", "utf-8")
    out = tmp_path / "made"
    assert main(["convert", str(tmp_path), "--to", "graphml", "--out", str(out)]) == 2
    assert sorted(file.name for file in out.iterdir()) == ["sewer.en.graphml", "sewer.nl.graphml"]
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert [line.split(": ", 1)[1] for line in said.err.splitlines()] == [
        "B2: 9 is above 1: say with --map what the highest weight is (largest_weight)",
        "this is none of the kinds of file Belangenweb reads: save a table as .xlsx or CSV UTF-8, a network as GraphML"
        " or JSON",
    ]


def test_what_was_assumed_and_what_is_lost_is_told(tmp_path, capsys):
    table = tmp_path / "buurt.csv"
    table.write_text("partij,belang\nA,Groen\n", "utf-8")
    assert main(["convert", str(table), "--to", "table", "--out", str(tmp_path / "made")]) == 0
    said = capsys.readouterr().out
    assert "table cannot hold: plans and rules" in said
    assert "1 parties do not say what they are" in said


def test_a_file_that_is_there_already_is_not_written_over_unless_asked(tmp_path, capsys):
    ask = ["convert", str(CASES / "sewer.nl.json"), "--to", "web", "--out", str(tmp_path)]
    (tmp_path / "sewer.nl.json").write_text("mine", "utf-8")
    assert main(ask) == 2
    assert (tmp_path / "sewer.nl.json").read_text("utf-8") == "mine"
    assert "exists already" in capsys.readouterr().err
    assert main([*ask, "--replace"]) == 0
    assert web_file.read((tmp_path / "sewer.nl.json").read_bytes()) == SEWER


def test_a_file_that_is_not_there_or_cannot_be_written_is_told(tmp_path, capsys):
    (tmp_path / "file").write_text("x", "utf-8")
    assert main(["convert", str(tmp_path / "missing.json"), "--to", "web"]) == 2
    assert main(["convert", str(CASES / "sewer.nl.json"), "--to", "csv", "--out", str(tmp_path / "file")]) == 2
    said = capsys.readouterr().err
    assert "cannot be read" in said
    assert "cannot be written" in said


def test_the_licence_that_was_chosen_stands_on_the_card(tmp_path):
    ask = ["convert", str(CASES / "sewer.nl.json"), "--to", "kumu", "--out", str(tmp_path), "--licence", "cc0"]
    assert main(ask) == 0
    assert '"licence": "CC0-1.0"' in (tmp_path / "sewer.nl.kumu.json").read_text("utf-8")


def test_the_schema_of_the_meeting_file_is_printed_too(capsysbinary):
    assert main(["schema", "meeting"]) == 0
    assert b'"title": "coprod-meeting"' in capsysbinary.readouterr().out
