"""Writing a workshop: its title, its steps in order, and the fields of the step that is open."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from coprod_core.acts.ids import new_id
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.workshop.editing import added, moved, removed
from coprod_core.workshop.running import Running
from coprod_core.workshop.values import KINDS
from coprod_core.workshop.whole import Workshop
from coprod_ui.meeting import current
from coprod_ui.screens.workshop import opening
from coprod_ui.screens.workshop.editor import fields
from coprod_ui.screens.workshop.editor.sketch import fresh
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import session
from coprod_ui.workshop.saving import save_button
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.text import takes

OPEN = "workshop_open_step"
"""Where this window remembers which step is open."""


def draw(draft: Session) -> None:
    """Draws the editor of a workshop that has not begun."""
    workshop = draft.workshop
    place = min(st.session_state.get(current.of_this(OPEN), 0), len(workshop.steps) - 1)
    _head(draft)
    left, right = st.columns([1.1, 2.4], gap="large")
    with left.container(key="workshop_rail", gap=None):
        _steps(draft, place)
    with right.container(key="workshop_fields"):
        fields.draw(workshop, place, partial(change, draft.meeting))


def change(meeting: str, changed: Callable[[Workshop], Workshop]) -> bool:
    """Changes the draft of a meeting; what may not be is told, and nothing changes."""

    def keep() -> None:
        draft = session.of(meeting)
        if draft is not None:
            session.keep(meeting, changed(draft.workshop), Running())

    return current.attempt(keep)


def _head(draft: Session) -> None:
    workshop = draft.workshop
    title, about = st.columns([1, 1.9], gap="medium")
    with title:
        _text("title", workshop.title, draft.meeting, st.text_input, max_chars=LONGEST_NAME)
    with about:
        _text("about", workshop.about, draft.meeting, st.text_input)
    with st.container(horizontal=True, vertical_alignment="center"):
        button(
            t("workshop.begin"),
            opening.begin,
            workshop,
            [],
            key="workshop_begin_draft",
            icon="play_arrow",
            type="primary",
            help=t("workshop_editor.begin_help"),
        )
        save_button(workshop, "workshop_save_draft")
        with st.popover(t("workshop_editor.drop"), icon=":material/delete:", key="workshop_drop_menu"):
            st.markdown(t("workshop_editor.drop_warning"))
            button(t("workshop_editor.drop_sure"), session.drop, draft.meeting, key="workshop_drop")
        st.markdown(f":gray[{takes(workshop, current_words())}]", width="content")


def _text(name: str, value: str, meeting: str, widget: Callable[..., Any], **options: Any) -> None:
    controls.shown(
        widget,
        t(f"workshop_editor.{name}"),
        value,
        lambda text: change(meeting, lambda workshop: replace(workshop, **{name: text})),
        key=f"workshop_{name}_{meeting}",
        **options,
    )


# -- the steps ------------------------------------------------------------------------------------------------------


def _steps(draft: Session, open_at: int) -> None:
    st.markdown(f"##### {t('workshop_editor.steps')}")
    for place, step in enumerate(draft.workshop.steps):
        name = f"{place + 1}. {literal(step.heading)}"
        st.button(
            f"**{name}**" if place == open_at else name,
            key=f"workshop_open_{place}",
            type="tertiary",
            icon=":material/chevron_right:" if place == open_at else None,
            on_click=_open,
            args=(place,),
        )
    with st.container(horizontal=True, gap="xsmall"):
        _move(draft, open_at, -1, "up")
        _move(draft, open_at, 1, "down")
        button(
            t("workshop_editor.remove"),
            change,
            draft.meeting,
            lambda workshop: removed(workshop, open_at),
            key="workshop_remove",
            icon="delete",
            disabled=len(draft.workshop.steps) < 2,
        )
    kinds = {kind: t(f"workshop_kinds.{kind}") for kind in KINDS}
    st.selectbox(
        t("workshop_editor.add"),
        list(kinds),
        index=None,
        format_func=lambda kind: kinds.get(kind, ""),
        placeholder=t("workshop_editor.add_which"),
        key="workshop_add",
        on_change=_add,
        args=(draft.meeting, open_at + 1),
    )


def _open(place: int) -> None:
    st.session_state[current.of_this(OPEN)] = place


def _move(draft: Session, place: int, further: int, name: str) -> None:
    def move() -> None:
        if change(draft.meeting, lambda workshop: moved(workshop, place, further)):
            _open(place + further)

    st.button(
        t(f"workshop_editor.{name}"),
        key=f"workshop_{name}",
        icon=f":material/arrow_{name}ward:",
        disabled=not 0 <= place + further < len(draft.workshop.steps),
        on_click=move,
    )


def _add(meeting: str, place: int) -> None:
    kind = st.session_state["workshop_add"]
    st.session_state["workshop_add"] = None
    words = current_words()
    if kind and change(meeting, lambda workshop: added(workshop, fresh(kind, workshop, new_id("step"), words), place)):
        _open(place)
