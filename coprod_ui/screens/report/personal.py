"""What in a report seems to point at one person, to be read and ticked line by line before a file is made of it."""

from collections.abc import Iterator
from typing import assert_never

import streamlit as st

from coprod_core.web.privacy import personal_data_hints
from coprod_ui.meeting import current
from coprod_ui.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    MapPicture,
    Notice,
    Paragraph,
    Table,
    WebPicture,
)
from coprod_ui.sentences.names import shortened
from coprod_ui.words import current_words, literal, t

LONGEST_SHOWN = 120


def all_read(document: Document) -> bool:
    """Draws a tick for each text that seems to point at one person; whether every one is ticked."""
    found = doubtful(document)
    if found:
        st.markdown(t("report_screen.read_first"))
    ticked = [st.checkbox(_line(text), key=current.of_this(f"read_{hash(text)}")) for text in found]
    return all(ticked)


def _line(text: str) -> str:
    words = current_words()
    what = words.names([words(f"privacy.{hint}") for hint in personal_data_hints(text)])
    return f"{literal(shortened(text, LONGEST_SHOWN))} ({what})"


def doubtful(document: Document) -> tuple[str, ...]:
    """Every text of a report that seems to hold personal data, each once."""
    return tuple(dict.fromkeys(text for text in _texts(document.blocks()) if personal_data_hints(text)))


def _texts(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text, _):
                yield text
            case Paragraph(runs) | Notice(runs):
                yield "".join(run.text for run in runs)
            case Bullets(items):
                yield from ("".join(run.text for run in runs) for runs in items)
            case Table():
                yield from (cell for row in block.rows for cell in row)
            case Chart() | WebPicture() | MapPicture():
                yield block.alt
            case _:
                assert_never(block)
