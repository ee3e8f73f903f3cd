"""A party in a few words."""

from coprod_core.web.model import Actor
from coprod_ui.words import Words


def people_said(actor: Actor, words: Words) -> str:
    """The sphere of a party; of residents how many there are, and how many of them are at the table."""
    if not actor.citizens:
        return words.choice("spheres", actor.sphere)
    if actor.people is None:
        return words.plural("workshop.seats", actor.seats) if actor.seated else words.choice("spheres", actor.sphere)
    if actor.seated:
        return words("workshop.seats_of", seats=words.count(actor.seats), people=words.count(actor.people))
    return words.plural("quick.people", actor.people)
