"""Sentences about plans, party by party."""

from coprod_core.indicators import marks, silent
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import TIE
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.all_known import all_known
from coprod_ui.sentences.amounts import number, part_word
from coprod_ui.words import Words


def shifted(readings: Readings, web: Web, plan: str, words: Words, digits: bool, *, named: bool = True) -> str:
    """Which part of a plan's downsides falls on people who are not at the table. `named`: by its name, which it needs
    where nothing else says which plan it is.
    """
    name, share = _name(web, plan, words, named), readings.options[plan].shifted
    if share is None:
        return words(f"say_shifted.{'nobody' if all_known(readings, web, plan) else 'nobody_known'}", plan=name)
    holes = readings.options[plan].holes > TIE or bool(silent.of(readings).parties)
    known = words("say_shifted.known") if holes else ""
    return words(f"say_shifted.{part_word(share)}", plan=name, numbers=number(share, words, digits), known=known)


def carries_most(readings: Readings, web: Web, plan: str, words: Words, *, named: bool = True) -> str | None:
    """On whom most of a plan's downsides fall, by how many they are and how hard they are hit; None where nobody is
    burdened or no plan is entered. `named`: as for `shifted`.
    """
    found = marks.of(readings).get(plan)
    if found is None or not found.carry_most:
        return None
    groups = names.some_listed((names.actor(web, id_) for id_ in found.carry_most), words)
    return words("say_plans.carries_most", plan=_name(web, plan, words, named), groups=groups)


def _name(web: Web, plan: str, words: Words, named: bool) -> str:
    return names.the_plan(web, plan, words) if named else words("say_plans.this_plan")


def hole(readings: Readings, web: Web, plan: str, words: Words) -> str | None:
    """What we do not know of a plan: the interest of residents that matters most, and how many others there are."""
    reading = readings.options[plan]
    if reading.largest_hole is None:
        return None
    others = int((readings.plans.missed[reading.row] > TIE).sum()) - 1
    said = words(
        "say_plans.hole",
        plan=names.plan(web, plan, words),
        interest=names.interest(web, reading.largest_hole),
    )
    return f"{said} {words.plural('say_plans.hole_also', others)}" if others else said


def least_happy(readings: Readings, web: Web, plan: str, words: Words, digits: bool) -> str:
    """The party that can live with a plan least."""
    acceptance = readings.options[plan].acceptance
    name = names.the_plan(web, plan, words)
    actor = min(acceptance, key=lambda id_: acceptance[id_], default=None)
    if actor is None or acceptance[actor] >= 1 - TIE:
        known = all_known(readings, web, plan)
        return words(f"say_plans.{'everyone_happy' if known else 'everyone_happy_known'}", plan=name)
    numbers = number(acceptance[actor], words, digits)
    return words("say_plans.least_happy", plan=name, actor=names.actor(web, actor), numbers=numbers)


def plan_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> dict[str, list[str]]:
    """Per plan: who can live with it least, who bears its downsides, what we do not know, and whether a demand rules
    it out.
    """
    return {
        id_: [
            least_happy(readings, web, id_, words, digits),
            shifted(readings, web, id_, words, digits),
            *(said for said in (carries_most(readings, web, id_, words), hole(readings, web, id_, words)) if said),
            *([words("say_plans.barred", plan=names.plan(web, id_, words))] if plan.barred else []),
        ]
        for id_, plan in readings.options.items()
    }


def provisional(readings: Readings, words: Words) -> str | None:
    """That wishes stand in for plans, as long as no plan is entered."""
    wishes = any(plan.provisional for plan in readings.options.values())
    return words("say_plans.provisional") if wishes else None
