"""Who lives in the neighbourhood beside who was at the table, in a report: nothing that rests on fewer than five."""

from functools import partial

from coprod_core.indicators import Representation, for_the_room, representation
from coprod_ui import charts, sentences
from coprod_ui.plain_text import writable
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, bullets, chart


def who_lives_here(account: Account) -> tuple[Block, ...]:
    """A picture and sentences for each feature of the neighbourhood; nothing where no figures are known."""
    found = [for_the_room(one) for one in representation(account.web)]
    return tuple(block for nth, one in enumerate(found) for block in _feature(nth, one, account))


def _feature(nth: int, found: Representation, account: Account) -> tuple[Block, ...]:
    words, digits = account.words, account.digits
    lines = sentences.representation_sentences(found, words, digits)
    lines += sentences.beside_the_gap(found, account.readings, account.web, words, digits)
    return (
        *chart(
            f"people_{nth}",
            f"{words('people_screen.here')}: {writable(found.feature)}",
            charts.representation_figure(found, words, digits, account.dark),
            charts.representation_alt(found, words),
            partial(charts.representation_table, found, words),
            words,
        ),
        *bullets(lines),
    )
