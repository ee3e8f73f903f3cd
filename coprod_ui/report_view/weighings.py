"""The weighings on record: each with its words, what has changed since, and the ways to look at it again."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from coprod_core.fields import day
from coprod_core.history import History
from coprod_core.store import Loaded
from coprod_core.weighing import (
    Dilemma,
    Finding,
    LookAgain,
    LookedAgain,
    Recorded,
    WithdrawWeighing,
)
from coprod_ui import controls, current, sentences
from coprod_ui.privacy_note import privacy_note
from coprod_ui.report_view import drafting
from coprod_ui.report_view.weigh import form
from coprod_ui.strip import DILEMMAS
from coprod_ui.timeline import timeline
from coprod_ui.words import current_words, literal, t

MOST_CHANGES = 8


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the form while a weighing is being written, else the weighings on record."""
    history = loaded.history
    web, readings, held = history.web, current.readings_of(history.web), drafting.draft()
    if held is not None:
        form(held, readings, web, digits)
        return
    st.markdown(t("report_screen.weighings_said"))
    _begin(history, digits)
    if not history.weighings:
        st.markdown(t("report.no_choices"))
        return
    listed, one = st.columns([1, 1.9], gap="large")
    with listed:
        chosen = _choose(history)
    with one:
        _recorded(loaded, chosen, history.weighings[chosen], digits)


def _begin(history: History, digits: bool) -> None:
    """A button per dilemma, to weigh it."""
    web, readings = history.web, current.readings_of(history.web)
    with st.container(horizontal=True, key="begin_weighing"):
        for name in DILEMMAS:
            rule = drafting.first_rule(readings, web) if name == Dilemma.RULES else ""
            st.button(
                t(f"dilemmas.{name}"),
                key=f"weigh_{name}",
                icon=":material/balance:",
                on_click=drafting.begin,
                args=(Dilemma(name), rule, readings, web, digits),
            )


def _choose(history: History) -> int:
    """Which weighing to read: the newest until a person chooses another."""
    places = list(reversed(history.weighings))
    chosen = st.session_state.get("read_weighing")
    chosen = chosen if chosen in history.weighings else places[0]
    with st.container(gap=None, key="weighings"):
        for seq in places:
            weighing = history.weighings[seq].weighing
            due = _due(history.weighings[seq])
            st.button(
                f"{t(f'dilemmas.{weighing.dilemma}')} **{literal(weighing.chosen)}**",
                key=f"read_weighing_{seq}",
                type="secondary" if seq == chosen else "tertiary",
                icon=":material/notifications:" if due else None,
                help=t("report_screen.due") if due else None,
                on_click=_read,
                args=(seq,),
            )
    return chosen


def _read(seq: int) -> None:
    st.session_state["read_weighing"] = seq


def _due(recorded: Recorded) -> bool:
    again = day(recorded.again)
    return again is not None and again <= date.today()


def _recorded(loaded: Loaded, seq: int, recorded: Recorded, digits: bool) -> None:
    words, weighing = current_words(), recorded.weighing
    entries = timeline(current.meeting_id() or "", loaded).entries
    st.markdown(f"##### {sentences.weighing_about(weighing, recorded.web, words)}")
    lines = [f"**{t('weighing.chosen')}:** {literal(weighing.chosen)}"]
    for field in ("why", "by", "for_losers"):
        if getattr(weighing, field):
            lines.append(f"**{t(f'weighing.{field}')}:** {literal(getattr(weighing, field))}")
    if recorded.again:
        again = f"**{t('weighing.again')}:** {sentences.day_said(recorded.again, words)}"
        lines.append(f"{again}. {t('report_screen.due')}" if _due(recorded) else again)
    lines += [_looked(at, looked, entries[at - 1].at) for at, looked in recorded.looked_again]
    st.markdown("\n".join(f"- {line}" for line in lines))
    if weighing.ways:
        with st.expander(t("report.ways_caption"), key=f"ways_{seq}", on_change="rerun") as opened:
            if opened.open:
                heads = t("charts.way"), t("weighing.loses")
                _table([(literal(way.name), literal(way.loses)) for way in weighing.ways], heads)
    _since(loaded.history, recorded, digits)
    st.markdown(f":gray[{t('report.recorded_on', date=sentences.date_said(entries[seq - 1].at, words))}]")
    _acts(seq, recorded)


def _looked(at: int, looked: LookedAgain, when: date) -> str:
    words = current_words()
    head = t("report.looked_on", date=sentences.date_said(when, words))
    said = " ".join(part for part in (literal(looked.said), f"({literal(looked.by)})" if looked.by else "") if part)
    return f"**{head}:** {t(f'findings.{looked.finding}')}. {said}".strip()


def _since(history: History, recorded: Recorded, digits: bool) -> None:
    """What has changed since the choice, in the web and in what is lost on each way out."""
    words = current_words()
    changes = sentences.changed_since(recorded, history.web, words)
    if not changes:
        st.markdown(t("weighing.nothing_changed"))
        return
    st.markdown(f"**{t('weighing.since')}**")
    more = len(changes) - MOST_CHANGES
    shown = [*changes[:MOST_CHANGES], *([t("say_fixed.more", count=more)] if more > 0 else [])]
    st.markdown("\n".join(f"- {line}" for line in shown))
    then, now = current.readings_of(recorded.web), current.readings_of(history.web)
    rows = sentences.losses_then_and_now(recorded, then, now, words, digits)
    if rows:
        heads = t("weighing.lost_then_and_now"), t("weighing.then"), t("weighing.today")
        _table([(literal(name), was, is_) for name, was, is_ in rows], heads)


def _table(rows: Sequence[tuple[str, ...]], heads: tuple[str, ...]) -> None:
    st.table(pd.DataFrame(rows, columns=heads).set_index(heads[0]))


# -- going on with one ----------------------------------------------------------------------------------------------


def _acts(seq: int, recorded: Recorded) -> None:
    with st.container(horizontal=True, key="weighing_acts"):
        with st.popover(t("report_screen.look_again"), icon=":material/refresh:", key="look_again"):
            _look_again(seq)
        st.button(
            t("report_screen.other_words"),
            key="revise_weighing",
            icon=":material/edit:",
            on_click=drafting.revise,
            args=(seq, recorded.weighing),
        )
        with st.popover(t("report_screen.withdraw"), icon=":material/delete:", key="withdraw"):
            st.markdown(t("report_screen.withdraw_said"))
            controls.act_button(t("report_screen.withdraw_sure"), lambda: WithdrawWeighing(seq), key="withdraw_sure")


def _look_again(seq: int) -> None:
    key = f"again_{seq}"
    finding = st.radio(
        t("report_screen.finding"),
        list(Finding),
        format_func=lambda finding: t(f"findings.{finding}"),
        key=f"{key}_finding",
    )
    said = st.text_area(t("weighing.why"), key=f"{key}_said", height=90)
    by = st.text_input(t("weighing.by"), key=f"{key}_by", placeholder=t("report_screen.by_example"))
    on = st.date_input(t("weighing.again"), None, key=f"{key}_day", format="DD-MM-YYYY")
    privacy_note(f"{said} {by}")
    st.button(
        t("report_screen.keep"),
        key="keep_looked_again",
        icon=":material/check:",
        on_click=_keep_looked_again,
        args=(seq, finding, said.strip(), by.strip(), on.isoformat() if isinstance(on, date) else ""),
    )


def _keep_looked_again(seq: int, finding: Finding, said: str, by: str, again: str) -> None:
    if controls.do(lambda: LookAgain(seq, LookedAgain(finding, said, by, again))):
        for field in ("finding", "said", "by", "day"):
            st.session_state.pop(f"again_{seq}_{field}", None)
