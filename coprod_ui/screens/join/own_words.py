"""What people named in their own words: the facilitator reads it, before anybody else sees it, and says what it is."""

from collections.abc import Sequence

import streamlit as st

from coprod_core.acts.commands import AddInterest
from coprod_core.acts.ids import new_id
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.store.live_values import OwnWords
from coprod_core.web.model import Interest, Web
from coprod_ui.meeting import drafts, live
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.join import acting, putting_out
from coprod_ui.screens.join.scene import Scene
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import literal, t
from coprod_ui.words.told_apart import told_apart

AT_ONCE = 8
"""How many are on the screen at once; the next come when these are dealt with."""

SET_ASIDE = ""


def waiting(words: Sequence[OwnWords], web: Web) -> list[OwnWords]:
    """Those nobody dealt with yet, or whose interest is gone from the web since."""
    return [one for one in words if one.became is None or (one.became and one.became not in web.interest_by_id)]


def draw(scene: Scene) -> None:
    """Draws what is still to be looked at, and what became of the rest."""
    said = live.own_words(scene.meeting)
    todo = waiting(said, scene.web)
    st.header(scene.words.plural("join.own_words_waiting", len(todo)) if todo else t("join.no_own_words"), anchor=False)
    st.markdown(t("join.own_words_next"))
    for one in todo[:AT_ONCE]:
        _to_judge(scene, one)
    if len(todo) > AT_ONCE:
        st.markdown(t("join.own_words_more", count=len(todo) - AT_ONCE))
    _dealt_with(scene, [one for one in said if one not in todo])


def _to_judge(scene: Scene, one: OwnWords) -> None:
    with st.container(border=True, gap="xsmall", key=f"join_words_{one.id}"):
        st.markdown(f"“{literal(one.words)}”")
        privacy_note(one.words)
        name, make = st.columns([2, 1], vertical_alignment="bottom")
        draft = drafts.of("own_words", one.id)
        with name:
            draft.field(st.text_input, t("join.words_name"), "name", one.words[:LONGEST_NAME], max_chars=LONGEST_NAME)
        with make:
            button(
                t("join.words_new"),
                _becomes_new,
                scene.meeting,
                one.id,
                draft,
                key=f"join_words_new_{one.id}",
                icon="add",
            )
        same, aside = st.columns([2, 1], vertical_alignment="bottom")
        names = told_apart({interest.id: interest.name for interest in scene.web.interests})
        same_key = f"join_words_same_{one.id}"
        same.selectbox(
            t("join.words_same"),
            list(names),
            index=None,
            format_func=lambda id_: names.get(id_, ""),
            placeholder=t("join.choose"),
            key=same_key,
            on_change=_becomes_chosen,
            args=(scene.meeting, one.id, same_key, draft),
            disabled=not names,
        )
        with aside:
            acting.button(
                t("join.words_aside"),
                lambda: _settle(scene.meeting, one.id, SET_ASIDE, draft),
                key=f"join_words_aside_{one.id}",
            )
        if scene.open:
            putting_out.of_words(scene, one.id)


def _settle(meeting: str, words: str, became: str, draft: Draft) -> None:
    live.settle_own_words(meeting, words, became)
    draft.close()


def _becomes_new(meeting: str, words: str, draft: Draft) -> None:
    """A new interest in the web, one act that can be undone; the words then belong to it."""
    made = new_id("k")
    name = draft.text("name")
    if acting.send(lambda: AddInterest(Interest(made, name))):
        acting.attempt(lambda: _settle(meeting, words, made, draft))


def _becomes_chosen(meeting: str, words: str, key: str, draft: Draft) -> None:
    chosen = st.session_state[key]
    if chosen is not None:
        acting.attempt(lambda: _settle(meeting, words, chosen, draft))


def _dealt_with(scene: Scene, done: Sequence[OwnWords]) -> None:
    if not done:
        return
    with st.expander(t("join.words_done", count=len(done)), key="join_words_done", on_change="rerun") as opened:
        if not opened.open:
            return
        for one in done:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"“{literal(one.words)}” · {_what_became(scene.web, one)}", width="stretch")
                acting.button(
                    t("join.words_again"),
                    lambda one=one: live.settle_own_words(scene.meeting, one.id, None),  # type: ignore[misc]
                    key=f"join_words_again_{one.id}",
                    type="tertiary",
                )


def _what_became(web: Web, one: OwnWords) -> str:
    if one.became:
        return t("join.words_became", interest=literal(web.interest_by_id[one.became].name))
    return t("join.words_set_aside")
