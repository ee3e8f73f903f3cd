"""What a line does to a web: the act it asks for, and what that will be, before it is done."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from coprod_core.acts.command import Command
from coprod_core.acts.commands import AddActor, AddInterest, ChangeActor, Seat, Together
from coprod_core.acts.links import MarkUnknown, SetRelation, SetStake
from coprod_core.web.model import Actor, Interest, Relation, Sphere, Stake, Web
from coprod_ui.typed_line.reading import QuickLine, QuickLineError, RelatingLine, SaidStake, Span, tidy

NewId = Callable[[str], str]


@dataclass(frozen=True)
class PreviewedStake:
    """A stake the line will set, and whether the interest is made for it. `weight` None: marked as not known."""

    interest: str
    new_interest: bool
    weight: float | None
    position: float


@dataclass(frozen=True)
class Preview:
    """What a line will do of a party. `sphere`, `people`, `seats` None = they stay as they are."""

    party: str
    new_party: bool
    people: float | None
    seats: float | None
    stakes: tuple[PreviewedStake, ...]
    sphere: Sphere | None = None


@dataclass(frozen=True)
class PreviewedRelation:
    """How two interests will get along."""

    a: str
    b: str
    compatibility: float


def preview(line: QuickLine | RelatingLine, web: Web, seats_default: float = 1.0) -> Preview | PreviewedRelation:
    """What a line will do to a web. Raises `QuickLineError` where a name fits two parties or two interests, or where a
    relation names an interest that is not there.
    """
    if isinstance(line, RelatingLine):
        a, b = _related(line, web)
        return PreviewedRelation(a.name, b.name, line.compatibility)
    party = party_of(line, web)
    seats = _seats(line, party, seats_default)
    return Preview(
        party=party.name if party else line.name,
        new_party=party is None,
        people=None if party and line.people == party.people else line.people,
        seats=None if seats == (party.seats if party else 0.0) else seats,
        stakes=tuple(
            PreviewedStake(interest.name if interest else said.name, interest is None, said.weight, said.position)
            for said, interest in _with_interests(line, web)
        ),
        sphere=None if party and _sphere(line, party) == party.sphere else _sphere(line, party),
    )


def commands(line: QuickLine | RelatingLine, web: Web, new_id: NewId, seats_default: float = 1.0) -> Together:
    """The act a line asks for.

    `new_id` makes an id from a prefix; `seats_default` is what a group at the table gets when no number is given and
    it has no seats yet. Raises `QuickLineError` as `preview` does and where nothing would change, and `InvalidValue`
    where a name or number may not exist.
    """
    acts = _relating(line, web) if isinstance(line, RelatingLine) else _of_party(line, web, new_id, seats_default)
    if not acts:
        name = line.a if isinstance(line, RelatingLine) else line.name
        raise QuickLineError("nothing_changes", line.spans[0] if line.spans else (0, 0), name=name)
    return Together(tuple(acts))


def party_of(line: QuickLine, web: Web) -> Actor | None:
    """The party on the web that a line is about, None for a new one. Raises `QuickLineError` when two have its name."""
    return _named(line.name, web.actors, "two_parties_match", _span(line, 0))


# -- a party and what matters to it ---------------------------------------------------------------------------------


def _of_party(line: QuickLine, web: Web, new_id: NewId, seats_default: float) -> list[Command]:
    actor, acts = _party_acts(line, web, new_id, seats_default)
    for said, interest in _with_interests(line, web):
        if interest is None:
            interest = Interest(new_id("k"), said.name)
            acts.append(AddInterest(interest))
        acts += _stake_acts(said, actor, interest.id, web)
    return acts


def _stake_acts(said: SaidStake, actor: str, interest: str, web: Web) -> list[Command]:
    if said.weight is None:
        marked = any((pair.actor, pair.interest) == (actor, interest) for pair in web.unknown)
        return [] if marked else [MarkUnknown(actor, interest)]
    before = web.stake_by_pair.get((actor, interest))
    stake = replace(before or Stake(actor, interest, said.weight), weight=said.weight, position=said.position)
    return [] if stake == before else [SetStake(stake)]


def _party_acts(line: QuickLine, web: Web, new_id: NewId, seats_default: float) -> tuple[str, list[Command]]:
    party = party_of(line, web)
    seats, sphere = _seats(line, party, seats_default), _sphere(line, party)
    if party is None:
        # who is made at the table began the initiative; who is invited later did not (docs/indicators.md, section 6)
        began = sphere == Sphere.CITIZENS and seats > 0
        made = Actor(new_id("a"), line.name, sphere, line.people, seats, initiator=began)
        return made.id, [AddActor(made)]
    changes: dict[str, Any] = {}
    if line.people is not None and line.people != party.people:
        changes["people"] = line.people
    if sphere != party.sphere:
        changes["sphere"] = sphere
    acts: list[Command] = [ChangeActor(party.id, changes)] if changes else []
    if seats != party.seats:
        acts.append(Seat(party.id, seats))
    return party.id, acts


def _sphere(line: QuickLine, party: Actor | None) -> Sphere:
    return line.kind or (party.sphere if party else Sphere.CITIZENS)


def _seats(line: QuickLine, party: Actor | None, seats_default: float) -> float:
    """The seats a party will have; an organisation has one place at the table, it is never counted by heads."""
    before = party.seats if party else 0.0
    asked = before
    if line.at_table:
        asked = line.seats if line.seats is not None else before or seats_default
    return asked if _sphere(line, party) == Sphere.CITIZENS else min(asked, 1.0)


def _with_interests(line: QuickLine, web: Web) -> Iterator[tuple[SaidStake, Interest | None]]:
    for place, said in enumerate(line.stakes, 1):
        yield said, _named(said.name, web.interests, "two_interests_match", _span(line, place))


# -- two interests --------------------------------------------------------------------------------------------------


def _relating(line: RelatingLine, web: Web) -> list[Command]:
    a, b = _related(line, web)
    known = next((relation for relation in web.relations if relation.pair == {a.id, b.id}), None)
    if known is None:
        return [SetRelation(Relation(a.id, b.id, line.compatibility))]
    if known.compatibility * line.compatibility > 0:  # it says so already, perhaps more exactly
        return []
    return [SetRelation(replace(known, compatibility=line.compatibility))]


def _related(line: RelatingLine, web: Web) -> tuple[Interest, Interest]:
    a, b = (_existing(name, web, _span(line, place)) for place, name in enumerate((line.a, line.b)))
    if a.id == b.id:
        raise QuickLineError("related_to_itself", _span(line, 1), name=a.name)
    return a, b


def _existing(name: str, web: Web, span: Span) -> Interest:
    found = _named(name, web.interests, "two_interests_match", span)
    if found is None:
        raise QuickLineError("no_such_interest", span, name=name)
    return found


# -- names ----------------------------------------------------------------------------------------------------------

Named = TypeVar("Named", Actor, Interest)


def _named(name: str, items: Iterable[Named], doubt: str, span: Span) -> Named | None:
    """The item with this name; where several differ only in capitals, the one written just so."""
    alike = [item for item in items if _key(item.name) == _key(name)]
    exact = [item for item in alike if item.name == name]
    found = exact if len(exact) == 1 else alike
    if len(found) > 1:
        raise QuickLineError(doubt, span, name=name, count=len(found))
    return found[0] if found else None


def _key(name: str) -> str:
    return tidy(name).casefold()


def _span(line: QuickLine | RelatingLine, place: int) -> Span:
    return line.spans[place] if place < len(line.spans) else (0, 0)
