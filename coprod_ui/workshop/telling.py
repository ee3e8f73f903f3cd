"""What a predicting step has to tell: what people expected, and what turned out."""

from collections.abc import Mapping

from coprod_core.workshop.answers import answer_to
from coprod_core.workshop.values import Asked, Predict
from coprod_ui.meeting import live
from coprod_ui.words import Words, literal
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.text import letter


def poll_of(now: Session, step: Predict) -> live.Poll | None:
    """The poll of a step; None while the phones were not asked."""
    number = now.running.polls.get(step.id)
    return None if number is None else live.poll_of(now.meeting, number)


def hands_for(now: Session, step: Predict) -> Mapping[str, int]:
    """How many hands each guess got."""
    return now.running.hands.get(step.id, {})


def expected(now: Session, step: Predict) -> Mapping[str, int]:
    """How many people expected each guess, by hands and by what may be shown of the phones."""
    hands, asked = hands_for(now, step), poll_of(now, step)
    votes = asked.votes if asked and asked.votes else {}
    return {guess.id: hands.get(guess.id, 0) + votes.get(guess.id, 0) for guess in step.guesses}


def answer_told(now: Session, step: Predict, words: Words) -> str:
    """The answer to a prediction in a sentence."""
    path = session.shown_path(now)
    found = answer_to(step, path.readings)
    if found is None:
        return words("workshop.answer_open" if step.asks == Asked.NAMED else "workshop.answer_unknown")
    if not found:
        return words("workshop.answer_none")
    said = words.names([f"*{literal(_named(now, step, id_, words))}*" for id_ in sorted(found)])
    return words("workshop.answer_is", answer=said)


def _named(now: Session, step: Predict, id_: str, words: Words) -> str:
    for place, guess in enumerate(step.guesses):
        if guess.id == id_:
            return f"{letter(place)}: {guess.text}"
    web = now.workshop.web
    for items in (web.interest_by_id, web.actor_by_id, web.rule_by_id):
        if id_ in items:
            return items[id_].name
    return words.choice("dilemmas", id_)
