"""What another screen asks the board to show when it is drawn next. What is selected on the board, the board itself
keeps in the tab.
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import streamlit as st

ASKED = "asked_of_board"

Selection = tuple[str, ...]
"""`("actor", id)`, `("interest", id)`, `("stake", actor, interest)`, `("relation", a, b)`, or `()` for nothing."""


def select(selection: Selection) -> None:
    """Asks the board to have something selected."""
    _ask({"select": list(selection)})


def show_causes() -> None:
    """Asks the board to show only what causes the gap."""
    _ask({"causes": True})


def show_power_map() -> None:
    """Asks the board to show the power map."""
    _ask({"view": "map"})


def asked() -> Mapping[str, Any] | None:
    """What was asked last, with a name (`n`) by which the board knows whether it did so already; None for nothing."""
    wish: Mapping[str, Any] | None = st.session_state.get(ASKED)
    return wish


def _ask(what: Mapping[str, Any]) -> None:
    st.session_state[ASKED] = {"n": uuid4().hex, **what}
