"""What came in, as picture, table and sentence; only what the rule of publication lets through."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from coprod_core.rounds import InterestResults
from coprod_core.store import Round
from coprod_ui import charts, live, sentences
from coprod_ui.figure import figure
from coprod_ui.join.scene import Scene
from coprod_ui.sentences.rounds import group_names, interest_names
from coprod_ui.words import literal, t


def draw(scene: Scene, asked: Round, shown: Mapping[str, InterestResults]) -> None:
    """Draws what may be shown of a round now; why nothing is, while nothing may be."""
    if not asked.questions.interests:
        return
    if not shown:
        st.markdown(t("join.nothing_shown_yet" if asked.open else "join.too_few"))
        return
    words, names, levels = scene.words, interest_names(asked), asked.questions.levels
    most = live.next_to_discuss(shown)
    st.markdown(sentences.room_told(shown, most, names, words))
    figure(
        "spread",
        charts.spread_figure(shown, names, most, words, scene.digits, scene.dark),
        charts.spread_alt(shown, names, levels, words),
        partial(charts.spread_table, shown, names, group_names(asked, words), levels, words),
    )
    st.markdown(f":gray[{t('join.legend')}]")
    left_out = [interest.name for interest in asked.questions.interests if interest.id not in shown]
    if left_out:
        st.markdown(f":gray[{t('join.left_out', interests=sentences.listed(map(literal, left_out), words))}]")
