"""Sentences about the gap between the table and those outside, and about who could join."""

from coprod_core.indicators import Gap, Readings, ToSolve, always_together
from coprod_core.indicators import Invitation as Joining
from coprod_core.model import Invitation, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers, part, part_word
from coprod_ui.sentences.plans import shifted
from coprod_ui.sentences.undefined import undefined, undefined_short
from coprod_ui.words import Words, of_100

MOST_PLANS = 4
"""Of how many plans is said who carries the downsides."""


def strip_gap(readings: Readings, web: Web, words: Words, digits: bool) -> str:
    """The one sentence of the strip: what is most missing."""
    gap = readings.gap
    if gap is None:
        return undefined_short(readings, "gap", words)
    if not any(gap.mini.values()):
        seated = any(actor.citizens and actor.seated for actor in web.actors)
        return words("say_gap.nobody_with_stake" if seated else "say_gap.nobody")
    if gap.top_interest is None:
        return words("say_gap.nothing_missing")
    return words("say_gap.most_missing", interest=names.interest(web, gap.top_interest, longest=50))


def gap_sentences(readings: Readings, web: Web, words: Words, digits: bool) -> dict[str, str]:
    """A sentence per part of the gap (`places`, `views`, `attention`), and `drift` and `overlap` where there is any.

    Without a gap, only `undefined`: why, and what to do next.
    """
    gap = readings.gap
    if gap is None:
        return {"undefined": undefined(readings, "gap", words)}
    said = {
        "places": _places(gap, words, digits),
        "views": words("say_gap.views", part=part(gap.views, words, digits)),
        "attention": words(
            "say_gap.attention" if digits else "say_gap.attention_words", part=part(gap.attention, words, digits)
        ),
    }
    if of_100(gap.drift):
        said["drift"] = words("say_gap.drift", part=part(gap.drift, words, digits))
    if of_100(gap.places) > of_100(gap.views):
        said["overlap"] = _overlap(gap, words, digits)
    return said


def _places(gap: Gap, words: Words, digits: bool) -> str:
    if digits:
        return words("say_gap.places", number=of_100(gap.places))
    shown = of_100(gap.places)
    how = "same" if shown == 0 else "little" if shown < 20 else "some" if shown < 50 else "much"
    return words(f"say_gap.places_words_{how}")


def _overlap(gap: Gap, words: Words, digits: bool) -> str:
    number = of_100(gap.places)
    said = words("say_gap.overlap", number=number) if digits else words("say_gap.overlap_words")
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
    if part_word(share) == "all":
        return words(f"{key}_all", **about)
    return words(key, part=part(share, words, digits, "say_gap.part_at_start"), **about)


def invite(readings: Readings, web: Web, actor: str, words: Words, digits: bool) -> str | None:
    """What changes if this absent group takes part, and the question that follows. None: not a candidate."""
    reading = readings.feasibility_inclusiveness
    if reading is None or actor not in reading.invite:
        return None
    joining = reading.invite[actor]
    invitation = web.actor_by_id[actor].invitation
    said = [
        _gain(reading.inclusiveness, joining, names.actor(web, actor), words, digits),
        _cost(reading.feasibility, joining, words, digits),
        words("say_invite.needs"),
    ]
    if invitation == Invitation.DECLINED:
        said.append(words("say_invite.declined"))
    return " ".join(said)


def _costs(feasibility: float, joining: Joining) -> bool:
    """Whether the numbers shown fall when this group joins."""
    return of_100(feasibility) > of_100(feasibility - joining.loss)


def _gain(inclusiveness: float, joining: Joining, actor: str, words: Words, digits: bool) -> str:
    after = inclusiveness + joining.gain
    if of_100(after) == of_100(inclusiveness):
        return words("say_invite.same_heard", actor=actor)
    numbers = change_numbers(inclusiveness, after, words, digits)
    return words("say_invite.more_heard", actor=actor, numbers=numbers)


def _cost(feasibility: float, joining: Joining, words: Words, digits: bool) -> str:
    if not _costs(feasibility, joining):
        return words("say_invite.not_harder")
    numbers = change_numbers(feasibility, feasibility - joining.loss, words, digits)
    return f"{words('say_invite.harder', numbers=numbers)} {words('say_invite.no_reason')}"


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
    number = " " + words("say_plans.acceptance_number", number=of_100(found.acceptance)) if digits else ""
    return [*said, words("say_solve.plan", plan=plan, actor=names.actor(web, found.least_happy), number=number)]


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
