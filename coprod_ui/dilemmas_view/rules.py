"""Follow the rules or deviate: each rule as a balance, the clashes it comes from, and what would tip it."""

import streamlit as st

from coprod_core.indicators.dilemma_tipping import tipping_rule
from coprod_ui import charts, controls, explain, pictures, sentences
from coprod_ui.dilemmas_view.scene import Scene, listed, story, stronger
from coprod_ui.figure import figure
from coprod_ui.words import literal, t


def balances(scene: Scene) -> None:
    """All rules side by side, and one as a balance."""
    reading, (web, words, digits, _) = scene.reading, scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        story(web)
        st.markdown(sentences.rules_sentences(scene.readings, web, words, digits)[0])
        stronger(scene)
    with picture:
        if reading is None:
            return
        _one_rule(scene)
        if len(web.rules) > 1:
            figure(
                "rules",
                charts.rules_figure(reading, *scene.shown),
                charts.rules_alt(reading, web, words),
                lambda: charts.rules_table(reading, web, words),
            )


def _one_rule(scene: Scene) -> None:
    reading, (web, words, digits, dark) = scene.reading, scene.shown
    names = {rule.id: rule.name for rule in web.rules}
    if len(names) > 1:
        rule = controls.one_of(t("dilemma_screen.rule"), names, key="read_rule", first=reading.strongest)
    else:
        rule = reading.strongest
        st.markdown(f"**{literal(web.rules[0].name)}**")
    st.html(pictures.rule_see_saw(reading.rules[rule], words, dark, digits, pictures.SCREEN))
    st.markdown(sentences.rule_balance(scene.readings, web, rule, words, digits))
    explain.menu(scene.readings, "rules.rule_tension", "rules.follow", "rules.deviate", about=(rule,))


def source(scene: Scene) -> None:
    """The clashes between organisations that rules come from; those between all parties on request."""
    readings, (web, words, _, _) = scene.readings, scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        st.markdown(f"##### {t('dilemma_screen.clashes')}")
        listed(sentences.clashes_between_organisations(readings, web, words))
        everyone = st.toggle(t("dilemma_screen.clash_everyone"), key="clash_everyone", persist_state="session")
    with picture:
        st.markdown(f"##### {t('dilemma_screen.clash')}")
        figure(
            "clash",
            charts.clash_figure(readings, *scene.shown, everyone),
            charts.clash_alt(readings, web, words, everyone),
            lambda: charts.clash_table(readings, web, words, everyone),
        )
        explain.menu(readings, "clash.clash", "clash.accord")


def tips(scene: Scene) -> None:
    """From which room another rule is the strongest, and from which force deviating weighs as much as following."""
    readings, (web, words, digits, dark) = scene.readings, scene.shown
    if readings.rules is None:
        st.markdown(sentences.undefined(readings, "rules", words))
        return
    found = tipping_rule(readings.weights, readings.rules)
    listed(sentences.tipping_rule(readings.rules, found, web, words, digits))
    explain.menu(readings, "sure.tips")
    rows = sentences.rule_rows(found, web, words)
    figure(
        "rule_dials",
        charts.dials_figure(rows, words, digits, dark),
        charts.dials_alt(rows, words),
        lambda: charts.dials_table(rows, words),
    )
