"""A socket that ends with the session it was opened in."""

import time
from collections.abc import Awaitable, Callable

from starlette.types import Message, Receive, Send

TAKEN_FOR_GRANTED = 2.0
"""Seconds in which a session that was found is not looked up again."""


class Ending:
    """Stands between a socket and the app: after the session ended, nothing goes in or out any more."""

    def __init__(self, goes_on: Callable[[], Awaitable[bool]], receive: Receive, send: Send) -> None:
        self._goes_on, self._receive, self._send = goes_on, receive, send
        self._found_at = time.monotonic()
        self._ended = False

    async def receive(self) -> Message:
        """What the other side says; that it left, once the session ended."""
        message = await self._receive()
        if await self._is_over():
            return {"type": "websocket.disconnect", "code": 1008}
        return message

    async def send(self, message: Message) -> None:
        """Says something to the other side, as long as the session goes on."""
        if not await self._is_over():
            await self._send(message)

    async def _is_over(self) -> bool:
        if not self._ended and time.monotonic() - self._found_at > TAKEN_FOR_GRANTED:
            self._found_at = time.monotonic()
            if not await self._goes_on():
                self._ended = True
                await self._send({"type": "websocket.close", "code": 1008})
        return self._ended
