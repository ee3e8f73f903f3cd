"""Predicting: counting hands, and telling what turned out."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from coprod_core.workshop import Predict, Step, answer_to
from coprod_ui import current
from coprod_ui.words import Words, current_words, literal, t
from coprod_ui.workshop import polling, session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.text import letter

MOST_HANDS = 999


def draw(now: Session, step: Step) -> None:
    """Draws the question with a field for each guess; once told, the answer."""
    assert isinstance(step, Predict)
    hands = hands_for(now, step)
    st.markdown(f"**{literal(step.question)}**")
    for place, guess in enumerate(step.guesses):
        said, count = st.columns([4, 1.2], vertical_alignment="center")
        said.markdown(f"**{letter(place)}** {literal(guess.text)}")
        key = f"workshop_hands_{now.meeting}_{step.id}_{guess.id}"
        st.session_state.setdefault(key, hands.get(guess.id, 0))
        count.number_input(
            t("workshop.hands", guess=letter(place)),
            min_value=0,
            max_value=MOST_HANDS,
            step=1,
            key=key,
            label_visibility="collapsed",
            persist_state="session",
            on_change=_count,
            args=(now.meeting, step),
        )
    polling.draw(now, step)
    if step.id in now.running.told:
        st.markdown(f"##### {t('workshop.answer')}")
        st.markdown(answer_told(now, step, current_words()))
        return
    st.button(
        t("workshop.tell"),
        key="workshop_do",
        icon=":material/lightbulb:",
        type="primary",
        on_click=partial(session.tell_answer, now.meeting, step.id),
    )


def _count(meeting: str, step: Predict) -> None:
    counted = {
        guess.id: int(st.session_state.get(f"workshop_hands_{meeting}_{step.id}_{guess.id}") or 0)
        for guess in step.guesses
    }
    current.attempt(lambda: session.count_hands(meeting, step.id, counted))


def hands_for(now: Session, step: Predict) -> Mapping[str, int]:
    """How many hands each guess got."""
    return now.running.hands.get(step.id, {})


def expected(now: Session, step: Predict) -> Mapping[str, int]:
    """How many people expected each guess, by hands and by what may be shown of the phones."""
    hands, asked = hands_for(now, step), polling.poll_of(now, step)
    votes = asked.votes if asked and asked.votes else {}
    return {guess.id: hands.get(guess.id, 0) + votes.get(guess.id, 0) for guess in step.guesses}


def answer_told(now: Session, step: Predict, words: Words) -> str:
    """The answer to a prediction in a sentence."""
    path = session.shown_path(now)
    found = answer_to(step, path.readings)
    if found is None:
        return words("workshop.answer_open" if step.asks == "named" else "workshop.answer_unknown")
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
    return words.choice("roles_full", id_) if step.asks == "least_costly_role" else words.choice("dilemmas", id_)
