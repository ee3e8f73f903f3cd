"""What stands under a role in the second dilemma: where it leads, for whom that is hardest, and what each side loses.

Roles stand in a fixed order and none is said to be better.
"""

from dataclasses import dataclass

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import hardest_for
from coprod_core.indicators.role import OWNERSHIP, Role
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words

_TIE = 1e-9


@dataclass(frozen=True)
class Loss:
    """What a side loses by a role: its `name`, `said` in words, and how long its bar is (0..1)."""

    name: str
    said: str
    part: float


def headline(role: Role, web: Web, words: Words) -> str:
    """Which side each of the two roles furthest apart hits most; or that all of them end up at one plan."""
    plans = set(role.plans.values())
    if len(plans) > 1 or len(role.plans) < 2:
        return ""
    plan = names.plan(web, next(iter(plans)), words)
    differs = [words("look_role.same_plan_differs")] if role.ownership > _TIE else []
    return " ".join([words("look_role.same_plan", plan=plan), *differs])


def leads_to(role: Role, way: str, web: Web, words: Words) -> str:
    """The plan a role probably ends up at."""
    return f"*{names.plan(web, role.plans[way], words)}*"


def whose_reading(role: Role, way: str, words: Words) -> str:
    """By whose reading of the general interest leading goes; nothing of another role."""
    if way != "lead":
        return ""
    return words("look_role.own_reading" if role.own_reading else "look_role.our_reading")


def hardest(readings: Readings, role: Role, way: str, web: Web, words: Words) -> list[str]:
    """For which residents, at the table or not, the plan of a role is hardest, and because of which interest."""
    found = hardest_for(readings.weights, readings.plans, role.plans[way])
    if found is None or found.acceptance >= 1 - _TIE:
        return [words("say_table.hard_for_nobody")]
    because = (
        [] if found.because_of is None else [words("look_role.because", interest=names.interest(web, found.because_of))]
    )
    return [f"*{names.actor(web, found.actor)}*", *because]


def losses(role: Role, way: str, words: Words, digits: bool) -> list[Loss]:
    """What each side that looks at plans loses by a role; ownership stands apart."""
    return [
        Loss(words.choice("lenses", side), _lost(role, way, side, loss, words, digits), loss)
        for side, loss in role.losses[way].items()
        if side != OWNERSHIP
    ]


def _lost(role: Role, way: str, side: str, loss: float, words: Words, digits: bool) -> str:
    unweighted = role.unweighted[way][side]
    if unweighted <= _TIE:
        return words("look_role.sees_nothing")
    if loss <= _TIE:
        return words("look_role.not_counted_short", numbers=_number(unweighted, words, digits))
    return f"{plain_part(loss, words, False)}{_number(loss, words, digits)}"


def _number(loss: float, words: Words, digits: bool) -> str:
    """How many of 100, where a bar says the rest."""
    return f" ({words.of_100(loss)})" if digits else ""


def not_counted(role: Role, words: Words) -> list[str]:
    """Whose losses do not count here, and because of what was filled in; once for all roles."""
    sides = {
        side: [role.losses[way][side] for way, lost in role.unweighted.items() if lost[side] > _TIE]
        for side in ("initiators", "political_authority")
        if side in next(iter(role.unweighted.values()))
    }
    return [words(f"look_role.not_counted_{side}") for side, lost in sides.items() if lost and max(lost) <= _TIE]


def ownership(role: Role, way: str, web: Web, words: Words) -> str:
    """What a role does to residents' ownership, by our convention."""
    if role.ownership <= _TIE:
        return words("look_role.ownership_none")
    taken = web.conventions.ownership_cost[way]
    if not taken:
        return words("say_role.ownership_kept")
    return words("look_role.ownership_given", part=plain_part(taken, words, False))
