"""In how many groups the room goes on, as long as none of them chose or placed anything."""

from functools import partial

import streamlit as st

from coprod_core.workshop.running import MOST_GROUPS
from coprod_ui.meeting import current
from coprod_ui.widgets import controls
from coprod_ui.words import t
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session


def draw(now: Session) -> None:
    """Draws in how many groups the room is; each gets a path of its own."""
    counts = list(range(1, MOST_GROUPS + 1))
    controls.shown(
        st.segmented_control,
        t("workshop.how_many_groups"),
        len(now.paths),
        partial(_split, now.meeting),
        key="workshop_groups",
        options=counts,
        format_func=lambda count: str(count),
        required=True,
        help=t("workshop.how_many_groups_help"),
    )


def _split(meeting: str, count: int) -> None:
    names = tuple(t("workshop.group", number=number) for number in range(1, count + 1))
    current.attempt(lambda: session.split(meeting, names))
