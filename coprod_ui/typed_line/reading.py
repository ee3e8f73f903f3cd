"""Reading a line: `Waterschap [organisatie] (60) aan tafel 6: droge kelder +++, groen -, parkeren ?`.

From left to right: a party, its kind between square brackets, how many people it counts, whether it is at the table and
with how many seats, and after the colon what matters to it. `+ ++ +++` say how important a thing is to those who want
it, `- -- ---` to those who do not, `?` that nobody knows. A line without a colon may also say of two interests that one
clashes with the other, or goes together with it. Whatever does not fit is told with its place: nothing is guessed.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from coprod_core.checked.errors import CoprodError
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Sphere
from coprod_ui.typed_line.phrases import NUMBER, at_table, kinds, relating

LONGEST_LINE = 2_000
LARGEST_NUMBER = 1_000_000_000
WITHOUT_SIGNS = "++"
NOT_KNOWN = "?"

Span = tuple[int, int]
"""From which to before which character of the line."""

_PEOPLE = re.compile(rf"\s*\({NUMBER}\)\s*$")
_KIND = re.compile(r"\s*\[([^\][]*)\]\s*$")
_SIGNS = re.compile(r"[+\-−–—?][+\-−–—?\s]*$")
_SIGNS_OF_PARTY = re.compile(r"(?<=\S)\s+[+\-−–—]+\s*$")
_MINUSES = str.maketrans({"−": "-", "–": "-", "—": "--"})  # phones and word processors turn -- into one long dash


class QuickLineError(CoprodError):
    """A line that cannot be read, or that fits the web in more than one way. `span`: where in the line."""

    def __init__(self, code: str, span: Span, **params: Any) -> None:
        super().__init__(code, **params)
        self.span = span


class SaidStake(NamedTuple):
    """What a line says of an interest: weight 0..1 (None where nobody knows) and position 1 or -1."""

    name: str
    weight: float | None
    position: float


@dataclass(frozen=True)
class QuickLine:
    """What a line says of a party. `kind`, `people`, `seats` None = not said; `spans`: where its name stands, then each
    of its interests.
    """

    name: str
    people: float | None = None
    at_table: bool = False
    seats: float | None = None
    stakes: tuple[SaidStake, ...] = ()
    kind: Sphere | None = None
    spans: tuple[Span, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class RelatingLine:
    """What a line says of two interests: -0.5 they clash, 0.5 they go together."""

    a: str
    b: str
    compatibility: float
    spans: tuple[Span, ...] = field(default=(), compare=False)


def parse(text: str, levels: Sequence[float] = DESIGN.weights) -> QuickLine | RelatingLine:
    """What a line says; `levels`: of the four weight words. Raises `QuickLineError`."""
    if len(text) > LONGEST_LINE:
        raise QuickLineError("line_too_long", (LONGEST_LINE, len(text)), length=len(text), longest=LONGEST_LINE)
    colon = text.find(":")
    if colon < 0:
        return _relating(text) or _party(text, len(text), len(text), levels)
    return _party(text, colon, colon + 1, levels)


def tidy(text: str) -> str:
    """A name as it is kept: one space between words, and letters with their marks as one."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _relating(text: str) -> RelatingLine | None:
    for how, pattern in relating().items():
        if found := pattern.match(text):
            spans = _trimmed(text, *found.span(1)), _trimmed(text, *found.span(2))
            for start, end in spans:
                if start == end:
                    raise QuickLineError("interest_without_name", _trimmed(text, 0, len(text)), part=tidy(text))
            return RelatingLine(tidy(found[1]), tidy(found[2]), how, spans)
    return None


def _party(text: str, head: int, tail: int, levels: Sequence[float]) -> QuickLine:
    rest, said = _peeled(text[:head])
    where = _trimmed(rest, 0, len(rest))
    name = tidy(rest)
    if not name:
        raise QuickLineError("party_without_name", _trimmed(text, 0, head))
    _refuse_what_is_left(rest)
    found = list(_stakes(text, tail, levels))
    return QuickLine(
        name=name,
        people=_number(said.get("people")),
        at_table="table" in said,
        seats=_number(said.get("table")),
        stakes=tuple(stake for stake, _ in found),
        kind=_kind(said.get("kind")),
        spans=(where, *(span for _, span in found)),
    )


def _peeled(head: str) -> tuple[str, dict[str, re.Match[str]]]:
    """The name, and what is said of the party after it, each once and in any order."""
    said: dict[str, re.Match[str]] = {}
    patterns = {"people": _PEOPLE, "table": at_table(), "kind": _KIND}
    while found := next(
        ((name, match) for name, pattern in patterns.items() if name not in said and (match := pattern.search(head))),
        None,
    ):
        said[found[0]] = found[1]
        head = head[: found[1].start()]
    return head, said


def _refuse_what_is_left(rest: str) -> None:
    """Brackets and signs in a name are slips of the hand: of another kind of party, or of a colon left out."""
    if (bracket := re.search(r"[\][]", rest)) is not None:
        raise QuickLineError(
            "unknown_kind", _trimmed(rest, bracket.start(), len(rest)), kind=tidy(rest[bracket.start() :])
        )
    if (signs := _SIGNS_OF_PARTY.search(rest)) is not None:
        raise QuickLineError("signs_without_colon", _trimmed(rest, *signs.span()), part=tidy(signs[0]))


def _number(found: re.Match[str] | None) -> float | None:
    if found is None or not found[1]:
        return None
    number = float(re.sub(r"\D", "", found[1]))
    if number > LARGEST_NUMBER:
        raise QuickLineError("number_too_large", found.span(1), number=found[1], largest=LARGEST_NUMBER)
    return number


def _kind(found: re.Match[str] | None) -> Sphere | None:
    if found is None:
        return None
    kind = kinds().get(tidy(found[1]).casefold())
    if kind is None:
        raise QuickLineError("unknown_kind", _trimmed(found.string, *found.span()), kind=tidy(found[1]))
    return kind


def _stakes(text: str, start: int, levels: Sequence[float]) -> list[tuple[SaidStake, Span]]:
    stakes: dict[str, tuple[SaidStake, Span]] = {}
    for part in re.finditer(r"[^,]+", text[start:]):
        span = _trimmed(text, start + part.start(), start + part.end())
        if span[0] == span[1]:
            continue
        stake = _stake(text, span, levels)
        if stakes.setdefault(stake.name.casefold(), (stake, span))[0] != stake:
            raise QuickLineError("interest_twice", span, name=stake.name)
    return list(stakes.values())


def _stake(text: str, span: Span, levels: Sequence[float]) -> SaidStake:
    part = text[slice(*span)]
    found = _SIGNS.search(part)
    name = tidy(part[: found.start()] if found else part)
    signs = "".join(found[0].split()).translate(_MINUSES) if found else WITHOUT_SIGNS
    if not name:
        raise QuickLineError("interest_without_name", span, part=tidy(part))
    if re.search(r":\s", name):
        raise QuickLineError("second_colon", span, part=tidy(part))
    if signs == NOT_KNOWN:
        return SaidStake(name, None, 1.0)
    if len(set(signs)) > 1 or signs[0] == NOT_KNOWN or len(signs) >= len(levels):
        raise QuickLineError("unclear_signs", span, part=tidy(part))
    return SaidStake(name, levels[len(signs)], 1.0 if signs[0] == "+" else -1.0)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The same place without the spaces around it."""
    part = text[start:end]
    if not part.strip():
        return start, start
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
