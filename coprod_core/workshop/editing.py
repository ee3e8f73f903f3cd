"""Changing a workshop. Every function gives a new workshop, or raises `InvalidValue` and changes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coprod_core.acts.command import Command
from coprod_core.workshop.values import Choose, Event, Step, Way
from coprod_core.workshop.whole import Workshop


def with_step(workshop: Workshop, place: int, changes: Mapping[str, Any]) -> Workshop:
    """With other values in some fields of the step at a place."""
    changed = replace(workshop.steps[place], **changes)
    return replace(workshop, steps=(*workshop.steps[:place], changed, *workshop.steps[place + 1 :]))


def added(workshop: Workshop, step: Step, place: int) -> Workshop:
    """With one step more, at a place."""
    return replace(workshop, steps=(*workshop.steps[:place], step, *workshop.steps[place:]))


def removed(workshop: Workshop, place: int) -> Workshop:
    """Without the step at a place."""
    return replace(workshop, steps=(*workshop.steps[:place], *workshop.steps[place + 1 :]))


def moved(workshop: Workshop, place: int, further: int) -> Workshop:
    """With the step at a place so many places further on (below 0: back), at most at an end."""
    steps = list(workshop.steps)
    step = steps.pop(place)
    steps.insert(max(0, min(place + further, len(steps))), step)
    return replace(workshop, steps=tuple(steps))


def acts_of(step: Step, way: str) -> tuple[Command, ...]:
    """The acts of a card, or of one way out of a choice; none for any other step."""
    if isinstance(step, Event):
        return step.acts
    return next((each.acts for each in step.ways if each.id == way), ()) if isinstance(step, Choose) else ()


def with_acts(workshop: Workshop, place: int, way: str, acts: tuple[Command, ...]) -> Workshop:
    """With other acts on a card, or in one way out of a choice."""
    step = workshop.steps[place]
    if isinstance(step, Choose):
        return with_step(workshop, place, {"ways": _with_way(step, way, {"acts": acts})})
    return with_step(workshop, place, {"acts": acts})


def with_way(workshop: Workshop, place: int, way: str, text: str) -> Workshop:
    """With other words for a way out."""
    step = workshop.steps[place]
    assert isinstance(step, Choose)
    return with_step(workshop, place, {"ways": _with_way(step, way, {"text": text})})


def _with_way(step: Choose, way: str, changes: Mapping[str, Any]) -> tuple[Way, ...]:
    return tuple(replace(each, **changes) if each.id == way else each for each in step.ways)
