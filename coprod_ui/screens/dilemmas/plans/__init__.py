"""Plans, party by party: who can live with which plan, and of the plan that is chosen who loses what."""

from collections.abc import Callable, Mapping

import streamlit as st
from markupsafe import Markup

from coprod_core.acts.weighing import Dilemma
from coprod_core.indicators.marks import PlanMarks
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts import marks as signs
from coprod_ui.charts.plans import burdens_chart, plan_names, plans_chart, shifted_chart
from coprod_ui.components.drawing import drawing
from coprod_ui.meeting import current
from coprod_ui.palette import PALETTE
from coprod_ui.report import drafting
from coprod_ui.screens.dilemmas.scene import Scene
from coprod_ui.sentences import marks as say_marks
from coprod_ui.sentences import plans as say_plans
from coprod_ui.widgets import controls, explain
from coprod_ui.widgets.button import button
from coprod_ui.widgets.figure import figure
from coprod_ui.words import Words, t
from coprod_ui.words.templates import filled

_HERE = "screens/dilemmas/plans"


def draw(scene: Scene) -> None:
    """The table of marks with the plan that is chosen beside it, and behind *more* the figures it comes from."""
    readings, (web, words, digits, dark) = scene.readings, scene.shown
    if not web.options:
        st.header(t("plan_look.caption"), anchor=False)
        st.markdown(say_plans.provisional(readings, words) or t("plan_look.empty"))
        return
    drawing(table(readings, web, words, digits, dark), key="plans", about=current.meeting_id() or "")
    _more(scene)


def table(readings: Readings, web: Web, words: Words, digits: bool, dark: bool) -> Markup:
    """The whole drawing: what it says first, the marks of every party for every plan, and who loses what by each."""
    columns = say_marks.in_columns(readings)
    best = best_plan(readings)
    first = best or columns[0].plan
    colours = PALETTE.dark if dark else PALETTE.light
    return filled(
        f"{_HERE}/plans.html",
        style=filled(f"{_HERE}/plans.css", chosen=colours["chosen"], plans=len(columns)),
        say=words,
        headline=say_marks.headline(readings, web, words, digits),
        chosen=first,
        plans=[_plan(each, readings, web, words, digits, each.plan == best) for each in columns],
        rows=_rows(columns, readings, web, words, dark),
    )


def best_plan(readings: Readings) -> str | None:
    """The plan that fits best at the table as it is; None where that cannot be said."""
    dilemma = readings.feasibility_inclusiveness
    return None if dilemma is None else dilemma.best.plan


def _plan(
    found: PlanMarks, readings: Readings, web: Web, words: Words, digits: bool, best: bool
) -> Mapping[str, object]:
    barred = web.option_by_id[found.plan].barred
    notes = (("plan_look.best", best), ("plan_look.barred", barred))
    return {
        "id": found.plan,
        "name": web.option_by_id[found.plan].name,
        "notes": [words(key) for key, holds in notes if holds],
        "losers": say_marks.losers(found, web, words),
        "no_losers": say_marks.no_losers(readings, found.plan, words),
        "bearing": say_marks.bearing(readings, web, found.plan, words, digits),
        "question": words.plural("plan_look.needs", len(found.losing)) if found.losing else "",
    }


def _rows(
    columns: tuple[PlanMarks, ...], readings: Readings, web: Web, words: Words, dark: bool
) -> list[Mapping[str, object]]:
    rows: list[Mapping[str, object]] = []
    residents_above = False
    for id_ in say_marks.in_rows(readings, web):
        actor = web.actor_by_id[id_]
        rows.append(
            {
                "name": actor.name,
                "sign": signs.party(actor, dark),
                "where": words("plan_look.seated" if actor.seated else "plan_look.not_seated"),
                "first_organisation": residents_above and not actor.citizens,
                "cells": [_cell(each, id_, words, dark) for each in columns],
            }
        )
        residents_above = actor.citizens
    return rows


def _cell(found: PlanMarks, party: str, words: Words, dark: bool) -> Mapping[str, object]:
    marked = found.parties[party]
    return {
        "plan": found.plan,
        "sign": signs.sign(marked.mark, dark),
        "word": say_marks.mark_word(marked.mark, words),
        "partly": marked.partly_unknown,
    }


# -- more -----------------------------------------------------------------------------------------------------------


_OF_A_PLAN = tuple(f"options.{name}" for name in ("burden", "benefit", "holes", "largest_hole", "missed"))
"""What is behind the marks of one plan."""


def _more(scene: Scene) -> None:
    """What opens on request: the figures behind the marks, and how they are worked out."""
    names = {part: t(f"plan_look.more_{part}") for part in _MORE}
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="plans_more_row"):
        chosen = st.pills(
            t("plan_look.more"),
            list(names),
            format_func=lambda part: names.get(part, ""),
            key="plans_more",
            label_visibility="collapsed",
            persist_state="session",
        )
        explain.menu(scene.readings, "options.acceptance")
    if chosen is not None:
        _MORE[chosen](scene)
        button(
            t("report_screen.weigh"),
            drafting.begin_on_report,
            Dilemma.PLANS,
            "",
            scene.readings,
            scene.web,
            scene.digits,
            key="weigh_here_plans",
            icon="balance",
        )


def _accepts(scene: Scene) -> None:
    figure("plans", plans_chart(scene.readings, *scene.shown))


def _shifted(scene: Scene) -> None:
    figure("shifted", shifted_chart(scene.readings, *scene.shown))
    explain.menu(scene.readings, "options.shifted", "options.carries_most", "options.carried")


def _burdens(scene: Scene) -> None:
    readings, (web, words, _, _) = scene.readings, scene.shown
    plan = controls.one_of(t("dilemma_screen.plan"), plan_names(readings, web, words), key="read_plan")
    figure("burdens", burdens_chart(readings, plan, *scene.shown))
    explain.menu(readings, *_OF_A_PLAN, about=(plan,))


_MORE: Mapping[str, Callable[[Scene], None]] = {"accepts": _accepts, "shifted": _shifted, "burdens": _burdens}
