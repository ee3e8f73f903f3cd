"""The sockets this process waits at for visitors. Streamlit hands its own to nobody, so they are looked for."""

import gc
import socket
from collections.abc import Iterator
from contextlib import suppress

_INTERNET = (socket.AF_INET, socket.AF_INET6)


def answer_at_once() -> None:
    """Has every answer sent the moment it is written. Streamlit opens its socket so that the end of an answer may wait
    for the browser to say that it got the beginning (Nagle's algorithm with delayed acknowledgement): some 40 ms.

    What is accepted on a socket inherits the setting.
    """
    for held in _open_now():
        with suppress(OSError):  # one that was closed meanwhile
            held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def listeners() -> tuple[socket.socket, ...]:
    """Those at which somebody may come in."""
    return tuple(held for held in _open_now() if _listens(held))


def _open_now() -> Iterator[socket.socket]:
    for held in gc.get_objects():
        if type(held) is socket.socket and held.type == socket.SOCK_STREAM and held.family in _INTERNET:
            yield held


def _listens(held: socket.socket) -> bool:
    with suppress(OSError):
        return bool(held.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    return False
