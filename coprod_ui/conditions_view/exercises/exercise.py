"""What an exercise is made of, and the fields that its steps ask for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from coprod_core.history import Act
from coprod_ui.conditions_view.scene import Scene
from coprod_ui.privacy_note import privacy_note

Field = Callable[[Scene], None]
Params = Callable[[Scene], dict[str, str]]


def _nothing(scene: Scene) -> dict[str, str]:
    return {}


@dataclass(frozen=True)
class Step:
    """One thing to do with the group: what to say to it is `exercise_say.` + `name`, filled in with `params`.

    `minutes`: how long it takes, about. `field`: draws the one thing to fill in; None when there is nothing.
    """

    name: str
    minutes: int
    field: Field | None = None
    params: Params = _nothing


@dataclass(frozen=True)
class Exercise:
    """An exercise for 2 to 30 people.

    `steps`: what to do, for a web as it is now. `round`: the name of the step with which another round begins.
    `told`: what was filled in, in sentences. `act`: what lands in the conditions; it raises `CoprodError` when nothing
    was said. `tab`: where on the screen it lands. `lacks`: the key of what to do first, None when it can begin.
    """

    name: str
    steps: Callable[[Scene], Sequence[Step]]
    round: str
    told: Callable[[Scene], list[str]]
    act: Callable[[Scene], Act]
    tab: str
    lacks: Callable[[Scene], str | None]


def minutes(exercise: Exercise, scene: Scene) -> int:
    """How long one round takes, about."""
    return sum(step.minutes for step in exercise.steps(scene))


# -- what was filled in -----------------------------------------------------------------------------------------------

_PREFIX = "exercise_said_"


def key_of(field: str) -> str:
    return f"{_PREFIX}{field}"


def said(field: str, otherwise: Any = "") -> Any:
    """What was filled in in a field; text without white space around it."""
    value = st.session_state.get(key_of(field), otherwise)
    return value.strip() if isinstance(value, str) else value


def forget() -> None:
    """Makes every field empty, for another round."""
    for key in [key for key in st.session_state if str(key).startswith(_PREFIX)]:
        del st.session_state[key]


def text(label: str, field: str, already: str = "") -> None:
    """A few lines of the group's own words; `already`: what was said before."""
    st.session_state.setdefault(key_of(field), already)
    value = st.text_area(label, key=key_of(field), height=110, persist_state="session")
    privacy_note(value)


def line(label: str, field: str) -> None:
    """A word or a short line."""
    value = st.text_input(label, key=key_of(field), max_chars=200, persist_state="session")
    privacy_note(value)


def one_of(label: str, names: Mapping[Any, str], field: str, first: Any = None) -> None:
    """A choice among a few things; `first` until the group chooses another."""
    key = key_of(field)
    if st.session_state.get(key) not in names:
        st.session_state[key] = next(iter(names)) if first is None else first
    st.radio(
        label,
        list(names),
        format_func=lambda id_: names.get(id_, ""),
        key=key,
        persist_state="session",
    )
