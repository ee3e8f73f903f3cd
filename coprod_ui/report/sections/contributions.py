"""Contributions and answers: what was brought in, by which group, and what was done with it and why."""

from coprod_core.web.accounting import Body, Contribution, Outcome
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Table, labelled, paragraphs
from coprod_ui.sentences.accounting_acts import occasion_name
from coprod_ui.sentences.weighings import day_said
from coprod_ui.words.plain_text import said, writable


def contributions(account: Account) -> tuple[Block, ...]:
    """A row per contribution, and one per interest without a contribution of its own; nothing without either."""
    web, words = account.web, account.words
    own = [_row(account, each) for each in web.accounting.contributions]
    left = [
        (writable(k.name), "–", "–", words.choice("outcomes", Outcome.OPEN), "–")
        for k in web.interests
        if not web.accounting.of_interest(k.id)
    ]
    if not own and not left:
        return ()
    hear_back = web.conditions.frame.hear_back
    header = tuple(words(f"contribution.column.{name}") for name in ("what", "from", "when", "answer", "why"))
    return (
        *([labelled(words("contribution.hear_back"), said(hear_back))] if hear_back else []),
        *paragraphs([words("contribution.by_interest")] if left else []),
        Table(words("contribution.caption"), header, (*own, *left)),
    )


def _row(account: Account, held: Contribution) -> tuple[str, ...]:
    web, words = account.web, account.words
    text = writable(held.text)
    occasion = next((each for each in web.accounting.occasions if each.id == held.occasion), None)
    return (
        f"‘{text}’" if held.literal else text,
        writable(web.actor_by_id[held.actor].name) if held.actor else "–",
        "–" if occasion is None else writable(occasion_name(occasion, words)),
        words.choice("outcomes", held.answer),
        _why(account, held) or "–",
    )


def _why(account: Account, held: Contribution) -> str:
    words = account.words
    by = [words.choice("bodies", held.by)] if held.by != Body.NONE else []
    when = [day_said(held.day, words)] if held.day else []
    answered = words("contribution.answered_by", by=", ".join([*by, *when])) if by or when else ""
    return " ".join(filter(None, (writable(held.why.strip()), answered)))
