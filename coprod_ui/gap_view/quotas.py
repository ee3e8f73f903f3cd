"""Quotas for drawing lots, from figures about the neighbourhood and two choices a person makes."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from coprod_core.exchange.population_csv import write_population, write_quotas
from coprod_core.model import Web
from coprod_core.quotas import MOST_SEATS, Quota, quotas
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
    seats, room = (column for column in st.columns(2))
    with seats:
        st.number_input(t("quotas.seats"), 1, MOST_SEATS, value=_usual_seats(web), key="quota_seats")
    with room:
        st.number_input(t("quotas.room"), 0, MOST_ROOM, value=1, key="quota_room")
    counts = st.multiselect(
        t("quotas.features"),
        list(web.features),
        default=list(web.features),
        placeholder=t("people_screen.feature"),
        key="quota_features",
    )
    chosen = replace(web, population=tuple(held for held in web.population if held.feature in counts))
    found = quotas(chosen, st.session_state["quota_seats"], st.session_state["quota_room"])
    if found:
        st.table(_table(found), height="content" if len(found) <= 8 else 320)
    with st.container(horizontal=True):
        _download("quotas.download", write_quotas(found), "quotas.csv", not found)
        _download("people_screen.download", write_population(web.population), "population.csv", False)


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


def _download(label: str, content: bytes, name: str, disabled: bool) -> None:
    st.download_button(
        t(label), content, name, "text/csv", key=f"download_{name}", icon=":material/download:", disabled=disabled
    )
