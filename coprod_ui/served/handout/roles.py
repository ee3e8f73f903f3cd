"""The role cards on A4, to cut out; no number stands on one, and nothing of a later step."""

from typing import NamedTuple

from coprod_core.workshop.roles import RoleCard, deciding
from coprod_core.workshop.whole import Workshop
from coprod_ui.served.handout import HOME
from coprod_ui.words import Words
from coprod_ui.words.templates import filled


class Card(NamedTuple):
    """What stands on one card; `party` is empty where the card is named after it."""

    name: str
    party: str
    stake: str
    line: str
    loses_line: str
    absent: bool
    decides: bool


def page(workshop: Workshop, words: Words) -> str:
    """A whole page of cards."""
    decides = deciding(workshop.roles, workshop.web)
    return filled(
        "served/handout/roles.html",
        say=words,
        home=HOME,
        language=workshop.language,
        title=workshop.title,
        cards=[_card(card, workshop, card == decides) for card in workshop.roles],
    )


def _card(card: RoleCard, workshop: Workshop, decides: bool) -> Card:
    party = workshop.web.actor_by_id[card.actor].name
    return Card(
        card.name, "" if party == card.name else party, card.stake, card.line, card.loses_line, card.absent, decides
    )
