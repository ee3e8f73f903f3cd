"""What a board shows of a meeting in a language: whole, or as what changed since a picture it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from threading import Lock
from typing import Any

from coprod_core.store.recent import Recent
from coprod_core.store.values import Loaded
from coprod_ui.meeting import current
from coprod_ui.served.board.after_act import told
from coprod_ui.served.board.facts import Fact, changes, facts_of, itself
from coprod_ui.served.board.facts import told as told_fact
from coprod_ui.served.board.form_data import form_data
from coprod_ui.served.board.strip import cells
from coprod_ui.served.board.wording import hints_of, words_of_board
from coprod_ui.words import Words

MOST_KEPT = 64
"""The most pictures kept to make patches on; who has another gets it whole."""


@dataclass(frozen=True, slots=True)
class Seen:
    """For whom a picture is: which meeting, in which language, with digits or in words."""

    meeting: str
    words: Words
    digits: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name. The same log, language and digits give the same name, also after a restart."""

    base: str
    head: int
    facts: Mapping[str, Fact]


_kept: Recent[Picture] = Recent(MOST_KEPT)
_making = Lock()


def whole(loaded: Loaded, seen: Seen) -> dict[str, Any]:
    """All there is to show, with the words for it."""
    picture = _picture(loaded, seen)
    return {
        "base": picture.base,
        "head": picture.head,
        "words": words_of_board(seen.words),
        "picture": {key: told_fact(fact) for key, fact in picture.facts.items()},
    }


def since(base: str, loaded: Loaded, seen: Seen) -> dict[str, Any]:
    """What changed since a picture; all there is to show where that picture is not known any more."""
    known = _kept.get(base)
    if known is None:
        return whole(loaded, seen)
    picture = _picture(loaded, seen)
    changed, gone = changes(known.facts, picture.facts)
    return {"base": picture.base, "head": picture.head, "on": base, "set": changed, "gone": gone}


def stands_at(head: int, digest: str) -> str:
    """How the name of every picture of a log begins where it stands here."""
    return f"{head}-{digest[:16]}"


def _picture(loaded: Loaded, seen: Seen) -> Picture:
    base = f"{stands_at(loaded.head, loaded.digest)}-{seen.words.language}-{int(seen.digits)}"
    with _making:  # two windows that follow the same act make it once
        known = _kept.get(base)
        if known is None:
            known = Picture(base, loaded.head, _facts(loaded, seen))
            _kept.put(base, known)
    return known


def _facts(loaded: Loaded, seen: Seen) -> dict[str, Fact]:
    web, words = loaded.history.web, seen.words
    readings = current.readings_of(web, before=loaded.history.web_before)
    return {
        **facts_of(web, readings, words),
        **hints_of(web, words),
        "forms": (form_data, web.conventions, words),
        "strip": (itself, cells(web, readings, seen.meeting, words, seen.digits)),
        "meeting": (itself, _meeting(loaded, words)),
        "told": (itself, told(loaded, words, seen.digits)),
    }


def _meeting(loaded: Loaded, words: Words) -> dict[str, Any]:
    web, history = loaded.history.web, loaded.history
    return {
        "title": web.title or words("frame.untitled"),
        "initiative": web.process.initiative,
        "saved": words("frame.saved", time="{time}"),
        "saved_at": loaded.saved_at.astimezone(UTC).isoformat(),
        "can_undo": history.can_undo,
        "can_redo": history.can_redo,
        "head": loaded.head,
    }
