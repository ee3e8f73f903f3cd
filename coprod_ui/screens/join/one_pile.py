"""One pile of own words: read word for word, named, laid elsewhere, and made into an interest or set aside."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

import streamlit as st

from coprod_core.acts.commands import AddInterest
from coprod_core.acts.ids import new_id
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.model import Interest, Web
from coprod_ui.meeting import drafts, live
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.join import acting, putting_out, telling
from coprod_ui.screens.join.covering import Cover
from coprod_ui.screens.join.piles import Pile
from coprod_ui.screens.join.scene import Scene
from coprod_ui.widgets.button import button
from coprod_ui.words import t
from coprod_ui.words.told_apart import told_apart

PLACE_WIDTH = 240
"""How wide the list is of where texts can go, in pixels: on a laptop all fits on one line."""

SET_ASIDE = ""
BY_THEMSELVES = "|"
"""What a person chooses to lay texts on a pile of their own. No interest and no pile has this id."""


def draw(scene: Scene, pile: Pile, piles: Sequence[Pile], cover: Cover) -> None:
    """Draws a pile, and what can be done with it: with what is ticked in it, else with all of it, and with other piles
    that a person takes along.
    """
    names = {other.id: _name(other, cover) or cover.shown(other.words[0]) for other in piles if other.id != pile.id}
    with st.container(border=True, gap="xsmall", key=f"join_words_{pile.id}"):
        ticked = pile.only(_read(pile, cover))
        draft = drafts.of("own_words", pile.id)
        along, name = st.columns(2)
        with along:
            chosen = ticked.with_all(_taken_along(draft, piles, names))
        with name:
            draft.field(st.text_input, t("join.words_name"), "name", _name(pile, cover), max_chars=LONGEST_NAME)
        if chosen != pile:
            st.markdown(f"**{scene.words.plural('own_words.chosen', len(chosen.words))}**")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _going(scene, pile, chosen, draft, names)
        if scene.open and len(chosen.words) == 1:
            putting_out.of_words(scene, chosen.words[0].id)


def _name(pile: Pile, cover: Cover) -> str:
    return pile.name(cover.over)[:LONGEST_NAME]


def _taken_along(draft: Draft, piles: Sequence[Pile], names: Mapping[str, str]) -> list[Pile]:
    """Other piles that a person says belong to this one too: for what is alike in meaning and not in words."""
    label = t("own_words.also")
    taken = draft.choices(label, names, "also", placeholder=t("join.choose"), disabled=not names)
    return [other for other in piles if other.id in taken]


def _read(pile: Pile, cover: Cover) -> list[str]:
    """Shows what was said in a pile, word for word; returns the ids of what is ticked."""
    if len(pile.words) == 1:
        st.markdown(cover.shown(pile.words[0]))
        cover.draw(pile.words[0])
        return []
    ticked = []
    for one in pile.words:
        if st.checkbox(cover.shown(one), key=f"join_words_tick_{pile.id}_{one.id}"):
            ticked.append(one.id)
        cover.draw(one)
    return ticked


def _going(scene: Scene, pile: Pile, chosen: Pile, draft: Draft, names: Mapping[str, str]) -> None:
    button(t("join.words_new"), _becomes_new, scene, chosen, draft, key=f"join_words_new_{pile.id}", icon="add")
    others = _places(scene.web, names, apart=chosen != pile)
    key = f"join_words_same_{pile.id}"
    st.selectbox(
        t("join.words_same"),
        list(others),
        index=None,
        format_func=lambda id_: others.get(id_, ""),
        placeholder=t("join.choose"),
        key=key,
        on_change=_goes,
        args=(scene, pile, chosen, key, draft),
        disabled=not others,
        width=PLACE_WIDTH,
    )
    acting.button(
        t("join.words_aside"),
        lambda: _settle(scene.meeting, chosen, SET_ASIDE, "set_aside", draft),
        key=f"join_words_aside_{pile.id}",
    )
    if len(pile.words) > 1:
        acting.button(
            t("own_words.refuse"),
            lambda: _refuse(scene.meeting, pile, draft),
            key=f"join_words_refuse_{pile.id}",
            help=t("own_words.refuse_help"),
        )


def _places(web: Web, names: Mapping[str, str], *, apart: bool) -> Mapping[str, str]:
    """Where texts can go, by id: a pile of their own, every interest, every other pile."""
    own = {BY_THEMSELVES: t("own_words.by_themselves")} if apart else {}
    interests = {interest.id: interest.name for interest in web.interests}
    return told_apart({**own, **interests, **{id_: t("own_words.pile", name=name) for id_, name in names.items()}})


def _settle(meeting: str, chosen: Pile, became: str, told: str, draft: Draft) -> None:
    live.settle_own_words(meeting, [one.id for one in chosen.words], became)
    telling.tell(told, len(chosen.words), became)
    draft.close()


def _refuse(meeting: str, pile: Pile, draft: Draft) -> None:
    live.refuse_pile(meeting, pile.id)
    telling.tell("taken_apart", len(pile.words))
    draft.close()


def _becomes_new(scene: Scene, chosen: Pile, draft: Draft) -> None:
    """A new interest in the web, one act that can be undone; the words then belong to it."""
    made = new_id("k")
    name = draft.text("name")
    notes = scene.words("own_words.said_by", count=scene.words.count(chosen.phones)) if chosen.phones else ""
    if acting.send(lambda: AddInterest(Interest(made, name, notes=notes))):
        acting.attempt(lambda: _settle(scene.meeting, chosen, made, "made", draft))


def _goes(scene: Scene, pile: Pile, chosen: Pile, key: str, draft: Draft) -> None:
    """Lays texts onto an interest that is there, onto another pile, or on a pile of their own."""
    place = st.session_state[key]
    if place is None:
        return
    if place in scene.web.interest_by_id:
        acting.attempt(lambda: _settle(scene.meeting, chosen, place, "laid", draft))
        return
    st.session_state[key] = None
    if not acting.attempt(lambda: _lay(scene.meeting, chosen, place)):
        return
    if {*pile.words} <= {*chosen.words}:
        draft.close()
    else:
        draft.put(also=[])  # the name a person wrote is for those that stay


def _lay(meeting: str, chosen: Pile, place: str) -> None:
    """`place`: a pile, or a text that lies by itself: with what is laid upon it, that becomes a pile."""
    ids = [one.id for one in chosen.words]
    single = [one.id for one in live.own_words(meeting) if one.id == place]
    new = uuid4().hex if single or place == BY_THEMSELVES else place
    live.lay_in_piles(meeting, {new: [*single, *ids]})
    telling.tell("moved", len(ids))
