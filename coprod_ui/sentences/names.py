"""The names in a sentence: people's own words, as plain text."""

from collections.abc import Iterable

from coprod_core.indicators.plans import WISH_PREFIX
from coprod_core.web.model import Web
from coprod_ui.words import Words, literal


def actor(web: Web, id_: str) -> str:
    """A party's name, to stand between marks of emphasis."""
    return literal(web.actor_by_id[id_].name)


def interest(web: Web, id_: str, longest: int | None = None) -> str:
    """An interest's name, to stand between marks of emphasis; cut off where there is room for `longest` only."""
    return literal(shortened(web.interest_by_id[id_].name, longest))


def unwanted(web: Web, party: str, interest: str, words: Words) -> str:
    """What follows the name of an interest that a party loses on: nothing, or that the party does not want it."""
    stake = web.stake_by_pair.get((party, interest))
    return f" {words('say_fixed.unwanted')}" if stake is not None and stake.position < 0 else ""


def plan(web: Web, id_: str, words: Words) -> str:
    """A plan's name; a wish that stands in for a plan is named after its party."""
    if id_.startswith(WISH_PREFIX) and id_ not in web.option_by_id:
        return words("say_plans.wish", actor=actor(web, id_.removeprefix(WISH_PREFIX)))
    return literal(web.option_by_id[id_].name)


def the_plan(web: Web, id_: str, words: Words) -> str:
    """A plan inside a sentence: behind its noun and in quotes; a wish is the wish of its party, without that noun."""
    name = plan(web, id_, words)
    return words("say_plans.the_plan", plan=name) if id_ in web.option_by_id else name


def rule(web: Web, id_: str, longest: int | None = None) -> str:
    """A rule's name, to stand between marks of emphasis; cut off where there is room for `longest` only."""
    return literal(shortened(web.rule_by_id[id_].name, longest))


def shortened(name: str, longest: int | None) -> str:
    """A name on one line, cut off with … where it is longer than there is room for."""
    line = " ".join(name.split())
    return line if longest is None or len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def listed(names: Iterable[str], words: Words) -> str:
    """Names in italics, as people list them."""
    return words.names([f"*{name}*" for name in names])


def some_listed(names: Iterable[str], words: Words, most: int = 5) -> str:
    """The same; of a long list the first, and how many more there are."""
    every = list(names)
    if len(every) <= most:
        return listed(every, words)
    shown = ", ".join(f"*{name}*" for name in every[:most])
    return f"{shown} {words('say_fixed.more', count=len(every) - most)}"
