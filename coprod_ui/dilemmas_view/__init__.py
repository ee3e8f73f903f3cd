"""The Dilemmas screen: one tab each, and in it one part at a time, so that a person sees one thing at once."""

from collections.abc import Callable, Mapping

import streamlit as st

from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_core.weighing import Dilemma
from coprod_ui import controls
from coprod_ui.dilemmas_view import feasible, questions, role, rules, sure
from coprod_ui.dilemmas_view.scene import Scene
from coprod_ui.foot import foot
from coprod_ui.report_view import drafting
from coprod_ui.strip import DILEMMAS
from coprod_ui.tabs import open_tab
from coprod_ui.theme import is_dark
from coprod_ui.words import current_words, t

PARTS: Mapping[str, Mapping[str, Callable[[Scene], None]]] = {
    "feasibility_inclusiveness": {
        "choice": feasible.choice,
        "tips": feasible.tips,
        "sure": sure.draw,
        "questions": questions.draw,
    },
    "role": {
        "roles": role.roles,
        "orders": role.orders,
        "plans": role.plans,
        "plan": role.plan,
        "tips": role.tips,
        "sure": sure.draw,
        "questions": questions.draw,
    },
    "rules": {
        "balances": rules.balances,
        "source": rules.source,
        "tips": rules.tips,
        "sure": sure.draw,
        "questions": questions.draw,
    },
}
"""The parts of each dilemma, in the order they are shown."""


def draw(web: Web, readings: Readings, digits: bool) -> None:
    """Draws the dilemma and the part that are chosen."""
    words = current_words()
    labels = {name: t(f"dilemmas.{name}") for name in DILEMMAS}
    for name in open_tab("dilemma", labels, st.query_params.pop("d", None)):
        _dilemma(Scene(name, web, readings, words, digits, is_dark()))
        foot(web, words)


def _dilemma(scene: Scene) -> None:
    st.header(t(f"dilemma_screen.question_{scene.name}"), anchor=False)
    parts = PARTS[scene.name]
    labels = {part: t(f"dilemma_parts.{part}") for part in parts}
    chosen = controls.one_part(t("dilemma_screen.part"), labels, key=f"part_{scene.name}")
    parts[chosen](scene)
    _weigh(scene)


def _weigh(scene: Scene) -> None:
    """The way to put on record what the group chooses in this dilemma."""
    rule = st.session_state.get("read_rule") or drafting.first_rule(scene.readings, scene.web)
    st.button(
        t("report_screen.weigh"),
        key=f"weigh_here_{scene.name}",
        icon=":material/balance:",
        on_click=drafting.begin_on_report,
        args=(
            Dilemma(scene.name),
            rule if scene.name == Dilemma.RULES else "",
            scene.readings,
            scene.web,
            scene.digits,
        ),
    )
