"""The tab of Gap that asks who is missing: how the seats are spread, and what each absent group would bring."""

from functools import partial

import streamlit as st

from coprod_core.commands import Seat
from coprod_core.history import History, seats_on_invitation
from coprod_core.indicators import Readings, Undefined, to_solve
from coprod_core.model import Web
from coprod_ui import charts, controls, explain, sentences
from coprod_ui.figure import figure
from coprod_ui.gap_view.questions import questions
from coprod_ui.words import Words, literal, t

_INVITATION = ("feasibility_inclusiveness.invite_gain", "feasibility_inclusiveness.invite_loss")
"""What an invitation brings, and what it costs."""


def who_is_missing(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    """Draws the tab."""
    web, gap = history.web, readings.gap
    pictures, who = st.columns([1.1, 1], gap="large")
    with who:
        chosen = _chosen(web, readings)
        if chosen is None:
            st.markdown("\n\n".join([t("gap_screen.nobody_missing"), *sentences.alarm(readings, web, words)]))
        else:
            _missing(history, readings, chosen, digits, words)
    with pictures:
        st.markdown(f"##### {t('gap_screen.seats')}")
        figure(
            "seats",
            charts.seats_figure(gap, web, words, digits, dark),
            charts.seats_alt(gap, web, words),
            partial(charts.seats_table, gap, web, words),
        )
        explain.menu(readings, "gap.places_by_actor", "gap.maxi", "gap.mini")
        _invitations(readings, web, digits, words, dark)
        questions(sentences.about_who(web, chosen, words))


def _chosen(web: Web, readings: Readings) -> str | None:
    """The absent group to look at: that which causes most of the gap until a person chooses another."""
    st.markdown(f"##### {t('gap_screen.missing')}")
    absent = [a for a in web.actors if a.citizens and not a.seated and readings.gap.by_actor.get(a.id) is not None]
    absent.sort(key=lambda actor: -readings.gap.by_actor[actor.id])
    if not absent:
        return None
    names = {actor.id: actor.name for actor in absent}
    return controls.one_of(t("gap_screen.missing"), names, key="missing", label_visibility="collapsed")


def _missing(history: History, readings: Readings, actor: str, digits: bool, words: Words) -> None:
    web = history.web
    with st.container(border=True, gap="xsmall"):
        st.markdown(f":gray[{t(f'invitation.{web.actor_by_id[actor].invitation}')}]")
        for line in (
            sentences.invite(readings, web, actor, words, digits),
            sentences.estimates(readings, web, words, digits, actor),
            words("say_invite.in_life"),
        ):
            if line:
                st.markdown(line)
        _to_solve(readings, actor, digits, words)
        beside = sentences.without_them(readings, web, words, digits)
        explain.menu(readings, *_INVITATION, "gap.estimated_by_actor", about=(actor,))
        if beside:
            st.markdown(f"**{t('gap_screen.without')}**")
            st.markdown("\n".join(f"- {line}" for line in beside))
            explain.menu(readings, "options.shifted", "gap.alarm")
        controls.act_button(
            t("gap_screen.invite", name=literal(web.actor_by_id[actor].name)),
            lambda: Seat(actor, seats_on_invitation(history, actor)),
            key=f"gap_invite_{actor}",
            icon=":material/group_add:",
        )


def _to_solve(readings: Readings, actor: str, digits: bool, words: Words) -> None:
    """What would have to be solved once they are there, and with whom they belong together."""
    web, found = readings.weights.web, to_solve(readings.weights, actor)
    if isinstance(found, Undefined):
        return
    lines = [*sentences.solving(found, web, words, digits), *sentences.together(readings, web, words, actor)]
    st.markdown(f"**{t('gap_screen.to_solve')}**")
    st.markdown("\n".join(f"- {line}" for line in lines))


def _invitations(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    reading = readings.feasibility_inclusiveness
    if reading is None or not reading.invite:
        return
    st.markdown(f"##### {t('gap_screen.invitations')}")
    figure(
        "invitations",
        charts.invite_figure(reading, web, words, digits, dark),
        charts.invite_alt(reading, web, words),
        partial(charts.invite_table, reading, web, words),
    )
    explain.menu(readings, *_INVITATION)
