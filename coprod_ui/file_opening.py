"""Beginning a meeting with a file: of ours, with its history where it holds one, or of another program."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from coprod_core import meeting_file
from coprod_core.json_file import FileError
from coprod_core.model import Web
from coprod_ui import current, incoming, web_editor
from coprod_ui.incoming import Source
from coprod_ui.words import current_words, t

Enter = Callable[[Callable[[], str], list[str]], None]
"""Begins a meeting, once: how to begin it, and what the button keeps of an earlier click."""


def open_file(enter: Enter) -> None:
    """Asks for a file or a table and shows what it holds; one that cannot be read says where it is wrong."""
    with st.popover(t("start.open_file"), icon=":material/folder_open:", key="file_menu"):
        source = incoming.ask("file", t("start.file"))
        if source is None:
            return
        try:
            _opened(source, enter)
        except FileError as error:
            incoming.faults(error)


def _opened(source: Source, enter: Enter) -> None:
    """What a source holds, and a button to begin with it. Raises `FileError`."""
    if meeting_file.holds_meeting(source.content):
        held = meeting_file.read(source.content)
        _holds(held.history.web, current_words().plural("start.file_steps", len(held.entries)))
        begin = partial(current.store().import_meeting, held.entries)
    else:
        web = incoming.read("file", source).web
        _holds(web, "")
        begin = partial(_begin, web)
    st.button(t("start.file_open"), key="file_open", on_click=enter, args=(begin, []))


def _begin(web: Web) -> str:
    return current.store().begin(web_editor.placed(web))


def _holds(web: Web, steps: str) -> None:
    said = t(
        "start.file_holds",
        title=incoming.name_of(web.title),
        parties=len(web.actors),
        interests=len(web.interests),
    )
    st.markdown(f"{said} {steps}")
