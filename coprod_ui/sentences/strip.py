"""The four sentences of the strip: what is said first of the gap and of every dilemma, wherever it is told shortly."""

from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.role import Role
from coprod_core.indicators.rules import Rules
from coprod_core.indicators.weights import TIE
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.all_known import all_known
from coprod_ui.sentences.headline import headline
from coprod_ui.sentences.undefined import known, undefined_short
from coprod_ui.words import Words, of_100

FEASIBLE, ROLE, RULES = "feasibility_inclusiveness", "role", "rules"
LONGEST, LONGEST_RULE = 50, 36
"""How long the name of an interest and of a rule may be where there is room for two lines."""

TOLD = ("facilitate", "lead")
"""The roles a strip has room for."""


def strip_gap(readings: Readings, web: Web, words: Words) -> str:
    """The headline: of whom nothing is known, who is not at the table yet, or what is not heard there; or what to do
    before there is any.
    """
    said = headline(readings, web, words, LONGEST)
    return " ".join(said if readings.gap is not None else [*said, undefined_short(readings, "gap", words)])


def strip_dilemma(readings: Readings, name: str, web: Web, words: Words) -> str:
    """The sentence of the strip for a dilemma (`feasibility_inclusiveness`, `role`, `rules`)."""
    if name in readings.undefined:
        return undefined_short(readings, name, words)
    match name:
        case "feasibility_inclusiveness":
            return _feasible(readings, web, words)
        case "role":
            return _role(readings, known(readings.role), web, words)
        case _:
            return _rules(known(readings.rules), web, words)


# -- feasible or inclusive ------------------------------------------------------------------------------------------


def _feasible(readings: Readings, web: Web, words: Words) -> str:
    """What is lost with this table, the larger of the two first; or, where nothing is, for whom even the best plan is
    hard.
    """
    reading = known(readings.feasibility_inclusiveness)
    heard, plan = (of_100(lost) for lost in reading.here)
    if reading.fit <= TIE:
        return words("say_best.none_works")
    if not heard and not plan:
        return _nothing_lost(readings, reading, web, words)
    if plan > heard:
        return words("say_feasible.strip_plan" if _fit_lost_most(readings, reading) else "say_feasible.strip_agenda")
    unheard = readings.gap is not None and readings.gap.unheard
    return words("say_feasible.strip_heard" if unheard else "say_feasible.strip_less_felt")


def _nothing_lost(readings: Readings, reading: FeasibilityInclusiveness, web: Web, words: Words) -> str:
    best = reading.best
    hard = [best.least_happy] if _is_hard(reading, web) else []
    for party in [*hard, *best.hard_outside]:
        if party is not None:
            return words("say_feasible.strip_best_hard", actor=names.actor(web, party))
    exactly = max(reading.here) <= TIE and all_known(readings, web, best.plan)
    return words("say_feasible.strip_none" if exactly else "say_feasible.strip_neither")


def _is_hard(reading: FeasibilityInclusiveness, web: Web) -> bool:
    least = reading.best.least_acceptance
    return least is not None and least < web.conventions.hard_to_live_with - TIE


def _fit_lost_most(readings: Readings, reading: FeasibilityInclusiveness) -> bool:
    """Whether a plan that suits everyone gets harder more than the agenda gets fuller, against the first table."""
    counting = [plan for plan in readings.options.values() if plan.counts]
    alone = max(
        plan.feasibility * min((plan.acceptance[id_] for id_ in reading.base), default=1.0) for plan in counting
    )
    pace_alone = reading.f_max / alone
    return (alone - reading.fit) / alone >= (pace_alone - reading.pace) / pace_alone - TIE


# -- steer, facilitate or lead --------------------------------------------------------------------------------------


def _role(readings: Readings, role: Role, web: Web, words: Words) -> str:
    """Which side supporting and leading hit hardest: sides, never an order of roles."""
    sides = {way: _side(role, way, words) for way in TOLD if _is_shown(role, way)}
    doing = {way: words.choice("say_role.doing", way) for way in TOLD}
    match list(sides):
        case [way]:
            return words("say_role.hits", way=doing[way], side=sides[way], numbers="")
        case [first, second]:
            told = {"first": doing[first], "side": sides[first], "second": doing[second], "other": sides[second]}
            return words("say_role.strip", **told)
    return words(f"say_role.{_why_no_side(readings, role, web)}")


def _is_shown(role: Role, way: str) -> bool:
    side = role.sides[way]
    return side is not None and of_100(role.losses[way][side]) > 0


def _side(role: Role, way: str, words: Words) -> str:
    return names.listed([words.choice("say_role.side_short", known(role.sides[way]))], words)


def _why_no_side(readings: Readings, role: Role, web: Web) -> str:
    """What is said where no side loses anything that is shown: what else is lost, or that nothing is."""
    if any(of_100(role.losses[way]["ownership"]) for way in TOLD):
        return "strip_ownership"
    if any(of_100(lost) for way in TOLD for lost in role.unweighted[way].values()):
        return "strip_not_counted"
    exactly = max(role.regret[way] for way in TOLD) <= TIE
    known_of_both = all(all_known(readings, web, role.plans[way]) for way in TOLD)
    return "strip_no_loss" if exactly and known_of_both else "strip_none"


# -- follow the rules or deviate ------------------------------------------------------------------------------------


def _rules(rules: Rules, web: Web, words: Words) -> str:
    if of_100(rules.tension):
        return words("say_rules.strip", rule=names.rule(web, rules.strongest, longest=LONGEST_RULE))
    room = web.rule_by_id[rules.strongest].discretion >= 1 - TIE
    return words("say_rules.tension_room" if room else "say_rules.tension_none")
