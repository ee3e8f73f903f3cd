"""What was done with each interest that was brought in, as those who brought it in hear back."""

from coprod_ui.plain_text import said, writable
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Table, labelled, paragraphs


def replies(account: Account) -> tuple[Block, ...]:
    """A row per interest: whose it is and what was done with it; and the plan that people miss."""
    web, words = account.web, account.words
    hear_back = web.conditions.frame.hear_back
    if not web.interests:
        return paragraphs([words("report.no_interests")])
    header = (words("charts.interest"), words("report.wanted_by"), words("report.done_with_it"))
    rows = tuple(
        (
            writable(interest.name),
            ", ".join(
                writable(web.actor_by_id[s.actor].name)
                for s in web.stakes
                if s.interest == interest.id and s.position >= 0 and s.weight > 0
            ),
            writable(interest.reply) or words("report.no_reply_yet"),
        )
        for interest in web.interests
    )
    return (
        *paragraphs([words("report.replies_said")]),
        *([labelled(words("frame_questions.hear_back"), said(hear_back))] if hear_back else []),
        Table(words("report.replies_caption"), header, rows),
    )
