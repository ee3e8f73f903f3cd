"""Looking back: the logbook of doing and seeing, and what parties appreciate in each other."""

from datetime import date
from functools import partial

import streamlit as st

from coprod_core.acts.conditions import (
    AddAppreciation,
    AddReflection,
    ChangeAppreciation,
    ChangeReflection,
    RemoveAppreciation,
    RemoveReflection,
)
from coprod_core.acts.ids import new_id
from coprod_core.web.conditions import Appreciation, Reflection
from coprod_core.web.model import Web
from coprod_ui.forms import conditions as forms
from coprod_ui.meeting import drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.conditions import asking
from coprod_ui.screens.conditions.scene import Scene, heading, one_part
from coprod_ui.screens.conditions.together import offer
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.widgets import controls, form
from coprod_ui.words import t

HEIGHT = 640
FEW = 3
DAY = "DD-MM-YYYY"


def draw(scene: Scene) -> None:
    """Draws the logbook, or what parties appreciate in each other."""
    one_part("back", {"logbook": logbook, "appreciation": appreciation}, scene)


def logbook(scene: Scene) -> None:
    """What we did, what we saw, what we try next; latest first."""
    new, found = st.columns([1, 1.5], gap="large")
    with new:
        heading("logbook.new")
        draft = drafts.of("reflection")
        for field in forms.LOGBOOK:
            asking.written(draft, t(field.label), field.name, field.longest)
        draft.field(st.date_input, t("logbook.day"), "day", None, value=None, format=DAY)
        said = (field.name for field in forms.LOGBOOK)
        asking.adding(t("logbook.add"), partial(_reflection, draft), draft, *said, key="logbook_add")
    with found:
        heading("logbook.heading")
        entries = scene.conditions.reflections[::-1]
        if not entries:
            st.markdown(t("logbook.none"))
            return
        with st.container(height=HEIGHT if len(entries) > FEW else "content", border=False, key="logbook_list"):
            for entry in entries:
                _entry(scene, entry)


def _reflection(draft: Draft) -> AddReflection:
    day: date | None = draft.get("day")
    said = {field.name: draft.text(field.name) for field in forms.LOGBOOK}
    return AddReflection(Reflection(new_id("l"), **said, day="" if day is None else day.isoformat()))


def _entry(scene: Scene, entry: Reflection) -> None:
    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeReflection(entry.id, {field: value})

    with st.container(border=True, gap="xsmall", key=f"logbook_card_{entry.id}"):
        for line in say_conditions.reflection(entry, scene.words):
            st.markdown(line)
        asking.folded(f"logbook_more_{entry.id}", partial(_change_entry, entry, change, scene.web))


def _change_entry(entry: Reflection, change: form.Change, web: Web) -> None:
    form.draw(forms.LOGBOOK, entry, change, web, entry.id)
    asking.taking_away(RemoveReflection(entry.id), key=f"logbook_away_{entry.id}")


def appreciation(scene: Scene) -> None:
    """What parties appreciate in each other; never of one person."""
    if len(scene.parties) < 2:
        st.markdown(t("conditions.needs_two_parties"))
        return
    new, found = st.columns([1, 1.5], gap="large")
    with new:
        heading("appreciation.new")
        draft = drafts.of("appreciation")
        asking.between(draft, scene.web, (t("appreciation.who"), t("appreciation.of_whom")))
        asking.written(draft, t("appreciation.what"), "what")
        asking.adding(t("appreciation.add"), partial(_appreciation, draft), draft, "what", key="thanks_add")
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


def _appreciation(draft: Draft) -> AddAppreciation:
    return AddAppreciation(Appreciation(new_id("t"), draft.get("who"), draft.get("of_whom"), draft.text("what")))


def _thanks(scene: Scene, entry: Appreciation) -> None:
    with st.container(border=True, gap="xsmall", key=f"thanks_card_{entry.id}"):
        st.markdown(say_conditions.appreciation(entry, scene.web, scene.words))
        asking.folded(f"thanks_more_{entry.id}", partial(_change_thanks, entry, scene.web))


def _change_thanks(entry: Appreciation, web: Web) -> None:
    form.draw(
        [forms.THANKS], entry, lambda name: lambda text: ChangeAppreciation(entry.id, {name: text}), web, entry.id
    )
    asking.taking_away(RemoveAppreciation(entry.id), key=f"thanks_away_{entry.id}")
