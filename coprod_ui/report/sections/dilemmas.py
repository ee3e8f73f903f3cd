"""The three dilemmas: what every way out costs, and for whom."""

from functools import partial

from coprod_ui import charts, sentences
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, bullets, chart, paragraphs

NAMES = ("feasibility_inclusiveness", "role", "rules")
MOST_ROWS = 12


def dilemmas(account: Account) -> tuple[Block, ...]:
    """Each dilemma with its question, its sentences, its picture, and what makes it stronger."""
    drawn = {"feasibility_inclusiveness": _feasible, "role": _role, "rules": _rules}
    blocks: list[Block] = list(paragraphs([account.words("report.dilemmas_said")]))
    for name in NAMES:
        blocks.append(Heading(account.words.choice("dilemmas", name)))
        blocks += drawn[name](account)
        if getattr(account.readings, name) is not None:
            blocks += _stronger(account, name)
    return tuple(blocks)


def _stronger(account: Account, name: str) -> tuple[Block, ...]:
    said = sentences.stronger(account.readings, name, account.words, account.digits)
    heading = account.words("dilemma_screen.stronger")
    return paragraphs([f"**{heading}:** {' '.join(said)}"])


def _feasible(account: Account) -> tuple[Block, ...]:
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    reading = readings.feasibility_inclusiveness
    lines = bullets(sentences.feasible_or_inclusive(readings, web, words, digits))
    if reading is None or reading.ways is None:
        return lines
    return (
        *lines,
        *chart(
            "plane",
            words("dilemma_screen.question_feasibility_inclusiveness"),
            charts.plane_figure(reading, web, words, digits, account.dark),
            charts.plane_alt(reading, web, words),
            partial(charts.plane_table, reading, web, words, most=MOST_ROWS),
            words,
        ),
    )


def _role(account: Account) -> tuple[Block, ...]:
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    lines = sentences.role_sentences(readings, web, words, digits)
    reading = readings.role
    if reading is None:
        return bullets(lines)
    ways = [" ".join(said) for said in sentences.ways_out(readings, web, words, digits).values()]
    return (
        *bullets([*lines, *ways]),
        *chart(
            "roles",
            words("dilemma_screen.question_role"),
            charts.roles_figure(reading, words, digits, account.dark),
            charts.roles_alt(reading, words),
            partial(charts.roles_table, reading, words),
            words,
        ),
        *chart(
            "shifted",
            words("dilemma_screen.shifted"),
            charts.shifted_figure(readings, web, words, digits, account.dark),
            charts.shifted_alt(readings, web, words),
            partial(charts.shifted_table, readings, web, words),
            words,
        ),
    )


def _rules(account: Account) -> tuple[Block, ...]:
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    lines = sentences.rules_sentences(readings, web, words, digits)
    reading = readings.rules
    if reading is None:
        return bullets(lines)
    return (
        *bullets([*lines, *sentences.clashes_between_organisations(readings, web, words)]),
        *chart(
            "rules",
            words("dilemma_screen.question_rules"),
            charts.rules_figure(reading, web, words, digits, account.dark),
            charts.rules_alt(reading, web, words),
            partial(charts.rules_table, reading, web, words),
            words,
        ),
    )
