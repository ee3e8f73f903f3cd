"""Sentences about who can live with which plan, and who loses what by it."""

from coprod_core.indicators import marks
from coprod_core.indicators.marks import Mark, PlanMarks
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import best_plan as say_best
from coprod_ui.sentences import names
from coprod_ui.sentences import plans as say_plans
from coprod_ui.words import Words


def headline(readings: Readings, web: Web, words: Words, digits: bool) -> str:
    """Even the best plan, where that is hard for someone; else for whom the best plan is hardest; else the question."""
    hard = say_best.even_the_best(readings, web, words, digits) if web.options else []
    return " ".join(hard) or _of_the_best(readings, web, words, digits)


def _of_the_best(readings: Readings, web: Web, words: Words, digits: bool) -> str:
    dilemma = readings.feasibility_inclusiveness
    if dilemma is None or dilemma.best.plan is None:
        return words("plan_look.caption")
    return say_plans.least_happy(readings, web, dilemma.best.plan, words, digits)


def losers(found: PlanMarks, web: Web, words: Words) -> list[tuple[str, str]]:
    """Per group of residents that loses by a plan, its name and what it loses; hardest hit first."""
    return [(names.actor(web, id_), _lost(found, id_, web, words)) for id_ in found.losing]


def _lost(found: PlanMarks, party: str, web: Web, words: Words) -> str:
    marked = found.parties[party]
    if marked.loses:
        return words("plan_look.loses", interests=words.names([_named(web, party, id_, words) for id_ in marked.loses]))
    assert marked.little_of is not None  # a group that loses nothing is among the losing because it finds it hard
    return words("plan_look.little_of", interest=_named(web, party, marked.little_of, words))


def _named(web: Web, party: str, interest: str, words: Words) -> str:
    return f"*{names.interest(web, interest)}*{names.unwanted(web, party, interest, words)}"


def no_losers(readings: Readings, plan: str, words: Words) -> str:
    """What is said where no group of residents loses enough to name."""
    return words("plan_look.loses_nobody" if readings.options[plan].shifted is None else "plan_look.loses_little")


def mark_word(mark: Mark, words: Words) -> str:
    """The word that stands beside a mark, and says the same."""
    return words.choice("plan_look.mark", mark)


def bearing(readings: Readings, web: Web, plan: str, words: Words, digits: bool) -> list[str]:
    """On whom the downsides of a plan fall, and what we do not know of it, to stand under its name."""
    lines = (
        say_plans.shifted(readings, web, plan, words, digits, named=False),
        say_plans.carries_most(readings, web, plan, words, named=False),
        say_plans.hole(readings, web, plan, words),
    )
    return [line for line in lines if line]


def in_rows(readings: Readings, web: Web) -> tuple[str, ...]:
    """The parties in the order of the table: residents with something at stake, those of whom nothing is known, then
    organisations; each in file order. Residents to whom nothing matters have no row.
    """
    weights = readings.weights
    staked = dict(zip(weights.actors, weights.staked.tolist(), strict=True))
    silent = dict(zip(weights.actors, weights.silent.tolist(), strict=True))
    residents = [actor.id for actor in web.actors if actor.citizens and staked[actor.id]]
    return (
        *residents,
        *(actor.id for actor in web.actors if silent[actor.id]),
        *(actor.id for actor in web.actors if not actor.citizens),
    )


def in_columns(readings: Readings) -> tuple[PlanMarks, ...]:
    """The plans in the order of the table: those ruled out come last, each in file order."""
    found = marks.of(readings)
    return tuple(sorted(found.values(), key=lambda each: readings.options[each.plan].barred))
