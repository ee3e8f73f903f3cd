"""The cards as a page to print: per card a sheet of A4 with four of it. The templates stand beside this."""

from collections.abc import Iterator

from coprod_core.rounds.values import Named, Questions
from coprod_core.web.conventions import WEIGHT_NAMES
from coprod_ui.served.cards import HOME
from coprod_ui.served.cards.packing import ROOM, Block, lines, packed
from coprod_ui.words import Words
from coprod_ui.words.templates import filled, macro

PER_SHEET = 4
MOST_FOR_GROUPS = 60.0
"""Millimetres of a card that the groups may take."""
_ACROSS = 48  # signs on a line of a card
_PARTS = "served/cards/parts.html"


def page(questions: Questions, words: Words) -> str:
    """A whole page with every card of a round."""
    group = _group(questions, words)  # on every card: they are counted by group, and may come apart
    return filled(
        "served/cards/page.html",
        say=words,
        home=HOME,
        title=words("cards.title"),
        question=questions.question,
        cards=[[group, *card] for card in packed(_blocks(questions, words), ROOM - group.height)],
        per_sheet=PER_SHEET,
    )


def _group(questions: Questions, words: Words) -> Block:
    """The groups to choose from; a line to write on where there are too many to put on every card."""
    if not questions.groups:
        return Block("", 0)
    ask, asked = macro(_PARTS, "ask"), words("phone.which_group")
    names = [*(group.name for group in questions.groups), words("phone.no_group")]
    height = 9 + 5.6 * sum(lines(name, _ACROSS) for name in names)
    if height > MOST_FOR_GROUPS:
        return Block(ask(asked, lines=1), 15)
    return Block(ask(asked, names), height)


def _blocks(questions: Questions, words: Words) -> Iterator[Block]:
    if questions.own_words:
        yield Block(macro(_PARTS, "ask")(words("phone.own"), lines=2), 24)
    for interest in questions.interests:
        yield _interest(interest, words)


def _interest(interest: Named, words: Words) -> Block:
    weights = [words.choice("phone_weights", name) for name in WEIGHT_NAMES]
    sides = [words.choice("phone_wants", side) for side in ("yes", "no")]
    html = macro(_PARTS, "interest")(interest.name, weights, sides)
    return Block(html, 33.5 + 4.6 * (lines(interest.name, _ACROSS) - 1))
