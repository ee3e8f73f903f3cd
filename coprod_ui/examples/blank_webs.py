"""The blank webs to begin with: by kind of project the parties and interests that are often there, names alone."""

from dataclasses import dataclass, replace
from functools import cache

from coprod_core import places
from coprod_core.files.web_file import read
from coprod_core.web.model import Web
from coprod_ui.examples.cases import in_language

FOLDER = places.shipped("data", "templates")
NAMES = ("sewer", "street", "housing", "energy", "shelter", "closing")
"""The kinds of project, in the order a person chooses among."""


@dataclass(frozen=True, slots=True)
class BlankWeb:
    """A blank web in one language. `name` is the same in every language; nothing is said of anything in it."""

    name: str
    web: Web


@cache
def blank_webs(language: str) -> tuple[BlankWeb, ...]:
    """Every blank web in a language, in the order of `NAMES`, or in another as cases are; read once."""
    return tuple(BlankWeb(name, read(in_language(FOLDER, name, language).read_bytes())) for name in NAMES)


def begun_with(name: str, title: str, language: str, untitled: str) -> Web:
    """The web a meeting begins with: the blank one of that name, or where there is none of that name an empty one.

    `title`: what a person called it; else it is called after its kind, or `untitled`.
    """
    found = next((each.web for each in blank_webs(language) if each.name == name), None)
    if found is None:
        return Web(title=title or untitled, language=language)
    return replace(found, title=title) if title else found
