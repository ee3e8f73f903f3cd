"""What is selected in this window: one party, interest, link or relation, whether on the canvas or in the inspector."""

from typing import Any

import streamlit as st

from coprod_core.model import Web

Selection = tuple[str, ...]
"""`("actor", id)`, `("interest", id)`, `("stake", actor, interest)`, `("relation", a, b)`, or `()` for nothing."""


def exists(selection: Selection, web: Web) -> bool:
    """Whether what is selected is still on the web."""
    match selection:
        case ("actor", actor):
            return actor in web.actor_by_id
        case ("interest", interest):
            return interest in web.interest_by_id
        case ("stake", actor, interest):
            return (actor, interest) in web.stake_by_pair or is_unknown(web, actor, interest)
        case ("relation", a, b):
            return any(relation.pair == {a, b} for relation in web.relations)
        case _:
            return False


def is_unknown(web: Web, actor: str, interest: str) -> bool:
    """Whether this is a pair of which nobody knows the stake."""
    return any((pair.actor, pair.interest) == (actor, interest) for pair in web.unknown)


def selected(web: Web) -> Selection:
    """What is selected now; on arrival the absent party that is hit hardest is open, so that one story shows."""
    if "selection" not in st.session_state:
        st.session_state["selection"] = _first(web)
    selection: Selection = st.session_state["selection"]
    return selection if exists(selection, web) else ()


def _first(web: Web) -> Selection:
    largest = {actor.id: 0.0 for actor in web.actors if actor.citizens and not actor.seated}
    for stake in web.stakes:
        if stake.actor in largest:
            largest[stake.actor] = max(largest[stake.actor], stake.weight)
    return ("actor", max(largest, key=lambda id_: largest[id_])) if largest else ()


def select(selection: Selection) -> None:
    """Selects something, and shows it in the inspector."""
    st.session_state["selection"] = selection
    st.session_state["panel"] = "selected"
    st.session_state["focus"] = None


def follow(reported: Any) -> None:
    """Takes over what the canvas says was selected there, once."""
    if not isinstance(reported, dict) or reported.get("n") == st.session_state.get("selection_followed"):
        return
    st.session_state["selection_followed"] = reported.get("n")
    chosen = reported.get("selection")
    if isinstance(chosen, list) and all(isinstance(part, str) for part in chosen):
        select(tuple(chosen))
        st.session_state["focus"] = reported.get("focus")


def wants_focus(field: str) -> str | None:
    """The occasion on which the canvas asked to type in this field of what is selected; None when it did not."""
    return st.session_state.get("selection_followed") if st.session_state.get("focus") == field else None
