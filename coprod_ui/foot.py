"""What stands under every analysis."""

import streamlit as st

from coprod_core.model import Web, deviations
from coprod_ui import sentences
from coprod_ui.words import Words


def fixed_lines(web: Web, words: Words) -> None:
    """Who filled this in, who was not asked, which plan is missing, and that this is our way to calculate."""
    st.markdown(f":gray[{' · '.join(sentences.fixed_lines(web, words))}]")
    st.markdown(f":gray[{sentences.method_line(words)}]")


def foot(web: Web, words: Words) -> None:
    """The fixed lines, and where a meeting counts otherwise than the design the way to where that stands."""
    fixed_lines(web, words)
    other = deviations(web)
    if other:
        st.page_link(
            st.session_state["pages"]["method"], label=sentences.deviating(other, words), icon=":material/tune:"
        )
