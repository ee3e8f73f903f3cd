"""The copies of a meeting: which stand side by side, and making, opening, renaming, adopting and deleting one."""

from collections.abc import Sequence

import streamlit as st

from coprod_core.acts.commands import AdoptScenario
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.store.values import Summary
from coprod_core.web.model import Web
from coprod_ui.meeting import copying, current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.report import drafting
from coprod_ui.screens.scenarios.sides import LONGEST_SHOWN, name
from coprod_ui.sentences.names import shortened
from coprod_ui.widgets import controls, way
from coprod_ui.widgets.button import button
from coprod_ui.words import literal, t


def draw(every: Sequence[Summary], chosen: Sequence[str], digits: bool) -> None:
    """The ways to a new copy and to the list, each folded in."""
    with st.popover(t("scenarios.copy_heading"), icon=":material/add:", type="primary", key="copy_menu"):
        form(every)
    with st.popover(t("scenarios.choose", count=len(every)), key="copies"):
        st.markdown(f"##### {t('scenarios.list_heading')}")
        for summary in every:
            with st.container(gap=None, key=f"scenario_row_{summary.id}"):
                _choice(summary, every, chosen)
                _menu(summary, digits)


def _choice(summary: Summary, every: Sequence[Summary], chosen: Sequence[str]) -> None:
    here = f" :gray[({t('scenarios.open_now')})]" if summary.id == current.meeting_id() else ""
    controls.shown(
        st.checkbox,
        f"{literal(shortened(name(summary), LONGEST_SHOWN))}{here}",
        summary.id in chosen,
        lambda wanted: copying.choose(every, summary.id, wanted),
        key=f"compare_{summary.id}",
        width="stretch",
        disabled=len(chosen) >= copying.MOST and summary.id not in chosen,
    )


def _menu(summary: Summary, digits: bool) -> None:
    with st.expander(t("start.more"), key=f"scenario_menu_{summary.id}"):
        _open_button(summary)
        if summary.forked_from:
            controls.shown(
                st.text_input,
                t("scenarios.rename"),
                summary.title,
                lambda called: current.attempt(lambda: current.store().name_fork(summary.id, " ".join(called.split()))),
                key=f"scenario_name_{summary.id}",
                max_chars=LONGEST_NAME,
            )
            button(t("scenarios.weigh"), _weigh, summary, digits, key=f"scenario_weigh_{summary.id}", icon="balance")
            _adopt_button(summary)
            st.markdown(t("scenarios.delete_warning"))
            button(t("scenarios.delete"), _delete, summary, key=f"scenario_delete_{summary.id}", icon="delete")


def _open_button(summary: Summary) -> None:
    button(
        t("scenarios.change" if summary.forked_from else "scenarios.open_meeting"),
        _open,
        summary.id,
        key=f"scenario_open_{summary.id}",
        icon="edit",
    )


def _open(id_: str) -> None:
    current.choose(id_)
    way.go("web")


def _delete(summary: Summary) -> None:
    current.delete(summary.id)
    if current.meeting_id() == summary.id and summary.forked_from:
        current.choose(summary.forked_from)


def _weigh(summary: Summary, digits: bool) -> None:
    """Weighs a copy beside the plans of the meeting itself, which from here on is the one that is open."""
    root = current.root()
    if root is None:
        return
    current.choose(root)
    loaded = current.stored()
    if loaded is not None:
        web = loaded.history.web
        drafting.weigh_copy(summary.id, name(summary), current.readings_of(web), web, digits)


def _adopt_button(summary: Summary) -> None:
    shown = literal(shortened(summary.title, LONGEST_SHOWN))
    st.markdown(t("scenarios.adopt_warning", name=shown, undo=t("frame.undo")))
    button(t("scenarios.adopt"), _adopt, summary, key=f"adopt_sure_{summary.id}", icon="move_up")


def _adopt(summary: Summary) -> None:
    """One act in the meeting itself, seen as the meeting stood when the person asked."""
    root = current.root()
    if root is None:
        return
    webs: list[Web] = []
    if not current.attempt(lambda: webs.append(current.store().load(summary.id).history.web)):
        return
    current.choose(root)
    if current.send(AdoptScenario(webs[0], shortened(summary.title, LONGEST_SHOWN))):
        way.go("web")


# -- a new copy -----------------------------------------------------------------------------------------------------


def form(every: Sequence[Summary]) -> None:
    """Asks for the name of a new copy, of what this window is on, and makes it."""
    here = next((each for each in every if each.id == current.meeting_id()), every[0])
    draft = drafts.of("copy")
    with st.form("new_scenario", border=False):
        st.markdown(t("scenarios.copy_of", name=literal(shortened(name(here), LONGEST_SHOWN))))
        draft.field(
            st.text_input,
            t("scenarios.name"),
            "name",
            in_form=True,
            placeholder=t("scenarios.name_example"),
            max_chars=LONGEST_NAME,
        )
        st.form_submit_button(
            t("scenarios.copy"),
            icon=":material/content_copy:",
            on_click=controls.pressed(_copy),
            args=([], here.id, draft),
        )


def _copy(made: list[str], original: str, draft: Draft) -> None:
    if copying.copy(made, original, draft.text("name")):
        draft.close()
