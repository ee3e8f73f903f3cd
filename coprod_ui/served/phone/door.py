"""Who may come where: phones to the phones' pages and nowhere else, everything else on the facilitator's own machine.

The facilitator's side answers to this machine under its own name. With a secret in COPROD_FACILITATOR_SECRET it also
answers to whoever gave that secret at /facilitator. A join code or a phone's token opens nothing here.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from coprod_core.checked.errors import CoprodError
from coprod_core.store.limits import Rule
from coprod_ui.meeting.addresses import HOME
from coprod_ui.served.phone.ending import Ending
from coprod_ui.words import spoken, words

if TYPE_CHECKING:
    from coprod_core.store.store import Store

SECRET = "COPROD_FACILITATOR_SECRET"
SHORTEST_SECRET = 12
LOGIN = "/facilitator"
COOKIE = "facilitator"
CLOSED_TO_ALL = ("/_stcore/metrics", "/_stcore/agent")
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

MADE_UP = Rule("made up sessions", burst=20, per_second=0.1)
"""By address: how often a session may be shown that is none."""

STRAY = Rule("stray requests", burst=300, per_second=5)
"""By address: how often somebody may ask for what is not theirs and get a page about it."""


def secret() -> str | None:
    """The facilitator's secret; None when none is set or it is too short to be one."""
    given = os.environ.get(SECRET, "")
    return given if len(given) >= SHORTEST_SECRET else None


class Door:
    """The first thing every request meets."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        session = Session(scope)
        refusal = await _refusal(scope, session)
        if refusal is not None:
            await _turn_away(refusal, scope, receive, send)
        elif scope["type"] == "websocket" and session.admits:
            ending = Ending(session.goes_on, receive, send)
            await self.app(_as_on_this_machine(scope), ending.receive, ending.send)
        else:
            await self.app(_as_on_this_machine(scope), receive, send)


async def _turn_away(refusal: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await refusal(scope, receive, send)


class Session:
    """The session a request shows, if it shows one."""

    def __init__(self, scope: Scope) -> None:
        self._token = cookies(Headers(scope=scope)).get(COOKIE)
        self._address = address_of(scope)
        self.admits = False
        """Whether it was found to be one, when that was asked."""

    async def is_known(self) -> bool:
        """Whether whoever shows it gave the secret. Sessions that were made up are counted by address."""
        if self._token is None or secret() is None:
            return False
        self.admits = await self.goes_on()
        if not self.admits and not _store().limits.allows(MADE_UP, self._address):
            raise TooOften
        return self.admits

    async def goes_on(self) -> bool:
        """Whether it did not end meanwhile."""
        return await run_in_threadpool(session_ends, self._token) is not None


class TooOften(Exception):
    """Somebody shows session after session that is none."""


def _store() -> "Store":
    from coprod_ui.meeting import current  # brings what the server need not have before it answers

    return current.store()


def session_ends(token: str | None) -> datetime | None:
    """When the session of this token ends; None where it is none, or the store does not say."""
    known = secret()
    if token is None or known is None:
        return None
    try:
        return _store().sessions.ends_at(token, known, datetime.now(UTC))
    except CoprodError:
        return None


async def _refusal(scope: Scope, session: Session) -> Response | None:
    """Why a request gets no further, None when it may pass."""
    headers, path = Headers(scope=scope), scope["path"]
    host = _name_in(f"//{headers.get('host', '')}")
    if host is None or not _is_address(host):
        # a name somebody else gave to this machine's address would let their pages speak for this one's
        return PlainTextResponse("This host name is not known here.", 421)
    if path == HOME or path.startswith(f"{HOME}/"):
        return None if scope["type"] == "http" else PlainTextResponse("Not found", 404)
    if path.startswith(CLOSED_TO_ALL):
        return PlainTextResponse("Not found", 404)
    if path == LOGIN or path.startswith(f"{LOGIN}/"):
        known = scope["type"] == "http" and secret() is not None
        return None if known else PlainTextResponse("Not found", 404)
    try:
        if not (is_this_machine(scope, host) or await session.is_known()):
            return _not_theirs(scope, headers)
    except TooOften:
        return PlainTextResponse("Please wait a moment.", 429, {"retry-after": "60"})
    return _from_elsewhere(scope, headers)


def _not_theirs(scope: Scope, headers: Headers) -> Response:
    """For who is not the facilitator: the way in, or a page that says where that is."""
    if scope["type"] == "http" and scope["path"] == "/":
        return RedirectResponse(HOME, 303)
    page = scope["type"] == "http" and "text/html" in headers.get("accept", "")
    if not page or not _store().limits.allows(STRAY, address_of(scope)):
        return PlainTextResponse("Only on the facilitator's own machine.", 403)
    say = words(spoken(headers.get("accept-language")))
    from coprod_ui.served.phone import pages  # brings the templates, which the server need not have before it answers

    return HTMLResponse(pages.message("lost", say, link=HOME), 403, {"cache-control": "no-store"})


def _from_elsewhere(scope: Scope, headers: Headers) -> Response | None:
    """No other page speaks for ours, and one on another port of this machine is another page."""
    if scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD", "OPTIONS"):
        origin = headers.get("origin")
        if origin is not None and not is_ours(origin, headers.get("host", "")):
            return PlainTextResponse("Only from these pages.", 403)
    return None


def is_ours(origin: str, host: str) -> bool:
    """Whether a page at `origin` (scheme, name and port) is one of the server that was asked as `host`."""
    try:
        asked_by, asked = urlsplit(origin), urlsplit(f"//{host}")
        ports = {"http": 80, "https": 443}
        return (
            asked_by.scheme in ports
            and asked_by.hostname == asked.hostname
            and (asked_by.port or ports[asked_by.scheme]) == (asked.port or ports[asked_by.scheme])
        )
    except ValueError:
        return False


def is_this_machine(scope: Scope, host: str) -> bool:
    """Whether a request comes from this machine and asks for it by its own name."""
    return is_loopback(address_of(scope)) and host in LOOPBACK_NAMES


def address_of(scope: Scope) -> str:
    """Where a request comes from; empty where that is not known."""
    client = scope.get("client")
    return client[0] if client else ""


def _as_on_this_machine(scope: Scope) -> Scope:
    """A facilitator let in from elsewhere, under the name Streamlit knows: otherwise it would look up its own."""
    if scope["type"] != "websocket":
        return scope
    port = scope["server"][1] if scope.get("server") else 80
    known = {b"host": f"localhost:{port}".encode(), b"origin": f"http://localhost:{port}".encode()}
    return {**scope, "headers": [(name, known.get(name, value)) for name, value in scope["headers"]]}


def cookies(headers: Mapping[str, str]) -> dict[str, str]:
    """The cookies a request brought; none when they cannot be read."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _name_in(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _is_address(host: str) -> bool:
    """Whether a host is this machine's own name or a bare address, which nobody else can make point here."""
    if host in LOOPBACK_NAMES:
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(address: str) -> bool:
    """Whether an address is this machine itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return found.is_loopback or (mapped is not None and mapped.is_loopback)
