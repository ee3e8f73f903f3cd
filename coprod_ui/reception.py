"""Takes in what the browser sent since the last run: acts on the canvas or in the list, and lines typed."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from coprod_core.errors import CoprodError
from coprod_core.history import Act, History
from coprod_core.ids import new_id
from coprod_core.store import Loaded, Origin, StoreFailure
from coprod_ui import current, quick_entry, web_editor, web_list

Incoming = tuple[Origin, Callable[[History], Act]]


def take_in() -> None:
    """Does every act the browser sent and that is not done yet, in the order sent, each exactly once.

    An act that does not fit is refused and told. What the disk did not take stays with the browser, to be tried again.
    """
    loaded = current.stored()
    if loaded is None:
        return
    for origin, act_of in (*web_editor_acts(), *quick_entry.lines()):
        if origin.seq <= acknowledged(loaded).get(origin.client, 0):
            continue
        try:
            current.append(act_of(loaded.history), origin)
        except StoreFailure as failure:
            current.tell(failure)
            return
        except CoprodError as error:
            current.tell(error)
            _refuse(origin)
        loaded = current.stored() or loaded


def _refuse(origin: Origin) -> None:
    refused = st.session_state.setdefault("refused", {})
    refused[origin.client] = max(origin.seq, refused.get(origin.client, 0))


def acknowledged(loaded: Loaded) -> Mapping[str, int]:
    """The last act of each sender that is dealt with: done and on disk, or refused and told."""
    refused: Mapping[str, int] = st.session_state.get("refused", {})
    return {
        client: max(loaded.acknowledged.get(client, 0), refused.get(client, 0))
        for client in {*loaded.acknowledged, *refused}
    }


def web_editor_key() -> str:
    """The canvas's key: one per meeting, so that acts never cross from one meeting into another."""
    return f"{web_editor.KEY}_{current.meeting_id()}"


def web_list_key() -> str:
    """The list's key, likewise."""
    return f"{web_list.KEY}_{current.meeting_id()}"


def web_editor_acts() -> Iterable[Incoming]:
    """The acts on the canvas and in the list, still to be checked against the web."""
    for key in (web_editor_key(), web_list_key()):
        for origin, op in web_editor.pending_operations(st.session_state.get(key)):
            yield origin, lambda history, op=op: web_editor.commands_from(op, history, new_id)
