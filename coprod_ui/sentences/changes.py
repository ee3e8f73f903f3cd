"""What changed in the readings, by the numbers shown: the largest change, or what it did that a group came or went."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import numpy as np

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import Plans
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.indicators.weights import TIE
from coprod_core.web.model import Actor, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers, how_much
from coprod_ui.words import Words, of_100

FIT, PACE = "fit", "pace"
TOGETHER = ("inclusiveness", FIT, PACE)
"""What is heard, a plan that suits everyone and the agenda: told together."""


def what_changed(before: Readings, after: Readings, words: Words, digits: bool) -> str:
    """The largest change among the gap in views, interests heard, whether a plan suits everyone, how much there is to
    talk about, and the three tensions.

    What is heard, a plan and the agenda are told together: the one alone would hide who pays.
    """
    appeared = _appeared(before, after, words)
    if appeared is not None:
        return appeared
    moved = _moved(before, after)
    if not moved:
        return words("say_change.elsewhere" if _shows_otherwise(before, after) else "say_change.nothing")
    largest = _largest(moved)
    told = [name for name in TOGETHER if name in moved] if largest in TOGETHER else [largest]
    return " ".join(change(name, *moved[name], words, digits) for name in told)


def most_changed(before: Readings, after: Readings) -> str | None:
    """The measure or the dilemma that can be told for the first time or no longer, else the one that changed most;
    None where none is shown as another number.
    """
    for name in ("gap", *DILEMMAS):
        if (getattr(before, name) is None) != (getattr(after, name) is None):
            return name
    moved = _moved(before, after)
    return _largest(moved) if moved else None


def _largest(moved: Mapping[str, tuple[float, float]]) -> str:
    points = {name: abs(of_100(now) - of_100(was)) for name, (was, now) in moved.items()}
    return max(points, key=lambda name: points[name])


def change(name: str, was: float, now: float, words: Words, digits: bool) -> str:
    """That a reading got larger or smaller; of a plan and the agenda never in digits."""
    points = of_100(now) - of_100(was)
    kind = "more" if points > 0 else "less"
    if name in (FIT, PACE):
        return words(f"say_change.{name}.{kind}", how=how_much(points, words))
    numbers = change_numbers(was, now, words, digits)
    return words(f"say_change.{name}.{kind}", how=how_much(points, words), numbers=numbers)


def seats_moved(
    before: Readings, after: Readings, web_before: Web, web_after: Web, words: Words, digits: bool
) -> list[str]:
    """What it did that one residents' group came to the table, left it, or got fewer seats there; nothing where that is
    not all that happened.
    """
    there = {actor.id: actor for actor in web_before.actors}
    moved = [actor for actor in web_after.actors if actor.id in there and there[actor.id].seats != actor.seats]
    if len(moved) != 1 or not moved[0].citizens or _appeared(before, after, words) is not None:
        return []
    was, now = there[moved[0].id].seats, moved[0].seats
    if not was:
        return _came(before, after, moved[0].id, web_after, words, digits)
    return _lost_seats(before, after, moved[0], web_after, words, digits) if now < was else []


def _came(before: Readings, after: Readings, actor: str, web: Web, words: Words, digits: bool) -> list[str]:
    """What is heard for the first time, or how much more; whether a plan got harder and whether there is more to talk
    about; and why the gap grew, or that it shrank.
    """
    moved = _moved(before, after)
    first, said = first_heard(before, after), []
    if first:
        interests = names.some_listed((names.interest(web, id_) for id_ in first), words)
        said.append(words.plural("say_change.first_heard", len(first), interests=interests))
    told = [name for name in TOGETHER if name in moved and not (first and name == "inclusiveness")]
    said += [change(name, *moved[name], words, digits) for name in told]
    if "views" in moved and before.gap is not None and after.gap is not None:
        was, now = moved["views"]
        grew = of_100(now) > of_100(was)
        why = _why_the_gap_grew(before.gap, after.gap, actor, web, words, digits)
        said.append(why if grew else change("views", was, now, words, digits))
    return said


def _lost_seats(before: Readings, after: Readings, party: Actor, web: Web, words: Words, digits: bool) -> list[str]:
    """What is heard less, and that a smaller gap or an easier plan is no gain when seats went."""
    moved, said = _moved(before, after), []
    if "inclusiveness" in moved:
        said.append(change("inclusiveness", *moved["inclusiveness"], words, digits))
    if "views" in moved and before.gap is not None and after.gap is not None:
        was, now = moved["views"]
        fell = of_100(now) < of_100(was)
        smaller = _gap_moved("fewer_seats", before.gap, after.gap, words, digits, actor=names.actor(web, party.id))
        said.append(smaller if fell else change("views", was, now, words, digits))
    if not party.seated and any(
        of_100(moved[name][1]) > of_100(moved[name][0]) for name in (FIT, PACE) if name in moved
    ):
        said.append(words("say_table.without.one"))
    return said


def _moved(before: Readings, after: Readings) -> dict[str, tuple[float, float]]:
    """The measures that are shown as another number now, with what they were and are."""
    was, now = _measures(before), _measures(after)
    return {name: (was[name], now[name]) for name in now if name in was and of_100(was[name]) != of_100(now[name])}


def first_heard(before: Readings, after: Readings) -> list[str]:
    """The interests that were unheard and no longer are, with attention at the table."""
    was, now = before.gap, after.gap
    if was is None or now is None:
        return []
    return [id_ for id_ in was.unheard if id_ not in now.unheard and now.table.get(id_, 0.0) > TIE]


def _why_the_gap_grew(was: Gap, now: Gap, actor: str, web: Web, words: Words, digits: bool) -> str:
    """No voice was added about what is named first, or attention is drawn elsewhere."""
    named = was.headline.interest if was.headline is not None else None
    if named is not None and not _has_stake(web, actor, named):
        return _gap_moved("no_voice", was, now, words, digits, interest=names.interest(web, named))
    drawn_to = max(now.table, key=lambda id_: now.table[id_] - was.table.get(id_, 0.0))
    return _gap_moved("grows_on", was, now, words, digits, interest=names.interest(web, drawn_to))


def _has_stake(web: Web, actor: str, interest: str) -> bool:
    stake = web.stake_by_pair.get((actor, interest))
    return stake is not None and stake.weight > 0


def _gap_moved(why: str, was: Gap, now: Gap, words: Words, digits: bool, **named: str) -> str:
    how = how_much(of_100(now.views) - of_100(was.views), words)
    return words(f"say_change.gap.{why}", how=how, numbers=change_numbers(was.views, now.views, words, digits), **named)


def _measures(readings: Readings) -> dict[str, float]:
    found: dict[str, float | None] = {}
    if readings.gap is not None:
        found["views"] = readings.gap.views
    dilemma = readings.feasibility_inclusiveness
    if dilemma is not None:
        found["inclusiveness"], found[FIT], found[PACE] = dilemma.inclusiveness, dilemma.fit, dilemma.pace
    for name in DILEMMAS:
        reading = getattr(readings, name)
        found[name] = None if reading is None else reading.tension
    return {name: value for name, value in found.items() if value is not None}


def _shows_otherwise(before: Readings, after: Readings) -> bool:
    """Whether any other number that a screen shows of the readings is another now, of 100."""
    return _shown(before) != _shown(after) or _accepted_otherwise(before.plans, after.plans)


def _accepted_otherwise(was: Plans, now: Plans) -> bool:
    """Whether a plan is accepted more or less by some party; what came or went counts where it is not 0 of 100."""
    plans, parties = _numbered(was.ids, now.ids), _numbered(was.actors, now.actors)

    def spread(of: Plans) -> Any:
        shown = np.zeros((len(plans), len(parties)))
        at = np.ix_([plans[id_] for id_ in of.ids], [parties[id_] for id_ in of.actors])
        shown[at] = np.floor(of.acceptance * 100 + 0.5 + 1e-9)  # as `of_100`
        return shown

    return not np.array_equal(spread(was), spread(now))


def _numbered(*ids: Iterable[str]) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(dict.fromkeys(chain(*ids)))}


def _shown(readings: Readings) -> dict[str, int]:
    """Every other number that a screen shows of the readings, of 100, without who accepts which plan."""
    found: dict[str, float | None] = {}
    if (gap := readings.gap) is not None:
        found |= {name: getattr(gap, name) for name in ("places", "attention", "drift")}
        found |= {f"outside {id_}": share for id_, share in gap.outside.items()}
        found |= {f"table {id_}": share for id_, share in gap.table.items()}
        found |= {f"missing {id_}": share for id_, share in gap.by_actor.items()}
    for plan, option in readings.options.items():
        found |= {f"{plan} shifted": option.shifted}
    found |= {name: getattr(getattr(readings, name), "amplified", None) for name in DILEMMAS}
    if readings.role is not None:
        found |= {f"{way} {side}": loss for way, by in readings.role.losses.items() for side, loss in by.items()}
    if readings.rules is not None:
        found |= {f"{id_} follow": rule.follow for id_, rule in readings.rules.rules.items()}
        found |= {f"{id_} deviate": rule.deviate for id_, rule in readings.rules.rules.items()}
    return {name: of_100(share) for name, share in found.items() if share is not None and of_100(share)}


def _appeared(before: Readings, after: Readings, words: Words) -> str | None:
    if (before.gap is None) != (after.gap is None):
        return words("say_change.gap_appears" if before.gap is None else "say_change.gap_disappears")
    for name in DILEMMAS:
        was, now = getattr(before, name), getattr(after, name)
        if (was is None) != (now is None):
            key = "say_change.dilemma_appears" if was is None else "say_change.dilemma_disappears"
            return words(key, dilemma=words.choice("dilemmas", name))
    return None
