"""What a board sends, untrusted until it is read: who may send it, how large it may be and what it must hold."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from coprod_core.checked.errors import CoprodError
from coprod_core.files.json_file import FileError, parsed
from coprod_core.store.values import Origin
from coprod_ui.served.board.pictures import Seen
from coprod_ui.words import spoken, words

LARGEST_BODY = 4_000_000
"""Bytes. The largest act of a hand takes some 200,000: two thousand places at once. A web that is opened takes more."""

LONGEST_TEXT = 20_000


class Unfit(CoprodError):
    """A request that no board of ours sends; `status`: the answer in HTTP's own terms."""

    def __init__(self, status: int, code: str, **params: Any) -> None:
        super().__init__(code, **params)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """An act to be done: by whom, at which place in the log they stand, the picture they have, and the act itself."""

    origin: Origin
    seen: int
    base: str
    act: Any


def seen_by(request: Request, language: Any, digits: Any) -> Seen:
    """For whom the answer is."""
    return Seen(request.path_params["meeting"], words(spoken(str(language or ""))), str(digits) in ("1", "True"))


async def body_of(request: Request) -> dict[str, Any]:
    """What a page of this very server sent as JSON. Raises `Unfit`."""
    if not _is_from_these_pages(request):
        raise Unfit(403, "other_origin")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Unfit(415, "not_json_sent")
    try:
        data = parsed(await _read(request))
    except FileError as error:
        raise Unfit(400, error.code, **error.params) from None
    if not isinstance(data, dict):
        raise Unfit(400, "not_an_object", value="")
    return data


def _is_from_these_pages(request: Request) -> bool:
    """Whether the browser says that a page at this very address sent it: name, port and scheme."""
    try:
        said = urlsplit(request.headers.get("origin", ""))
        return said.scheme in ("http", "https") and said.netloc == request.headers.get("host")
    except ValueError:
        return False


async def _read(request: Request) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST_BODY:
            raise Unfit(413, "act_too_large", most=LARGEST_BODY)
        parts.append(part)
    return b"".join(parts)


def asked_in(body: dict[str, Any]) -> Asked:
    """The act in a body. Raises `Unfit`."""
    if "act" not in body:
        raise Unfit(400, "missing", key="act")
    try:
        origin = Origin(_held(body, "client", str), _held(body, "number", int))
    except Unfit:
        raise
    except CoprodError as error:
        raise Unfit(400, error.code, **error.params) from None
    return Asked(origin, _held(body, "seen", int), str(body.get("base") or ""), body["act"])


def text_in(body: dict[str, Any]) -> str:
    """The text in a body. Raises `Unfit`."""
    text: str = _held(body, "text", str)
    if len(text) > LONGEST_TEXT:
        raise Unfit(413, "line_too_long", length=len(text), longest=LONGEST_TEXT)
    return text


def _held(body: dict[str, Any], key: str, kind: type) -> Any:
    if key not in body:
        raise Unfit(400, "missing", key=key)
    if type(body[key]) is not kind:
        raise Unfit(400, "unfit_request", key=key)
    return body[key]
