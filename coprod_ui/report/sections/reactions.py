"""What those who took part said of this report, and how it was looked back upon."""

from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Table, labelled, paragraphs
from coprod_ui.sentences.weighings import day_said
from coprod_ui.words.plain_text import said, writable


def reactions(account: Account) -> tuple[Block, ...]:
    """The day it was shown, each reaction with its answer, and the evaluation; nothing where none is on record."""
    words, kept = account.words, account.web.accounting
    card = kept.card
    if not (card.shown_on or kept.reactions or card.evaluation.strip() or card.evaluate_on):
        return ()
    shown = [words("reaction.shown_on", day=day_said(card.shown_on, words))] if card.shown_on else []
    none = [] if kept.reactions else [words("reaction.none")]
    return (*paragraphs([" ".join([*shown, *none])]), *_table(account), *_looking_back(account))


def _table(account: Account) -> tuple[Block, ...]:
    words, web = account.words, account.web
    rows = tuple(
        (
            writable(web.actor_by_id[each.actor].name) if each.actor else words("accounting.somebody"),
            day_said(each.day, words) or "–",
            writable(each.said),
            writable(each.answer) or "–",
        )
        for each in web.accounting.reactions
    )
    header = tuple(words(f"reaction.{name}") for name in ("who", "day", "said", "answer"))
    return (Table(words("reaction.caption"), header, rows),) if rows else ()


def _looking_back(account: Account) -> tuple[Block, ...]:
    words, card = account.words, account.web.accounting.card
    evaluated = (labelled(words("reaction.evaluation"), said(card.evaluation)),) if card.evaluation.strip() else ()
    when = [words("reaction.evaluate_on", day=day_said(card.evaluate_on, words))] if card.evaluate_on else []
    return (*evaluated, *paragraphs(when))
