"""Cards that each let one phone in, on sheets to cut; made for a meeting that is open by card."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from coprod_ui.meeting.addresses import join_address, qr_code, typed_address
from coprod_ui.served.cards import HOME
from coprod_ui.words import Words
from coprod_ui.words.templates import filled


class Card(NamedTuple):
    """What is on a card: the way in as a picture, what to type for it, the meeting's code and the card's own."""

    picture: Markup
    typed: str
    code: str
    card: str


def page(address: str, code: str, cards: Sequence[str], words: Words) -> str:
    """The sheets, for phones that find this machine at `address`."""
    made = [_card(address, code, card) for card in cards]
    return filled("served/cards/entry.html", say=words, title=words("entry_cards.title"), home=HOME, cards=made)


def _card(address: str, code: str, card: str) -> Card:
    whole = f"{join_address(address, code)}/{card}"
    return Card(Markup(qr_code(whole)), typed_address(address), _spaced(code), _spaced(card))


def _spaced(code: str) -> str:
    return f"{code[:3]} {code[3:]}"
