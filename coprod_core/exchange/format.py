"""What every format is: one small set of things to know and two to do."""

from collections.abc import Set
from typing import Protocol

from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.model import Web


class Incoming(Protocol):
    """A way to read a file as a web. `name`: its code."""

    @property
    def name(self) -> str: ...

    def recognises(self, content: bytes) -> bool:
        """Whether a file looks like one of these. Never raises; a file that is recognised may still be refused."""
        ...

    def read(self, content: bytes, title: str = "", parties: Set[str] | None = None) -> Brought:
        """What a file brings. `title`: for a web that has none of its own. `parties`: the ids of the elements that are
        parties, where the format does not say; None = assume. Raises `FileError`, whatever the file holds.
        """
        ...


class Format(Incoming, Protocol):
    """A way to write a web as a file, and to read one.

    `suffix`: how its files end, with the dot. `mime`: its media type. `cannot_hold`: codes of what is lost when a web
    is written and read back; empty = nothing.
    """

    @property
    def suffix(self) -> str: ...

    @property
    def mime(self) -> str: ...

    @property
    def cannot_hold(self) -> tuple[str, ...]: ...

    def write(self, web: Web, card: Card) -> bytes:
        """The file that holds a web, with its data card. Raises `FileError` when the web is too large for it."""
        ...
