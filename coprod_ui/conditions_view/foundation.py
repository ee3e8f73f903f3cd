"""The foundation and what stands on it, as a canvas to talk over; and the words a group shares.

Nothing here is counted, on purpose: steering on ticks is what this canvas is there to avoid.
"""

import streamlit as st

from coprod_core.conditions.acts import AddSharedWord, ChangeBlock, ChangeSharedWord, RemoveSharedWord, SayMeaning
from coprod_core.conditions.values import FOUNDATION, INFRASTRUCTURE, SharedWord, Subject, Talk
from coprod_core.ids import new_id
from coprod_core.model import Actor
from coprod_ui import controls
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene, heading, one_part
from coprod_ui.conditions_view.together import offer
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import literal, t

ROWS = {"foundation": (FOUNDATION[:4], FOUNDATION[4:]), "infrastructure": (INFRASTRUCTURE,)}
"""The subjects as they lie on the canvas."""

MOST, HEIGHT = 10, 480
"""With more parties than this they scroll, in this many pixels."""

SHAPES = {Talk.NOT_TALKED_ABOUT: "○", Talk.TALKING: "◐", Talk.SHARED: "●"}


def draw(scene: Scene) -> None:
    one_part("foundation", {"canvas": canvas, "shared_words": shared_words}, scene)


def canvas(scene: Scene) -> None:
    """Every subject as a card: a question, how far the talk is, and what was said."""
    for name, rows in ROWS.items():
        heading(f"foundation.{name}")
        for row in rows:
            for column, subject in zip(st.columns(len(row)), row, strict=True):
                with column:
                    _card(scene, subject)


def _card(scene: Scene, subject: Subject) -> None:
    held = scene.conditions.block(subject)

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeBlock(subject, {field: value})

    name = t(f"subjects.{subject}")
    with st.container(border=True, gap="xsmall", height="stretch", key=f"block_{subject}"):
        st.markdown(f"**{name[0].upper()}{name[1:]}**  \n{t(f'subject_questions.{subject}')}")
        shown = {talk: f"{shape} {t(f'talk.{talk}')}" for talk, shape in SHAPES.items()}
        controls.controlled(
            st.selectbox,
            t("foundation.talk", subject=name),
            held.talk,
            change("talk"),
            key=f"block_talk_{subject}",
            options=list(shown),
            format_func=lambda talk: shown.get(talk, ""),
            filter_mode=None,
            label_visibility="collapsed",
        )
        controls.long_text(
            t("foundation.notes", subject=name),
            held.notes,
            change("notes"),
            key=f"block_notes_{subject}",
            height=68,
            placeholder=t("foundation.notes_placeholder"),
            label_visibility="collapsed",
        )
        privacy_note(held.notes)


def shared_words(scene: Scene) -> None:
    """The words a group talks about: what each means to whom, and what they agree on."""
    words = {word.id: word for word in scene.conditions.shared_words}
    chosen, rest = st.columns([1, 2], gap="large")
    with chosen:
        if words:
            names = {id_: word.word for id_, word in words.items()}
            shown = words[controls.one_of(t("shared_words.which"), names, key="shared_word")]
        new = st.text_input(t("shared_words.new"), key="shared_word_new", max_chars=200, persist_state="session")
        privacy_note(new)
        asking.adding(t("shared_words.add"), _added, key="shared_word_add", said=("shared_word_new",))
        offer("language")
    with rest:
        if words:
            _word(scene, shown)
        else:
            st.markdown(t("shared_words.none"))


def _added() -> AddSharedWord:
    word = SharedWord(new_id("w"), st.session_state["shared_word_new"].strip())
    st.session_state["shared_word"] = word.id
    return AddSharedWord(word)


def _word(scene: Scene, word: SharedWord) -> None:
    heading_of = t("shared_words.means", word=literal(word.word))
    st.markdown(f"##### {heading_of}")
    with st.container(height=HEIGHT if len(scene.web.actors) > MOST else "content", border=False, key="meanings"):
        for start in range(0, len(scene.web.actors), 2):
            for column, actor in zip(st.columns(2), scene.web.actors[start : start + 2], strict=False):
                with column:
                    _meaning(word, actor)
    asking.words_of(
        t("shared_words.agreed"),
        word.agreed,
        lambda text: ChangeSharedWord(word.id, {"agreed": text}),
        key=f"agreed_{word.id}",
    )
    asking.taking_away(RemoveSharedWord(word.id), key=f"word_away_{word.id}")


def _meaning(word: SharedWord, actor: Actor) -> None:
    asking.words_of(
        literal(actor.name),
        word.means.get(actor.id, ""),
        lambda text: SayMeaning(word.id, actor.id, text.strip()),
        key=f"meaning_{word.id}_{actor.id}",
    )
