"""The one exception to a log that is never rewritten: what was noted of parties is taken out of it, and it is sealed
anew (docs/decisions/0034-erasing-what-was-noted.md).
"""

import json
from collections.abc import Callable, Iterable, Mapping, Set
from typing import Any

from coprod_core.files.without_noted import data_without
from coprod_core.store.chain import first_link, sealed
from coprod_core.store.tables import Line

Execute = Callable[[str, Mapping[str, Any]], Iterable[Any]]
"""Does one statement with named values in a database, and gives the rows."""

_LINES = "SELECT seq, at, client, client_seq, digest, act FROM entry WHERE meeting_id = :meeting ORDER BY seq"
_UPDATE = "UPDATE entry SET digest = :digest, act = :act WHERE meeting_id = :meeting AND seq = :seq"


def rewrite(execute: Execute, meeting: str, tables: Set[str]) -> None:
    """Takes what was noted out of everything that a database keeps of one meeting or scenario.

    `tables`: those there are, for a copy may be older. An entry that was not what was written before is not what was
    written afterwards either: damage stays where it is.
    """
    before = [Line(*row) for row in execute(_LINES, {"meeting": meeting})]
    after = without_noted(meeting, before)
    for line, made in zip(before, after, strict=True):
        if made != line:
            changed = {"digest": made.digest, "act": made.act, "meeting": meeting, "seq": line.seq}
            execute(_UPDATE, changed)
    if before:
        seals = {"meeting": meeting, "old": before[-1].digest, "new": after[-1].digest}
        execute("UPDATE meeting SET digest = :new WHERE id = :meeting AND digest = :old", seals)
    if "snapshot" in tables:
        execute("DELETE FROM snapshot WHERE meeting_id = :meeting", {"meeting": meeting})
    if "workshop" in tables:
        _rewrite_workshop(execute, meeting)


def without_noted(meeting: str, lines: Iterable[Line]) -> list[Line]:
    """The lines of a log in which nothing is noted of anybody, each sealed upon the one before it."""
    made: list[Line] = []
    was, now = first_link(meeting), first_link(meeting)
    for line in lines:
        bare = line._replace(act=_text_without(line.act))
        if line.digest == sealed(was, line):
            bare = bare._replace(digest=sealed(now, bare))
        was, now = line.digest, bare.digest
        made.append(bare)
    return made


def _text_without(text: str) -> str:
    """The text of data without what was noted; a text that nobody can read, which may hold it, becomes empty."""
    try:
        data = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return "{}"
    bare = data_without(data)
    return text if bare is data else json.dumps(bare, ensure_ascii=False, separators=(",", ":"))


def _rewrite_workshop(execute: Execute, meeting: str) -> None:
    for plan, running in execute(
        "SELECT plan, running FROM workshop WHERE meeting_id = :meeting", {"meeting": meeting}
    ):
        bare = {"meeting": meeting, "plan": _text_without(plan), "running": _text_without(running)}
        execute("UPDATE workshop SET plan = :plan, running = :running WHERE meeting_id = :meeting", bare)
