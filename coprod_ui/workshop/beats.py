"""Where a debrief stands, question by question, and the attitudes that may be looked at after it."""

from dataclasses import dataclass

from coprod_core.workshop.values import Debrief
from coprod_ui.words import Words
from coprod_ui.workshop.session import Session

ATTITUDES = ("indifference", "enforcement", "care")
"""Zacka's three, in his order; none is the good one."""

PUT_FIRST = ("initiators", "politics", "own_view", "absent", "organisation")
"""Whose interest can come first."""


@dataclass(frozen=True)
class Here:
    """The beat a debrief is at, counted from 1, with the questions of it that were asked; what else there is to ask."""

    number: int
    heading: str
    questions: tuple[str, ...]
    minutes: float
    has_more: bool


def at(now: Session, step: Debrief) -> Here:
    """Where a debrief stands: its questions are asked one by one, and each beat leaves the one before."""
    further = now.running.asked.get(step.id, 0)
    total = sum(len(beat.questions) for beat in step.beats)
    left = min(further, total - 1)
    for number, beat in enumerate(step.beats, 1):
        if left < len(beat.questions):
            return Here(number, beat.heading, beat.questions[: left + 1], beat.minutes, further < total - 1)
        left -= len(beat.questions)
    raise AssertionError("a debrief has beats, and each has a question")


def attitude(name: str, words: Words) -> list[str]:
    """What somebody with an attitude says, what it guards and what it leaves."""
    return [words(f"attitudes.{name}.{part}") for part in ("says", "guards", "leaves")]
