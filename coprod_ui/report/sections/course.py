"""How it went: why this began, what was promised and given, and each occasion."""

from coprod_core.rounds.publication import LEAST
from coprod_core.web.accounting import Occasion
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Table, bullets, labelled, paragraphs
from coprod_ui.sentences.weighings import day_said
from coprod_ui.words import Words, literal
from coprod_ui.words.plain_text import said, writable

_LEVELS = {0.0: "informed", 0.25: "heard", 0.5: "advise", 0.75: "decide_together", 1.0: "decide"}


def course(account: Account) -> tuple[Block, ...]:
    """The story, the level promised and given in words, and a row per occasion; nothing where none of it is there."""
    web, card = account.web, account.web.accounting.card
    written = [web.case.story, card.promised, card.differed, *account.rounds, *web.accounting.occasions]
    if card.promised_level is None and not any(written):
        return ()
    words = account.words
    story: tuple[Block, ...] = (labelled(words("course.story"), said(web.case.story)),) if web.case.story else ()
    return (
        *story,
        *paragraphs([_levels(account)]),
        *_in_words(account),
        *bullets(_rounds(account)),
        *_occasions(account),
    )


def _levels(account: Account) -> str:
    words, promised = account.words, account.web.accounting.card.promised_level
    given = level_word(account.web.process.delegated, words)
    if promised is None:
        return words("course.given_only", given=given)
    return words("course.levels", promised=level_word(promised, words), given=given)


def level_word(level: float, words: Words) -> str:
    """The word for how much residents decide that is nearest to a level."""
    nearest = min(_LEVELS, key=lambda at: abs(at - level))
    return words.choice("levels_given", _LEVELS[nearest])


def _in_words(account: Account) -> tuple[Block, ...]:
    words, card = account.words, account.web.accounting.card
    told = {"course.promised": card.promised, "course.differed": card.differed}
    return tuple(labelled(words(key), said(text)) for key, text in told.items() if text.strip())


def _rounds(account: Account) -> list[str]:
    words = account.words
    told = []
    for held in account.rounds:
        question = literal(held.question) or words("report.round_untitled")
        key = "report.round_answered" if held.people else "report.round_held"
        told.append(words(key, number=held.number, question=question, people=held.people))
    return told


def _occasions(account: Account) -> tuple[Block, ...]:
    words = account.words
    held = sorted(account.web.accounting.occasions, key=lambda each: each.day)
    if not held:
        return ()
    header = tuple(words(f"course.{name}") for name in ("day", "form", "invited", "people", "other"))
    rows = tuple(
        (
            day_said(each.day, words) or "–",
            writable(each.form) or "–",
            writable(each.invited) or "–",
            came(each, words),
            writable(each.differed) or "–",
        )
        for each in held
    )
    return (Table(words("course.caption"), header, rows),)


def came(occasion: Occasion, words: Words) -> str:
    """How many people came, never fewer than five by number."""
    if occasion.people is None:
        return "–"
    if 0 < occasion.people < LEAST:
        return words("report.fewer_than", count=LEAST)
    return words.count(occasion.people)
