"""Where a way out leads: the role it takes and the plan it names."""

from collections.abc import Mapping

import streamlit as st

from coprod_core.workshop.editing import with_way
from coprod_core.workshop.values import Way, WayRole
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


def _one(step: str, place: int, each: Way, name: str, names: Mapping[str, str], change: Change) -> None:
    controls.shown(
        st.selectbox,
        t(f"workshop_fields.way_{name}"),
        str(getattr(each, name)),
        lambda value: change(lambda draft: with_way(draft, place, each.id, {name: value})),
        key=f"workshop_way_{name}_{step}_{each.id}",
        options=list(names),
        format_func=lambda id_: names.get(id_, ""),
        filter_mode=None,
    )
