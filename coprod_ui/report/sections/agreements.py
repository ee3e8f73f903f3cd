"""What was agreed: the frame, what parties expect of each other, and the words and tries they share."""

from coprod_core.checked.values import kinds
from coprod_core.web.conditions import Frame, Subject, Talk
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Table, bullets, capital, labelled
from coprod_ui.sentences import conditions as told
from coprod_ui.words.plain_text import said, writable


def agreements(account: Account) -> tuple[Block, ...]:
    """The conditions that were filled in, and nothing else."""
    words, frame = account.words, account.web.conditions.frame
    said_of_frame = {name: getattr(frame, name) for name, _ in kinds(Frame) if getattr(frame, name).strip()}
    told = [labelled(words.choice("frame_questions", name), said(text)) for name, text in said_of_frame.items()]
    return (*told, *_expectations(account), *_agreed(account), *_subjects(account))


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
