"""What was done last with own words, without a word of what was said."""

from typing import NamedTuple

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.screens.join.scene import Scene
from coprod_ui.words import literal


class _Done(NamedTuple):
    """What a person did last, without a word of what was said."""

    what: str
    texts: int
    interest: str = ""


def tell(what: str, texts: int, interest: str = "") -> None:
    """Keeps what was done with how many texts, and of which interest, until the next is done."""
    st.session_state[current.of_this("own_words_done")] = _Done(what, texts, interest)


def draw(scene: Scene) -> None:
    """Says what was done last, aloud for who listens: the texts themselves are gone from there by then."""
    done = st.session_state.get(current.of_this("own_words_done"))
    if done is None or (done.interest and done.interest not in scene.web.interest_by_id):
        return
    interest = literal(scene.web.interest_by_id[done.interest].name) if done.interest else ""
    st.success(scene.words.plural(f"own_words.{done.what}", done.texts, interest=interest))
