"""The fields of one step of a workshop that is being written."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.model import Actor, Interest, Rule, Web
from coprod_core.workshop.checking import answers_to
from coprod_core.workshop.editing import with_step
from coprod_core.workshop.values import (
    MOST_WAYS,
    PICTURES,
    Asked,
    Choose,
    Debrief,
    Event,
    Guess,
    Place,
    Predict,
    Reading,
    Reveal,
    ShowReadings,
    Step,
)
from coprod_core.workshop.whole import Workshop
from coprod_ui.screens.workshop.editor import acting, beats, cards, leading, turning_out
from coprod_ui.screens.workshop.editor.changing import Change
from coprod_ui.widgets import controls
from coprod_ui.words import current_words, t
from coprod_ui.words.told_apart import told_apart


def draw(workshop: Workshop, place: int, change: Change) -> None:
    """Draws every field of the step at a place; each change goes to the draft at once."""
    step = workshop.steps[place]
    st.markdown(f":gray[{t(f'workshop_kinds.{step.kind}')}]")
    heading, minutes = st.columns([4, 1])
    with heading:
        _field(st.text_input, step, place, "heading", change, max_chars=LONGEST_NAME)
    with minutes:
        low = min(0.5, float(step.minutes))
        fixed = isinstance(step, Debrief)  # what its beats take together
        _field(
            st.number_input,
            step,
            place,
            "minutes",
            change,
            min_value=low,
            max_value=240.0,
            step=1.0,
            format="%g",
            disabled=fixed,
        )
    _field(st.checkbox, step, place, "optional", change)
    _field(st.text_area, step, place, "text", change, height=100)
    further = _DRAWN.get(step.kind)
    if further is not None:
        further(workshop, place, change)
    questions, notes = st.columns(2)
    with questions:
        _lines(step, place, change)
    with notes:
        _field(st.text_area, step, place, "notes", change, height=100)


def _field(widget: Callable[..., Any], step: Step, place: int, name: str, change: Change, /, **options: Any) -> None:
    controls.shown(
        widget,
        t(f"workshop_editor.{name}"),
        float(step.minutes) if name == "minutes" else getattr(step, name),
        lambda value: _set(change, place, name, value),
        key=f"workshop_field_{step.id}_{name}",
        **options,
    )


def _set(change: Change, place: int, name: str, value: Any) -> bool:
    return change(lambda workshop: with_step(workshop, place, {name: value}))


def _lines(step: Step, place: int, change: Change) -> None:
    """Questions, one on a line."""
    controls.shown(
        st.text_area,
        t("workshop_editor.questions"),
        "\n".join(step.questions),
        lambda text: _set(change, place, "questions", lines_of(text)),
        key=f"workshop_field_{step.id}_questions",
        height=100,
    )


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


# -- per kind -------------------------------------------------------------------------------------------------------


def _several(
    step: Step, place: int, name: str, names: Mapping[str, str], change: Change, chosen: list[str], **options: Any
) -> None:
    names = told_apart(names)
    controls.shown(
        st.multiselect,
        t(f"workshop_editor.{name}"),
        chosen,
        lambda ids: _set(change, place, name, tuple(ids)),
        key=f"workshop_field_{step.id}_{name}",
        options=list(names),
        format_func=lambda id_: names.get(id_, ""),
        placeholder=t("join.choose"),
        **options,
    )


def _reveal(workshop: Workshop, place: int, change: Change) -> None:
    step = workshop.steps[place]
    assert isinstance(step, Reveal)
    st.markdown(f":gray[{t('workshop_editor.reveal_help')}]")
    for pair in (("actors", "interests"), ("options", "rules")):
        for column, name in zip(st.columns(2), pair, strict=True):
            names = {item.id: item.name for item in getattr(workshop.web, name)}
            with column:
                _several(step, place, name, names, change, list(getattr(step, name)))


def _readings(workshop: Workshop, place: int, change: Change) -> None:
    step = workshop.steps[place]
    assert isinstance(step, ShowReadings)
    names = {str(each): t(f"strip.{each}") for each in Reading}
    _several(step, place, "show", names, change, [str(each) for each in step.show])


def _place(workshop: Workshop, place: int, change: Change) -> None:
    step = workshop.steps[place]
    assert isinstance(step, Place)
    pictures = {picture: t(f"place_pictures.{picture}") for picture in PICTURES}
    controls.shown(
        st.selectbox,
        t("place_ask.picture"),
        step.picture,
        lambda picture: _set(change, place, "picture", picture),
        key=f"workshop_field_{step.id}_picture",
        options=list(pictures),
        format_func=lambda picture: pictures.get(picture, ""),
        filter_mode=None,
    )
    names = {actor.id: actor.name for actor in workshop.web.actors}
    _several(step, place, "parties", names, change, list(step.parties), help=t("place_ask.parties_help"))


def _predict(workshop: Workshop, place: int, change: Change) -> None:
    step = workshop.steps[place]
    assert isinstance(step, Predict)
    _field(st.text_input, step, place, "question", change, max_chars=LONGEST_NAME)
    asked = {str(each): t(f"workshop_asked.{each}") for each in Asked}
    controls.shown(
        st.selectbox,
        t("workshop_editor.asks"),
        str(step.asks),
        lambda asks: change(partial(_asking, place=place, asks=Asked(asks))),
        key=f"workshop_field_{step.id}_asks",
        options=list(asked),
        format_func=lambda each: asked.get(each, ""),
    )
    if step.asks == Asked.NAMED:
        _own_guesses(step, place, change)
        return
    if step.asks == Asked.WHO_LOSES:
        _plan_asked(workshop, step, place, change)
    names = names_of(step.asks, workshop.web)
    told = told_apart(names)
    controls.shown(
        st.multiselect,
        t("workshop_editor.guesses"),
        [guess.id for guess in step.guesses],
        lambda ids: _set(change, place, "guesses", tuple(Guess(id_, names[id_]) for id_ in ids)),
        key=f"workshop_field_{step.id}_guesses",
        options=list(names),
        format_func=lambda id_: told.get(id_, ""),
        max_selections=MOST_WAYS,
    )


def _plan_asked(workshop: Workshop, step: Predict, place: int, change: Change) -> None:
    plans = told_apart({plan.id: plan.name for plan in workshop.webs_found({})[place].options})
    controls.shown(
        st.selectbox,
        t("workshop_fields.asked_plan"),
        step.plan,
        lambda id_: _set(change, place, "plan", id_),
        key=f"workshop_field_{step.id}_plan",
        options=list(plans),
        format_func=lambda id_: plans.get(id_, ""),
        filter_mode=None,
    )


def names_of(asked: Asked, web: Web) -> dict[str, str]:
    """What a prediction can be about, by id, in the web's own order."""
    words = current_words()
    known = answers_to(asked, web) or frozenset()
    items: tuple[Interest | Actor | Rule, ...] = (*web.interests, *web.actors, *web.rules)
    things = {item.id: item.name for item in items}
    if asked == Asked.STRONGEST_DILEMMA:
        return {name: words.choice("dilemmas", name) for name in sorted(known)}
    return {id_: name for id_, name in things.items() if id_ in known}


def _asking(workshop: Workshop, place: int, asks: Asked) -> Workshop:
    """The same prediction about something else, with guesses to match."""
    if asks == Asked.NAMED:
        guesses = tuple(Guess(f"g{i}", t(f"workshop_sketch.guess_{name}")) for i, name in enumerate("ab"))
    else:
        names = names_of(asks, workshop.web)
        guesses = tuple(Guess(id_, name) for id_, name in list(names.items())[:MOST_WAYS])
    plans = workshop.webs_found({})[place].options if asks == Asked.WHO_LOSES else ()
    asked_plan = plans[0].id if plans else ""
    return with_step(workshop, place, {"asks": asks, "guesses": guesses, "answer": "", "plan": asked_plan})


def _own_guesses(step: Predict, place: int, change: Change) -> None:
    """Guesses of one's own, one on a line, and which of them is right."""

    def rewritten(text: str) -> bool:
        guesses = tuple(Guess(f"g{i}", line[:LONGEST_NAME]) for i, line in enumerate(lines_of(text)[:MOST_WAYS]))
        return change(lambda workshop: with_step(workshop, place, {"guesses": guesses, "answer": ""}))

    controls.shown(
        st.text_area,
        t("workshop_editor.own_guesses"),
        "\n".join(guess.text for guess in step.guesses),
        rewritten,
        key=f"workshop_field_{step.id}_guesses",
        height=100,
    )
    names = told_apart({"": t("workshop_editor.no_answer"), **{guess.id: guess.text for guess in step.guesses}})
    controls.shown(
        st.selectbox,
        t("workshop_editor.answer"),
        step.answer,
        lambda id_: _set(change, place, "answer", id_),
        key=f"workshop_field_{step.id}_answer",
        options=list(names),
        format_func=lambda id_: names.get(id_, ""),
    )


def _choose(workshop: Workshop, place: int, change: Change) -> None:
    step = workshop.steps[place]
    assert isinstance(step, Choose)
    leading.dilemma(workshop, place, step, change)
    for number, each in enumerate(step.ways):
        acting.way(workshop, place, each, number, change)
    acting.more_ways(step, place, change)


def _event(workshop: Workshop, place: int, change: Change) -> None:
    step = workshop.steps[place]
    assert isinstance(step, Event)
    acting.add_act(acting.acts(workshop, place, "", change))
    turning_out.draw(workshop, place, change)


def _roles(workshop: Workshop, place: int, change: Change) -> None:
    _reveal(workshop, place, change)
    cards.draw(workshop, change)


_DRAWN: Mapping[str, Callable[[Workshop, int, Change], None]] = {
    "reveal": _reveal,
    "readings": _readings,
    "predict": _predict,
    "place": _place,
    "choose": _choose,
    "event": _event,
    "roles": _roles,
    "debrief": beats.draw,
}
