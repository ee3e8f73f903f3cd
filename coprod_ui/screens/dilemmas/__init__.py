"""The Dilemmas screen: one tab each, which says one thing first and shows it, one for dilemmas of people's own and one
for the plans; the rest stands behind "more".
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

from coprod_core.acts.weighing import Dilemma
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.palette import css
from coprod_ui.report import drafting
from coprod_ui.screens.dilemmas import feasible, own, plans, questions, role, rules, sure
from coprod_ui.screens.dilemmas.scene import Scene
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.foot import counted_otherwise, fixed_line
from coprod_ui.widgets.sheet import closes_on_escape
from coprod_ui.widgets.tabs import open_tab
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import current_words, t

FIRST: Mapping[str, Callable[[Scene], None]] = {
    "feasibility_inclusiveness": feasible.first,
    "role": role.first,
    "rules": rules.first,
}
"""What each dilemma shows first."""

PARTS: Mapping[str, Mapping[str, Callable[[Scene], None]]] = {
    "feasibility_inclusiveness": {
        "plane": feasible.plane,
        "tension": feasible.tension,
        "tips": feasible.tips,
        "sure": sure.draw,
        "talk": feasible.talk,
        "questions": questions.draw,
    },
    "role": {
        "reckoned": role.reckoned,
        "tension": role.tension,
        "orders": role.orders,
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
"""What stands behind "more" in each dilemma, in the order it is named."""

_STYLE = Path(__file__).with_name("dilemmas.css")

OWN, PLANS = "own", "plans"
"""The tabs beside the dilemmas that are worked out: those people wrote down themselves, and every plan, party by party.
"""


def draw(web: Web, readings: Readings, digits: bool) -> None:
    """Draws the dilemma that is chosen and the part of it that is open, those of people's own, or the plans."""
    words = current_words()
    dark = is_dark()
    st.html(f"<style>{css.on_ground(_STYLE.read_text('utf-8'), dark)}</style>")
    labels = {name: t(f"dilemmas.{name}") for name in (*DILEMMAS, OWN, PLANS)}
    for name in open_tab("dilemma", labels, st.query_params.pop("d", None)):
        scene = Scene(name, web, readings, words, digits, dark)
        if name == OWN:
            own.draw(scene)
        elif name == PLANS:
            plans.draw(scene)
            fixed_line(web, words)
            counted_otherwise(web, words)
        else:
            _dilemma(scene)


def _dilemma(scene: Scene) -> None:
    with st.container(key="dilemma_first", gap="xsmall"):
        FIRST[scene.name](scene)
    with st.container(key="dilemma_more", gap=None):
        sheet = st.container()
        fixed_line(scene.web, scene.words)
        chosen = _more(scene)
    if chosen is not None:
        with sheet, st.container(key="dilemma_opened"):
            closes_on_escape(f"part_{scene.name}", t(f"dilemma_parts.{chosen}"))
            PARTS[scene.name][chosen](scene)
            st.markdown(f":gray[{say_fixed.method_line(scene.words)}]")


def _more(scene: Scene) -> str | None:
    """What else there is to see, and the way to put a choice on record; which part is open."""
    parts = PARTS[scene.name]
    labels = {part: t(f"dilemma_parts.{part}") for part in parts}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{t('dilemma_screen.more')}**", width="content")
        chosen = controls.one_or_none(t("dilemma_screen.part"), labels, key=f"part_{scene.name}")
        if scene.name == Dilemma.RULES:
            rules.third_plan()
        _weigh(scene)
        counted_otherwise(scene.web, scene.words)
    return chosen


def _weigh(scene: Scene) -> None:
    """The way to put on record what the group chooses in this dilemma."""
    rule = st.session_state.get(current.of_this("read_rule")) or drafting.first_rule(scene.readings, scene.web)
    button(
        t("report_screen.weigh"),
        drafting.begin_on_report,
        Dilemma(scene.name),
        rule if scene.name == Dilemma.RULES else "",
        scene.readings,
        scene.web,
        scene.digits,
        key=f"weigh_here_{scene.name}",
        icon="balance",
    )
