"""Who organises meetings here: filled in once by a municipality, in one folder, which this module alone reads."""

import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path

from coprod_core import places
from coprod_core.checked.fields import LONGEST_NAME, Text

FILE = "organisation.toml"
LARGEST_TEMPLATE = 5_000_000
COVERED = "covered_words.txt"
"""Beside it: words and names that are covered on screen in what people say in their own words, one a line."""

TEMPLATES = ("report.docx", "report.dotx")
"""Beside it, where there is one: the Word file whose look reports take."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation's name, where a resident can ask something, and who is responsible for the data, by role.

    What is not filled in is empty.
    """

    name: str = ""
    contact: str = ""
    responsible: str = ""

    @property
    def complete(self) -> bool:
        """Whether a resident can be told all of it."""
        return bool(self.name and self.contact and self.responsible)


def folder() -> Path:
    """Where it stands: COPROD_ORGANISATION, else `organisation` in a checkout, else beside what a person makes."""
    if given := os.environ.get("COPROD_ORGANISATION"):
        return Path(given)
    return places.made() / "organisation" if places.installed() else places.shipped("organisation")


def put_ready() -> None:
    """Puts files to fill in where they are looked for, if there are none: what was installed brings none there."""
    for name in (FILE, COVERED):
        empty, file = places.shipped("organisation", name), folder() / name
        with suppress(OSError):  # where nothing can be written, the program starts all the same
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(empty.read_bytes())


def organisation() -> Organisation:
    """What is filled in now. What cannot be read, or is no line of text, counts as not filled in."""
    try:
        given = tomllib.loads((folder() / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Organisation()
    return Organisation(**{field.name: _line(given.get(field.name)) for field in fields(Organisation)})


def covered_words() -> tuple[str, ...] | None:
    """The words and names in `COVERED`, one a line, what stands behind a # left out.

    None where there is no such file, or none that can be read: that is not the same as an empty list.
    """
    try:
        lines = (folder() / COVERED).read_text("utf-8-sig").splitlines()
    except (OSError, ValueError):
        return None
    return tuple(word for line in lines if (word := line.partition("#")[0].strip()))


def report_template() -> bytes | None:
    """The Word file whose look every report takes here, the first of `TEMPLATES`; None where there is none.

    Of a file of more than `LARGEST_TEMPLATE` bytes no more than shows that it is too large.
    """
    for name in TEMPLATES:
        try:
            with (folder() / name).open("rb") as file:
                return file.read(LARGEST_TEMPLATE + 1)
        except OSError:
            continue
    return None


def _line(given: object) -> str:
    return given.strip() if isinstance(given, str) and not Text(LONGEST_NAME).faults(given) else ""
