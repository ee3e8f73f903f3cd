"""What stands beside the dashboard in the same process: files for the canvas, security headers, warming up."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from importlib import import_module
from importlib.resources import files
from threading import Timer
from typing import Any, NoReturn

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coprod_core.errors import CoprodError
from coprod_ui import component_scripts, current
from coprod_ui.cards import routes as cards_routes
from coprod_ui.phone import desk, login
from coprod_ui.phone import routes as phone_routes
from coprod_ui.phone.door import Door
from coprod_ui.room import routes as room_routes
from coprod_ui.workshop.handout import routes as handout_routes

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


WARM_LATER = 4.0
"""Seconds after which scipy is loaded, for the first person who asks how sure we are."""


ERASE_EVERY = 3600.0
"""Seconds between two looks at whether the raw answers of a meeting must go."""


async def erase_when_due(
    clock: Callable[[], datetime] = lambda: datetime.now(UTC), every: float = ERASE_EVERY
) -> NoReturn:
    """Erases raw answers once their time has come, also on a server that runs for weeks."""
    while True:
        with suppress(CoprodError):  # what could not be erased now is tried again
            await asyncio.to_thread(lambda: current.store().live.erase_due(clock()))
        await asyncio.sleep(every)


@asynccontextmanager
async def warm_up(app: Any) -> AsyncIterator[Mapping[str, Any]]:
    """Loads what a first screen needs before the first person asks for it, and spares the collector from it."""
    import plotly.graph_objects as go
    import pyvis.network  # noqa: F401
    from threadpoolctl import threadpool_limits

    go.Figure(go.Bar()).to_json()
    with suppress(CoprodError):  # a store that cannot open is told on the screen
        current.store()
    threadpool_limits(limits=1, user_api="blas")  # docs/decisions/0003
    gc.collect()
    gc.freeze()
    later = Timer(WARM_LATER, import_module, ("coprod_core.indicators.robustness",))
    later.daemon = True
    later.start()
    erasing = asyncio.create_task(erase_when_due())
    yield {}
    erasing.cancel()
    later.cancel()


ROUTES: list[BaseRoute] = [
    Mount("/vendor", StaticFiles(directory=str(files("pyvis") / "lib"))),
    component_scripts.ROUTE,
    *phone_routes.ROUTES,
    *desk.ROUTES,
    login.ROUTE,
    *room_routes.ROUTES,
    *cards_routes.ROUTES,
    *handout_routes.ROUTES,
]
MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(Door)]
