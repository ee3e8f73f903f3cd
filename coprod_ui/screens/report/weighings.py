"""The weighings on record: each with its words, what has changed since, and the ways to look at it again."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from coprod_core.acts.history import History
from coprod_core.acts.weighing import Dilemma, Finding, LookAgain, LookedAgain, Recorded, WithdrawWeighing
from coprod_core.checked.fields import day
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.store.values import Loaded
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.meeting.timeline import timeline
from coprod_ui.report import drafting
from coprod_ui.screens.report.weigh import form
from coprod_ui.sentences import weighings as say_weighings
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.lines import listed
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import current_words, literal, t

MOST_CHANGES = 8


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the form while a weighing is being written, else the weighings on record."""
    history = loaded.history
    web, readings, held = history.web, current.readings_at(history), drafting.draft()
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
    web, readings = history.web, current.readings_at(history)
    with st.container(horizontal=True, key="begin_weighing"):
        others = {Dilemma.PLANS: web.options, Dilemma.OWN: web.dilemmas}
        for dilemma in (*map(Dilemma, DILEMMAS), *(each for each, there in others.items() if there)):
            button(
                say_weighings.dilemma_weighed(dilemma, current_words()),
                drafting.begin,
                dilemma,
                drafting.first_about(dilemma, readings, web),
                readings,
                web,
                digits,
                key=f"weigh_{dilemma}",
                icon="balance",
            )


def _choose(history: History) -> int:
    """Which weighing to read: the newest until a person chooses another."""
    places = list(history.weighings)[::-1]
    asked: int = st.session_state.get(current.of_this("read_weighing"), 0)
    chosen = asked if asked in history.weighings else places[0]
    with st.container(gap=None, key="weighings"):
        for seq in places:
            weighing = history.weighings[seq].weighing
            due = _due(history.weighings[seq])
            st.button(
                f"{say_weighings.dilemma_weighed(weighing.dilemma, current_words())} **{literal(weighing.chosen)}**",
                key=f"read_weighing_{seq}",
                type="secondary" if seq == chosen else "tertiary",
                icon=":material/notifications:" if due else None,
                help=t("report_screen.due") if due else None,
                on_click=_read,
                args=(seq,),
            )
    return chosen


def _read(seq: int) -> None:
    st.session_state[current.of_this("read_weighing")] = seq


def _due(recorded: Recorded) -> bool:
    again = day(recorded.again)
    return again is not None and again <= date.today()


def _recorded(loaded: Loaded, seq: int, recorded: Recorded, digits: bool) -> None:
    words, weighing = current_words(), recorded.weighing
    entries = timeline(current.meeting_id() or "", loaded).entries
    st.markdown(f"##### {say_weighings.weighing_about(weighing, recorded.web, words)}")
    told = {name: getattr(weighing, name) for name in ("chosen", "prevails", "why", "by", "for_losers")}
    lines = [f"{_head(name)} {literal(text)}" for name, text in told.items() if text]
    if recorded.again:
        again = f"{_head('again')} {say_weighings.day_said(recorded.again, words)}"
        lines.append(f"{again}. {t('report_screen.due')}" if _due(recorded) else again)
    lines += [_looked(at, looked, entries[at - 1].at) for at, looked in recorded.looked_again]
    listed(lines)
    if weighing.ways:
        with st.expander(t("report.ways_caption"), key=f"ways_{seq}", on_change="rerun") as opened:
            if opened.open:
                heads = t("charts.way"), t("weighing.loses")
                _table([(literal(way.name), literal(way.loses)) for way in weighing.ways], heads)
    _since(loaded.history, recorded, digits)
    st.markdown(f":gray[{t('report.recorded_on', date=say_weighings.date_said(entries[seq - 1].at, words))}]")
    _acts(seq, recorded)


def _head(name: str) -> str:
    """What a line is about; a question needs no colon."""
    label = t(f"weighing.{name}")
    return f"**{label}**" if label.endswith("?") else f"**{label}:**"


def _looked(at: int, looked: LookedAgain, when: date) -> str:
    words = current_words()
    head = t("report.looked_on", date=say_weighings.date_said(when, words))
    said = " ".join(part for part in (literal(looked.said), f"({literal(looked.by)})" if looked.by else "") if part)
    return f"**{head}:** {t(f'findings.{looked.finding}')}. {said}".strip()


def _since(history: History, recorded: Recorded, digits: bool) -> None:
    """What has changed since the choice, in the web and in what is lost on each way out."""
    words = current_words()
    changes = say_weighings.changed_since(recorded, history.web, words)
    if not changes:
        st.markdown(t("weighing.nothing_changed"))
        return
    st.markdown(f"**{t('weighing.since')}**")
    more = len(changes) - MOST_CHANGES
    shown = [*changes[:MOST_CHANGES], *([t("say_fixed.more", count=more)] if more > 0 else [])]
    listed(shown)
    then, now = current.readings_of(recorded.web), current.readings_at(history)
    rows = say_weighings.losses_then_and_now(recorded, then, now, words, digits)
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
        button(
            t("report_screen.other_words"), drafting.revise, seq, recorded.weighing, key="revise_weighing", icon="edit"
        )
        with st.popover(t("report_screen.withdraw"), icon=":material/delete:", key="withdraw"):
            st.markdown(t("report_screen.withdraw_said"))
            controls.act_button(t("report_screen.withdraw_sure"), lambda: WithdrawWeighing(seq), key="withdraw_sure")


def _look_again(seq: int) -> None:
    draft = drafts.of("look_again", str(seq))
    draft.choice(
        st.radio, t("report_screen.finding"), {finding: t(f"findings.{finding}") for finding in Finding}, "finding"
    )
    draft.field(st.text_area, t("weighing.why"), "said", height=90)
    draft.field(st.text_input, t("weighing.by"), "by", placeholder=t("report_screen.by_example"))
    draft.field(st.date_input, t("weighing.again"), "day", None, value=None, format="DD-MM-YYYY")
    privacy_note(f"{draft.text('said')} {draft.text('by')}")
    button(
        t("report_screen.keep"),
        _keep_looked_again,
        seq,
        draft,
        key="keep_looked_again",
        icon="check",
    )


def _keep_looked_again(seq: int, draft: Draft) -> None:
    on = draft.get("day")
    again = on.isoformat() if isinstance(on, date) else ""
    looked = LookedAgain(Finding(draft.get("finding")), draft.text("said"), draft.text("by"), again)
    if controls.do(lambda: LookAgain(seq, looked)):
        draft.close()
