"""Doing it together: the exercises to choose from, and the one that is going on, step by step."""

import streamlit as st

from coprod_ui.screens.conditions.exercises import EXERCISES
from coprod_ui.screens.conditions.exercises.exercise import Exercise, Step, begin, going_on, minutes, step_to, stop
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.lines import listed
from coprod_ui.words import t

TAB = "conditions"


def draw(scene: Scene) -> None:
    """Draws the exercise that is going on, or the choice among all."""
    name, at = going_on()
    if name is None or name not in EXERCISES or EXERCISES[name].lacks(scene):
        _choices(scene)
    else:
        _going_on(scene, EXERCISES[name], at)


def offer(name: str) -> None:
    """A button, elsewhere on the screen, that begins an exercise."""
    button(t(f"exercise_offers.{name}"), _begin, name, key=f"offer_{name}", icon="groups")


def _choices(scene: Scene) -> None:
    for column, (name, exercise) in zip(st.columns(len(EXERCISES)), EXERCISES.items(), strict=True):
        with column.container(border=True, gap="xsmall", key=f"exercise_card_{name}"):
            st.markdown(f"##### {t(f'exercises.{name}')}")
            st.markdown(t(f"exercise_why.{name}"))
            lacking = exercise.lacks(scene)
            if lacking:
                st.markdown(f":gray[{t(lacking)}]")
            else:
                st.markdown(f":gray[{t('exercises.size', minutes=minutes(exercise, scene))}]")
            button(t("exercises.begin"), _begin, name, key=f"exercise_{name}", disabled=bool(lacking))
    st.markdown(t("exercises.how"))


def _begin(name: str) -> None:
    begin(name, 0)
    st.session_state[TAB] = "together"


def _stop(tab: str = "together") -> None:
    stop()
    st.session_state[TAB] = tab


def _going_on(scene: Scene, exercise: Exercise, at: int) -> None:
    steps = exercise.steps(scene)
    with st.container(border=True, gap="small", key="exercise_now"):
        if at < len(steps):
            _step(scene, exercise, steps[at], at, len(steps))
        elif at == len(steps):
            _keep(scene, exercise, at)
        else:
            _kept(exercise, next(i for i, step in enumerate(steps) if step.name == exercise.round))


def _step(scene: Scene, exercise: Exercise, step: Step, at: int, of: int) -> None:
    place = t("exercises.place", number=at + 1, of=of)
    about = f"{place} · {scene.words.plural('exercises.minutes', step.minutes)}"
    st.markdown(f"**{t(f'exercises.{exercise.name}')}** · :gray[{about}]")
    st.markdown(f":gray[{t('exercises.say')}]")
    st.header(f"“{t(f'exercise_say.{step.name}', **step.params(scene))}”", anchor=False)
    if step.field is not None:
        step.field(scene)
    _buttons(at)


def _buttons(at: int) -> None:
    with st.container(horizontal=True):
        button(t("exercises.back"), step_to, at - 1, key="exercise_back", icon="arrow_back", disabled=at == 0)
        button(t("exercises.next"), step_to, at + 1, key="exercise_next", icon="arrow_forward")
        st.space("stretch")
        button(t("exercises.stop"), _stop, key="exercise_stop", type="tertiary")


def _keep(scene: Scene, exercise: Exercise, at: int) -> None:
    """What the group said, to be kept or to be changed once more."""
    told = exercise.told(scene)
    st.markdown(f"**{t(f'exercises.{exercise.name}')}**")
    st.markdown(t("exercises.check") if told else t("exercises.nothing"))
    listed(told)
    with st.container(horizontal=True):
        button(t("exercises.back"), step_to, at - 1, key="exercise_back", icon="arrow_back")
        button(t("exercises.keep"), _land, scene, exercise, at, key="exercise_keep", icon="check", disabled=not told)
        st.space("stretch")
        button(t("exercises.stop"), _stop, key="exercise_stop", type="tertiary")


def _land(scene: Scene, exercise: Exercise, at: int) -> None:
    if controls.do(lambda: exercise.act(scene)):
        step_to(at + 1)


def _kept(exercise: Exercise, first: int) -> None:
    st.markdown(t("exercises.kept", tab=t(f"conditions_tabs.{exercise.tab}")))
    with st.container(horizontal=True):
        button(t("exercises.again"), begin, exercise.name, first, key="exercise_again", icon="replay")
        button(t("exercises.look"), _stop, exercise.tab, key="exercise_look")
        st.space("stretch")
        button(t("exercises.done"), _stop, key="exercise_done", type="tertiary")
