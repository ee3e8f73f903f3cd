"""The workshops that come with the product."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coprod_core import places
from coprod_core.workshop.file import read
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import in_language

FOLDER = places.shipped("data", "workshops")
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
    """Every workshop in a language, in the order of `NAMES`, or in another as cases are; read once."""
    return tuple(_file(name, in_language(FOLDER, name, language)) for name in NAMES)


def _file(name: str, path: Path) -> WorkshopFile:
    return WorkshopFile(name, path, read(path.read_bytes()))
