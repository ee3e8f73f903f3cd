"""What a page says when the disk does not give what it shows: that is no word that it is gone."""

from collections.abc import Mapping

from starlette.responses import PlainTextResponse, Response

from coprod_core.store.errors import DamagedLog, NewerDatabase, StoreFailure

UNREAD = (StoreFailure, DamagedLog, NewerDatabase)
"""The errors that say nothing about whether a thing exists."""


def unread(headers: Mapping[str, str]) -> Response:
    """The answer to who asks for it; to be asked again."""
    said = "This cannot be read now. Nothing was thrown away. Please load this page again."
    return PlainTextResponse(said, 503, {**headers, "retry-after": "2"})
