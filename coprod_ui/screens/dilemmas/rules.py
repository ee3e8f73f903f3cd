"""Follow the rules or deviate: each rule as a balance; its numbers, its source and what would tip it behind "more"."""

import streamlit as st

from coprod_core.acts.commands import AddOption
from coprod_core.acts.ids import new_id
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.indicators.dilemma_tipping import tipping_rule
from coprod_core.web.model import Option
from coprod_ui.charts import small as pictures
from coprod_ui.charts.dilemma_scenes.drawn import Place
from coprod_ui.charts.dilemma_scenes.rules import rules_scene
from coprod_ui.charts.dilemmas import rules_chart
from coprod_ui.charts.parties import clash_chart
from coprod_ui.charts.tipping import dials_chart
from coprod_ui.meeting import drafts
from coprod_ui.screens.dilemmas.scene import Scene, stronger
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import tipping as say_tipping
from coprod_ui.sentences import undefined as say_undefined
from coprod_ui.widgets import controls, explain
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import literal, t


def first(scene: Scene) -> None:
    """Each rule as a balance, the room between, a third plan, and organisations that clash."""
    st.html(rules_scene(scene.readings, scene.web, scene.words, Place(scene.dark)))


def third_plan() -> None:
    """Folds out to a field in which a plan is named that protects without breaking the rule; naming it adds it."""
    with st.popover(t("say_rule.third_named"), icon=":material/add:", key="third_plan"):
        draft = drafts.of("third_plan")

        def add() -> None:
            name, id_ = draft.text("name"), new_id("o")
            if name and controls.do(lambda: AddOption(Option(id_, name))):
                draft.close()

        draft.field(st.text_input, t("say_rule.third_asked"), "name", max_chars=LONGEST_NAME, then=add)
        st.markdown(f":gray[{t('say_rule.third_next')}]")


def balances(scene: Scene) -> None:
    """All rules side by side, and one with its numbers."""
    reading, (web, words, digits, _) = scene.reading, scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        st.markdown(say_dilemmas.rules_sentences(scene.readings, web, words, digits)[0])
        stronger(scene)
    with picture:
        if reading is None:
            return
        _one_rule(scene)
        if len(web.rules) > 1:
            figure("rules", rules_chart(reading, *scene.shown))


def _one_rule(scene: Scene) -> None:
    reading, (web, words, digits, dark) = scene.reading, scene.shown
    names = {rule.id: rule.name for rule in web.rules}
    if len(names) > 1:
        rule = controls.one_of(t("dilemma_screen.rule"), names, key="read_rule", first=reading.strongest)
    else:
        rule = reading.strongest
        st.markdown(f"**{literal(web.rules[0].name)}**")
    st.html(pictures.rule_see_saw(reading.rules[rule], words, dark, digits, pictures.SCREEN))
    st.markdown(say_dilemmas.rule_balance(scene.readings, web, rule, words, digits))
    st.markdown(t("say_rules.protects_whom"))
    explain.menu(scene.readings, "rules.rule_tension", "rules.follow", "rules.deviate", about=(rule,))


def source(scene: Scene) -> None:
    """The clashes between organisations that rules come from; those between all parties on request."""
    readings, (web, words, _, _) = scene.readings, scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        st.markdown(f"##### {t('dilemma_screen.clashes')}")
        listed(say_dilemmas.clashes_between_organisations(readings, web, words))
        everyone = st.toggle(t("dilemma_screen.clash_everyone"), key="clash_everyone", persist_state="session")
    with picture:
        st.markdown(f"##### {t('dilemma_screen.clash')}")
        figure("clash", clash_chart(readings, *scene.shown, everyone))
        explain.menu(readings, "clash.clash", "clash.accord")


def tips(scene: Scene) -> None:
    """From which room another rule is the strongest, and from which force deviating weighs as much as following."""
    readings, (web, words, digits, dark) = scene.readings, scene.shown
    if readings.rules is None:
        st.markdown(say_undefined.undefined(readings, "rules", words))
        return
    found = tipping_rule(readings.weights, readings.rules)
    listed(say_tipping.tipping_rule(readings.rules, found, web, words, digits))
    explain.menu(readings, "sure.tips")
    rows = say_tipping.rule_rows(found, web, words)
    figure("rule_dials", dials_chart(rows, words, digits, dark))
