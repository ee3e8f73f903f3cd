"""How this is calculated, what was agreed otherwise, every printed number with its place, and where it comes from."""

from coprod_core.web.deviations import convention, deviations
from coprod_ui.report.account import Account
from coprod_ui.report.attachments import READINGS, WEB
from coprod_ui.report.document import Block, Heading, Table, bullets, paragraphs
from coprod_ui.report.numbers import printed_numbers
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.words import of_100


def method(account: Account) -> tuple[Block, ...]:
    """That this is a way of calculating, who was not asked and which plan is missing, and every number."""
    web, words = account.web, account.words
    return (
        *paragraphs([words("report.method_said"), say_fixed.deviating(deviations(web), words), *_small(account)]),
        *bullets(say_fixed.fixed_lines(web, words)),
        *_conventions(account),
        *_numbers(account),
        *paragraphs([words("report.sources")]),
    )


def _small(account: Account) -> list[str]:
    """How small groups count here, and what the screen says instead where that shows."""
    words, here, screen = account.words, account.readings.gap, account.on_screen
    if not account.small_groups:
        return []
    said = [words("report.small_groups_count")]
    if account.digits and here is not None and screen is not None and of_100(here.views) != of_100(screen.views):
        said.append(words("report.small_groups_screen", here=of_100(here.views), screen=of_100(screen.views)))
    return said


def _conventions(account: Account) -> tuple[Block, ...]:
    web, words = account.web, account.words
    header = (words("report.convention"), words("report.in_design"), words("report.here"))
    rows = tuple(
        (words.choice("conventions", name), words.count(value), words.count(convention(web, name)))
        for name, value in deviations(web).items()
    )
    return (Table(words("report.conventions_caption"), header, rows),) if rows else ()


def _numbers(account: Account) -> tuple[Block, ...]:
    """Every printed number with its path in the readings; nothing where numbers are said in words."""
    words = account.words
    if not account.digits:
        return ()
    rows = tuple((each.says, each.shown, each.place) for each in printed_numbers(account))
    header = tuple(words(f"numbers.{name}") for name in ("what", "of_100", "path"))
    if not rows:
        return ()
    return (
        Heading(words("numbers.heading")),
        *paragraphs(
            [
                words("numbers.said", file=READINGS),
                words("numbers.programmers", command=f"belangenweb evaluate {WEB} --sure"),
            ]
        ),
        Table(words("numbers.caption"), header, rows),
    )
