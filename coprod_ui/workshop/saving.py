"""A workshop as a file to keep and to hand on."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from coprod_core.web.noted import web_without
from coprod_core.workshop.file import write
from coprod_core.workshop.whole import Workshop
from coprod_ui.words import t


def as_file(workshop: Workshop) -> bytes:
    """The file as it is saved now, with the card of its web; what was noted of parties is no part of a workshop."""
    from coprod_core.exchange.card import Card  # brings what reads files of others, for which no screen waits

    bare = replace(workshop, web=web_without(workshop.web))
    return write(bare, Card(datetime.now(UTC)).lines(bare.web)).encode()


def save_button(workshop: Workshop, key: str) -> None:
    """The button that saves it."""
    st.download_button(
        t("workshop.save"),
        partial(as_file, workshop),
        file_name=f"{t('workshop.file_name')}.json",
        mime="application/json",
        icon=":material/download:",
        key=key,
    )
