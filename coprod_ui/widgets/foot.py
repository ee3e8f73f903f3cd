"""What stands under every analysis."""

import streamlit as st

from coprod_core.web.deviations import deviations
from coprod_core.web.model import Web
from coprod_ui.palette import PALETTE
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import Words
from coprod_ui.words.plain_text import plain
from coprod_ui.words.templates import filled


def fixed_lines(web: Web, words: Words) -> None:
    """Who filled this in, who was not asked, which plan is missing, and that this is our way to calculate."""
    st.markdown(f":gray[{' · '.join(say_fixed.fixed_lines(web, words))}]")
    st.markdown(f":gray[{say_fixed.method_line(words)}]")


def fixed_line(web: Web, words: Words) -> None:
    """Who filled this in, who was not asked and which plan is missing, on a line; whole where a pointer rests on it."""
    colours = PALETTE.dark if is_dark() else PALETTE.light
    st.html(
        filled(
            "widgets/fixed_line.html",
            soft=colours["soft"],
            lines=say_fixed.fixed_lines(web, words, brief=True),
            whole=" · ".join(plain(line) for line in say_fixed.fixed_lines(web, words)),
        )
    )


def foot(web: Web, words: Words) -> None:
    """The fixed lines, and where a meeting counts otherwise than the design the way to where that stands."""
    fixed_lines(web, words)
    counted_otherwise(web, words)


def counted_otherwise(web: Web, words: Words) -> None:
    """Where a meeting counts otherwise than the design, the way to where that stands."""
    other = deviations(web)
    if other:
        st.page_link(
            st.session_state["pages"]["method"], label=say_fixed.deviating(other, words), icon=":material/tune:"
        )
