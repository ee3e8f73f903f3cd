"""The readings without the screen, as somebody at a prompt meets them."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from coprod_core.__main__ import main
from coprod_core.files import web_file
from coprod_core.files.web_schema import schema
from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.overview import readings

ROOT = Path(__file__).parents[2]
CASE = ROOT / "data" / "cases" / "sewer.nl.json"


@pytest.fixture
def run(capsysbinary, monkeypatch):
    """Runs a command in this process; gives its exit code and what it wrote, as bytes."""

    def done(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:  # how argparse refuses
            code = left.code
        written = capsysbinary.readouterr()
        return SimpleNamespace(returncode=code, stdout=written.out, stderr=written.err)

    return done


def at_a_prompt(*arguments, **environment):
    """Runs a command as a process of its own, in a terminal with these settings."""
    return subprocess.run(
        [sys.executable, "-m", "coprod_core", *map(str, arguments)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


def test_the_readings_of_a_file_are_printed_as_the_screens_compute_them(run):
    done = run("evaluate", CASE)
    web = web_file.read(CASE.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == json.loads(json.dumps(readings_data(readings(web))))


def test_the_gap_can_be_held_against_everyone_who_is_affected(run):
    affected = json.loads(run("evaluate", CASE, "--reference", "affected_public").stdout)
    web = web_file.read(CASE.read_bytes())
    assert affected == json.loads(json.dumps(readings_data(readings(web, "affected_public"))))
    assert affected != json.loads(run("evaluate", CASE).stdout)


def test_a_dash_reads_standard_input(run):
    assert run("evaluate", "-", stdin=CASE.read_bytes()).stdout == run("evaluate", CASE).stdout


def test_the_output_is_utf8_whatever_the_terminal_speaks(tmp_path):
    file = tmp_path / "één.json"
    body = {"format": "coprod-web", "version": 1, "interests": [{"id": "é", "name": "É"}],
            "actors": [{"id": "a", "name": "A", "sphere": "citizens"}],
            "stakes": [{"actor": "a", "interest": "é", "weight": 1}]}  # fmt: skip
    file.write_text(json.dumps(body), "utf-8")
    done = at_a_prompt("evaluate", file, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert '"é"' in done.stdout.decode("utf-8")


@pytest.fixture
def damaged(tmp_path):
    body = {
        "format": "coprod-web", "version": 1,
        "actors": [{"id": "a", "name": "A", "sphere": "citizens"}],
        "stakes": [{"actor": "a", "interest": "k9", "weight": 1}, {"actor": "é", "interest": "k9", "weight": 1}],
    }  # fmt: skip
    file = tmp_path / "damaged.json"
    file.write_text(json.dumps(body), "utf-8")
    return file


def test_each_fault_of_a_file_is_one_line_that_names_the_place(run, damaged):
    done = run("evaluate", damaged)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").splitlines() == [
        'stakes[0].interest: "k9" is not an interest',
        'stakes[1].actor: "é" is not an actor',
        'stakes[1].interest: "k9" is not an interest',
    ]


def test_a_terminal_that_cannot_show_a_letter_gets_an_escape(damaged):
    done = at_a_prompt("evaluate", damaged, PYTHONIOENCODING="ascii:backslashreplace")
    assert b'stakes[1].actor: "\\xe9" is not an actor' in done.stderr.splitlines()


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_one_line_too(run, tmp_path, name):
    done = run("evaluate", tmp_path / name)
    assert (done.returncode, done.stdout) == (2, b"")
    (told,) = done.stderr.decode().splitlines()
    assert "cannot be read" in told


def test_standard_input_that_is_no_web_is_refused_like_a_file(run):
    done = run("evaluate", "-", stdin=b"\xff\xfe")
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        b"",
        b"this is not UTF-8 text, at byte 0: save it as CSV UTF-8 (File, Save as)\n",
    )


@pytest.mark.parametrize("arguments", [(), ("judge",), ("evaluate",), ("evaluate", CASE, "--reference", "everyone")])
def test_what_was_not_meant_to_be_asked_is_answered_with_the_usage(run, arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"usage: python -m coprod_core")


def test_the_schema_of_the_file_is_printed(run):
    assert json.loads(run("schema").stdout) == schema()
