"""A Pol.is export on its way in: which vote agrees, which statements come along, and what is told of whom."""

import zlib
from typing import get_args

import streamlit as st

from coprod_core.exchange import Brought, refused
from coprod_core.exchange.polis_export import Export, Sign, reading, sign_of
from coprod_core.exchange.polis_files import files_of
from coprod_core.exchange.polis_web import MOST_STATEMENTS, USUAL_STATEMENTS, By, Names, polis_web
from coprod_ui.files import file_notes
from coprod_ui.files.waiting import awaited
from coprod_ui.meeting.drafts import Draft
from coprod_ui.widgets.lines import listed
from coprod_ui.words import current_words, literal, t

FEWEST_STATEMENTS = 3


def read(draft: Draft, name: str, content: bytes) -> Brought | None:
    """What an export brings, by the choices a person makes here; None where they stopped reading it.

    Raises `FileError`.
    """
    of = zlib.crc32(content), len(content)
    export = awaited(draft, of, lambda: reading(files_of(name, content)), Export)
    if export is None:
        return None
    agree = _agree(draft, sign_of(export))
    column, other = st.columns(2)
    with column:
        most = draft.field(
            st.number_input,
            t("polis.most"),
            "polis_most",
            USUAL_STATEMENTS,
            min_value=FEWEST_STATEMENTS,
            max_value=MOST_STATEMENTS,
        )
    with other:
        ways = {way: t(f"polis.{way}") for way in get_args(By)}
        by = draft.choice(st.selectbox, t("polis.by"), ways, "polis_by")
    brought = polis_web(export, agree, int(most), by, _names(agree))
    _told(export, brought)
    return brought


def _agree(draft: Draft, sign: Sign) -> int:
    """Which vote agrees: as the totals say, unless a person knows better. Raises `FileError` while nobody says."""
    said = {True: t("polis.sign_clear", fits=sign.fits, of=sign.of), False: t("polis.sign_unclear")}
    st.markdown(said[sign.clear])
    words = {1: t("polis.plus_agrees"), -1: t("polis.minus_agrees")}
    chosen = draft.field(
        st.segmented_control,
        t("polis.sign"),
        "polis_sign",
        sign.agree if sign.clear else None,
        options=list(words),
        format_func=words.__getitem__,
    )
    if chosen is None:
        raise refused("polis_sign_unclear")
    return int(chosen)


def _names(agree: int) -> Names:
    return Names(
        title=t("polis.title"),
        group=t("polis.group", letter="{letter}"),
        others=t("polis.others"),
        everyone=t("polis.everyone"),
        notes=t("polis.notes", agree=agree),
    )


def _told(export: Export, brought: Brought) -> None:
    """Who becomes what, how important and for or against come about, and what is left out."""
    words = current_words()
    parties = [
        words("polis.party", name=literal(a["name"]), people=words.count(a["people"]), seats=words.count(a["seats"]))
        for a in brought.data["actors"]
    ]
    lines = [t("polis.parties", parties="; ".join(parties)), t("polis.position"), t("polis.weight")]
    lines += [file_notes.sentence(note) for note in brought.notes]
    if export.not_used:
        lines.append(t("polis.not_used", names=", ".join(literal(name) for name in export.not_used)))
    listed(lines)
