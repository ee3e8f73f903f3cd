"""The sheet of Gap about who is missing: what each absent group would bring, and what stands beside that."""

import streamlit as st

from coprod_core.acts.commands import Seat
from coprod_core.acts.history import History, seats_on_invitation
from coprod_core.indicators.joining import to_solve
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.web.model import Web
from coprod_ui.charts.parties import invite_chart
from coprod_ui.screens.gap.questions import questions
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences import gap_questions as say_gap_questions
from coprod_ui.sentences import joining
from coprod_ui.sentences.undefined import known
from coprod_ui.widgets import attempts, controls, explain
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, literal, t

_INVITATION = tuple(
    f"feasibility_inclusiveness.{name}"
    for name in (
        *("invite_first_heard", "invite_gain", "invite_loss", "invite_fit", "invite_pace"),
        *("invite_views", "invite_grows_on"),
    )
)
"""What an invitation brings, and what it costs."""


def who_is_missing(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet: every absent group, what it would bring, and what stands beside that."""
    web = history.web
    who, pictures = st.columns([1.1, 1], gap="large")
    with who:
        chosen = _chosen(web, readings)
        if chosen is None:
            st.markdown("\n\n".join([t("gap_screen.nobody_missing"), *say_gap.alarm(readings, web, words)]))
        else:
            _missing(history, readings, chosen, digits, words)
    with pictures:
        _invitations(readings, web, digits, words, dark)
        questions(say_gap_questions.about_who(web, chosen, words))


def _chosen(web: Web, readings: Readings) -> str | None:
    """The absent group to look at: that which causes most of the gap until a person chooses another."""
    st.markdown(f"##### {t('gap_screen.missing')}")
    causes = known(readings.gap).by_actor
    absent = [a for a in web.actors if a.citizens and not a.seated and causes.get(a.id) is not None]
    absent.sort(key=lambda actor: -causes[actor.id])
    if not absent:
        return None
    names = {actor.id: actor.name for actor in absent}
    return controls.one_of(t("gap_screen.missing"), names, key="missing", label_visibility="collapsed")


def _estimated(readings: Readings, web: Web, actor: str, digits: bool, words: Words) -> list[str]:
    said = say_gap.estimates(readings, web, words, digits, actor)
    return [f"{said} {words('say_gap.ask_themselves')}"] if said else []


def _missing(history: History, readings: Readings, actor: str, digits: bool, words: Words) -> None:
    web = history.web
    with st.container(border=True, gap="xsmall"):
        st.markdown(f":gray[{t(f'invitation.{web.actor_by_id[actor].invitation}')}]")
        for line in (
            " ".join([*joining.joining(readings, web, actor, words, digits), joining.ask(web, actor, words)]),
            *_estimated(readings, web, actor, digits, words),
            words("say_joining.in_life"),
        ):
            if line:
                st.markdown(line)
        _to_solve(readings, actor, digits, words)
        beside = say_gap.without_them(readings, web, words, digits)
        explain.menu(readings, *_INVITATION, "gap.estimated_by_actor", about=(actor,))
        if beside:
            st.markdown(f"**{t('gap_screen.without')}**")
            listed(beside)
            explain.menu(readings, "options.shifted", "gap.alarm")
        with st.expander(t("details.attempts"), key=f"gap_attempts_{actor}"):
            attempts.draw(web.actor_by_id[actor], web, readings)
        controls.act_button(
            t("gap_screen.invite", name=literal(web.actor_by_id[actor].name)),
            lambda: Seat(actor, seats_on_invitation(history, actor)),
            key=f"gap_sheet_invite_{actor}",
            icon=":material/group_add:",
        )


def _to_solve(readings: Readings, actor: str, digits: bool, words: Words) -> None:
    """What would have to be solved once they are there, and with whom they belong together."""
    web, found = readings.weights.web, to_solve(readings.weights, actor)
    if isinstance(found, Undefined):
        return
    lines = [*say_gap.solving(found, web, words, digits), *say_gap.together(readings, web, words, actor)]
    st.markdown(f"**{t('gap_screen.to_solve')}**")
    listed(lines)


def _invitations(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    reading = readings.feasibility_inclusiveness
    if reading is None or not reading.invite:
        return
    st.markdown(f"##### {t('gap_screen.invitations')}")
    figure("invitations", invite_chart(reading, web, words, digits, dark))
    explain.menu(readings, *_INVITATION)
