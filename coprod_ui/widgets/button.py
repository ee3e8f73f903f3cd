"""A button that does something."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def button(label: str, act: Callable[..., Any], *args: object, key: str, icon: str = "", **options: Any) -> None:
    """A button that calls `act` with `args` once it is pressed. `icon`: the name of a Material symbol."""
    shown = f":material/{icon}:" if icon else None
    st.button(label, key=key, icon=shown, on_click=act, args=args, **options)
