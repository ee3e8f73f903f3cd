"""Taking over what a group said: beside what was estimated of it, and then as one act that can be undone."""

from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from coprod_core.rounds.results import InterestResults
from coprod_core.store.live_values import Round
from coprod_core.web.model import Provenance, Web
from coprod_ui.meeting import current, live
from coprod_ui.meeting.live import Adoptable
from coprod_ui.screens.join import acting
from coprod_ui.screens.join.scene import Scene
from coprod_ui.sentences import names as say_names
from coprod_ui.sentences import rounds as say_rounds
from coprod_ui.sentences.rounds import interest_names
from coprod_ui.widgets import controls
from coprod_ui.words import Words, literal, t


def draw(scene: Scene) -> None:
    """Draws, per group of a closed round, what it said and what was thought, and the button that takes it over."""
    st.header(t("join.adopt_heading"), anchor=False)
    asked = _round(scene)
    if asked is None:
        st.markdown(t("join.adopt_first_close"))
        return
    if not asked.questions.groups:
        st.markdown(t("join.adopt_no_groups"))
        return
    shown = live.results(scene.meeting, asked.number)
    heard = {
        group.id: group.name for group in asked.questions.groups if any(group.id in of.groups for of in shown.values())
    }
    if not heard:
        st.markdown(t("join.too_few"))
        return
    found = {group: live.adoptable(scene.history, asked.number, group, shown) for group in heard}
    there = {group: adoptable for group, adoptable in found.items() if adoptable is not None}
    if there:
        st.markdown(t("join.adopt_next", undo=t("frame.undo")))
        group = _chosen_group({id_: heard[id_] for id_ in there})
        _group(scene, asked, group, shown, there[group])
    _how_far(asked, heard, there, scene.words)


def _how_far(asked: Round, heard: Mapping[str, str], there: Mapping[str, Adoptable], words: Words) -> None:
    """Which groups were taken over and which not yet, and why not the others: every group of the round stands once."""
    to_take = {group: adoptable for group, adoptable in there.items() if adoptable.act is not None}
    for key, named in (
        ("join.adopt_done", [heard[id_] for id_, adoptable in to_take.items() if adoptable.stands]),
        ("join.adopt_to_do", [heard[id_] for id_, adoptable in to_take.items() if not adoptable.stands]),
        ("join.adopt_nothing_left", [heard[id_] for id_ in there if id_ not in to_take]),
        ("join.adopt_group_gone", [heard[id_] for id_ in heard if id_ not in there]),
        ("join.adopt_too_few", [one.name for one in asked.questions.groups if one.id not in heard]),
    ):
        if named:
            st.markdown(f":gray[{t(key, groups=_named(named, words))}]")


def _named(names: Iterable[str], words: Words) -> str:
    return say_names.listed(map(literal, names), words)


def _chosen_group(heard: Mapping[str, str]) -> str:
    return controls.one_of(t("join.adopt_group"), heard, key="join_adopt_group", filter_mode=None)


def _round(scene: Scene) -> Round | None:
    """The round to take over from: the last one that closed, unless a person chooses an earlier one."""
    closed = {one.number: one for one in reversed(scene.closed_rounds) if one.questions.interests}
    if len(closed) < 2:
        return next(iter(closed.values()), None)
    key = current.of_this("join_adopt_round")
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


def _group(scene: Scene, asked: Round, group: str, shown: Mapping[str, InterestResults], adoptable: Adoptable) -> None:
    act, done = adoptable.act, adoptable.stands
    if act is not None:
        beside = _beside(scene, asked, group, shown)
        st.table(beside.set_index(beside.columns[0]))
    if adoptable.gone:
        names = interest_names(asked)
        gone = _named([names[id_] for id_ in adoptable.gone], scene.words)
        st.markdown(t("join.adopt_interests_gone", interests=gone))
    name = literal(scene.web.actor_by_id[group].name)
    st.button(
        t("join.adopted", name=name) if done else t("join.adopt", name=name),
        key="join_adopt",
        icon=":material/done_all:" if done else ":material/input:",
        disabled=done or act is None,
        on_click=controls.pressed(acting.send),
        args=(lambda: act,),
    )


def _beside(scene: Scene, asked: Round, group: str, shown: Mapping[str, InterestResults]) -> pd.DataFrame:
    """Per interest on the web what was known of a group, what it says now, and how many people at least say so."""
    words, names, levels = scene.words, interest_names(asked), asked.questions.levels
    there = scene.web.interest_by_id
    heard = {id_: of.groups[group] for id_, of in shown.items() if group in of.groups and id_ in there}
    said = {
        id_: say_rounds.stake_told(one.picture.weight, one.picture.position, levels, words)
        for id_, one in heard.items()
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
        told = say_rounds.stake_told(estimate.weight, estimate.position, asked.questions.levels, words)
        return f"{told} ({words.choice('provenance', Provenance.ESTIMATE)})"
    stake = web.stake_by_pair.get((group, interest))
    if stake is None:
        return words("join.nothing_known")
    told = say_rounds.stake_told(stake.weight, stake.position, web.conventions.weights, words)
    return f"{told} ({words.choice('provenance', stake.provenance)})"
