"""The History screen: any moment of a meeting as it was, its steps in words, bookmarks, and the readings' course."""

from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from coprod_core.acts.commands import OpenWeb
from coprod_core.acts.history import Bookmark, RemoveBookmark, Step
from coprod_core.checked.errors import CoprodError
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.comparing.course import LINES, course, largest_change
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.store.values import Loaded
from coprod_core.web.model import Actor, Stake, Web
from coprod_ui.charts import small as pictures
from coprod_ui.charts.course import course_chart
from coprod_ui.charts.web_small import case_picture
from coprod_ui.meeting import copying, current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.meeting.timeline import Timeline, timeline
from coprod_ui.screens.history import moved
from coprod_ui.sentences import acts as say_acts
from coprod_ui.sentences import amounts as say_amounts
from coprod_ui.sentences import changes as say_changes
from coprod_ui.sentences import steps as say_steps
from coprod_ui.sentences.strip import strip_dilemma, strip_gap
from coprod_ui.widgets import controls, explain, way
from coprod_ui.widgets.button import button
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.foot import foot
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import current_words, literal, t

ROWS = 12
"""The steps that stand in the list at once: those around the chosen moment."""


def draw(loaded: Loaded, digits: bool) -> None:
    """Draws the history of a meeting."""
    try:
        line = timeline(current.meeting_id() or "", loaded)
    except CoprodError as error:
        current.tell(error)
        return
    st.header(t("history.heading"), anchor=False)
    if len(line.steps) == 1:
        st.markdown(t("history.nothing_yet"))
        return
    seq = _chosen(line)
    moment, steps = st.columns([1.7, 1], gap="large")
    with moment:
        _choose_moment(line, seq)
        _what_happened(line, seq, digits)
        _then(line.steps[seq - 1].now.web, t("history.step", seq=seq), digits)
        moved.draw(line, seq)
        _course(line, seq, digits)
    with steps:
        _bookmark(line, seq)
        _bookmarks(line)
        _acts(line, seq)
    foot(loaded.history.web, current_words())


# -- the chosen moment ----------------------------------------------------------------------------------------------


def _chosen(line: Timeline) -> int:
    """The place in the log of the chosen moment: the newest until a person chooses another."""
    meeting, seq = st.session_state.get("moment", (None, 0))
    return seq if meeting == line.meeting and 1 <= seq <= len(line.steps) else len(line.steps)


def _go(meeting: str, seq: int, newest: int) -> None:
    # who looks at the newest goes along with what is done next
    st.session_state["moment"] = (meeting, seq) if seq < newest else (None, 0)


def _choose_moment(line: Timeline, seq: int) -> None:
    newest = len(line.steps)
    st.session_state["moment_slider"] = seq
    with st.container(horizontal=True, vertical_alignment="bottom", key="moments"):
        _step_button("earlier", ":material/chevron_left:", line, seq - 1)
        _step_button("later", ":material/chevron_right:", line, seq + 1)
        st.slider(
            t("history.moment"),
            1,
            newest,
            key="moment_slider",
            on_change=lambda: _go(line.meeting, st.session_state["moment_slider"], newest),
        )


def _step_button(name: str, icon: str, line: Timeline, to: int) -> None:
    newest = len(line.steps)
    st.button(
        t(f"history.{name}"),
        icon=icon,
        key=f"moment_{name}",
        disabled=not 1 <= to <= newest,
        on_click=_go,
        args=(line.meeting, to, newest),
    )


def _what_happened(line: Timeline, seq: int, digits: bool) -> None:
    words, step = current_words(), line.steps[seq - 1]
    at, zone = line.entries[seq - 1].at, _zone()
    day = words.day(at, datetime.now(UTC), zone)
    st.markdown(f":gray[{t('history.at', seq=seq, count=len(line.steps), day=day, time=words.time(at, zone))}]")
    with st.container(key="moment_told", gap="xsmall"):
        st.markdown(f"{_told(line, seq)} {_changed(step, digits)}")
        now = line.steps[-1].now
        if step.now is not now:
            then_and_now = current.readings_of(step.now.web), current.readings_of(now.web)
            st.markdown(f"{t('history.since')} {say_changes.what_changed(*then_and_now, words, digits)}")


def _told(line: Timeline, seq: int) -> str:
    told = say_steps.step_told(line.steps[seq - 1], current_words())
    return f"{told} ({t('history.was_undone')})" if line.was_undone(seq) else told


def _changed(step: Step, digits: bool) -> str:
    """What a step changed in the readings; nothing where the web stayed as it was."""
    if step.before is None or step.before.web == step.now.web:
        return ""
    before, after = current.readings_of(step.before.web), current.readings_of(step.now.web)
    return say_changes.what_changed(before, after, current_words(), digits)


def _zone() -> ZoneInfo:
    return ZoneInfo(st.context.timezone or "Europe/Amsterdam")


def _then(web: Web, moment: str, digits: bool) -> None:
    """The web and the four readings as they were."""
    words, dark, readings = current_words(), is_dark(), current.readings_of(web)
    seated = sum(actor.seated for actor in web.actors)
    picture, cells = st.columns([1, 1.5], gap="medium")
    with picture:
        alt = t("history.web_alt", parties=len(web.actors), seated=seated, interests=len(web.interests))
        st.image(case_picture(web, dark), width="stretch", alt=alt)
        explain.whole(readings, "then", moment)
        with st.expander(t("history.then"), key="table_then", on_change="rerun") as opened:
            if opened.open:
                st.table(_table(web).set_index(t("charts.party")))
    with cells:
        _cell("gap", pictures.gap(readings, words, digits, dark), strip_gap(readings, web, words))
        for name in DILEMMAS:
            picture_of = pictures.dilemma(readings, name, web, words, dark)
            _cell(name, picture_of, strip_dilemma(readings, name, web, words))


def _cell(name: str, picture: str, sentence: str) -> None:
    seen, said = st.columns([1, 1], gap="small", vertical_alignment="center")
    seen.html(picture)
    said.markdown(f"**{t(f'strip.{name}')}**  \n{sentence}")


def _table(web: Web) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("charts.party"): [literal(actor.name) for actor in web.actors],
            t("zones.table"): [t("terms.at_table" if actor.seated else "terms.not_at_table") for actor in web.actors],
            t("list.interests"): [_interests(actor, web) for actor in web.actors],
        }
    )


def _interests(actor: Actor, web: Web) -> str:
    return "; ".join(_stake(stake, web) for stake in web.stakes if stake.actor == actor.id)


def _stake(stake: Stake, web: Web) -> str:
    weight = say_acts.weight_word(stake.weight, web.conventions)
    side = say_amounts.side(stake.position)
    return f"{literal(web.interest_by_id[stake.interest].name)}: {t(f'weights.{weight}')}, {t(f'positions.{side}')}"


# -- bookmarks ------------------------------------------------------------------------------------------------------


def _bookmark(line: Timeline, seq: int) -> None:
    """The name of the chosen moment, and the ways to go on from it: in the meeting, or in a copy."""
    held = line.bookmarks.get(seq, "")
    controls.text(
        t("history.bookmark"),
        held,
        lambda text: Bookmark(seq, " ".join(text.split())) if text.strip() else RemoveBookmark(seq),
        key=f"bookmark_{seq}",
        placeholder=t("history.bookmark_example"),
        max_chars=LONGEST_NAME,
    )
    privacy_note(held)
    then, now = line.steps[seq - 1].now.web, line.history.web
    controls.act_button(
        t("history.go_on"),
        lambda: OpenWeb(then),
        key="go_on_from_here",
        icon=":material/undo:",
        disabled=then == now,
        help=t("history.go_on_help"),
    )
    with st.popover(t("history.copy"), icon=":material/content_copy:", key="copy_from_here"):
        st.markdown(t("history.copy_help", seq=seq))
        draft = drafts.of("copy_of_moment")
        draft.field(st.text_input, t("scenarios.name"), "name", max_chars=LONGEST_NAME)
        untitled = t("history.copied", seq=seq)
        button(t("scenarios.copy"), _copy, [], line.meeting, untitled, seq, draft, key="copy_sure")


def _copy(made: list[str], meeting: str, untitled: str, seq: int, draft: Draft) -> None:
    if copying.copy(made, meeting, draft.text("name") or untitled, seq):
        draft.close()
        way.go("scenarios")


def _bookmarks(line: Timeline) -> None:
    st.markdown(f"##### {t('history.bookmarks')}")
    if not line.bookmarks:
        st.markdown(t("history.no_bookmarks"))
    with st.container(horizontal=True, gap="xsmall", key="bookmarks"):
        for seq, text in line.bookmarks.items():
            button(literal(text), _go, line.meeting, seq, len(line.steps), key=f"to_bookmark_{seq}", icon="bookmark")


# -- the steps ------------------------------------------------------------------------------------------------------


def _acts(line: Timeline, chosen: int) -> None:
    """The steps in words, newest first: those around the chosen moment; a click on one chooses it."""
    newest = len(line.steps)
    last = min(newest, max(chosen + ROWS // 2, ROWS))
    first = max(1, last - ROWS + 1)
    st.markdown(f"##### {t('history.acts')}")
    with st.container(gap=None, key="acts"):
        for seq in range(last, first - 1, -1):
            time = current_words().time(line.entries[seq - 1].at, _zone())
            st.button(
                f"{time} · {_told(line, seq)}",
                key=f"to_step_{seq}",
                type="primary" if seq == chosen else "tertiary",
                icon=":material/bookmark:" if seq in line.bookmarks else None,
                on_click=_go,
                args=(line.meeting, seq, newest),
            )
    if newest > ROWS:
        st.markdown(f":gray[{t('history.shown', first=first, last=last, count=newest)}]")


# -- the course of the readings -------------------------------------------------------------------------------------


def _course(line: Timeline, chosen: int, digits: bool) -> None:
    st.markdown(f"##### {t('course.heading')}")
    st.markdown(t("course.invitation"))
    labels = {name: t(f"course.{name}") for name in LINES}
    controls.one_part(t("course.lines"), labels, key="course")
    names, points = LINES[st.session_state.get("course") or "gap"], course(line.steps)
    if all(point.values[name] is None for point in points for name in names):
        st.markdown(t("course.nothing"))
        return
    words, zone = current_words(), _zone()
    times = {point.seq: words.time(line.entries[point.seq - 1].at, zone) for point in points}
    largest = largest_change(points, names)
    st.markdown(t("course.largest", seq=largest.seq, what=_told(line, largest.seq)) if largest else t("course.flat"))
    figure(
        "course",
        course_chart(points, names, times, chosen, line.bookmarks, partial(_told, line), words, digits, is_dark()),
    )
    if len(points) < len(line.steps):
        st.markdown(f":gray[{t('course.sampled', shown=len(points), count=len(line.steps))}]")
