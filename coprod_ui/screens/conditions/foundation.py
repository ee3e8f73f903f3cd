"""The foundation and what stands on it, as a canvas to talk over; and the words a group shares.

Nothing here is counted, on purpose: steering on ticks is what this canvas is there to avoid.
"""

from functools import partial

import streamlit as st

from coprod_core.acts.conditions import AddSharedWord, ChangeBlock, ChangeSharedWord, RemoveSharedWord, SayMeaning
from coprod_core.acts.ids import new_id
from coprod_core.web.conditions import FOUNDATION, INFRASTRUCTURE, SharedWord, Subject, Talk
from coprod_core.web.model import Actor
from coprod_ui.forms.conditions import AGREED
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.conditions import asking
from coprod_ui.screens.conditions.scene import Scene, heading, one_part
from coprod_ui.screens.conditions.together import offer
from coprod_ui.widgets import controls, form
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import literal, t

ROWS = {"foundation": (FOUNDATION[:4], FOUNDATION[4:]), "infrastructure": (INFRASTRUCTURE,)}
"""The subjects as they lie on the canvas."""

MOST, HEIGHT = 10, 480
"""With more parties than this they scroll, in this many pixels."""

SHAPES = {Talk.NOT_TALKED_ABOUT: "○", Talk.TALKING: "◐", Talk.SHARED: "●"}


def draw(scene: Scene) -> None:
    """Draws the canvas, or the words a group shares."""
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
        controls.among(
            t("foundation.talk", subject=name),
            held.talk,
            shown,
            change("talk"),
            key=f"block_talk_{subject}",
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
        draft = drafts.of("shared_word")
        asking.named(draft, t("shared_words.new"))
        asking.adding(t("shared_words.add"), partial(_added, draft), draft, "name", key="shared_word_add")
        offer("language")
    with rest:
        if words:
            _word(scene, shown)
        else:
            st.markdown(t("shared_words.none"))


def _added(draft: Draft) -> AddSharedWord:
    word = SharedWord(new_id("w"), draft.text("name"))
    st.session_state[current.of_this("shared_word")] = word.id
    return AddSharedWord(word)


def _word(scene: Scene, word: SharedWord) -> None:
    heading_of = t("shared_words.means", word=literal(word.word))
    st.markdown(f"##### {heading_of}")
    with st.container(height=HEIGHT if len(scene.web.actors) > MOST else "content", border=False, key="meanings"):
        for start in range(0, len(scene.web.actors), 2):
            for column, actor in zip(st.columns(2), scene.web.actors[start : start + 2], strict=False):
                with column:
                    _meaning(word, actor)
    form.draw([AGREED], word, lambda name: lambda text: ChangeSharedWord(word.id, {name: text}), scene.web, word.id)
    asking.taking_away(RemoveSharedWord(word.id), key=f"word_away_{word.id}")


def _meaning(word: SharedWord, actor: Actor) -> None:
    said = word.means.get(actor.id, "")
    key = f"meaning_{word.id}_{actor.id}"
    controls.long_text(
        literal(actor.name), said, lambda text: SayMeaning(word.id, actor.id, text.strip()), key=key, height=80
    )
    privacy_note(said)
