"""The lines that stand under every picture: who filled this in, who was not asked, which plan is missing."""

import re
from collections.abc import Mapping

from coprod_core.web.accounting import Result
from coprod_core.web.model import Actor, Invitation, Web
from coprod_ui.sentences import names
from coprod_ui.words import Words, literal

MOST_NAMES = 5


def fixed_lines(web: Web, words: Words, brief: bool = False) -> list[str]:
    """The three lines, each a bold head and what is known; `brief`: of the plan that is missing the first sentence."""
    missing = _first_sentence(web.missing_plan) if brief else web.missing_plan
    said = {
        "filled_in_by": literal(web.filled_in_by) or words("say_fixed.nobody_said"),
        "not_asked": _not_asked(web, words),
        "missing_plan": literal(missing) or words("say_fixed.nobody_said"),
    }
    return [f"**{words.choice('say_fixed', line)}** {text}" for line, text in said.items()]


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.?!…])\s+", text.strip(), maxsplit=1)[0]


def _not_asked(web: Web, words: Words) -> str:
    waiting = [
        names.actor(web, actor.id)
        for actor in web.actors
        if actor.citizens and not actor.seated and not was_asked(web, actor)
    ]
    if not any(actor.citizens for actor in web.actors):
        return words("say_fixed.nobody_yet")
    if not waiting:
        return words("say_fixed.all_asked")
    more = len(waiting) - MOST_NAMES
    if more > 0:
        return f"{', '.join(waiting[:MOST_NAMES])} {words('say_fixed.more', count=more)}"
    return words.names(waiting)


def was_asked(web: Web, actor: Actor) -> bool:
    """Whether a group was asked: it says so, or an answer to an attempt is on record."""
    answered = any(each.result != Result.NO_ANSWER for each in web.accounting.attempts_at(actor.id))
    return answered or actor.invitation != Invitation.NOT_ASKED


def deviating(other: Mapping[str, float], words: Words) -> str:
    """Whether the meeting counts as the design does; `other`: the conventions in which it does not."""
    return words.plural("say_fixed.deviating", len(other)) if other else words("say_fixed.as_design")


def method_line(words: Words) -> str:
    """That this is a way of calculating and no verdict."""
    return words("say_fixed.method")
