"""Which of the two themes a person sees, for what is drawn without style sheets."""

import streamlit as st


def is_dark() -> bool:
    return st.context.theme.type == "dark"
