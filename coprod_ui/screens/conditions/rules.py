"""The rules of the web and the room between them: what each protects, whom it hinders, what we may try."""

from functools import partial

import streamlit as st

from coprod_core.acts.commands import AddRule, ChangeRule
from coprod_core.acts.conditions import ChangeRuleRoom
from coprod_core.acts.ids import new_id
from coprod_core.web.model import Rule
from coprod_ui.forms.conditions import RULE_IN_WEB, RULE_ROOM
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.conditions import asking
from coprod_ui.screens.conditions.scene import Scene, heading
from coprod_ui.screens.conditions.together import offer
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.widgets import controls, form
from coprod_ui.widgets.lines import listed
from coprod_ui.words import t


def draw(scene: Scene) -> None:
    """Draws one rule to talk about, and what all rules leave to try."""
    side, middle = st.columns([1, 2], gap="large")
    names = {rule.id: rule.name for rule in scene.web.rules}
    with side:
        chosen = controls.one_of(t("rule_room.rule"), names, key="rule_room_of") if names else None
        if chosen:
            _strength(scene, scene.web.rule_by_id[chosen])
        draft = drafts.of("rule")
        asking.named(draft, t("rule_room.new"))
        asking.adding(t("rule_room.add"), partial(_added, draft), draft, "name", key="rule_add")
        if names:
            offer("rules")
    with middle:
        if chosen is None:
            st.markdown(t("rule_room.none"))
            return
        _room(scene, chosen)
        _to_try(scene)


def _added(draft: Draft) -> AddRule:
    rule = Rule(new_id("r"), draft.text("name"))
    st.session_state[current.of_this("rule_room_of")] = rule.id
    return AddRule(rule)


def _strength(scene: Scene, rule: Rule) -> None:
    """What stands with the rule in the web, where it can be changed too."""

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeRule(rule.id, {field: value})

    form.draw(RULE_IN_WEB, rule, change, scene.web, rule.id)
    for line in say_conditions.rule_in_web(rule, scene.web, scene.words):
        st.markdown(line)


def _room(scene: Scene, rule: str) -> None:
    def change(field: str) -> controls.ActOf:
        return lambda text: ChangeRuleRoom(rule, {field: text})

    held = scene.conditions.rule_room(rule)
    form.rows(RULE_ROOM, held, lambda name: lambda text: ChangeRuleRoom(rule, {name: text}), scene.web, rule)


def _to_try(scene: Scene) -> None:
    told = say_conditions.to_try(scene.conditions, scene.web, scene.words)
    if told:
        heading("rule_room.all_to_try")
        listed(told)
