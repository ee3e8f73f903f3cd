"""Looking back: the beats of a debrief, one question at a time, and the attitudes, of which nothing is kept."""

import streamlit as st

from coprod_core.workshop.values import Debrief, Step
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import beats
from coprod_ui.workshop.session import Session


def has_more(now: Session, step: Debrief) -> bool:
    """Whether a question is left to ask."""
    return beats.at(now, step).has_more


def draw(now: Session, step: Step) -> None:
    """Draws the beat one is at with its questions so far."""
    assert isinstance(step, Debrief)
    here = beats.at(now, step)
    st.markdown(f":gray[{t('beats.of', number=here.number, count=len(step.beats))}]")
    st.subheader(literal(here.heading), anchor=False)
    st.markdown("\n".join(f"- {literal(question)}" for question in here.questions))


def attitudes(_now: Session, _step: Step) -> None:
    """Draws the three attitudes beside each other, then whose interest came first."""
    words = current_words()
    for column, each in zip(st.columns(len(beats.ATTITUDES)), beats.ATTITUDES, strict=True):
        with column.container(border=True, gap="xsmall", key=f"workshop_attitude_{each}"):
            st.markdown("\n\n".join([f"**{t(f'attitudes.{each}.name')}**", *beats.attitude(each, words)]))
    st.markdown(f":gray[{t('attitudes.source')} {t('attitudes.not_kept')}]")
    st.markdown(
        f"**{t('attitudes.whose')}**\n\n" + "\n".join(f"- {words.choice('put_first', one)}" for one in beats.PUT_FIRST)
    )
