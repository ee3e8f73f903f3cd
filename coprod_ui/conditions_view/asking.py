"""Questions to which there may be no answer yet, parties to choose from, and adding what people say."""

from collections.abc import Callable, Sequence

import streamlit as st

from coprod_core.errors import CoprodError
from coprod_core.history import Act
from coprod_core.model import Web
from coprod_ui import controls
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import t

NOT_SAID = -1.0
"""Stands in a list of levels for the answer that is still to be given."""


def perhaps(
    label: str, value: float | None, steps: Sequence[tuple[float, str]], act_of: controls.ActOf, *, key: str
) -> None:
    """A choice among levels that have a word, or that nobody said it yet."""
    controls.levels(
        label,
        NOT_SAID if value is None else value,
        [(NOT_SAID, t("conditions.not_said")), *steps],
        lambda chosen: act_of(None if chosen == NOT_SAID else chosen),
        key=key,
    )


def tick(label: str, value: bool, act_of: controls.ActOf, *, key: str) -> None:
    """Whether something holds."""
    controls.controlled(st.checkbox, label, value, act_of, key=key)


def words_of(label: str, value: str, act_of: controls.ActOf, *, key: str, placeholder: str | None = None) -> None:
    """A few lines of people's own words, with a warning where they may point at one person."""
    controls.long_text(label, value, act_of, key=key, height=80, placeholder=placeholder)
    privacy_note(value)


def between(key: str, web: Web, labels: tuple[str, str]) -> None:
    """Two parties to choose, one beside the other: kept in the session under `key` + `_who` and `_of_whom`."""
    names = {actor.id: actor.name for actor in web.actors}
    sides = zip(st.columns(2), ("who", "of_whom"), labels, usual_pair(web), strict=True)
    for column, side, label, start in sides:
        with column:
            controls.one_of(label, names, key=f"{key}_{side}", first=start)


def usual_pair(web: Web) -> tuple[str, str]:
    """A group and an organisation to begin with, those at the table first; of at least two parties."""
    seated = sorted(web.actors, key=lambda actor: not actor.seated)
    group = next((actor for actor in seated if actor.citizens), seated[0])
    others = [actor for actor in seated if actor.id != group.id]
    return group.id, next((actor for actor in others if not actor.citizens), others[0]).id


def adding(label: str, act_of: Callable[[], Act | None], *, key: str, said: tuple[str, ...]) -> None:
    """A button that adds what was filled in under the keys `said`, which are empty again once it is kept."""
    st.button(label, key=key, icon=":material/add:", on_click=_add, args=(act_of, said))


def _add(act_of: Callable[[], Act | None], said: tuple[str, ...]) -> None:
    def made() -> Act | None:
        if not any(st.session_state[key].strip() for key in said):
            raise CoprodError("nothing_said")
        return act_of()

    if controls.do(made):
        for key in said:
            st.session_state[key] = ""


def folded(key: str, draw: Callable[[], None]) -> None:
    """A quiet button behind which an entry can be changed."""
    with st.popover(t("conditions.more"), type="tertiary", key=key, on_change="rerun") as more:
        if more.open:
            draw()


def taking_away(act: Act, *, key: str) -> None:
    """A quiet button that takes an entry away; undo brings it back."""
    controls.act_button(t("conditions.take_away"), lambda: act, key=key, icon=":material/delete:", type="tertiary")
