"""The one-line entry: `Bewoners Kade (60) aan tafel 6: droge kelder +++, groen -, parkeren ++` as one act.

Read from left to right: a party, how many people it counts, whether it is at the table and with how many seats, and
after the colon what matters to it. `+ ++ +++` say how important a thing is to those who want it, `- -- ---` to those
who do not.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from coprod_core.commands import AddActor, AddInterest, ChangeActor, Command, Seat, SetStake, Together
from coprod_core.conventions import DESIGN
from coprod_core.errors import CoprodError
from coprod_core.model import Actor, Interest, Sphere, Stake, Web

LONGEST_LINE = 2_000
LARGEST_NUMBER = 1_000_000_000
WITHOUT_SIGNS = "++"

_NUMBER = r"(\d{1,3}(?:[., ]\d{3})+|\d+)"
_PEOPLE = re.compile(rf" ?\({_NUMBER}\)$")
_TABLE = re.compile(rf"(?:^| )(?:aan (?:de )?tafel|at the table)(?: {_NUMBER})?$", re.IGNORECASE)
_SIGNS = re.compile(r"[+\-−–—][+\-−–— ]*$")
_MINUSES = str.maketrans({"−": "-", "–": "-", "—": "--"})  # phones and word processors turn -- into one long dash


class QuickLineError(CoprodError):
    """A line that cannot be read, or that fits the web in more than one way."""


@dataclass(frozen=True)
class QuickLine:
    """What a line says. `people`, `seats` None = not said; `stakes`: interest name, weight 0..1, position 1 or -1."""

    name: str
    people: float | None = None
    at_table: bool = False
    seats: float | None = None
    stakes: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True)
class PreviewedStake:
    """A stake the line will set, and whether the interest is made for it."""

    interest: str
    new_interest: bool
    weight: float
    position: float


@dataclass(frozen=True)
class Preview:
    """What a line will do. `people`, `seats` None = they stay as they are."""

    party: str
    new_party: bool
    people: float | None
    seats: float | None
    stakes: tuple[PreviewedStake, ...]


def parse(text: str, levels: Sequence[float] = DESIGN.weights) -> QuickLine:
    """What a line says; `levels`: of the four weight words. Raises `QuickLineError`."""
    if len(text) > LONGEST_LINE:
        raise QuickLineError("line_too_long", length=len(text), longest=LONGEST_LINE)
    head, _, tail = _tidy(text).partition(":")
    name, people, table = _peeled(head.strip())
    if not name:
        raise QuickLineError("party_without_name")
    return QuickLine(
        name=name,
        people=_number(people and people[1]),
        at_table=table is not None,
        seats=_number(table and table[1]),
        stakes=_stakes(tail, levels),
    )


def preview(line: QuickLine, web: Web, seats_default: float = 1.0) -> Preview:
    """What a line will do to a web. Raises `QuickLineError` where a name fits two parties or two interests."""
    party = party_of(line, web)
    seats = _seats(line, party, seats_default)
    return Preview(
        party=party.name if party else line.name,
        new_party=party is None,
        people=None if party and line.people == party.people else line.people,
        seats=None if seats == (party.seats if party else 0.0) else seats,
        stakes=tuple(
            PreviewedStake(interest.name if interest else name, interest is None, weight, position)
            for name, weight, position, interest in _with_interests(line, web)
        ),
    )


def commands(line: QuickLine, web: Web, new_id: Callable[[str], str], seats_default: float = 1.0) -> Together:
    """The act a line asks for.

    `new_id` makes an id from a prefix; `seats_default` is what a group at the table gets when no number is given and
    it has no seats yet. Raises `QuickLineError` as `preview` does and where nothing would change, and `InvalidValue`
    where a name or number may not exist.
    """
    actor, acts = _party_acts(line, web, new_id, seats_default)
    for name, weight, position, interest in _with_interests(line, web):
        if interest is None:
            interest = Interest(new_id("k"), name)
            acts.append(AddInterest(interest))
        before = web.stake_by_pair.get((actor, interest.id))
        said = replace(before or Stake(actor, interest.id, weight), weight=weight, position=position)
        if said != before:
            acts.append(SetStake(said))
    if not acts:
        raise QuickLineError("nothing_changes", name=line.name)
    return Together(tuple(acts))


def party_of(line: QuickLine, web: Web) -> Actor | None:
    """The party on the web that a line is about, None for a new one. Raises `QuickLineError` when two have its name."""
    return _named(line.name, web.actors, "two_parties_match")


def _peeled(head: str) -> tuple[str, re.Match[str] | None, re.Match[str] | None]:
    """The name, the number of people and the words about the table; the last two in either order."""
    people = table = None
    while True:
        if not people and (people := _PEOPLE.search(head)):
            head = head[: people.start()]
        elif not table and (table := _TABLE.search(head)):
            head = head[: table.start()]
        else:
            return head, people, table


def _number(digits: str | None) -> float | None:
    if not digits:
        return None
    number = float(re.sub(r"\D", "", digits))
    if number > LARGEST_NUMBER:
        raise QuickLineError("number_too_large", number=digits, largest=LARGEST_NUMBER)
    return number


def _stakes(tail: str, levels: Sequence[float]) -> tuple[tuple[str, float, float], ...]:
    stakes: dict[str, tuple[str, float, float]] = {}
    for part in filter(None, (part.strip() for part in tail.split(","))):
        name, weight, position = _stake(part, levels)
        if stakes.setdefault(_key(name), (name, weight, position)) != (name, weight, position):
            raise QuickLineError("interest_twice", name=name)
    return tuple(stakes.values())


def _stake(part: str, levels: Sequence[float]) -> tuple[str, float, float]:
    found = _SIGNS.search(part)
    name = part[: found.start()].strip() if found else part
    signs = found[0].replace(" ", "").translate(_MINUSES) if found else WITHOUT_SIGNS
    if not name:
        raise QuickLineError("interest_without_name", part=part)
    if len(set(signs)) > 1 or len(signs) >= len(levels):
        raise QuickLineError("unclear_signs", part=part)
    return name, levels[len(signs)], 1.0 if signs[0] == "+" else -1.0


def _party_acts(
    line: QuickLine, web: Web, new_id: Callable[[str], str], seats_default: float
) -> tuple[str, list[Command]]:
    party = party_of(line, web)
    seats = _seats(line, party, seats_default)
    if party is None:
        # who is made at the table began the initiative; who is invited later did not (docs/indicators.md, section 6)
        made = Actor(new_id("a"), line.name, Sphere.CITIZENS, line.people, seats, initiator=seats > 0)
        return made.id, [AddActor(made)]
    acts: list[Command] = []
    if line.people is not None and line.people != party.people:
        acts.append(ChangeActor(party.id, {"people": line.people}))
    if seats != party.seats:
        acts.append(Seat(party.id, seats))
    return party.id, acts


def _seats(line: QuickLine, party: Actor | None, seats_default: float) -> float:
    """The seats a party will have; an organisation has one place at the table, it is never counted by heads."""
    before = party.seats if party else 0.0
    if not line.at_table:
        return before
    asked = line.seats if line.seats is not None else before or seats_default
    return min(asked, 1.0) if party and not party.citizens else asked


def _with_interests(line: QuickLine, web: Web) -> Iterator[tuple[str, float, float, Interest | None]]:
    for name, weight, position in line.stakes:
        yield name, weight, position, _named(name, web.interests, "two_interests_match")


Named = TypeVar("Named", Actor, Interest)


def _named(name: str, items: Iterable[Named], doubt: str) -> Named | None:
    """The item with this name; where several differ only in capitals, the one written just so."""
    alike = [item for item in items if _key(item.name) == _key(name)]
    exact = [item for item in alike if item.name == name]
    found = exact if len(exact) == 1 else alike
    if len(found) > 1:
        raise QuickLineError(doubt, name=name, count=len(found))
    return found[0] if found else None


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _key(name: str) -> str:
    return _tidy(name).casefold()
