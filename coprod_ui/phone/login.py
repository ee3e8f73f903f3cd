"""Where a facilitator on another machine gives the secret, if one is set."""

import hmac
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from coprod_ui.phone import pages
from coprod_ui.phone.door import COOKIE, LOGIN, proof_of, secret
from coprod_ui.phone.forms import LONGEST_BODY
from coprod_ui.phone.limits import Limit
from coprod_ui.phone.routes import HEADERS
from coprod_ui.words import LANGUAGES, words

tries = Limit(burst=5, per_second=0.1)


async def login(request: Request) -> Response:
    """Asks for the secret, and remembers in this browser that it was given."""
    asked = request.headers.get("accept-language", "")[:2].lower()
    say = words(asked if asked in LANGUAGES else LANGUAGES[0])
    if request.method == "GET":
        return HTMLResponse(pages.ask_secret(say), headers=HEADERS)
    address = request.client.host if request.client else ""
    same = urlsplit(request.headers.get("origin", "")).netloc == request.headers.get("host")
    known = secret()
    if not same or known is None or not tries.allows(address):
        return HTMLResponse(pages.ask_secret(say, wrong=True), 403, HEADERS)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            return HTMLResponse(pages.ask_secret(say, wrong=True), 413, HEADERS)
    given = parse_qs(body.decode("utf-8", "replace")).get("secret", [""])[0]
    if not hmac.compare_digest(given.encode(), known.encode()):
        return HTMLResponse(pages.ask_secret(say, wrong=True), 403, HEADERS)
    response = RedirectResponse("/", 303, HEADERS)
    response.set_cookie(COOKIE, proof_of(known), path="/", httponly=True, samesite="strict")
    return response


ROUTE = Route(LOGIN, login, methods=["GET", "POST"])
