"""Looking back: the logbook of doing and seeing, and what parties appreciate in each other."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from coprod_core.conditions.acts import (
    AddAppreciation,
    AddReflection,
    ChangeAppreciation,
    ChangeReflection,
    RemoveAppreciation,
    RemoveReflection,
)
from coprod_core.conditions.values import Appreciation, Reflection
from coprod_core.ids import new_id
from coprod_ui import controls, sentences
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene, heading, one_part
from coprod_ui.conditions_view.together import offer
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import t

SAID = ("did", "saw", "next")
HEIGHT = 640
FEW = 3
DAY = "DD-MM-YYYY"


def draw(scene: Scene) -> None:
    one_part("back", {"logbook": logbook, "appreciation": appreciation}, scene)


def logbook(scene: Scene) -> None:
    """What we did, what we saw, what we try next; latest first."""
    new, found = st.columns([1, 1.5], gap="large")
    with new:
        heading("logbook.new")
        for field in SAID:
            text = st.text_area(t(f"logbook.{field}"), key=f"logbook_{field}", height=80, persist_state="session")
            privacy_note(text)
        st.date_input(t("logbook.day"), value=None, key="logbook_day", format=DAY, persist_state="session")
        asking.adding(t("logbook.add"), _reflection, key="logbook_add", said=tuple(f"logbook_{f}" for f in SAID))
    with found:
        heading("logbook.heading")
        entries = scene.conditions.reflections[::-1]
        if not entries:
            st.markdown(t("logbook.none"))
            return
        with st.container(height=HEIGHT if len(entries) > FEW else "content", border=False, key="logbook_list"):
            for entry in entries:
                _entry(scene, entry)


def _reflection() -> AddReflection:
    state = st.session_state
    day: date | None = state.get("logbook_day")
    said = {field: state[f"logbook_{field}"].strip() for field in SAID}
    return AddReflection(Reflection(new_id("l"), **said, day="" if day is None else day.isoformat()))


def _entry(scene: Scene, entry: Reflection) -> None:
    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeReflection(entry.id, {field: value})

    with st.container(border=True, gap="xsmall", key=f"logbook_card_{entry.id}"):
        for line in sentences.reflection(entry, scene.words):
            st.markdown(line)
        asking.folded(f"logbook_more_{entry.id}", partial(_change_entry, entry, change))


def _change_entry(entry: Reflection, change: Callable[[str], controls.ActOf]) -> None:
    for field in SAID:
        label = t(f"logbook.{field}")
        asking.words_of(label, getattr(entry, field), change(field), key=f"logbook_{field}_{entry.id}")
    asking.taking_away(RemoveReflection(entry.id), key=f"logbook_away_{entry.id}")


def appreciation(scene: Scene) -> None:
    """What parties appreciate in each other; never of one person."""
    if len(scene.parties) < 2:
        st.markdown(t("conditions.needs_two_parties"))
        return
    new, found = st.columns([1, 1.5], gap="large")
    with new:
        heading("appreciation.new")
        asking.between("thanks", scene.web, (t("appreciation.who"), t("appreciation.of_whom")))
        what = st.text_area(t("appreciation.what"), key="thanks_what", height=80, persist_state="session")
        privacy_note(what)
        asking.adding(t("appreciation.add"), _appreciation, key="thanks_add", said=("thanks_what",))
        offer("appreciation")
    with found:
        heading("appreciation.heading")
        entries = scene.conditions.appreciations[::-1]
        if not entries:
            st.markdown(t("appreciation.none"))
            return
        with st.container(height=HEIGHT if len(entries) > FEW else "content", border=False, key="thanks_list"):
            for entry in entries:
                _thanks(scene, entry)


def _appreciation() -> AddAppreciation:
    state: Any = st.session_state
    parties = state["thanks_who"], state["thanks_of_whom"]
    return AddAppreciation(Appreciation(new_id("t"), *parties, state["thanks_what"].strip()))


def _thanks(scene: Scene, entry: Appreciation) -> None:
    with st.container(border=True, gap="xsmall", key=f"thanks_card_{entry.id}"):
        st.markdown(sentences.appreciation(entry, scene.web, scene.words))
        asking.folded(f"thanks_more_{entry.id}", partial(_change_thanks, entry))


def _change_thanks(entry: Appreciation) -> None:
    asking.words_of(
        t("appreciation.what"),
        entry.what,
        lambda text: ChangeAppreciation(entry.id, {"what": text}),
        key=f"thanks_what_{entry.id}",
    )
    asking.taking_away(RemoveAppreciation(entry.id), key=f"thanks_away_{entry.id}")
