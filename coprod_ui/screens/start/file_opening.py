"""Beginning a meeting with a file: of ours, with its history where it holds one, or of another program."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coprod_core.files import meeting_file
from coprod_core.files.json_file import FileError, written_before
from coprod_core.placing.layout import placed
from coprod_core.web.model import Web
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, literal, t

if TYPE_CHECKING:
    from coprod_ui.files.incoming import Source

HOLES_FROM = 4
"""From this version of the files on, an effect that nobody wrote down is told as not known."""

Enter = Callable[[Callable[[], str], list[str]], None]
"""Begins a meeting, once: how to begin it, and what the button keeps of an earlier click."""


def open_file(enter: Enter) -> None:
    """Asks for a file or a table and shows what it holds; one that cannot be read says where it is wrong.

    What reads files is loaded once somebody opens this: the first screen need not wait for it. From then on it stays
    drawn, so that a file stays chosen when somebody clicks beside it.
    """
    with st.popover(t("start.open_file"), icon=":material/folder_open:", key="file_menu", on_change="rerun") as menu:
        if menu.open or st.session_state.get(_OPENED):
            st.session_state[_OPENED] = True
            _ask(enter)


_OPENED = "file_menu_was_open"


def _ask(enter: Enter) -> None:
    from coprod_ui.files import incoming

    draft = drafts.of("file", meeting=drafts.NO_MEETING)
    source = incoming.ask(draft, t("start.file"))
    if source is None:
        return
    try:
        _opened(draft, source, enter)
    except FileError as error:
        incoming.faults(error)


def _opened(draft: Draft, source: "Source", enter: Enter) -> None:
    """What a source holds, and a button to begin with it. Raises `FileError`."""
    if meeting_file.holds_meeting(source.content):
        held = meeting_file.read(source.content)
        _holds(held.history.web, current_words().plural("start.file_steps", len(held.entries)), source.content)
        begin = partial(current.store().import_meeting, held.entries)
    else:
        from coprod_ui.files import incoming

        brought = incoming.read(draft, source)
        if brought is None:
            return
        web = brought.web
        _holds(web, "", source.content)
        begin = partial(_begin, web)
    button(t("start.file_open"), enter, begin, [], key="file_open")


def _begin(web: Web) -> str:
    return current.store().begin(placed(web))


def _holds(web: Web, steps: str, content: bytes) -> None:
    said = t(
        "start.file_holds",
        title=literal(web.title) or t("frame.untitled"),
        parties=len(web.actors),
        interests=len(web.interests),
    )
    st.markdown(f"{said} {steps}")
    if written_before(content, HOLES_FROM) and any(current.left_out(plan, web) for plan in web.options):
        st.markdown(t("errors.from_before"))
