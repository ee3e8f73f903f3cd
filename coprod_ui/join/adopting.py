"""Taking over what a group said: beside what was estimated of it, and then as one act that can be undone."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from coprod_core.adoption import Adopt
from coprod_core.errors import CannotApply
from coprod_core.model import Provenance, Web
from coprod_core.rounds import InterestResults
from coprod_core.store import Round
from coprod_ui import live, sentences
from coprod_ui.join import acting
from coprod_ui.join.scene import Scene
from coprod_ui.sentences.rounds import interest_names
from coprod_ui.words import Words, literal, t


def draw(scene: Scene) -> None:
    """Draws, per group of a closed round, what it said and what was thought, and the button that takes it over."""
    st.header(t("join.adopt_heading"), anchor=False)
    asked = _round(scene)
    if asked is None:
        st.markdown(t("join.adopt_first_close"))
        return
    shown = live.results(scene.meeting, asked.number)
    heard = {
        group.id: group.name
        for group in asked.questions.groups
        if group.id in scene.web.actor_by_id and any(group.id in of.groups for of in shown.values())
    }
    if not asked.questions.groups:
        st.markdown(t("join.adopt_no_groups"))
        return
    if not heard:
        st.markdown(t("join.too_few"))
        return
    st.markdown(t("join.adopt_next"))
    acts = {group: live.adoption_of(scene.history, asked.number, group, shown) for group in heard}
    done = [group for group, act in acts.items() if act is not None and _stands(act, scene.web)]
    group = _chosen_group(heard)
    _group(scene, asked, group, shown, acts[group], group in done)
    hidden = [one.name for one in asked.questions.groups if one.id not in heard]
    for key, named in (
        ("join.adopt_done", [heard[id_] for id_ in done]),
        ("join.adopt_to_do", [heard[id_] for id_ in heard if id_ not in done]),
        ("join.adopt_too_few", hidden),
    ):
        if named:
            st.markdown(f":gray[{t(key, groups=sentences.listed(map(literal, named), scene.words))}]")


def _chosen_group(heard: Mapping[str, str]) -> str:
    key = "join_adopt_group"
    if st.session_state.get(key) not in heard:
        st.session_state[key] = next(iter(heard))
    return st.selectbox(
        t("join.adopt_group"),
        list(heard),
        format_func=lambda id_: heard.get(id_, ""),
        key=key,
        filter_mode=None,
        persist_state="session",
    )


def _round(scene: Scene) -> Round | None:
    """The round to take over from: the last one that closed, unless a person chooses an earlier one."""
    closed = {one.number: one for one in reversed(scene.closed_rounds) if one.questions.interests}
    if len(closed) < 2:
        return next(iter(closed.values()), None)
    key = "join_adopt_round"
    if st.session_state.get(key) not in closed:
        st.session_state[key] = next(iter(closed))
    questions = {number: one.questions.question for number, one in closed.items()}
    number = st.selectbox(
        t("join.adopt_round"),
        list(closed),
        format_func=lambda number: t("join.round_named", number=number, question=questions.get(number, "")),
        key=key,
        filter_mode=None,
        persist_state="session",
    )
    return closed[number]


def _group(
    scene: Scene, asked: Round, group: str, shown: Mapping[str, InterestResults], act: Adopt | None, done: bool
) -> None:
    beside = _beside(scene, asked, group, shown)
    st.table(beside.set_index(beside.columns[0]))
    name = literal(scene.web.actor_by_id[group].name)
    st.button(
        t("join.adopted", name=name) if done else t("join.adopt", name=name),
        key="join_adopt",
        icon=":material/done_all:" if done else ":material/input:",
        disabled=done,
        on_click=acting.send,
        args=(lambda: act,),
    )


def _beside(scene: Scene, asked: Round, group: str, shown: Mapping[str, InterestResults]) -> pd.DataFrame:
    """Per interest what was known of a group, what it says now, and how many people at least say so."""
    words, names, levels = scene.words, interest_names(asked), asked.questions.levels
    heard = {id_: of.groups[group] for id_, of in shown.items() if group in of.groups}
    said = {
        id_: sentences.stake_told(one.picture.weight, one.picture.position, levels, words) for id_, one in heard.items()
    }
    return pd.DataFrame(
        {
            words("charts.interest"): [literal(names[id_]) for id_ in heard],
            words("join.was_known"): [_known(scene.web, asked, group, id_, words) for id_ in heard],
            words("join.says_now"): list(said.values()),
            words("charts.at_least_people"): [one.people for one in heard.values()],
        }
    )


def _known(web: Web, asked: Round, group: str, interest: str, words: Words) -> str:
    """What was estimated of a group before the round; else what the web has now, and who says so."""
    estimate = asked.questions.estimates_of(group).get(interest)
    if estimate is not None:
        told = sentences.stake_told(estimate.weight, estimate.position, asked.questions.levels, words)
        return f"{told} ({words.choice('provenance', Provenance.ESTIMATE)})"
    stake = web.stake_by_pair.get((group, interest))
    if stake is None:
        return words("join.nothing_known")
    told = sentences.stake_told(stake.weight, stake.position, web.conventions.weights, words)
    return f"{told} ({words.choice('provenance', stake.provenance)})"


def _stands(act: Adopt, web: Web) -> bool:
    """Whether the web already says what this act would make it say."""
    try:
        return act.applied_to(web) == web
    except CannotApply:
        return True
