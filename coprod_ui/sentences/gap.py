"""Sentences about the gap between the table and those outside, and about who could join."""

import math

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.joining import ToSolve, always_together
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers, number, part, part_word
from coprod_ui.sentences.plans import shifted
from coprod_ui.sentences.undefined import undefined
from coprod_ui.words import Words, of_100

MOST_PLANS = 4
"""Of how many plans is said who carries the downsides."""


def gap_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> dict[str, str]:
    """A sentence per part of the gap (`places`, `views`, `attention`), and `drift` and `overlap` where there is any.

    Without a gap, only `undefined`: why, and what to do next.
    """
    gap = readings.gap
    if gap is None:
        return {"undefined": undefined(readings, "gap", words)}
    said = {
        "places": _places(gap, web, words, digits),
        "views": _share("views", gap.views, words, digits),
        "attention": _share("attention", gap.attention, words, digits),
    }
    if of_100(gap.drift):
        said["drift"] = drift_sentence(gap, words, digits)
    if of_100(gap.places) > of_100(gap.views):
        said["overlap"] = _overlap(gap, words, digits)
    return said


def _share(name: str, share: float, words: Words, digits: bool) -> str:
    if part_word(share) == "none":
        return words(f"say_gap.{name}_none")
    return words(f"say_gap.{name}", part=part(share, words), numbers=number(share, words, digits))


def drift_sentence(gap: Gap, words: Words, digits: bool) -> str:
    """That people at the table think differently from the rest of their group, and that this can be learning."""
    return words("say_gap.drift", numbers=number(gap.drift, words, digits))


def _places(gap: Gap, web: Web, words: Words, digits: bool) -> str:
    """As chairs where numbers are shown: how many of the residents' seats are another group's by how hard it hits."""
    seats = sum(actor.seats for actor in web.actors if actor.citizens)
    chairs = math.floor(gap.places * seats + 0.5)
    if digits and chairs and seats == 1:
        said = words("say_gap.only_chair")
    elif digits and chairs:
        said = words.plural("say_gap.chairs", chairs, seats=words.count(seats))
    else:
        said = words(f"say_gap.places_words_{_how_different(gap.places)}")
    return f"{said} {words('say_gap.hit_counts')}"


def _how_different(places: float) -> str:
    if part_word(places) == "none":
        return "same"
    shown = of_100(places)
    return "little" if shown < 20 else "some" if shown < 50 else "much"


def _overlap(gap: Gap, words: Words, digits: bool) -> str:
    said = words("say_gap.overlap", numbers=change_numbers(gap.views, gap.places, words, digits))
    return f"{said} {words('say_gap.overlap_is_not_speaking')}"


def unheard(readings: Readings, web: Web, words: Words) -> list[str]:
    """Which interests are not heard yet, and which hardly."""
    gap = readings.gap
    if gap is None:
        return []
    silent = [id_ for id_ in gap.unheard if is_silent(gap, id_)]
    soft = [id_ for id_ in gap.unheard if not is_silent(gap, id_)]
    return [
        words(key, interests=names.some_listed((names.interest(web, id_) for id_ in ids), words))
        for key, ids in (("say_gap.unheard", silent), ("say_gap.hardly_heard", soft))
        if ids
    ]


def is_silent(gap: Gap, interest: str) -> bool:
    """Whether an unheard interest gets no attention at all at the table."""
    return gap.table[interest] <= 1e-9


def alarm(readings: Readings, web: Web, words: Words) -> list[str]:
    """Which parties are hit hard and hardly at the table, in one sentence."""
    if readings.gap is None or not readings.gap.alarm:
        return []
    actors = names.some_listed((names.actor(web, id_) for id_ in readings.gap.alarm), words)
    return [words("say_gap.alarm", actors=actors)]


def estimates(readings: Readings, web: Web, words: Words, digits: bool, actor: str | None = None) -> str | None:
    """How much of the gap, or of one party's part in it, rests on estimates, and the next step. None: nothing does."""
    gap = readings.gap
    share = None if gap is None else gap.estimated_share if actor is None else gap.estimated_by_actor[actor]
    if not share or not of_100(share):
        return None
    about = {} if actor is None else {"actor": names.actor(web, actor)}
    key = "say_gap.estimated" if actor is None else "say_gap.estimated_actor"
    return words(key, part=part(share, words), numbers=number(share, words, digits), **about)


def solving(found: ToSolve, web: Web, words: Words, digits: bool) -> list[str]:
    """What would have to be solved once a group joins: where it clashes most, and with which plan one goes on."""
    if found.interest is None or found.opposite is None:
        said = [words("say_solve.no_clash")]
    else:
        interest, opposite = names.interest(web, found.interest), names.actor(web, found.opposite)
        said = [words("say_solve.clash", interest=interest, opposite=opposite)]
    if found.plan is None or found.least_happy is None:
        return [*said, words("say_solve.no_plan")]
    plan = names.plan(web, found.plan, words)
    if of_100(found.acceptance) == 100:
        return [*said, words("say_solve.plan_for_all", plan=plan)]
    said_number = number(found.acceptance, words, digits)
    return [*said, words("say_solve.plan", plan=plan, actor=names.actor(web, found.least_happy), number=said_number)]


def together(readings: Readings, web: Web, words: Words, actor: str | None = None) -> list[str]:
    """Which groups only ever come together; of one group only with whom."""
    reading = readings.feasibility_inclusiveness
    if reading is None or reading.ways is None:
        return []
    found = always_together(reading.ways, reading.candidates)
    return [
        words("say_solve.together", actors=names.listed((names.actor(web, id_) for id_ in group), words))
        for group in found
        if actor is None or actor in group
    ]


def without_them(readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """What always stands beside an invitation: who carries the downsides of plans now, of those where most falls on
    people who are not there; and the alarm.
    """
    carried = {id_: plan.shifted for id_, plan in readings.options.items() if plan.shifted and not plan.provisional}
    most = sorted(carried, key=lambda id_: -carried[id_])[:MOST_PLANS]
    return [shifted(readings, web, id_, words, digits) for id_ in most] + alarm(readings, web, words)
