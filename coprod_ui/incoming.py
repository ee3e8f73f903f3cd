"""A file or a pasted table on its way in: asking for it, and telling what it is, what was assumed and what is wrong."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import streamlit as st

from coprod_core.exchange import FORMATS, Brought, Incoming, format_of
from coprod_core.json_file import LARGEST_FILE, FileError
from coprod_ui import messages, polis_options
from coprod_ui.words import current_words, literal, t

FAULTS_SHOWN = 10
ENDINGS = sorted({each.suffix.rpartition(".")[2] for each in FORMATS.values()} | {"tsv", "txt", "xml"})
"""How files that come in may end; what a file is, is seen from what is in it."""


@dataclass(frozen=True)
class Source:
    """What a person handed over: its name, for people, and what is in it."""

    name: str
    content: bytes

    @property
    def title(self) -> str:
        """The name without its ending, for a web that has no title of its own."""
        return PurePath(self.name).stem


def ask(key: str, label: str) -> Source | None:
    """Asks for a file, or for a table to be pasted; None until there is one."""
    ways = {way: t(f"bring_in.way_{way}") for way in ("file", "paste")}
    way = st.segmented_control(
        t("bring_in.way"),
        list(ways),
        format_func=lambda way: ways[way],
        default="file",
        required=True,
        key=f"{key}_way",
        label_visibility="collapsed",
    )
    return _pasted(key) if way == "paste" else _uploaded(key, label)


def _uploaded(key: str, label: str) -> Source | None:
    most = LARGEST_FILE // 1024 // 1024
    files = st.file_uploader(label, type=ENDINGS, key=key, max_upload_size=most, accept_multiple_files=True)
    sources = [Source(file.name, file.getvalue()) for file in files]
    if len(sources) > 1 and all(PurePath(source.name).suffix.lower() == ".csv" for source in sources):
        return _together(sources)
    return sources[-1] if sources else None  # who chooses another file means that one


def _together(sources: Sequence[Source]) -> Source:
    """Several files, the tables of one export, as the zip file they could have come in."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {source.name: source.content for source in sources}.items():
            archive.writestr(name, content)
    return Source(", ".join(source.name for source in sources), packed.getvalue())


def _pasted(key: str) -> Source | None:
    text = st.text_area(
        t("bring_in.paste"),
        key=f"{key}_pasted",
        placeholder=t("bring_in.paste_example"),
        help=t("bring_in.paste_help"),
        height=140,
    )
    return Source(t("bring_in.pasted"), text.encode()) if text.strip() else None


def read(key: str, source: Source) -> Brought:
    """What a source brings, with what was assumed; a person can say which of its elements are parties.

    Raises `FileError`.
    """
    kind = format_of(source.content)
    said = t("bring_in.is", format=t(f"formats.{kind.name}"))
    if kind.name == "polis":
        st.markdown(said)
        return polis_options.read(key, source.name, source.content)
    brought = kind.read(source.content, source.title)
    _ = brought.web  # faults between its parts show here, before anything is drawn
    st.markdown(said)
    if brought.elements:
        brought = _with_parties(key, kind, source, brought)
    if brought.notes:
        said = [t(f"file_notes.{note.code}", **_counted(note.params)) for note in brought.notes]
        st.markdown("\n".join([t("bring_in.assumed"), "", *(f"- {line}" for line in said)]))
    return brought


def _counted(params: Mapping[str, float]) -> dict[str, str]:
    return {name: current_words().count(value) for name, value in params.items()}


def _with_parties(key: str, kind: Incoming, source: Source, brought: Brought) -> Brought:
    """The same source, with the elements for parties that a person chose."""
    names = {
        element.id: f"{element.name} ({element.type})" if element.type else element.name for element in brought.elements
    }
    assumed = [element.id for element in brought.elements if element.role == "party"]
    chosen = st.multiselect(
        t("bring_in.parties"),
        list(names),
        default=assumed,
        format_func=lambda id_: names.get(id_, ""),
        key=f"{key}_parties_{zlib.crc32(source.content)}",
    )
    return brought if set(chosen) == set(assumed) else kind.read(source.content, source.title, frozenset(chosen))


def faults(error: FileError) -> None:
    """Why a file cannot be read, the first faults with their places."""
    st.markdown(t("start.file_refused"))
    for fault in error.faults[:FAULTS_SHOWN]:
        st.markdown(f"- {messages.fault_sentence(fault)}")
    if len(error.faults) > FAULTS_SHOWN:
        st.markdown(t("start.more_faults", count=len(error.faults) - FAULTS_SHOWN))


def name_of(title: str) -> str:
    """A web's title as text, or what stands in its place."""
    return literal(title) or t("frame.untitled")
