"""The web of people's own project, begun from the workshop, which goes on where it was."""

import streamlit as st

from coprod_core.acts.weighing import Dilemma
from coprod_core.checked.errors import CoprodError
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.model import Web
from coprod_core.workshop.values import Step
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.meeting.once import once
from coprod_ui.widgets import way
from coprod_ui.words import t
from coprod_ui.workshop.session import Session


def draw(_now: Session, _step: Step) -> None:
    """Draws one field, and buttons that open a new meeting: at the line one types, or at a dilemma to write down."""
    st.markdown(f"**{t('begin_own.said')}**")
    draft = drafts.of("workshop_own_project")
    with st.form("workshop_own_project", border=False):
        draft.field(st.text_input, t("begin_own.title"), "title", in_form=True, max_chars=LONGEST_NAME)
        st.form_submit_button(
            t("begin_own.begin"),
            icon=":material/add:",
            key="workshop_begin_own",
            type="primary",
            on_click=_begin,
            args=(draft, [], "web"),
        )
        st.form_submit_button(
            t("begin_own.dilemma"),
            icon=":material/edit_note:",
            key="workshop_begin_own_dilemma",
            on_click=_begin,
            args=(draft, [], "dilemmas"),
        )
    st.markdown(f":gray[{t('begin_own.then', screen=t('screens.start'))}]")


def _begin(draft: Draft, begun: list[str], screen: str) -> None:
    web = Web(title=draft.text("title") or t("start.untitled"), language=st.session_state["language"])
    try:
        meeting = once(begun, lambda: current.store().begin(web))
    except CoprodError as error:
        current.tell(error)
        return
    draft.close()
    current.choose(meeting)
    if screen == "dilemmas":
        st.session_state["dilemma"] = Dilemma.OWN.value
    way.go(screen)
