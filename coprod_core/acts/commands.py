"""One frozen value per act a person can do. Each says how it changes a web; none changes anything itself.

A command that does not fit the web raises `CannotApply` (what it is about is gone or exists already) or
`InvalidValue` (the values it brings may not exist); the web it was tried on is untouched either way.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Annotated, Any, ClassVar, TypeVar

from coprod_core.acts.command import Add, Change, ChangeOnly, Command, OneAct, Remove
from coprod_core.acts.named_lists import changed, existing, with_changes
from coprod_core.acts.plain import AnyChanges, AnyNumber, AnyText, Places
from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.checked.several import Many, empty
from coprod_core.checked.values import value
from coprod_core.web.conventions import DESIGN
from coprod_core.web.deviations import DESIGN_OF_PROCESS
from coprod_core.web.model import Actor, Interest, Option, Process, Rule, Web
from coprod_core.web.own_dilemmas import without_party
from coprod_core.web.replies import REPLY, replied, without_reply
from coprod_core.web.word_levels import counted_by

# -- lists of named things ------------------------------------------------------------------------------------------


def _without_naming(process: Process, name: str, id_: str) -> Process:
    """The process, its field `name` emptied where it names what is taken away."""
    emptied: dict[str, Any] = {name: ""}
    return replace(process, **emptied) if getattr(process, name) == id_ else process


def _not_proposed_by(option: Option, actor: str) -> Option:
    return replace(option, proposed_by="") if option.proposed_by == actor else option


@value(slots=False)
class AddActor(Add):
    act, part = "add_actor", "actors"
    actor: Actor


@value(slots=False)
class ChangeActor(Change):
    act, part = "change_actor", "actors"


@value(slots=False)
class RemoveActor(Remove):
    act, part = "remove_actor", "actors"

    def along_with(self, web: Web) -> dict[str, Any]:
        return {
            "stakes": tuple(s for s in web.stakes if s.actor != self.id),
            "unknown": tuple(u for u in web.unknown if u.actor != self.id),
            "conditions": web.conditions.without_party(self.id),
            "accounting": web.accounting.without("actors", self.id),
            "options": tuple(_not_proposed_by(option, self.id) for option in web.options),
            "process": _without_naming(web.process, "emphasis_on", self.id),
            "dilemmas": without_party(web.dilemmas, self.id),
        }


@value(slots=False)
class AddInterest(Add):
    act, part = "add_interest", "interests"
    interest: Interest


@value(slots=False)
class ChangeInterest(Change):
    """`changes` may hold a `reply`, as logs of before do: see `coprod_core.web.replies`."""

    act, part = "change_interest", "interests"

    def applied_to(self, web: Web) -> Web:
        told = changed(web, self.part, self.id, without_reply(self.changes))
        return replied(told, self.id, self.changes[REPLY]) if REPLY in self.changes else told


@value(slots=False)
class RemoveInterest(Remove):
    act, part = "remove_interest", "interests"

    def along_with(self, web: Web) -> dict[str, Any]:
        return {
            "stakes": tuple(s for s in web.stakes if s.interest != self.id),
            "unknown": tuple(u for u in web.unknown if u.interest != self.id),
            "relations": tuple(r for r in web.relations if self.id not in (r.a, r.b)),
            "accounting": web.accounting.without("interests", self.id),
            "options": tuple(replace(o, effects=self._without(o.effects)) for o in web.options),
            "rules": tuple(
                replace(r, protects=self._without(r.protects), hinders=self._without(r.hinders)) for r in web.rules
            ),
        }

    def _without(self, levels: Mapping[str, float]) -> dict[str, float]:
        return {key: level for key, level in levels.items() if key != self.id}


@value(slots=False)
class AddOption(Add):
    act, part = "add_option", "options"
    option: Option


@value(slots=False)
class ChangeOption(Change):
    act, part = "change_option", "options"


@value(slots=False)
class RemoveOption(Remove):
    act, part = "remove_option", "options"

    def along_with(self, web: Web) -> dict[str, Any]:
        return {"process": _without_naming(web.process, "own_reading", self.id)}


@value(slots=False)
class AddRule(Add):
    act, part = "add_rule", "rules"
    rule: Rule


@value(slots=False)
class ChangeRule(Change):
    act, part = "change_rule", "rules"


@value(slots=False)
class RemoveRule(Remove):
    act, part = "remove_rule", "rules"

    def along_with(self, web: Web) -> dict[str, Any]:
        return {"conditions": web.conditions.without_rule(self.id)}


# -- who is at the table --------------------------------------------------------------------------------------------


@value(slots=False)
class Seat(Command):
    """Gives a party seats at the table; 0 takes it away from the table.

    Inviting a citizen party that is not marked as initiator, while nobody at the table with a stake is, marks those
    already seated, so that a later reading still knows who began (docs/indicators.md, section 6).
    """

    act = "seat"
    actor: AnyText
    seats: AnyNumber

    def applied_to(self, web: Web) -> Web:
        existing(web, "actors", self.actor)
        invited = web.actor_by_id[self.actor]
        if invited.citizens and not (invited.seated or invited.initiator) and self.seats > 0:
            web = _with_initiators_marked(web)
        return changed(web, "actors", self.actor, {"seats": self.seats})


def _with_initiators_marked(web: Web) -> Web:
    staked = {stake.actor for stake in web.stakes if stake.weight > 0}
    if any(a.citizens and a.seated and a.initiator and a.id in staked for a in web.actors):
        return web
    return replace(web, actors=tuple(replace(a, initiator=True) if a.citizens and a.seated else a for a in web.actors))


# -- the whole web --------------------------------------------------------------------------------------------------


@value(slots=False)
class ChangeProcess(ChangeOnly):
    """`changes`: field name of Process -> new value."""

    act, part = "change_process", "process"


@value(slots=False)
class ChangeConventions(Command):
    """`changes`: field name of Conventions -> new value. What stood exactly on a word's level moves with the word."""

    act = "change_conventions"
    changes: AnyChanges

    def applied_to(self, web: Web) -> Web:
        return counted_by(web, with_changes(web.conventions, self.changes))


@value(slots=False)
class ResetConventions(Command):
    """Counts as the design does again: the conventions, and the two that stand in the process."""

    act = "reset_conventions"

    def applied_to(self, web: Web) -> Web:
        design: dict[str, Any] = {**DESIGN_OF_PROCESS}
        return counted_by(replace(web, process=replace(web.process, **design)), DESIGN)


@value(slots=False)
class ChangeMeeting(Command):
    """`changes`: one or more of title, language, notes, filled_in_by, missing_plan, phase -> new text."""

    act = "change_meeting"
    CHANGEABLE: ClassVar = frozenset({"title", "language", "notes", "filled_in_by", "missing_plan", "phase"})
    changes: AnyChanges

    def applied_to(self, web: Web) -> Web:
        unknown = [Fault(key, "unknown_key", {"key": key}) for key in self.changes if key not in self.CHANGEABLE]
        if unknown:
            raise InvalidValue(unknown)
        return replace(web, **self.changes)


@value(slots=False)
class MoveNodes(Command):
    """Puts parties and interests at canvas coordinates: id -> (x, y)."""

    act = "move_nodes"
    actors: Places = field(default_factory=empty)
    interests: Places = field(default_factory=empty)

    def applied_to(self, web: Web) -> Web:
        for name, places in (("actors", self.actors), ("interests", self.interests)):
            for id_ in places:
                existing(web, name, id_)
        return replace(web, actors=_placed(web.actors, self.actors), interests=_placed(web.interests, self.interests))


Placed = TypeVar("Placed", Actor, Interest)


def _placed(items: tuple[Placed, ...], places: Mapping[str, tuple[float, float]]) -> tuple[Placed, ...]:
    return tuple(replace(i, x=places[i.id][0], y=places[i.id][1]) if i.id in places else i for i in items)


@value(slots=False)
class Together(Command):
    """Several commands that are one act: done, undone and stored as one."""

    act = "together"
    commands: Annotated[tuple[Command, ...], Many(OneAct(Command))]

    def applied_to(self, web: Web) -> Web:
        for command in self.commands:
            web = command.applied_to(web)
        return web


@value(slots=False)
class OpenWeb(Command):
    """Puts a whole web on the table: how a meeting begins from a case or a file."""

    act = "open_web"
    web: Web

    def applied_to(self, web: Web) -> Web:
        return self.web


@value(slots=False)
class BringIn(Command):
    """Puts the web that a file led to in place of what there was; `name` says which file, so that the log tells."""

    act = "bring_in"
    web: Web
    name: AnyText

    def applied_to(self, web: Web) -> Web:
        return self.web


@value(slots=False)
class AdoptScenario(Command):
    """Takes the whole web of a scenario over into the meeting; `name` is the scenario's, so that the log tells."""

    act = "adopt_scenario"
    web: Web
    name: AnyText

    def applied_to(self, web: Web) -> Web:
        return self.web
