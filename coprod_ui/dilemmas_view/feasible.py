"""Feasible or inclusive: the plane of every way out, and which invitation would tip it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coprod_core.indicators.dilemma_tipping import tipping_invitations
from coprod_ui import charts, explain, pictures, sentences
from coprod_ui.calculations import Calculation
from coprod_ui.dilemmas_view import on_request
from coprod_ui.dilemmas_view.scene import Scene, listed, story, stronger
from coprod_ui.figure import figure
from coprod_ui.words import t

if TYPE_CHECKING:
    from coprod_core.indicators import LargeFront, Undefined

FRONT = "front_of_many"
SECONDS = 1.8
"""For the search; with what comes before and after, an answer stands on screen within two seconds or little more."""

_LOST = tuple(f"feasibility_inclusiveness.{name}" for name in ("here", "tension", "feasible_pole", "inclusive_pole"))
_PLANE = (
    "sure.front",
    *(f"feasibility_inclusiveness.{name}" for name in ("inclusiveness", "i_max", "feasibility", "f_max")),
)
_INVITATION = ("invite_gain", "invite_loss")


def choice(scene: Scene) -> None:
    """What each pole costs, where the table is now, and every way out between them."""
    reading, (web, words, digits, dark) = scene.reading, scene.shown
    many = reading is not None and reading.ways is None
    front: LargeFront | None = on_request.answer(FRONT, web) if many else None
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        story(web)
        for line in sentences.feasible_or_inclusive(scene.readings, web, words, digits, front):
            st.markdown(line)
        explain.menu(scene.readings, *_LOST)
        wishes = sentences.provisional(scene.readings, words)
        if wishes:
            st.markdown(wishes)
        stronger(scene)
    with picture:
        if front is not None:
            figure(
                "large_front",
                charts.large_front_figure(front, reading, words, digits, dark),
                charts.large_front_alt(front, reading, words),
                lambda: charts.large_front_table(front, web, words),
            )
        elif many:
            on_request.ask(FRONT, web, t("dilemma_screen.front_begin"), partial(_search, scene), _searched)
        else:
            _plane(scene)
        if front is not None or not many:
            explain.menu(scene.readings, *_PLANE)


def _plane(scene: Scene) -> None:
    reading, (web, words, digits, dark) = scene.reading, scene.shown
    st.html(pictures.dilemma(scene.readings, scene.name, web, words, dark, digits, pictures.SCREEN))
    if reading is not None:
        figure(
            "plane",
            charts.plane_figure(reading, *scene.shown),
            charts.plane_alt(reading, web, words),
            lambda: charts.plane_table(reading, web, words),
        )


def _search(scene: Scene, going: "Calculation[LargeFront | Undefined]") -> "Iterator[LargeFront | Undefined]":
    from coprod_core.indicators import front_of_many  # brings scipy, which takes long to load

    yield front_of_many(scene.readings.weights, SECONDS, going.clock)


def _searched(going: "Calculation[LargeFront | Undefined]") -> tuple[float, str]:
    return min(1.0, going.seconds / SECONDS), t("on_request.front")


def tips(scene: Scene) -> None:
    """What each single invitation does to the two losses."""
    web, words, digits, _ = scene.shown
    listed(sentences.tipping_invitations(scene.readings, web, words, digits))
    if scene.reading is None or not scene.reading.invite:
        return
    invited = tipping_invitations(scene.reading)
    st.markdown(f"##### {t('dilemma_screen.after_invitation')}")
    figure(
        "invited",
        charts.invited_figure(invited, *scene.shown),
        charts.invited_alt(invited, web, words),
        lambda: charts.invited_table(invited, web, words),
    )
    explain.menu(scene.readings, "sure.tips", *(f"feasibility_inclusiveness.{name}" for name in _INVITATION))
