"""Where a way out leads: the role it takes, the plan it names, and which choice of an own dilemma it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from coprod_core.workshop.editing import with_step, with_way
from coprod_core.workshop.values import Choose, Way, WayRole
from coprod_core.workshop.whole import Workshop
from coprod_ui.screens.workshop.editor.changing import Change
from coprod_ui.widgets import controls
from coprod_ui.words import t
from coprod_ui.words.told_apart import told_apart


def way(workshop: Workshop, place: int, each: Way, change: Change) -> None:
    """Draws the role and the plan of a way out."""
    none = t("workshop_fields.none")
    roles = {role.value: t(f"roles_short.{role}") if role else none for role in WayRole}
    there = workshop.webs_found({})[place]
    plans = told_apart({"": none, **{plan.id: plan.name for plan in there.options}})
    left, right = st.columns(2)
    with left:
        _one(workshop.steps[place].id, place, each, "role", roles, change)
    with right:
        _one(workshop.steps[place].id, place, each, "plan", plans, change)


def dilemma(workshop: Workshop, place: int, step: Choose, change: Change) -> None:
    """Draws the own dilemma a choice is about, where the web has any, and which of its choices each way out is."""
    if not workshop.web.dilemmas:
        return
    none = t("workshop_fields.none")
    asked = told_apart({"": none, **{held.id: held.question for held in workshop.web.dilemmas}})
    _chosen(
        t("workshop_fields.dilemma"),
        step.dilemma,
        lambda id_: change(lambda draft: _about(draft, place, step, id_)),
        f"workshop_dilemma_{step.id}",
        asked,
    )
    held = workshop.web.dilemma_by_id.get(step.dilemma)
    if held is not None:
        choices = told_apart({"": none, **{way.id: way.text for way in held.ways}})
        for each in step.ways:
            _dilemma_way(step.id, place, each, choices, change)


def _about(workshop: Workshop, place: int, step: Choose, dilemma: str) -> Workshop:
    """The same choice about another dilemma, of which no way out is a choice yet."""
    ways = tuple(replace(way, dilemma_way="") for way in step.ways)
    return with_step(workshop, place, {"dilemma": dilemma, "ways": ways})


def _dilemma_way(step: str, place: int, each: Way, choices: Mapping[str, str], change: Change) -> None:
    _chosen(
        t("workshop_fields.dilemma_way", way=each.text),
        each.dilemma_way,
        lambda value: change(lambda draft: with_way(draft, place, each.id, {"dilemma_way": value})),
        f"workshop_dilemma_way_{step}_{each.id}",
        choices,
    )


def _one(step: str, place: int, each: Way, name: str, names: Mapping[str, str], change: Change) -> None:
    _chosen(
        t(f"workshop_fields.way_{name}"),
        str(getattr(each, name)),
        lambda value: change(lambda draft: with_way(draft, place, each.id, {name: value})),
        f"workshop_way_{name}_{step}_{each.id}",
        names,
    )


def _chosen(label: str, value: str, chosen: Callable[[str], object], key: str, names: Mapping[str, str]) -> None:
    controls.shown(
        st.selectbox,
        label,
        value,
        chosen,
        key=key,
        options=list(names),
        format_func=lambda id_: names.get(id_, ""),
        filter_mode=None,
    )
