"""The figures: the web, the gap, seats, attention, the dilemmas, and who wants what. Pictures stand here only."""

from coprod_ui.charts.certainty import gaps_chart
from coprod_ui.charts.dilemmas import plane_chart, roles_chart, rules_chart
from coprod_ui.charts.gap import actor_causes_chart, attention_chart, interest_causes_chart, seats_chart
from coprod_ui.charts.plans import shifted_chart
from coprod_ui.charts.shared import Chart
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, WebPicture, bullets, chart, paragraphs
from coprod_ui.report.sections.wanted import interests_table, links_table
from coprod_ui.sentences import certainty as say_certainty
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences.headline import silent_groups

MOST_ROWS = 12


def figures(account: Account) -> tuple[Block, ...]:
    """Every figure, what it says before it; nothing where the web holds nothing to draw."""
    if not (account.web.actors or account.web.interests):
        return ()
    return (*_web(account), *_gap(account), *_dilemmas(account))


def _web(account: Account) -> tuple[Block, ...]:
    web, words = account.web, account.words
    seated = sum(actor.seated for actor in web.actors)
    alt = words("history.web_alt", parties=len(web.actors), seated=seated, interests=len(web.interests))
    tables = [links_table(account)] if web.actors else []
    tables += [interests_table(account)] if web.interests else []
    return (
        Heading(words("report.web_heading")),
        WebPicture(words("report.web_caption"), alt, account.attached, account.attached_readings),
        *paragraphs([words("report.web_legend")]),
        *tables,
    )


def _gap(account: Account) -> tuple[Block, ...]:
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    found = readings.gap
    if found is None:
        return ()
    said = say_gap.gap_sentences(readings, web, words, digits)
    parts = ("places", "views", "attention", "overlap", "drift")
    lines = [*silent_groups(readings, web, words), *(said[name] for name in parts if name in said)]
    if account.certainty is not None:
        lines += say_certainty.main_causes(readings, account.certainty, web, words, digits)
    lines += [*say_gap.unheard(readings, web, words), *say_gap.alarm(readings, web, words)]
    drawn = {
        "gaps": ("strip.gap", gaps_chart(found, account.certainty, words, digits, account.dark)),
        "attention": ("gap_screen.attention", attention_chart(found, web, words, digits, account.dark)),
        "interests": ("gap_screen.interests", interest_causes_chart(found, web, words, digits, account.dark)),
        "parties": ("gap_screen.parties", actor_causes_chart(found, web, words, digits, account.dark)),
        "seats": ("gap_screen.seats", seats_chart(found, web, words, digits, account.dark)),
    }
    return (
        Heading(words("strip.gap")),
        *paragraphs([words("report.gap_said")]),
        *bullets(lines),
        *_charts(account, drawn),
    )


def _dilemmas(account: Account) -> tuple[Block, ...]:
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    drawn: dict[str, tuple[str, Chart]] = {}
    feasible = readings.feasibility_inclusiveness
    if feasible is not None and feasible.ways is not None:
        plane = plane_chart(feasible, web, words, digits, account.dark, most=MOST_ROWS)
        drawn["plane"] = "dilemmas.feasibility_inclusiveness", plane
    if readings.role is not None:
        drawn["roles"] = "dilemmas.role", roles_chart(readings.role, words, digits, account.dark)
    if web.options:
        drawn["shifted"] = "dilemma_screen.shifted", shifted_chart(readings, web, words, digits, account.dark)
    if readings.rules is not None:
        drawn["rules"] = "dilemmas.rules", rules_chart(readings.rules, web, words, digits, account.dark)
    return (Heading(words("report_sections.dilemmas")), *_charts(account, drawn)) if drawn else ()


def _charts(account: Account, drawn: dict[str, tuple[str, Chart]]) -> tuple[Block, ...]:
    return tuple(
        block
        for name, (caption, figure) in drawn.items()
        for block in chart(name, account.words(caption), figure, account.words, in_digits=account.digits)
    )
