"""The cards as a page to print: per card a sheet of A4 with four of it."""

from collections.abc import Iterator, Sequence

from coprod_core.conventions import WEIGHT_NAMES
from coprod_core.rounds import Named, Questions
from coprod_ui.cards import HOME
from coprod_ui.cards.packing import ROOM, Block, lines, packed
from coprod_ui.words import Words, html_text

PER_SHEET = 4
MOST_FOR_GROUPS = 60.0
"""Millimetres of a card that the groups may take."""
_ACROSS = 48  # signs on a line of a card


def page(questions: Questions, words: Words) -> str:
    """A whole page with every card of a round."""
    group = _group(questions, words)  # on every card: they are counted by group, and may come apart
    cards = [[group, *card] for card in packed(_blocks(questions, words), ROOM - group.height)]
    sheets = "".join(
        _sheet(card, number, len(cards), questions.question, words) for number, card in enumerate(cards, 1)
    )
    title = html_text(words("cards.title"))
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f'<link rel="stylesheet" href="{HOME}/cards.css"></head><body><header><h1>{title}</h1>'
        f"<p>{html_text(words.plural('cards.how', len(cards)))}</p></header><main>{sheets}</main></body></html>"
    )


def _sheet(card: Sequence[Block], number: int, count: int, question: str, words: Words) -> str:
    part = html_text(words("cards.part", number=number, count=count)) if count > 1 else ""
    head = f'<div class="head"><b>{html_text(question or words("cards.title"))}</b><span>{part}</span></div>'
    foot = f'<div class="foot">{html_text(words("cards.promise"))}</div>'
    drawn = f"{head}{''.join(block.html for block in card)}{foot}"
    copies = "".join(  # what is on all four is read aloud once
        f'<div class="card"{"" if copy == 0 else " aria-hidden=true"}>{drawn}</div>' for copy in range(PER_SHEET)
    )
    return f'<section class="sheet">{copies}</section>'


def _group(questions: Questions, words: Words) -> Block:
    """The groups to choose from; a line to write on where there are too many to put on every card."""
    if not questions.groups:
        return Block("", 0)
    names = [*(group.name for group in questions.groups), words("phone.no_group")]
    asked, height = html_text(words("phone.which_group")), 9 + 5.6 * sum(lines(name, _ACROSS) for name in names)
    if height > MOST_FOR_GROUPS:
        return Block(f'<div class="ask"><b>{asked}</b><i class="line"></i></div>', 15)
    boxes = "".join(f"<p>{_box(name)}</p>" for name in names)
    return Block(f'<div class="ask"><b>{asked}</b>{boxes}</div>', height)


def _blocks(questions: Questions, words: Words) -> Iterator[Block]:
    if questions.own_words:
        asked = html_text(words("phone.own"))
        yield Block(f'<div class="ask"><b>{asked}</b><i class="line"></i><i class="line"></i></div>', 24)
    for interest in questions.interests:
        yield _interest(interest, words)


def _interest(interest: Named, words: Words) -> Block:
    weights = "".join(f"<p>{_box(words.choice('phone_weights', name))}</p>" for name in WEIGHT_NAMES)
    sides = " ".join(_box(words.choice("phone_wants", side)) for side in ("yes", "no"))
    html = (
        f'<div class="ask"><b>{html_text(interest.name)}</b><div class="two"><div>{weights}</div><p>{sides}</p></div>'
        "</div>"
    )
    return Block(html, 33.5 + 4.6 * (lines(interest.name, _ACROSS) - 1))


def _box(text: str) -> str:
    return f'<span class="choice"><i class="box"></i>{html_text(text)}</span>'
