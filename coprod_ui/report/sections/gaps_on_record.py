"""What is not on record: every field a report could tell that nobody filled in, and the sections that are left out."""

from coprod_core.web.model import Web
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, bullets, paragraphs
from coprod_ui.report.gaps import NotOnRecord, not_on_record
from coprod_ui.words import Words, literal


def gaps_on_record(account: Account, empty: tuple[str, ...]) -> tuple[Block, ...]:
    """A line per thing that is not on record; `empty`: the sections of which nothing is."""
    words, web = account.words, account.web
    found = not_on_record(web, account.readings, account.weighings)
    lines = [gap_said(each, name_in(web, each.about), words) for each in found]
    titles = (words.choice("report_sections", name).rstrip("?") for name in empty)  # a statement asks nothing
    lines += [words("not_on_record.section", title=title) for title in titles]
    return (*paragraphs([words("not_on_record.said")]), *bullets(lines)) if lines else ()


def name_in(web: Web, id_: str) -> str:
    """The name of a group or a plan; "" where it is neither."""
    if id_ in web.actor_by_id:
        return web.actor_by_id[id_].name
    return web.option_by_id[id_].name if id_ in web.option_by_id else ""


def gap_said(gap: NotOnRecord, name: str, words: Words) -> str:
    """One thing that is not on record, in words. `name`: of the group or the plan it is about."""
    return words(f"not_on_record.{gap.code}", name=literal(name))
