"""The What if screen: take a copy, change it, hold two to four side by side, take one over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from coprod_core.commands import AdoptScenario
from coprod_core.comparison import conclusions, differences
from coprod_core.errors import CoprodError
from coprod_core.fields import LONGEST_NAME
from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_core.store import Summary
from coprod_ui import charts, controls, copying, current, explain, messages, pictures, sentences, way
from coprod_ui.figure import figure
from coprod_ui.foot import foot
from coprod_ui.sentences.names import shortened
from coprod_ui.strip import DILEMMAS
from coprod_ui.theme import is_dark
from coprod_ui.words import Words, current_words, literal, t

SHOWN_DIFFERENCES = 4
LONGEST_SHOWN = 34


@dataclass(frozen=True)
class Side:
    """One of the webs compared: the meeting now, or a scenario."""

    id: str
    name: str
    web: Web
    readings: Readings


def draw(digits: bool) -> None:
    """Draws the list of scenarios with the copy form, and beside it the comparison."""
    root = current.root()
    if root is None:
        return
    words = current_words()
    try:
        every = copying.family(root)
    except CoprodError as error:
        st.warning(messages.sentence(error.code, error.params))
        return
    chosen = copying.chosen(every)
    aside, beside = st.columns([1.1, 3.3], gap="large")
    with aside:
        _list(every, chosen)
        _copy_form(every)
    with beside:
        _compare(_sides([each for each in every if each.id in chosen]), len(every), digits, words)


def _name(summary: Summary) -> str:
    return summary.title if summary.forked_from else t("scenarios.now")


# -- the list -------------------------------------------------------------------------------------------------------


def _list(every: Sequence[Summary], chosen: Sequence[str]) -> None:
    st.markdown(f"##### {t('scenarios.list_heading')}")
    for summary in every:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"scenario_row_{summary.id}"):
            _choice(summary, every, chosen)
            _menu(summary)


def _choice(summary: Summary, every: Sequence[Summary], chosen: Sequence[str]) -> None:
    here = f" :gray[({t('scenarios.open_now')})]" if summary.id == current.meeting_id() else ""
    controls.shown(
        st.checkbox,
        f"{literal(shortened(_name(summary), LONGEST_SHOWN))}{here}",
        summary.id in chosen,
        lambda wanted: copying.choose(every, summary.id, wanted),
        key=f"compare_{summary.id}",
        width="stretch",
        disabled=len(chosen) >= copying.MOST and summary.id not in chosen,
    )


def _menu(summary: Summary) -> None:
    with st.popover(t("start.more"), icon=":material/more_horiz:", type="tertiary", key=f"scenario_menu_{summary.id}"):
        _open_button(summary)
        if summary.forked_from:
            controls.shown(
                st.text_input,
                t("scenarios.rename"),
                summary.title,
                lambda name: current.attempt(lambda: current.store().name_fork(summary.id, " ".join(name.split()))),
                key=f"scenario_name_{summary.id}",
                max_chars=LONGEST_NAME,
            )
            st.markdown(t("scenarios.delete_warning"))
            st.button(
                t("scenarios.delete"),
                key=f"scenario_delete_{summary.id}",
                icon=":material/delete:",
                on_click=_delete,
                args=(summary,),
            )


def _open_button(summary: Summary) -> None:
    st.button(
        t("scenarios.change" if summary.forked_from else "scenarios.open_meeting"),
        key=f"scenario_open_{summary.id}",
        icon=":material/edit:",
        on_click=_open,
        args=(summary.id,),
    )


def _open(id_: str) -> None:
    current.choose(id_)
    way.go("web")


def _delete(summary: Summary) -> None:
    current.delete(summary.id)
    if current.meeting_id() == summary.id and summary.forked_from:
        current.choose(summary.forked_from)


# -- a copy ---------------------------------------------------------------------------------------------------------


def _copy_form(every: Sequence[Summary]) -> None:
    here = next((each for each in every if each.id == current.meeting_id()), every[0])
    st.markdown(f"##### {t('scenarios.copy_heading')}")
    with st.form("new_scenario", border=False, clear_on_submit=True):
        st.markdown(t("scenarios.copy_of", name=literal(shortened(_name(here), LONGEST_SHOWN))))
        st.text_input(
            t("scenarios.name"),
            placeholder=t("scenarios.name_example"),
            key="scenario_name",
            max_chars=LONGEST_NAME,
        )
        st.form_submit_button(
            t("scenarios.copy"),
            icon=":material/content_copy:",
            on_click=lambda made: copying.copy(made, here.id, st.session_state["scenario_name"]),
            args=([],),
        )


# -- side by side ---------------------------------------------------------------------------------------------------


def _sides(compared: Sequence[Summary]) -> list[Side]:
    """The webs to compare; one that cannot be read is told and left out. Equal names get a number."""
    sides: list[Side] = []
    for summary in compared:
        try:
            web = current.store().load(summary.id).history.web
        except CoprodError as error:
            st.warning(messages.sentence(error.code, error.params))
            continue
        name = _distinct(_name(summary), [side.name for side in sides])
        sides.append(Side(summary.id, name, web, current.readings_of(web)))
    return sides


def _distinct(name: str, taken: Sequence[str]) -> str:
    short, number = shortened(name, LONGEST_SHOWN), 2
    distinct = short
    while distinct in taken:
        distinct, number = f"{short} ({number})", number + 1
    return distinct


def _compare(sides: Sequence[Side], count: int, digits: bool, words: Words) -> None:
    if count < 2:
        st.header(t("scenarios.empty"), anchor=False)
        st.markdown(t("scenarios.intro"))
        st.markdown(t("scenarios.empty_next"))
        return
    if len(sides) < 2:
        st.markdown(t("scenarios.choose_more"))
        return
    for side, column in zip(sides, st.columns(len(sides)), strict=True):
        with column:
            _head(side)
    readings, holding = st.tabs([t("scenarios.tab_readings"), t("scenarios.tab_holds")])
    with readings.container(gap="xsmall"):
        _row(t("scenarios.different"), "different", sides, lambda side: _differences(sides[0], side, digits, words))
        _row(t("scenarios.gap"), "gap", sides, lambda side: _gap(side, digits, words))
        for name in DILEMMAS:
            _row(t(f"dilemmas.{name}"), name, sides, lambda side, name=name: _dilemma(side, name, digits, words))
    with holding:
        plans, conclusive = st.columns([1.3, 1], gap="medium")
        with plans:
            _plans(sides, digits, words)
        with conclusive:
            _conclusions(sides, words)
    foot(sides[0].web, words)


def _head(side: Side) -> None:
    st.markdown(f"##### {literal(side.name)}")
    explain.whole(side.readings, side.id, literal(side.name))
    if side.id == current.root():
        return
    with st.popover(t("scenarios.adopt"), icon=":material/move_up:", key=f"adopt_{side.id}"):
        st.markdown(t("scenarios.adopt_warning", name=literal(side.name)))
        st.button(
            t("scenarios.adopt_sure"),
            key=f"adopt_sure_{side.id}",
            type="primary",
            on_click=_adopt,
            args=(side,),
        )


def _adopt(side: Side) -> None:
    """One act in the meeting itself, seen as the meeting stood when the person asked."""
    root = current.root()
    if root is None:
        return
    current.choose(root)
    if current.send(AdoptScenario(side.web, side.name)):
        way.go("web")


def _row(heading: str, key: str, sides: Sequence[Side], cell: Callable[[Side], None]) -> None:
    """One thing in all webs; on a phone, where columns stand under each other, each cell says whose it is."""
    st.markdown(f"**{heading}**")
    for side, column in zip(sides, st.columns(len(sides)), strict=True):
        with column, st.container(gap="xxsmall", key=f"cell_{key}_{side.id}"):
            with st.container(key=f"whose_{key}_{side.id}"):
                st.markdown(f":gray[{literal(side.name)}]")
            cell(side)


def _differences(base: Side, side: Side, digits: bool, words: Words) -> None:
    if side is base:
        st.markdown(f":gray[{t('scenarios.compared_with')}]")
        return
    found = differences(base.web, side.web)
    if not found:
        st.markdown(words("say_different.nothing"))
        return
    said = [f"- {sentences.difference(each, base.web, side.web, words)}" for each in found]
    st.markdown("\n".join(said[:SHOWN_DIFFERENCES]))
    if len(said) > SHOWN_DIFFERENCES:
        with st.expander(words("say_different.more", count=len(said) - SHOWN_DIFFERENCES), key=f"more_{side.id}"):
            st.markdown("\n".join(said[SHOWN_DIFFERENCES:]))
    st.markdown(sentences.what_changed(base.readings, side.readings, words, digits))


def _gap(side: Side, digits: bool, words: Words) -> None:
    st.html(pictures.gap(side.readings, words, digits, is_dark()))
    st.markdown(sentences.strip_gap(side.readings, side.web, words, digits))


def _dilemma(side: Side, name: str, digits: bool, words: Words) -> None:
    st.html(pictures.dilemma(side.readings, name, side.web, words, is_dark()))
    st.markdown(sentences.strip_dilemma(side.readings, name, side.web, words, digits))


def _plans(sides: Sequence[Side], digits: bool, words: Words) -> None:
    st.markdown(f"##### {t('scenarios.plans')}")
    compared = {side.name: (side.web, side.readings) for side in sides}
    plans = charts.compared_plans(compared)
    if not plans:
        st.markdown(t("scenarios.no_shared_plan"))
        return
    plan = controls.one_of(t("charts.plan"), plans, key="compared_plan", label_visibility="collapsed")
    figure(
        "compared_plan",
        charts.compared_plan_figure(compared, plan, words, digits, is_dark()),
        charts.compared_plan_alt(compared, plan, words),
        lambda: charts.compared_plan_table(compared, plan, words),
    )


def _conclusions(sides: Sequence[Side], words: Words) -> None:
    found = conclusions([side.readings for side in sides])
    webs = {side.name: side.web for side in sides}
    same = [sentences.holds(each, list(webs.values()), words) for each in found]
    other = [sentences.depends(each, webs, words) for each in found]
    for lines, heading, none in ((same, "holds", "holds_none"), (other, "depends", "depends_none")):
        st.markdown(f"##### {t(f'scenarios.{heading}')}")
        st.markdown("\n".join(f"- {line}" for line in lines if line) or t(f"scenarios.{none}"))
