"""What stands under a rule: at whose expense either side is, the room between, a third plan, who made estimates."""

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.rule_sides import Weighed
from coprod_core.indicators.rules import Rules, third_plans
from coprod_core.web.conventions import FORCE_WORDS
from coprod_core.web.model import Rule, Web
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import names
from coprod_ui.sentences.strip import strip_dilemma
from coprod_ui.words import Words, literal


def headline(readings: Readings, rules: Rules, web: Web, words: Words) -> str:
    """Which rule has most tension; of a single rule at whose expense either side is."""
    if len(rules.rules) > 1:
        return strip_dilemma(readings, "rules", web, words)
    return say_dilemmas.rule_sides(readings, web, rules.strongest, words)


def force(rule: Rule, web: Web, words: Words) -> str:
    """What kind of rule it is: the word whose level is nearest to its force."""
    levels = {getattr(web.conventions, word): word.removeprefix("force_") for word in FORCE_WORDS}
    return words.choice("force", levels[min(levels, key=lambda level: abs(level - rule.force))])


def at_the_expense(side: str, weighed: tuple[Weighed, ...], web: Web, words: Words) -> list[str]:
    """At which interests' expense following or deviating is, and for whom that weighs most."""
    said = []
    if weighed:
        interests = names.some_listed((names.interest(web, one.interest) for one in weighed), words, 3)
        said = [words("say_rule.expense", interests=interests)]
    elif side == "follow":
        said = [words("say_rule.no_expense")]
    return [*said, *([words("weighing.deviate_no_interest")] if side == "deviate" else [])]


def heaviest_for(weighed: tuple[Weighed, ...], web: Web, words: Words) -> str:
    """For whom the heaviest of these interests weighs most."""
    return words("say_rule.heaviest_for", actor=names.actor(web, weighed[0].actor)) if weighed else ""


def room(rule: Rule, words: Words) -> str:
    """How much room there is between the rules."""
    return words(f"say_rules.room_{say_dilemmas.room_word(rule)}")


def third(readings: Readings, rule: Rule, web: Web, words: Words) -> str:
    """Which plans serve an interest of both sides; nothing where there are none."""
    found = [names.plan(web, id_, words) for id_ in third_plans(readings.plans, rule)]
    return words("say_rule.both_sides", plans=names.some_listed(found, words, 3)) if found else ""


def protects(weighed: tuple[Weighed, ...], web: Web, words: Words) -> str:
    """Which interests a rule protects."""
    return names.some_listed((names.interest(web, one.interest) for one in weighed), words, 3)


def estimated(web: Web, words: Words) -> str:
    """Who estimated how heavily things weigh."""
    who = literal(web.filled_in_by.strip())
    return words("say_claim.estimated_by", who=who) if who else words("say_claim.estimated")
