"""Putting a phone out: by the mark it shows, by what it said, or all that said nothing yet."""

import streamlit as st

from coprod_ui.meeting import live
from coprod_ui.screens.join import acting
from coprod_ui.screens.join.scene import Scene
from coprod_ui.words import t


def draw(scene: Scene) -> None:
    """A part that unfolds, with the phones that are inside."""
    with st.popover(
        t("put_out.heading"), icon=":material/person_remove:", key="join_put_out_asked", on_change="rerun"
    ) as asked:
        if asked.open:
            _ask(scene)


def _ask(scene: Scene) -> None:
    st.markdown(t("put_out.next"))
    marks = live.marks(scene.meeting)
    chosen = st.selectbox(
        t("put_out.mark"),
        marks,
        index=None,
        placeholder=t("join.choose"),
        help=t("put_out.mark_help"),
        key="join_put_out_mark",
        disabled=not marks,
    )
    acting.button(
        t("put_out.sure"),
        lambda: live.put_out(scene.meeting, mark=chosen or ""),
        key="join_put_out",
        icon=":material/person_remove:",
        disabled=chosen is None,
    )
    silent = live.silent(scene.meeting)
    if silent:
        acting.button(
            scene.words.plural("put_out.silent", silent),
            lambda: live.put_out(scene.meeting, silent=True),
            key="join_put_out_silent",
            type="tertiary",
        )


def of_words(scene: Scene, words: str) -> None:
    """Beside somebody's own words: puts out the phone they came from."""
    acting.after_asking(
        t("put_out.author"),
        t("put_out.next"),
        t("put_out.sure"),
        lambda: live.put_out(scene.meeting, words=words),
        key=f"join_put_out_{words}",
        icon=":material/person_remove:",
    )
