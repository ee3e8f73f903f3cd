"""The phones' routes: the form of what is sent is checked here, whether this phone may do it in the store."""

from asyncio import get_running_loop, wrap_future
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.resources import files
from typing import ParamSpec, TypeVar
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from coprod_core.conventions import WEIGHT_NAMES
from coprod_core.errors import CoprodError
from coprod_core.store import (
    Caller,
    Join,
    PhoneAct,
    PhoneState,
    Refusal,
    new_token,
    written_code,
)
from coprod_ui import current
from coprod_ui.phone import HOME, forms, pages
from coprod_ui.phone.flow import place
from coprod_ui.phone.hub import desk, hub, room
from coprod_ui.phone.limits import Limit
from coprod_ui.words import LANGUAGES, Words, words

TOKEN_COOKIE = "mee"
LANGUAGE_COOKIE = "mee_language"
COOKIE_LIFE = 30 * 24 * 3600  # long: a phone whose calendar jumps must not forget who it is; the meeting ends tokens
LONGEST_COOKIE = 100
ASK_AGAIN = 2.0
ASKS_A_SECOND = 25.0
"""A phone asks for news every two seconds, or less often in a large room: together at most so often a second."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
}

per_phone = Limit(burst=60, per_second=2)
overall = Limit(burst=3_000, per_second=600)
asks = Limit(burst=20, per_second=1)
wrong_codes = Limit(burst=20, per_second=0.2)


Asked = ParamSpec("Asked")
Answered = TypeVar("Answered")

# few: more threads would only stand in each other's way, each with a connection of its own to the database
_readers = ThreadPoolExecutor(3, "phone-pages")


async def _read(what: Callable[Asked, Answered], *args: Asked.args, **kwargs: Asked.kwargs) -> Answered:
    """Asks the store without keeping the rest of the server waiting."""
    return await get_running_loop().run_in_executor(_readers, partial(what, *args, **kwargs))


# -- who is asking --------------------------------------------------------------------------------------------------


def _caller(request: Request) -> Caller | None:
    """Who a request says it is from, by its cookie; the store says whether that is true."""
    code, _, token = request.cookies.get(TOKEN_COOKIE, "")[:LONGEST_COOKIE].partition(".")
    known = written_code(code)
    return Caller(known, token) if known and token else None


def _words(request: Request) -> Words:
    asked = request.cookies.get(LANGUAGE_COOKIE) or request.headers.get("accept-language", "")
    language = asked[:2].lower()
    return words(language if language in LANGUAGES else LANGUAGES[0])


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _is_from_these_pages(request: Request) -> bool:
    """Whether a form was sent by a page of this very server. Old browsers name only the page they come from."""
    said = request.headers.get("origin") or request.headers.get("referer")
    if said is None:
        return request.headers.get("sec-fetch-site") == "same-origin"
    try:
        return urlsplit(said).netloc == request.headers.get("host")
    except ValueError:
        return False


# -- pages ----------------------------------------------------------------------------------------------------------


async def home(request: Request) -> Response:
    """The page a phone is at now; for a phone that is not inside, the way in."""
    caller, say = _caller(request), _words(request)
    if "code" in request.query_params:
        return await _way_in(request, request.query_params["code"], say)
    if request.query_params.get("said") == Refusal.ROOM_FULL:
        return _refused(Refusal.ROOM_FULL, say)
    if caller is None:
        return _page(pages.enter_code(say))
    state = await _look(request, caller)
    if state is None:
        return _page(pages.message("busy", say), 429)
    if state in (Refusal.NO_SUCH_CODE, Refusal.NOT_JOINED):
        return _page(pages.enter_code(say))
    if isinstance(state, Refusal):
        return _refused(state, say)
    return _page(await _read(_at, state, caller.code, request.query_params, say))


async def invited(request: Request) -> Response:
    """Where the QR code leads."""
    return await _way_in(request, request.path_params["code"], _words(request))


async def _way_in(request: Request, typed: str, say: Words) -> Response:
    code, caller = written_code(typed), _caller(request)
    if caller is None or caller.code != code:
        # handed out before anybody joins, so that joining twice by a double tap is joining once
        caller = Caller(code or "", new_token())
    state = await _look(request, caller)
    match state:
        case None:
            return _page(pages.message("busy", say), 429)
        case PhoneState():
            return RedirectResponse(HOME, 303, HEADERS)
        case Refusal.NO_SUCH_CODE:
            return _page(pages.enter_code(say, wrong=typed[:12]), 404)
        case Refusal.NOT_JOINED:
            response = _page(pages.welcome(caller.code, say))
            _set(response, TOKEN_COOKIE, f"{caller.code}.{caller.token}")
            return response
        case _:
            return _refused(state, say)


async def _look(request: Request, caller: Caller) -> PhoneState | Refusal | None:
    """What a phone is shown; None for who tried too many codes that do not exist."""
    if wrong_codes.is_spent(_address(request)):
        return None
    state = await _read(current.store().live.phone, caller)
    if state is Refusal.NO_SUCH_CODE:
        wrong_codes.allows(_address(request))
    return state


def _at(state: PhoneState, code: str, asked: Mapping[str, str], say: Words) -> str:
    seen = hub.seen(room(code))
    spot = place(state, asked.get("at", ""))
    if spot.step == "lobby":
        return pages.message("between_rounds" if state.round else "lobby", say, seen=seen)
    if spot.step == "result":
        assert state.round is not None
        return pages.result(state, current.store().live.shown(state.meeting, state.round.number), say, seen)
    problem = say.choice("phone_missing", asked["missing"]) if asked.get("missing") in forms.MISSING else ""
    given = asked["given"] if asked.get("given") in WEIGHT_NAMES else None
    return pages.question(state, spot, say, seen, problem=problem, given=given)


def _page(content: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(content, status, HEADERS)


def _refused(refusal: Refusal, say: Words) -> HTMLResponse:
    return _page(pages.message(refusal, say), _STATUS[refusal])


def _set(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=COOKIE_LIFE, path=HOME, httponly=True, samesite="lax")


# -- what a phone does ----------------------------------------------------------------------------------------------

_STATUS = {
    Refusal.NO_SUCH_CODE: 404,
    Refusal.MEETING_CLOSED: 410,
    Refusal.JOINING_PAUSED: 403,
    Refusal.ROOM_FULL: 403,
    Refusal.NOT_JOINED: 403,
    Refusal.ROUND_CLOSED: 409,
    Refusal.NOT_ASKED: 422,
}


def _doing(read: Callable[[Caller, forms.Form], PhoneAct]) -> Callable[[Request], Awaitable[Response]]:
    """A route on which phones do something: everything is checked, and it is acknowledged once it is on disk."""

    async def endpoint(request: Request) -> Response:
        caller = _caller(request)
        if not _is_from_these_pages(request):
            return _plain("Only from these pages.", 403)
        if caller is None:
            return _next(request, HOME, 403)
        if wrong_codes.is_spent(_address(request)) or not (per_phone.allows(caller.token) and overall.allows()):
            return _plain("Please wait a moment.", 429)
        form: forms.Form = {}
        try:
            form = await forms.form_of(request)
            act = read(caller, form)
        except (forms.Unfit, KeyError):
            return _plain("This form is not known here.", 400)
        except forms.Missing as missing:
            at = quote(form.get("at", "own"))
            return _next(request, f"{HOME}?at={at}&missing={missing.what}&given={missing.given}", 303)
        try:
            refusal = await wrap_future(current.store().live.submit(act))
        except CoprodError:  # not on disk: the phone keeps the answer and comes back with it
            return _plain("Not kept. Please try again.", 503)
        return _acknowledged(request, act, refusal, form)

    return endpoint


def _acknowledged(request: Request, act: PhoneAct, refusal: Refusal | None, form: forms.Form) -> Response:
    if refusal is Refusal.NO_SUCH_CODE:
        wrong_codes.allows(_address(request))
    if refusal is Refusal.ROOM_FULL:
        return _next(request, f"{HOME}?said={refusal}", _STATUS[refusal])
    if refusal is not None:
        return _next(request, HOME, _STATUS[refusal])
    hub.tell(desk(act.caller.code))
    response = _next(request, HOME, 303, done=True)
    if isinstance(act, Join):
        _set(response, LANGUAGE_COOKIE, form["language"])
    return response


def _next(request: Request, path: str, status: int, *, done: bool = False) -> Response:
    """Where to go from here: told to our script, or by sending the browser there. `done`: the answer is kept."""
    if request.headers.get("x-requested-with") == "phone":
        return JSONResponse({"next": path, "done": done}, 200 if status == 303 else status, HEADERS)
    if status == 303:
        return RedirectResponse(path, 303, HEADERS)
    say = _words(request)
    return _page(pages.message("not_done", say, link=path), status)


def _plain(said: str, status: int) -> Response:
    return PlainTextResponse(said, status, {**HEADERS, "retry-after": "2"} if status in (429, 503) else HEADERS)


# -- following the room ---------------------------------------------------------------------------------------------

_inside: OrderedDict[Caller, None] = OrderedDict()
MOST_INSIDE = 5_000


async def news(request: Request) -> Response:
    """The name of the latest news in the room, nothing while that is still what the phone has seen; and in how many
    seconds to ask again. A phone holds no connection while it waits: a room full of them costs next to nothing.
    """
    caller = _caller(request)
    if caller is None or not await _is_inside(caller):
        return _plain("Not joined.", 403)
    if not asks.allows(caller.token):
        return _plain("Please wait a moment.", 429)
    latest = hub.seen(room(caller.code))
    headers = {**HEADERS, "connection": "close", "x-ask-again": f"{max(ASK_AGAIN, len(_inside) / ASKS_A_SECOND):.1f}"}
    if request.query_params.get("seen") == latest:
        return Response(status_code=204, headers=headers)
    return PlainTextResponse(latest, 200, headers)


async def _is_inside(caller: Caller) -> bool:
    """Whether this phone joined; looked up once, for waiting is what phones do most."""
    if caller not in _inside:
        if isinstance(await _read(current.store().live.phone, caller), Refusal):
            return False
        _inside[caller] = None
        if len(_inside) > MOST_INSIDE:
            _inside.popitem(last=False)
    return True


@cache
def _file(name: str) -> str:
    return files("coprod_ui.phone").joinpath(name).read_text("utf-8")


def _static(name: str, media_type: str) -> Route:
    async def endpoint(_request: Request) -> Response:
        return Response(_file(name), media_type=media_type, headers={**HEADERS, "cache-control": "max-age=600"})

    return Route(f"{HOME}/{name}", endpoint)


ROUTES: list[BaseRoute] = [
    Route(HOME, home),
    _static("phone.css", "text/css"),
    _static("phone.js", "text/javascript"),
    Route(f"{HOME}/news", news),
    Route(f"{HOME}/join", _doing(forms.joining), methods=["POST"]),
    Route(f"{HOME}/group", _doing(forms.group_choice), methods=["POST"]),
    Route(f"{HOME}/own", _doing(forms.own_words), methods=["POST"]),
    Route(f"{HOME}/answer", _doing(forms.answer), methods=["POST"]),
    Route(f"{HOME}/{{code}}", invited),
]
