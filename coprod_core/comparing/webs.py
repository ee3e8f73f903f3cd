"""Webs held side by side: what is different between two.

Speaks in codes with parameters. Where things stand on the canvas, and in which order, is no difference.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from typing import Any

from coprod_core.acts.commands import RemoveInterest, Together
from coprod_core.web import accounting
from coprod_core.web.accounting import Accounting
from coprod_core.web.all_conditions import Conditions, parts
from coprod_core.web.conventions import Conventions
from coprod_core.web.model import Actor, Interest, Option, Process, Relation, Rule, Stake, Web
from coprod_core.web.own_dilemmas import OwnDilemma, without_party
from coprod_core.web.word_levels import counted_by

# -- what is different ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """One thing in which a web differs from another. `params` holds ids, and values `before` and `after`.

    An id of something removed is found in the web before, every other id in the web after.
    """

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


def differences(before: Web, after: Web) -> tuple[Difference, ...]:
    """What a person would have to change in `before` to get `after`; empty when only places and order differ.

    In this order: parties, interests, what is at stake, how interests get along, plans, rules, approach, conventions,
    conditions for working together, what accounts for a choice, dilemmas of people's own, who lives here and who of
    them is at the table, the rest. What goes with a party, an interest or a rule that is removed, or comes with one
    that is added, is not told apart; nor is what moved along with a word that got another level.
    """
    agreed = before.conventions
    before = counted_by(before, after.conventions)
    return tuple(
        chain(
            _of_list("actors", before, after, _party),
            _of_list("interests", before, after, _interest),
            _stakes(before, after),
            _unknown(before, after),
            _relations(before, after),
            _of_list("options", _without_what_is_removed(before, after), after, _plan),
            _of_list("rules", _without_what_is_removed(before, after), after, _other_change),
            _values("process", before.process, after.process),
            _values("convention", agreed, after.conventions),
            _conditions(before, after),
            _accounting(before, after),
            _own_dilemmas(before, after),
            _population(before, after),
            _meeting(before, after),
        )
    )


def _without_what_is_removed(before: Web, after: Web) -> Web:
    """The web before, its plans and rules without what they do to interests that are removed, and its plans without
    parties that are removed.
    """
    gone = [RemoveInterest(interest.id) for interest in before.interests if interest.id not in after.interest_by_id]
    left = Together(tuple(gone)).applied_to(before)
    return replace(left, options=tuple(_from_a_party_of(after, option) for option in left.options))


def _from_a_party_of(web: Web, plan: Option) -> Option:
    return plan if plan.proposed_by in web.actor_by_id else replace(plan, proposed_by="")


_KINDS: Mapping[str, str] = {"actors": "party", "interests": "interest", "options": "plan", "rules": "rule"}


def _of_list(
    name: str, before: Web, after: Web, changes: Callable[[Any, Any], Iterator[Difference]]
) -> Iterator[Difference]:
    kind = _KINDS[name]
    was, now = ({item.id: item for item in getattr(web, name)} for web in (before, after))
    for id_ in now:
        if id_ not in was:
            yield Difference(f"{kind}_added", {kind: id_})
            continue
        old, new = was[id_], now[id_]
        if old.name != new.name:
            yield Difference("renamed", {"before": old.name, kind: id_})
        yield from changes(replace(old, name=new.name), new)
    for id_ in was:
        if id_ not in now:
            yield Difference(f"{kind}_removed", {kind: id_})


def _kind_of(item: Actor | Interest | Option | Rule) -> str:
    return {Actor: "party", Interest: "interest", Option: "plan", Rule: "rule"}[type(item)]


def _other_change(old: Any, new: Any) -> Iterator[Difference]:
    if old != new:
        yield Difference("changed", {_kind_of(new): new.id})


def _party(old: Actor, new: Actor) -> Iterator[Difference]:
    if old.seated != new.seated:
        yield Difference("seated" if new.seated else "left", {"party": new.id})
    elif old.seats != new.seats:
        yield Difference("seats", {"party": new.id, "before": old.seats, "after": new.seats})
    if old.people != new.people:
        yield Difference("people", {"party": new.id, "before": old.people, "after": new.people})
    if old.invitation != new.invitation:
        yield Difference("invitation", {"party": new.id, "after": new.invitation})
    if old.initiator != new.initiator:
        yield Difference("began" if new.initiator else "did_not_begin", {"party": new.id})
    told = {name: getattr(new, name) for name in ("seats", "people", "invitation", "initiator", "x", "y")}
    yield from _other_change(replace(old, **told), new)


def _interest(old: Interest, new: Interest) -> Iterator[Difference]:
    return _other_change(replace(old, x=new.x, y=new.y), new)


def _plan(old: Option, new: Option) -> Iterator[Difference]:
    if old.barred != new.barred:
        yield Difference("barred" if new.barred else "not_barred", {"plan": new.id})
    if old.feasibility != new.feasibility:
        yield Difference("easier_to_do" if new.feasibility > old.feasibility else "harder_to_do", {"plan": new.id})
    yield from _other_change(replace(old, barred=new.barred, feasibility=new.feasibility), new)


def _stakes(before: Web, after: Web) -> Iterator[Difference]:
    asked = {(unknown.actor, unknown.interest) for unknown in after.unknown}
    for pair, new in after.stake_by_pair.items():
        named = {"party": new.actor, "interest": new.interest}
        old = before.stake_by_pair.get(pair)
        if old is not None:
            yield from _stake(old, new, named)
        elif new.actor in before.actor_by_id:
            yield Difference("stake_added", {**named, "weight": new.weight, "position": new.position})
    for pair, old in before.stake_by_pair.items():
        if pair not in after.stake_by_pair and pair not in asked and _both_in(after, *pair):
            yield Difference("stake_removed", {"party": old.actor, "interest": old.interest})


def _stake(old: Stake, new: Stake, named: Mapping[str, str]) -> Iterator[Difference]:
    for name in ("weight", "position"):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield Difference(f"stake_{name}", {**named, "before": was, "after": now})
    if replace(old, weight=new.weight, position=new.position) != new:
        yield Difference("stake_changed", named)


def _both_in(web: Web, actor: str, interest: str) -> bool:
    return actor in web.actor_by_id and interest in web.interest_by_id


def _unknown(before: Web, after: Web) -> Iterator[Difference]:
    was, now = ({(u.actor, u.interest): u for u in web.unknown} for web in (before, after))
    for pair, unknown in now.items():
        if pair not in was and unknown.actor in before.actor_by_id:
            yield Difference("unknown_added", {"party": unknown.actor, "interest": unknown.interest})
    for pair, unknown in was.items():
        if pair not in now and pair not in after.stake_by_pair and _both_in(after, *pair):
            yield Difference("unknown_removed", {"party": unknown.actor, "interest": unknown.interest})


def _relations(before: Web, after: Web) -> Iterator[Difference]:
    was, now = ({relation.pair: relation for relation in web.relations} for web in (before, after))
    for pair, new in now.items():
        old = was.get(pair)
        if old is None or _substance(old) != _substance(new):
            yield Difference("relation_set", {"a": new.a, "b": new.b, "after": new.compatibility})
    for pair, old in was.items():
        if pair not in now and all(id_ in after.interest_by_id for id_ in pair):
            yield Difference("relation_removed", {"a": old.a, "b": old.b})


def _substance(relation: Relation) -> tuple[float, str]:
    return relation.compatibility, relation.notes


def _values(code: str, before: Process | Conventions, after: Process | Conventions) -> Iterator[Difference]:
    for each in fields(before):
        was, now = getattr(before, each.name), getattr(after, each.name)
        if was != now:
            yield Difference(code, {"field": each.name, "before": was, "after": now})


def _conditions(before: Web, after: Web) -> Iterator[Difference]:
    was, now = _without_what_went(before, after), _without_what_went(after, before)
    for part in parts():
        if _unordered(getattr(was, part)) != _unordered(getattr(now, part)):
            yield Difference("conditions", {"part": part})


def _without_what_went(web: Web, other: Web) -> Conditions:
    """What is said in a web, but for parties and rules that are not in the other."""
    said = web.conditions
    for actor in web.actor_by_id.keys() - other.actor_by_id.keys():
        said = said.without_party(actor)
    for rule in web.rule_by_id.keys() - other.rule_by_id.keys():
        said = said.without_rule(rule)
    return said


def _accounting(before: Web, after: Web) -> Iterator[Difference]:
    was, now = _kept_of_what_stays(before, after), _kept_of_what_stays(after, before)
    for part in accounting.parts():
        if _by_id(getattr(was, part)) != _by_id(getattr(now, part)):
            yield Difference("accounting", {"part": part})


def _kept_of_what_stays(web: Web, other: Web) -> Accounting:
    """What accounts for a choice in a web, but for parties and interests that are not in the other."""
    kept = web.accounting
    for actor in web.actor_by_id.keys() - other.actor_by_id.keys():
        kept = kept.without("actors", actor)
    for interest in web.interest_by_id.keys() - other.interest_by_id.keys():
        kept = kept.without("interests", interest)
    return kept


def _own_dilemmas(before: Web, after: Web) -> Iterator[Difference]:
    """By question, for that is what people know one by."""
    was, now = _dilemmas_of_who_stays(before, after), _dilemmas_of_who_stays(after, before)
    for id_, dilemma in now.items():
        if id_ not in was:
            yield Difference("dilemma_added", {"question": dilemma.question})
        elif was[id_] != dilemma:
            yield Difference("dilemma_changed", {"question": dilemma.question})
    for id_, dilemma in was.items():
        if id_ not in now:
            yield Difference("dilemma_removed", {"question": dilemma.question})


def _dilemmas_of_who_stays(web: Web, other: Web) -> Mapping[str, OwnDilemma]:
    """The own dilemmas of a web, but for parties that are not in the other."""
    held = web.dilemmas
    for actor in web.actor_by_id.keys() - other.actor_by_id.keys():
        held = without_party(held, actor)
    return {dilemma.id: dilemma for dilemma in held}


def _by_id(part: Any) -> Any:
    return {entry.id: entry for entry in part} if isinstance(part, tuple) else part


def _unordered(part: Any) -> Any:
    return {entry.named: entry for entry in part} if isinstance(part, tuple) else part


def _population(before: Web, after: Web) -> Iterator[Difference]:
    was, now = ({held.kind: replace(held, table=None) for held in web.population} for web in (before, after))
    if was != now:
        yield Difference("population")
    for feature in dict.fromkeys(held.feature for held in after.population):
        if _table(before, feature) != _table(after, feature):
            yield Difference("table_counted", {"feature": feature})


def _table(web: Web, feature: str) -> Mapping[str, float]:
    """How many at the table have which value, as far as it was counted."""
    counted = {held.value: held.table for held in web.population if held.feature == feature}
    return {value: table for value, table in counted.items() if table is not None}


def _meeting(before: Web, after: Web) -> Iterator[Difference]:
    about = ("title", "language", "notes", "filled_in_by", "missing_plan", "case")
    if any(getattr(before, name) != getattr(after, name) for name in about):
        yield Difference("meeting")
