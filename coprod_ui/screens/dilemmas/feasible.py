"""Feasible or inclusive: even the best plan, and the table now beside others; every table there is behind "more"."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from coprod_core.acts.commands import ChangeInterest
from coprod_core.indicators.dilemma_tipping import tipping_invitations
from coprod_core.indicators.large_front import LargeFront, front_of_many
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.tables import tables
from coprod_ui.charts import small as pictures
from coprod_ui.charts.dilemma_scenes.drawn import Place
from coprod_ui.charts.dilemma_scenes.feasible import feasible_scene
from coprod_ui.charts.dilemmas import plane_chart
from coprod_ui.charts.large_front import large_front_chart
from coprod_ui.charts.tipping import invited_chart
from coprod_ui.components.drawing import drawing
from coprod_ui.meeting import current
from coprod_ui.meeting.calculations import Calculation
from coprod_ui.screens.dilemmas import on_request
from coprod_ui.screens.dilemmas.scene import Scene, stronger
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import plans as say_plans
from coprod_ui.sentences import tables as say_tables
from coprod_ui.sentences import talking as say_talking
from coprod_ui.sentences import tipping as say_tipping
from coprod_ui.widgets import controls, explain
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import t

FRONT = "front_of_many"
SECONDS = 1.8
"""For the search; with what comes before and after, an answer stands on screen within two seconds or little more."""

_LOST = tuple(
    f"feasibility_inclusiveness.{name}" for name in ("here", "tension", "binding", "feasible_pole", "inclusive_pole")
)
_PLANE = (
    "sure.front",
    *(
        f"feasibility_inclusiveness.{name}"
        for name in ("inclusiveness", "at_stake", "feasibility", "fit", "pace", "f_max")
    ),
)
_BEST = tuple(f"feasibility_inclusiveness.{name}" for name in ("least_acceptance", "hard_outside"))
_INVITATION = ("invite_gain", "invite_loss", "invite_fit", "invite_pace")


def first(scene: Scene) -> None:
    """Even the best plan, the table now beside others, and the way without a number."""
    seen = feasible_scene(scene.readings, scene.web, scene.words, scene.digits, Place(scene.dark))
    drawing(seen, key="tables", about=current.meeting_id() or "", written=_says_who)
    for interest in scene.web.interests:
        privacy_note(interest.spoken_by)
    wishes = say_plans.provisional(scene.readings, scene.words)
    if wishes:
        st.markdown(wishes)


def _says_who(interest: str, role: str) -> None:
    """Who brings in an interest for those who are not there: a role."""
    controls.do(lambda: ChangeInterest(interest, {"spoken_by": role}))


def plane(scene: Scene) -> None:
    """Every table there is in one picture, with what lies at either end."""
    picture, say = st.columns([1.4, 1], gap="large")
    front = _front(scene)
    with say:
        listed(say_tables.in_full(scene.readings, tables(scene.readings), scene.web, scene.words, scene.digits))
        explain.menu(scene.readings, *_BEST)
    with picture:
        if front is not None:
            figure("large_front", large_front_chart(front, scene.reading, *scene.shown))
        elif _many(scene):
            on_request.ask(FRONT, scene.web, t("dilemma_screen.front_begin"), partial(_search, scene), _searched)
        elif scene.reading is not None:
            figure("plane", plane_chart(scene.reading, *scene.shown))
        if front is not None or not _many(scene):
            explain.menu(scene.readings, *_PLANE)


def tension(scene: Scene) -> None:
    """What is lost whichever table is chosen, and what may make that stronger."""
    web, words, digits, dark = scene.shown
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        for line in say_dilemmas.feasible_or_inclusive(scene.readings, web, words, digits, _front(scene)):
            st.markdown(line)
        explain.menu(scene.readings, *_LOST)
    with picture:
        st.html(pictures.dilemma(scene.readings, scene.name, web, words, dark, digits, pictures.SCREEN))
        stronger(scene)


def talk(scene: Scene) -> None:
    """Who to bring together first."""
    listed(say_talking.talk_first(scene.readings, scene.web, scene.words))
    explain.menu(scene.readings, *(f"ambivalence.{name}" for name in ("ambivalence", "accord_on", "clash_on")))


def _many(scene: Scene) -> bool:
    return scene.reading is not None and scene.reading.ways is None


def _front(scene: Scene) -> LargeFront | None:
    """What was found where there are too many tables to try them all; None while nobody asked for it."""
    return on_request.answer(FRONT, scene.web) if _many(scene) else None


def _search(scene: Scene, going: Calculation[LargeFront | Undefined]) -> Iterator[LargeFront | Undefined]:
    yield front_of_many(scene.readings.weights, SECONDS, going.clock)


def _searched(going: Calculation[LargeFront | Undefined]) -> tuple[float, str]:
    return min(1.0, going.seconds / SECONDS), t("on_request.front")


def tips(scene: Scene) -> None:
    """What each single invitation does to the two losses."""
    web, words, digits, _ = scene.shown
    listed(say_tipping.tipping_invitations(scene.readings, web, words, digits))
    if scene.reading is None or not scene.reading.invite:
        return
    invited = tipping_invitations(scene.reading)
    st.markdown(f"##### {t('dilemma_screen.after_invitation')}")
    figure("invited", invited_chart(invited, *scene.shown))
    explain.menu(scene.readings, "sure.tips", *(f"feasibility_inclusiveness.{name}" for name in _INVITATION))
