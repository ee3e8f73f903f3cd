"""The meeting's name, and behind it what belongs to the meeting as a whole."""

import re
from datetime import UTC, datetime

import streamlit as st

from coprod_core import meeting_file
from coprod_core.commands import ChangeMeeting
from coprod_core.exchange import Card
from coprod_core.model import Web
from coprod_core.store import Loaded
from coprod_core.web_file import write
from coprod_ui import bring_in, controls, current, explain, save_as
from coprod_ui.privacy_note import privacy_note
from coprod_ui.room import remote
from coprod_ui.sentences.names import shortened
from coprod_ui.words import literal, t

LONGEST_SHOWN = 40
_ASKED = "dialog_asked"
"""Which dialog to open once the menu made way for it."""


def meeting_menu(loaded: Loaded, named: bool = True) -> None:
    """Draws the name and a button beside it, which opens the texts, the files and the controls of the room's window.

    `named`: whether the name is shown; where something else stands in its place only the button is.
    """
    web = loaded.history.web
    name = shortened(web.title, LONGEST_SHOWN) or t("frame.untitled")
    if named:
        with st.container(key="meeting_name", width="content"):
            st.markdown(f"**{literal(name)}**", width="content")
    # the button's own words never change: with them the menu would close while somebody types in it
    with st.popover(t("meeting.menu"), key="meeting_menu", on_change="rerun") as menu:
        if menu.open:
            _inside(web, named)
    match st.session_state.pop(_ASKED, None):
        case "explain":
            explain.show(current.readings_of(web))
        case "save_as":
            save_as.show(file_name(web.title))
        case "bring_in":
            bring_in.show()


def _inside(web: Web, named: bool) -> None:
    for field in ("title", "filled_in_by", "missing_plan"):
        controls.text(t(f"meeting.{field}"), getattr(web, field), _change(field), key=f"meeting_{field}")
    controls.long_text(t("meeting.notes"), web.notes, _change("notes"), key="meeting_notes")
    privacy_note(" ".join((web.title, web.filled_in_by, web.missing_plan, web.notes)))
    st.button(
        t("explain.button"),
        icon=":material/calculate:",
        type="tertiary",
        key="explain_meeting",
        on_click=_ask,
        args=("explain",),
    )
    st.download_button(
        t("meeting.save_file"),
        lambda: write(web, _card(web)).encode(),
        file_name=f"{file_name(web.title)}.json",
        mime="application/json",
        icon=":material/download:",
        key="save_file",
        on_click="ignore",
    )
    _save_history(web)
    for dialog, icon in (("save_as", ":material/file_export:"), ("bring_in", ":material/input:")):
        st.button(t(f"{dialog}.heading"), icon=icon, key=dialog, on_click=_ask, args=(dialog,))
    if named:
        remote.draw(current.meeting_id(), key="menu")


def _ask(dialog: str) -> None:
    # the menu stands over everything, so it makes way first
    st.session_state["meeting_menu"] = False
    st.session_state[_ASKED] = dialog


def _card(web: Web) -> dict[str, str]:
    """The card of a file that is saved now."""
    return Card(datetime.now(UTC)).lines(web)


def _save_history(web: Web) -> None:
    meeting, store = current.meeting_id(), current.store()
    name = file_name(web.title)
    st.download_button(
        t("meeting.save_history"),
        lambda: meeting_file.write(store.export(meeting), _card(web)).encode(),
        file_name=f"{name}-{file_name(t('screens.history'))}.json",
        mime="application/json",
        icon=":material/history:",
        key="save_history",
        on_click="ignore",
        help=t("meeting.save_history_help"),
    )


def _change(field: str) -> controls.ActOf:
    return lambda value: ChangeMeeting({field: value})


def file_name(title: str) -> str:
    """A name for a file about a meeting: letters, digits and dashes."""
    return re.sub(r"[^\w-]+", "-", title).strip("-").lower()[:60] or "web"
