"""The rules of the web and the room between them: what each protects, whom it hinders, what we may try."""

import streamlit as st

from coprod_core.commands import AddRule, ChangeRule
from coprod_core.conditions.acts import ChangeRuleRoom
from coprod_core.ids import new_id
from coprod_core.model import Rule
from coprod_ui import controls, sentences
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene, heading, listed
from coprod_ui.conditions_view.together import offer
from coprod_ui.inspector.rules import force_steps
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import t

FIELDS = (("protects", "hinders"), ("room", "try_out"))
NEW = "new_rule_name"


def draw(scene: Scene) -> None:
    """Draws one rule to talk about, and what all rules leave to try."""
    side, middle = st.columns([1, 2], gap="large")
    names = {rule.id: rule.name for rule in scene.web.rules}
    with side:
        chosen = controls.one_of(t("rule_room.rule"), names, key="rule_room_of") if names else None
        if chosen:
            _strength(scene, scene.web.rule_by_id[chosen])
        new = st.text_input(t("rule_room.new"), key=NEW, max_chars=200, persist_state="session")
        privacy_note(new)
        asking.adding(t("rule_room.add"), _added, key="rule_add", said=(NEW,))
        if names:
            offer("rules")
    with middle:
        if chosen is None:
            st.markdown(t("rule_room.none"))
            return
        _room(scene, chosen)
        _to_try(scene)


def _added() -> AddRule:
    rule = Rule(new_id("r"), st.session_state[NEW].strip())
    st.session_state["rule_room_of"] = rule.id
    return AddRule(rule)


def _strength(scene: Scene, rule: Rule) -> None:
    """What stands with the rule in the web, where it can be changed too."""

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeRule(rule.id, {field: value})

    steps = force_steps(scene.web.conventions)
    controls.levels(t("rules.force"), rule.force, steps, change("force"), key=f"rule_room_force_{rule.id}")
    controls.levels(
        t("rule_room.how_much"),
        rule.discretion,
        sentences.room_steps(scene.words),
        change("discretion"),
        key=f"rule_room_discretion_{rule.id}",
        help=t("rules.discretion_help"),
    )
    for line in sentences.rule_in_web(rule, scene.web, scene.words):
        st.markdown(line)


def _room(scene: Scene, rule: str) -> None:
    held = scene.conditions.rule_room(rule)
    for row in FIELDS:
        for column, field in zip(st.columns(2), row, strict=True):
            with column:
                asking.words_of(
                    t(f"rule_room.{field}"),
                    getattr(held, field),
                    lambda text, field=field: ChangeRuleRoom(rule, {field: text}),
                    key=f"rule_room_{field}_{rule}",
                    placeholder=t("rule_room.no_names") if field == "hinders" else None,
                )


def _to_try(scene: Scene) -> None:
    told = sentences.to_try(scene.conditions, scene.web, scene.words)
    if told:
        heading("rule_room.all_to_try")
        listed(told)
