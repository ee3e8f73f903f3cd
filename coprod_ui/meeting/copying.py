"""Copies of a meeting to try things in: making one, now or from an earlier moment, and choosing which to compare."""

from collections.abc import Sequence

import streamlit as st

from coprod_core.store.values import Summary
from coprod_ui.meeting import current
from coprod_ui.meeting.once import once
from coprod_ui.words import t

MOST = 4
"""The most webs held side by side: more would not fit beside each other."""


def family(root: str) -> tuple[Summary, ...]:
    """The meeting and its scenarios, oldest first. Raises `CoprodError` when the disk does not give them."""
    store = current.store()
    return (store.summary(root), *store.forks_of(root))


def chosen(every: Sequence[Summary]) -> list[str]:
    """Which are compared: as chosen in this window, else the meeting and its latest scenarios."""
    root, *scenarios = (each.id for each in every)
    latest = [root, *scenarios[-(MOST - 1) :]]
    wanted = st.session_state.get("compared", {}).get(root, latest)
    return [id_ for id_ in (root, *scenarios) if id_ in wanted]


def choose(every: Sequence[Summary], id_: str, wanted: bool) -> None:
    """Compares one more, in the place of the last where there is no room, or one less."""
    others = [each for each in chosen(every) if each != id_]
    choices = st.session_state.setdefault("compared", {})
    choices[every[0].id] = [*others[: MOST - 1], id_] if wanted else others


def copy(made: list[str], original: str, name: str, at_seq: int | None = None) -> bool:
    """Makes a copy from a place in the log on (None = from now), `once` into `made`, to be compared too.

    A copy without a name gets a number. False when it could not be made; then the person is told.
    """

    def copied() -> None:
        every = family(current.root() or original)
        named = " ".join(name.split()) or t("scenarios.untitled", number=len(every))
        choose(every, once(made, lambda: current.store().fork(original, named, at_seq)), True)

    return current.attempt(copied)
