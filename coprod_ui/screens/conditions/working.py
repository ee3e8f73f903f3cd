"""Working together: why people join in and what they need, engagement both ways, and what organisations meet with."""

import streamlit as st

from coprod_core.acts.conditions import ChangeEngagement, ChangeMotivation, ChangeNeeds, ChangeWorkplace
from coprod_core.indicators.conditions import hints, perception_gaps, rule_supports
from coprod_core.web.model import Sphere
from coprod_ui.charts.perception import perception_chart
from coprod_ui.charts.rule_support import rule_support_chart
from coprod_ui.forms import conditions as forms
from coprod_ui.screens.conditions import asking
from coprod_ui.screens.conditions.scene import Scene, heading, one_part
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.widgets import controls, form
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import literal, t

MOST_TOLD = 8


def draw(scene: Scene) -> None:
    """Draws why people join in, engagement both ways, or what organisations meet with."""
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
    form.draw(forms.MOTIVATION, held, change, scene.web, actor)


def _needs(scene: Scene, actor: str) -> None:
    held = scene.conditions.of_party("needs", actor)

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeNeeds(actor, {field: value})

    st.markdown(f"**{t('working.needs')}**")
    form.draw(forms.NEEDS, held, change, scene.web, actor)


def _fitting(scene: Scene, actor: str, name: str) -> None:
    st.markdown(f"**{t('working.fits', name=literal(name))}**")
    found = hints(scene.conditions.of_party("motivations", actor))
    listed([t(f"hints.{hint}") for hint in found] or [t("working.ask_first")])
    told = say_conditions.still_needed(scene.conditions, scene.web, scene.words)
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
        a, b = asking.looked_at("engaged", scene.web, (t("engagement.one"), t("engagement.other")))
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

    def change(side: str) -> controls.ActOf:
        return lambda level: ChangeEngagement(actor, partner, {side: level})

    with st.container(border=True, gap="xsmall", key=f"engaged_{actor}_{partner}"):
        st.markdown(t("engagement.how", **names))
        for column, side in zip(st.columns(2), forms.ENGAGEMENT, strict=True):
            with column:
                form.draw([side], held, change, scene.web, f"{actor}_{partner}", **names)


def _perceptions(scene: Scene) -> None:
    heading("engagement.heading")
    found = perception_gaps(scene.conditions)
    if not found:
        st.markdown(t("engagement.none"))
        return
    shown = [entry for gap in found for entry in gap.told]
    if shown:
        figure("perception", perception_chart(shown, scene.web, scene.words, scene.digits, scene.dark))
    for gap in found[:MOST_TOLD]:
        st.markdown(" ".join(say_conditions.perception(gap, scene.web, scene.words, scene.digits)))
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

    form.draw([forms.BURDEN], held, change, scene.web, actor)
    st.markdown(f"**{t('workplace.open')}**")
    form.draw(forms.CULTURE, held, change, scene.web, actor)


def _supports(scene: Scene) -> None:
    heading("workplace.heading")
    found = rule_supports(scene.conditions)
    workplaces = scene.conditions.workplaces
    burdens = {each.actor: each.burden for each in workplaces if each.actor in found and each.burden is not None}
    if burdens:
        figure("rule_support", rule_support_chart(burdens, scene.web, scene.words, scene.digits, scene.dark))
        listed([say_conditions.support(id_, burdens[id_], scene.web, scene.words, scene.digits) for id_ in burdens])
    else:
        st.markdown(t("workplace.none"))
    told = say_conditions.open_culture(scene.conditions, scene.web, scene.words)
    if told:
        listed(told[:MOST_TOLD])
