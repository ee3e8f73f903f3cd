"""The time a step takes, counted down in the browser; the trainer can pause it."""

from pathlib import Path

import streamlit as st

from coprod_ui.components import scripts as component_scripts
from coprod_ui.words import t

_HERE = Path(__file__).parent

_timer = st.components.v2.component(
    "belangenweb_workshop_timer",
    html='<div><time role="timer" aria-live="off"></time><button type="button"></button></div>',
    css=(_HERE / "timer.css").read_text("utf-8"),
    js=component_scripts.loaded("timer.js"),
)


def timer(step: str, minutes: float) -> None:
    """Draws the time left of a step; `step` names it among all steps of all meetings."""
    words = {name: t(f"workshop_timer.{name}") for name in ("pause", "go_on", "again", "over")}
    _timer(
        key="workshop_timer",
        data={"step": step, "seconds": round(minutes * 60), "words": words},
        width="content",
        height="content",
    )
