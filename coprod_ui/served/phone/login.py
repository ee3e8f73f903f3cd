"""Where a facilitator on another machine gives the secret, if one is set, and logs out again."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from coprod_core.checked.errors import CoprodError
from coprod_core.store.limits import Rule
from coprod_core.store.sessions import LASTS, is_secret
from coprod_ui.meeting import current
from coprod_ui.served.phone import forms, pages
from coprod_ui.served.phone.door import COOKIE, LOGIN, address_of, is_ours, is_this_machine, secret, session_ends
from coprod_ui.served.phone.routes import HEADERS
from coprod_ui.words import Words, spoken, words

TRIES = Rule("secrets tried", burst=5, per_second=0.1)
"""By address: how often a secret may be tried."""

TRIES_OF_ALL = Rule("secrets tried by all", burst=50, per_second=1)


def _words(request: Request) -> Words:
    return words(spoken(request.headers.get("accept-language")))


def _page(content: str, status: int = 200) -> Response:
    return HTMLResponse(content, status, HEADERS)


async def login(request: Request) -> Response:
    """Asks for the secret, and begins a session in this browser once it was given."""
    say, known = _words(request), secret()
    if request.method == "GET":
        if await _is_facilitator(request):
            return _page(pages.logged_in(say, here=_is_here(request)))
        return _page(pages.ask_secret(say))
    limits, address = current.store().limits, address_of(request.scope)
    may_try = _is_from_here(request) and limits.allows(TRIES, address) and limits.allows(TRIES_OF_ALL)
    if known is None or not may_try or not await run_in_threadpool(is_secret, await _given(request), known):
        return _page(pages.ask_secret(say, wrong=True), 403)
    try:
        token = await run_in_threadpool(current.store().sessions.begin, known, datetime.now(UTC))
    except CoprodError:
        return _page(pages.message("not_now", say, link=LOGIN), 503)
    response = RedirectResponse("/", 303, HEADERS)
    lasts = int(LASTS.total_seconds())
    response.set_cookie(COOKIE, token, max_age=lasts, path="/", httponly=True, samesite="strict")
    return response


async def logout(request: Request) -> Response:
    """Ends the session of this browser."""
    token = request.cookies.get(COOKIE, "")
    return await _ended(request, lambda: current.store().sessions.end(token))


async def logout_everywhere(request: Request) -> Response:
    """Ends the session of every browser; for who is logged in, or sits at the facilitator's own machine."""
    return await _ended(request, lambda: current.store().sessions.end_all())


async def _ended(request: Request, end: Callable[[], None]) -> Response:
    say = _words(request)
    if not (_is_from_here(request) and await _is_facilitator(request)):
        return _page(pages.ask_secret(say), 403)
    try:
        await run_in_threadpool(end)
    except CoprodError:
        return _page(pages.message("not_now", say, link=LOGIN), 503)
    response = RedirectResponse(LOGIN, 303, HEADERS)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return response


async def _is_facilitator(request: Request) -> bool:
    if _is_here(request):
        return True
    return await run_in_threadpool(session_ends, request.cookies.get(COOKIE)) is not None


def _is_here(request: Request) -> bool:
    return is_this_machine(request.scope, request.url.hostname or "")


def _is_from_here(request: Request) -> bool:
    return is_ours(request.headers.get("origin", ""), request.headers.get("host", ""))


async def _given(request: Request) -> str:
    """The secret that was sent; empty where a form was not one of ours."""
    try:
        body = await forms.body_of(request)
        return parse_qs(body.decode("utf-8", "replace")).get("secret", [""])[0]
    except (forms.Unfit, ValueError):
        return ""


ROUTES: list[BaseRoute] = [
    Route(LOGIN, login, methods=["GET", "POST"]),
    Route(f"{LOGIN}/out", logout, methods=["POST"]),
    Route(f"{LOGIN}/out-everywhere", logout_everywhere, methods=["POST"]),
]
