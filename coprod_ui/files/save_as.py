"""Saving a web for another program: choose a format, see what it cannot hold, and say who may use it."""

from datetime import UTC, datetime

import streamlit as st

from coprod_core.exchange import FORMATS, LICENCES, Card, Format, told_when_written
from coprod_core.files.json_file import FileError
from coprod_core.web.model import Web
from coprod_core.web.noted import holds_noted
from coprod_ui.files import drawing_file, file_notes, incoming, map_sheet, noted_along, power_map_pictures
from coprod_ui.files.file_names import file_name
from coprod_ui.meeting import current
from coprod_ui.words import Words, current_words, t

_KEY = "save_as"
OFFERED = tuple(name for name in FORMATS if name not in ("web", "meeting"))
"""The formats of other programs; our own two stand in the menu itself."""


def show(name: str) -> None:
    """Opens the dialog. `name`: of the file, without an ending."""
    st.dialog(t("save_as.heading"), width="medium")(draw)(name)


def draw(name: str) -> None:
    """The choice of a format and a licence, and the button."""
    loaded = current.stored()
    if loaded is None:
        return
    formats = {code: t(f"formats.{code}") for code in OFFERED}
    chosen = st.selectbox(
        t("save_as.format"),
        list(formats),
        format_func=lambda code: formats[code],
        key=f"{_KEY}_format",
        filter_mode=None,
    )
    wanted = FORMATS[chosen]
    left_behind = st.container()
    licences = {code: t(f"licences.{code}") for code in LICENCES}
    licence = st.selectbox(
        t("save_as.licence"),
        list(licences),
        format_func=lambda code: licences[code],
        key=f"{_KEY}_licence",
        filter_mode=None,
        help=t("save_as.card"),
    )
    web = loaded.history.web
    noted = noted_along.asked(web, f"{_KEY}_noted")
    left_behind.markdown(_left_behind(wanted, noted_stays=holds_noted(web) and not noted))
    _download(web, wanted, licence, name, noted)
    if web.actors:
        _sheet(web, licence, name, noted)
    if web.actors or web.interests:
        drawing_file.buttons(web, name)
    if web.actors:
        power_map_pictures.draw(web)


def _left_behind(wanted: Format, noted_stays: bool) -> str:
    codes = (*wanted.cannot_hold, *(("noted",) if noted_stays and "power_map" not in wanted.cannot_hold else ()))
    if not codes:
        return t("formats_cannot.nothing")
    lines = (f"- {t(f'formats_cannot.{code}')}" for code in codes)
    return "\n".join([t("formats_cannot.heading"), "", *lines])


def as_file(web: Web, wanted: Format, licence: str, words: Words, noted: bool) -> bytes:
    """The web in a format; where that holds sheets the power map stands before the others. `noted`: with what was noted
    of parties. Raises `FileError`.
    """
    beside = (map_sheet.table(current.readings_of(web), web, words, noted=noted),) if web.actors else ()
    card = Card(datetime.now(UTC), licence, "," if words("numbers.decimal") == "," else ".", beside)
    return wanted.write(noted_along.as_saved(web, noted), card)


def sheet_as_file(web: Web, licence: str, words: Words, noted: bool) -> bytes:
    """The sheet of the power map by itself."""
    card = Card(datetime.now(UTC), licence).lines(noted_along.as_saved(web, noted))
    return map_sheet.as_csv(current.readings_of(web), web, words, card, noted=noted)


def _sheet(web: Web, licence: str, name: str, noted: bool) -> None:
    words = current_words()
    st.download_button(
        t("map_sheet.save"),
        lambda: sheet_as_file(web, licence, words, noted),
        file_name=f"{name}-{file_name(t('power_map.name'))}.csv",
        mime="text/csv",
        icon=":material/table:",
        key=f"{_KEY}_sheet",
        on_click="ignore",
    )


def _download(web: Web, wanted: Format, licence: str, name: str, noted: bool) -> None:
    """The button; a web that is too large for the format says so in its place."""
    try:
        content = as_file(web, wanted, licence, current_words(), noted)
    except FileError as error:
        incoming.faults(error)
        return
    file_notes.told("", told_when_written(wanted, web))
    st.download_button(
        t("save_as.save"),
        content,
        file_name=f"{name}{wanted.suffix}",
        mime=wanted.mime,
        icon=":material/download:",
        key=f"{_KEY}_download",
        on_click="ignore",
    )
