"""Sentences about the three dilemmas."""

from collections.abc import Mapping
from itertools import combinations

from coprod_core.indicators import ways
from coprod_core.indicators.large_front import LargeFront
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import hardest_for
from coprod_core.indicators.role import OWNERSHIP, Role
from coprod_core.indicators.rules import RuleReading, Rules
from coprod_core.indicators.ways import Way
from coprod_core.web.model import Rule, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers, how_much, number, part, plain_part
from coprod_ui.sentences.strip import strip_dilemma
from coprod_ui.sentences.undefined import known, undefined
from coprod_ui.words import Words, of_100

FEASIBLE, ROLE, RULES = "feasibility_inclusiveness", "role", "rules"

# -- feasible or inclusive ------------------------------------------------------------------------------------------


def feasible_or_inclusive(
    readings: Readings, web: Web, words: Words, digits: bool, front: LargeFront | None = None
) -> list[str]:
    """Where the table is now, what is lost whichever way, and what each pole costs; or why there is nothing to say.

    `front`: what was found where there are too many tables to try them all.
    """
    reading = readings.feasibility_inclusiveness
    if reading is None:
        return [undefined(readings, FEASIBLE, words)]
    tables = ways.ways_out(readings)
    here = table_now(tables, words, digits)
    if front is not None:
        return [here, *_of_many(front, words, digits)]
    if reading.tension is None:
        return [here, undefined(readings, f"{FEASIBLE}.front", words)]
    return [
        here,
        *([words("say_feasible.no_plan")] if not of_100(reading.f_max) else []),
        _feasible_tension(reading.tension, reading.binding, words, digits),
        words("say_feasible.feasible_pole", said=table_said(tables, ways.FEASIBLE, words, digits)),
        words("say_feasible.inclusive_pole", said=table_said(tables, ways.INCLUSIVE, words, digits)),
        words("say_feasible.or_voiced"),
    ]


def _feasible_tension(tension: float, binding: str | None, words: Words, digits: bool) -> str:
    """What is lost whichever table is chosen, by what that rests on."""
    if binding is None or not of_100(tension):
        return tension_sentence("say_feasible", tension, words, digits)
    return words(f"say_feasible.tension_{binding}", numbers=number(tension, words, digits))


def table_now(tables: Mapping[str, Way], words: Words, digits: bool) -> str:
    """What is lost with the table as it is."""
    return words("say_feasible.here", said=table_said(tables, ways.NOW, words, digits))


def table_said(tables: Mapping[str, Way], way: str, words: Words, digits: bool) -> str:
    """What is lost with one table, beside that of those who began: for how much nobody there feels as strongly, whether
    a plan that suits everyone is harder to find, and apart from that whether there is more to talk about.
    """
    table, first = tables[way], tables[ways.FIRST]
    return " ".join([_not_felt(table.unfelt, words, digits), *harder(first, table, words, digits)])


def _not_felt(lost: float, words: Words, digits: bool) -> str:
    if not of_100(lost):
        return words("say_feasible.all_felt")
    return words("say_feasible.not_felt", part=part(lost, words), numbers=number(lost, words, digits))


def harder(first: Way, table: Way, words: Words, digits: bool) -> list[str]:
    """Of a table beside that of those who began: how much harder a plan is to find, how much more there is to say."""
    falls = {"harder": (first.fit, table.fit), "talk": (first.pace, table.pace)}
    return [
        words(
            f"say_joining.{what}",
            how=how_much(of_100(before) - of_100(after), words),
            numbers=change_numbers(before, after, words, digits),
        )
        for what, (before, after) in falls.items()
        if of_100(before) > of_100(after)
    ]


def _of_many(front: LargeFront, words: Words, digits: bool) -> list[str]:
    low, high = of_100(front.tension_low), of_100(front.tension_high)
    if front.exact or low == high:
        return [tension_sentence("say_feasible", front.tension_high, words, digits), words("say_feasible.exact")]
    bounds = {
        "low": plain_part(front.tension_low, words, digits),
        "high": plain_part(front.tension_high, words, digits),
    }
    said = [words("say_feasible.between", **bounds)]
    if bounds["low"] == bounds["high"]:
        said = [tension_sentence("say_feasible", front.tension_high, words, digits)]
    return [*said, words("say_feasible.bounded")]


def tension_sentence(table: str, tension: float, words: Words, digits: bool) -> str:
    """That something is lost whichever way; a low tension is not "no problem"."""
    if not of_100(tension):
        return f"{words(f'{table}.tension_none')} {words(f'{table}.tension_none_ask')}"
    return words(f"{table}.tension", numbers=number(tension, words, digits))


# -- steer, facilitate or lead --------------------------------------------------------------------------------------


def role_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """Which side supporting and leading hit hardest, and that one side loses whichever role; or why there is nothing
    to say.
    """
    role = readings.role
    if role is None:
        return [undefined(readings, ROLE, words)]
    return [
        strip_dilemma(readings, ROLE, web, words),
        _role_tension(role, words, digits),
        words("say_role.general_interest"),
    ]


def _role_tension(role: Role, words: Words, digits: bool) -> str:
    """What one side loses whichever role is chosen, and which that is, or that it rests on our convention."""
    if role.binding is None or not of_100(role.tension):
        return tension_sentence("say_role", role.tension, words, digits)
    numbers = number(role.tension, words, digits)
    if role.binding == OWNERSHIP:
        return words("say_role.tension_ownership", numbers=numbers)
    return words("say_role.tension_side", side=words.choice("say_role.side", role.binding), numbers=numbers)


def way_hits(role: Role, way: str, words: Words, digits: bool) -> str:
    """Which side loses most if the professional takes this role; ownership is no side."""
    doing, side = words.choice("say_role.doing", way), role.sides[way]
    if side is None or not of_100(role.losses[way][side]):
        return words("say_role.hits_hardly", way=doing)
    numbers = number(role.losses[way][side], words, digits)
    return words("say_role.hits", way=doing, side=f"*{words.choice('say_role.side', side)}*", numbers=numbers)


def ways_out(readings: Readings, web: Web, words: Words, digits: bool) -> dict[str, list[str]]:
    """Per role: the plan it probably ends up at and for whom that is hardest, what it does to residents' ownership,
    and which side loses most.
    """
    role = readings.role
    if role is None:
        return {}
    return {
        way: [
            _ends_up_at(readings, role, way, web, words),
            _ownership(role, way, web, words),
            way_hits(role, way, words, digits),
        ]
        for way in role.regret
    }


def _ends_up_at(readings: Readings, role: Role, way: str, web: Web, words: Words) -> str:
    plan = role.plans[way]
    said = words("say_role.ends_up_at", way=words.choice("say_role.doing", way), plan=names.plan(web, plan, words))
    found = hardest_for(readings.weights, readings.plans, plan)
    if found is None or of_100(found.acceptance) == 100:
        return said
    because = None if found.because_of is None else names.interest(web, found.because_of)
    actor = names.actor(web, found.actor)
    if because is None:
        return f"{said} {words('say_role.hardest_for', actor=actor)}"
    return f"{said} {words('say_role.hardest_because', actor=actor, interest=because)}"


def _ownership(role: Role, way: str, web: Web, words: Words) -> str:
    if not role.ownership:
        return words("say_role.ownership_none")
    taken = web.conventions.ownership_cost[way]
    if not taken:
        return words("say_role.ownership_kept")
    return words("say_role.ownership_taken", part=part(taken, words))


# -- follow the rules or deviate ------------------------------------------------------------------------------------


def rules_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """The strongest rule in words; or why there is nothing to say."""
    rules = readings.rules
    if rules is None:
        return [undefined(readings, RULES, words)]
    return [_rule_tension(rules, web, words, digits), rule_balance(readings, web, rules.strongest, words, digits)]


def _rule_tension(rules: Rules, web: Web, words: Words, digits: bool) -> str:
    rule = web.rule_by_id[rules.strongest]
    if not of_100(rules.tension):
        return words("say_rules.tension_room" if rule.discretion == 1 else "say_rules.tension_none")
    return words("say_rules.tension", rule=names.rule(web, rule.id), numbers=number(rules.tension, words, digits))


def rule_balance(readings: Readings, web: Web, rule: str, words: Words, digits: bool) -> str:
    """At whose expense following and deviating are, the room between, and who looks after those the rule protects."""
    reading = known(readings.rules).rules[rule]
    said = [_at_whose_expense(reading, web, words)]
    if digits:
        shares = {side: plain_part(getattr(reading, side), words, digits) for side in ("follow", "deviate")}
        said.append(words("say_rules.numbers", **shares))
    return " ".join([*said, words(f"say_rules.room_{room_word(web.rule_by_id[rule])}")])


def rule_sides(readings: Readings, web: Web, rule: str, words: Words) -> str:
    """At whose expense following a rule and deviating from it are."""
    return _at_whose_expense(known(readings.rules).rules[rule], web, words)


def _at_whose_expense(reading: RuleReading, web: Web, words: Words) -> str:
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
