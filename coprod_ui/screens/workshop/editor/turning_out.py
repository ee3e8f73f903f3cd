"""How a card turns out for groups that chose otherwise, and who reads it aloud."""

import streamlit as st

from coprod_core.workshop.editing import with_step, with_variant
from coprod_core.workshop.values import MOST_WAYS, OWN, Choose, Event, Variant, When
from coprod_core.workshop.whole import Workshop
from coprod_ui.screens.workshop.editor import acting
from coprod_ui.screens.workshop.editor.changing import Change
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.words import t
from coprod_ui.words.told_apart import told_apart
from coprod_ui.workshop.text import letter

_SIGN = "|"  # which stands in no id


def draw(workshop: Workshop, place: int, change: Change) -> None:
    """Draws who reads the card, and each variant of it."""
    step = workshop.steps[place]
    assert isinstance(step, Event)
    _readers(workshop, step, place, change)
    known = _choices(workshop, place)
    if not known:
        return
    for number, variant in enumerate(step.variants):
        with st.container(border=True, gap="xsmall", key=f"workshop_variant_{step.id}_{number}"):
            _variant(workshop, place, number, variant, known, change)
    button(
        t("workshop_fields.add_variant"),
        change,
        lambda draft: _with_one_more(draft, place, next(iter(known))),
        key=f"workshop_variant_add_{step.id}",
        icon="add",
        disabled=len(step.variants) >= MOST_WAYS,
    )


def _readers(workshop: Workshop, step: Event, place: int, change: Change) -> None:
    if workshop.roles:
        names = told_apart({card.id: card.name for card in workshop.roles})
        controls.shown(
            st.multiselect,
            t("workshop_fields.to"),
            list(step.to),
            lambda ids: change(lambda draft: with_step(draft, place, {"to": tuple(ids)})),
            key=f"workshop_field_{step.id}_to",
            options=list(names),
            format_func=lambda id_: names.get(id_, ""),
            placeholder=t("join.choose"),
        )


def _choices(workshop: Workshop, place: int) -> dict[str, str]:
    """Every way out of every choice before a card, in words."""
    found = {}
    for step in workshop.steps[:place]:
        if isinstance(step, Choose):
            ways = [*((way.id, way.text) for way in step.ways), (OWN, t("own_way.other"))]
            for i, (way, text) in enumerate(ways):
                found[f"{step.id}{_SIGN}{way}"] = f"{step.heading} {letter(i)}: {text}"
    return found


def _when(chosen: str) -> When:
    step, _, way = chosen.partition(_SIGN)
    return When(step, way)


def _with_one_more(workshop: Workshop, place: int, first: str) -> Workshop:
    step = workshop.steps[place]
    assert isinstance(step, Event)
    return with_step(workshop, place, {"variants": (*step.variants, Variant(_when(first)))})


def _without(workshop: Workshop, place: int, number: int) -> Workshop:
    step = workshop.steps[place]
    assert isinstance(step, Event)
    return with_step(workshop, place, {"variants": step.variants[:number] + step.variants[number + 1 :]})


def _variant(
    workshop: Workshop, place: int, number: int, variant: Variant, known: dict[str, str], change: Change
) -> None:
    step = workshop.steps[place]
    controls.shown(
        st.selectbox,
        t("workshop_fields.when"),
        f"{variant.when.step}{_SIGN}{variant.when.way}",
        lambda chosen: change(lambda draft: with_variant(draft, place, number, {"when": _when(chosen)})),
        key=f"workshop_variant_when_{step.id}_{number}",
        options=list(known),
        format_func=lambda id_: known.get(id_, ""),
        filter_mode=None,
    )
    controls.shown(
        st.text_area,
        t("workshop_fields.variant_text"),
        variant.text,
        lambda text: change(lambda draft: with_variant(draft, place, number, {"text": text})),
        key=f"workshop_variant_text_{step.id}_{number}",
        height=80,
    )
    target = acting.acts(workshop, place, str(number), change)
    with st.container(horizontal=True):
        acting.add_act(target)
        button(
            t("workshop_editor.remove"),
            change,
            lambda draft: _without(draft, place, number),
            key=f"workshop_variant_remove_{step.id}_{number}",
            icon="delete",
        )
