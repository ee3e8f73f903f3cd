"""How sure we are of a dilemma: calculated a thousand times on request, and what stays, in words and pictures."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import streamlit as st

from coprod_ui import charts, explain, sentences
from coprod_ui.calculations import Calculation
from coprod_ui.dilemmas_view import on_request
from coprod_ui.dilemmas_view.scene import DRAWS, Scene, tension
from coprod_ui.figure import figure
from coprod_ui.words import t

if TYPE_CHECKING:
    from coprod_core.indicators import DilemmaRobustness, Standing

COUNT = 1000

OWN = {"feasibility_inclusiveness": None, "role": "least_costly", "rules": "strongest_rule"}
"""What each dilemma itself says comes out on top."""


def draw(scene: Scene) -> None:
    """What stays of this dilemma with slightly different estimates; or the button that finds out."""
    if scene.reading is None:
        st.markdown(sentences.undefined(scene.readings, scene.name, scene.words))
        return
    found = on_request.answer(DRAWS, scene.web)
    if found is None:
        st.markdown(t("dilemma_screen.sure_intro"))
        explain.menu(scene.readings, "sure.dilemmas")
        label = t("dilemma_screen.sure_begin", count=scene.words.count(COUNT))
        on_request.ask(DRAWS, scene.web, label, lambda _: _reports(scene), lambda going: _progress(going, scene))
        return
    standings = sentences.standings(found, scene.name, scene.web, scene.words)
    picture, say = st.columns([1.2, 1], gap="large")
    with say:
        for line in sentences.dilemma_certainty(found, scene.name, scene.web, scene.words, scene.digits):
            st.markdown(line)
        explain.menu(scene.readings, "sure.dilemmas")
    with picture:
        if scene.name in found.bands:
            st.markdown(f"##### {t('dilemma_screen.band')}")
            tension(scene)
    for column, about in ((picture, OWN[scene.name]), (say, "strongest")):
        if about in standings:
            with column:
                _standing(scene, about, *standings[about])


def _reports(scene: Scene) -> "Iterator[DilemmaRobustness]":
    from coprod_core.indicators import dilemma_draws  # brings scipy, which takes long to load

    return dilemma_draws(scene.readings.weights, COUNT)


def _progress(going: "Calculation[DilemmaRobustness]", scene: Scene) -> tuple[float, str]:
    report, count = going.report, scene.words.count
    done = 0 if report is None else report.done
    return done / COUNT, t("on_request.draws", done=count(done), draws=count(COUNT))


def _standing(scene: Scene, name: str, standing: "Standing", names: Mapping[str, str]) -> None:
    st.markdown(f"##### {t(f'dilemma_screen.{name}')}")
    figure(
        name,
        charts.standing_figure(standing, names, scene.words, scene.digits, scene.dark),
        charts.standing_alt(standing, names, scene.words),
        lambda: charts.standing_table(standing, names, "charts.what", scene.words),
    )
