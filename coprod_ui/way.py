"""From one screen to another by a button that does something first; a callback cannot switch screens itself."""

import streamlit as st


def go(screen: str) -> None:
    """Asks for a screen, to be called in a callback."""
    st.session_state["go_to"] = screen


def go_where_asked() -> None:
    """Goes to the screen a button asked for, if one did."""
    screen = st.session_state.pop("go_to", None)
    if screen:
        # a switch empties the address and the control with it, and the browser's language would take over
        st.switch_page(st.session_state["pages"][screen], query_params={"language": st.session_state["language"]})
