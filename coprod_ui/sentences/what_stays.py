"""What is said first of copies held beside the meeting now: which plan fits best in them, and what holds in all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.words import Words


@dataclass(frozen=True)
class Compared:
    """A web held beside others, with its readings."""

    web: Web
    readings: Readings


def headline(now: Compared, copies: Sequence[Compared], words: Words) -> str:
    """In how many copies another plan fits best than now, or which fits best in all."""
    best, others = best_plan(now), [best_plan(copy) for copy in copies]
    if best is None or None in others:
        return words("what_if.unknown_plan")
    count = sum(other != best for other in others)
    if count and len(copies) == 1:
        return words("what_if.other_plan_alone")
    if count:
        return words("what_if.other_plan", count=words.count(count), copies=words.count(len(copies)))
    if now.readings.plans.provisional:
        return words("what_if.same_wish", plan=names.plan(now.web, best, words))
    said = "what_if.same_plan_alone" if len(copies) == 1 else "what_if.same_plan"
    return words(said, plan=names.plan(now.web, best, words))


def best_plan(side: Compared) -> str | None:
    """The plan that fits best at its table as it is; None where that cannot be said."""
    dilemma = side.readings.feasibility_inclusiveness
    return None if dilemma is None else dilemma.best.plan


def stays(every: Sequence[Compared], words: Words) -> str | None:
    """What holds in the meeting and in every copy: what is unheard, who is hit hard and not there, where supporting
    ends up and the rule with most tension; None where none of these does.
    """
    web = every[0].web
    found = [
        words(f"what_if.stays.{name}", names=names.some_listed((named(web, id_, words) for id_ in ids), words))
        for name, (ids, named) in _staying(every).items()
        if ids
    ]
    return f"{words('what_if.stays.head')} {' '.join(found)}" if found else None


Staying = tuple[Sequence[str], Callable[[Web, str, Words], str]]
"""What stays, by id, and how it is named."""


def _staying(every: Sequence[Compared]) -> Mapping[str, Staying]:
    roles, rules = [side.readings.role for side in every], [side.readings.rules for side in every]
    return {
        "unheard": (_in_all(every, lambda gap: gap.unheard), lambda web, id_, _: names.interest(web, id_)),
        "alarm": (_in_all(every, lambda gap: gap.alarm), lambda web, id_, _: names.actor(web, id_)),
        "supporting": (_alike([None if role is None else role.plans["facilitate"] for role in roles]), names.plan),
        "rule": (
            _alike([None if each is None else each.strongest for each in rules]),
            lambda web, id_, _: names.rule(web, id_),
        ),
    }


def _in_all(every: Sequence[Compared], of: Callable[[Gap], Sequence[str]]) -> list[str]:
    found = [() if side.readings.gap is None else of(side.readings.gap) for side in every]
    return [id_ for id_ in found[0] if all(id_ in each for each in found)]


def _alike(answers: Sequence[str | None]) -> list[str]:
    first = answers[0]
    return [first] if first is not None and set(answers) == {first} else []
