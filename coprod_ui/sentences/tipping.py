"""What would tip a dilemma, in the words people use for what is changed; or that nothing we tried does."""

from collections.abc import Mapping
from typing import NamedTuple

from coprod_core.indicators import dilemma_tipping as tipping
from coprod_core.indicators.dilemma_tipping import DIALS, TippedDial, TippedRule, Tips, rounded_away
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.role import Role
from coprod_core.indicators.rules import Rules
from coprod_core.web.conventions import FORCE_WORDS
from coprod_core.web.model import Process, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.undefined import undefined
from coprod_ui.words import Words, of_100

LEVELS: Mapping[str, tuple[tuple[float, str], ...]] = {
    "delegated": ((0.0, "informed"), (0.25, "heard"), (0.5, "advise"), (0.75, "decide_together"), (1.0, "decide")),
    "initiative": ((0.0, "government"), (0.5, "shared"), (1.0, "citizens")),
    "meddling": ((0.0, "none"), (0.3, "little"), (0.6, "much"), (1.0, "most")),
}
"""The values of a dial that have a word."""

_MOST_NAMED = 4


class DialRow(NamedTuple):
    """A dial by the name people know it by: where it stands, where it tips (None: nowhere), and what holds from there.

    `name` and `then` are plain words, not Markdown.
    """

    name: str
    now: float
    at: float | None
    then: str


# -- feasible or inclusive ------------------------------------------------------------------------------------------


def tipping_invitations(readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """Which single invitation makes a plan that works lose more than heard interests; or none, and why."""
    reading = readings.feasibility_inclusiveness
    if reading is None:
        return [undefined(readings, "feasibility_inclusiveness", words)]
    heard, plan = reading.here
    said = [_which_loses_more(heard, plan, words)]
    invited = tipping.tipping_invitations(reading)
    if not invited:
        return [*said, words("say_tip.nobody_to_invite")]
    tips = sorted((one for one in invited if one.tips), key=lambda one: one.heard - one.plan)
    for one in tips[:_MOST_NAMED]:
        numbers = " " + words("say_tip.losses", heard=of_100(one.heard), plan=of_100(one.plan)) if digits else ""
        said.append(words("say_tip.invitation", actor=names.actor(web, one.actor), numbers=numbers))
    if not tips:
        return [*said, words("say_tip.no_invitation")]
    if len(tips) > _MOST_NAMED:
        said.append(words("charts.more_rows", count=len(tips) - _MOST_NAMED))
    return [*said, words("say_tip.needs")]


def _which_loses_more(heard: float, plan: float, words: Words) -> str:
    shown = of_100(heard), of_100(plan)
    side = "same" if shown[0] == shown[1] else "heard" if heard > plan else "plan"
    return words(f"say_tip.now_{side}")


# -- steer, facilitate or lead --------------------------------------------------------------------------------------


def tipping_dials(role: Role, found: Tips, words: Words, digits: bool) -> list[str]:
    """Per role who loses most by it now, and what turn of each dial makes that another side."""
    said = []
    for way, tips in found.items():
        lines = [_most_now(way, role.sides[way], words)]
        lines += [_tipped(tip, words, digits) for tip in tips.values() if tip is not None]
        said.append(" ".join(lines if len(lines) > 1 else [*lines, words("say_tip.nothing")]))
    return said


def _most_now(way: str, side: str | None, words: Words) -> str:
    doing = words.choice("say_role.doing", way)
    if side is None:
        return words("say_role.hits_hardly", way=doing)
    return words("say_role.hits", numbers="", way=doing, side=words.choice("say_role.side", side))


def _tipped(tip: TippedDial, words: Words, digits: bool) -> str:
    numbers = _from_to(tip.value, tip.printed, words) if digits else ""
    when = _when(tip, words)
    started = f"{when[:1].upper()}{when[1:]}"
    if tip.after is None:
        return words("say_tip.dial_none", when=started, numbers=numbers)
    return words("say_tip.dial", when=started, after=words.choice("say_role.side", tip.after), numbers=numbers)


def _from_to(now: float, at: float, words: Words) -> str:
    """Where a dial stands and what it has to pass; `at` is rounded away from `now`, so that turning to it tips."""
    return " " + words("say_tip.from_to", now=words.number(now), at=words.number(at))


def _when(tip: TippedDial, words: Words) -> str:
    """From when, in the dial's own words: its first level beyond the tip, else the two levels it lies between."""
    if tip.dial not in LEVELS:
        return words(f"say_tip.{tip.dial}_{'more' if tip.at > tip.value else 'less'}")
    low, high = sorted((tip.at, tip.until))
    levels = LEVELS[tip.dial]
    within = [name for level, name in levels if low <= level <= high]
    if within:
        return words.choice(f"say_tip.{tip.dial}", within[0] if tip.at > tip.value else within[-1])
    below = [name for level, name in levels if level < low][-1]
    above = next(name for level, name in levels if level > high)
    ends = (words.choice(f"say_tip.{tip.dial}_level", name) for name in (below, above))
    return words("say_tip.between", dial=words.choice("process", tip.dial), low=next(ends), high=next(ends))


def dial_rows(process: Process, found: Tips, words: Words) -> list[DialRow]:
    """The dials as a picture shows them: per role those that tip, or every dial where none does."""
    rows = [
        DialRow(
            f"{words.choice('say_role.doing', way)}: {words.choice('process', dial)}",
            getattr(process, dial),
            tip.printed,
            words("charts.nobody_loses") if tip.after is None else words.choice("lenses", tip.after),
        )
        for way, tips in found.items()
        for dial, tip in tips.items()
        if tip is not None
    ]
    return rows or [DialRow(words.choice("process", dial), getattr(process, dial), None, "") for dial in DIALS]


# -- follow the rules or deviate ------------------------------------------------------------------------------------


def tipping_rule(rules: Rules, found: TippedRule, web: Web, words: Words, digits: bool) -> list[str]:
    """From which room another rule is the strongest, and from which force deviating weighs as much as following."""
    rule, strongest = web.rule_by_id[found.rule], rules.rules[found.rule]
    name = names.rule(web, found.rule)
    if not of_100(strongest.tension):
        said = [words("say_tip.no_strongest")]
    elif found.room is None or found.next_rule is None:
        said = [words("say_tip.room_nothing", rule=name)]
    else:
        numbers = _from_to(rule.discretion, rounded_away(found.room, rule.discretion), words)
        other = names.rule(web, found.next_rule)
        said = [words("say_tip.room", rule=name, other=other, numbers=numbers if digits else "")]
    return [*said, _force(found, web, words, digits)]


def _force(found: TippedRule, web: Web, words: Words, digits: bool) -> str:
    rule, name = web.rule_by_id[found.rule], names.rule(web, found.rule)
    if found.force is None:
        return words("say_tip.force_nothing", rule=name)
    if of_100(found.force) == of_100(rule.force):
        return words("say_tip.force_now", rule=name)
    numbers = _from_to(rule.force, rounded_away(found.force, rule.force), words)
    levels = {getattr(web.conventions, word): word.removeprefix("force_") for word in FORCE_WORDS}
    level = words.choice("force", levels[min(levels, key=lambda level: abs(level - found.force))])
    return words("say_tip.force", rule=name, level=level, numbers=numbers if digits else "")


def _printed(at: float | None, now: float) -> float | None:
    return None if at is None else rounded_away(at, now)


def rule_rows(found: TippedRule, web: Web, words: Words) -> list[DialRow]:
    """The room and the force of the strongest rule as a picture shows them."""
    rule = web.rule_by_id[found.rule]
    next_rule = "" if found.next_rule is None else words("say_tip.next_rule")
    force = "" if found.force is None else words("say_tip.equal")
    return [
        DialRow(words("rules.discretion"), rule.discretion, _printed(found.room, rule.discretion), next_rule),
        DialRow(words("rules.force"), rule.force, _printed(found.force, rule.force), force),
    ]
