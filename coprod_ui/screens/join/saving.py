"""What rounds gave, as files: the tables that Pol.is gives too, with nothing in them that may not be shown."""

import streamlit as st

from coprod_core.exchange.polis_round import SUFFIX, write_round
from coprod_core.store.live_values import Round
from coprod_ui.files.file_names import file_name
from coprod_ui.meeting import live
from coprod_ui.screens.join.scene import Scene
from coprod_ui.sentences.rounds import group_names
from coprod_ui.words import t


def draw(scene: Scene) -> None:
    """A button for each round that is closed and may be shown, behind one that says what they hold."""
    with st.popover(t("join.save"), icon=":material/download:", key="join_save", on_change="rerun") as menu:
        if not menu.open:
            return
        st.markdown(t("join.save_holds"))
        for asked in scene.rounds:
            if not asked.open:
                _button(scene, asked)


def _button(scene: Scene, asked: Round) -> None:
    shown = live.results(scene.meeting, asked.number)
    if not shown:
        return
    title = scene.web.title
    name = t("join.save_name", title=file_name(title), number=asked.number)
    st.download_button(
        t("join.save_round", number=asked.number),
        write_round(title, asked.questions, asked.opened_at, shown, group_names(asked, scene.words)),
        file_name=f"{name}{SUFFIX}",
        mime="application/zip",
        icon=":material/download:",
        key=f"join_save_{asked.number}",
        on_click="ignore",
    )
