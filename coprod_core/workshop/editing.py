"""Changing a workshop. Every function gives a new workshop, or raises `InvalidValue` and changes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coprod_core.acts.command import Command
from coprod_core.workshop.values import Choose, Debrief, Event, Step, Way
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


def acts_of(step: Step, part: str) -> tuple[Command, ...]:
    """The acts of a card (`part`: empty), of a variant of it (its place), or of a way out of a choice (its id)."""
    if isinstance(step, Event):
        return step.variants[int(part)].acts if part else step.acts
    return next((each.acts for each in step.ways if each.id == part), ()) if isinstance(step, Choose) else ()


def with_acts(workshop: Workshop, place: int, part: str, acts: tuple[Command, ...]) -> Workshop:
    """With other acts on a card, in one of its variants, or in one way out of a choice."""
    step = workshop.steps[place]
    if isinstance(step, Choose):
        return with_way(workshop, place, part, {"acts": acts})
    if part:
        return with_variant(workshop, place, int(part), {"acts": acts})
    return with_step(workshop, place, {"acts": acts})


def with_way(workshop: Workshop, place: int, way: str, changes: Mapping[str, Any]) -> Workshop:
    """With other values in some fields of a way out."""
    step = workshop.steps[place]
    assert isinstance(step, Choose)
    return with_step(workshop, place, {"ways": _with_way(step, way, changes)})


def with_variant(workshop: Workshop, place: int, number: int, changes: Mapping[str, Any]) -> Workshop:
    """With other values in some fields of a variant of a card."""
    step = workshop.steps[place]
    assert isinstance(step, Event)
    held = list(step.variants)
    held[number] = replace(held[number], **changes)
    return with_step(workshop, place, {"variants": tuple(held)})


def with_beat(workshop: Workshop, place: int, number: int, changes: Mapping[str, Any]) -> Workshop:
    """With other values in some fields of a beat of a debrief, whose minutes follow."""
    step = workshop.steps[place]
    assert isinstance(step, Debrief)
    held = list(step.beats)
    held[number] = replace(held[number], **changes)
    return with_step(workshop, place, {"beats": tuple(held), "minutes": sum(beat.minutes for beat in held)})


def with_card(workshop: Workshop, card: str, changes: Mapping[str, Any]) -> Workshop:
    """With other values in some fields of a role card."""
    held = tuple(replace(each, **changes) if each.id == card else each for each in workshop.roles)
    return replace(workshop, roles=held)


def _with_way(step: Choose, way: str, changes: Mapping[str, Any]) -> tuple[Way, ...]:
    return tuple(replace(each, **changes) if each.id == way else each for each in step.ways)
