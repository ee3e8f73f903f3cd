"""The meeting's name, and behind it what belongs to the meeting as a whole."""

from collections.abc import Iterable
from datetime import UTC, datetime

import streamlit as st

from coprod_core.acts.commands import ChangeMeeting
from coprod_core.exchange import Card
from coprod_core.files import meeting_file
from coprod_core.files.meeting_file import Entry
from coprod_core.files.web_file import write
from coprod_core.files.without_noted import entries_without
from coprod_core.store.values import Loaded
from coprod_core.web.model import Web
from coprod_ui.bar import erase_noted
from coprod_ui.files import bring_in, noted_along, save_as
from coprod_ui.files.file_names import file_name
from coprod_ui.meeting import current
from coprod_ui.widgets import controls, explain, way
from coprod_ui.widgets import room_remote as remote
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import t

_ASKED = "dialog_asked"
"""Which dialog to open once the menu made way for it."""


def meeting_menu(loaded: Loaded) -> None:
    """Draws the button that lies over the meeting's name, and opens its story, texts, files and the room's window."""
    web = loaded.history.web
    # the button's own words never change: with them the menu would close while somebody types in it
    with st.popover(t("meeting.menu"), key="meeting_menu", on_change="rerun") as menu:
        if menu.open:
            _inside(web, named=current.scenario() is None)
    match st.session_state.pop(_ASKED, None):
        case "explain":
            explain.show(current.readings_of(web))
        case "save_as":
            save_as.show(file_name(web.title))
        case "bring_in":
            bring_in.show()
        case "erase_noted":
            erase_noted.show()


def ask_for_story() -> None:
    """Has the story open once the menu made way for it."""
    st.session_state["meeting_menu"] = False
    st.session_state[way.STORY] = True


def _inside(web: Web, named: bool) -> None:
    if web.case.story or web.case.questions:
        st.button(t("cases.story"), icon=":material/menu_book:", key="case_story", on_click=ask_for_story)
    for field in ("title", "phase", "filled_in_by", "missing_plan"):
        controls.text(t(f"meeting.{field}"), getattr(web, field), _change(field), key=f"meeting_{field}")
    controls.long_text(t("meeting.notes"), web.notes, _change("notes"), key="meeting_notes")
    privacy_note(" ".join((web.title, web.phase, web.filled_in_by, web.missing_plan, web.notes)))
    button(t("explain.button"), _ask, "explain", key="explain_meeting", icon="calculate", type="tertiary")
    noted = noted_along.asked(web, "noted_along_menu")
    st.download_button(
        t("meeting.save_file"),
        lambda: web_as_file(web, noted),
        file_name=f"{file_name(web.title)}.json",
        mime="application/json",
        icon=":material/download:",
        key="save_file",
        on_click="ignore",
    )
    _save_history(web, noted)
    for dialog, icon in (("save_as", ":material/file_export:"), ("bring_in", ":material/input:")):
        st.button(t(f"{dialog}.heading"), icon=icon, key=dialog, on_click=_ask, args=(dialog,))
    st.button(t("noted.erase"), icon=":material/ink_eraser:", key="erase_noted", on_click=_ask, args=("erase_noted",))
    if named:
        remote.draw(current.meeting_id() or "", key="menu")


def _ask(dialog: str) -> None:
    # the menu stands over everything, so it makes way first
    st.session_state["meeting_menu"] = False
    st.session_state[_ASKED] = dialog


def _card(web: Web) -> dict[str, str]:
    """The card of a file that is saved now."""
    return Card(datetime.now(UTC)).lines(web)


def web_as_file(web: Web, noted: bool) -> bytes:
    """The web as a file; `noted`: with what was noted of parties."""
    return write(noted_along.as_saved(web, noted), _card(web)).encode()


def history_as_file(entries: Iterable[Entry], web: Web, noted: bool) -> bytes:
    """The whole log as a file; what was noted of parties stands in its acts too, and goes along only where `noted`."""
    return meeting_file.write(entries if noted else entries_without(entries), _card(web)).encode()


def _save_history(web: Web, noted: bool) -> None:
    meeting, store = current.meeting_id() or "", current.store()
    name = file_name(web.title)
    st.download_button(
        t("meeting.save_history"),
        lambda: history_as_file(store.export(meeting, up_to_damage=True), web, noted),
        file_name=f"{name}-{file_name(t('screens.history'))}.json",
        mime="application/json",
        icon=":material/history:",
        key="save_history",
        on_click="ignore",
        help=t("meeting.save_history_help"),
    )


def _change(field: str) -> controls.ActOf:
    return lambda value: ChangeMeeting({field: value})
