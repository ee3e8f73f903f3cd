"""Who waits for news, and how news reaches them: from any thread to everybody who waits on the server's loop."""

import asyncio
import secrets
import threading


class Hub:
    """Numbers the news per topic. A seen number from before a restart is never mistaken for the present one."""

    def __init__(self) -> None:
        self._start = secrets.token_hex(4)
        self._numbers: dict[str, int] = {}
        self._waiting: dict[str, tuple[asyncio.AbstractEventLoop, asyncio.Event]] = {}
        self._lock = threading.Lock()

    def seen(self, topic: str) -> str:
        """Names the latest news of a topic."""
        with self._lock:
            return self._name(topic)

    def tell(self, topic: str) -> None:
        """There is news: wakes everybody who waits for it. May be called from any thread."""
        with self._lock:
            self._numbers[topic] = self._numbers.get(topic, 0) + 1
            waiting = self._waiting.pop(topic, None)
        if waiting is not None and not waiting[0].is_closed():
            waiting[0].call_soon_threadsafe(waiting[1].set)

    async def news(self, topic: str, seen: str, patience: float) -> str:
        """Waits until there is news after `seen`, at most `patience` seconds; names the latest then."""
        with self._lock:
            if self._name(topic) != seen:
                return self._name(topic)
            loop = asyncio.get_running_loop()
            known = self._waiting.get(topic)
            if known is None or known[0] is not loop:
                known = self._waiting[topic] = (loop, asyncio.Event())
        try:
            async with asyncio.timeout(patience):
                await known[1].wait()
        except TimeoutError:
            pass
        return self.seen(topic)

    def _name(self, topic: str) -> str:
        return f"{self._start}-{self._numbers.get(topic, 0)}"


hub = Hub()
"""The one of this process."""


def room(code: str) -> str:
    """The topic that the phones of a meeting wait on: what is asked, and what may be seen."""
    return f"room:{code}"


def desk(code: str) -> str:
    """The topic that the facilitator's screens of a meeting wait on: everything that comes in or changes."""
    return f"desk:{code}"


def stage(meeting: str) -> str:
    """The topic that the room's window of a meeting waits on: what it is to show, and the web it shows."""
    return f"stage:{meeting}"
