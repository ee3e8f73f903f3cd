"""What stands beside the dashboard in the same process: files for the canvas, security headers, warming up."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import coprod_ui
from coprod_core.checked.errors import CoprodError
from coprod_ui.components import scripts as component_scripts
from coprod_ui.meeting.addresses import HOME as PHONES
from coprod_ui.meeting.addresses import ROOM
from coprod_ui.served.asked_early import AskedForEarly
from coprod_ui.served.cards import HOME as CARDS
from coprod_ui.served.gate import AtTheGate
from coprod_ui.served.handout import HOME as HANDOUT
from coprod_ui.served.in_one_piece import InOnePiece
from coprod_ui.served.listening import answer_at_once
from coprod_ui.served.loading import Loading, Pages, WhenLoaded
from coprod_ui.served.lost import Lost
from coprod_ui.served.phone.door import LOGIN, Door
from coprod_ui.served.settings import leading_out

# Streamlit needs inline scripts and styles, and blob: for components. The policy fences leaks; escaping is the defence.
_CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss: blob: data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS = (
    (b"content-security-policy", _CONTENT_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"SAMEORIGIN"),
)


class SecurityHeaders:
    """Adds to every answer the headers that keep what is on screen on this machine."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(h for h in _HEADERS if h[0] not in given)]
            await send(message)

        await self.app(scope, receive, send_with_headers)


ERASE_EVERY = 3600.0
"""Seconds between two looks at whether the raw answers of a meeting must go."""


_THIS_PROCESS, _BEGUN = secrets.token_hex(4), time.monotonic()
_A_DAY = 24 * 3600.0


def this_start() -> str:
    """Names this start of the program, and each further day it runs: by a clock that no calendar turns back or on."""
    return f"{_THIS_PROCESS}-{(time.monotonic() - _BEGUN) // _A_DAY:.0f}"


async def erase_when_due(
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    start: Callable[[], str] = this_start,
    every: float = ERASE_EVERY,
) -> NoReturn:
    """Erases raw answers once their time has come, also on a server that runs for weeks; finishes what is left."""
    from coprod_ui.meeting import current

    while True:
        for act in (lambda: current.store().live.erase_due(clock(), start()), lambda: current.store().erasing.finish()):
            with suppress(CoprodError):  # what could not be erased now is tried again
                await asyncio.to_thread(act)
        await asyncio.sleep(every)


def at_the_root(base_path: str) -> None:
    """Stops starting, with a sentence, where an address has a path before ours: phones, room and cards know none."""
    path = base_path.strip("/")
    if path:
        raise SystemExit(
            f"Belangenweb cannot stand under a path such as /{path}: phones, the room and the cards would not be found "
            "there. Start it without server.baseUrlPath, on a port or a host name of its own."
        )


loading = Loading()


@asynccontextmanager
async def warm_up(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Loads what a first screen needs, while the server already answers."""
    if leading_out():
        raise RuntimeError(f"settings would let requests leave this machine: {', '.join(leading_out())}")
    answer_at_once()
    loading.begin()
    erasing = asyncio.create_task(_erase_once_loaded())
    yield {}
    erasing.cancel()
    await loading.stop()
    _let_go_of_store()


async def _erase_once_loaded() -> None:
    await loading.first_screen()
    await erase_when_due()


def _let_go_of_store() -> None:
    """Closes the files, so that what is left is one file, which may be copied by itself."""
    from coprod_ui.meeting import current

    current.let_go_of_store()


_MARK = Path(coprod_ui.__file__).parent / "assets" / "mark.svg"


async def _mark(request: Request) -> FileResponse:
    """What stands on the browser's tab, where a page of Streamlit looks for it."""
    return FileResponse(_MARK, media_type="image/svg+xml")


ROUTES: list[BaseRoute] = [
    Route("/favicon.png", _mark),
    InOnePiece(),
    Mount("/vendor", StaticFiles(packages=[("pyvis", "lib")])),
    component_scripts.ROUTE,
    Pages("/api/board", "coprod_ui.served.board.routes"),
    Pages("/api/power-map", "coprod_ui.served.board.routes"),
    Pages("/api/act", "coprod_ui.served.board.routes"),
    Pages("/api/line", "coprod_ui.served.board.routes"),
    Pages("/api/present", "coprod_ui.served.board.routes"),
    Pages(PHONES, "coprod_ui.served.phone.routes"),
    Pages("/api/live", "coprod_ui.served.phone.desk"),
    Pages(LOGIN, "coprod_ui.served.phone.login"),
    Pages(ROOM, "coprod_ui.served.room.routes"),
    Pages(CARDS, "coprod_ui.served.cards.routes"),
    Pages(HANDOUT, "coprod_ui.served.handout.routes"),
    Lost(),
]
MIDDLEWARE = [
    Middleware(AtTheGate),
    Middleware(SecurityHeaders),
    Middleware(Door),
    Middleware(AskedForEarly),
    Middleware(WhenLoaded, loading=loading),
]
