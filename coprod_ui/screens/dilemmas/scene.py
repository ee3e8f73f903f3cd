"""What every part of the Dilemmas screen draws from, and what more than one of them draws."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts.tension import tension_chart
from coprod_ui.screens.dilemmas import on_request
from coprod_ui.sentences import strengthening as say_stronger
from coprod_ui.widgets import explain
from coprod_ui.widgets.figure import figure
from coprod_ui.words import Words, literal, of_100, t

DRAWS = "dilemma_draws"
"""The calculation that says how sure the dilemmas are."""


@dataclass(frozen=True)
class Scene:
    """One dilemma by `name`, of a web with its readings, in words, with or without digits, on dark or light."""

    name: str
    web: Web
    readings: Readings
    words: Words
    digits: bool
    dark: bool

    @property
    def reading(self) -> Any:
        """The dilemma's own reading, None while it cannot be computed."""
        return getattr(self.readings, self.name)

    @property
    def shown(self) -> tuple[Web, Words, bool, bool]:
        """What a figure needs beside its reading."""
        return self.web, self.words, self.digits, self.dark


_STRONGER = {
    "feasibility_inclusiveness": ("feasibility_inclusiveness.amplified", "feasibility_inclusiveness.demands"),
    "role": ("role.amplified", "role.strengthened_by"),
    "rules": ("rules.tension",),
}
"""What explains the tension with what makes it stronger; for the rules there is nothing that does."""


def story(web: Web) -> None:
    """The story of the case, where it has one."""
    if web.case.story:
        st.markdown(f":gray[{literal(web.case.story)}]")


def stronger(scene: Scene) -> None:
    """What makes the dilemma stronger, named one by one, and the tension without and with it."""
    st.markdown(f"##### {t('dilemma_screen.stronger')}")
    st.markdown(" ".join(say_stronger.stronger(scene.readings, scene.name, scene.web, scene.words, scene.digits)))
    explain.menu(scene.readings, *_STRONGER[scene.name])
    reading = scene.reading
    if reading is None or reading.tension is None:
        return
    tension(scene)


def tension(scene: Scene) -> None:
    """The tension without and with what makes it stronger; with their bands, once those were calculated."""
    reading = scene.reading
    amplified = getattr(reading, "amplified", None)
    drawn = on_request.answer(DRAWS, scene.web)
    bands = None if drawn is None else drawn.bands.get(scene.name)
    if amplified is not None and of_100(amplified) == of_100(reading.tension):
        amplified = None  # nothing to show apart
    figure(
        f"tension_{scene.name}", tension_chart(reading.tension, amplified, scene.words, scene.digits, scene.dark, bands)
    )
