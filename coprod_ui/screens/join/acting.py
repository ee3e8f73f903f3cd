"""What a facilitator does on Join in, done from inside a fragment without leaving the frame round it behind."""

from collections.abc import Callable

import streamlit as st

from coprod_core.acts.history import Act
from coprod_core.checked.errors import CoprodError
from coprod_ui.meeting import current
from coprod_ui.widgets import controls

_BEHIND = "frame_is_behind"


def attempt(act: Callable[[], object]) -> bool:
    """Does something; what went wrong is told, and then the whole screen is drawn, for messages stand in the frame."""
    try:
        act()
    except CoprodError as error:
        current.tell(error)
        st.session_state[_BEHIND] = True
        return False
    return True


def send(act_of: Callable[[], Act | None]) -> bool:
    """Does an act in the web. The frame shows what can be undone, so it is drawn anew."""
    st.session_state[_BEHIND] = True
    return controls.do(act_of)


def frame_is_behind() -> bool:
    """Whether something was done, since this was last asked, that the frame does not show yet."""
    return bool(st.session_state.pop(_BEHIND, False))


def button(label: str, act: Callable[[], object], *, key: str, **options: object) -> None:
    """A button that does something with the room."""
    st.button(label, key=key, on_click=attempt, args=(act,), **options)  # type: ignore[arg-type]


def after_asking(label: str, warning: str, sure: str, act: Callable[[], object], *, key: str, icon: str) -> None:
    """A button that does something for good, once a person has said so."""
    with st.popover(label, icon=icon, key=f"{key}_asked", on_change="rerun") as asked:
        if asked.open:
            st.markdown(warning)
            button(sure, act, key=key, icon=icon)
