"""The short stories that come with the product: what happens, and a dilemma in words, with nothing drawn."""

from dataclasses import dataclass
from functools import cache

from coprod_core import places
from coprod_core.files.web_file import read
from coprod_core.web.model import Web
from coprod_ui.examples.cases import in_language

FOLDER = places.shipped("data", "stories")
NAMES = ("swimming_pool", "school_council", "buddies", "care_cooperative")
"""The stories, in the order a newcomer meets them."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story in one language. `name` is the same in every language; its web holds no party, no interest, no number."""

    name: str
    web: Web


@cache
def stories(language: str) -> tuple[Story, ...]:
    """Every story in a language, in the order of `NAMES`, or in another as cases are; read once."""
    return tuple(Story(name, read(in_language(FOLDER, name, language).read_bytes())) for name in NAMES)
