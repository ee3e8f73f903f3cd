"""What the documents say of the house is so."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
TODAY = ["README.md", "CONTRIBUTING.md", "docs/indicators.md", "docs/formats.md", "docs/glossary.md"]
"""Those that tell how things are; a decision tells how they were on its day."""

MADE_AT_RUN_TIME = {"data/belangenweb.db"}
ROOMS = ("app.py", "coprod_core", "coprod_ui", "pages", "data", "tests", "docs")


def code(text: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("document", TODAY)
def test_a_document_names_no_path_that_is_not_there(document: str) -> None:
    words = {word for quoted in code((ROOT / document).read_text("utf-8")) for word in quoted.split()}
    paths = {word for word in words if "/" in word and word.split("/")[0] in ROOMS and not re.search(r"[*A-Z{]", word)}
    assert {path for path in paths - MADE_AT_RUN_TIME if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("document", TODAY)
def test_a_link_leads_somewhere(document: str) -> None:
    here = (ROOT / document).parent
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", (ROOT / document).read_text("utf-8"))
    assert [target for target in targets if "://" not in target and not (here / target).exists()] == []


@pytest.mark.parametrize("document", TODAY)
def test_a_program_that_a_document_starts_is_there(document: str) -> None:
    modules = set(re.findall(r"python -m ([a-z_.]+)", (ROOT / document).read_text("utf-8")))
    ours = {module for module in modules if module.split(".")[0] in ROOMS}
    found = {module for module in ours for path in (ROOT / module.replace(".", "/"),) if runs(path)}
    assert ours == found


def runs(path: Path) -> bool:
    """Whether a module can be started: it is a script, or a package with one."""
    script = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")
    return script.exists() and '__name__ == "__main__"' in script.read_text("utf-8")


def rooms_told(package: str) -> set[str]:
    """The rooms under the line of a package in the table of CONTRIBUTING."""
    told: set[str] = set()
    under = False
    for line in CONTRIBUTING.splitlines():
        if line.startswith("| **"):
            under = f"**`{package}/`**" in line
        elif under and (named := re.match(r"\| `([a-z_.]+)/?`", line)):
            told.add(named[1])
    return told


@pytest.mark.parametrize("package", ["coprod_core", "coprod_ui"])
def test_the_table_of_rooms_names_every_room(package: str) -> None:
    there = {
        path.name
        for path in (ROOT / package).iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }
    assert rooms_told(package) == there


def test_there_is_a_recipe_for_each_of_the_six() -> None:
    recipes = re.findall(r"^\*\*An? ([a-z]+)\.\*\* (.+?)(?=\n\n)", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in recipes] == ["case", "indicator", "screen", "language", "act", "format"]
    for name, recipe in recipes:
        assert any(word.startswith("tests/") for word in code(recipe)), f"no test holds the recipe for: {name}"


def test_every_name_in_the_glossary_stands_in_the_code() -> None:
    sources = [path for package in ("coprod_core", "coprod_ui") for path in (ROOT / package).rglob("*.py")]
    written = set(re.findall(r"\w+", " ".join(path.read_text("utf-8") for path in sources)))
    rows = [line for line in GLOSSARY.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in code(row.split("|")[1])} - written == set()


def test_the_command_that_runs_every_test_is_one_and_leaves_nothing_out() -> None:
    (command,) = re.findall(
        r"^pip install -r requirements-dev.txt && (.+)$", (ROOT / "README.md").read_text("utf-8"), re.M
    )
    assert f"    pip install -r requirements-dev.txt && {command}\n" in CONTRIBUTING
    assert command.split()[0] == "pytest"
    assert not set(command.split()) & {"-m", "-k", "--deselect", "--ignore"}
