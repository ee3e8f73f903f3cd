"""How sure we are of a dilemma: calculated a thousand times on request, and what stays, in words and pictures."""

from collections.abc import Iterator, Mapping

import streamlit as st

from coprod_core.indicators.redrawn_dilemmas import DilemmaRobustness, dilemma_draws
from coprod_core.indicators.robustness import Standing
from coprod_core.web.conventions import WAYS
from coprod_ui.charts.certainty import standing_chart
from coprod_ui.meeting.calculations import Calculation
from coprod_ui.screens.dilemmas import on_request
from coprod_ui.screens.dilemmas.scene import DRAWS, Scene, tension
from coprod_ui.sentences import dilemma_certainty as say_dilemma_certainty
from coprod_ui.sentences import undefined as say_undefined
from coprod_ui.widgets import explain
from coprod_ui.widgets.figure import figure
from coprod_ui.words import t

COUNT = 1000

OWN = {"feasibility_inclusiveness": (), "role": tuple(f"side_{way}" for way in WAYS), "rules": ("strongest_rule",)}
"""What each dilemma itself says comes out on top."""


def draw(scene: Scene) -> None:
    """What stays of this dilemma with slightly different estimates; or the button that finds out."""
    if scene.reading is None:
        st.markdown(say_undefined.undefined(scene.readings, scene.name, scene.words))
        return
    found = on_request.answer(DRAWS, scene.web)
    if found is None:
        st.markdown(t("dilemma_screen.sure_intro"))
        explain.menu(scene.readings, "sure.dilemmas")
        label = t("dilemma_screen.sure_begin", count=scene.words.count(COUNT))
        on_request.ask(DRAWS, scene.web, label, lambda _: _reports(scene), lambda going: _progress(going, scene))
        return
    standings = say_dilemma_certainty.standings(found, scene.name, scene.web, scene.words)
    picture, say = st.columns([1.2, 1], gap="large")
    with say:
        for line in say_dilemma_certainty.dilemma_certainty(found, scene.name, scene.web, scene.words, scene.digits):
            st.markdown(line)
        explain.menu(scene.readings, "sure.dilemmas")
    with picture:
        if scene.name in found.bands:
            st.markdown(f"##### {t('dilemma_screen.band')}")
            tension(scene)
    for column, about in (*((picture, own) for own in OWN[scene.name]), (say, "strongest")):
        if about in standings:
            with column:
                _standing(scene, about, *standings[about])


def _reports(scene: Scene) -> Iterator[DilemmaRobustness]:
    return dilemma_draws(scene.readings.weights, COUNT)


def _progress(going: Calculation[DilemmaRobustness], scene: Scene) -> tuple[float, str]:
    report, count = going.report, scene.words.count
    done = 0 if report is None else report.done
    return done / COUNT, t("on_request.draws", done=count(done), draws=count(COUNT))


def _standing(scene: Scene, name: str, standing: Standing, names: Mapping[str, str]) -> None:
    st.markdown(f"##### {t(f'dilemma_screen.{name}')}")
    figure(
        name,
        standing_chart(standing, names, "charts.what", scene.words, scene.digits, scene.dark),
    )
