"""The tabs of Gap that ask how sure this is: what stays and whom to ask first, and what would change it."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from coprod_core.history import History, seats_on_invitation
from coprod_core.indicators import Cause, GapRobustness, Readings, SecondLens, Undefined, second_lens, tipping
from coprod_core.model import Web
from coprod_ui import charts, explain, selection, sentences, way
from coprod_ui.figure import figure
from coprod_ui.gap_view.heading import heading
from coprod_ui.gap_view.questions import questions
from coprod_ui.words import Words, literal, t

MOST_STAKES = 1_000
"""With more stakes, what tips the gap is worked out when a person asks for it: it takes a while."""


def how_sure(readings: Readings, found: GapRobustness, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the tab that asks what stays with slightly different estimates, and whom to ask first."""
    stays, ask = st.columns(2, gap="large")
    with stays:
        heading("stays", readings, "sure.cause")
        estimate = sentences.estimates(readings, web, words, digits)
        lines = [*sentences.certainty(found, web, words, digits), *([estimate] if estimate else [])]
        st.markdown("\n".join(f"- {line}" for line in lines))
        explain.menu(readings, "gap.estimated_share")
        _standing("interest", found.top_interest, charts.interest_names(web), digits, words, dark)
        _standing("party", found.top_actor, charts.actor_names(web), digits, words, dark)
    with ask:
        _ask_first(readings, found, web, digits, words, dark)
        questions(sentences.about_certainty(found, web, words))


def what_would_change_it(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    """Draws the tab that asks what gives another main cause: another estimate, another group, another way to count."""
    lens = second_lens(readings.weights, readings.reference)
    if isinstance(lens, Undefined):
        return
    tips, lenses = st.columns(2, gap="large")
    with tips:
        _what_tips(history, readings, digits, words)
        questions(sentences.about_change(lens, words))
    with lenses:
        _two_lenses(readings, lens, history.web, digits, words, dark)


def _standing(what: str, cause: Cause, names: Mapping[str, str], digits: bool, words: Words, dark: bool) -> None:
    if cause.id is None:
        return
    figure(
        f"standing_{what}",
        charts.standing_figure(cause, names, words, digits, dark),
        charts.standing_alt(cause, names, words),
        partial(charts.standing_table, cause, names, f"charts.{what}", words),
    )


def _what_tips(history: History, readings: Readings, digits: bool, words: Words) -> None:
    heading("tips", readings, "sure.tips")
    web = history.web
    if len(web.stakes) > MOST_STAKES and not st.button(t("gap_screen.work_out"), key="work_out_tipping"):
        st.markdown(t("gap_screen.takes_a_while"))
        return
    absent = [a.id for a in web.actors if a.citizens and not a.seated and readings.gap.by_actor.get(a.id)]
    seats = {actor: seats_on_invitation(history, actor) for actor in absent}
    found = tipping(readings.weights, seats, readings.reference)
    if not isinstance(found, Undefined):
        st.markdown("\n".join(f"- {line}" for line in sentences.what_tips(found, web, words, digits)))


def _ask_first(readings: Readings, found: GapRobustness, web: Web, digits: bool, words: Words, dark: bool) -> None:
    heading("ask_first", readings, "sure.ask_first")
    asked = found.ask_first
    st.markdown("\n".join(f"- {line}" for line in sentences.ask_first(asked, web, words, digits)))
    if not asked.stakes:
        return
    figure(
        "ask",
        charts.ask_figure(asked, web, words, digits, dark),
        charts.ask_alt(asked, web, words),
        partial(charts.ask_table, asked, web, words),
    )
    first = asked.stakes[0].actor
    st.button(
        t("gap_screen.open_on_web", name=literal(web.actor_by_id[first].name)),
        key="open_first_asked",
        icon=":material/edit:",
        on_click=_open_on_web,
        args=(first,),
    )


def _open_on_web(actor: str) -> None:
    selection.select(("actor", actor))
    way.go("web")


def _two_lenses(readings: Readings, lens: SecondLens, web: Web, digits: bool, words: Words, dark: bool) -> None:
    st.markdown(f"##### {t('gap_screen.two_lenses')}")
    st.markdown("\n".join(f"- {line}" for line in sentences.two_lenses(readings, lens, web, words)))
    explain.menu(readings, "second_lens.by_interest", "second_lens.by_actor")
    first, second = readings.gap, lens.gap
    by = {
        "interests": (first.by_interest, second.by_interest, charts.interest_names(web), "charts.interest"),
        "parties": (first.by_actor, second.by_actor, charts.actor_names(web), "charts.party"),
    }
    for what, (one, other, names, head) in by.items():
        figure(
            f"lenses_{what}",
            charts.lenses_figure(one, other, names, words, digits, dark),
            charts.lenses_alt(one, other, names, words),
            partial(charts.lenses_table, one, other, names, head, words),
        )
