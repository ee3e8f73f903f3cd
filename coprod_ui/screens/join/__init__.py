"""The Join in screen: letting phones in, putting a round to the room, and taking its answers into the web."""

from collections.abc import Callable, Mapping

import streamlit as st

from coprod_core.rounds.adopting import last_adopted
from coprod_core.store.values import Loaded
from coprod_ui.components.following import AT_LEAST_EVERY, follow
from coprod_ui.meeting import current, live
from coprod_ui.screens.join import acting, adopting, drifting, hands, joining, own_words, rounds
from coprod_ui.screens.join.scene import Scene
from coprod_ui.words import current_words, t

PARTS: Mapping[str, Callable[[Scene], None]] = {
    "round": rounds.draw,
    "own_words": own_words.draw,
    "hands": hands.draw,
    "adopt": adopting.draw,
    "drift": drifting.draw,
}
"""What a facilitator does during a meeting, in the order it is done."""


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the screen, which follows the room from then on."""
    if current.scenario() is not None:
        st.header(t("join.in_scenario"), anchor=False)
        st.markdown(t("join.in_scenario_next"))
        return
    acting.frame_is_behind()
    _live(loaded.head, digits)


@st.fragment(run_every=AT_LEAST_EVERY)
def _live(head: int, digits: bool) -> None:
    """Everything that changes by itself. `head`: how far in the log of the meeting the frame round it is."""
    loaded = current.stored()
    if loaded is None or loaded.head != head or acting.frame_is_behind():
        st.rerun()
    scene = _scene(loaded, digits)
    with st.container(key="join_live"):
        side, middle = st.columns([1, 2], gap="large")
    with side:
        joining.draw(scene)
    with middle:
        if scene.rounds or (scene.status and scene.status.open):
            _part(scene)
        else:
            _how_it_goes()
            if last_adopted(scene.history):
                drifting.draw(scene)
    if scene.status and scene.status.open:
        follow(scene.meeting)


def _scene(loaded: Loaded, digits: bool) -> Scene:
    meeting = current.meeting_id()
    assert meeting is not None
    return Scene(
        meeting,
        loaded.history,
        live.status(meeting),
        live.rounds(meeting),
        current_words(),
        digits,
        st.context.theme.type == "dark",
    )


def _part(scene: Scene) -> None:
    labels = {part: t(f"join_parts.{part}") for part in PARTS}
    chosen = st.segmented_control(
        t("join.part"),
        list(labels),
        format_func=lambda part: labels.get(part, ""),
        default="round",
        required=True,
        key="join_part",
        label_visibility="collapsed",
        persist_state="session",
    )
    PARTS[chosen](scene)


def _how_it_goes() -> None:
    """What a meeting with phones is, for who opens one for the first time."""
    st.header(t("join.how"), anchor=False)
    st.markdown("\n".join(f"{number}. {t(f'join.how_{number}')}" for number in range(1, 6)))
