"""The sections of a report, in their order, each made of sentences and charts that the screens show too."""

from collections.abc import Callable, Collection, Mapping

from coprod_core.model import Provenance
from coprod_ui.plain_text import said, writable
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Document, Notice, Paragraph, Section, labelled, runs
from coprod_ui.report.sections.certainty import certainty
from coprod_ui.report.sections.choices import choices
from coprod_ui.report.sections.conditions import conditions
from coprod_ui.report.sections.dilemmas import dilemmas
from coprod_ui.report.sections.gap import gap
from coprod_ui.report.sections.involved import interests, involved, missing
from coprod_ui.report.sections.method import method
from coprod_ui.report.sections.replies import replies
from coprod_ui.sentences.amounts import part
from coprod_ui.sentences.fixed import method_line
from coprod_ui.sentences.weighings import date_said
from coprod_ui.words import of_100

SECTIONS: Mapping[str, Callable[[Account], tuple[Block, ...]]] = {
    "involved": involved,
    "interests": interests,
    "missing": missing,
    "gap": gap,
    "dilemmas": dilemmas,
    "choices": choices,
    "replies": replies,
    "conditions": conditions,
    "certainty": certainty,
    "method": method,
}
"""What each section holds, by name, in the order of the report."""


def document(account: Account, chosen: Collection[str] = tuple(SECTIONS)) -> Document:
    """The report with the chosen sections; what is estimated stands at the top whatever is chosen."""
    words = account.words
    title = writable(account.web.title.strip()) or words("frame.untitled")
    return Document(
        language=words.language,
        title=words("report.title", title=title),
        subtitle=words("report.made", date=date_said(account.made, words)),
        made=account.made,
        opening=tuple(_opening(account)),
        sections=tuple(
            Section(name, words(f"report_sections.{name}"), blocks(account))
            for name, blocks in SECTIONS.items()
            if name in chosen
        ),
    )


def _opening(account: Account) -> list[Block]:
    web, words = account.web, account.words
    lines = [words("report.what_is_estimate"), _estimated(account), method_line(words)]
    if account.small_groups:
        lines.append(words("report.small_groups_said"))
    story: list[Block] = [Paragraph(said(web.case.story))] if web.case.story else []
    filled_in = said(web.filled_in_by) or said(words("say_fixed.nobody_said"))
    return [*story, labelled(words("say_fixed.filled_in_by"), filled_in), Notice(runs(" ".join(lines)))]


def _estimated(account: Account) -> str:
    """How much of this rests on what somebody else guessed: of the links, and of the gap."""
    words, stakes, gap = account.words, account.web.stakes, account.readings.gap
    if not stakes:
        return words("report.no_stakes")
    guessed = sum(stake.provenance == Provenance.ESTIMATE for stake in stakes) / len(stakes)
    shares = {"links": guessed, **({} if gap is None else {"gap": gap.estimated_share})}
    return " ".join(_share_estimated(what, share, account) for what, share in shares.items())


def _share_estimated(what: str, share: float, account: Account) -> str:
    whole = {100: "all", 0: "none"}.get(of_100(share))
    if whole:
        return account.words(f"report.estimated_{what}_{whole}")
    return account.words(f"report.estimated_{what}", part=part(share, account.words, account.digits))
