"""What an exercise is made of, and the fields that its steps ask for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from coprod_core.acts.history import Act
from coprod_ui.meeting import drafts
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.widgets.privacy_note import privacy_note

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

KIND = "exercise"
"""The kind of draft in which a round of an exercise is written."""


def said(field: str, otherwise: Any = "") -> Any:
    """What was filled in in a field; text without white space around it."""
    value = drafts.of(KIND).get(field, otherwise)
    return value.strip() if isinstance(value, str) else value


def begin(name: str, at: int) -> None:
    """Begins a round of an exercise at a step, with every field empty."""
    drafts.begin(KIND, name=name, at=at)


def going_on() -> tuple[str | None, int]:
    """Which exercise is going on in this meeting, None for none, and at which step: 0 and up."""
    return said("name", None), said("at", 0)


def step_to(at: int) -> None:
    """Goes to another step of the exercise that is going on."""
    drafts.of(KIND).put(at=at)


def stop() -> None:
    """Ends the exercise; what was filled in and not kept goes with it."""
    drafts.of(KIND).close()


def text(label: str, field: str, already: str = "") -> None:
    """A few lines of the group's own words; `already`: what was said before."""
    privacy_note(drafts.of(KIND).field(st.text_area, label, field, already, height=110))


def line(label: str, field: str) -> None:
    """A word or a short line."""
    privacy_note(drafts.of(KIND).field(st.text_input, label, field, max_chars=200))


def one_of(label: str, names: Mapping[Any, str], field: str, first: Any = None) -> None:
    """A choice among a few things; `first` until the group chooses another."""
    drafts.of(KIND).choice(st.radio, label, names, field, first)
