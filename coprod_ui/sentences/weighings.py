"""The weighing record in words: the ways out there are and what each loses for whom, and what changed since."""

from collections.abc import Iterable, Sequence
from datetime import date

from coprod_core.acts.weighing import (
    DEVIATE,
    FOLLOW,
    Dilemma,
    LookAgain,
    Recorded,
    RecordWeighing,
    ReviseWeighing,
    WayOut,
    Weighing,
    WeighingAct,
    WithdrawWeighing,
)
from coprod_core.checked.fields import day
from coprod_core.comparing.webs import differences
from coprod_core.indicators import ways
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.ways import FEASIBLE, INCLUSIVE, NOW, Way
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import number, part_word, plain_part
from coprod_ui.sentences.dilemmas import harder, ways_out
from coprod_ui.sentences.own_dilemmas import question, ways_as_typed
from coprod_ui.sentences.plan_ways import plans_as_ways
from coprod_ui.sentences.plans import shifted
from coprod_ui.sentences.scenarios import difference
from coprod_ui.words import Words, literal, of_100
from coprod_ui.words.plain_text import plain

MOST_NAMES = 3


# -- the ways out, as a reading offers them -------------------------------------------------------------------------


def ways_considered(
    dilemma: Dilemma, about: str, readings: Readings, web: Web, words: Words, digits: bool
) -> tuple[WayOut, ...]:
    """The ways out of a dilemma with what each loses and for whom, as plain words that a group makes its own.

    `about`: the id of the rule it is about, in the third dilemma, or of the own dilemma. Without a reading the ways
    stand there empty.
    """
    match dilemma:
        case Dilemma.FEASIBILITY_INCLUSIVENESS:
            return _tables(readings, web, words, digits)
        case Dilemma.ROLE:
            return _roles(readings, web, words, digits)
        case Dilemma.RULES:
            return _rule(about, readings, web, words, digits)
        case Dilemma.PLANS:
            return plans_as_ways(readings, web, words)
        case Dilemma.OWN:
            return ways_as_typed(about, web)


def _way(name: str, code: str, lines: Iterable[str]) -> WayOut:
    return WayOut(f"{name[:1].upper()}{name[1:]}", plain(" ".join(line for line in lines if line)), code)


def _tables(readings: Readings, web: Web, words: Words, digits: bool) -> tuple[WayOut, ...]:
    tables = ways.ways_out(readings)
    found = []
    for code in (FEASIBLE, NOW, INCLUSIVE):
        name = words("weighing.now") if code == NOW else words.choice("dilemma_poles", code)
        lines: list[str] = []
        if code in tables:
            lost = _lost(tables[ways.FIRST], tables[code], words, digits)
            lines = [*lost, *_left_out(tables[code].away, web, words)]
        found.append(_way(name, code, lines))
    return tuple(found)


def _lost(first: Way, table: Way, words: Words, digits: bool) -> list[str]:
    """What a table loses of what is at stake, and beside that of those who began."""
    said = []
    if of_100(table.unfelt):
        told = {"part": words.choice("parts", part_word(table.unfelt)), "numbers": number(table.unfelt, words, digits)}
        said.append(words("weighing.lost_heard", **told))
    return [*said, *harder(first, table, words, digits)] or [words("weighing.lost_nothing")]


def _left_out(ids: Sequence[str], web: Web, words: Words) -> list[str]:
    if not ids:
        return []
    return [words("weighing.not_there", actors=names.some_listed((names.actor(web, id_) for id_ in ids), words))]


def _roles(readings: Readings, web: Web, words: Words, digits: bool) -> tuple[WayOut, ...]:
    role = readings.role
    if role is None:
        ways = ("facilitate", "steer", "lead")
        return tuple(_way(words.choice("roles_full", way), way, ()) for way in ways)
    told = ways_out(readings, web, words, digits)
    return tuple(
        _way(
            words.choice("roles_full", way),
            way,
            [
                *told[way],
                shifted(readings, web, plan, words, digits),
            ],
        )
        for way, plan in role.plans.items()
    )


def _rule(rule: str, readings: Readings, web: Web, words: Words, digits: bool) -> tuple[WayOut, ...]:
    reading = None if readings.rules is None else readings.rules.rules.get(rule)
    found = []
    for code in (FOLLOW, DEVIATE):
        lines: list[str] = []
        if reading is not None:
            interest = reading.hindered if code == FOLLOW else reading.protected
            lines = [words(f"weighing.{code}_no_interest")]
            if interest is not None:
                weighs = number(reading.follow if code == FOLLOW else reading.deviate, words, digits)
                lines = [words("weighing.lost_interest", interest=names.interest(web, interest), numbers=weighs)]
                lines += _who_wants(interest, web, words)
        found.append(_way(words.choice("dilemma_poles", code), code, lines))
    return tuple(found)


def _who_wants(interest: str, web: Web, words: Words) -> list[str]:
    """Whom it is lost for: those who want the interest, those it weighs on most first."""
    stakes = [s for s in web.stakes if s.interest == interest and s.position > 0 and s.weight > 0]
    stakes.sort(key=lambda stake: -stake.weight)
    who = names.some_listed((names.actor(web, stake.actor) for stake in stakes), words, MOST_NAMES)
    return [words("weighing.for_whom", actors=who)] if who else []


# -- what was kept --------------------------------------------------------------------------------------------------


def dilemma_weighed(dilemma: str, words: Words) -> str:
    """What is weighed, as a question; of a dilemma of people's own, that it is one."""
    match dilemma:
        case Dilemma.PLANS:
            return words("weighing.which_plan")
        case Dilemma.OWN:
            return words("own_dilemma.one")
    return words.choice("dilemmas", dilemma)


def weighing_about(weighing: Weighing, web: Web, words: Words) -> str:
    """What a weighing is about, as Markdown: the dilemma, and which rule; or the question of people's own."""
    if weighing.dilemma == Dilemma.OWN:
        return question(weighing.own, web, words)
    dilemma = dilemma_weighed(weighing.dilemma, words)
    if weighing.rule not in web.rule_by_id:
        return dilemma
    return words("weighing.about_rule", dilemma=dilemma, rule=names.rule(web, weighing.rule))


def weighing_act(act: WeighingAct, words: Words) -> str:
    """An act on a weighing in words, as Markdown."""
    match act:
        case RecordWeighing(weighing):
            dilemma = dilemma_weighed(weighing.dilemma, words)
            return words("weighing.recorded", dilemma=dilemma, chosen=literal(weighing.chosen))
        case ReviseWeighing(seq, weighing):
            return words("weighing.revised", seq=seq, chosen=literal(weighing.chosen))
        case LookAgain(seq, looked):
            return words("weighing.looked_again", seq=seq, finding=words.choice("findings", looked.finding))
        case WithdrawWeighing(seq):
            return words("weighing.withdrawn", seq=seq)


def day_said(text: str, words: Words) -> str:
    """A day such as `2026-03-04` in the reader's way: 4 maart 2026; nothing for no day."""
    found = day(text)
    return "" if found is None else date_said(found, words)


def date_said(on: date, words: Words) -> str:
    """A day in the reader's way: 4 maart 2026."""
    return f"{words('days.date', day=on.day, month=words.choice('months', str(on.month)))} {on.year}"


# -- what changed since ---------------------------------------------------------------------------------------------


def changed_since(recorded: Recorded, now: Web, words: Words) -> list[str]:
    """What is different in the web now from the web that was weighed, a line a difference, as Markdown.

    What was written down since to account for the choice is no change in what was weighed.
    """
    found = (each for each in differences(recorded.web, now) if each.code != "accounting")
    return [difference(each, recorded.web, now, words) for each in found]


def losses_then_and_now(
    recorded: Recorded, then: Readings, now: Readings, words: Words, digits: bool
) -> list[tuple[str, str, str]]:
    """Per way out the readings know: its name, and what was lost on it then and is lost on it now, as plain words."""
    weighing = recorded.weighing
    rows = []
    for way in weighing.ways:
        losses = [_loss(readings, weighing, way.code) for readings in (then, now)]
        if way.code and any(loss is not None for loss in losses):
            was, is_ = ("–" if loss is None else plain_part(loss, words, digits) for loss in losses)
            rows.append((way.name, was, is_))
    return rows


def _loss(readings: Readings, weighing: Weighing, code: str) -> float | None:
    """What is lost at worst on a way out (0..1); None when there is no reading of it."""
    match weighing.dilemma:
        case Dilemma.FEASIBILITY_INCLUSIVENESS:
            reading = readings.feasibility_inclusiveness
            if reading is None:
                return None
            places = {FEASIBLE: reading.feasible_pole, NOW: reading.here, INCLUSIVE: reading.inclusive_pole}
            lost = places.get(code)
            return None if lost is None else max(lost)
        case Dilemma.ROLE:
            return None if readings.role is None else readings.role.regret.get(code)
        case Dilemma.RULES:
            rule = None if readings.rules is None else readings.rules.rules.get(weighing.rule)
            return None if rule is None else {FOLLOW: rule.follow, DEVIATE: rule.deviate}.get(code)
        case Dilemma.PLANS | Dilemma.OWN:
            return None
