"""How the parts of a web must fit together: every reference is to something, and nothing is there twice."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from coprod_core.checked.errors import Fault
from coprod_core.web import accounting, own_dilemmas
from coprod_core.web.all_conditions import faults_between

if TYPE_CHECKING:
    from coprod_core.web.model import Option, Process, Relation, Rule, Stake, Unknown, Web

ID, ACTOR, INTEREST = attrgetter("id"), attrgetter("actor"), attrgetter("interest")
PAIR = attrgetter("actor", "interest")
"""The party and the interest that a stake, or the mark that one is not known, is about."""


def faults_between_parts(web: "Web") -> Iterator[Fault]:
    """Every reference to nothing, and everything that is there twice, in a web whose parts are sound by themselves."""
    actors = {actor.id for actor in web.actors}
    interests = {interest.id for interest in web.interests}
    return chain(
        _repeated_ids(web),
        _unknown_pairs("stakes", web.stakes, actors, interests),
        _unknown_pairs("unknown", web.unknown, actors, interests),
        _repeated_pairs(web),
        _relation_faults(web.relations, interests),
        _level_faults("options", web.options, ("effects",), interests),
        _level_faults("rules", web.rules, ("protects", "hinders"), interests),
        _process_faults(web.process, actors, {option.id for option in web.options}),
        faults_between(web.conditions, actors, {rule.id for rule in web.rules}),
        _proposer_faults(web.options, actors),
        accounting.faults_between(web.accounting, {"actors": actors, "interests": interests}),
        own_dilemmas.faults_between(web.dilemmas, actors),
    )


def _process_faults(process: "Process", actors: set[str], options: set[str]) -> Iterable[Fault]:
    if process.emphasis_on and process.emphasis_on not in actors:
        yield Fault("process.emphasis_on", "not_an_actor", {"id": process.emphasis_on})
    if process.own_reading and process.own_reading not in options:
        yield Fault("process.own_reading", "not_a_plan", {"id": process.own_reading})


def _proposer_faults(options: Iterable["Option"], actors: set[str]) -> Iterable[Fault]:
    for i, option in enumerate(options):
        if option.proposed_by and option.proposed_by not in actors:
            yield Fault(f"options[{i}].proposed_by", "not_an_actor", {"id": option.proposed_by})


def _repeated_ids(web: "Web") -> Iterable[Fault]:
    for name in ("actors", "interests", "options", "rules"):
        for i, first, id_ in _repeated(map(ID, getattr(web, name))):
            yield Fault(f"{name}[{i}].id", "duplicate_id", {"id": id_, "first": f"{name}[{first}]"})


def _repeated_pairs(web: "Web") -> Iterable[Fault]:
    for i, first, pair in _repeated(map(PAIR, web.stakes)):
        yield Fault(f"stakes[{i}]", "duplicate_stake", {"id": " + ".join(pair), "first": f"stakes[{first}]"})
    for i, first, pair in _repeated(map(PAIR, web.unknown)):
        yield Fault(f"unknown[{i}]", "duplicate_unknown", {"id": " + ".join(pair), "first": f"unknown[{first}]"})
    for i, first, kind in _repeated(h.kind for h in web.population):
        yield Fault(
            f"population[{i}]", "duplicate_headcount", {"id": " + ".join(kind), "first": f"population[{first}]"}
        )
    for i, first, ends in _repeated(r.pair for r in web.relations):
        shown = " + ".join(sorted(ends))
        yield Fault(f"relations[{i}]", "duplicate_relation", {"id": shown, "first": f"relations[{first}]"})


Key = TypeVar("Key", bound=Hashable)


def _repeated(keys: Iterable[Key]) -> Iterable[tuple[int, int, Key]]:
    """Where a key comes again, where it came first, and the key."""
    listed = tuple(keys)
    if len(set(listed)) == len(listed):  # as in nearly every web; each act looks again
        return
    seen: dict[Key, int] = {}
    for i, key in enumerate(listed):
        first = seen.setdefault(key, i)
        if first != i:
            yield i, first, key


def _unknown_pairs(
    name: str, items: Sequence["Stake | Unknown"], actors: set[str], interests: set[str]
) -> Iterable[Fault]:
    if actors.issuperset(map(ACTOR, items)) and interests.issuperset(map(INTEREST, items)):
        return  # as in nearly every web; each act looks again
    for i, item in enumerate(items):
        if item.actor not in actors:
            yield Fault(f"{name}[{i}].actor", "not_an_actor", {"id": item.actor})
        if item.interest not in interests:
            yield Fault(f"{name}[{i}].interest", "not_an_interest", {"id": item.interest})


def _relation_faults(relations: Iterable["Relation"], interests: set[str]) -> Iterable[Fault]:
    for i, relation in enumerate(relations):
        for end in ("a", "b"):
            if (id_ := getattr(relation, end)) not in interests:
                yield Fault(f"relations[{i}].{end}", "not_an_interest", {"id": id_})
        if relation.a == relation.b:
            yield Fault(f"relations[{i}]", "relation_to_itself", {"id": relation.a})


def _level_faults(
    name: str, items: Iterable["Option | Rule"], maps: tuple[str, ...], interests: set[str]
) -> Iterable[Fault]:
    for i, item in enumerate(items):
        for at in maps:
            for id_ in getattr(item, at):
                if id_ not in interests:
                    yield Fault(f"{name}[{i}].{at}.{id_}", "not_an_interest", {"id": id_})
