"""Sentences about the three dilemmas."""

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from coprod_core.indicators import FeasibilityInclusiveness, Readings, Role, RuleReading, Rules
from coprod_core.model import Rule, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers, part
from coprod_ui.sentences.undefined import undefined, undefined_short
from coprod_ui.words import Words, of_100

if TYPE_CHECKING:
    from coprod_core.indicators import LargeFront

FEASIBLE, ROLE, RULES = "feasibility_inclusiveness", "role", "rules"


def strip_dilemma(readings: Readings, name: str, web: Web, words: Words, digits: bool) -> str:
    """The one sentence of the strip for a dilemma (`feasibility_inclusiveness`, `role`, `rules`)."""
    if name in readings.undefined:
        return undefined_short(readings, name, words)
    if name == FEASIBLE:
        return _strip_feasible(readings.feasibility_inclusiveness, words)
    if name == ROLE:
        return _strip_role(readings.role, words)
    return _strip_rules(readings.rules, web, words)


def _strip_feasible(reading: FeasibilityInclusiveness, words: Words) -> str:
    heard, plan = (of_100(lost) for lost in reading.here)
    if not heard and not plan:
        return words("say_feasible.strip_neither")
    return words("say_feasible.strip_heard" if heard >= plan else "say_feasible.strip_plan")


def _strip_role(role: Role, words: Words) -> str:
    shown = {way: of_100(loss) for way, loss in role.regret.items()}
    if not any(shown.values()):
        return words("say_role.strip_none")
    if len(set(shown.values())) == 1:
        return words("say_role.strip_same")
    heaviest = [way for way, loss in shown.items() if loss == max(shown.values())]
    ways = words.names([words.choice("roles_short", way) for way in heaviest])
    return words("say_role.strip" if len(heaviest) == 1 else "say_role.strip_more", way=ways[:1].upper() + ways[1:])


def _inside(start: str) -> str:
    """The start of a sentence, to stand further on in one."""
    return start[:1].lower() + start[1:]


def _strip_rules(rules: Rules, web: Web, words: Words) -> str:
    reading = rules.rules[rules.strongest]
    follow, deviate = of_100(reading.follow), of_100(reading.deviate)
    side = "same" if follow == deviate else "follow" if follow > deviate else "deviate"
    return words(f"say_rules.strip_{side}", rule=names.rule(web, rules.strongest, longest=36))


# -- feasible or inclusive ------------------------------------------------------------------------------------------


def feasible_or_inclusive(
    readings: Readings, web: Web, words: Words, digits: bool, front: "LargeFront | None" = None
) -> list[str]:
    """Where the table is now, what is lost whichever way, and what each pole costs; or why there is nothing to say.

    `front`: what was found where there are too many tables to try them all.
    """
    reading = readings.feasibility_inclusiveness
    if reading is None:
        return [undefined(readings, FEASIBLE, words)]
    here = _lost("say_feasible.here", reading.here, words, digits)
    if front is not None:
        return [here, *_of_many(front, words, digits)]
    if reading.tension is None or reading.feasible_pole is None or reading.inclusive_pole is None:
        return [here, undefined(readings, f"{FEASIBLE}.front", words)]
    return [
        here,
        *([words("say_feasible.no_plan")] if not of_100(reading.f_max) else []),
        tension_sentence("say_feasible", reading.tension, words, digits),
        _lost("say_feasible.feasible_pole", reading.feasible_pole, words, digits),
        _lost("say_feasible.inclusive_pole", reading.inclusive_pole, words, digits),
    ]


def _of_many(front: "LargeFront", words: Words, digits: bool) -> list[str]:
    low, high = of_100(front.tension_low), of_100(front.tension_high)
    if front.exact or low == high:
        return [tension_sentence("say_feasible", front.tension_high, words, digits), words("say_feasible.exact")]
    bounds = {"low": part(front.tension_low, words, digits), "high": part(front.tension_high, words, digits)}
    said = [words("say_feasible.between", **bounds)]
    if bounds["low"] == bounds["high"]:
        said = [tension_sentence("say_feasible", front.tension_high, words, digits)]
    return [*said, words("say_feasible.bounded")]


def _lost(key: str, lost: tuple[float, float], words: Words, digits: bool) -> str:
    heard, plan = (part(share, words, digits) for share in lost)
    return words(key, heard=heard, plan=plan)


def tension_sentence(table: str, tension: float, words: Words, digits: bool, **params: str) -> str:
    """What is lost whichever way; a low tension is not "no problem"."""
    if not of_100(tension):
        return words(f"{table}.tension_none", **params)
    key = f"{table}.tension" if digits else f"{table}.tension_words"
    return words(key, part=part(tension, words, digits), **params)


# -- steer, facilitate or lead --------------------------------------------------------------------------------------


def role_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """What helping and leading cost, and what is lost whichever role; or why there is nothing to say."""
    role = readings.role
    if role is None:
        return [undefined(readings, ROLE, words)]
    return [
        _helping_and_leading(role, words),
        tension_sentence("say_role", role.tension, words, digits),
        words("say_role.general_interest"),
    ]


def _helping_and_leading(role: Role, words: Words) -> str:
    first, second = (words.choice("say_role.doing", way) for way in ("facilitate", "lead"))
    if not of_100(role.regret["lead"]):
        return way_costs(role, "facilitate", words, digits=False)
    free = not of_100(role.regret["facilitate"])
    return words(
        "say_role.free" if free else "say_role.both",
        first=first,
        side=_who_loses_most(role.losses["facilitate"], words),
        second=_inside(second),
        other=_who_loses_most(role.losses["lead"], words),
    )


def _who_loses_most(losses: Mapping[str, float], words: Words) -> str:
    return words.choice("say_role.side", max(losses, key=lambda side: losses[side]))


def way_costs(role: Role, way: str, words: Words, digits: bool) -> str:
    """Who loses most if the professional takes this role."""
    doing = words.choice("say_role.doing", way)
    shown = of_100(role.regret[way])
    if not shown:
        return words("say_role.costs_nothing", way=doing)
    numbers = " " + words("say_shifted.number", number=shown) if digits else ""
    return words("say_role.costs", way=doing, side=_who_loses_most(role.losses[way], words), numbers=numbers)


def ways_out(readings: Readings, web: Web, words: Words, digits: bool) -> dict[str, list[str]]:
    """Per role: who loses most, and the plan it leads to."""
    role = readings.role
    if role is None:
        return {}
    return {way: [way_costs(role, way, words, digits), _leads_to(role, way, web, words)] for way in role.regret}


def _leads_to(role: Role, way: str, web: Web, words: Words) -> str:
    doing = words.choice("say_role.doing", way)
    return words("say_role.leads_to", way=doing, plan=names.plan(web, role.plans[way], words))


# -- follow the rules or deviate ------------------------------------------------------------------------------------


def rules_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """The strongest rule in words; or why there is nothing to say."""
    rules = readings.rules
    if rules is None:
        return [undefined(readings, RULES, words)]
    return [
        tension_sentence("say_rules", rules.tension, words, digits, rule=names.rule(web, rules.strongest)),
        rule_balance(readings, web, rules.strongest, words, digits),
    ]


def rule_balance(readings: Readings, web: Web, rule: str, words: Words, digits: bool) -> str:
    """What following and deviating cost, the room between, and who looks after those the rule protects."""
    reading = readings.rules.rules[rule]
    said = [_sides(reading, web, words)]
    if digits:
        shares = {side: part(getattr(reading, side), words, digits) for side in ("follow", "deviate")}
        said.append(words("say_rules.numbers", **shares))
    said += [words(f"say_rules.room_{room_word(web.rule_by_id[rule])}"), words("say_rules.protects_whom")]
    return " ".join(said)


def _sides(reading: RuleReading, web: Web, words: Words) -> str:
    kind = {(True, True): "both", (True, False): "follow_only", (False, True): "deviate_only"}
    found = {"hindered": reading.hindered, "protected": reading.protected}
    key = kind.get((reading.hindered is not None, reading.protected is not None), "neither")
    shown = {side: names.interest(web, id_) for side, id_ in found.items() if id_ is not None}
    return words(f"say_rules.{key}", **shown)


def room_word(rule: Rule) -> str:
    """The name of the band the room between the rules falls in: none, little, some, much."""
    shown = of_100(rule.discretion)
    return "none" if shown == 0 else "little" if shown < 35 else "some" if shown < 65 else "much"


def clashes_between_organisations(readings: Readings, web: Web, words: Words, most: int = 3) -> list[str]:
    """Which organisations pull apart most: where the rules dilemma comes from."""
    if sum(not actor.citizens for actor in web.actors) < 2:
        return [words("say_rules.no_organisations")]
    return [
        words("say_rules.clash", a=names.actor(web, a), b=names.actor(web, b))
        for a, b in organisation_clashes(readings, web)[:most]
    ] or [words("say_rules.no_clash")]


def organisation_clashes(readings: Readings, web: Web) -> list[tuple[str, str]]:
    """The pairs of organisations that pull apart, those that do so most first."""
    clash = readings.clash
    rows = [(i, id_) for i, id_ in enumerate(clash.ids) if not web.actor_by_id[id_].citizens]
    apart = {(a, b): float(clash.clash[i, j]) for (i, a), (j, b) in combinations(rows, 2)}
    return sorted((pair for pair in apart if of_100(apart[pair])), key=lambda pair: -apart[pair])


# -- what strengthens them ------------------------------------------------------------------------------------------


def stronger(readings: Readings, name: str, words: Words, digits: bool) -> list[str]:
    """What makes a dilemma's tension stronger, and how much (T -> T*)."""
    sources, tension, amplified = _strengthening(readings, name)
    shown = [source for source, strength in sources.items() if of_100(strength)]
    if not shown:
        return [words("say_stronger.nothing")]
    said = [words.choice("say_stronger", source) for source in shown]
    if tension is not None and amplified is not None and of_100(tension) != of_100(amplified):
        said.append(words("say_stronger.amplified", numbers=change_numbers(tension, amplified, words, digits)))
    return said


def _strengthening(readings: Readings, name: str) -> tuple[Mapping[str, float], float | None, float | None]:
    if name == FEASIBLE and (reading := readings.feasibility_inclusiveness) is not None:
        sources = {"emphasis": reading.emphasis, "demands": reading.demands}
        return sources, reading.tension, reading.amplified
    if name == ROLE and readings.role is not None:
        return readings.role.strengthened_by, readings.role.tension, readings.role.amplified
    return {}, None, None
