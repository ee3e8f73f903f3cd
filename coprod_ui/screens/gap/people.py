"""The sheet of Gap that asks who lives here: the neighbourhood beside the table, by age, home, household and so on."""

from functools import partial

import streamlit as st

from coprod_core.acts.headcounts import CountTable, SetPopulation
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.representation import Representation, for_the_room, representation
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Web
from coprod_ui.charts.representation import representation_chart
from coprod_ui.files.people_file import open_figures
from coprod_ui.files.quotas import quotas_menu
from coprod_ui.meeting import current
from coprod_ui.screens.gap.questions import questions
from coprod_ui.sentences import representation as say_representation
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, t

OPEN = "people_file_open"
"""Where the session keeps whether a person is choosing a file."""


def who_lives_here(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet; without figures about the neighbourhood, the way to bring them in."""
    if not web.population or st.session_state.get(current.of_this(OPEN)):
        _bring_figures(web)
        return
    found = {one.feature: one for one in representation(web)}
    feature = _chosen(list(found))
    seen, beside = st.columns([1.35, 1], gap="large")
    with beside:
        room = _count_table(web.features[feature])
        _figures_menu(web)
    shown = for_the_room(found[feature]) if room else found[feature]
    with seen:
        _picture(shown, digits, words, dark)
    with beside:
        st.markdown(f"**{t('people_screen.beside')}**")
        listed(say_representation.beside_the_gap(shown, readings, web, words, digits))
        questions(say_representation.about_people(shown, words))


def _chosen(features: list[str]) -> str:
    """The feature to look at: the first until a person chooses another."""
    if len(features) == 1:
        st.markdown(f"##### {t('people_screen.here')}")
        return features[0]
    return controls.one_of(t("people_screen.feature"), {feature: feature for feature in features}, key="people_feature")


def _picture(shown: Representation, digits: bool, words: Words, dark: bool) -> None:
    figure("people", representation_chart(shown, words, digits, dark))
    said = say_representation.representation_sentences(shown, words, digits)
    listed(said)
    with st.popover(t("people_screen.how"), type="tertiary", icon=":material/calculate:", key="people_how"):
        st.markdown(t("people_screen.how_said"))


# -- at the table ---------------------------------------------------------------------------------------------------


def _count_table(held: tuple[Headcount, ...]) -> bool:
    """A place to say how many at the table there are of each value; whether small numbers are left out of the rest.

    The numbers fold out, so that nobody shows them to a room without meaning to.
    """
    with st.popover(t("people_screen.at_table"), icon=":material/groups:", key="people_table"):
        st.markdown(t("people_screen.at_table_help"))
        for row in range(0, len(held), 2):
            for column, one in zip(st.columns(2), held[row : row + 2], strict=False):
                with column:
                    controls.number(
                        one.value,
                        one.table,
                        partial(_counted, one),
                        key=f"at_table_{one.feature}_{one.value}",
                        may_be_empty=True,
                    )
    key = "people_for_room"
    st.session_state.setdefault(key, True)
    return st.toggle(
        t("people_screen.for_room"), key=key, help=t("people_screen.for_room_help"), persist_state="session"
    )


def _counted(held: Headcount, wished: float | None) -> CountTable:
    return CountTable(held.feature, {held.value: wished})


# -- the figures ----------------------------------------------------------------------------------------------------


def _figures_menu(web: Web) -> None:
    with st.container(horizontal=True):
        quotas_menu(web)
        button(t("people_screen.open"), _show_file, True, key="people_open_file", icon="folder_open", type="tertiary")
        controls.act_button(
            t("people_screen.remove"),
            lambda: SetPopulation(()),
            key="people_remove",
            type="tertiary",
            icon=":material/delete:",
        )


def _bring_figures(web: Web) -> None:
    st.markdown(t("people_screen.intro"))
    if web.population:
        button(t("people_screen.close"), _show_file, False, key="people_close_file", icon="arrow_back", type="tertiary")
    open_figures(web, partial(_show_file, False))


def _show_file(shown: bool) -> None:
    st.session_state[current.of_this(OPEN)] = shown
