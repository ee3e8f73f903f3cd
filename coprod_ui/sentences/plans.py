"""Sentences about plans, party by party."""

from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import part_word
from coprod_ui.words import Words, of_100


def shifted(readings: Readings, web: Web, plan: str, words: Words, digits: bool) -> str:
    """Which part of a plan's downsides falls on people who are not at the table."""
    name, share = names.plan(web, plan, words), readings.options[plan].shifted
    if share is None:
        return words("say_shifted.nobody", plan=name)
    numbers = " " + words("say_shifted.number", number=of_100(share)) if digits else ""
    return words(f"say_shifted.{part_word(share)}", plan=name, numbers=numbers)


def least_happy(readings: Readings, web: Web, plan: str, words: Words, digits: bool) -> str:
    """The party that can live with a plan least."""
    acceptance = readings.options[plan].acceptance
    name = names.plan(web, plan, words)
    actor = min(acceptance, key=lambda id_: acceptance[id_], default=None)
    if actor is None or of_100(acceptance[actor]) == 100:
        return words("say_plans.everyone_happy", plan=name)
    number = " " + words("say_plans.acceptance_number", number=of_100(acceptance[actor])) if digits else ""
    return words("say_plans.least_happy", plan=name, actor=names.actor(web, actor), numbers=number)


def plan_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> dict[str, list[str]]:
    """Per plan: who can live with it least, who carries its downsides, and whether a demand rules it out."""
    return {
        id_: [
            least_happy(readings, web, id_, words, digits),
            shifted(readings, web, id_, words, digits),
            *([words("say_plans.barred", plan=names.plan(web, id_, words))] if plan.barred else []),
        ]
        for id_, plan in readings.options.items()
    }


def provisional(readings: Readings, words: Words) -> str | None:
    """That wishes stand in for plans, as long as no plan is entered."""
    wishes = any(plan.provisional for plan in readings.options.values())
    return words("say_plans.provisional") if wishes else None
