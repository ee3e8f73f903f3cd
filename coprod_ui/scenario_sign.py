"""The sign in the bar that this is a scenario and not the meeting, with the way back."""

import streamlit as st

from coprod_core.store import Summary
from coprod_ui import current
from coprod_ui.sentences.names import shortened
from coprod_ui.words import literal, t

LONGEST_SHOWN = 20


def draw(scenario: Summary | None) -> None:
    """Draws the sign on a scenario, in the place of the meeting's name; nothing on a meeting itself."""
    if scenario is None:
        return
    name = literal(shortened(scenario.title, LONGEST_SHOWN))
    with st.container(key="scenario_sign", width="content"):
        st.markdown(f":material/alt_route: **{t('scenarios.of', name=name)}**", width="content")
    st.button(
        t("scenarios.back"),
        icon=":material/arrow_back:",
        help=t("scenarios.back_help"),
        key="leave_scenario",
        on_click=current.choose,
        args=(scenario.forked_from,),
    )
