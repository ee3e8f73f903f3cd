"""From step to step: the web a workshop begins with, what a step does to it, and which steps were done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain
from types import MappingProxyType

from coprod_core.acts.command import Command
from coprod_core.acts.commands import (
    AddActor,
    AddInterest,
    AddOption,
    AddRule,
    ChangeOption,
    ChangeProcess,
    ChangeRule,
    RemoveActor,
    RemoveInterest,
    RemoveOption,
    RemoveRule,
    Together,
)
from coprod_core.acts.history import History
from coprod_core.acts.links import MarkUnknown, SetRelation, SetStake
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.web.model import Option, Rule, Web
from coprod_core.workshop.dilemmas_told import losses_of_who_comes_in
from coprod_core.workshop.values import OWN, Choose, Event, Reveal, Step, Way

NOTHING_TAKEN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Parts:
    """Ids of things in a web, by the list they stand in."""

    actors: frozenset[str]
    interests: frozenset[str]
    options: frozenset[str]
    rules: frozenset[str]


def hidden(steps: tuple[Step, ...]) -> Parts:
    """What some step brings in, and so is not there at first."""
    reveals = [step for step in steps if isinstance(step, Reveal)]
    return Parts(*(frozenset(chain(*(getattr(step, f.name) for step in reveals))) for f in fields(Parts)))


def without_later(whole: Web, steps: tuple[Step, ...]) -> Web:
    """A whole web without what some step brings in."""
    parts = hidden(steps)
    gone: list[Command] = [
        *map(RemoveActor, sorted(parts.actors)),
        *map(RemoveInterest, sorted(parts.interests)),
        *map(RemoveOption, sorted(parts.options)),
        *map(RemoveRule, sorted(parts.rules)),
    ]
    return Together(tuple(gone)).applied_to(whole)


def act_of(
    whole: Web, step: Step, web: Web, way: Way | None = None, taken: Mapping[str, str] = NOTHING_TAKEN
) -> TakeStep | None:
    """What a step does to a web as it is now, None where it does nothing.

    `whole`: the web with everything that steps bring in. `way`: the one chosen, in a `Choose`. `taken`: by step the way
    out that was chosen before, to which a card answers.
    """
    if isinstance(step, Reveal):
        commands = tuple(_brought(whole, web, step))
        return TakeStep(commands, step.id, "", step.heading) if commands else None
    if isinstance(step, Event):
        return TakeStep((step.for_path(taken) or step).acts, step.id, "", step.heading)
    if isinstance(step, Choose) and way is not None:
        return TakeStep(way.acts, step.id, way.id, way.text, way.plan)
    return None


def own_way(step: Choose, text: str, plan: str = "", no_to: str = "") -> TakeStep:
    """What a group does that goes a way of its own: it changes the web only through the plan it names, if any."""
    return TakeStep((), step.id, OWN, text, plan, no_to)


def ways_taken(history: History) -> dict[str, str]:
    """By step of a choice the way out that was chosen there, in the order in which they were."""
    return {id_: act.way for id_, act in done(history).items() if act.way}


def _brought(whole: Web, web: Web, step: Reveal) -> Iterator[Command]:
    """What brings the parts of a step from the whole web into the web as it is."""
    actors = [whole.actor_by_id[id_] for id_ in step.actors if id_ not in web.actor_by_id]
    interests = [whole.interest_by_id[id_] for id_ in step.interests if id_ not in web.interest_by_id]
    yield from map(AddActor, actors)
    yield from map(AddInterest, interests)
    parties = {*web.actor_by_id, *(actor.id for actor in actors)}
    known = {*web.interest_by_id, *(interest.id for interest in interests)}
    new = {*(actor.id for actor in actors), *(interest.id for interest in interests)}
    for stake in whole.stakes:
        if stake.actor in parties and stake.interest in known and new & {stake.actor, stake.interest}:
            yield SetStake(stake)
    for gap in whole.unknown:
        if gap.actor in parties and gap.interest in known and new & {gap.actor, gap.interest}:
            yield MarkUnknown(gap.actor, gap.interest)
    for relation in whole.relations:
        if relation.pair <= known and relation.pair & new:
            yield SetRelation(relation)
    fresh = {interest.id for interest in interests}
    yield from _touched(whole, web, fresh)
    for id_ in step.options:
        if id_ not in web.option_by_id:
            plan = whole.option_by_id[id_]
            yield AddOption(replace(plan, effects=_only(plan.effects, known)))
    for id_ in step.rules:
        if id_ not in web.rule_by_id:
            rule = whole.rule_by_id[id_]
            yield AddRule(replace(rule, protects=_only(rule.protects, known), hinders=_only(rule.hinders, known)))
    named = {"emphasis_on": {actor.id for actor in actors}, "own_reading": {*step.options} - {*web.option_by_id}}
    said = {name: getattr(whole.process, name) for name, ids in named.items() if getattr(whole.process, name) in ids}
    if said:
        yield ChangeProcess(said)
    yield from losses_of_who_comes_in(whole, web, parties)


def _touched(whole: Web, web: Web, fresh: set[str]) -> Iterator[Command]:
    """What the plans and rules that are there already do to interests that come in."""
    for plan in web.options:
        if further := _further(plan, whole.option_by_id.get(plan.id), ("effects",), fresh):
            yield ChangeOption(plan.id, further)
    for rule in web.rules:
        if further := _further(rule, whole.rule_by_id.get(rule.id), ("protects", "hinders"), fresh):
            yield ChangeRule(rule.id, further)


def _further(
    item: Option | Rule, whole: Option | Rule | None, maps: tuple[str, ...], fresh: set[str]
) -> dict[str, dict[str, float]]:
    added = {name: _only(getattr(whole, name), fresh) for name in maps} if whole is not None else {}
    return {name: {**getattr(item, name), **levels} for name, levels in added.items() if levels}


def _only(levels: Mapping[str, float], known: set[str]) -> dict[str, float]:
    return {id_: level for id_, level in levels.items() if id_ in known}


def done(history: History) -> dict[str, TakeStep]:
    """The steps whose act stands in a meeting, by id."""
    acts = (moment.command for moment in history.moments())
    return {act.step: act for act in reversed([act for act in acts if isinstance(act, TakeStep)])}


def is_last(history: History, step: str) -> bool:
    """Whether this step's act is the last thing that stands, so that it can be taken back by itself."""
    last = history.now.command
    return isinstance(last, TakeStep) and last.step == step
