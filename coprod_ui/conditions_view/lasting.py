"""Keeping going: what may bring the work to a stop, why people stay away, and what that does between neighbourhoods."""

import streamlit as st

from coprod_core.conditions.acts import ChangeAbsence, ChangeContinuity, ChangeNeighbourhoods
from coprod_core.conditions.readings import DANGERS
from coprod_ui import controls, sentences
from coprod_ui.conditions_view import asking
from coprod_ui.conditions_view.scene import Scene, heading, listed, one_part
from coprod_ui.words import t

REASONS = ("not_asked", "no_time", "feels_less_able")
NEIGHBOURHOODS = (("organised", "others"), ("difference", "answer"))


def draw(scene: Scene) -> None:
    one_part("lasting", {"stop": stop, "away": away, "between": between}, scene)


def stop(scene: Scene) -> None:
    """What may bring the work to a stop, and what to agree against it."""
    asked, told = st.columns(2, gap="large")
    held = scene.conditions.continuity
    with asked:
        heading("lasting.stop")
        for danger in DANGERS:
            asking.perhaps(
                t(f"dangers.{danger}"),
                getattr(held, danger),
                sentences.likelihood_steps(scene.words),
                lambda level, danger=danger: ChangeContinuity({danger: level}),
                key=f"danger_{danger}",
            )
        controls.notes(held.notes, lambda text: ChangeContinuity({"notes": text}), key="continuity_notes")
    with told:
        heading("lasting.together")
        for line in sentences.continuity(held, scene.words, scene.digits):
            st.markdown(line)
        heading("lasting.agree")
        listed(sentences.against_stopping(held, scene.words))


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
        lines = sentences.staying_away(scene.conditions, scene.web, scene.words)
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
    for reason in REASONS:
        asking.tick(t(f"reasons_away.{reason}"), getattr(held, reason), change(reason), key=f"away_{reason}_{actor}")
    asking.words_of(t("reasons_away.other"), held.other, change("other"), key=f"away_other_{actor}")


def between(scene: Scene) -> None:
    """What it does when only some neighbourhoods organise themselves."""
    st.markdown(t("lasting.between"))
    held = scene.conditions.neighbourhoods
    for row in NEIGHBOURHOODS:
        for column, field in zip(st.columns(2, gap="large"), row, strict=True):
            with column:
                asking.words_of(
                    t(f"neighbourhoods.{field}"),
                    getattr(held, field),
                    lambda text, field=field: ChangeNeighbourhoods({field: text}),
                    key=f"neighbourhoods_{field}",
                )
