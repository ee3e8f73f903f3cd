"""The plans: what each would do for every interest, whether it can be done, whether it is ruled out."""

import streamlit as st

from coprod_core.commands import AddOption, ChangeOption, RemoveOption
from coprod_core.model import Option, Web
from coprod_ui import controls
from coprod_ui.inspector.chooser import chooser
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import literal, t


def effect_steps() -> list[tuple[float, str]]:
    """How well a plan serves an interest, in words."""
    named = ((-1.0, "harms_much"), (-0.5, "harms"), (0.0, "none"), (0.5, "serves"), (1.0, "serves_much"))
    return [(level, t(f"effects.{name}")) for level, name in named]


def plans_panel(web: Web) -> None:
    """Draws the plan that is chosen."""
    plan = chooser("plan", web.options, "o", lambda id_, name: AddOption(Option(id_, name)))
    if plan is not None:
        _plan(web, plan)


def _plan(web: Web, plan: Option) -> None:
    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeOption(plan.id, {field: value})

    controls.text(t("inspector.name"), plan.name, change("name"), key=f"name_{plan.id}", max_chars=200)
    privacy_note(plan.name)
    controls.slider(
        t("plans.feasibility"),
        plan.feasibility,
        change("feasibility"),
        key=f"feasibility_{plan.id}",
        help=t("plans.feasibility_help"),
    )
    controls.controlled(
        st.toggle,
        t("plans.barred"),
        plan.barred,
        change("barred"),
        key=f"barred_{plan.id}",
        help=t("plans.barred_help"),
    )
    st.markdown(f"**{t('plans.effects')}**")
    for interest in web.interests:
        controls.levels(
            literal(interest.name),
            plan.effects.get(interest.id, 0.0),
            effect_steps(),
            lambda level, id_=interest.id: ChangeOption(plan.id, {"effects": {**plan.effects, id_: level}}),
            key=f"effect_{plan.id}_{interest.id}",
        )
    controls.notes(plan.notes, change("notes"), key=f"notes_{plan.id}")
    controls.act_button(
        t("plans.remove", name=literal(plan.name)),
        lambda: RemoveOption(plan.id),
        key=f"remove_{plan.id}",
        icon=":material/delete:",
    )
