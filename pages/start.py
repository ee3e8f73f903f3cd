"""Start: a meeting of one's own, an example, a meeting to go on with, or a file."""

import streamlit as st

from coprod_ui import case_cards, file_opening, start
from coprod_ui.cases import GROUPS
from coprod_ui.tabs import open_tab
from coprod_ui.words import t
from coprod_ui.workshop import beginning

left, right = st.columns([1, 2.15], gap="large")
with left:
    st.markdown(t("start.intro"))
    start.new_meeting()
    file_opening.open_file(start.enter)
    beginning.on_start()
    start.meetings()
with right:
    st.markdown(f"##### {t('start.cases_heading')}")
    for group in open_tab("examples", {group: t(f"cases.groups.{group}") for group in GROUPS}):
        case_cards.draw(group)
