"""What every connection meets before its request is whole: half a request holds no place for long.

uvicorn waits for ever for the rest of a request, and Streamlit leaves no setting to say otherwise; so the protocol it
uses gets a gate before it (docs/decisions/0030). Connections of this machine itself are always let in.
"""

import asyncio
import socket
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from coprod_ui.served.listening import listeners
from coprod_ui.served.phone.door import is_loopback

PATIENCE = 10.0
"""Seconds in which the head of a request must be whole."""

MOST = 2_000
"""The most connections from the network where the system sets no lower number of open files."""

Protocol = Any
"""A protocol of uvicorn: one connection."""


class Gate:
    """Counts the connections by the address they come from; at the most, the one that waits longest makes room."""

    def __init__(self, most: int, patience: float = PATIENCE) -> None:
        self._most, self._most_here, self._patience = most, max(1, most // 2), patience
        self._open: dict[str, OrderedDict[Protocol, None]] = {}
        self._clocks: dict[Protocol, asyncio.TimerHandle] = {}

    def __len__(self) -> int:
        """How many connections from the network are open."""
        return sum(map(len, self._open.values()))

    def opened(self, connection: Protocol) -> None:
        """A connection came in, and has said nothing yet."""
        address = _address(connection)
        if not is_loopback(address):
            self._open.setdefault(address, OrderedDict())[connection] = None
            if len(self._open[address]) > self._most_here or len(self) > self._most:
                self._make_room(address if len(self._open[address]) > self._most_here else self._busiest())
        self.heard(connection)

    def heard(self, connection: Protocol) -> None:
        """Something came in: the clock runs while a request has begun and its head is not whole."""
        if connection.transport.get_protocol() is not connection:  # it went on as a socket
            self.closed(connection)
        elif not _lacks_a_head(connection) or connection.transport.is_closing():
            self._stop(connection)
        elif connection not in self._clocks:
            self._clocks[connection] = connection.loop.call_later(self._patience, connection.transport.abort)

    def closed(self, connection: Protocol) -> None:
        """A connection is no longer there, or no longer ours."""
        self._stop(connection)
        address = _address(connection)
        self._open.get(address, OrderedDict()).pop(connection, None)
        if not self._open.get(address, True):
            del self._open[address]

    def _stop(self, connection: Protocol) -> None:
        clock = self._clocks.pop(connection, None)
        if clock is not None:
            clock.cancel()

    def _busiest(self) -> str:
        return max(self._open, key=lambda address: len(self._open[address]))

    def _make_room(self, address: str) -> None:
        waiting = (each for each in self._open[address] if not _is_being_answered(each))
        longest = next(waiting, None)
        if longest is not None:
            self.closed(longest)
            longest.transport.abort()


def stand_before(protocol: type[Protocol], gate: Gate, queue: "Queue") -> type[Protocol]:
    """The same protocol with a gate before it, and before that a queue."""

    class Gated(protocol):  # type: ignore[misc]
        def connection_made(self, transport: asyncio.Transport) -> None:
            super().connection_made(transport)
            gate.opened(self)
            queue.lengthen()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            gate.heard(self)

        def connection_lost(self, exc: Exception | None) -> None:
            gate.closed(self)
            super().connection_lost(exc)

    return Gated


IN_ONE_GO = 8
"""An eighth of the most connections is taken in at a time."""


class Queue:
    """Where connections wait until they are taken in: long, and taken from in small groups.

    The event loop takes in one group after the other before the gate sees the first of them, and goes on until those
    that must make room are gone: some four groups are under way. Where that is more than the files this process may
    open, each connection too many is a fault by itself, and nobody is answered meanwhile. A short queue is no way out:
    whoever finds it full knocks again after one, three, seven seconds, while a crowd fills it at once.
    """

    def __init__(self, length: int, waiting_at: Sequence[socket.socket]) -> None:
        self._length, self._waiting_at = length, waiting_at

    def lengthen(self) -> None:
        """Makes it as long as it was meant to be, once: the loop made it as short as a group when it began."""
        for listener in self._waiting_at:
            with suppress(OSError):  # one that was closed meanwhile
                listener.listen(self._length)
        self._waiting_at = ()


class AtTheGate:
    """Puts the gate before the server as it starts, which is when it shows itself to the app."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            server = getattr(getattr(receive, "__self__", None), "config", None)
            if server is not None and hasattr(server, "http_protocol_class"):
                _guard(server)
        await self.app(scope, receive, send)


def _guard(server: Any) -> None:
    most = room_for_connections()
    queue = Queue(server.backlog, listeners())
    server.http_protocol_class = stand_before(server.http_protocol_class, Gate(most), queue)
    server.backlog = max(1, min(server.backlog, most // IN_ONE_GO))


def _lacks_a_head(connection: Protocol) -> bool:
    cycle = connection.cycle
    return cycle is None or cycle.response_complete


def _is_being_answered(connection: Protocol) -> bool:
    cycle = connection.cycle
    return cycle is not None and not cycle.response_complete and not cycle.more_body


def _address(connection: Protocol) -> str:
    return connection.client[0] if connection.client else ""


def room_for_connections() -> int:
    """How many connections from the network leave this machine room: half of the files it may open, or `MOST`."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 2 * MOST)), hard))
        return min(MOST, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 2)
    return MOST
