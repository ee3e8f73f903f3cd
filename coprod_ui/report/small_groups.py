"""Nothing in a report points at a group so small that one knows who is meant.

A group of residents of fewer than five people gets no name and no number of its own in anything a report shows, and
counts as `COUNTED_AS` people in it. What was tried with it, what it brought in and what it said stay out.
"""

from dataclasses import replace

from coprod_core.rounds.publication import LEAST
from coprod_core.web.accounting import Accounting
from coprod_core.web.model import Web
from coprod_ui.sentences.group_size import is_small
from coprod_ui.words import Words

COUNTED_AS = LEAST - 1


def without_small_groups(web: Web, words: Words) -> Web:
    """The web in which small groups have no name or number of their own; the very same web where there are none."""
    small = [actor.id for actor in web.actors if is_small(actor)]
    if not small:
        return web
    names = {id_: _name(nth, len(small), words) for nth, id_ in enumerate(small, 1)}
    return replace(
        web,
        actors=tuple(
            replace(a, name=names[a.id], people=COUNTED_AS, notes="") if a.id in names else a for a in web.actors
        ),
        options=tuple(replace(o, proposed_by="") if o.proposed_by in names else o for o in web.options),
        accounting=_kept_of_others(web.accounting, names),
    )


def _name(nth: int, count: int, words: Words) -> str:
    return words("report.small_group") if count == 1 else words("report.small_group_nth", nth=nth)


def _kept_of_others(kept: Accounting, small: dict[str, str]) -> Accounting:
    return replace(
        kept,
        attempts=tuple(each for each in kept.attempts if each.actor not in small),
        contributions=tuple(each for each in kept.contributions if each.actor not in small),
        reactions=tuple(each for each in kept.reactions if each.actor not in small),
    )
