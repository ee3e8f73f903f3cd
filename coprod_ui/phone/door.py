"""Who may come where: phones to the phones' pages and nowhere else, everything else on the facilitator's own machine.

The facilitator's side answers to this machine under its own name. With a secret in COPROD_FACILITATOR_SECRET it also
answers to whoever gave that secret at /facilitator. A join code or a phone's token opens nothing here.
"""

import hashlib
import hmac
import os
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from coprod_ui.phone import HOME

SECRET = "COPROD_FACILITATOR_SECRET"
SHORTEST_SECRET = 12
LOGIN = "/facilitator"
COOKIE = "facilitator"
CLOSED_TO_ALL = ("/_stcore/metrics", "/_stcore/agent")
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def secret() -> str | None:
    """The facilitator's secret; None when none is set or it is too short to be one."""
    given = os.environ.get(SECRET, "")
    return given if len(given) >= SHORTEST_SECRET else None


def proof_of(known: str) -> str:
    """What a browser keeps once it gave the secret."""
    return hmac.new(known.encode(), b"facilitator", hashlib.sha256).hexdigest()


class Door:
    """The first thing every request meets."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refusal = _refusal(scope)
        if refusal is None:
            await self.app(_as_on_this_machine(scope), receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refusal(scope, receive, send)


def _refusal(scope: Scope) -> Response | None:
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
    if path == LOGIN:
        known = scope["type"] == "http" and secret() is not None
        return None if known else PlainTextResponse("Not found", 404)
    if not (_is_this_machine(scope, host) or _gave_the_secret(headers)):
        if scope["type"] == "http" and path == "/":
            return RedirectResponse(HOME, 303)
        return PlainTextResponse("Only on the facilitator's own machine.", 403)
    if scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD", "OPTIONS"):
        origin = headers.get("origin")
        if origin is not None and _name_in(origin) != host:
            return PlainTextResponse("Only from these pages.", 403)
    return None


def _is_this_machine(scope: Scope, host: str) -> bool:
    client = scope.get("client")
    return client is not None and _is_loopback(client[0]) and host in LOOPBACK_NAMES


def _gave_the_secret(headers: Headers) -> bool:
    known, given = secret(), cookies(headers).get(COOKIE)
    return known is not None and given is not None and hmac.compare_digest(given, proof_of(known))


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


def _is_loopback(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return found.is_loopback or bool(getattr(found, "ipv4_mapped", None) and found.ipv4_mapped.is_loopback)
