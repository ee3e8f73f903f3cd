"""The workshops that come with the product."""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_core import places
from coprod_ui.examples.cases import in_language

if TYPE_CHECKING:
    from coprod_core.workshop.whole import Workshop

FOLDER = places.shipped("data", "workshops")
NAMES = ("dog_fence", "sewer", "prevention_team", "own_power_grid", "client_council", "speed_bumps")
"""In the order a newcomer meets them."""


@dataclass(frozen=True)
class WorkshopFile:
    """A workshop in one language, by what it is called, what it is about and how long it takes. `name` is the same in
    every language, `path` is the file.
    """

    name: str
    path: Path
    title: str
    about: str
    minutes: float

    @cached_property
    def workshop(self) -> "Workshop":
        """The whole of it, read once it is asked for: Start, which only names it, need not wait for what reads it."""
        from coprod_core.workshop.file import read

        return read(self.path.read_bytes())


@cache
def workshops(language: str) -> tuple[WorkshopFile, ...]:
    """Every workshop in a language, in the order of `NAMES`, or in another as cases are; read once."""
    return tuple(_file(name, in_language(FOLDER, name, language)) for name in NAMES)


def _file(name: str, path: Path) -> WorkshopFile:
    held = json.loads(path.read_bytes())
    minutes = sum(step["minutes"] for step in held["steps"])
    return WorkshopFile(name, path, held["title"], held["about"], minutes)
