"""Start: a meeting of one's own, an example, a meeting to go on with, or a file."""

import streamlit as st

from coprod_ui.examples.cases import GROUPS
from coprod_ui.screens.start import case_cards, devices, file_opening, recovery, start, story_cards
from coprod_ui.screens.workshop import on_start
from coprod_ui.widgets.tabs import open_tab
from coprod_ui.words import t

st.header(t("start.heading"), anchor=False)
left, right = st.columns([1, 2.15], gap="large")
with left:
    recovery.unfinished()
    st.markdown(t("start.intro"))
    start.new_meeting()
    file_opening.open_file(start.enter)
    on_start.draw()
    start.meetings()
    recovery.draw(start.enter)
    devices.draw()
with right:
    st.markdown(f"##### {t('start.cases_heading')}")
    for group in open_tab("examples", {group: t(f"cases.groups.{group}") for group in (*GROUPS, story_cards.TAB)}):
        if group == story_cards.TAB:
            story_cards.draw()
        else:
            case_cards.draw(group)
