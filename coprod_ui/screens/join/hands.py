"""Counts of people without a phone, by show of hands or on paper, keyed in one interest after another."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from coprod_core.rounds.values import NO_GROUP, Answer, Source
from coprod_core.store.live_values import Round
from coprod_core.web.conventions import WEIGHT_NAMES
from coprod_ui.meeting import current, drafts, live
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.join import acting
from coprod_ui.screens.join.scene import Scene
from coprod_ui.sentences.rounds import group_names, interest_names
from coprod_ui.widgets import controls
from coprod_ui.words import Words, literal, t

ANSWERS = (
    Answer(WEIGHT_NAMES[0], True),
    *(Answer(name, wants) for wants in (True, False) for name in WEIGHT_NAMES[1:]),
)
"""Every answer a person can give, as the form asks for them: not affected, then wanting it, then not wanting it."""

MOST = 999


def draw(scene: Scene) -> None:
    """Draws the form for the open round, and what was keyed in so far."""
    st.header(t("join.hands_heading"), anchor=False)
    asked = scene.latest
    if asked is None or not asked.open or not asked.questions.interests:
        st.markdown(t("join.hands_no_round"))
        return
    st.markdown(t("join.hands_next"))
    source, group, interest = _which(scene, asked)
    typed = live.typed(scene.meeting, asked.number)
    _form(scene, asked, source, group, interest, typed.get((source, group, interest), {}))
    if typed:
        table = _table(typed, asked, scene.words)
        st.table(table.set_index(table.columns[0]))


def _which(scene: Scene, asked: Round) -> tuple[Source, str, str]:
    """Counted how, of which group, about which interest."""
    names, interests = dict(group_names(asked, scene.words)), interest_names(asked)
    groups = [*(group.id for group in asked.questions.groups), NO_GROUP]
    how, whom, what = st.columns([1, 1.2, 1.4])
    sources = {str(one): t(f"join_sources.{one}") for one in Source}
    with how:
        source = st.segmented_control(
            t("join.hands_how"),
            list(sources),
            format_func=lambda one: sources.get(one, ""),
            default=str(Source.HANDS),
            required=True,
            key="join_hands_source",
            persist_state="session",
        )
    with whom:
        group = controls.one_of(t("join.hands_group"), {id_: names[id_] for id_ in groups}, key="join_hands_group")
    with what:
        interest = controls.one_of(t("join.hands_interest"), interests, key=_interest_key(asked))
    return Source(source), group, interest


def _interest_key(asked: Round) -> str:
    return f"join_hands_interest_{asked.number}"


def _field(answer: Answer) -> str:
    return f"{answer.weight}_{int(answer.wants)}"


def _form(scene: Scene, asked: Round, source: Source, group: str, interest: str, known: Mapping[Answer, int]) -> None:
    """A number per answer; keeping them goes on to the next interest."""
    place = f"{asked.number}_{source}_{group}_{interest}"
    draft = drafts.of("hands", place)
    with st.form(f"join_hands_{place}", enter_to_submit=True, border=True):
        nobody, *others = ANSWERS
        columns = st.columns(4, vertical_alignment="bottom")
        _count(columns[0], nobody, draft, known, scene.words)
        for column, answer in zip(columns[1:], others[:3], strict=True):
            _count(column, answer, draft, known, scene.words)
        for column, answer in zip(st.columns(4, vertical_alignment="bottom")[1:], others[3:], strict=True):
            _count(column, answer, draft, known, scene.words)
        st.form_submit_button(
            t("join.hands_keep"),
            icon=":material/keyboard_return:",
            key="join_hands_keep",
            on_click=_keep,
            args=(scene.meeting, asked, source, group, interest, draft),
        )


def _count(
    column: "st.delta_generator.DeltaGenerator",
    answer: Answer,
    draft: Draft,
    known: Mapping[Answer, int],
    words: Words,
) -> None:
    draft.field(
        column.number_input,
        _answer_name(answer, words),
        _field(answer),
        known.get(answer, 0),
        in_form=True,
        min_value=0,
        max_value=MOST,
        step=1,
    )


def _answer_name(answer: Answer, words: Words) -> str:
    weight = words.choice("weights", answer.weight)
    return f"{weight}, {words.choice('positions', 'for' if answer.wants else 'against')}" if answer.affected else weight


def _keep(meeting: str, asked: Round, source: Source, group: str, interest: str, draft: Draft) -> None:
    counts = {answer: int(draft.get(_field(answer), 0)) for answer in ANSWERS}
    if acting.attempt(lambda: live.type_in(meeting, asked.number, source, group, interest, counts)):
        draft.close()
        ids = list(interest_names(asked))
        st.session_state[current.of_this(_interest_key(asked))] = ids[(ids.index(interest) + 1) % len(ids)]


def _table(typed: Mapping[tuple[Source, str, str], Mapping[Answer, int]], asked: Round, words: Words) -> pd.DataFrame:
    groups, interests = group_names(asked, words), interest_names(asked)
    rows = sorted(typed, key=lambda of: (of[1], list(interests).index(of[2]), of[0]))
    return pd.DataFrame(
        {
            words("charts.interest"): [literal(interests[interest]) for _, _, interest in rows],
            words("charts.said_by"): [literal(groups[group]) for _, group, _ in rows],
            words("join.hands_how"): [words(f"join_sources.{source}") for source, _, _ in rows],
            words("join.hands_people"): [sum(typed[row].values()) for row in rows],
        }
    )
