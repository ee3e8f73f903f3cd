"""The dilemmas: per dilemma what it comes down to, and its ways out with who loses what; then those of the group's own,
in words.
"""

from coprod_core.acts.weighing import Dilemma
from coprod_core.indicators.ways import ways_out
from coprod_core.web.model import Web
from coprod_core.web.own_dilemmas import OwnDilemma, OwnWay
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Table, bullets, paragraphs
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences.own_dilemmas import losses
from coprod_ui.sentences.weighings import ways_considered
from coprod_ui.words.plain_text import plain, writable

NAMES = ("feasibility_inclusiveness", "role", "rules")
MOST_SAID = 2


def dilemmas(account: Account) -> tuple[Block, ...]:
    """Every dilemma that can be computed, two sentences and its ways out each, and every one of the group's own;
    nothing where there is neither.
    """
    told = [block for name in NAMES if getattr(account.readings, name) is not None for block in _told(account, name)]
    told += [block for dilemma in account.web.dilemmas for block in _own(account, dilemma)]
    return (*paragraphs([account.words("report.dilemmas_said")]), *told) if told else ()


def _own(account: Account, dilemma: OwnDilemma) -> list[Block]:
    """A dilemma of the group's own: the question, that nothing is calculated, and who loses what by each choice."""
    web, words = account.web, account.words
    rows = tuple((writable(way.text), _lost(way, web) or words("report.nothing_said")) for way in dilemma.ways)
    header = (words("report.way"), words("report.who_loses"))
    said = paragraphs([words("report.own_dilemma")])
    return [Heading(writable(dilemma.question)), *said, Table(words("report.own_dilemma_ways"), header, rows)]


def _lost(way: OwnWay, web: Web) -> str:
    return writable("; ".join(plain(line) for line in losses(way, web)))


def _told(account: Account, name: str) -> list[Block]:
    return [Heading(account.words.choice("dilemmas", name)), *bullets(_sentences(account, name)), *_ways(account, name)]


def _sentences(account: Account, name: str) -> list[str]:
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    if name == "feasibility_inclusiveness":
        reading = readings.feasibility_inclusiveness
        if reading is not None and reading.ways is None:
            now = say_dilemmas.table_now(ways_out(readings), words, digits)
            return [now, words("report_undefined.too_many_candidates")]
        return say_dilemmas.feasible_or_inclusive(readings, web, words, digits)[:MOST_SAID]
    if name == "role":
        return say_dilemmas.role_sentences(readings, web, words, digits)[:MOST_SAID]
    said = say_dilemmas.rules_sentences(readings, web, words, digits)
    return [*said[:1], *say_dilemmas.clashes_between_organisations(readings, web, words)[:1]]


def _ways(account: Account, name: str) -> list[Block]:
    web, readings, words = account.web, account.readings, account.words
    rule = readings.rules.strongest if name == "rules" and readings.rules is not None else ""
    ways = ways_considered(Dilemma(name), rule, readings, web, words, account.digits)
    rows = tuple((writable(way.name), writable(way.loses) or "–") for way in ways)
    header = (words("report.way"), words("weighing.loses"))
    return [Table(words("report.ways_there"), header, rows)] if rows else []
