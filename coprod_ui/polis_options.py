"""A Pol.is export on its way in: which vote agrees, which statements come along, and what is told of whom."""

import zlib

import streamlit as st

from coprod_core.exchange import Brought, Note, refused
from coprod_core.exchange.polis_export import Export, Sign, files_of, read_export, sign_of
from coprod_core.exchange.polis_web import MOST_STATEMENTS, USUAL_STATEMENTS, Names, polis_web
from coprod_ui.words import current_words, literal, t

FEWEST_STATEMENTS = 3


def read(key: str, name: str, content: bytes) -> Brought:
    """What an export brings, by the choices a person makes here. Raises `FileError`."""
    export = _export(key, name, content)
    agree = _agree(key, sign_of(export))
    column, other = st.columns(2)
    with column:
        most = st.number_input(
            t("polis.most"), FEWEST_STATEMENTS, MOST_STATEMENTS, value=USUAL_STATEMENTS, key=f"{key}_polis_most"
        )
    with other:
        ways = {way: t(f"polis.{way}") for way in ("most_voted", "most_dividing")}
        by = st.selectbox(t("polis.by"), list(ways), format_func=ways.__getitem__, key=f"{key}_polis_by")
    brought = polis_web(export, agree, int(most), by, _names(agree))
    _told(export, brought)
    return brought


def _export(key: str, name: str, content: bytes) -> Export:
    """The export, read once however often the choices change."""
    sum_, kept = zlib.crc32(content), f"{key}_polis_export"
    held = st.session_state.get(kept)
    if held is None or held[0] != (sum_, len(content)):
        held = st.session_state[kept] = ((sum_, len(content)), read_export(files_of(name, content)))
    return held[1]


def _agree(key: str, sign: Sign) -> int:
    """Which vote agrees: as the totals say, unless a person knows better. Raises `FileError` while nobody says."""
    said = {True: t("polis.sign_clear", fits=sign.fits, of=sign.of), False: t("polis.sign_unclear")}
    st.markdown(said[sign.clear])
    words = {1: t("polis.plus_agrees"), -1: t("polis.minus_agrees")}
    chosen = st.segmented_control(
        t("polis.sign"),
        list(words),
        format_func=words.__getitem__,
        default=sign.agree if sign.clear else None,
        key=f"{key}_polis_sign",
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
    lines += [_note(note) for note in brought.notes]
    if export.not_used:
        lines.append(t("polis.not_used", names=", ".join(literal(name) for name in export.not_used)))
    st.markdown("\n".join(f"- {line}" for line in lines))


def _note(note: Note) -> str:
    return t(f"file_notes.{note.code}", **{name: current_words().count(value) for name, value in note.params.items()})
