"""One frozen value per act a person can do. Each says how it changes a web; none changes anything itself.

A command that does not fit the web raises `CannotApply` (what it is about is gone or exists already) or
`InvalidValue` (the values it brings may not exist); the web it was tried on is untouched either way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, Literal, TypeVar

from coprod_core.conventions import DESIGN
from coprod_core.errors import CannotApply, Fault, InvalidValue
from coprod_core.model import DESIGN_OF_PROCESS, Actor, Interest, Option, Relation, Rule, Stake, Unknown, Web
from coprod_core.named_lists import added, changed, existing, put, with_changes, without
from coprod_core.word_levels import counted_by

ListName = Literal["actors", "interests", "options", "rules"]


@dataclass(frozen=True)
class Command:
    """Base of every act. `act` names it in the log."""

    act: ClassVar[str]

    def applied_to(self, web: Web) -> Web:
        """The web after this act."""
        raise NotImplementedError


# -- lists of named things ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Add(Command):
    into: ClassVar[ListName]

    def applied_to(self, web: Web) -> Web:
        (item,) = (getattr(self, f.name) for f in fields(self))
        return added(web, self.into, item)


@dataclass(frozen=True)
class _Change(Command):
    """`changes`: field name -> new value; the id itself never changes."""

    inside: ClassVar[ListName]
    id: str
    changes: Mapping[str, Any]

    def applied_to(self, web: Web) -> Web:
        return changed(web, self.inside, self.id, self.changes)


@dataclass(frozen=True)
class _Remove(Command):
    """Takes a thing away, with everything that only exists because of it."""

    out_of: ClassVar[ListName]
    id: str

    def applied_to(self, web: Web) -> Web:
        values: dict[str, Any] = {self.out_of: without(web, self.out_of, self.id), **self.along_with(web)}
        return replace(web, **values)

    def along_with(self, web: Web) -> dict[str, Any]:
        return {}


@dataclass(frozen=True)
class AddActor(_Add):
    act, into = "add_actor", "actors"
    actor: Actor


@dataclass(frozen=True)
class ChangeActor(_Change):
    act, inside = "change_actor", "actors"


@dataclass(frozen=True)
class RemoveActor(_Remove):
    act, out_of = "remove_actor", "actors"

    def along_with(self, web: Web) -> dict[str, Any]:
        return {
            "stakes": tuple(s for s in web.stakes if s.actor != self.id),
            "unknown": tuple(u for u in web.unknown if u.actor != self.id),
            "conditions": web.conditions.without_party(self.id),
        }


@dataclass(frozen=True)
class AddInterest(_Add):
    act, into = "add_interest", "interests"
    interest: Interest


@dataclass(frozen=True)
class ChangeInterest(_Change):
    act, inside = "change_interest", "interests"


@dataclass(frozen=True)
class RemoveInterest(_Remove):
    act, out_of = "remove_interest", "interests"

    def along_with(self, web: Web) -> dict[str, Any]:
        return {
            "stakes": tuple(s for s in web.stakes if s.interest != self.id),
            "unknown": tuple(u for u in web.unknown if u.interest != self.id),
            "relations": tuple(r for r in web.relations if self.id not in (r.a, r.b)),
            "options": tuple(replace(o, effects=self._without(o.effects)) for o in web.options),
            "rules": tuple(
                replace(r, protects=self._without(r.protects), hinders=self._without(r.hinders)) for r in web.rules
            ),
        }

    def _without(self, levels: Mapping[str, float]) -> dict[str, float]:
        return {key: level for key, level in levels.items() if key != self.id}


@dataclass(frozen=True)
class AddOption(_Add):
    act, into = "add_option", "options"
    option: Option


@dataclass(frozen=True)
class ChangeOption(_Change):
    act, inside = "change_option", "options"


@dataclass(frozen=True)
class RemoveOption(_Remove):
    act, out_of = "remove_option", "options"


@dataclass(frozen=True)
class AddRule(_Add):
    act, into = "add_rule", "rules"
    rule: Rule


@dataclass(frozen=True)
class ChangeRule(_Change):
    act, inside = "change_rule", "rules"


@dataclass(frozen=True)
class RemoveRule(_Remove):
    act, out_of = "remove_rule", "rules"

    def along_with(self, web: Web) -> dict[str, Any]:
        return {"conditions": web.conditions.without_rule(self.id)}


# -- who is at the table --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seat(Command):
    """Gives a party seats at the table; 0 takes it away from the table.

    Inviting a citizen party while no citizen party is marked as initiator marks those already seated, so that a later
    reading still knows who began (docs/indicators.md, section 6).
    """

    act = "seat"
    actor: str
    seats: float

    def applied_to(self, web: Web) -> Web:
        existing(web, "actors", self.actor)
        invited = web.actor_by_id[self.actor]
        if invited.citizens and not invited.seated and self.seats > 0:
            web = _with_initiators_marked(web)
        return changed(web, "actors", self.actor, {"seats": self.seats})


def _with_initiators_marked(web: Web) -> Web:
    if any(actor.citizens and actor.initiator for actor in web.actors):
        return web
    return replace(web, actors=tuple(replace(a, initiator=True) if a.citizens and a.seated else a for a in web.actors))


# -- links ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SetStake(Command):
    """Says what is at stake for a party; replaces what was said of this pair before."""

    act = "set_stake"
    stake: Stake

    def applied_to(self, web: Web) -> Web:
        existing(web, "actors", self.stake.actor)
        existing(web, "interests", self.stake.interest)
        pair = (self.stake.actor, self.stake.interest)
        return replace(
            web,
            stakes=put(web.stakes, self.stake, lambda s: (s.actor, s.interest) == pair),
            unknown=tuple(u for u in web.unknown if (u.actor, u.interest) != pair),
        )


@dataclass(frozen=True)
class RemoveStake(Command):
    """Takes away the link between a party and an interest, and the mark that it is unknown."""

    act = "remove_stake"
    actor: str
    interest: str

    def applied_to(self, web: Web) -> Web:
        pair = (self.actor, self.interest)
        stakes = tuple(s for s in web.stakes if (s.actor, s.interest) != pair)
        unknown = tuple(u for u in web.unknown if (u.actor, u.interest) != pair)
        if len(stakes) == len(web.stakes) and len(unknown) == len(web.unknown):
            raise CannotApply("no_such_stake", actor=self.actor, interest=self.interest)
        return replace(web, stakes=stakes, unknown=unknown)


@dataclass(frozen=True)
class MarkUnknown(Command):
    """Says that nobody knows what this interest is to this party; what was guessed is taken away."""

    act = "mark_unknown"
    actor: str
    interest: str

    def applied_to(self, web: Web) -> Web:
        existing(web, "actors", self.actor)
        existing(web, "interests", self.interest)
        pair = (self.actor, self.interest)
        return replace(
            web,
            stakes=tuple(s for s in web.stakes if (s.actor, s.interest) != pair),
            unknown=put(web.unknown, Unknown(*pair), lambda u: (u.actor, u.interest) == pair),
        )


@dataclass(frozen=True)
class SetRelation(Command):
    """Says how two interests get along; replaces what was said of this pair before."""

    act = "set_relation"
    relation: Relation

    def applied_to(self, web: Web) -> Web:
        existing(web, "interests", self.relation.a)
        existing(web, "interests", self.relation.b)
        return replace(web, relations=put(web.relations, self.relation, lambda r: r.pair == self.relation.pair))


@dataclass(frozen=True)
class RemoveRelation(Command):
    act = "remove_relation"
    a: str
    b: str

    def applied_to(self, web: Web) -> Web:
        kept = tuple(r for r in web.relations if r.pair != frozenset((self.a, self.b)))
        if len(kept) == len(web.relations):
            raise CannotApply("no_such_relation", a=self.a, b=self.b)
        return replace(web, relations=kept)


# -- the whole web --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChangeProcess(Command):
    """`changes`: field name of Process -> new value."""

    act = "change_process"
    changes: Mapping[str, Any]

    def applied_to(self, web: Web) -> Web:
        return replace(web, process=with_changes(web.process, self.changes))


@dataclass(frozen=True)
class ChangeConventions(Command):
    """`changes`: field name of Conventions -> new value. What stood exactly on a word's level moves with the word."""

    act = "change_conventions"
    changes: Mapping[str, Any]

    def applied_to(self, web: Web) -> Web:
        return counted_by(web, with_changes(web.conventions, self.changes))


@dataclass(frozen=True)
class ResetConventions(Command):
    """Counts as the design does again: the conventions, and the two that stand in the process."""

    act = "reset_conventions"

    def applied_to(self, web: Web) -> Web:
        return counted_by(replace(web, process=replace(web.process, **DESIGN_OF_PROCESS)), DESIGN)


@dataclass(frozen=True)
class ChangeMeeting(Command):
    """`changes`: one or more of title, language, notes, filled_in_by, missing_plan -> new text."""

    act = "change_meeting"
    CHANGEABLE: ClassVar = frozenset({"title", "language", "notes", "filled_in_by", "missing_plan"})
    changes: Mapping[str, Any]

    def applied_to(self, web: Web) -> Web:
        unknown = [Fault(key, "unknown_key", {"key": key}) for key in self.changes if key not in self.CHANGEABLE]
        if unknown:
            raise InvalidValue(unknown)
        return replace(web, **self.changes)


@dataclass(frozen=True)
class MoveNodes(Command):
    """Puts parties and interests at canvas coordinates: id -> (x, y)."""

    act = "move_nodes"
    actors: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    interests: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def applied_to(self, web: Web) -> Web:
        for name, places in (("actors", self.actors), ("interests", self.interests)):
            for id_ in places:
                existing(web, name, id_)
        return replace(web, actors=_placed(web.actors, self.actors), interests=_placed(web.interests, self.interests))


Placed = TypeVar("Placed", Actor, Interest)


def _placed(items: tuple[Placed, ...], places: Mapping[str, tuple[float, float]]) -> tuple[Placed, ...]:
    return tuple(replace(i, x=places[i.id][0], y=places[i.id][1]) if i.id in places else i for i in items)


@dataclass(frozen=True)
class Together(Command):
    """Several commands that are one act: done, undone and stored as one."""

    act = "together"
    commands: tuple[Command, ...]

    def applied_to(self, web: Web) -> Web:
        for command in self.commands:
            web = command.applied_to(web)
        return web


@dataclass(frozen=True)
class OpenWeb(Command):
    """Puts a whole web on the table: how a meeting begins from a case or a file."""

    act = "open_web"
    web: Web

    def applied_to(self, web: Web) -> Web:
        return self.web


@dataclass(frozen=True)
class BringIn(Command):
    """Puts the web that a file led to in place of what there was; `name` says which file, so that the log tells."""

    act = "bring_in"
    web: Web
    name: str

    def applied_to(self, web: Web) -> Web:
        return self.web


@dataclass(frozen=True)
class AdoptScenario(Command):
    """Takes the whole web of a scenario over into the meeting; `name` is the scenario's, so that the log tells."""

    act = "adopt_scenario"
    web: Web
    name: str

    def applied_to(self, web: Web) -> Web:
        return self.web
