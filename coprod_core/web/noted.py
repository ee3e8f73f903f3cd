"""What an official notes of a party and may withdraw, trust and attitude; and a web without it.

A register that came in may have left such a judgement as a labelled line in the notes of a party (`vertrouwen: matig`):
it is the same judgement, and goes along.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from coprod_core.web.asked import NOTED
from coprod_core.web.model import Actor, Web

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"trust": {"nl": "vertrouwen", "en": "trust"}, "attitude": {"nl": "houding", "en": "attitude"}}
)
"""The label of such a line, for each of `NOTED`, by language."""

_LINE = re.compile(rf"\s*(?:{'|'.join(label for held in LABELS.values() for label in held.values())})\s*:.*", re.I)


def is_noted(party: Actor) -> bool:
    """Whether anything is noted of a party."""
    return any(getattr(party, name) is not None for name in NOTED) or party.notes != notes_without(party.notes)


def holds_noted(web: Web) -> bool:
    """Whether anything is noted of any party."""
    return any(map(is_noted, web.actors))


def party_without(party: Actor) -> Actor:
    """A party of which nothing is noted."""
    if not is_noted(party):
        return party
    nothing: dict[str, Any] = dict.fromkeys(NOTED)
    return replace(party, notes=notes_without(party.notes), **nothing)


def web_without(web: Web) -> Web:
    """A web in which nothing is noted of anybody."""
    return replace(web, actors=tuple(map(party_without, web.actors))) if holds_noted(web) else web


def notes_without(notes: str) -> str:
    """Notes without the lines that say what somebody noted."""
    lines = notes.split("\n")
    kept = [line for line in lines if not _LINE.fullmatch(line)]
    return notes if len(kept) == len(lines) else "\n".join(kept)
