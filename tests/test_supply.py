"""What comes along is declared, pinned with its hash, and under a licence that is said."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from coprod_core import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def by_name(lines: list[str]) -> dict[str, Requirement]:
    return {canonicalize_name(each.name): each for each in map(Requirement, lines)}


FLOORS = by_name(PROJECT["dependencies"])
PINS = by_name((ROOT / "requirements.txt").read_text("utf-8").splitlines())
LOCKED = re.findall(r"^([a-z0-9].*?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\\n|\n))+)", LOCK, re.MULTILINE)


def version_of(pin: Requirement) -> str:
    (only,) = pin.specifier
    assert only.operator == "=="
    return only.version


def test_everything_has_a_floor_and_a_pin_that_is_not_below_it() -> None:
    assert FLOORS.keys() == PINS.keys()
    assert {name for name, pin in PINS.items() if not FLOORS[name].specifier.contains(version_of(pin))} == set()
    assert all(any(each.operator == ">=" for each in floor.specifier) for floor in FLOORS.values())


def test_every_pin_of_the_lock_has_hashes_and_no_address_of_an_index_stands_in_it() -> None:
    named = re.findall(r"^[a-z0-9]", LOCK, re.MULTILINE)
    assert len(LOCKED) == len(named) > len(PINS)
    assert "://" not in LOCK
    assert "index" not in LOCK


def test_the_lock_pins_what_the_requirements_pin() -> None:
    locked = by_name([line for line, _ in LOCKED])
    assert {name: version_of(pin) for name, pin in PINS.items()} == {name: version_of(locked[name]) for name in PINS}


def test_every_python_that_is_promised_is_named() -> None:
    named = {line.rsplit(" ", 1)[1] for line in PROJECT["classifiers"] if line.startswith("Programming Language")}
    assert named == {"3.11", "3.12", "3.13", "3.14"}
    assert PROJECT["requires-python"] == f">={min(named)}"


@pytest.mark.slow
def test_every_file_says_its_licence_and_the_text_of_every_licence_is_there() -> None:
    command = [str(Path(sys.executable).with_name("reuse")), "lint", "--lines"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.slow
def test_the_bill_of_materials_names_what_is_pinned_with_its_licence_and_nothing_else() -> None:
    done = subprocess.run([sys.executable, ".packaging/sbom.py"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    bill = json.loads(done.stdout)
    locked = [Requirement(line) for line, _ in LOCKED]
    here = {
        canonicalize_name(each.name): version_of(each) for each in locked if not each.marker or each.marker.evaluate()
    }
    assert {canonicalize_name(each["name"]): each["version"] for each in bill["components"]} == here
    assert [each["name"] for each in bill["components"] if not each.get("licenses")] == []
    assert bill["metadata"]["component"]["version"] == __version__


def test_the_changelog_is_headed_by_the_version() -> None:
    first = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)[0]
    assert first == __version__
