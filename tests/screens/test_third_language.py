"""A language is a folder of words: with one more of them, every place of the product has one more language."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_ui.words import LANGUAGES, spoken
from coprod_ui.words.about import FIRST, about, about_in, there_are

ROOT = Path(__file__).parents[2]
THIRD = "xx"
WHOLE = (".streamlit", "app.py", "coprod_core", "coprod_ui", "data", "pages", "pyproject.toml", "tests")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the product, with the English words in a third folder too and nothing else changed."""
    for name in WHOLE:
        part = ROOT / name
        if part.is_dir():
            shutil.copytree(part, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.db*", "benchmarks"))
        else:
            shutil.copy(part, tmp_path / name)
    words = tmp_path / "coprod_ui" / "words"
    shutil.copytree(words / "en", words / THIRD)
    return tmp_path


@pytest.mark.slow
def test_a_third_language_is_a_folder_and_nothing_else(house: Path) -> None:
    walk = "tests/screens/in_a_third_language.py"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider", walk],
        cwd=house,
        env={**{k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_language_says_what_it_is() -> None:
    assert LANGUAGES[0] == FIRST
    assert {code: (about(code).name, about(code).locale, about(code).region) for code in LANGUAGES} == {
        "nl": ("Nederlands", "nl-NL", "NL"),
        "en": ("English", "en-GB", "GB"),
    }


@pytest.mark.parametrize(
    ("asked", "code"),
    [("en", "en"), ("EN-gb,en;q=0.9", "en"), ("nl-BE", "nl"), ("xx", "nl"), ("enx", "nl"), ("", "nl"), (None, "nl")],
)
def test_who_asks_for_a_language_that_is_not_there_gets_dutch(asked: str | None, code: str) -> None:
    assert spoken(asked) == code


POLISH = {
    "one": "n = 1",
    "few": "n % 10 = 2..4 and n % 100 != 12..14",
    "many": "n % 10 = 0,1 or n % 10 = 5..9 or n % 100 = 12..14",
}


@pytest.mark.parametrize(
    ("rules", "numbers"),
    [
        ({}, {"other": (0, 1, 2)}),
        ({"one": "n = 1"}, {"one": (1, 1.0), "other": (0, 0.5, 1.5, 2, 11)}),
        ({"one": "i = 0,1"}, {"one": (0, 0.5, 1, 1.5), "other": (2, 2.5, 10)}),
        (POLISH, {"one": (1,), "few": (2, 4, 22), "many": (0, 5, 12, 14, 25, 112), "other": (1.5,)}),
    ],
    ids=["none", "English", "French", "Polish"],
)
def test_which_words_a_number_takes_is_what_the_language_says(
    rules: dict[str, str], numbers: dict[str, tuple[float, ...]]
) -> None:
    language = replace(about(FIRST), plural=rules)
    assert {kind: tuple(n for n in many if language.kind_of(n) == kind) for kind, many in numbers.items()} == numbers


SOUND = """
name = "Frysk"
locale = "fy-NL"
join_in = "Doch mei yn it Frysk"
at_table = ["oan tafel"]
clashes_with = ["botst mei"]
goes_with = ["giet mei"]
[plural]
one = "n = 1"
[kinds]
citizens = ["bewenner"]
"""


def folder(words: Path, name: str, said: str) -> Path:
    made = words / name
    made.mkdir()
    (made / "about.toml").write_text(said, "utf-8")
    return made


def test_what_a_folder_says_is_the_language(tmp_path: Path) -> None:
    read = about_in(folder(tmp_path, "fy", SOUND))
    assert (read.name, read.locale, read.join_in) == ("Frysk", "fy-NL", "Doch mei yn it Frysk")
    assert (read.at_table, read.clashes_with, read.goes_with) == (("oan tafel",), ("botst mei",), ("giet mei",))
    assert (read.kinds, read.plural) == ({"citizens": ("bewenner",)}, {"one": "n = 1"})
    assert there_are(tmp_path) == ("fy",)


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ('name = "Frysk"', "", "name is missing"),
        ('name = "Frysk"', "name = 3", "name is not a text"),
        ('name = "Frysk"', 'name = "Frysk"\ncolour = "blue"', "colour is not known"),
        ('at_table = ["oan tafel"]', "at_table = []", "at_table is not a list of words"),
        ('at_table = ["oan tafel"]', 'at_table = "oan tafel"', "at_table is not a list of words"),
        ('goes_with = ["giet mei"]', "goes_with = [3]", "goes_with is not a list of words"),
        ('citizens = ["bewenner"]', 'citizens = "bewenner"', "kinds is not a table of lists of words"),
        ('one = "n = 1"', 'one = "number is one"', "plural.one cannot be read: number is one"),
        ('one = "n = 1"', 'one = "n = 1 and"', "plural.one cannot be read: n = 1 and"),
    ],
)
def test_a_folder_that_says_it_wrong_is_told_what_and_where(tmp_path: Path, line: str, instead: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"fy/about.toml: {told}")):
        about_in(folder(tmp_path, "fy", SOUND.replace(line, instead)))


def test_a_folder_that_is_named_by_no_code_is_not_passed_over(tmp_path: Path) -> None:
    folder(tmp_path, "Frysk", SOUND)
    with pytest.raises(ValueError, match="not Frysk"):
        there_are(tmp_path)
