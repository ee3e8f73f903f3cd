"""Open questions for the group, filled with this web's own names; a reading opens a question and never closes one."""

from collections.abc import Iterator

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Invitation, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.dilemmas import FEASIBLE, ROLE, organisation_clashes
from coprod_ui.words import Words, of_100


def questions(name: str, readings: Readings, web: Web, words: Words) -> list[str]:
    """What to ask about a dilemma (`feasibility_inclusiveness`, `role`, `rules`); always something."""
    asked = {FEASIBLE: _feasible, ROLE: _role}.get(name, _rules)
    return [words(f"say_ask.{name}_always"), *asked(readings, web, words)]


def _feasible(readings: Readings, web: Web, words: Words) -> Iterator[str]:
    reading = readings.feasibility_inclusiveness
    if reading is not None and reading.invite:
        missed = max(reading.invite, key=lambda id_: reading.invite[id_].gain)
        state = "declined" if web.actor_by_id[missed].invitation == Invitation.DECLINED else "absent"
        yield words(f"say_ask.{state}", actor=names.actor(web, missed))
    if readings.gap is not None and readings.gap.top_interest is not None:
        yield words("say_ask.missing_interest", interest=names.interest(web, readings.gap.top_interest))
    shifted = {id_: plan.shifted or 0.0 for id_, plan in readings.options.items() if not plan.barred}
    carried = max(shifted, key=lambda id_: shifted[id_], default=None)
    if carried is not None and of_100(shifted[carried]):
        yield words("say_ask.shifted", plan=names.the_plan(web, carried, words))


def _role(readings: Readings, web: Web, words: Words) -> Iterator[str]:
    role = readings.role
    if role is None:
        return
    helped, led = role.plans["facilitate"], role.plans["lead"]
    if helped != led:
        yield words("say_ask.two_plans", helped=names.plan(web, helped, words), led=names.plan(web, led, words))
    acceptance = readings.options[helped].acceptance
    least = min(acceptance, key=lambda id_: acceptance[id_])
    if of_100(acceptance[least]) < 100:
        yield words("say_ask.least_happy", plan=names.plan(web, helped, words), actor=names.actor(web, least))
    yield words("say_ask.ownership" if role.ownership else "say_ask.feels_theirs")


def _rules(readings: Readings, web: Web, words: Words) -> Iterator[str]:
    if readings.rules is None:
        return
    strongest = readings.rules.rules[readings.rules.strongest]
    rule = names.rule(web, readings.rules.strongest)
    yield words("say_ask.purpose", rule=rule)
    if strongest.hindered is not None:
        yield words("say_ask.hindered", rule=rule, interest=names.interest(web, strongest.hindered))
    if strongest.protected is not None:
        yield words("say_ask.protected", rule=rule, interest=names.interest(web, strongest.protected))
    for a, b in organisation_clashes(readings, web)[:1]:
        yield words("say_ask.clash", a=names.actor(web, a), b=names.actor(web, b))
