"""The facilitator's control over the room's window: opening it, what it shows, and whether with numbers."""

import streamlit as st

from coprod_core.indicators.power_map.attitudes import plan_of
from coprod_ui.meeting import current
from coprod_ui.meeting.presentation import (
    HOME,
    PERSPECTIVES,
    SCENES,
    Presentation,
    Scene,
    hold,
    let_go,
    present,
    presentation,
    show_numbers,
)
from coprod_ui.widgets import controls
from coprod_ui.words import literal, t

_OF_THE_MAP = "power_map_"
"""What the scenes that are a picture of the power map begin with; how each goes on is its name."""


def draw(meeting: str, key: str) -> None:
    """Draws the controls; `key` tells those on one place of the screen from those on another."""
    choose_scene(meeting, key)
    open_button(meeting, key)


def choose_scene(meeting: str, key: str) -> None:
    """What the room sees, and whether with numbers."""
    shown = presentation(meeting)
    has_workshop = current.store().workshops.of(meeting) is not None
    names = {scene: _name(scene) for scene in SCENES if has_workshop or scene != "workshop"}
    controls.shown(
        st.radio,
        t("room.scene"),
        shown.scene,
        lambda scene: present(meeting, scene=scene),
        key=f"{key}_room_scene",
        options=list(names),
        format_func=lambda scene: names.get(scene, ""),
        help=t("room.scene_help"),
    )
    _of_the_map(meeting, shown, key)
    with st.container(gap=None):
        _steps(meeting, shown, list(names), key)
        controls.shown(
            st.toggle,
            t("room.hide_numbers"),
            not shown.numbers,
            lambda hidden: show_numbers(meeting, not hidden),
            key=f"{key}_room_numbers",
        )


def _steps(meeting: str, shown: Presentation, scenes: list[Scene], key: str) -> None:
    """To the scene before and the one after, in the order of the list; and the picture held where it is."""
    place = scenes.index(shown.scene) if shown.scene in scenes else -1
    with st.container(horizontal=True):
        for name, to in (("previous", place - 1), ("next", place + 1)):
            st.button(
                t(f"room.{name}"),
                key=f"{key}_room_{name}",
                disabled=not 0 <= to < len(scenes),
                on_click=_go,
                args=(meeting, scenes[to % len(scenes)]),
            )
        _hold(meeting, shown, key)
    if shown.held is not None:
        st.caption(t("room.holds"))


def _go(meeting: str, scene: Scene) -> None:
    present(meeting, scene=scene)


def _hold(meeting: str, shown: Presentation, key: str) -> None:
    """Lets the picture stand still, which is said here and on the bar as long as it does."""
    controls.shown(
        st.toggle,
        t("room.hold"),
        shown.held is not None,
        lambda held: hold(meeting) if held else let_go(meeting),
        key=f"{key}_room_hold",
        help=t("room.hold_help"),
    )


def _of_the_map(meeting: str, shown: Presentation, key: str) -> None:
    """Of a picture of the power map: which plan its marks are about, or whose rings are shown."""
    if shown.scene == "power_map_rings":
        controls.shown(
            st.radio,
            t("power_map.perspective_label"),
            shown.perspective,
            lambda perspective: present(meeting, perspective=perspective),
            key=f"{key}_room_perspective",
            options=list(PERSPECTIVES),
            format_func=lambda each: t(f"power_map.perspective.{each}"),
            horizontal=True,
        )
    elif shown.scene.startswith(_OF_THE_MAP):
        _plan(meeting, shown, key)


def _plan(meeting: str, shown: Presentation, key: str) -> None:
    """Which plan the marks are about; the one the map would choose as long as nobody chose."""
    readings = current.readings_at(current.store().load(meeting, up_to_damage=True).history)
    names = {plan.id: literal(plan.name) for plan in readings.weights.web.options}
    if names:
        controls.shown(
            st.selectbox,
            t("power_map.plan"),
            shown.plan if shown.plan in names else plan_of(readings),
            lambda plan: present(meeting, plan=plan),
            key=f"{key}_room_plan",
            options=list(names),
            format_func=lambda plan: names.get(plan, ""),
        )


def open_button(meeting: str, key: str) -> None:
    """Opens the room's window."""
    st.link_button(
        t("room.open"),
        f"{HOME}/{meeting}?language={st.session_state['language']}",
        icon=":material/open_in_new:",
        help=t("room.open_help"),
        key=f"{key}_room_open",
    )


def _name(scene: Scene) -> str:
    if scene in ("meeting", "workshop"):
        return t(f"room.scene_{scene}", screen=t(f"screens.{'join' if scene == 'meeting' else 'workshop'}"))
    if scene == "web":
        return t("screens.web")
    if scene.startswith(_OF_THE_MAP):
        return f"{t('power_map.name')}: {t(f'power_map.picture.{scene.removeprefix(_OF_THE_MAP)}')}"
    return t("strip.gap") if scene == "gap" else t(f"dilemmas.{scene}")
