"""Which questions fit together on one card."""

from collections.abc import Iterable
from typing import NamedTuple

ROOM = 118.0
"""Millimetres of height on a card, below its heading."""


class Block(NamedTuple):
    """Part of a card as HTML, and about how high it is in millimetres."""

    html: str
    height: float


def lines(text: str, across: int) -> int:
    """How many lines a text takes, with about `across` signs on a line."""
    return max(1, -(-len(text) // across))


def packed(blocks: Iterable[Block], room: float = ROOM) -> list[list[Block]]:
    """The blocks in order, on as few cards as they fit on; one that is higher than a card has one for itself."""
    cards: list[list[Block]] = [[]]
    left = room
    for block in blocks:
        if cards[-1] and block.height > left:
            cards.append([])
            left = room
        cards[-1].append(block)
        left -= block.height
    return cards
