"""Files of other tools, in and out: one registry of formats, each with the same few things to know and to do."""

from coprod_core.exchange.brought import Brought, Element, Note
from coprod_core.exchange.card import LICENCES, Card
from coprod_core.exchange.data_package import DataPackage
from coprod_core.exchange.format import Format, Incoming
from coprod_core.exchange.graphml import GraphML
from coprod_core.exchange.kumu import Kumu
from coprod_core.exchange.limits import LARGEST_FILE, refused
from coprod_core.exchange.node_link import NodeLink
from coprod_core.exchange.own_files import MeetingFile, WebFile
from coprod_core.exchange.polis import Polis
from coprod_core.exchange.prsm import Prsm
from coprod_core.exchange.stake_table import StakeTable
from coprod_core.exchange.workbook import Workbook
from coprod_core.json_file import FileError, parsed

__all__ = [
    "FORMATS",
    "LARGEST_FILE",
    "LICENCES",
    "Brought",
    "Card",
    "Element",
    "FileError",
    "Format",
    "Incoming",
    "Note",
    "format_of",
    "refused",
]

FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        WebFile(),
        MeetingFile(),
        Workbook(),
        DataPackage(),
        StakeTable(),
        Kumu(),
        GraphML(),
        NodeLink(),
        Prsm(),
    )
}
"""Every format by its code, in the order in which a file is looked at: what says most surely what it is comes first."""


_INCOMING: tuple[Incoming, ...] = (Polis(), *FORMATS.values())


def format_of(content: bytes) -> Incoming:
    """The format of a file, by what is in it and not by its name. Raises `FileError` when it is none of ours."""
    for each in _INCOMING:
        if each.recognises(content):
            return each
    if content.lstrip()[:1] in (b"{", b"["):
        parsed(content)  # says where JSON is damaged, which is what a person needs to know then
    raise refused("unknown_format")
