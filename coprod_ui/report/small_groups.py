"""Nothing in a report points at a group so small that one knows who is meant.

A group of residents of fewer than five people gets no name and no number of its own in anything a report shows. It
still counts in every reading, as it does on screen.
"""

from dataclasses import replace

from coprod_core.model import Actor, Web
from coprod_core.rounds import LEAST
from coprod_ui.words import Words


def is_small(actor: Actor) -> bool:
    """Whether a group of residents is known to have fewer people than a result may rest on."""
    return actor.citizens and actor.people is not None and actor.people < LEAST


def without_small_groups(web: Web, words: Words) -> Web:
    """The web in which small groups have no name of their own; the very same web where there are none."""
    small = [actor.id for actor in web.actors if is_small(actor)]
    if not small:
        return web
    names = {id_: _name(nth, len(small), words) for nth, id_ in enumerate(small, 1)}
    return replace(
        web,
        actors=tuple(replace(a, name=names[a.id], notes="") if a.id in names else a for a in web.actors),
    )


def _name(nth: int, count: int, words: Words) -> str:
    return words("report.small_group") if count == 1 else words("report.small_group_nth", nth=nth)


def people_said(actor: Actor, words: Words) -> str:
    """How many people a party has, as a report may say it; nothing for organisations."""
    if not actor.citizens:
        return ""
    if is_small(actor):
        return words("report.fewer_than", count=LEAST)
    return words("inspector.people_unknown") if actor.people is None else words.count(actor.people)


def seats_said(actor: Actor, words: Words) -> str:
    """How many seats a party has at the table; of a small group only whether it is there."""
    if not actor.seated:
        return words("terms.not_at_table")
    if not actor.citizens or is_small(actor):
        return words("terms.at_table")
    return words.count(actor.seats)
