"""Sentences one under the other."""

from collections.abc import Iterable

import streamlit as st


def listed(lines: Iterable[str]) -> None:
    """Sentences in Markdown as a list of points."""
    st.markdown("\n".join(f"- {line}" for line in lines))
