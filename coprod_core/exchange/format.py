"""What every format is: one small set of things to know and two to do."""

from typing import Protocol

from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.web.model import Web


class Incoming(Protocol):
    """A way to read a file as a web. `name`: its code."""

    @property
    def name(self) -> str:
        """The code of the format, the table its words stand in."""

    def recognises(self, content: bytes) -> bool:
        """Whether a file looks like one of these. Never raises; a file that is recognised may still be refused."""
        ...

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        """What a file brings. `title`: for a web that has none of its own. `choices`: what a person says of it, where
        the file does not. Raises `FileError`, whatever the file holds.
        """
        ...


class Format(Incoming, Protocol):
    """A way to write a web as a file, and to read one.

    `suffix`: how its files end, with the dot. `mime`: its media type. `cannot_hold`: codes of what is lost when a web
    is written and read back; empty = nothing.
    """

    @property
    def suffix(self) -> str:
        """How the name of a file ends, with the dot."""

    @property
    def mime(self) -> str:
        """What a browser is told the file is."""

    @property
    def cannot_hold(self) -> tuple[str, ...]:
        """The codes of what a web holds and this format has no place for."""

    def write(self, web: Web, card: Card) -> bytes:
        """The file that holds a web, with its data card. Raises `FileError` when the web is too large for it."""
        ...
