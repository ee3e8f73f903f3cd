"""Which of the two themes a person sees, for what is drawn without style sheets."""

import streamlit as st


def is_dark() -> bool:
    """Whether this person reads on a dark page."""
    return st.context.theme.type == "dark"
