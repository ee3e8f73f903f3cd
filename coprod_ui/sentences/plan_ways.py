"""The plans as ways to weigh: what residents lose by each, and what is not known of it."""

from coprod_core.acts.weighing import PLAN, WayOut
from coprod_core.indicators.marks import PlanMarks
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import marks as say_marks
from coprod_ui.sentences import names
from coprod_ui.sentences.group_size import size_and_place
from coprod_ui.words import Words
from coprod_ui.words.plain_text import plain

MOST_LOSERS = 4


def plans_as_ways(readings: Readings, web: Web, words: Words) -> tuple[WayOut, ...]:
    """A way for each plan, those ruled out last; none while no plan is entered. Small groups have no name in `web`."""
    return tuple(_way(found, readings, web, words) for found in say_marks.in_columns(readings))


def _way(found: PlanMarks, readings: Readings, web: Web, words: Words) -> WayOut:
    option = web.option_by_id[found.plan]
    barred = [words("weighing.barred")] if option.barred else []
    lines = [*barred, *losses_of(found, readings, web, words), *not_known(readings, web, found.plan, words)]
    return WayOut(option.name, plain(" ".join(lines)), f"{PLAN}{option.id}", plan=option.id)


def losses_of(found: PlanMarks, readings: Readings, web: Web, words: Words, most: int = MOST_LOSERS) -> list[str]:
    """Per group of residents what it loses most, or gets little of, hardest hit first; that no loss is seen where there
    is none.
    """
    lines = [_loss(found, id_, web, words) for id_ in found.losing[:most]]
    more = len(found.losing) - most
    if more > 0:
        lines.append(words.plural("weighing.more_groups_lose", more))
    return lines or [say_marks.no_losers(readings, found.plan, words)]


def _loss(found: PlanMarks, party: str, web: Web, words: Words) -> str:
    marked, group = found.parties[party], names.actor(web, party)
    size = size_and_place(web.actor_by_id[party], words)
    interest = marked.loses[0] if marked.loses else marked.little_of
    assert interest is not None  # a group that loses nothing is among the losing because it finds it hard
    quoted = f"‘{names.interest(web, interest)}’{names.unwanted(web, party, interest, words)}"
    return words(
        f"weighing.group_{'loses' if marked.loses else 'gets_little'}", interest=quoted, group=group, size=size
    )


def not_known(readings: Readings, web: Web, plan: str, words: Words) -> list[str]:
    """The interest of which it is least known what a plan does to it, as a statement; nothing without a hole."""
    hole = readings.options[plan].largest_hole
    return [] if hole is None else [words("weighing.not_known", interest=names.interest(web, hole))]
