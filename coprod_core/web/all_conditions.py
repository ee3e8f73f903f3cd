"""All conditions of a meeting together, as they stand in its web."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from itertools import chain
from types import MappingProxyType
from typing import Annotated, Any

from coprod_core.checked.errors import Fault
from coprod_core.checked.fields import Kind
from coprod_core.checked.several import Many, Said
from coprod_core.checked.values import One, kinds, value
from coprod_core.web.conditions import (
    Absence,
    Appreciation,
    Block,
    Continuity,
    Engagement,
    Entry,
    Expectation,
    Frame,
    Motivation,
    Needs,
    Neighbourhoods,
    PartyId,
    Reflection,
    RuleId,
    RuleRoom,
    SharedWord,
    Subject,
    Workplace,
)

MOST = 2_000
"""The most entries in one list."""


@value(slots=False)
class Conditions:
    """The conditions for working together. Lists are in the order in which people said things."""

    frame: Frame = field(default_factory=Frame)
    expectations: Annotated[tuple[Expectation, ...], Many(One(Expectation), MOST)] = ()
    shared_words: Annotated[tuple[SharedWord, ...], Many(One(SharedWord), MOST)] = ()
    motivations: Annotated[tuple[Motivation, ...], Many(One(Motivation), MOST)] = ()
    needs: Annotated[tuple[Needs, ...], Many(One(Needs), MOST)] = ()
    engagement: Annotated[tuple[Engagement, ...], Many(One(Engagement), MOST)] = ()
    workplaces: Annotated[tuple[Workplace, ...], Many(One(Workplace), MOST)] = ()
    appreciations: Annotated[tuple[Appreciation, ...], Many(One(Appreciation), MOST)] = ()
    continuity: Continuity = field(default_factory=Continuity)
    absences: Annotated[tuple[Absence, ...], Many(One(Absence), MOST)] = ()
    neighbourhoods: Neighbourhoods = field(default_factory=Neighbourhoods)
    blocks: Annotated[tuple[Block, ...], Many(One(Block), MOST)] = ()
    rule_rooms: Annotated[tuple[RuleRoom, ...], Many(One(RuleRoom), MOST)] = ()
    reflections: Annotated[tuple[Reflection, ...], Many(One(Reflection), MOST)] = ()

    def block(self, subject: Subject) -> Block:
        """How far the group is with a subject; not talked about when nobody said."""
        return next((block for block in self.blocks if block.subject == subject), Block(subject))

    def rule_room(self, rule: str) -> RuleRoom:
        """What is said of a rule; nothing when nobody said."""
        return next((room for room in self.rule_rooms if room.rule == rule), RuleRoom(rule))

    def of_party(self, name: str, actor: str) -> Any:
        """A party's entry in `motivations`, `needs`, `workplaces` or `absences`; an empty one when there is none."""
        return next((entry for entry in getattr(self, name) if entry.actor == actor), LISTS[name](actor))  # type: ignore[call-arg]

    def engaged(self, actor: str, partner: str) -> Engagement:
        """How engaged a party is in working with a partner; unknown when nobody said."""
        named = (actor, partner)
        return next((entry for entry in self.engagement if entry.named == named), Engagement(actor, partner))

    def without_party(self, actor: str) -> "Conditions":
        """The same without what only exists because of this party."""
        return self._without(PartyId, actor)

    def without_rule(self, rule: str) -> "Conditions":
        """The same without what is said of this rule."""
        return self._without(RuleId, rule)

    def _without(self, kind: type[Kind], id_: str) -> "Conditions":
        kept: dict[str, Any] = {name: _kept(getattr(self, name), cls, kind, id_) for name, cls in LISTS.items()}
        return replace(self, **kept) if any(kept[name] != getattr(self, name) for name in LISTS) else self


NOTHING_SAID = Conditions()

SINGLES: Mapping[str, type] = MappingProxyType(
    {name: kind.of for name, kind in kinds(Conditions) if isinstance(kind, One)}
)
LISTS: Mapping[str, type[Entry]] = MappingProxyType(
    {name: kind.of.of for name, kind in kinds(Conditions) if isinstance(kind, Many) and isinstance(kind.of, One)}
)
"""What each part of the conditions holds: one value, or a list of entries."""


def _kept(entries: tuple[Any, ...], cls: type, kind: type[Kind], id_: str) -> tuple[Any, ...]:
    about = [name for name, of in kinds(cls) if isinstance(of, kind)]
    said = [name for name, of in kinds(cls) if isinstance(of, Said)] if kind is PartyId else []
    kept = (entry for entry in entries if all(getattr(entry, name) != id_ for name in about))
    return tuple(_unsaid(entry, said, id_) for entry in kept)


def _unsaid(entry: Any, said: list[str], id_: str) -> Any:
    changed = {
        name: {actor: text for actor, text in getattr(entry, name).items() if actor != id_}
        for name in said
        if id_ in getattr(entry, name)
    }
    return replace(entry, **changed) if changed else entry


# -- what may not be --------------------------------------------------------------------------------------------------


def faults_between(conditions: Conditions, actors: set[str], rules: set[str]) -> Iterator[Fault]:
    """What is wrong between entries, and between them and the parties and rules of the web."""
    if conditions is NOTHING_SAID:
        return iter(())
    return chain.from_iterable(
        _list_faults(f"conditions.{name}", getattr(conditions, name), actors, rules) for name in LISTS
    )


def _list_faults(place: str, entries: tuple[Any, ...], actors: set[str], rules: set[str]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], int] = {}
    for i, entry in enumerate(entries):
        here = f"{place}[{i}]"
        if (before := first.setdefault(entry.named, i)) != i:
            yield Fault(here, "duplicate_entry", {"id": " + ".join(entry.named), "first": f"{place}[{before}]"})
        for name, kind in kinds(entry.__class__):
            yield from (
                fault.within(f"{here}.{name}") for fault in _reference(getattr(entry, name), kind, actors, rules)
            )
        if isinstance(entry, Engagement) and entry.actor == entry.partner:
            yield Fault(f"{here}.partner", "engaged_with_itself", {"id": entry.actor})


def _reference(value: Any, kind: Kind, actors: set[str], rules: set[str]) -> Iterator[Fault]:
    match kind:
        case PartyId() if value not in actors:
            yield Fault("", "not_an_actor", {"id": value})
        case RuleId() if value not in rules:
            yield Fault("", "not_a_rule", {"id": value})
        case Said():
            yield from (Fault(actor, "not_an_actor", {"id": actor}) for actor in value if actor not in actors)


def parts() -> tuple[str, ...]:
    """The names of the parts, in file order."""
    return tuple(name for name, _ in kinds(Conditions))
