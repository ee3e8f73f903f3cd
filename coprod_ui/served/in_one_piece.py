"""Streamlit's own files, each given in one piece.

A browser asks for some sixty of them before it shows anything. Streamlit reads each bit by bit in other threads, and
while a first screen is being loaded every bit waits for its turn, twice.
"""

import re
from collections.abc import MutableMapping
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send
from streamlit import file_util

_ADDRESS = re.compile(r"/static/(?:css|js|media)/[\w.-]+")
_KEPT = {"cache-control": "public, immutable, max-age=31536000"}
"""As Streamlit says it: the name of such a file says what it holds."""


class InOnePiece(BaseRoute):
    """Stands before the routes of Streamlit, to which it leaves all that is no file of this kind."""

    def matches(self, scope: Scope) -> tuple[Match, MutableMapping[str, Any]]:
        """Whether somebody asks for such a file."""
        asks = scope["type"] == "http" and scope["method"] == "GET" and _ADDRESS.fullmatch(scope["path"])
        return (Match.FULL if asks and _file(scope).is_file() else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Gives it."""
        file = _file(scope)
        answer = Response(file.read_bytes(), media_type=guess_type(file.name)[0], headers=_KEPT)
        await answer(scope, receive, send)


def _file(scope: Scope) -> Path:
    path: str = scope["path"]
    return Path(file_util.get_static_dir()) / path.removeprefix("/")
