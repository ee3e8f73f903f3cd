"""The frame: what people may count on beforehand."""

import streamlit as st

from coprod_core.commands import ChangeProcess
from coprod_core.conditions.acts import ChangeFrame
from coprod_ui import controls, sentences
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene
from coprod_ui.inspector.process import delegated_steps, initiative_steps
from coprod_ui.words import t

ROWS = (("fixed", "negotiable"), ("budget", "hear_back"), ("decides", "whose_table"), ("answers_for",))


def draw(scene: Scene) -> None:
    """Draws the questions two by two, and which of them nobody answered yet."""
    st.markdown(sentences.frame_to_talk_about(scene.conditions.frame, scene.words))
    for row in ROWS:
        for column, field in zip(st.columns(2, gap="large"), row, strict=False):
            with column:
                _question(scene, field)


def _question(scene: Scene, field: str) -> None:
    asking.words_of(
        t(f"frame_questions.{field}"),
        getattr(scene.conditions.frame, field),
        lambda text: ChangeFrame({field: text}),
        key=f"frame_{field}",
        placeholder=t(f"frame_examples.{field}"),
    )
    process = scene.web.process
    if field == "decides":
        controls.levels(
            t("process.delegated"),
            process.delegated,
            delegated_steps(),
            lambda level: ChangeProcess({"delegated": level}),
            key="frame_delegated",
        )
    if field == "whose_table":
        controls.levels(
            t("process.initiative"),
            process.initiative,
            initiative_steps(),
            lambda level: ChangeProcess({"initiative": level}),
            key="frame_initiative",
        )
