"""The sheet of Gap about seats: who could have more, how they are spread, and whom the table is held against."""

import streamlit as st

from coprod_core.indicators.gap import Reference
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts.gap import actor_causes_chart, seats_chart
from coprod_ui.screens.gap.heading import heading
from coprod_ui.sentences import claims as say_claims
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences.undefined import known
from coprod_ui.widgets import explain
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, t


def how_seats_are_spread(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """Draws the sheet."""
    gap = known(readings.gap)
    spread, claimed = st.columns([1.1, 1], gap="large")
    with spread:
        st.markdown(f"##### {t('gap_screen.seats')}")
        listed([say_gap.gap_sentences(readings, web, words, digits)["places"]])
        figure("seats", seats_chart(gap, web, words, digits, dark))
        explain.menu(readings, "gap.places", "gap.places_by_actor", "gap.maxi", "gap.mini")
        _reference_switch()
    with claimed:
        _claims(readings, web, words)
        heading("parties", readings, "gap.by_actor")
        figure("parties", actor_causes_chart(gap, web, words, digits, dark))


def _claims(readings: Readings, web: Web, words: Words) -> None:
    found = say_claims.claims_of(readings)
    if found:
        listed(
            " ".join([*say_claims.claim(one, readings, web, words), *say_claims.claim_behind(one, web, words)])
            for one in found
        )
    st.markdown(" ".join(say_claims.under_the_claims(readings, words)))
    explain.menu(readings, "claims.share", "claims.earned", "claims.has")


def _reference_switch() -> None:
    """The article's maxi-public, or everybody affected."""
    labels = {str(option): t(f"reference.{option}") for option in Reference}
    st.segmented_control(
        t("gap_screen.reference"),
        list(labels),
        format_func=lambda option: labels[option],
        default=str(Reference.MAXI_PUBLIC),
        required=True,
        key="reference",
        persist_state="session",
        help=t("gap_screen.reference_help"),
    )
