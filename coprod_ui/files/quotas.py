"""Quotas for drawing lots, from figures about the neighbourhood and two choices a person makes."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from coprod_core import __version__
from coprod_core.exchange.population_csv import write_population, write_quotas
from coprod_core.indicators.quotas import MOST_SEATS, Quota, quotas
from coprod_core.web.model import Web
from coprod_ui.meeting import drafts
from coprod_ui.words import literal, t

USUAL_SEATS = 20
MOST_ROOM = 10


def quotas_menu(web: Web) -> None:
    """A menu with the quotas and the figures as files to take along."""
    with st.popover(
        t("quotas.menu"), type="tertiary", icon=":material/casino:", key="quotas", on_change="rerun"
    ) as menu:
        if menu.open:
            _quotas(web)


def _quotas(web: Web) -> None:
    st.markdown(t("quotas.choice"))
    draft = drafts.of("quotas")
    seats, room = (column for column in st.columns(2))
    with seats:
        usual = _usual_seats(web)
        most = draft.field(st.number_input, t("quotas.seats"), "seats", usual, min_value=1, max_value=MOST_SEATS)
    with room:
        spare = draft.field(st.number_input, t("quotas.room"), "room", 1, min_value=0, max_value=MOST_ROOM)
    features = {feature: feature for feature in web.features}
    counts = draft.choices(
        t("quotas.features"), features, "features", list(features), placeholder=t("people_screen.feature")
    )
    chosen = replace(web, population=tuple(held for held in web.population if held.feature in counts))
    found = quotas(chosen, most, spare)
    if found:
        st.table(_table(found), height="content" if len(found) <= 8 else 320)
    with st.container(horizontal=True):
        _download("quotas", "quotas.download", write_quotas(found), not found)
        _download("population", "people_screen.download", write_population(web.population), False)


def _usual_seats(web: Web) -> int:
    seated = int(sum(actor.seats for actor in web.actors if actor.citizens))
    return seated if 1 <= seated <= MOST_SEATS else USUAL_SEATS


def _table(found: tuple[Quota, ...]) -> pd.DataFrame:
    rows = {
        t("people_screen.feature"): [literal(quota.feature) for quota in found],
        t("quotas.value"): [literal(quota.value) for quota in found],
        t("quotas.least"): [quota.least for quota in found],
        t("quotas.most"): [quota.most for quota in found],
    }
    return pd.DataFrame(rows).set_index(t("people_screen.feature"))


def file_name(what: str) -> str:
    """The columns are those that other tools ask for, so which version made a file stands in its name."""
    return f"{what}-belangenweb-{__version__}.csv"


def _download(what: str, label: str, content: bytes, disabled: bool) -> None:
    st.download_button(
        t(label),
        content,
        file_name(what),
        "text/csv",
        key=f"download_{what}",
        icon=":material/download:",
        disabled=disabled,
    )
