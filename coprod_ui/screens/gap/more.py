"""What stands behind *More* on the Gap screen: the fixed lines, and one sheet at a time over the lower half."""

from collections.abc import Callable, Mapping

import streamlit as st

from coprod_core.acts.history import History
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import GapRobustness
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.screens.gap.certainty import every_group_equal, how_sure, what_would_change_it, whom_to_ask
from coprod_ui.screens.gap.missing import who_is_missing
from coprod_ui.screens.gap.people import who_lives_here
from coprod_ui.screens.gap.places import how_seats_are_spread
from coprod_ui.screens.gap.thinking import who_thinks_otherwise
from coprod_ui.screens.gap.views import what_is_wanted
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.widgets import explain
from coprod_ui.widgets.button import button
from coprod_ui.widgets.foot import counted_otherwise, fixed_line
from coprod_ui.widgets.sheet import closes_on_escape
from coprod_ui.words import Words, t

OPEN = "gap_sheet"
"""Where the session keeps which sheet is open."""

FIRST = (
    "gap.headline",
    "gap.outside",
    "gap.table",
    "gap.unheard",
    "gap.by_interest",
    "voiced_by.organisation",
    "silent.people",
    "gap.alarm",
    "claims.share",
    "claims.has",
    "gap.hard_to_reach",
    "gap.without_influence",
    "feasibility_inclusiveness.invite_first_heard",
    "feasibility_inclusiveness.invite_gain",
    "feasibility_inclusiveness.invite_fit",
    "feasibility_inclusiveness.invite_pace",
)
"""The readings in what is said and shown first."""

Sheet = Callable[[History, Readings, bool, Words, bool], None]


def open_sheet(name: str) -> None:
    """Opens a sheet, to be called before the row is drawn."""
    st.session_state[OPEN] = name


def close() -> None:
    """Closes what is open."""
    st.session_state[OPEN] = None


def draw(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    """The fixed lines, the row of what more there is, and the sheet that is open."""
    asked = st.query_params.pop("q", None)
    if asked is not None and asked in SHEETS:
        open_sheet(asked)
    names = {name: t(f"gap_sheets.{name}") for name in SHEETS}
    with st.container(key="gap_more", gap="xxsmall"):
        fixed_line(history.web, words)
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            chosen = st.pills(
                t("gap_look.more"),
                list(names),
                format_func=lambda name: names.get(name, ""),
                key=OPEN,
                persist_state="session",
                width="content",
            )
            _worked_out(readings, words)
            counted_otherwise(history.web, words)
    if chosen:
        with st.container(key="gap_open_sheet", border=True):
            closes_on_escape(OPEN, names[chosen])
            with st.container(horizontal=True, vertical_alignment="center"):
                st.subheader(names[chosen], anchor=False, width="content")
                st.space("stretch")
                button(t("gap_look.close"), close, key="gap_close", icon="close", type="tertiary")
            SHEETS[chosen](history, readings, digits, words, dark)


def _worked_out(readings: Readings, words: Words) -> None:
    """Folds out to how each reading came about in what is said first."""
    icon = ":material/calculate:"
    with st.popover(
        t("gap_look.how"), type="tertiary", icon=icon, on_change="rerun", key="explain_icon_first"
    ) as opened:
        if opened.open:
            st.markdown(say_fixed.method_line(words))
            explain.menu(readings, *FIRST)


def certainty(web: Web, readings: Readings) -> GapRobustness:
    """What stays of the gap with slightly different estimates."""
    found = current.robustness_of(web, readings.reference)
    assert not isinstance(found, Undefined)  # there is a gap
    return found


def _who(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    who_is_missing(history, readings, digits, words, dark)


def _places(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    how_seats_are_spread(readings, history.web, digits, words, dark)


def _views(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    what_is_wanted(readings, certainty(history.web, readings), history.web, digits, words, dark)


def _equal(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    every_group_equal(readings, history.web, digits, words, dark)


def _sure(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    how_sure(readings, certainty(history.web, readings), history.web, digits, words, dark)


def _change(history: History, readings: Readings, digits: bool, words: Words, _dark: bool) -> None:
    what_would_change_it(history, readings, digits, words)


def _estimates(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    whom_to_ask(readings, certainty(history.web, readings), history.web, digits, words, dark)


def _thinking(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    who_thinks_otherwise(readings, history.web, digits, words, dark)


def _people(history: History, readings: Readings, digits: bool, words: Words, dark: bool) -> None:
    who_lives_here(readings, history.web, digits, words, dark)


SHEETS: Mapping[str, Sheet] = {
    "who": _who,
    "places": _places,
    "views": _views,
    "equal": _equal,
    "sure": _sure,
    "change": _change,
    "estimates": _estimates,
    "thinking": _thinking,
    "people": _people,
}
"""Each sheet by its name."""
