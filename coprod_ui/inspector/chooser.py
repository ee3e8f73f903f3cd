"""Choosing one of a list of named things, or adding a new one by its name."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from coprod_core.history import Act
from coprod_core.ids import new_id
from coprod_core.model import Option, Rule
from coprod_ui import controls
from coprod_ui.words import t

Chosen = TypeVar("Chosen", Option, Rule)


def chooser(kind: str, items: Sequence[Chosen], prefix: str, added: Callable[[str, str], Act]) -> Chosen | None:
    """Draws the choice and the field for a new one; gives the one that is chosen, None when there are none.

    `kind`: `plan` or `rule`, the table its words stand in. `added`: the act that adds one with this id and name;
    `prefix`: what its id begins with.
    """
    by_id = {item.id: item for item in items}
    key, new_key = f"chosen_{kind}", f"new_{kind}"
    if items:
        if st.session_state.get(key) not in by_id:
            st.session_state[key] = items[0].id
        st.selectbox(
            t(f"{kind}s.choose"),
            list(by_id),
            format_func=lambda id_: by_id[id_].name if id_ in by_id else "",
            key=key,
            label_visibility="collapsed",
            persist_state="session",
        )
    else:
        st.markdown(t(f"{kind}s.none"))

    def add() -> None:
        name, id_ = st.session_state[new_key].strip(), new_id(prefix)
        if name and controls.do(lambda: added(id_, name)):
            st.session_state[key], st.session_state[new_key] = id_, ""

    st.text_input(
        t(f"{kind}s.new"),
        key=new_key,
        placeholder=t(f"{kind}s.new"),
        label_visibility="collapsed",
        max_chars=200,
        on_change=add,
    )
    return by_id.get(st.session_state.get(key, ""))
