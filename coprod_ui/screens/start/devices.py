"""Other devices that are logged in as the facilitator, where a secret lets them."""

import streamlit as st

from coprod_ui.served.phone.door import LOGIN, secret
from coprod_ui.words import t


def draw() -> None:
    """Where to log them out; nothing where nobody can log in."""
    if secret() is not None:
        st.link_button(
            t("sessions.elsewhere"),
            LOGIN,
            icon=":material/devices:",
            type="tertiary",
            help=t("sessions.elsewhere_next"),
            key="devices",
        )
