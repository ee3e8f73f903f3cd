"""The frame: what people may count on beforehand."""

import streamlit as st

from coprod_core.acts.commands import ChangeProcess
from coprod_core.acts.conditions import ChangeFrame
from coprod_ui.forms.conditions import FRAME, FRAME_OF_PROCESS, HEARD_AND_JOINED
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.widgets import controls, form


def draw(scene: Scene) -> None:
    """Draws the questions, and which of them nobody answered yet."""
    st.markdown(say_conditions.frame_to_talk_about(scene.conditions.frame, scene.words))
    web, held = scene.web, scene.conditions.frame
    form.rows(FRAME, held, _frame, web)
    said, of_process = len(HEARD_AND_JOINED), len(FRAME_OF_PROCESS)
    columns = st.columns(said + of_process)
    for column, field in zip(columns[:said], HEARD_AND_JOINED, strict=True):
        with column:
            form.draw([field], held, _frame, web)
    for column, field in zip(columns[said:], FRAME_OF_PROCESS, strict=True):
        with column:
            form.draw([field], web.process, _process, web)


def _frame(field: str) -> controls.ActOf:
    return lambda text: ChangeFrame({field: text})


def _process(field: str) -> controls.ActOf:
    """Who decides and who joins whom, as the web's own process has it."""
    return lambda level: ChangeProcess({field: level})
