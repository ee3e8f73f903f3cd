"""From one screen to another by a button that does something first; a callback cannot switch screens itself."""

from collections.abc import Mapping

import streamlit as st

from coprod_ui.meeting import current

STORY = "story_asked"
"""Says in the session that the story of the meeting was asked for."""


_ON_THE_WAY = "on_the_way"
"""Says in the session which screen this window was sent to and has not drawn yet, with what its address asks."""


def go(screen: str) -> None:
    """Asks for a screen, to be called in a callback."""
    st.session_state["go_to"] = screen


_ON_THE_WAY = "on_the_way"


def go_where_asked() -> None:
    """Goes to the screen a button asked for, if one did."""
    screen = st.session_state.pop("go_to", None)
    if screen:
        to(screen, {})


def go_on_from(screen: str) -> None:
    """Goes on to the screen this window was on its way to, if there is one.

    What a screen tells by itself names where it stands: told just after a button was pressed, it leads back to it.
    """
    where, query = st.session_state.pop(_ON_THE_WAY, (screen, {}))
    if where != screen:
        to(where, query)


def to(screen: str, query: Mapping[str, str]) -> None:
    """Goes to a screen now, with what its address asks; to a screen that is not there it does not go."""
    page = st.session_state["pages"].get(screen)
    if page:
        # a switch empties the address: the browser's language would take over, and a meeting that is put back into it
        # later is a step of its own in the browser's history, so that Back would stay on this screen
        meeting = current.meeting_id()
        open_now = {current.PARAMETER: meeting} if meeting else {}
        st.session_state[_ON_THE_WAY] = (screen, query)
        st.switch_page(page, query_params={"language": st.session_state["language"], **open_now, **query})
