"""What there is to tell of a file, as sentences: what was assumed, left out or read otherwise than it may seem."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from coprod_core.exchange import Note
from coprod_core.files.fault_text import printable
from coprod_ui.widgets.lines import listed
from coprod_ui.words import current_words, literal, t

LONGEST_NAME = 80
MOST_NAMES = 12


def told(heading: str, notes: Iterable[Note]) -> None:
    """Draws notes under a heading; no heading where it is ""."""
    lines = [sentence(note) for note in notes]
    if lines:
        if heading:
            st.markdown(heading)
        listed(lines)


def sentence(note: Note) -> str:
    """One note as a sentence; words from the file stand in it as plain text."""
    return t(f"file_notes.{note.code}", **{name: _shown(value) for name, value in note.params.items()})


def named(names: Sequence[str]) -> str:
    """Names from a file, as many as a person can read, and how many more there are."""
    shown = [f"*{literal(printable(name, LONGEST_NAME))}*" for name in names[:MOST_NAMES]]
    more = [f"+{len(names) - MOST_NAMES}"] if len(names) > MOST_NAMES else []
    return ", ".join([*shown, *more])


def _shown(value: Any) -> str:
    return named(value) if isinstance(value, (list, tuple)) else current_words().count(value)
