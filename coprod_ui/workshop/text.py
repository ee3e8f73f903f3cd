"""What a trainer wrote, as Markdown in which it stands as plain text."""

from collections.abc import Sequence

import streamlit as st

from coprod_core.workshop.whole import Workshop
from coprod_ui.words import Words, literal, t


def paragraphs(text: str) -> None:
    """A text, one paragraph a line."""
    lines = [literal(line) for line in text.splitlines() if line.strip()]
    if lines:
        st.markdown("\n\n".join(lines))


def questions(asked: Sequence[str]) -> None:
    """Questions to talk about."""
    if asked:
        lines = "\n".join(f"- {literal(question)}" for question in asked)
        st.markdown(f":gray[{t('workshop.questions')}]\n\n{lines}")


def letter(place: int) -> str:
    """What a guess or a way out is called: A, B, C."""
    return chr(ord("A") + place)


def takes(workshop: Workshop, words: Words) -> str:
    """How long a workshop takes, also without what may be left out, and of how many steps it is."""
    key = "takes" if workshop.least_minutes == workshop.minutes else "takes_from"
    return words(
        f"workshop.{key}",
        least=words.count(workshop.least_minutes),
        minutes=words.count(workshop.minutes),
        count=len(workshop.steps),
    )
