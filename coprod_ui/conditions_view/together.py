"""Doing it together: the exercises to choose from, and the one that is going on, step by step."""

import streamlit as st

from coprod_ui import controls
from coprod_ui.conditions_view.exercises import EXERCISES
from coprod_ui.conditions_view.exercises.exercise import Exercise, Step, forget, minutes
from coprod_ui.conditions_view.scene import Scene, listed
from coprod_ui.words import t

GOING_ON = "exercise"
"""Where the session keeps which exercise is going on, and which step: (name, 0 and up)."""

TAB = "conditions"


def draw(scene: Scene) -> None:
    """Draws the exercise that is going on, or the choice among all."""
    name, at = st.session_state.get(GOING_ON, (None, 0))
    if name not in EXERCISES or EXERCISES[name].lacks(scene):
        _choices(scene)
    else:
        _going_on(scene, EXERCISES[name], at)


def offer(name: str) -> None:
    """A button, elsewhere on the screen, that begins an exercise."""
    st.button(
        t(f"exercise_offers.{name}"),
        key=f"offer_{name}",
        icon=":material/groups:",
        on_click=_begin,
        args=(name,),
    )


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
            st.button(
                t("exercises.begin"), key=f"exercise_{name}", disabled=bool(lacking), on_click=_begin, args=(name,)
            )
    st.markdown(t("exercises.how"))


def _begin(name: str) -> None:
    forget()
    st.session_state[TAB] = "together"
    _step_to(name, 0)


def _step_to(name: str, at: int) -> None:
    st.session_state[GOING_ON] = (name, at)


def _stop(tab: str = "together") -> None:
    st.session_state.pop(GOING_ON, None)
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
    _buttons(exercise, at)


def _buttons(exercise: Exercise, at: int) -> None:
    with st.container(horizontal=True):
        back = {"disabled": at == 0, "on_click": _step_to, "args": (exercise.name, at - 1)}
        st.button(t("exercises.back"), key="exercise_back", icon=":material/arrow_back:", **back)
        st.button(
            t("exercises.next"),
            key="exercise_next",
            icon=":material/arrow_forward:",
            on_click=_step_to,
            args=(exercise.name, at + 1),
        )
        st.space("stretch")
        st.button(t("exercises.stop"), key="exercise_stop", type="tertiary", on_click=_stop)


def _keep(scene: Scene, exercise: Exercise, at: int) -> None:
    """What the group said, to be kept or to be changed once more."""
    told = exercise.told(scene)
    st.markdown(f"**{t(f'exercises.{exercise.name}')}**")
    st.markdown(t("exercises.check") if told else t("exercises.nothing"))
    listed(told)
    with st.container(horizontal=True):
        st.button(
            t("exercises.back"),
            key="exercise_back",
            icon=":material/arrow_back:",
            on_click=_step_to,
            args=(exercise.name, at - 1),
        )
        st.button(
            t("exercises.keep"),
            key="exercise_keep",
            icon=":material/check:",
            disabled=not told,
            on_click=_land,
            args=(scene, exercise, at),
        )
        st.space("stretch")
        st.button(t("exercises.stop"), key="exercise_stop", type="tertiary", on_click=_stop)


def _land(scene: Scene, exercise: Exercise, at: int) -> None:
    if controls.do(lambda: exercise.act(scene)):
        _step_to(exercise.name, at + 1)


def _kept(exercise: Exercise, first: int) -> None:
    st.markdown(t("exercises.kept", tab=t(f"conditions_tabs.{exercise.tab}")))
    with st.container(horizontal=True):
        again = {"on_click": _again, "args": (exercise, first)}
        st.button(t("exercises.again"), key="exercise_again", icon=":material/replay:", **again)
        st.button(t("exercises.look"), key="exercise_look", on_click=_stop, args=(exercise.tab,))
        st.space("stretch")
        st.button(t("exercises.done"), key="exercise_done", type="tertiary", on_click=_stop)


def _again(exercise: Exercise, first: int) -> None:
    forget()
    _step_to(exercise.name, first)
