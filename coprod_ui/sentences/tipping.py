"""What would tip a dilemma, in the words people use for what is changed; or that nothing we tried does."""

from collections.abc import Mapping
from typing import NamedTuple

from coprod_core.conventions import FORCE_WORDS
from coprod_core.indicators import Readings, Role, Rules
from coprod_core.indicators import dilemma_tipping as tipping
from coprod_core.indicators.dilemma_tipping import TippedDial, TippedRule
from coprod_core.model import Process, Web
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
    return [*said, f"{words('say_invite.no_reason')} {words('say_invite.needs')}"]


def _which_loses_more(heard: float, plan: float, words: Words) -> str:
    shown = of_100(heard), of_100(plan)
    side = "same" if shown[0] == shown[1] else "heard" if heard > plan else "plan"
    return words(f"say_tip.now_{side}")


# -- steer, facilitate or lead --------------------------------------------------------------------------------------


def tipping_dials(role: Role, found: Mapping[str, TippedDial | None], words: Words, digits: bool) -> list[str]:
    """Per dial what turns another role into the least costly one; once that nothing does, where nothing does."""
    now = _doing(tipping.least_costly(role), words)
    said = [words("say_tip.role_now", way=now)]
    if not any(found.values()):
        return [*said, words("say_tip.nothing", way=now)]
    for dial, tip in found.items():
        if tip is None:
            said.append(words("say_tip.dial_stays", dial=words.choice("process", dial)))
        else:
            said.append(_tipped(tip, words, digits))
    return said


def _tipped(tip: TippedDial, words: Words, digits: bool) -> str:
    numbers = " " + words("say_tip.from_to", now=words.number(tip.value), at=words.number(tip.at)) if digits else ""
    when = _when(tip, words)
    before, after = _doing(tip.before, words), _doing(tip.after, words)
    return words("say_tip.dial", when=f"{when[:1].upper()}{when[1:]}", after=after, before=before, numbers=numbers)


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


def _doing(way: str, words: Words) -> str:
    doing = words.choice("say_role.doing", way)
    return f"{doing[:1].lower()}{doing[1:]}"


def dial_rows(process: Process, found: Mapping[str, TippedDial | None], words: Words) -> list[DialRow]:
    """The dials as a picture shows them."""
    return [
        DialRow(
            words.choice("process", dial),
            getattr(process, dial),
            None if tip is None else tip.at,
            "" if tip is None else _doing(tip.after, words),
        )
        for dial, tip in found.items()
    ]


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
        numbers = " " + words("say_tip.from_to", now=words.number(rule.discretion), at=words.number(found.room))
        other = names.rule(web, found.next_rule)
        said = [words("say_tip.room", rule=name, other=other, numbers=numbers if digits else "")]
    return [*said, _force(found, web, words, digits)]


def _force(found: TippedRule, web: Web, words: Words, digits: bool) -> str:
    rule, name = web.rule_by_id[found.rule], names.rule(web, found.rule)
    if found.force is None:
        return words("say_tip.force_nothing", rule=name)
    if of_100(found.force) == of_100(rule.force):
        return words("say_tip.force_now", rule=name)
    numbers = " " + words("say_tip.from_to", now=words.number(rule.force), at=words.number(found.force))
    levels = {getattr(web.conventions, word): word.removeprefix("force_") for word in FORCE_WORDS}
    level = words.choice("force", levels[min(levels, key=lambda level: abs(level - found.force))])
    return words("say_tip.force", rule=name, level=level, numbers=numbers if digits else "")


def rule_rows(found: TippedRule, web: Web, words: Words) -> list[DialRow]:
    """The room and the force of the strongest rule as a picture shows them."""
    rule = web.rule_by_id[found.rule]
    next_rule = "" if found.next_rule is None else words("say_tip.next_rule")
    force = "" if found.force is None else words("say_tip.equal")
    return [
        DialRow(words("rules.discretion"), rule.discretion, found.room, next_rule),
        DialRow(words("rules.force"), rule.force, found.force, force),
    ]
