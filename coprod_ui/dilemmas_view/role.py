"""Steer, facilitate or lead: who loses what by role, how each side orders the plans, and what would tip it."""

import streamlit as st

from coprod_core.indicators import Undefined, lens_orders, lens_ranks
from coprod_core.indicators.dilemma_tipping import tipping_dials
from coprod_ui import charts, controls, explain, pictures, sentences
from coprod_ui.dilemmas_view.scene import Scene, listed, story, stronger
from coprod_ui.figure import figure
from coprod_ui.words import t


def roles(scene: Scene) -> None:
    """The ways out by who loses what, ownership too."""
    reading, (web, words, digits, dark) = scene.reading, scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        story(web)
        for line in sentences.role_sentences(scene.readings, web, words, digits):
            st.markdown(line)
        explain.menu(scene.readings, "role.tension", "role.regret", "role.ownership")
        stronger(scene)
    with picture:
        st.html(pictures.dilemma(scene.readings, "role", web, words, dark, digits, pictures.SCREEN))
        if reading is not None:
            figure(
                "roles",
                charts.roles_figure(reading, words, digits, dark),
                charts.roles_alt(reading, words),
                lambda: charts.roles_table(reading, words),
            )
            listed([" ".join(lines) for lines in sentences.ways_out(scene.readings, web, words, digits).values()])
            explain.menu(scene.readings, "role.losses", "role.scores")


def orders(scene: Scene) -> None:
    """How each side orders the plans."""
    web, words, digits, _ = scene.shown
    found, ranks = lens_orders(scene.readings.weights), lens_ranks(scene.readings.weights)
    if isinstance(found, Undefined) or isinstance(ranks, Undefined):
        st.markdown(sentences.undefined(scene.readings, "role", words))
        return
    picture, say = st.columns([1.4, 1], gap="large")
    with picture:
        figure(
            "orders",
            charts.orders_figure(ranks, *scene.shown),
            charts.orders_alt(ranks, web, words),
            lambda: charts.orders_table(ranks, web, words),
        )
    with say:
        for line in sentences.orders(found, words, digits):
            st.markdown(line)
        explain.menu(scene.readings, "role.orders", "role.scores")
        st.markdown(t("say_role.general_interest"))


def plans(scene: Scene) -> None:
    """Every plan, party by party, and who carries its downsides."""
    readings, web, words = scene.readings, scene.web, scene.words
    if not readings.options:
        st.markdown(t("undefined.needs_two_plans"))
        return
    left, right = st.columns([1.7, 1], gap="large")
    with left:
        explain.heading(t("dilemma_screen.plans"), readings, "options.acceptance")
        figure(
            "plans",
            charts.plans_figure(readings, *scene.shown),
            charts.plans_alt(readings, web, words),
            lambda: charts.plans_table(readings, web, words),
        )
    with right:
        explain.heading(t("dilemma_screen.shifted"), readings, "options.shifted")
        figure(
            "shifted",
            charts.shifted_figure(readings, *scene.shown),
            charts.shifted_alt(readings, web, words),
            lambda: charts.shifted_table(readings, web, words),
        )


def plan(scene: Scene) -> None:
    """One plan: what it brings and costs each party."""
    readings, (web, words, digits, _) = scene.readings, scene.shown
    names = charts.plan_names(readings, web, words)
    if not names:
        st.markdown(t("undefined.needs_two_plans"))
        return
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        chosen = controls.one_of(t("dilemma_screen.plan"), names, key="read_plan")
        for line in sentences.plan_sentences(readings, web, words, digits)[chosen]:
            st.markdown(line)
        explain.menu(readings, "options.acceptance", "options.shifted", about=(chosen,))
    with picture:
        st.markdown(f"##### {t('dilemma_screen.burdens')}")
        figure(
            "burdens",
            charts.burdens_figure(readings, chosen, *scene.shown),
            charts.burdens_alt(readings, chosen, web, words),
            lambda: charts.burdens_table(readings, chosen, web, words),
        )
        explain.menu(readings, "options.burden", "options.benefit", about=(chosen,))


def tips(scene: Scene) -> None:
    """The nearest turn of each dial after which another role costs least."""
    readings, (web, words, digits, dark) = scene.readings, scene.shown
    found = tipping_dials(readings.weights)
    if isinstance(found, Undefined):
        st.markdown(sentences.undefined(readings, "role", words))
        return
    listed(sentences.tipping_dials(readings.role, found, words, digits))
    explain.menu(readings, "sure.tips")
    rows = sentences.dial_rows(web.process, found, words)
    figure(
        "dials",
        charts.dials_figure(rows, words, digits, dark),
        charts.dials_alt(rows, words),
        lambda: charts.dials_table(rows, words),
    )
