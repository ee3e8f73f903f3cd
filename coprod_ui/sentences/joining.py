"""What an absent group brings if it comes, what it needs, and what inviting alone does not solve."""

from collections.abc import Sequence

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.promises import Invitation as Joining
from coprod_core.web.model import Invitation, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.all_known import all_known
from coprod_ui.sentences.amounts import change_numbers, how_much, number, part
from coprod_ui.words import Words, of_100

_EXACT = 1e-9


def joining(readings: Readings, web: Web, party: str, words: Words, digits: bool) -> list[str]:
    """What changes if this absent group takes part, sentence by sentence; nothing when it is no candidate."""
    reading = readings.feasibility_inclusiveness
    if reading is None or party not in reading.invite:
        return []
    return [
        words("say_joining.suppose", group=names.actor(web, party)),
        *heard(readings, web, party, words, digits),
        *_gap_then(readings, web, party, words, digits),
        *finding_a_plan(readings, web, party, words, digits),
    ]


def _gap_then(readings: Readings, web: Web, party: str, words: Words, digits: bool) -> list[str]:
    """Why the gap in views grows once this group sits there; nothing where it does not in the numbers shown."""
    reading, gap = readings.feasibility_inclusiveness, readings.gap
    if reading is None or gap is None:
        return []
    invite_views, invite_grows_on = reading.invite[party].views_to, reading.invite[party].grows_on
    if invite_views is None or invite_grows_on is None:
        return []
    grown = of_100(invite_views) - of_100(gap.views)
    if grown <= 0:
        return []
    numbers = change_numbers(gap.views, invite_views, words, digits)
    interest = names.interest(web, invite_grows_on)
    return [words("say_joining.gap_grows", how=how_much(grown, words), numbers=numbers, interest=interest)]


def heard(readings: Readings, web: Web, party: str, words: Words, digits: bool) -> list[str]:
    """What is heard once this group sits there; nothing when it is no candidate."""
    reading = readings.feasibility_inclusiveness
    if reading is None or party not in reading.invite:
        return []
    promise, gap = reading.invite[party], readings.gap
    new = [id_ for id_ in promise.first_heard if gap is None or gap.table[id_] <= _EXACT]
    soft = [id_ for id_ in promise.first_heard if id_ not in new]
    said = []
    if new:
        said.append(words.plural("say_joining.first_heard", len(new), interests=_listed(new, web, words)))
    if soft:
        said.append(words("say_joining.really_heard", interests=_listed(soft, web, words)))
    return said or [_no_new_interest(reading.inclusiveness, promise, words, digits)]


def finding_a_plan(readings: Readings, web: Web, party: str, words: Words, digits: bool) -> list[str]:
    """Whether a plan that suits everyone gets harder to find, and apart from that whether there is more to discuss."""
    reading = readings.feasibility_inclusiveness
    if reading is None or party not in reading.invite:
        return []
    promise = reading.invite[party]
    costs = promise.fit_from - promise.fit_to > _EXACT or promise.pace_from - promise.pace_to > _EXACT
    return [
        _plan(promise, all_known(readings, web), words, digits),
        *_agenda(promise, words, digits),
        *([words("say_table.without.one")] if costs else []),
    ]


def ask(web: Web, party: str, words: Words) -> str:
    """The question about a group that is not there: what it needs, or who speaks for it where it declined."""
    declined = web.actor_by_id[party].invitation == Invitation.DECLINED
    return words("say_joining.declined" if declined else "say_joining.needs")


def declined(web: Web, words: Words) -> str:
    """That a group will not or cannot come now, with who filled that in; a person's words stand as they are."""
    who = web.filled_in_by.strip()
    return words("say_joining.declined_by", who=who) if who else words("say_joining.declined_by_nobody")


def beyond_inviting(gap: Gap, words: Words, digits: bool) -> list[str]:
    """What inviting alone does not solve: seats that count in part only, and groups that are hard to reach."""
    said = []
    if of_100(gap.without_influence):
        said.append(words("say_joining.without_influence"))
    if of_100(gap.hard_to_reach):
        numbers = number(gap.hard_to_reach, words, digits)
        said.append(words("say_joining.hard_to_reach", part=part(gap.hard_to_reach, words), numbers=numbers))
    return said


def _listed(ids: Sequence[str], web: Web, words: Words) -> str:
    return names.some_listed((names.interest(web, id_) for id_ in ids), words)


def _no_new_interest(inclusiveness: float, promise: Joining, words: Words, digits: bool) -> str:
    after = inclusiveness + promise.gain
    if of_100(after) == of_100(inclusiveness):
        return words("say_joining.same")
    return words("say_joining.stronger", numbers=change_numbers(inclusiveness, after, words, digits))


def _plan(promise: Joining, known: bool, words: Words, digits: bool) -> str:
    if promise.fit_from <= _EXACT:
        return words("say_best.none_works")
    if promise.fit_from - promise.fit_to <= _EXACT:
        return words("say_joining.not_harder" if known else "say_joining.not_harder_known")
    points = of_100(promise.fit_from) - of_100(promise.fit_to)
    if not points:
        return words("say_joining.hardly_harder")
    numbers = change_numbers(promise.fit_from, promise.fit_to, words, digits)
    return words("say_joining.harder", how=how_much(points, words), numbers=numbers)


def _agenda(promise: Joining, words: Words, digits: bool) -> list[str]:
    if promise.pace_from - promise.pace_to <= _EXACT:
        return []
    points = of_100(promise.pace_from) - of_100(promise.pace_to)
    numbers = change_numbers(promise.pace_from, promise.pace_to, words, digits) if points else ""
    return [words("say_joining.talk", how=how_much(points, words), numbers=numbers)]
