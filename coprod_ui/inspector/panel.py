"""The inspector: a choice of what to edit, and the panel for it."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from coprod_core.history import History
from coprod_ui import controls
from coprod_ui.inspector.interest import interest_panel
from coprod_ui.inspector.links import relation_panel, stake_panel, unknown_panel
from coprod_ui.inspector.party import party_panel
from coprod_ui.inspector.plans import plans_panel
from coprod_ui.inspector.process import process_panel
from coprod_ui.inspector.rules import rules_panel
from coprod_ui.selection import Selection, is_unknown, select, selected
from coprod_ui.words import t

PANELS = ("selected", "plans", "rules", "process")


def inspector(history: History, height: int) -> None:
    """Draws the inspector, `height` pixels tall; it scrolls inside."""
    labels = {name: t(f"inspector.{name}") for name in PANELS}
    label = labels[st.session_state.setdefault("panel", "selected")]
    with st.container(border=True, height=height, gap="xsmall", key="inspector"):
        tabs = controls.shown(st.tabs, list(labels.values()), label, partial(_show_panel, labels), key="panel_tab")
        for name, tab in zip(PANELS, tabs, strict=True):
            if tab.open:
                with tab:
                    _panel(name, history)


def _show_panel(labels: Mapping[str, str], chosen: str) -> None:
    st.session_state["panel"] = next((name for name, label in labels.items() if label == chosen), "selected")


def _panel(name: str, history: History) -> None:
    web = history.web
    match name:
        case "plans":
            plans_panel(web)
        case "rules":
            rules_panel(web)
        case "process":
            process_panel(web)
        case _:
            _selected_panel(history, selected(web))


def _selected_panel(history: History, selection: Selection) -> None:
    web = history.web
    _picker(history, selection)
    match selection:
        case ("actor", actor):
            party_panel(history, web.actor_by_id[actor])
        case ("interest", interest):
            interest_panel(web, web.interest_by_id[interest])
        case ("stake", actor, interest) if is_unknown(web, actor, interest):
            unknown_panel(web, actor, interest)
        case ("stake", actor, interest):
            stake_panel(web, web.stake_by_pair[actor, interest])
        case ("relation", a, b):
            relation_panel(web, next(r for r in web.relations if r.pair == {a, b}))
        case _:
            st.markdown(t("inspector.nothing_selected" if web.actors or web.interests else "inspector.empty_web"))


def _picker(history: History, selection: Selection) -> None:
    """Search by name: every party and interest, with what is selected on top."""
    web = history.web
    names = {("actor", actor.id): actor.name for actor in web.actors}
    names |= {("interest", interest.id): interest.name for interest in web.interests}
    shown = selection if selection in names else selection[:2] if selection[:1] == ("actor",) else None
    if selection[:1] == ("stake",):
        shown = ("actor", selection[1])
    controls.shown(
        st.selectbox,
        t("inspector.picker"),
        shown,
        lambda chosen: select(chosen or ()),
        key="picker",
        may_be_empty=True,
        options=list(names),
        format_func=lambda chosen: names.get(chosen, ""),
        placeholder=t("inspector.picker"),
        label_visibility="collapsed",
    )
