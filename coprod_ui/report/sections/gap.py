"""How the interests were weighed: what is missing at the table, and whose voice that is."""

from functools import partial

from coprod_ui import charts, sentences
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, bullets, chart, paragraphs


def gap(account: Account) -> tuple[Block, ...]:
    """The three nested gaps, attention outside and at the table, and what causes the difference."""
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    found = readings.gap
    said = sentences.gap_sentences(readings, web, words, digits)
    if found is None:
        return paragraphs([said["undefined"]])
    lines = [said[name] for name in ("places", "views", "attention", "overlap", "drift") if name in said]
    if account.certainty is not None:
        lines += sentences.main_causes(readings, account.certainty, web, words, digits)
    lines += [*sentences.unheard(readings, web, words), *sentences.alarm(readings, web, words)]
    return (
        *paragraphs([words("report.gap_said")]),
        *bullets(lines),
        *chart(
            "gaps",
            words("strip.gap"),
            charts.gaps_figure(found, account.certainty, words, digits, account.dark),
            charts.gaps_alt(found, account.certainty, words),
            partial(charts.gaps_table, found, account.certainty, words),
            words,
        ),
        *chart(
            "attention",
            words("gap_screen.attention"),
            charts.attention_figure(found, web, words, digits, account.dark),
            charts.attention_alt(found, web, words),
            partial(charts.attention_table, found, web, words),
            words,
        ),
        *chart(
            "interests",
            words("gap_screen.interests"),
            charts.interest_causes_figure(found, web, words, digits, account.dark),
            charts.interest_causes_alt(found, web, words),
            partial(charts.interest_causes_table, found, web, words),
            words,
        ),
        *chart(
            "parties",
            words("gap_screen.parties"),
            charts.actor_causes_figure(found, web, words, digits, account.dark),
            charts.actor_causes_alt(found, web, words),
            partial(charts.actor_causes_table, found, web, words),
            words,
        ),
    )
