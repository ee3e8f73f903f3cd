"""How sure the estimates are: what stays when they are slightly different, and whom to ask first."""

from coprod_core.indicators.ask_first import AskFirst
from coprod_ui.charts.certainty import ask_chart
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Table, bullets, chart, paragraphs
from coprod_ui.sentences import certainty as say_certainty
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.strengthening import dials as say_dials
from coprod_ui.words.plain_text import writable


def certainty(account: Account) -> tuple[Block, ...]:
    """What holds with slightly different estimates, how much of each group is guessed, and what to ask first."""
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    found = account.certainty
    if found is None or readings.gap is None:
        return ()
    blocks: list[Block] = [
        *paragraphs([words("report.certainty_said")]),
        *bullets(
            [
                *say_certainty.certainty(found, web, words, digits),
                say_gap.estimates(readings, web, words, digits) or words("report.nothing_estimated"),
                *_not_known_yet(account, found.ask_first),
                *([say_dials(web, words)] if account.dials else []),
            ]
        ),
        _by_party(account),
    ]
    if found.ask_first.stakes:
        blocks += chart(
            "ask",
            words("gap_screen.ask_first"),
            ask_chart(found.ask_first, web, words, digits, account.dark),
            words,
            in_digits=digits,
        )
    return tuple(blocks)


def _not_known_yet(account: Account, found: AskFirst) -> list[str]:
    """The estimate that makes most difference, as what is not known yet: a report asks nobody anything."""
    web, words = account.web, account.words
    if not found.stakes:
        return [words("say_sure.nothing_to_ask")]
    first = found.stakes[0]
    return [
        words("report.ask_first", actor=names.actor(web, first.actor), interest=names.interest(web, first.interest))
    ]


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
