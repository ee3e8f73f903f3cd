"""What an address gives at which there is nothing: a page of ours, before Streamlit takes it for one of its screens.

For who may see the screens; the door sends all others to where they join, and phones have a page of their own for this.
"""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import Headers, QueryParams
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send
from streamlit import file_util

from coprod_ui.meeting.addresses import HOME
from coprod_ui.served.screen_paths import is_screen

_OF_STREAMLIT = frozenset({"_stcore", "media", "component"})
"""Beside its own files, which are looked for where they stand."""

_KEPT = ("meeting", "language")
"""What an address says that still holds on another page."""


class Lost(BaseRoute):
    """Stands after all our routes, and before those of Streamlit, which answers to everything."""

    def matches(self, scope: Scope) -> tuple[Match, MutableMapping[str, Any]]:
        """Whether somebody asks for a page that is no screen."""
        asks = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        return (Match.FULL if asks and not _is_known(scope["path"]) else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Says so."""
        await lost(scope, receive, send)


def _is_known(path: str) -> bool:
    parts = path.strip("/").split("/")
    if parts[0] in _OF_STREAMLIT or is_screen(path):
        return True
    return (Path(file_util.get_static_dir()) / parts[0]).exists()


async def lost(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers that there is nothing here, and leads to where there is something."""
    await _page(scope)(scope, receive, send)


def _page(scope: Scope) -> Response:
    headers = Headers(scope=scope)
    if "text/html" not in headers.get("accept", ""):
        return PlainTextResponse("Not found", 404)
    # what writes a page is loaded when somebody first loses their way
    from coprod_ui.words import spoken, words
    from coprod_ui.words.templates import filled

    asked = QueryParams(scope["query_string"])
    say = words(spoken(asked.get("language") or headers.get("accept-language")))
    kept = urlencode({key: asked[key] for key in _KEPT if key in asked})
    content = filled("served/lost.html", say=say, title=say("lost.title"), home=HOME, start=f"/?{kept}")
    return HTMLResponse(content, 404, {"cache-control": "no-store"})
