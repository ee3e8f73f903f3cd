"""The web drawn, or as a list: the same acts either way."""

from functools import partial
from uuid import uuid4

import streamlit as st

from coprod_core.indicators import Readings
from coprod_core.store import Loaded
from coprod_ui import current, selection, sentences
from coprod_ui.reception import acknowledged, web_editor_key, web_list_key
from coprod_ui.web_editor import web_editor
from coprod_ui.web_list import web_list
from coprod_ui.words import current_words, t

HEIGHT = 344


def draw(loaded: Loaded, readings: Readings) -> None:
    """Draws the editor or the list, with what a person selected there or in the inspector."""
    as_list = st.session_state.get("view") == "list"
    view, key = (web_list, web_list_key()) if as_list else (partial(web_editor, show_causes=_asked()), web_editor_key())
    selection.follow((st.session_state.get(key) or {}).get("selection"))
    view(
        loaded.history,
        readings,
        current_words(),
        selected=selection.selected(loaded.history.web),
        acknowledged=acknowledged(loaded),
        height=HEIGHT,
        key=key,
    )


def show_causes() -> None:
    """Has the canvas show only what causes the gap when it is drawn next."""
    st.session_state["view"] = "drawing"
    st.session_state["show_causes"] = uuid4().hex


def _asked() -> str | None:
    return st.session_state.pop("show_causes", None)


def last_act(loaded: Loaded, digits: bool) -> str:
    """What the last act changed, in one quiet sentence."""
    history = loaded.history
    if not history.can_undo and st.session_state.get("view") == "list":
        return t("list.hint")
    before, after = current.readings_of(history.web_before), current.readings_of(history.web)
    return sentences.after_act(before, after, history.last, history.web_before, history.web, current_words(), digits)
