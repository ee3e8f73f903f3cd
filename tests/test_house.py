"""What must hold for the whole house: style, types, and who may import whom."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources import ROOT, imported, modules, rooms_in_circles, undocumented, undocumented_methods


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_the_code_is_in_one_style(arguments: list[str]) -> None:
    assert run(sys.executable, "-m", "ruff", *arguments, ".") == ""


@pytest.mark.slow
def test_the_core_and_the_dashboard_are_strictly_typed() -> None:
    assert run(sys.executable, "-m", "mypy") == ""


def test_every_room_imports_only_the_rooms_it_may() -> None:
    assert run(str(Path(sys.executable).with_name("lint-imports"))) == ""


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    assert run(sys.executable, "-m", "deptry", "--no-ansi", ".") == ""


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_screen_only_reads_calls_and_renders(page: Path) -> None:
    rooms = {module.split(".")[0] for module in imported(page)}
    assert rooms <= {"streamlit", "coprod_ui", "coprod_core"}
    assert not {module for module in imported(page) if module.startswith("coprod_core.store")}
    assert len(page.read_text("utf-8").splitlines()) <= 80


def test_nothing_below_the_screens_imports_a_screen() -> None:
    above = {"app", "pages"}
    assert not [path for path in modules() if {module.split(".")[0] for module in imported(path)} & above]


def test_no_room_is_a_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in modules("coprod_core", "coprod_ui", "pages")}
    assert not names & {"utils", "util", "common", "helpers", "manager", "misc"}


def test_no_rooms_know_each_other_in_a_circle() -> None:
    assert rooms_in_circles() == set()


@pytest.mark.parametrize("package", ["coprod_core", "coprod_ui", "coprod_ui/screens", "coprod_ui/served"])
def test_a_newcomer_sees_at_most_twenty_rooms_at_once(package: str) -> None:
    seen = [path for path in (ROOT / package).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    assert len(seen) <= 20


def test_every_public_function_says_what_it_is_for() -> None:
    assert {path.name: bare for path in modules() if (bare := [*undocumented(path), *undocumented_methods(path)])} == {}


@pytest.mark.parametrize("room_", ["charts", "sentences", "forms", "widgets"])
def test_nothing_is_handed_on_from_a_list_that_must_be_kept(room_: str) -> None:
    """Who needs a chart or a sentence imports it from the module that makes it."""
    assert imported(ROOT / "coprod_ui" / room_ / "__init__.py") == set()


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {path.name: count for path, count in lines.items() if count > 300} == {}
