"""Steer, facilitate or lead: two questions first, then the roles side by side; the rest stands behind "more"."""

import streamlit as st

from coprod_core.acts.commands import ChangeProcess
from coprod_core.acts.conditions import ChangeFrame
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.role.orders import lens_orders, lens_ranks
from coprod_ui.charts import small as pictures
from coprod_ui.charts.dilemma_scenes.drawn import Place
from coprod_ui.charts.dilemma_scenes.role import role_scene
from coprod_ui.charts.dilemmas import roles_chart
from coprod_ui.charts.orders import orders_chart
from coprod_ui.components.drawing import drawing
from coprod_ui.screens.dilemmas.scene import Scene, stronger
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import orders as say_orders
from coprod_ui.sentences import undefined as say_undefined
from coprod_ui.widgets import controls, explain
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import html_text, t

MOST_IN_SIGHT = 6
"""Of so many answers each is in sight; more fold out."""

_LOSES = (
    *(f"role.{name}" for name in ("losses", "unweighted", "sides", "wanted", "scores", "rest", "rest_acceptance")),
    *("role.regret", "role.ownership", "options.hardest", "options.because_of"),
)


def first(scene: Scene) -> None:
    """The two questions, and then where each role leads, for whom that is hardest and what each side loses."""
    st.html(f'<h1 class="dilemma-title">{html_text(t("dilemma_screen.question_role"))}</h1>')
    _asked(scene)
    drawing(role_scene(scene.readings, scene.web, scene.words, scene.digits, Place(scene.dark)), key="roles_drawn")


def _asked(scene: Scene) -> None:
    """What is asked before our lens is shown: which plan serves the general interest, who answers for whom, and who
    residents think does.
    """
    web = scene.web
    plans = {"": t("look_role.not_known"), **{plan.id: plan.name for plan in web.options}}
    with st.container(key="dilemma_asked"):
        plan, answers, residents = st.columns([1.1, 1.35, 0.8], gap="small")
        with plan:
            ask = controls.among_in_sight if len(plans) <= MOST_IN_SIGHT else controls.among
            ask(
                t("look_role.question_plan"),
                web.process.own_reading,
                plans,
                lambda wished: ChangeProcess({"own_reading": wished}),
                key="own_reading",
            )
        with answers:
            controls.text(
                t("look_role.question_answers"),
                web.conditions.frame.answers_for,
                lambda wished: ChangeFrame({"answers_for": wished}),
                key="answers_for_others",
                placeholder=t("look_role.a_role"),
            )
        with residents:
            controls.text(
                t("look_role.question_residents"),
                web.conditions.frame.residents_think,
                lambda wished: ChangeFrame({"residents_think": wished}),
                key="residents_think",
                placeholder=t("look_role.a_role"),
            )


def reckoned(scene: Scene) -> None:
    """What each side loses by each role as one picture, with how that is worked out."""
    reading, (web, words, digits, dark) = scene.reading, scene.shown
    if reading is None:
        st.markdown(say_undefined.undefined(scene.readings, "role", words))
        return
    picture, say = st.columns([1.4, 1], gap="large")
    with picture:
        figure("roles", roles_chart(reading, words, digits, dark))
    with say:
        listed([" ".join(lines) for lines in say_dilemmas.ways_out(scene.readings, web, words, digits).values()])
        explain.menu(scene.readings, *_LOSES)


def tension(scene: Scene) -> None:
    """What one side loses whichever role is chosen, and what may make that stronger."""
    web, words, digits, dark = scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        for line in say_dilemmas.role_sentences(scene.readings, web, words, digits):
            st.markdown(line)
        explain.menu(scene.readings, "role.tension", "role.binding")
    with picture:
        st.html(pictures.dilemma(scene.readings, "role", web, words, dark, digits, pictures.SCREEN))
        stronger(scene)


def orders(scene: Scene) -> None:
    """How each side orders the plans."""
    words, digits = scene.words, scene.digits
    found, ranks = lens_orders(scene.readings.weights), lens_ranks(scene.readings.weights)
    if isinstance(found, Undefined) or isinstance(ranks, Undefined):
        st.markdown(say_undefined.undefined(scene.readings, "role", words))
        return
    picture, say = st.columns([1.4, 1], gap="large")
    with picture:
        figure("orders", orders_chart(ranks, *scene.shown))
    with say:
        for line in say_orders.orders(found, words, digits):
            st.markdown(line)
        explain.menu(scene.readings, "role.orders", "role.scores")
        st.markdown(t("say_role.general_interest"))
