"""What a screen says when there is nothing to show yet: always what to do next."""

import streamlit as st

from coprod_ui.words import t


def no_meeting() -> None:
    """No meeting is open: the way to one."""
    st.header(t("empty.no_meeting"), anchor=False)
    st.markdown(t("empty.no_meeting_next"))
    st.page_link(st.session_state["pages"]["start"], label=t("empty.to_start"), icon=":material/arrow_forward:")
