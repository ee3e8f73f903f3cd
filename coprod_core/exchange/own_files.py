"""The web file and the meeting file, as formats among the others."""

from dataclasses import dataclass

from coprod_core.acts.commands import OpenWeb
from coprod_core.checked.values import to_data
from coprod_core.exchange.brought import Brought, Note
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.json_formats import looked_at
from coprod_core.files import meeting_file, web_file
from coprod_core.files.meeting_file import Entry
from coprod_core.web.model import Web


@dataclass(frozen=True)
class WebFile:
    name: str = "web"
    suffix: str = ".json"
    mime: str = "application/json"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return looked_at(content).get("format") == web_file.FORMAT

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        return Brought(to_data(web_file.read(content)), complete=True)

    def write(self, web: Web, card: Card) -> bytes:
        return web_file.write(web, card.lines(web)).encode()


@dataclass(frozen=True)
class MeetingFile:
    """A meeting with its history. Read as a web: where the history leads; written: a meeting that begins with it."""

    name: str = "meeting"
    suffix: str = ".meeting.json"
    mime: str = "application/json"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return looked_at(content).get("format") == meeting_file.FORMAT

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        held = meeting_file.read(content)
        steps = len(held.entries) - 1
        notes = (Note("left_out_history", {"count": steps}),) if steps else ()
        return Brought(to_data(held.history.web), complete=True, notes=notes)

    def write(self, web: Web, card: Card) -> bytes:
        return meeting_file.write([Entry(card.at, OpenWeb(web))], card.lines(web)).encode()
