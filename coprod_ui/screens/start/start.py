"""Ways to begin: a meeting of one's own, an earlier one, or a file."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from coprod_core.checked.errors import CoprodError
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.placing.layout import placed
from coprod_core.store.values import Summary
from coprod_core.web.model import Web
from coprod_ui.examples.blank_webs import begun_with, blank_webs
from coprod_ui.meeting import current, drafts, selection
from coprod_ui.meeting.drafts import Draft
from coprod_ui.meeting.once import once
from coprod_ui.widgets import controls, way
from coprod_ui.widgets.button import button
from coprod_ui.words import Words, current_words, literal, t

SHOWN_MEETINGS = 5


def _begin(web_of: Callable[[], Web], begun: list[str]) -> None:
    """Begins a meeting with a web, once."""
    enter(lambda: current.store().begin(placed(web_of())), begun)


def enter(begin: Callable[[], str], begun: list[str], screen: str = "web") -> None:
    """Begins a meeting and goes to one of its screens; a second click on the same button goes along to it."""
    try:
        current.choose(once(begun, begin))
    except CoprodError as error:
        current.tell(error)
        return
    way.go(screen)


# -- a new meeting --------------------------------------------------------------------------------------------------


def new_meeting() -> None:
    """A web of one's own: a title, the kind of project whose parties it begins with, and two ways to look at it."""
    st.markdown(f"##### {t('start.own')}")
    draft = drafts.of("new_meeting", meeting=drafts.NO_MEETING)
    with st.form("new_meeting", border=False):
        draft.field(
            st.text_input,
            t("start.title"),
            "title",
            in_form=True,
            placeholder=t("start.title_example"),
            max_chars=LONGEST_NAME,
        )
        draft.choice(st.selectbox, t("blank_webs.which"), _kinds(), "kind", in_form=True, filter_mode=None)
        with st.container(horizontal=True):
            st.form_submit_button(
                t("start.begin"), icon=":material/add:", key="begin", on_click=_begin_new, args=([], draft)
            )
            st.form_submit_button(
                t("blank_webs.power_map"),
                icon=":material/grid_view:",
                key="begin_power_map",
                on_click=_begin_power_map,
                args=([], draft),
                type="tertiary",
            )


_OWN = "own"


def _kinds() -> dict[str, str]:
    """The kinds of project a meeting can begin with, by name; none of them first."""
    language = st.session_state["language"]
    return {_OWN: t("blank_webs.own"), **{each.name: each.web.title for each in blank_webs(language)}}


def _begin_new(begun: list[str], draft: Draft) -> None:
    title, kind = " ".join(draft.text("title").split()), draft.text("kind")
    language, untitled = st.session_state["language"], t("start.untitled")
    _begin(lambda: begun_with(kind, title, language, untitled), begun)


def _begin_power_map(begun: list[str], draft: Draft) -> None:
    """The same meeting, with the power map in sight."""
    selection.show_power_map()
    _begin_new(begun, draft)


# -- an earlier meeting ---------------------------------------------------------------------------------------------


def meetings() -> None:
    """The meetings kept on this machine, last changed first."""
    summaries = current.store().meetings()
    if not summaries:
        return
    st.markdown(f"##### {t('start.go_on')}")
    shown = summaries if st.session_state.get("all_meetings") else summaries[:SHOWN_MEETINGS]
    words = current_words()
    for summary in shown:
        _meeting_row(summary, words)
    if len(summaries) > SHOWN_MEETINGS:
        st.toggle(t("start.all_meetings", count=len(summaries)), key="all_meetings", persist_state="session")


def _meeting_row(summary: Summary, words: Words) -> None:
    zone = ZoneInfo(st.context.timezone or "Europe/Amsterdam")
    when = f"{words.day(summary.changed_at, datetime.now(UTC), zone)} {words.time(summary.changed_at, zone)}"
    name = literal(summary.title) or t("frame.untitled")
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        button(f"{name} · {when}", _go_on, summary.id, key=f"go_on_{summary.id}", icon="history", type="tertiary")
        st.space("stretch")
        with st.popover(
            t("start.more"),
            icon=":material/more_horiz:",
            type="tertiary",
            key=f"menu_{summary.id}",
            on_change="rerun",
        ) as menu:
            if menu.open:
                _meeting_menu(summary)


def _go_on(meeting_id: str) -> None:
    current.choose(meeting_id)
    way.go("web")


def _meeting_menu(summary: Summary) -> None:
    controls.shown(
        st.text_input,
        t("start.rename"),
        summary.title,
        lambda title: current.attempt(lambda: current.store().rename(summary.id, title)),
        key=f"title_{summary.id}",
        max_chars=LONGEST_NAME,
    )
    button(t("start.duplicate"), _duplicate, summary, [], key=f"duplicate_{summary.id}", icon="content_copy")
    st.markdown(t("start.delete_warning"))
    scenarios = current.store().forks_of(summary.id)
    if scenarios:
        st.markdown(t("start.delete_warning_scenarios", count=len(scenarios)))
    button(t("start.delete"), _delete, summary.id, key=f"delete_{summary.id}", icon="delete")


def _duplicate(summary: Summary, made: list[str]) -> None:
    title = t("start.copy_of", title=summary.title)[:LONGEST_NAME]
    current.attempt(lambda: once(made, lambda: current.store().duplicate(summary.id, title)))


def _delete(meeting_id: str) -> None:
    gone = {meeting_id, *(scenario.id for scenario in current.store().forks_of(meeting_id))}
    current.delete(meeting_id)
    if current.meeting_id() in gone:
        current.leave()
