"""Start: a new meeting, an example, a meeting to go on with, or a file."""

import streamlit as st

from coprod_ui import start
from coprod_ui.words import t
from coprod_ui.workshop import beginning

left, right = st.columns([1, 2.15], gap="large")
with left:
    st.markdown(t("start.intro"))
    start.new_meeting()
    start.meetings()
    start.open_file()
    beginning.on_start()
with right:
    st.markdown(f"##### {t('start.cases_heading')}")
    start.cases()
