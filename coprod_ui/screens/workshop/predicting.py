"""Predicting: counting hands, and telling what turned out."""

from functools import partial

import streamlit as st

from coprod_core.workshop.values import Guess, Predict, Step
from coprod_ui.meeting import current
from coprod_ui.screens.workshop import polling
from coprod_ui.widgets import controls
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.telling import answer_told, hands_for
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
        with count:
            controls.shown(
                st.number_input,
                t("workshop.hands", guess=letter(place)),
                hands.get(guess.id, 0),
                partial(_count, now.meeting, step, guess),
                key=f"workshop_hands_{now.meeting}_{step.id}_{guess.id}",
                min_value=0,
                max_value=MOST_HANDS,
                step=1,
                label_visibility="collapsed",
            )
    polling.draw(now, step)
    if step.id in now.running.told:
        st.markdown(f"##### {t('workshop.answer')}")
        st.markdown(answer_told(now, step, current_words()))


def _count(meeting: str, step: Predict, guess: Guess, hands: int) -> None:
    current.attempt(lambda: session.count_hands(meeting, step.id, guess.id, int(hands)))
