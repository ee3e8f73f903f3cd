"""What people named in their own words: the facilitator reads it, before anybody else sees it, and says what it is."""

from collections.abc import Sequence

import streamlit as st

from coprod_core.store.live_values import OwnWords
from coprod_core.web.model import Web
from coprod_ui.meeting import live
from coprod_ui.screens.join import acting, covering, one_pile, telling
from coprod_ui.screens.join.covering import Cover
from coprod_ui.screens.join.piles import Pile, piles_of
from coprod_ui.screens.join.scene import Scene
from coprod_ui.words import literal, t

AT_ONCE = 8
"""How many piles are on the screen at once; the next come when these are dealt with."""


def waiting(words: Sequence[OwnWords], web: Web) -> list[OwnWords]:
    """Those nobody dealt with yet, or whose interest is gone from the web since."""
    return [one for one in words if one.became is None or (one.became and one.became not in web.interest_by_id)]


def draw(scene: Scene) -> None:
    """Draws what is still to be looked at, and what became of the rest."""
    said = live.own_words(scene.meeting)
    todo = waiting(said, scene.web)
    piles, cover = piles_of(todo), covering.cover_of(said)
    st.header(scene.words.plural("join.own_words_waiting", len(todo)) if todo else t("join.no_own_words"), anchor=False)
    telling.draw(scene)
    st.markdown(t("join.own_words_next"))
    if todo:
        _proposing(scene, todo, piles)
        covering.how_it_works()
    for pile in piles[:AT_ONCE]:
        one_pile.draw(scene, pile, piles, cover)
    if len(piles) > AT_ONCE:
        st.markdown(t("join.own_words_more", count=len(piles) - AT_ONCE))
    _refused(scene, todo, cover)
    _dealt_with(scene, [one for one in said if one not in todo], cover)


# -- proposing ------------------------------------------------------------------------------------------------------


def _proposing(scene: Scene, todo: Sequence[OwnWords], piles: Sequence[Pile]) -> None:
    loose = [pile for pile in piles if len(pile.words) == 1]
    several = len(piles) - len(loose)
    if several:
        told = scene.words.plural("own_words.in_piles", several)
        st.markdown(f"{told} {scene.words.plural('own_words.loose', len(loose))}")
    acting.button(
        t("own_words.propose"),
        lambda: _propose(scene.meeting, todo),
        key="join_words_propose",
        icon=":material/stacks:",
        disabled=len(loose) == 0 or len(todo) < 2,
    )


def _propose(meeting: str, todo: Sequence[OwnWords]) -> None:
    live.propose_piles(meeting, todo)
    telling.tell("proposed", len(todo))


def _refused(scene: Scene, todo: Sequence[OwnWords], cover: Cover) -> None:
    by_id = {one.id: one for one in todo}
    refused = {
        pile: there
        for pile, ids in live.refused_piles(scene.meeting).items()
        if len(there := [by_id[id_] for id_ in ids if id_ in by_id]) > 1
    }
    if not refused:
        return
    label = t("own_words.refused", count=len(refused))
    with st.expander(label, key="join_words_refused", on_change="rerun") as opened:
        if not opened.open:
            return
        for pile, there in refused.items():
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(" · ".join(map(cover.shown, there)), width="stretch")
                acting.button(
                    t("own_words.restore"),
                    lambda pile=pile, there=there: _restore(scene.meeting, pile, len(there)),  # type: ignore[misc]
                    key=f"join_words_restore_{pile}",
                    type="tertiary",
                )


def _restore(meeting: str, pile: str, texts: int) -> None:
    live.restore_pile(meeting, pile)
    telling.tell("moved", texts)


# -- what is done ---------------------------------------------------------------------------------------------------


def _dealt_with(scene: Scene, done: Sequence[OwnWords], cover: Cover) -> None:
    if not done:
        return
    with st.expander(t("join.words_done", count=len(done)), key="join_words_done", on_change="rerun") as opened:
        if not opened.open:
            return
        for one in done:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{cover.shown(one)} · {_what_became(scene.web, one)}", width="stretch")
                acting.button(
                    t("join.words_again"),
                    lambda one=one: live.settle_own_words(scene.meeting, [one.id], None),  # type: ignore[misc]
                    key=f"join_words_again_{one.id}",
                    type="tertiary",
                )


def _what_became(web: Web, one: OwnWords) -> str:
    if one.became:
        return t("join.words_became", interest=literal(web.interest_by_id[one.became].name))
    return t("join.words_set_aside")
