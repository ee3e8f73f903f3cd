"""Files of other tools, in and out: one registry of formats, each with the same few things to know and to do."""

from collections.abc import Mapping

from coprod_core.exchange.brought import Brought, Element, Note
from coprod_core.exchange.card import LICENCES, Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.cytoscape import Cytoscape
from coprod_core.exchange.data_package import DataPackage
from coprod_core.exchange.format import Format, Incoming
from coprod_core.exchange.gexf import Gexf
from coprod_core.exchange.graphml import GraphML
from coprod_core.exchange.json_formats import looked_at
from coprod_core.exchange.kumu import Kumu
from coprod_core.exchange.limits import LARGEST_FILE, refused
from coprod_core.exchange.node_link import NodeLink
from coprod_core.exchange.ods import Ods
from coprod_core.exchange.own_files import MeetingFile, WebFile
from coprod_core.exchange.polis import Polis
from coprod_core.exchange.prsm import Prsm
from coprod_core.exchange.sheets import Book
from coprod_core.exchange.spreadsheet import is_stake_table
from coprod_core.exchange.stake_table import StakeTable, told_apart
from coprod_core.exchange.workbook import Workbook
from coprod_core.files.json_file import FileError, parsed
from coprod_core.web.model import Web

__all__ = [
    "FORMATS",
    "INCOMING",
    "LARGEST_FILE",
    "LICENCES",
    "NONE_MADE",
    "Brought",
    "Card",
    "Choices",
    "Element",
    "FileError",
    "Format",
    "Incoming",
    "Note",
    "book_of",
    "format_of",
    "refused",
    "told_when_written",
]

FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        WebFile(),
        MeetingFile(),
        Workbook(),
        Ods(),
        DataPackage(),
        Kumu(),
        GraphML(),
        NodeLink(),
        Prsm(),
        StakeTable(),
    )
}
"""Every format by its code, in the order in which a file is looked at: what says most surely what it is comes first."""


_READ_ONLY: tuple[Incoming, ...] = (Polis(), Gexf(), Cytoscape())
INCOMING: Mapping[str, Incoming] = {each.name: each for each in (*_READ_ONLY, *FORMATS.values())}
"""Every format that is read, by its code, in the same order."""


def format_of(content: bytes) -> Incoming:
    """The format of a file, by what is in it and not by its name. Raises `FileError` when it is none of ours."""
    try:
        for each in INCOMING.values():
            if each.recognises(content):
                return each
    finally:
        looked_at.cache_clear()
    if content.lstrip()[:1] in (b"{", b"["):
        parsed(content)  # says where JSON is damaged, which is what a person needs to know then
    raise refused("unknown_format")


def book_of(kind: Incoming, content: bytes) -> Book | None:
    """The sheets of a file in which a person can say which column is what; None where its format says so itself.

    Raises `FileError`.
    """
    if isinstance(kind, StakeTable):
        return kind.book(content)
    if isinstance(kind, (Workbook, Ods)):
        book = kind.book(content)
        return book if is_stake_table(book) else None
    return None


def told_when_written(wanted: Format, web: Web) -> tuple[Note, ...]:
    """What to know of a web that goes out in a format, beside what that format cannot hold."""
    if not isinstance(wanted, StakeTable):
        return ()
    called = [*(actor.name for actor in web.actors), *(interest.name for interest in web.interests)]
    written = [*told_apart(web.actors).values(), *told_apart(web.interests).values()]
    doubled = sum(one != other for one, other in zip(called, written, strict=True))
    return (Note("doubled_names", {"count": doubled}),) if doubled else ()
