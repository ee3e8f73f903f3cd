"""What is loaded when: nothing before the server answers, what a first screen needs while a browser fetches its files,
and the rest once that screen had its turn.

All of it goes through one thread: two that load parts of one package at the same time may find it half made.
"""

import ast
import asyncio
import gc
import logging
import sys
from collections.abc import Iterator, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import Timer
from typing import Any

from starlette.routing import BaseRoute, Match, Router
from starlette.types import ASGIApp, Receive, Scope, Send

import coprod_ui
from coprod_core import places
from coprod_core.checked.errors import CoprodError
from coprod_ui.served.lost import lost

WARM_LATER = 4.0
"""Seconds after all that a first screen needs is there, from which the rest is loaded."""

_LATER = (
    "coprod_ui.served.board.routes",
    "plotly.graph_objects",
    "coprod_ui.files.bring_in",
    "coprod_ui.served.room.scenes",
    "coprod_core.indicators.robustness",
    "scipy.sparse",
    "scipy.special",
)

_FIRST = (Path(coprod_ui.__file__).with_name("frame.py"), places.shipped("pages", "start.py"))
"""The scripts that draw a first screen."""

_QUICKER = 0.0005
"""Seconds between two turns while this loads; usually ten times as many, which who serves a browser would wait."""

_thread = ThreadPoolExecutor(1, "loading")


class Loading:
    """How far one server is."""

    def __init__(self) -> None:
        self._first: Future[logging.Handler] | None = None
        self._later: Timer | None = None

    def begin(self) -> None:
        """Loads what a first screen needs, and after a while the rest."""
        self._first = _thread.submit(_first_screen)
        self._later = later = Timer(WARM_LATER, _thread.submit, [_rest])
        later.daemon = True
        self._first.add_done_callback(lambda _: later.start())

    async def first_screen(self) -> logging.Handler | None:
        """Waits until a first screen can be drawn; gives the helpdesk's log. None where nothing was begun."""
        if self._first is None:
            return None
        return await asyncio.shield(asyncio.wrap_future(self._first))

    async def stop(self) -> None:
        """Lets go of what it began."""
        log = await self.first_screen()
        if self._later is not None:
            self._later.cancel()
        if log is not None:
            from coprod_ui.served import helpdesk

            helpdesk.stop_listening(log)


def _first_screen() -> logging.Handler:
    with _making_way():
        from coprod_ui.examples.cases import cases
        from coprod_ui.examples.workshops import workshops
        from coprod_ui.meeting import current
        from coprod_ui.served import helpdesk
        from coprod_ui.words import words
        from coprod_ui.words.about import FIRST

        log = helpdesk.listen()
        with suppress(CoprodError):  # a store that cannot open is told on the screen
            current.store()
        for shown in (words, cases, workshops):
            shown(FIRST)
        for script in _FIRST:
            _import_as(script)
    return log


@contextmanager
def _making_way() -> Iterator[None]:
    """Has this thread stop often for who serves a browser meanwhile, and not at all to look for what can be let go:
    what it made is out of that search before there is one again, or the first screen would wait for it.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_QUICKER)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(usual)


def _import_as(script: Path) -> None:
    """Imports what a script imports at its top, and does nothing else of it."""
    whole = ast.parse(script.read_text("utf-8"))
    imports: list[ast.stmt] = [each for each in whole.body if isinstance(each, (ast.Import, ast.ImportFrom))]
    exec(compile(ast.Module(imports, []), script, "exec"), {})


def _rest() -> None:
    import_module("coprod_core.indicators.overview")  # what every other screen reads
    _compute_in_one_thread()
    for name in _LATER:
        import_module(name)
    _compute_in_one_thread()
    gc.unfreeze()
    gc.collect()
    gc.freeze()  # what is loaded stays, so the collector need not look through it again


def _compute_in_one_thread() -> None:
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")  # docs/decisions/0003


class WhenLoaded:
    """Holds back the screens themselves, and nothing else, until what the first one needs is there."""

    def __init__(self, app: ASGIApp, loading: Loading) -> None:
        self.app = app
        self.loading = loading

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self.loading.first_screen()
        await self.app(scope, receive, send)


class Pages(BaseRoute):
    """The `ROUTES` of a module, all under `home`; it is loaded when somebody first asks for one of them."""

    def __init__(self, home: str, module: str) -> None:
        self.home = home
        self.module = module
        self._router: Router | None = None

    def matches(self, scope: Scope) -> tuple[Match, MutableMapping[str, Any]]:
        """Whether an address is one of these."""
        path = f"{scope['path']}/"
        ours = scope["type"] == "http" and path.startswith(f"{self.home}/")
        return (Match.FULL if ours else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, once the module is there."""
        if self._router is None:
            module = await asyncio.wrap_future(_thread.submit(import_module, self.module))
            self._router = Router(module.ROUTES, redirect_slashes=False, default=lost)
        await self._router(scope, receive, send)
