"""Parties to choose from, and adding what people say."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from coprod_core.acts.history import Act
from coprod_core.checked.errors import CoprodError
from coprod_core.web.model import Web
from coprod_ui.meeting.drafts import Draft
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.controls import one_of
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import t


def between(draft: Draft, web: Web, labels: tuple[str, str]) -> None:
    """Two parties to write about, one beside the other: the fields `who` and `of_whom` of a draft."""
    _pair(web, labels, partial(draft.choice, st.selectbox))


def looked_at(key: str, web: Web, labels: tuple[str, str]) -> tuple[str, str]:
    """Two parties to look at, one beside the other."""
    return _pair(web, labels, lambda label, names, side, start: one_of(label, names, key=f"{key}_{side}", first=start))


def _pair(web: Web, labels: tuple[str, str], choose: Callable[[str, dict[str, str], str, str], str]) -> tuple[str, str]:
    names, (one, other) = {actor.id: actor.name for actor in web.actors}, usual_pair(web)
    left, right = st.columns(2)
    with left:
        first = choose(labels[0], names, "who", one)
    with right:
        return first, choose(labels[1], names, "of_whom", other)


def written(draft: Draft, label: str, field: str, longest: int | None = None) -> None:
    """A few lines of people's own words that are not kept yet, with a warning where they may point at one person."""
    privacy_note(draft.field(st.text_area, label, field, height=80, max_chars=longest))


def named(draft: Draft, label: str, field: str = "name") -> None:
    """A name or a word that is not kept yet, with the same warning."""
    privacy_note(draft.field(st.text_input, label, field, max_chars=200))


def usual_pair(web: Web) -> tuple[str, str]:
    """A group and an organisation to begin with, those at the table first; of at least two parties."""
    seated = sorted(web.actors, key=lambda actor: not actor.seated)
    group = next((actor for actor in seated if actor.citizens), seated[0])
    others = [actor for actor in seated if actor.id != group.id]
    return group.id, next((actor for actor in others if not actor.citizens), others[0]).id


def adding(label: str, act_of: Callable[[], Act | None], draft: Draft, *said: str, key: str) -> None:
    """A button that adds what a draft says in the fields `said`; once that is kept, the next begins empty."""
    button(label, _add, act_of, draft, said, key=key, icon="add")


def _add(act_of: Callable[[], Act | None], draft: Draft, said: tuple[str, ...]) -> None:
    def made() -> Act | None:
        if not any(draft.text(field) for field in said):
            raise CoprodError("nothing_said")
        return act_of()

    if controls.do(made):
        draft.close()


def folded(key: str, draw: Callable[[], None]) -> None:
    """A quiet button behind which an entry can be changed."""
    with st.popover(t("conditions.more"), type="tertiary", key=key, on_change="rerun") as more:
        if more.open:
            draw()


def taking_away(act: Act, *, key: str) -> None:
    """A quiet button that takes an entry away; undo brings it back."""
    controls.act_button(t("conditions.take_away"), lambda: act, key=key, icon=":material/delete:", type="tertiary")
