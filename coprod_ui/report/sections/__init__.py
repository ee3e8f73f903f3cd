"""The sections of a report, in their order: the account, and annexes behind it. A section without content is left out
and named in the last one.
"""

from collections.abc import Callable, Collection, Mapping

from coprod_core import __version__
from coprod_core.web.model import Provenance
from coprod_ui.report.account import Account
from coprod_ui.report.attachments import attachments
from coprod_ui.report.document import Block, Document, Notice, Section, labelled
from coprod_ui.report.page_one import estimated, page_one
from coprod_ui.report.sections.agreements import agreements
from coprod_ui.report.sections.certainty import certainty
from coprod_ui.report.sections.choices import choices
from coprod_ui.report.sections.contributions import contributions
from coprod_ui.report.sections.course import course
from coprod_ui.report.sections.dilemmas import dilemmas
from coprod_ui.report.sections.figures import figures
from coprod_ui.report.sections.gaps_on_record import gaps_on_record
from coprod_ui.report.sections.method import method
from coprod_ui.report.sections.people import people
from coprod_ui.report.sections.plans import plans
from coprod_ui.report.sections.power_map import power_map
from coprod_ui.report.sections.reactions import reactions
from coprod_ui.sentences.amounts import number, part, part_word
from coprod_ui.sentences.fixed import method_line
from coprod_ui.sentences.weighings import date_said
from coprod_ui.words.plain_text import runs, said, writable

_MADE: Mapping[str, Callable[[Account], tuple[Block, ...]]] = {
    "course": course,
    "people": people,
    "power_map": power_map,
    "contributions": contributions,
    "plans": plans,
    "choices": choices,
    "dilemmas": dilemmas,
    "agreements": agreements,
    "reactions": reactions,
    "figures": figures,
    "certainty": certainty,
    "method": method,
}
"""What each section holds, by name, in the order of the report; the last one tells what these do not."""

GAPS = "gaps_on_record"
SECTIONS = (*_MADE, GAPS)
SHORT = ("course", "contributions", "plans", "choices")
"""The sections of the short report, behind page one."""


def document(account: Account, chosen: Collection[str] = SECTIONS) -> Document:
    """The report with the chosen sections; page one, and what is estimated, stand there whatever is chosen."""
    words = account.words
    title = writable(account.web.title.strip()) or words("frame.untitled")
    made = {name: blocks(account) for name, blocks in _MADE.items()}
    empty = tuple(name for name, blocks in made.items() if not blocks)
    made[GAPS] = gaps_on_record(account, empty)
    return Document(
        language=words.language,
        title=words("report.title", title=title),
        subtitle=words("report.made", date=date_said(account.made, words), version=__version__),
        made=account.made,
        page_one=page_one(account),
        opening=tuple(_opening(account)),
        sections=tuple(
            Section(name, _title(account, name), blocks) for name, blocks in made.items() if blocks and name in chosen
        ),
        attachments=attachments(account, with_map="power_map" in chosen and bool(made["power_map"])),
    )


def _title(account: Account, name: str) -> str:
    """The heading of a section, with its own number or letter, whichever others are there."""
    words = account.words
    number_of = words.choice("section_numbers", name)
    return words("report.section", number=number_of, title=words.choice("report_sections", name))


def _opening(account: Account) -> list[Block]:
    web, words = account.web, account.words
    lines = [words("report.what_is_estimate"), _estimated(account), method_line(words)]
    if account.small_groups:
        lines.append(words("report.small_groups_said"))
    filled_in = said(web.filled_in_by) or said(words("say_fixed.nobody_said"))
    return [
        labelled(words("say_fixed.filled_in_by"), filled_in),
        Notice(runs(" ".join(lines))),
        Notice(runs(words("report.may_become_public"))),
    ]


def _estimated(account: Account) -> str:
    """How much of this rests on what somebody else guessed: of the links, and of the gap."""
    words, stakes, gap = account.words, account.web.stakes, account.readings.gap
    if not stakes:
        return words("report.no_stakes")
    guessed = sum(stake.provenance == Provenance.ESTIMATE for stake in stakes) / len(stakes)
    return " ".join(
        [_links_estimated(account, guessed), *([] if gap is None else [estimated(account, gap.estimated_share)])]
    )


def _links_estimated(account: Account, share: float) -> str:
    words, band = account.words, part_word(share)
    if band in ("all", "none"):
        return words(f"report.estimated_links_{band}")
    return words("report.estimated_links", part=part(share, words), numbers=number(share, words, account.digits))
