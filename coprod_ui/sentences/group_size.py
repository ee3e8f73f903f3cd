"""How many people a group has and whether it is at the table, where a small group is not to be recognised."""

from coprod_core.rounds.publication import LEAST
from coprod_core.web.model import Actor
from coprod_ui.words import Words


def is_small(actor: Actor) -> bool:
    """Whether a group of residents is known to have fewer people than a result may rest on."""
    return actor.citizens and actor.people is not None and actor.people < LEAST


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


def size_and_place(actor: Actor, words: Words) -> str:
    """The people of a group and whether it is at the table, to stand between brackets."""
    place = words("terms.at_table" if actor.seated else "terms.not_at_table")
    if is_small(actor):
        return f"{words('report.fewer_than_people', count=LEAST)}, {place}"
    if actor.people is None:
        return f"{words('report.people_unknown')}, {place}"
    return f"{words.plural('report.people_counted', actor.people)}, {place}"
