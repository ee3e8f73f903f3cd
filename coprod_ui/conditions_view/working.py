"""Working together: why people join in and what they need, engagement both ways, and what organisations meet with."""

from functools import partial

import streamlit as st

from coprod_core.conditions.acts import ChangeEngagement, ChangeMotivation, ChangeNeeds, ChangeWorkplace
from coprod_core.conditions.readings import MOTIVES, hints, perception_gaps, rule_supports
from coprod_core.model import Sphere
from coprod_ui import charts, controls, sentences
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene, heading, listed, one_part
from coprod_ui.figure import figure
from coprod_ui.words import literal, t

NEEDS = ("information", "tasks", "mentor", "appreciation")
CULTURE = ("say", "colleagues", "superiors")
MOST_TOLD = 8


def draw(scene: Scene) -> None:
    one_part("working", {"people": people, "engagement": engagement, "workplace": workplace}, scene)


def people(scene: Scene) -> None:
    """Why a group joins in, what it needs, and what fits it."""
    names = scene.names(lambda actor: actor.citizens)
    if not names:
        st.markdown(t("conditions.needs_citizens"))
        return
    why, need, fits = st.columns([1.1, 1, 1], gap="large")
    with why:
        actor = controls.one_of(t("working.group"), names, key="working_group")
        _motivation(scene, actor)
    with need:
        _needs(scene, actor)
    with fits:
        _fitting(scene, actor, names[actor])


def _motivation(scene: Scene, actor: str) -> None:
    held = scene.conditions.of_party("motivations", actor)

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeMotivation(actor, {field: value})

    st.markdown(f"**{t('working.why')}**")
    for motive in MOTIVES:
        asking.tick(t(f"motives.{motive}"), getattr(held, motive), change(motive), key=f"motive_{motive}_{actor}")
    for field in ("feedback", "growth"):
        label = t(f"working.{field}")
        controls.choice(label, getattr(held, field), "amounts_wanted", change(field), key=f"{field}_{actor}")
    controls.notes(held.notes, change("notes"), key=f"motivation_notes_{actor}")


def _needs(scene: Scene, actor: str) -> None:
    held = scene.conditions.of_party("needs", actor)

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeNeeds(actor, {field: value})

    st.markdown(f"**{t('working.needs')}**")
    for need in NEEDS:
        label = t(f"needs.{need}")
        controls.choice(label, getattr(held, need), "need_states", change(need), key=f"need_{need}_{actor}")
    controls.notes(held.notes, change("notes"), key=f"needs_notes_{actor}")


def _fitting(scene: Scene, actor: str, name: str) -> None:
    st.markdown(f"**{t('working.fits', name=literal(name))}**")
    found = hints(scene.conditions.of_party("motivations", actor))
    listed([t(f"hints.{hint}") for hint in found] or [t("working.ask_first")])
    told = sentences.still_needed(scene.conditions, scene.web, scene.words)
    if told:
        st.markdown(f"**{t('working.still_needed')}**")
        listed(told[:MOST_TOLD])


def engagement(scene: Scene) -> None:
    """How engaged two partners are, by themselves and in each other's eyes."""
    if len(scene.parties) < 2:
        st.markdown(t("conditions.needs_two_parties"))
        return
    asked, seen = st.columns([1, 1.2], gap="large")
    with asked:
        asking.between("engaged", scene.web, (t("engagement.one"), t("engagement.other")))
        a, b = st.session_state["engaged_who"], st.session_state["engaged_of_whom"]
        if a == b:
            st.markdown(t("engagement.two_parties"))
        else:
            for actor, partner in ((a, b), (b, a)):
                _direction(scene, actor, partner)
    with seen:
        _perceptions(scene)


def _direction(scene: Scene, actor: str, partner: str) -> None:
    held = scene.conditions.engaged(actor, partner)
    names = {"actor": literal(scene.parties[actor]), "partner": literal(scene.parties[partner])}
    with st.container(border=True, gap="xsmall", key=f"engaged_{actor}_{partner}"):
        st.markdown(t("engagement.how", **names))
        sides = {"own": t("engagement.own", **names), "seen": t("engagement.seen", **names)}
        for column, (field, label) in zip(st.columns(2), sides.items(), strict=True):
            with column:
                asking.perhaps(
                    label,
                    getattr(held, field),
                    sentences.engagement_steps(scene.words),
                    lambda level, field=field: ChangeEngagement(actor, partner, {field: level}),
                    key=f"engaged_{field}_{actor}_{partner}",
                )


def _perceptions(scene: Scene) -> None:
    heading("engagement.heading")
    found = perception_gaps(scene.conditions)
    if not found:
        st.markdown(t("engagement.none"))
        return
    shown = [entry for gap in found for entry in gap.told]
    if shown:
        figure(
            "perception",
            charts.perception_figure(shown, scene.web, scene.words, scene.digits, scene.dark),
            charts.perception_alt(shown, scene.web, scene.words),
            partial(charts.perception_table, shown, scene.web, scene.words),
        )
    for gap in found[:MOST_TOLD]:
        st.markdown(" ".join(sentences.perception(gap, scene.web, scene.words, scene.digits)))
    st.markdown(f"**{t('ask_group.heading')}**: {t('engagement.question')}")


def workplace(scene: Scene) -> None:
    """How rules weigh on the people of an organisation, and how open it is."""
    names = scene.names(lambda actor: actor.sphere != Sphere.CITIZENS)
    if not names:
        st.markdown(t("conditions.needs_organisations"))
        return
    asked, seen = st.columns([1, 1.2], gap="large")
    with asked:
        _workplace(scene, controls.one_of(t("workplace.organisation"), names, key="workplace_of"))
    with seen:
        _supports(scene)


def _workplace(scene: Scene, actor: str) -> None:
    held = scene.conditions.of_party("workplaces", actor)

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeWorkplace(actor, {field: value})

    steps = sentences.burden_steps(scene.words)
    asking.perhaps(t("workplace.burden"), held.burden, steps, change("burden"), key=f"burden_{actor}")
    st.markdown(f"**{t('workplace.open')}**")
    for field in CULTURE:
        label = t(f"workplace.{field}")
        controls.choice(label, getattr(held, field), "answers", change(field), key=f"workplace_{field}_{actor}")
    controls.notes(held.notes, change("notes"), key=f"workplace_notes_{actor}")


def _supports(scene: Scene) -> None:
    heading("workplace.heading")
    found = rule_supports(scene.conditions)
    burdens = {entry.actor: entry.burden for entry in scene.conditions.workplaces if entry.actor in found}
    if burdens:
        figure(
            "rule_support",
            charts.rule_support_figure(burdens, scene.web, scene.words, scene.digits, scene.dark),
            charts.rule_support_alt(burdens, scene.web, scene.words),
            partial(charts.rule_support_table, burdens, scene.web, scene.words),
        )
        listed([sentences.support(id_, burdens[id_], scene.web, scene.words, scene.digits) for id_ in burdens])
    else:
        st.markdown(t("workplace.none"))
    told = sentences.open_culture(scene.conditions, scene.web, scene.words)
    if told:
        listed(told[:MOST_TOLD])
