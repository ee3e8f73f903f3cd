"""One line or several, as they were typed or pasted: all of them are done as one act, or none is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from coprod_core.acts.command import Command
from coprod_core.acts.commands import Together
from coprod_core.checked.errors import CoprodError
from coprod_core.web.model import Web
from coprod_core.web.usual_seats import usual_seats
from coprod_ui.typed_line.doing import Preview, PreviewedRelation, commands, preview
from coprod_ui.typed_line.reading import QuickLineError, parse

MOST_LINES = 200


@dataclass(frozen=True)
class Misread:
    """What is not understood: in which line (0 the first), from which character to before which, and why."""

    line: int
    start: int
    end: int
    error: CoprodError


@dataclass(frozen=True)
class Typed:
    """What was typed: what each line will do, what of it is not understood, and the act where all of it is.

    `unchanged`: of a line that only says what stands there already, that it does.
    """

    previews: tuple[Preview | PreviewedRelation, ...] = ()
    misread: tuple[Misread, ...] = ()
    commands: tuple[Command, ...] = ()
    unchanged: CoprodError | None = field(default=None, compare=False)

    @property
    def act(self) -> Together | None:
        """All of it as one act; None where something is not understood, or nothing would change."""
        return Together(self.commands) if self.commands and not self.misread else None


def typed(text: str, web: Web, new_id: Callable[[str], str]) -> Typed:
    """What a text asks for on a web, each line upon what the lines before it made."""
    found = Typed()
    for number, line in enumerate(text.splitlines()):
        if number >= MOST_LINES:
            too_many = QuickLineError("too_many_lines", (0, len(line)), most=MOST_LINES)
            return _not_understood(found, number, line, too_many)
        if line.strip():
            found, web = _further(found, number, line, web, new_id)
    return found


def _further(found: Typed, number: int, line: str, web: Web, new_id: Callable[[str], str]) -> tuple[Typed, Web]:
    try:
        said, seats = parse(line, web.conventions.weights), usual_seats(web)
        shown, act = preview(said, web, seats), commands(said, web, new_id, seats)
        after = act.applied_to(web)
    except CoprodError as error:
        if error.code == "nothing_changes":
            return replace(found, unchanged=error), web
        return _not_understood(found, number, line, error), web
    return replace(found, previews=(*found.previews, shown), commands=(*found.commands, *act.commands)), after


def _not_understood(found: Typed, number: int, line: str, error: CoprodError) -> Typed:
    whole: Any = (0, len(line))
    start, end = error.span if isinstance(error, QuickLineError) else whole
    return replace(found, misread=(*found.misread, Misread(number, start, end, error)))
