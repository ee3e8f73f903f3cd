"""Keeping going: what may bring the work to a stop, why people stay away, and what that does between neighbourhoods."""

import streamlit as st

from coprod_core.acts.conditions import ChangeAbsence, ChangeContinuity, ChangeNeighbourhoods
from coprod_ui.forms.conditions import ABSENCE, CONTINUITY, NEIGHBOURHOODS
from coprod_ui.screens.conditions.scene import Scene, heading, one_part
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.widgets import controls, form
from coprod_ui.widgets.lines import listed
from coprod_ui.words import t


def draw(scene: Scene) -> None:
    """Draws what may stop the work, who stays away, or what happens between neighbourhoods."""
    one_part("lasting", {"stop": stop, "away": away, "between": between}, scene)


def stop(scene: Scene) -> None:
    """What may bring the work to a stop, and what to agree against it."""
    asked, told = st.columns(2, gap="large")
    held = scene.conditions.continuity
    with asked:
        heading("lasting.stop")
        form.draw(CONTINUITY, held, lambda danger: lambda said: ChangeContinuity({danger: said}), scene.web)
    with told:
        heading("lasting.together")
        for line in say_conditions.continuity(held, scene.words):
            st.markdown(line)
        heading("lasting.agree")
        listed(say_conditions.against_stopping(held, scene.words))


def away(scene: Scene) -> None:
    """Why a group that is not at the table stays away."""
    names = scene.names(lambda actor: actor.citizens and not actor.seated)
    if not names:
        st.markdown(t("lasting.nobody_away"))
        return
    asked, told = st.columns(2, gap="large")
    with asked:
        actor = controls.one_of(t("lasting.group"), names, key="away_group")
        _absence(scene, actor)
    with told:
        heading("lasting.what_helps")
        lines = say_conditions.staying_away(scene.conditions, scene.web, scene.words)
        if lines:
            listed(lines)
        else:
            st.markdown(t("lasting.ask_them"))


def _absence(scene: Scene, actor: str) -> None:
    held = scene.conditions.of_party("absences", actor)

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeAbsence(actor, {field: value})

    st.markdown(f":gray[{t(f'invitation.{scene.web.actor_by_id[actor].invitation}')}]")
    st.markdown(f"**{t('lasting.why')}**")
    form.draw(ABSENCE, held, change, scene.web, actor)


def between(scene: Scene) -> None:
    """What it does when only some neighbourhoods organise themselves."""
    st.markdown(t("lasting.between"))
    held = scene.conditions.neighbourhoods
    form.rows(
        NEIGHBOURHOODS, held, lambda name: lambda text: ChangeNeighbourhoods({name: text}), scene.web, gap="large"
    )
