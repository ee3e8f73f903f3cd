"""Who expects what of whom: said aloud or not, and whether it can be met. What is open stands first."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from coprod_core.conditions.acts import AddExpectation, ChangeExpectation, RemoveExpectation
from coprod_core.conditions.readings import one_sided, open_first
from coprod_core.conditions.values import Expectation
from coprod_core.ids import new_id
from coprod_ui import controls, sentences
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene, heading, listed
from coprod_ui.conditions_view.together import offer
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import literal, t

KEY = "expectation"
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
        st.markdown(sentences.expectation(one, scene.web, scene.words))
        said, met, more = st.columns([1, 1.4, 0.7], vertical_alignment="bottom")
        with said:
            asking.tick(t("expectations.said"), one.said, change("said"), key=f"expectation_said_{one.id}")
        with met:
            controls.choice(t("expectations.met"), one.met, "answers", change("met"), key=f"expectation_met_{one.id}")
        with more:
            asking.folded(f"expectation_more_{one.id}", partial(_change, one, change))
        if one.notes.strip():
            st.markdown(f":gray[{literal(one.notes)}]")


def _change(one: Expectation, change: Callable[[str], controls.ActOf]) -> None:
    asking.words_of(t("expectations.what"), one.what, change("what"), key=f"expectation_what_{one.id}")
    controls.notes(one.notes, change("notes"), key=f"expectation_notes_{one.id}")
    asking.taking_away(RemoveExpectation(one.id), key=f"expectation_away_{one.id}")


def _new(scene: Scene) -> None:
    heading("expectations.new")
    asking.between(KEY, scene.web, (t("expectations.who"), t("expectations.of_whom")))
    what = st.text_area(t("expectations.what"), key=f"{KEY}_what", height=80, persist_state="session")
    privacy_note(what)
    asking.adding(t("expectations.add"), _act, key=f"{KEY}_add", said=(f"{KEY}_what",))


def _act() -> AddExpectation:
    state = st.session_state
    parties = state[f"{KEY}_who"], state[f"{KEY}_of_whom"]
    return AddExpectation(Expectation(new_id("e"), *parties, state[f"{KEY}_what"].strip(), said=True))


def _from_one_side(scene: Scene) -> None:
    """Where only one of two parties said what it expects: the question to the other."""
    pairs = one_sided(scene.conditions.expectations)
    if pairs:
        heading("expectations.one_sided")
        names = {id_: literal(name) for id_, name in scene.parties.items()}
        listed([t("expectations.ask_other", who=names[a], of_whom=names[b]) for a, b in pairs])
