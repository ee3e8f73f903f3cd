"""The rules: how strong, how much room between them, whom each protects and whose interest it hinders."""

from collections.abc import Mapping

import streamlit as st

from coprod_core.commands import AddRule, ChangeRule, RemoveRule
from coprod_core.conventions import Conventions
from coprod_core.model import Rule, Web
from coprod_ui import controls
from coprod_ui.inspector.chooser import chooser
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import literal, t


def force_steps(conventions: Conventions) -> list[tuple[float, str]]:
    """How strong a rule is, in words, at the levels of the meeting."""
    named = zip(conventions.forces, ("habit", "council_rule", "law"), strict=True)
    return [(level, t(f"force.{name}")) for level, name in named]


def share_steps() -> list[tuple[float, str]]:
    """How strongly a rule guards or blocks an interest, in words."""
    return [
        (level, t(f"levels.{name}")) for level, name in ((0.0, "none"), (0.3, "little"), (0.6, "much"), (1.0, "most"))
    ]


def rules_panel(web: Web) -> None:
    """Draws the rule that is chosen."""
    rule = chooser("rule", web.rules, "r", lambda id_, name: AddRule(Rule(id_, name)))
    if rule is not None:
        _rule(web, rule)


def _rule(web: Web, rule: Rule) -> None:
    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeRule(rule.id, {field: value})

    controls.text(t("inspector.name"), rule.name, change("name"), key=f"name_{rule.id}", max_chars=200)
    privacy_note(rule.name)
    steps = force_steps(web.conventions)
    controls.levels(t("rules.force"), rule.force, steps, change("force"), key=f"force_{rule.id}")
    controls.slider(
        t("rules.discretion"),
        rule.discretion,
        change("discretion"),
        key=f"discretion_{rule.id}",
        help=t("rules.discretion_help"),
    )
    _levels(web, rule, "protects", rule.protects)
    _levels(web, rule, "hinders", rule.hinders)
    controls.notes(rule.notes, change("notes"), key=f"notes_{rule.id}")
    controls.act_button(
        t("rules.remove", name=literal(rule.name)),
        lambda: RemoveRule(rule.id),
        key=f"remove_{rule.id}",
        icon=":material/delete:",
    )


def _levels(web: Web, rule: Rule, field: str, levels: Mapping[str, float]) -> None:
    st.markdown(f"**{t(f'rules.{field}')}**")
    for interest in web.interests:
        controls.levels(
            literal(interest.name),
            levels.get(interest.id, 0.0),
            share_steps(),
            lambda level, id_=interest.id: ChangeRule(rule.id, {field: {**levels, id_: level}}),
            key=f"{field}_{rule.id}_{interest.id}",
        )
