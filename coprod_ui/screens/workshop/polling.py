"""Asking the phones what people expect: one question with the guesses as options, beside the hands."""

from functools import partial

import streamlit as st

from coprod_core.rounds.values import Named
from coprod_core.workshop.values import Predict
from coprod_ui.components.following import AT_LEAST_EVERY, follow
from coprod_ui.meeting import current, live
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, t
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.telling import poll_of
from coprod_ui.workshop.text import letter


def draw(now: Session, step: Predict) -> None:
    """Draws the button that asks the phones, what comes in while they answer, and what came of it."""
    status = live.status(now.meeting)
    if status is None or not status.open:
        if step.id not in now.running.told:
            st.markdown(f":gray[{t('workshop_poll.how', screen=t('screens.join'))}]")
        return
    asked = poll_of(now, step)
    if asked is None:
        if step.id not in now.running.told:
            button(t("workshop_poll.ask"), _ask, now.meeting, step, key="workshop_poll_ask", icon="smartphone")
    elif asked.open:
        _coming_in(now.meeting, asked.number)
        button(
            t("workshop_poll.close"),
            current.attempt,
            partial(live.close_round, now.meeting, asked.number),
            key="workshop_poll_close",
            icon="check",
        )
    elif asked.votes is None:
        st.markdown(t("workshop_poll.too_few"))
    else:
        said = [f"{letter(i)} {asked.votes.get(guess.id, 0)}" for i, guess in enumerate(step.guesses)]
        st.markdown(t("workshop_poll.came", votes=", ".join(said)))


def _ask(meeting: str, step: Predict) -> None:
    def ask() -> None:
        options = [Named(guess.id, guess.text) for guess in step.guesses]
        number = live.open_poll(meeting, step.question or step.heading, options)
        session.change(meeting, lambda running: running.polled(step.id, number))

    current.attempt(ask)


@st.fragment(run_every=AT_LEAST_EVERY)
def _coming_in(meeting: str, number: int) -> None:
    """How many phones answered, by itself as they come in."""
    asked = live.poll_of(meeting, number)
    answered = asked.answered if asked else 0
    st.markdown(f"{t('workshop_poll.open_now')} {current_words().plural('workshop_poll.answered', answered)}")
    follow(meeting)
