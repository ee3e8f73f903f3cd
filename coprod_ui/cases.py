"""The cases that come with the product: webs to open, learn from and change."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coprod_core.model import Web
from coprod_core.web_file import read

FOLDER = Path(__file__).resolve().parent.parent / "data" / "cases"
NAMES = ("sewer", "dog_fence", "prevention_team", "wind_turbines")
"""In the order a newcomer meets them: one for each dilemma, then one about the residents among themselves."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case in one language: `name` is the same in every language, `path` is the web file."""

    name: str
    path: Path
    web: Web


@cache
def cases(language: str) -> tuple[CaseFile, ...]:
    """Every case in a language ("nl" or "en"), in the order of `NAMES`; read once, a web never changes."""
    return tuple(_case(name, FOLDER / f"{name}.{language}.json") for name in NAMES)


def _case(name: str, path: Path) -> CaseFile:
    return CaseFile(name, path, read(path.read_bytes()))
