"""The sheets of Gap that ask how sure this is: what stays, whom to ask, what would change it, another way to count."""

from collections.abc import Mapping

import streamlit as st

from coprod_core.acts.history import History, seats_on_invitation
from coprod_core.indicators.gap_tipping import tipping
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import Cause, GapRobustness
from coprod_core.indicators.second_lens import SecondLens, second_lens
from coprod_core.web.model import Web
from coprod_ui.charts.certainty import ask_chart, lenses_chart, standing_chart
from coprod_ui.charts.shared import actor_names, interest_names
from coprod_ui.meeting import selection
from coprod_ui.screens.gap.heading import heading
from coprod_ui.screens.gap.questions import questions
from coprod_ui.sentences import certainty as say_certainty
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences import gap_questions as say_gap_questions
from coprod_ui.sentences import gap_tipping as say_gap_tipping
from coprod_ui.sentences.undefined import known
from coprod_ui.widgets import explain, way
from coprod_ui.widgets.button import button
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, literal, t

MOST_STAKES = 1_000
"""With more stakes, what tips the gap is worked out when a person asks for it: it takes a while."""


def how_sure(readings: Readings, found: GapRobustness, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet that says what stays with slightly different estimates."""
    stays, by_party = st.columns(2, gap="large")
    with stays:
        heading("stays", readings, "sure.cause")
        listed(say_certainty.certainty(found, web, words, digits))
        explain.menu(readings, "sure.headline")
        _standing("interest", found.top_interest, interest_names(web), digits, words, dark)
    with by_party:
        _standing("party", found.top_actor, actor_names(web), digits, words, dark)
        questions(say_gap_questions.about_certainty(found, web, words))


def whom_to_ask(readings: Readings, found: GapRobustness, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet about estimates: how much rests on them, and whom to ask first."""
    estimate = say_gap.estimates(readings, web, words, digits)
    if estimate:
        st.markdown(f"{estimate} {words('say_gap.ask_themselves')}")
        explain.menu(readings, "gap.estimated_share")
    _ask_first(readings, found, web, digits, words, dark)


def what_would_change_it(history: History, readings: Readings, digits: bool, words: Words) -> None:
    """Draws the sheet that says what gives another main cause: another estimate, or another group."""
    _what_tips(history, readings, digits, words)
    lens = second_lens(readings.weights, readings.reference)
    if not isinstance(lens, Undefined):
        questions(say_gap_questions.about_change(lens, words))


def every_group_equal(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet that counts every group as much as any other."""
    lens = second_lens(readings.weights, readings.reference)
    if not isinstance(lens, Undefined):
        _two_lenses(readings, lens, web, digits, words, dark)


def _standing(what: str, cause: Cause, names: Mapping[str, str], digits: bool, words: Words, dark: bool) -> None:
    if cause.id is None:
        return
    figure(f"standing_{what}", standing_chart(cause, names, f"charts.{what}", words, digits, dark))


def _what_tips(history: History, readings: Readings, digits: bool, words: Words) -> None:
    heading("tips", readings, "sure.tips")
    web = history.web
    if len(web.stakes) > MOST_STAKES and not st.button(t("gap_screen.work_out"), key="work_out_tipping"):
        st.markdown(t("gap_screen.takes_a_while"))
        return
    absent = [a.id for a in web.actors if a.citizens and not a.seated and known(readings.gap).by_actor.get(a.id)]
    seats = {actor: seats_on_invitation(history, actor) for actor in absent}
    found = tipping(readings.weights, seats, readings.reference)
    if not isinstance(found, Undefined):
        listed(say_gap_tipping.what_tips(found, web, words, digits))


def _ask_first(readings: Readings, found: GapRobustness, web: Web, digits: bool, words: Words, dark: bool) -> None:
    heading("ask_first", readings, "sure.ask_first")
    asked = found.ask_first
    listed(say_certainty.ask_first(asked, web, words, digits))
    if not asked.stakes:
        return
    figure("ask", ask_chart(asked, web, words, digits, dark))
    first = asked.stakes[0].actor
    button(
        t("gap_screen.open_on_web", name=literal(web.actor_by_id[first].name)),
        _open_on_web,
        first,
        key="open_first_asked",
        icon="edit",
    )


def _open_on_web(actor: str) -> None:
    selection.select(("actor", actor))
    way.go("web")


def _two_lenses(readings: Readings, lens: SecondLens, web: Web, digits: bool, words: Words, dark: bool) -> None:
    st.markdown(f"##### {t('gap_screen.two_lenses')}")
    listed(say_certainty.two_lenses(readings, lens, web, words))
    explain.menu(readings, "second_lens.by_interest", "second_lens.by_actor")
    first, second = known(readings.gap), lens.gap
    by = {
        "interests": (first.by_interest, second.by_interest, interest_names(web), "charts.interest"),
        "parties": (first.by_actor, second.by_actor, actor_names(web), "charts.party"),
    }
    for column, (what, (one, other, names, head)) in zip(st.columns(2, gap="large"), by.items(), strict=True):
        with column:
            figure(f"lenses_{what}", lenses_chart(one, other, names, head, words, digits, dark))
