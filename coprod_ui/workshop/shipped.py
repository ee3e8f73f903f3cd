"""The workshops that come with the product."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coprod_core.workshop import Workshop, read

FOLDER = Path(__file__).resolve().parents[2] / "data" / "workshops"
NAMES = ("dog_fence", "sewer", "prevention_team")
"""In the order a newcomer meets them."""


@dataclass(frozen=True, slots=True)
class WorkshopFile:
    """A workshop in one language: `name` is the same in every language, `path` is the file."""

    name: str
    path: Path
    workshop: Workshop


@cache
def workshops(language: str) -> tuple[WorkshopFile, ...]:
    """Every workshop in a language ("nl" or "en"), in the order of `NAMES`; read once."""
    return tuple(_file(name, FOLDER / f"{name}.{language}.json") for name in NAMES)


def _file(name: str, path: Path) -> WorkshopFile:
    return WorkshopFile(name, path, read(path.read_bytes()))
