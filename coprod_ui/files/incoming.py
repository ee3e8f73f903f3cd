"""A file or a pasted table on its way in: asking for it, and telling what it is, what was assumed and what is wrong."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

import streamlit as st

from coprod_core.exchange import FORMATS, NONE_MADE, Brought, Choices, Incoming, book_of, format_of
from coprod_core.files.json_file import LARGEST_FILE, FileError
from coprod_core.web.model import Web
from coprod_ui.files import file_notes, matching_step, polis_options
from coprod_ui.meeting.drafts import Draft
from coprod_ui.widgets import messages
from coprod_ui.widgets.lines import listed
from coprod_ui.words import t
from coprod_ui.words.plain_text import plain

FAULTS_SHOWN = 10
ENDINGS = sorted({each.suffix.rpartition(".")[2] for each in FORMATS.values()} | {"tsv", "txt", "xml", "gexf", "cyjs"})
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


def ask(draft: Draft, label: str) -> Source | None:
    """Asks for a file, or for a table to be pasted; None until there is one. What is asked for stays in a draft."""
    ways = {way: t(f"bring_in.way_{way}") for way in ("file", "paste")}
    way = draft.field(
        st.segmented_control,
        t("bring_in.way"),
        "way",
        "file",
        options=list(ways),
        format_func=lambda way: ways[way],
        required=True,
        label_visibility="collapsed",
    )
    return _pasted(draft) if way == "paste" else _uploaded(draft, label)


def _uploaded(draft: Draft, label: str) -> Source | None:
    most = LARGEST_FILE // 1024 // 1024
    key = draft.key("file")
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


def _pasted(draft: Draft) -> Source | None:
    text = draft.field(
        st.text_area,
        t("bring_in.paste"),
        "pasted",
        placeholder=t("bring_in.paste_example"),
        help=t("bring_in.paste_help"),
        height=140,
    )
    return Source(t("bring_in.pasted"), text.encode()) if text.strip() else None


def read(draft: Draft, source: Source, web: Web | None = None) -> Brought | None:
    """What a source brings, with what was assumed; a person can say which of its elements are parties, and stop reading
    what takes long: then None. `web`: what it is brought into.

    Raises `FileError`.
    """
    kind = format_of(source.content)
    said = t("bring_in.is", format=t(f"formats.{kind.name}"))
    if kind.name == "polis":
        st.markdown(said)
        return polis_options.read(draft, source.name, source.content)
    book = book_of(kind, source.content)
    if book is not None:
        st.markdown(said)
        matching = matching_step.draw(draft, book)
        brought = kind.read(source.content, source.title, Choices(matching))
        asked = matching is not None and not matching.ours
        shown_above = ("columns_not_used", "columns_kept_in_notes") if asked else ()
        notes = [note for note in brought.told(web) if note.code not in shown_above]
    else:
        brought = kind.read(source.content, source.title)
        _ = brought.web  # faults between its parts show here, before anything is drawn
        st.markdown(said)
        if brought.elements:
            brought = _with_choices(draft, kind, source, brought)
        notes = [*brought.told(web)]
    _ = brought.web
    file_notes.told(t("bring_in.assumed"), notes)
    return brought


def _with_choices(draft: Draft, kind: Incoming, source: Source, brought: Brought) -> Brought:
    """The same source, with what a person says of it: who is a party, and what its weights mean."""
    parties = _parties(draft, source, brought)
    largest = None
    if brought.weights_to is not None:
        largest = draft.field(
            st.number_input,
            t("matching.scale"),
            f"weights_{zlib.crc32(source.content)}",
            None,
            min_value=float(brought.weights_to),
            format="%g",
        )
    choices = Choices(parties=parties, largest_weight=largest)
    return brought if choices == NONE_MADE else kind.read(source.content, source.title, choices)


def _parties(draft: Draft, source: Source, brought: Brought) -> frozenset[str] | None:
    """The elements for parties that a person chose; None while that is what was assumed."""
    names = {
        element.id: f"{element.name} ({element.type})" if element.type else element.name for element in brought.elements
    }
    assumed = [element.id for element in brought.elements if element.role == "party"]
    chosen = draft.choices(t("bring_in.parties"), names, f"parties_{zlib.crc32(source.content)}", assumed)
    return None if set(chosen) == set(assumed) else frozenset(chosen)


def faults(error: FileError) -> None:
    """Why a file cannot be read, the first faults with their places."""
    lines = [messages.fault_sentence(fault) for fault in error.faults[:FAULTS_SHOWN]]
    if len(error.faults) > FAULTS_SHOWN:
        lines.append(t("start.more_faults", count=len(error.faults) - FAULTS_SHOWN))
    st.markdown(t("start.file_refused"))
    listed(lines)
    with st.expander(t("start.copy_faults")):
        st.code("\n".join(map(plain, lines)), language=None, wrap_lines=True)
