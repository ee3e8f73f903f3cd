"""A web that may be handed to anyone: everything that is computed with, under ids that say nothing."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from coprod_core.web.asked import NOTED
from coprod_core.web.model import Actor, Option, Rule, Web

ASKED = ("power", *NOTED, "network_role", "ring_now", "ring_theirs", "ring_ours", "placed_by")
_PREFIX = {"actors": "a", "interests": "k", "options": "o", "rules": "r"}


def renumbered(web: Web, *, power_map: bool = False) -> Web:
    """The web with nothing in it but names and what enters a reading; ids a1, k1, o1 and r1 in file order.

    Left out: every note, the story, who filled it in, the missing plan, who lives here, the conditions for working
    together, what accounts for a choice, dilemmas of people's own and what is asked for the power map. An imported id
    can be a name, so none stays. `power_map`: with power, role and rings, and who says so; never with what is noted of
    a party.
    """
    left = NOTED if power_map else ASKED
    left_out: dict[str, Any] = {field.name: field.default for field in fields(Actor) if field.name in left}
    ids = {name: _numbers(name, web) for name in _PREFIX}
    actors, interests = ids["actors"], ids["interests"]
    return Web(
        title=web.title,
        language=web.language,
        actors=tuple(replace(a, id=actors[a.id], notes="", **left_out) for a in web.actors),
        interests=tuple(replace(k, id=interests[k.id], notes="") for k in web.interests),
        stakes=tuple(replace(s, actor=actors[s.actor], interest=interests[s.interest], notes="") for s in web.stakes),
        unknown=tuple(replace(u, actor=actors[u.actor], interest=interests[u.interest]) for u in web.unknown),
        relations=tuple(replace(r, a=interests[r.a], b=interests[r.b], notes="") for r in web.relations),
        options=tuple(_plan(o, ids) for o in web.options),
        rules=tuple(_rule(r, ids) for r in web.rules),
        process=replace(
            web.process,
            emphasis_on=actors.get(web.process.emphasis_on, ""),
            own_reading=ids["options"].get(web.process.own_reading, ""),
        ),
        conventions=web.conventions,
    )


def _numbers(name: str, web: Web) -> dict[str, str]:
    return {item.id: f"{_PREFIX[name]}{nth}" for nth, item in enumerate(getattr(web, name), 1)}


def _plan(plan: Option, ids: Mapping[str, Mapping[str, str]]) -> Option:
    effects = _levels(plan.effects, ids)
    proposed_by = ids["actors"].get(plan.proposed_by, "")
    return replace(plan, id=ids["options"][plan.id], effects=effects, proposed_by=proposed_by, notes="")


def _rule(rule: Rule, ids: Mapping[str, Mapping[str, str]]) -> Rule:
    protects, hinders = _levels(rule.protects, ids), _levels(rule.hinders, ids)
    return replace(rule, id=ids["rules"][rule.id], protects=protects, hinders=hinders, notes="")


def _levels(levels: Mapping[str, float], ids: Mapping[str, Mapping[str, str]]) -> dict[str, float]:
    return {ids["interests"][id_]: level for id_, level in levels.items()}
