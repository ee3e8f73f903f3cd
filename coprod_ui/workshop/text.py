"""What a trainer wrote, as Markdown in which it stands as plain text."""

from collections.abc import Sequence

import streamlit as st

from coprod_ui.words import literal, t


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
