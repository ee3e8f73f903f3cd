"""How this is calculated, what was agreed otherwise, and where it comes from."""

from coprod_core.model import convention, deviations
from coprod_ui import sentences
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Table, bullets, paragraphs


def method(account: Account) -> tuple[Block, ...]:
    """That this is a way of calculating, who was not asked and which plan is missing, and what is counted otherwise."""
    web, words = account.web, account.words
    other = deviations(web)
    blocks: list[Block] = [
        *paragraphs([words("report.method_said"), sentences.deviating(other, words)]),
        *bullets(sentences.fixed_lines(web, words)),
    ]
    if other:
        header = (words("report.convention"), words("report.in_design"), words("report.here"))
        rows = tuple(
            (words.choice("conventions", name), words.count(value), words.count(convention(web, name)))
            for name, value in other.items()
        )
        blocks.append(Table(words("report.conventions_caption"), header, rows))
    return (*blocks, *paragraphs([words("report.sources")]))
