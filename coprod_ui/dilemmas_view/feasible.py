"""Feasible or inclusive: the plane of every way out, and which invitation would tip it."""

import streamlit as st

from coprod_core.indicators.dilemma_tipping import tipping_invitations
from coprod_ui import charts, explain, pictures, sentences
from coprod_ui.dilemmas_view.scene import Scene, listed, story, stronger
from coprod_ui.figure import figure
from coprod_ui.words import t


def choice(scene: Scene) -> None:
    """What each pole costs, where the table is now, and every way out between them."""
    reading, (web, words, digits, dark) = scene.reading, scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        story(web)
        for line in sentences.feasible_or_inclusive(scene.readings, web, words, digits):
            st.markdown(line)
        explain.menu(scene.readings, "feasibility_inclusiveness.tension")
        wishes = sentences.provisional(scene.readings, words)
        if wishes:
            st.markdown(wishes)
        stronger(scene)
    with picture:
        explain.button(scene.readings, "feasibility_inclusiveness.here")
        st.html(pictures.dilemma(scene.readings, scene.name, web, words, dark, digits, pictures.SCREEN))
        if reading is not None and reading.ways is not None:
            figure(
                "plane",
                charts.plane_figure(reading, *scene.shown),
                charts.plane_alt(reading, web, words),
                lambda: charts.plane_table(reading, web, words),
            )


def tips(scene: Scene) -> None:
    """What each single invitation does to the two losses."""
    web, words, digits, _ = scene.shown
    listed(sentences.tipping_invitations(scene.readings, web, words, digits))
    if scene.reading is None or not scene.reading.invite:
        return
    invited = tipping_invitations(scene.reading)
    explain.heading(t("dilemma_screen.after_invitation"), scene.readings, "feasibility_inclusiveness.invite_loss")
    figure(
        "invited",
        charts.invited_figure(invited, *scene.shown),
        charts.invited_alt(invited, web, words),
        lambda: charts.invited_table(invited, web, words),
    )
