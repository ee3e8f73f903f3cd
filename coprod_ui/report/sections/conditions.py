"""What people may count on: the frame, what they expect of each other, and what they agreed."""

from coprod_core.conditions.values import Frame, Subject, Talk
from coprod_core.fields import kinds
from coprod_ui.plain_text import said, writable
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Table, bullets, capital, labelled, paragraphs
from coprod_ui.sentences import conditions as told


def conditions(account: Account) -> tuple[Block, ...]:
    """The conditions a group spoke about and what it agreed; of what nobody spoke that it is still open."""
    words, held = account.words, account.web.conditions
    asked = [
        labelled(
            words.choice("frame_questions", name), said(getattr(held.frame, name)) or said(words("conditions.not_said"))
        )
        for name, _ in kinds(Frame)
    ]
    return (
        *paragraphs([words("conditions_intro.frame")]),
        *asked,
        *_expectations(account),
        *_agreed(account),
        *_subjects(account),
    )


def _expectations(account: Account) -> tuple[Block, ...]:
    web, words = account.web, account.words
    found = web.conditions.expectations
    if not found:
        return ()
    lines = [
        f"{told.expectation(one, web, words)} ({words('report.can_be_met')} {words.choice('answers', one.met)})"
        for one in found
    ]
    return Heading(words("conditions_tabs.expectations")), *bullets(lines)


def _agreed(account: Account) -> tuple[Block, ...]:
    """The words they share, and what they may try with rules."""
    web, words = account.web, account.words
    lines = [line for word in web.conditions.shared_words for line in told.shared_word(word, web, words)]
    lines += told.to_try(web.conditions, web, words) if web.conditions.rule_rooms else []
    return (Heading(words("report.agreed")), *bullets(lines)) if lines else ()


def _subjects(account: Account) -> tuple[Block, ...]:
    """How far the group is in talking about what working together rests on; only what was talked about."""
    words, held = account.words, account.web.conditions
    blocks = [held.block(subject) for subject in Subject]
    rows = tuple(
        (capital(words.choice("subjects", block.subject)), words.choice("talk", block.talk), writable(block.notes))
        for block in blocks
        if block.talk != Talk.NOT_TALKED_ABOUT or block.notes
    )
    if not rows:
        return ()
    header = tuple(words(f"report.{name}") for name in ("subject", "talk", "what_is_said"))
    return Heading(words("conditions_tabs.foundation")), Table(words("report.subjects_caption"), header, rows)
