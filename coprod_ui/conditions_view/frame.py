"""The frame: what people may count on beforehand."""

import streamlit as st

from coprod_core.commands import ChangeProcess
from coprod_core.conditions.acts import ChangeFrame
from coprod_ui import controls, sentences
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene
from coprod_ui.inspector.process import delegated_steps, initiative_steps
from coprod_ui.words import t

ROWS = (("fixed", "negotiable", "budget"), ("decides", "answers_for", "hear_back"))


def draw(scene: Scene) -> None:
    """Draws the questions, and which of them nobody answered yet."""
    st.markdown(sentences.frame_to_talk_about(scene.conditions.frame, scene.words))
    for row in ROWS:
        for column, field in zip(st.columns(len(row)), row, strict=True):
            with column:
                _question(scene, field)
    _in_process(scene)


def _question(scene: Scene, field: str) -> None:
    asking.words_of(
        t(f"frame_questions.{field}"),
        getattr(scene.conditions.frame, field),
        lambda text: ChangeFrame({field: text}),
        key=f"frame_{field}",
        placeholder=t(f"frame_examples.{field}"),
    )


def _in_process(scene: Scene) -> None:
    """Who decides and who joins whom, as the web's own process has it; and how one can tell."""
    process = scene.web.process
    told, delegated, initiative = st.columns(3)
    with told:
        _question(scene, "whose_table")
    with delegated:
        controls.levels(
            t("process.delegated"),
            process.delegated,
            delegated_steps(),
            lambda level: ChangeProcess({"delegated": level}),
            key="frame_delegated",
        )
    with initiative:
        controls.levels(
            t("process.initiative"),
            process.initiative,
            initiative_steps(),
            lambda level: ChangeProcess({"initiative": level}),
            key="frame_initiative",
        )
