"""The plans: what each is, who can live with it, and what is lost by it for whom."""

from coprod_core.indicators.marks import Mark, PlanMarks
from coprod_core.web.model import Option
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Paragraph, Table, bullets, labelled, paragraphs
from coprod_ui.sentences import best_plan, names
from coprod_ui.sentences import marks as say_marks
from coprod_ui.sentences import plans as say_plans
from coprod_ui.sentences.plan_ways import losses_of, not_known
from coprod_ui.words.plain_text import plain, said, writable


def plans(account: Account) -> tuple[Block, ...]:
    """Each plan in words, the table of who can live with which, and per plan who loses; nothing without a plan."""
    if not account.web.options:
        return ()
    words = account.words
    hard = best_plan.even_the_best(account.readings, account.web, words, account.digits)
    found = say_marks.in_columns(account.readings)
    told = [block for each in found for block in _plan(account, each)]
    return (*paragraphs([" ".join(hard)]), *_table(account, found), *told)


def _table(account: Account, found: tuple[PlanMarks, ...]) -> tuple[Block, ...]:
    web, words = account.web, account.words
    rows = tuple(
        (writable(web.actor_by_id[id_].name), *(_cell(account, each, id_) for each in found))
        for id_ in say_marks.in_rows(account.readings, web)
    )
    header = (words("charts.party"), *(_column(account, web.option_by_id[each.plan]) for each in found))
    legend = Paragraph(said(words("plan_look.legend")))  # an asterisk in it is no mark
    return (legend, Table(words("plan_look.caption"), header, rows)) if rows else ()


def _column(account: Account, plan: Option) -> str:
    name = writable(plan.name)
    return f"{name} ({account.words('plan_look.barred')})" if plan.barred else name


def _cell(account: Account, found: PlanMarks, party: str) -> str:
    marked = found.parties[party]
    word = "?" if marked.mark is Mark.UNKNOWN else say_marks.mark_word(marked.mark, account.words)
    return f"{word}*" if marked.partly_unknown else word


def _plan(account: Account, found: PlanMarks) -> list[Block]:
    web, words, readings = account.web, account.words, account.readings
    plan = web.option_by_id[found.plan]
    lines = [
        *losses_of(found, readings, web, words),
        say_plans.shifted(readings, web, found.plan, words, account.digits, named=False),
        say_plans.carries_most(readings, web, found.plan, words, named=False) or "",
        *not_known(readings, web, found.plan, words),
    ]
    return [Heading(writable(plan.name)), *_in_words(account, plan), *bullets(lines)]


def _in_words(account: Account, plan: Option) -> list[Block]:
    words = account.words
    blocks: list[Block] = list(paragraphs([words("weighing.barred")] if plan.barred else []))
    if plan.description.strip():
        blocks.append(labelled(words("plan_said.description"), said(plan.description)))
    if plan.proposed_by:
        proposer = plain(names.actor(account.web, plan.proposed_by))
        blocks.append(labelled(words("plan_said.proposed_by"), said(proposer)))
    if plan.costs.strip():
        blocks.append(labelled(words("plan_said.costs"), said(plan.costs)))
    return blocks
