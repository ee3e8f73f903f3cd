"""The Web screen: the board, which does and shows everything, and Streamlit as its host."""

from coprod_core.store.values import Loaded
from coprod_ui.bar.top import room
from coprod_ui.components.board import KEY, board
from coprod_ui.meeting import current, selection
from coprod_ui.widgets import way
from coprod_ui.words import current_words, t


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the board of this window's meeting, and goes where a person on it asked to go."""
    meeting = current.meeting_id()
    wished = board(
        {
            "meeting": meeting,
            "language": current_words().language,
            "digits": digits,
            "head": loaded.head,
            "room": room(),
            "away": t("board.away"),
            "asked": selection.asked(),
        },
        key=f"{KEY}_{meeting}",
    )
    if wished is not None:
        way.to(*wished)
