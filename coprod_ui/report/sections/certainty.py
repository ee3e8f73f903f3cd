"""How sure the estimates are: what stays when they are slightly different, and whom to ask first."""

from functools import partial

from coprod_ui import charts, sentences
from coprod_ui.plain_text import writable
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Table, bullets, chart, paragraphs
from coprod_ui.sentences.amounts import plain_part


def certainty(account: Account) -> tuple[Block, ...]:
    """What holds with slightly different estimates, how much of each group is guessed, and what to ask first."""
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    found = account.certainty
    if found is None or readings.gap is None:
        return paragraphs([sentences.undefined(readings, "gap", words)])
    blocks: list[Block] = [
        *paragraphs([words("report.certainty_said")]),
        *bullets(
            [
                *sentences.certainty(found, web, words, digits),
                sentences.estimates(readings, web, words, digits) or words("report.nothing_estimated"),
                *sentences.ask_first(found.ask_first, web, words, digits),
            ]
        ),
        _by_party(account),
    ]
    if found.ask_first.stakes:
        blocks += chart(
            "ask",
            words("gap_screen.ask_first"),
            charts.ask_figure(found.ask_first, web, words, digits, account.dark),
            charts.ask_alt(found.ask_first, web, words),
            partial(charts.ask_table, found.ask_first, web, words),
            words,
        )
    return tuple(blocks)


def _by_party(account: Account) -> Table:
    """Per group, how much of what the gap says of it is guessed."""
    words, web = account.words, account.web
    shares = account.readings.gap.estimated_by_actor if account.readings.gap else {}
    rows = tuple(
        (
            writable(web.actor_by_id[id_].name),
            "–" if share is None else plain_part(share, words, account.digits),
        )
        for id_, share in shares.items()
    )
    header = (words("charts.party"), words("report.part_estimated"))
    return Table(words("report.estimated_caption"), header, rows)
