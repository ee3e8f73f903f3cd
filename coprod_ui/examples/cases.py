"""The cases that come with the product: webs to open, learn from and change."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path

from coprod_core import places
from coprod_core.acts.commands import OpenWeb
from coprod_core.acts.history import Act
from coprod_core.files.log_format import act_from_data
from coprod_core.files.meeting_file import Entry
from coprod_core.files.web_file import read
from coprod_core.web.case_versions import before_rounds, emptied
from coprod_core.web.model import Web

FOLDER = places.shipped("data", "cases")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "dilemmas": ("sewer", "dog_fence", "prevention_team", "wind_turbines"),
    "other": ("own_power_grid", "client_council", "speed_bumps", "informal_care"),
    "together": ("measuring_network", "energy_cooperative", "noorderpark"),
}
"""By what they show, in the order a newcomer meets them: the three dilemmas, other questions, working together."""

INSTEAD = ("en", "nl")
"""The languages in which a person gets what is not there in their own, the first that has it."""

NAMES = tuple(chain.from_iterable(GROUPS.values()))


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case in one language: `name` is the same in every language, `path` is the web file.

    `rounds`: the acts by which answers of earlier rounds came into the web, for a case that shows rounds; they lead
    from the web before its rounds to `web`.
    """

    name: str
    path: Path
    web: Web
    rounds: tuple[Act, ...] = ()

    @property
    def filled(self) -> tuple[Act, ...]:
        """The log of a meeting that begins with our web."""
        return (OpenWeb(before_rounds(self.web) if self.rounds else self.web), *self.rounds)

    @property
    def empty(self) -> tuple[Act, ...]:
        """The log of a meeting that begins with the story alone."""
        return (OpenWeb(emptied(self.web)),)


@cache
def cases(language: str) -> tuple[CaseFile, ...]:
    """Every case in a language, in the order of `NAMES`; in English, else in Dutch, where it is not there in that one.

    Read once: a web never changes.
    """
    return tuple(_case(name, in_language(FOLDER, name, language)) for name in NAMES)


def in_language(folder: Path, name: str, language: str) -> Path:
    """The file of a case or workshop in a language; in English, else in Dutch, where there is none in that language."""
    files = (folder / f"{name}.{each}.json" for each in (language, *INSTEAD))
    return next(file for file in files if file.exists())


def case_of(web: Web) -> CaseFile | None:
    """The case whose story a web tells, whatever was drawn since; None where the story is somebody's own."""
    if not web.case.story:
        return None
    return next((case for case in cases(web.language) if case.web.case.story == web.case.story), None)


def entries(acts: tuple[Act, ...]) -> tuple[Entry, ...]:
    """A log that is written now."""
    now = datetime.now(UTC)
    return tuple(Entry(now, act) for act in acts)


def _case(name: str, path: Path) -> CaseFile:
    return CaseFile(name, path, read(path.read_bytes()), _rounds(FOLDER / "rounds" / f"{name}.json"))


def _rounds(path: Path) -> tuple[Act, ...]:
    return tuple(map(act_from_data, json.loads(path.read_text("utf-8")))) if path.exists() else ()
