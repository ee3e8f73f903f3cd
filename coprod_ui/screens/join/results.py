"""What came in, as picture, table and sentence; only what the rule of publication lets through."""

from collections.abc import Mapping

import streamlit as st

from coprod_core.rounds.results import InterestResults
from coprod_core.store.live_values import Round
from coprod_ui.charts.spread import spread_chart
from coprod_ui.meeting import live
from coprod_ui.screens.join.scene import Scene
from coprod_ui.sentences import names as say_names
from coprod_ui.sentences import rounds as say_rounds
from coprod_ui.sentences.rounds import group_names, interest_names
from coprod_ui.widgets.figure import figure
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
    st.markdown(say_rounds.room_told(shown, most, names, words))
    figure(
        "spread", spread_chart(shown, names, most, levels, group_names(asked, words), words, scene.digits, scene.dark)
    )
    st.markdown(f":gray[{t('join.legend')}]")
    left_out = [interest.name for interest in asked.questions.interests if interest.id not in shown]
    if left_out:
        st.markdown(f":gray[{t('join.left_out', interests=say_names.listed(map(literal, left_out), words))}]")
