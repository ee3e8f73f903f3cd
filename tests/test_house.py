"""What must hold for the whole house: style, types, and who may import whom."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_the_code_is_in_one_style(arguments: list[str]) -> None:
    assert run(sys.executable, "-m", "ruff", *arguments, ".") == ""


def test_the_core_is_strictly_typed() -> None:
    assert run(sys.executable, "-m", "mypy") == ""


def test_every_room_imports_only_the_rooms_it_may() -> None:
    assert run(str(Path(sys.executable).with_name("lint-imports"))) == ""


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_screen_only_reads_calls_and_renders(page: Path) -> None:
    rooms = {module.split(".")[0] for module in imported(page)}
    assert rooms <= {"streamlit", "coprod_ui", "coprod_core"}
    assert not {module for module in imported(page) if module.startswith("coprod_core.store")}
    assert len(page.read_text("utf-8").splitlines()) <= 80


def test_nothing_below_the_screens_imports_a_screen() -> None:
    above = {"app", "pages"}
    below = [*(ROOT / "coprod_ui").rglob("*.py"), *(ROOT / "coprod_core").rglob("*.py")]
    assert not [path for path in below if {module.split(".")[0] for module in imported(path)} & above]


def test_no_room_is_a_drawer_for_odds_and_ends() -> None:
    names = {path.stem for folder in ("coprod_core", "coprod_ui", "pages") for path in (ROOT / folder).rglob("*.py")}
    assert not names & {"utils", "util", "common", "helpers", "manager", "misc"}
