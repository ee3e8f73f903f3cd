"""Who expects what of whom: said aloud or not, and whether it can be met. What is open stands first."""

from functools import partial

import streamlit as st

from coprod_core.acts.conditions import AddExpectation, ChangeExpectation, RemoveExpectation
from coprod_core.acts.ids import new_id
from coprod_core.indicators.conditions import one_sided, open_first
from coprod_core.web.conditions import Expectation
from coprod_core.web.model import Web
from coprod_ui.forms import conditions as forms
from coprod_ui.meeting import drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.conditions import asking
from coprod_ui.screens.conditions.scene import Scene, heading
from coprod_ui.screens.conditions.together import offer
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.widgets import controls, form
from coprod_ui.widgets.lines import listed
from coprod_ui.words import literal, t

HEIGHT = 640


def draw(scene: Scene) -> None:
    """Draws the expectations there are, and room for one more."""
    if len(scene.parties) < 2:
        st.markdown(t("conditions.needs_two_parties"))
        return
    found, new = st.columns([1.5, 1], gap="large")
    with new:
        _new(scene)
        _from_one_side(scene)
        offer("expectations")
    with found:
        _found(scene)


def _found(scene: Scene) -> None:
    shown = open_first(scene.conditions.expectations)
    heading("expectations.heading")
    if not shown:
        st.markdown(t("expectations.none"))
        return
    with st.container(height=HEIGHT if len(shown) > 3 else "content", border=False, key="expectations_list"):
        for one in shown:
            _one(scene, one)


def _one(scene: Scene, one: Expectation) -> None:
    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeExpectation(one.id, {field: value})

    with st.container(border=True, gap="xsmall", key=f"expectation_card_{one.id}"):
        st.markdown(say_conditions.expectation(one, scene.web, scene.words))
        said, met, more = st.columns([1, 1.4, 0.7], vertical_alignment="bottom")
        with said:
            form.draw([forms.EXPECTATION_SAID], one, change, scene.web, one.id)
        with met:
            form.draw([forms.EXPECTATION_MET], one, change, scene.web, one.id)
        with more:
            asking.folded(f"expectation_more_{one.id}", partial(_change, one, change, scene.web))
        if one.notes.strip():
            st.markdown(f":gray[{literal(one.notes)}]")


def _change(one: Expectation, change: form.Change, web: Web) -> None:
    form.draw(forms.EXPECTATION, one, change, web, one.id)
    asking.taking_away(RemoveExpectation(one.id), key=f"expectation_away_{one.id}")


def _new(scene: Scene) -> None:
    heading("expectations.new")
    draft = drafts.of("expectation")
    asking.between(draft, scene.web, (t("expectations.who"), t("expectations.of_whom")))
    asking.written(draft, t("expectations.what"), "what")
    asking.adding(t("expectations.add"), partial(_act, draft), draft, "what", key="expectation_add")


def _act(draft: Draft) -> AddExpectation:
    said = Expectation(new_id("e"), draft.get("who"), draft.get("of_whom"), draft.text("what"), said=True)
    return AddExpectation(said)


def _from_one_side(scene: Scene) -> None:
    """Where only one of two parties said what it expects: the question to the other."""
    pairs = one_sided(scene.conditions.expectations)
    if pairs:
        heading("expectations.one_sided")
        names = {id_: literal(name) for id_, name in scene.parties.items()}
        listed([t("expectations.ask_other", who=names[a], of_whom=names[b]) for a, b in pairs])
