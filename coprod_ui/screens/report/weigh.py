"""The form in which a weighing is written: filled in from the readings, every word of it the group's own."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

import streamlit as st

from coprod_core.acts.weighing import (
    MOST_WAYS,
    PLAN,
    SCENARIO,
    Dilemma,
    RecordWeighing,
    ReviseWeighing,
    WayOut,
    Weighing,
    deviates,
)
from coprod_core.checked.errors import CoprodError
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.meeting.drafts import Draft
from coprod_ui.report import drafting
from coprod_ui.sentences.weighings import dilemma_weighed
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import current_words, t
from coprod_ui.words.told_apart import told_apart

_LINE, _LINES = 68, 90


def form(held: Draft, readings: Readings, web: Web, digits: bool) -> None:
    """Draws the form. Nothing of it is on record until a person says so."""
    at: int | None = held.get("at")
    st.markdown(f"##### {t('report_screen.record' if at is None else 'report_screen.revise')}")
    _about(held, readings, web, digits)
    ways = _ways(held)
    if held.get("dilemma") == Dilemma.PLANS:
        _taking_in(web)
    chosen = _chosen(held, ways)
    left, right = st.columns(2, gap="medium")
    with left:
        prevails = held.field(st.text_input, t("weighing.prevails"), "prevails", max_chars=500).strip()
        why = held.field(st.text_area, t("weighing.why"), "why", height=_LINES).strip()
        by = held.field(st.text_input, t("weighing.by"), "by", placeholder=t("report_screen.by_example")).strip()
    with right:
        for_losers = held.field(st.text_area, t("weighing.for_losers"), "for_losers", height=_LINES).strip()
        again = _day(held)
    weighing = _weighing(held, ways, chosen, (why, by, for_losers, again, prevails))
    _warnings(held, ways, chosen, (why, by, for_losers, prevails))
    with st.container(horizontal=True):
        button(
            t("report_screen.keep"),
            _keep,
            at,
            weighing,
            key="keep_weighing",
            icon="check",
            disabled=weighing is None,
        )
        button(t("report_screen.drop"), drafting.drop, key="drop_weighing", icon="close")
        if weighing is None:
            st.markdown(f":gray[{t('report_screen.choose_first')}]")


def _about(held: Draft, readings: Readings, web: Web, digits: bool) -> None:
    """Which dilemma, and which rule or which of people's own. Of a weighing on record neither changes."""
    there = [each for each in Dilemma if each != Dilemma.OWN or web.dilemmas or held.get("dilemma") == each]
    dilemmas = {str(dilemma): dilemma_weighed(dilemma, current_words()) for dilemma in there}
    rules = told_apart({rule.id: rule.name for rule in web.rules})
    first, second = st.columns(2, gap="medium")
    on_record = held.get("at") is not None
    rule_field = "rule" if held.get("rule") in rules else "rule_instead"  # a rule that left the web cannot be shown

    def changed() -> None:
        dilemma = Dilemma(held.get("dilemma"))
        chosen = {Dilemma.RULES: held.get(rule_field), Dilemma.OWN: held.get("own")}.get(dilemma)
        drafting.turn_to(dilemma, chosen or drafting.first_about(dilemma, readings, web), readings, web, digits)

    with first:
        held.choice(
            st.selectbox, t("report_screen.which_dilemma"), dilemmas, "dilemma", disabled=on_record, then=changed
        )
    if held.get("dilemma") == Dilemma.RULES and rules:
        with second:
            held.field(
                st.selectbox,
                t("report_screen.which_rule"),
                rule_field,
                None,
                options=list(rules),
                format_func=lambda id_: rules.get(id_, ""),
                disabled=on_record,
                then=changed,
                index=0 if rule_field == "rule" else None,
            )
    if held.get("dilemma") == Dilemma.OWN:
        with second:
            _which_own(held, web, on_record, changed)


def _which_own(held: Draft, web: Web, on_record: bool, changed: Callable[[], None]) -> None:
    """Which dilemma of people's own; of one that left the web, that it did."""
    names = {dilemma.id: dilemma.question for dilemma in web.dilemmas}
    if held.get("own") not in names:
        st.caption(t("own_dilemma.gone"))
        return
    held.choice(st.selectbox, t("own_dilemma.which"), names, "own", disabled=on_record, then=changed)


def _ways(held: Draft) -> list[WayOut]:
    """The ways out as they are written now; those without a name are left out."""
    written = []
    codes: tuple[str, ...] = held.get("codes")
    name_head, loses_head = t("report_screen.way"), t("weighing.loses")
    for nth, code in enumerate(codes):
        left, right = st.columns([1, 2.4], gap="medium")
        shown: Literal["visible", "collapsed"] = "visible" if nth == 0 else "collapsed"
        with left:
            said = held.field(
                st.text_input,
                name_head,
                f"name_{nth}",
                max_chars=LONGEST_NAME,
                label_visibility=shown,
                placeholder=t("report_screen.own_way"),
            )
        with right:
            lost = held.field(
                st.text_area,
                f"{loses_head}" if nth == 0 else f"{loses_head} {nth + 1}",
                f"loses_{nth}",
                height=_LINE,
                label_visibility=shown,
            )
        if said.strip():
            written.append(_as_known(WayOut(said.strip(), lost.strip(), code)))
    button(
        t("report_screen.add_way"),
        drafting.add_way,
        key="add_way",
        icon="add",
        type="tertiary",
        disabled=len(codes) >= MOST_WAYS,
    )
    return written


def _taking_in(web: Web) -> None:
    """A choice among the copies of this meeting, to weigh one beside the plans."""
    names = drafting.others()
    if not names:
        return
    key, told = "take_in_scenario", told_apart(names)
    st.selectbox(
        t("report_screen.take_in"),
        list(names),
        index=None,
        format_func=lambda id_: told.get(id_, ""),
        placeholder=t("report_screen.take_in"),
        label_visibility="collapsed",
        key=key,
        on_change=_take_in,
        args=(key, names, web),
    )


def _take_in(key: str, names: Mapping[str, str], web: Web) -> None:
    chosen = st.session_state.pop(key, None)
    if chosen in names:
        drafting.take_in(chosen, names[chosen], web)


def _as_known(way: WayOut) -> WayOut:
    """A way with the plan or the scenario its code names."""
    if way.code.startswith(PLAN):
        return replace(way, plan=way.code.removeprefix(PLAN))
    return replace(way, scenario=way.code.removeprefix(SCENARIO)) if way.code.startswith(SCENARIO) else way


def _chosen(held: Draft, ways: list[WayOut]) -> str:
    options = list(dict.fromkeys(way.name for way in ways))
    if held.text("chosen") and held.text("chosen") not in options:
        options.append(held.text("chosen"))
    chosen = held.field(
        st.selectbox,
        t("report_screen.chosen"),
        "chosen",
        None,
        options=options,
        index=None,
        accept_new_options=True,
        placeholder=t("report_screen.chosen_example"),
    )
    return (chosen or "").strip()[:LONGEST_NAME]


def _day(held: Draft) -> str:
    chosen = held.field(
        st.date_input,
        t("weighing.again"),
        "again",
        None,
        value=None,
        min_value=date(2000, 1, 1),
        max_value=date(2200, 1, 1),
        format="DD-MM-YYYY",
    )
    return chosen.isoformat() if isinstance(chosen, date) else ""


def _weighing(held: Draft, ways: list[WayOut], chosen: str, said: tuple[str, str, str, str, str]) -> Weighing | None:
    """What is written now as a weighing; `said`: why, by whom, for those who lose, when again, what weighed most."""
    if not chosen:
        return None
    try:
        dilemma, rule = Dilemma(held.get("dilemma")), held.get("rule") or ""
        why, by, for_losers, again, prevails = said
        taken = held.get("scenarios") or ()
        own = held.get("own") or ""
        return Weighing(dilemma, chosen, why, by, for_losers, again, rule, tuple(ways), prevails, taken, own)
    except CoprodError as error:
        current.tell(error)
        return None


def _warnings(held: Draft, ways: list[WayOut], chosen: str, texts: tuple[str, ...]) -> None:
    if deviates(Dilemma(held.get("dilemma")), chosen, ways):
        st.warning(t("say_rules.on_record"), icon=":material/policy:")
    privacy_note(" ".join((chosen, *texts, *(f"{way.name} {way.loses}" for way in ways))))


def _keep(at: int | None, weighing: Weighing) -> None:
    if current.send(RecordWeighing(weighing) if at is None else ReviseWeighing(at, weighing)):
        drafting.drop()
