"""Dilemmas of people's own: the question, every choice in a column with who loses what, and writing one down."""

import streamlit as st

from coprod_core.acts.own_dilemmas import AddDilemma, RemoveDilemma
from coprod_core.acts.weighing import Dilemma
from coprod_core.checked.errors import CoprodError
from coprod_core.web.model import Web
from coprod_core.web.own_dilemmas import OwnDilemma, OwnWay
from coprod_ui.meeting import drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.report import drafting
from coprod_ui.screens.dilemmas import own_form
from coprod_ui.screens.dilemmas.scene import Scene
from coprod_ui.sentences import own_dilemmas as say_own
from coprod_ui.typed_line.own_dilemma import read_dilemma
from coprod_ui.widgets import controls, messages
from coprod_ui.widgets.button import button
from coprod_ui.widgets.lines import listed
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import html_text, literal, t

QUESTIONS = ("who_else", "if_you_lose", "otherwise", "for_losers")


def draw(scene: Scene) -> None:
    """Draws the form while one is being written, else the dilemma that is chosen and the line for another."""
    st.markdown(t("own_dilemma.said"))
    held = own_form.find()
    if held is not None:
        own_form.draw(held, scene.web)
        return
    if scene.web.dilemmas:
        _shown(_chosen(scene.web), scene)
    _adding(scene.web)


def _chosen(web: Web) -> OwnDilemma:
    """The dilemma to look at; a choice only where there are several."""
    if len(web.dilemmas) == 1:
        return web.dilemmas[0]
    names = {dilemma.id: dilemma.question for dilemma in web.dilemmas}
    label = t("own_dilemma.which")
    return web.dilemma_by_id[controls.one_of(label, names, key="read_own_dilemma", label_visibility="collapsed")]


def _shown(dilemma: OwnDilemma, scene: Scene) -> None:
    st.html(f'<h1 class="dilemma-title">{html_text(dilemma.question)}</h1>')
    with st.container(key="own_ways"):
        for way, column in zip(dilemma.ways, st.columns(len(dilemma.ways), gap="small", border=True), strict=True):
            with column:
                _way(way, scene.web)
    if dilemma.notes.strip():
        st.markdown(f":gray[{literal(dilemma.notes)}]")
    with st.container(key="own_questions", gap=None):
        st.markdown(f"**{t('own_dilemma.questions')}**")
        listed([t(f"own_dilemma.ask.{name}") for name in QUESTIONS] + _of_the_story(scene.web))
    _going_on(dilemma, scene)


def _of_the_story(web: Web) -> list[str]:
    """The questions of a story that is about a dilemma of people's own."""
    return [literal(question) for question in web.case.questions] if web.case.dilemma == Dilemma.OWN else []


def _way(way: OwnWay, web: Web) -> None:
    st.html(f'<h2 class="own-way">{html_text(way.text)}</h2>')
    lost = say_own.losses(way, web)
    st.caption(t("own_dilemma.who_loses" if lost else "own_dilemma.nothing_said"))
    listed(lost)


def _going_on(dilemma: OwnDilemma, scene: Scene) -> None:
    """To weigh it, to change it, and to take it away."""
    with st.container(horizontal=True, key="own_acts"):
        button(
            t("own_dilemma.weigh"),
            drafting.begin_on_report,
            Dilemma.OWN,
            dilemma.id,
            scene.readings,
            scene.web,
            scene.digits,
            key="weigh_own",
            icon="balance",
        )
        button(t("own_dilemma.change"), own_form.change, dilemma, scene.web, key="change_own", icon="edit")
        controls.act_button(
            t("own_dilemma.remove"), lambda: RemoveDilemma(dilemma.id), key="remove_own", icon=":material/delete:"
        )


# -- another one ----------------------------------------------------------------------------------------------------


def _adding(web: Web) -> None:
    """The line in which one is typed, what is understood of it, and the way to write one with fields."""
    draft, parties = drafts.of("own_dilemma_line"), own_form.parties(web)
    with st.container(key="own_line"):
        line = draft.field(
            st.text_input,
            t("own_dilemma.line"),
            "line",
            placeholder=t("own_dilemma.example"),
            help=t("own_dilemma.line_help"),
        )
    if line.strip():
        _understood(line, web)
        privacy_note(line)
    with st.container(horizontal=True, key="own_adding"):
        button(t("own_dilemma.add"), _add, draft, parties, key="add_own", icon="add", disabled=not line.strip())
        button(t("own_dilemma.with_fields"), own_form.begin, key="write_own", icon="edit_note")


def _understood(line: str, web: Web) -> None:
    """What a line says, choice by choice; or what is wrong with it."""
    try:
        dilemma = read_dilemma(line, own_form.parties(web))
    except CoprodError as error:
        st.caption(messages.sentence(error.code, error.params))
        return
    said = (" · ".join((literal(way.text), *say_own.losses(way, web))) for way in dilemma.ways)
    st.caption("  \n".join((f"**{literal(dilemma.question)}**", *said)))


def _add(draft: Draft, parties: dict[str, str]) -> None:
    if controls.do(lambda: AddDilemma(read_dilemma(draft.text("line"), parties))):
        draft.close()
