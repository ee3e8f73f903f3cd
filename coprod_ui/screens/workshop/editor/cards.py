"""The role cards of a workshop that is being written."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from coprod_core.acts.ids import new_id
from coprod_core.workshop.editing import with_card
from coprod_core.workshop.roles import LONGEST_LINE, MOST_CARDS, RoleCard
from coprod_core.workshop.values import Event
from coprod_core.workshop.whole import Workshop
from coprod_ui.screens.workshop.editor.changing import Change
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.words import literal, t
from coprod_ui.words.told_apart import told_apart

LENGTHS = {"name": 80, "stake": 300, "line": LONGEST_LINE, "loses_line": LONGEST_LINE}


def draw(workshop: Workshop, change: Change) -> None:
    """Draws every card, folded, and a button that adds one."""
    st.markdown(f"##### {t('workshop_fields.cards')}")
    for card in workshop.roles:
        with st.expander(literal(card.name), key=f"workshop_card_{card.id}"):
            _card(workshop, card, change)
    button(
        t("workshop_fields.add_card"),
        change,
        _with_one_more,
        key="workshop_card_add",
        icon="add",
        disabled=len(workshop.roles) >= MOST_CARDS or not workshop.web.actors,
    )


def _with_one_more(workshop: Workshop) -> Workshop:
    """One card more, or the first two, for parties that have none first."""
    played = {card.actor for card in workshop.roles}
    actors = sorted(workshop.web.actors, key=lambda actor: actor.id in played)
    new = actors[: 1 if workshop.roles else 2]
    made = [RoleCard(new_id("card"), actor.id, actor.name[: LENGTHS["name"]]) for actor in new]
    if len(made) + len(workshop.roles) == 1:
        made.append(replace(made[0], id=new_id("card")))
    return replace(workshop, roles=(*workshop.roles, *made))


def _card(workshop: Workshop, card: RoleCard, change: Change) -> None:
    names = told_apart({actor.id: actor.name for actor in workshop.web.actors})
    who, name = st.columns(2)
    with who:
        _field(
            st.selectbox,
            card,
            "actor",
            change,
            options=list(names),
            format_func=lambda id_: names.get(id_, ""),
            filter_mode=None,
        )
    with name:
        _field(st.text_input, card, "name", change, max_chars=LENGTHS["name"])
    for field in ("stake", "line", "loses_line"):
        _field(st.text_input, card, field, change, max_chars=LENGTHS[field])
    with st.container(horizontal=True, vertical_alignment="center"):
        for flag in ("absent", "essential"):
            _field(st.checkbox, card, flag, change)
        button(
            t("workshop_editor.remove"),
            change,
            partial(_without, card.id),
            key=f"workshop_card_remove_{card.id}",
            icon="delete",
        )


def _without(card: str, workshop: Workshop) -> Workshop:
    """Without a card; of two none is left, as nobody plays alone."""
    left = tuple(each for each in workshop.roles if each.id != card)
    kept = left if len(left) > 1 else ()
    steps = tuple(
        replace(step, to=tuple(id_ for id_ in step.to if id_ in {each.id for each in kept}))
        if isinstance(step, Event)
        else step
        for step in workshop.steps
    )
    return replace(workshop, roles=kept, steps=steps)


def _field(widget: Callable[..., Any], card: RoleCard, name: str, change: Change, /, **options: Any) -> None:
    controls.shown(
        widget,
        t(f"workshop_fields.card_{name}"),
        getattr(card, name),
        lambda value: change(lambda draft: with_card(draft, card.id, {name: value})),
        key=f"workshop_card_{card.id}_{name}",
        **options,
    )
