"""Bringing a file or a table into the open meeting: first what it would change, then one act that can be undone."""

import streamlit as st

from coprod_core.commands import BringIn
from coprod_core.comparison import differences
from coprod_core.history import Act
from coprod_core.json_file import FileError
from coprod_core.model import Web
from coprod_ui import controls, current, incoming, sentences, web_editor
from coprod_ui.words import current_words, t

SHOWN = 8
"""The differences that stand in sight; the others are behind a heading."""

_KEY = "bring_in"


def show() -> None:
    """Opens it in a dialog."""
    st.dialog(t("bring_in.heading"), width="medium")(draw)()


def draw() -> None:
    """Asks for a file or a table, and shows what it would change."""
    loaded = current.stored()
    if loaded is None:
        return
    st.markdown(t("bring_in.invitation"))
    source = incoming.ask(_KEY, t("start.file"))
    if source is None:
        return
    web = loaded.history.web
    try:
        brought = incoming.read(_KEY, source)
        after = web_editor.placed(brought.onto(web))
    except FileError as error:
        incoming.faults(error)
        return
    st.markdown(t("bring_in.replaces" if brought.complete else "bring_in.adds"))
    _changes(web, after)
    st.markdown(f":gray[{t('bring_in.undo')}]")
    if st.button(t("bring_in.bring"), key="bring_in_sure", icon=":material/input:", disabled=web == after):
        controls.do(lambda: _act(after, source.name))
        st.rerun()


def _act(after: Web, name: str) -> Act | None:
    """The act, unless the click before this one did it already."""
    loaded = current.stored()
    return None if loaded is None or loaded.history.web == after else BringIn(after, name)


def _changes(web: Web, after: Web) -> None:
    """What bringing this in would change, and what that does to the readings."""
    words = current_words()
    said = [f"- {sentences.difference(each, web, after, words)}" for each in differences(web, after)]
    if not said:
        st.markdown(t("bring_in.nothing"))
        return
    st.markdown("\n".join([t("bring_in.changes"), "", *said[:SHOWN]]))
    if len(said) > SHOWN:
        with st.expander(words("say_different.more", count=len(said) - SHOWN), key="bring_in_more"):
            st.markdown("\n".join(said[SHOWN:]))
    readings = current.readings_of(web), current.readings_of(after)
    st.markdown(sentences.what_changed(*readings, words, digits=False))
