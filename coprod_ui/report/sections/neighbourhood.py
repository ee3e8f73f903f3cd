"""Who lives in the neighbourhood beside who was at the table, in a report: nothing that rests on fewer than five."""

from coprod_core.indicators.representation import Representation, for_the_room, representation
from coprod_ui.charts.representation import representation_chart
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, bullets, chart
from coprod_ui.sentences import representation as say_representation
from coprod_ui.words.plain_text import writable


def who_lives_here(account: Account) -> tuple[Block, ...]:
    """A picture and sentences for each feature of the neighbourhood; nothing where no figures are known."""
    found = [for_the_room(one) for one in representation(account.web)]
    return tuple(block for nth, one in enumerate(found) for block in _feature(nth, one, account))


def _feature(nth: int, found: Representation, account: Account) -> tuple[Block, ...]:
    words, digits = account.words, account.digits
    lines = say_representation.representation_sentences(found, words, digits)
    lines += say_representation.beside_the_gap(found, account.readings, account.web, words, digits)
    return (
        *chart(
            f"people_{nth}",
            f"{words('people_screen.here')}: {writable(found.feature)}",
            representation_chart(found, words, digits, account.dark),
            words,
            in_digits=digits,
        ),
        *bullets(lines),
    )
