"""The phones' routes: the form of what is sent is checked here, whether this phone may do it in the store."""

from asyncio import wrap_future
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from coprod_core.checked.errors import CoprodError
from coprod_core.store.live_values import Caller, Join, PhoneAct, PhoneState, Refusal, new_token, written_code
from coprod_core.web.conventions import WEIGHT_NAMES
from coprod_ui.meeting import current, live
from coprod_ui.meeting.addresses import HOME
from coprod_ui.meeting.hub import desk, hub, room
from coprod_ui.palette import css
from coprod_ui.served.phone import access, forms, pages
from coprod_ui.served.phone.flow import place
from coprod_ui.served.phone.privacy import privacy
from coprod_ui.words import Words, spoken, words

LANGUAGE_COOKIE = "mee_language"
COOKIE_LIFE = 30 * 24 * 3600  # long: a phone whose calendar jumps must not forget who it is; the meeting ends tokens
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

# -- who is asking --------------------------------------------------------------------------------------------------


def _words(request: Request) -> Words:
    return words(spoken(request.cookies.get(LANGUAGE_COOKIE) or request.headers.get("accept-language")))


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
    caller, say = access.caller_of(request), _words(request)
    if "code" in request.query_params:
        return await _way_in(request, request.query_params["code"], say)
    if (said := request.query_params.get("said")) in _SAID:
        return _refused(Refusal(said), say)
    if caller is None:
        return _page(pages.enter_code(say)) if access.may_look(request) else _page(pages.message("busy", say), 429)
    state = await access.look(request, caller)
    if state is None:
        return _page(pages.message("busy", say), 429)
    if state is Refusal.CARD_NEEDED:
        return _page(pages.welcome(caller.code, say, by_card=True))
    if state in (Refusal.NO_SUCH_CODE, Refusal.NOT_JOINED):
        return _page(pages.enter_code(say))
    if isinstance(state, Refusal):
        return _refused(state, say)
    return _page(await access.read(_at, state, caller.code, request.query_params, say))


async def invited(request: Request) -> Response:
    """Where the QR code leads."""
    return await _way_in(request, request.path_params["code"], _words(request), request.path_params.get("card", ""))


async def privacy_page(request: Request) -> Response:
    """What is kept of a resident, how long, who can read it, who is responsible, and how to have it erased."""
    caller, say = access.caller_of(request), _words(request)
    state = await access.look(request, caller) if caller else None
    if not isinstance(state, PhoneState):
        return _page(privacy(say, None, None))
    return _page(privacy(say, state, await access.read(live.status, state.meeting)))


async def lost(request: Request) -> Response:
    """What nobody has here: an address that was typed wrong."""
    if not access.may_look(request):
        return _plain("Please wait a moment.", 429)
    return _page(pages.message("lost", _words(request), link=HOME), 404)


async def _way_in(request: Request, typed: str, say: Words, card: str = "") -> Response:
    code, caller = written_code(typed), access.caller_of(request)
    if caller is None or caller.code != code:
        # handed out before anybody joins, so that joining twice by a double tap is joining once
        caller = Caller(code or "", new_token())
    state = await access.look(request, caller)
    if state is Refusal.LEFT:  # who left may come in anew, as somebody the meeting does not know
        caller = Caller(caller.code, new_token())
        state = await access.look(request, caller)
    match state:
        case None:
            return _page(pages.message("busy", say), 429)
        case PhoneState():
            return RedirectResponse(HOME, 303, HEADERS)
        case Refusal.NO_SUCH_CODE:
            return _page(pages.enter_code(say, wrong=typed[:12]), 404)
        case Refusal.NOT_JOINED | Refusal.CARD_NEEDED:
            by_card = state is Refusal.CARD_NEEDED
            response = _page(pages.welcome(caller.code, say, by_card=by_card, card=written_code(card) or ""))
            _set(response, access.TOKEN_COOKIE, f"{caller.code}.{caller.token}")
            return response
        case _:
            return _refused(state, say)


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
    return _page(pages.message(refusal, say, link=HOME if refusal in _OF_CARDS else ""), _STATUS[refusal])


def _set(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=COOKIE_LIFE, path=HOME, httponly=True, samesite="lax")


# -- what a phone does ----------------------------------------------------------------------------------------------

_STATUS = {
    Refusal.NO_SUCH_CODE: 404,
    Refusal.MEETING_CLOSED: 410,
    Refusal.JOINING_PAUSED: 403,
    Refusal.ROOM_FULL: 403,
    Refusal.NOT_JOINED: 403,
    Refusal.CARD_NEEDED: 403,
    Refusal.CARD_UNKNOWN: 403,
    Refusal.CARD_USED: 403,
    Refusal.LEFT: 410,
    Refusal.PUT_OUT: 403,
    Refusal.ROUND_CLOSED: 409,
    Refusal.NOT_ASKED: 422,
}


def _doing(read: Callable[[Caller, forms.Form], PhoneAct]) -> Callable[[Request], Awaitable[Response]]:
    """A route on which phones do something: everything is checked, and it is acknowledged once it is on disk."""

    async def endpoint(request: Request) -> Response:
        caller = access.caller_of(request)
        if not _is_from_these_pages(request):
            return _plain("Only from these pages.", 403)
        if caller is None:
            return _next(request, HOME, 403)
        if not await access.may_do(request, caller, joining=read is forms.joining):
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


_OF_CARDS = frozenset({Refusal.CARD_NEEDED, Refusal.CARD_UNKNOWN, Refusal.CARD_USED})
_SAID = _OF_CARDS | {Refusal.ROOM_FULL}
"""What is told on the page a phone goes to next, because the store will not say it of that phone again."""


def _acknowledged(request: Request, act: PhoneAct, refusal: Refusal | None, form: forms.Form) -> Response:
    if refusal in (Refusal.NO_SUCH_CODE, Refusal.CARD_UNKNOWN):
        access.wrong_code(request)
    if refusal in _SAID:
        if not _by_our_script(request):
            return _refused(refusal, _words(request))
        return _next(request, f"{HOME}?said={refusal}", _STATUS[refusal])
    if refusal is not None:
        return _next(request, HOME, _STATUS[refusal])
    hub.tell(desk(act.caller.code))
    response = _next(request, HOME, 303, done=True)
    if isinstance(act, Join):
        _set(response, LANGUAGE_COOKIE, form["language"])
    return response


def _by_our_script(request: Request) -> bool:
    return request.headers.get("x-requested-with") == "phone"


def _next(request: Request, path: str, status: int, *, done: bool = False) -> Response:
    """Where to go from here: told to our script, or by sending the browser there. `done`: the answer is kept."""
    if _by_our_script(request):
        return JSONResponse({"next": path, "done": done}, 200 if status == 303 else status, HEADERS)
    if status == 303:
        return RedirectResponse(path, 303, HEADERS)
    say = _words(request)
    return _page(pages.message("not_done", say, link=path), status)


def _plain(said: str, status: int) -> Response:
    return PlainTextResponse(said, status, {**HEADERS, "retry-after": "2"} if status in (429, 503) else HEADERS)


# -- following the room ---------------------------------------------------------------------------------------------


async def news(request: Request) -> Response:
    """The name of the latest news in the room, nothing while that is still what the phone has seen; and in how many
    seconds to ask again. A phone holds no connection while it waits: a room full of them costs next to nothing.
    """
    caller = access.caller_of(request)
    may = None if caller is None else await access.may_ask_for_news(request, caller)
    if caller is None or may is None:
        return _plain("Not joined.", 403)
    if not may:
        return _plain("Please wait a moment.", 429)
    latest = hub.seen(room(caller.code))
    headers = {
        **HEADERS,
        "connection": "close",
        "x-ask-again": f"{max(ASK_AGAIN, len(access.inside()) / ASKS_A_SECOND):.1f}",
    }
    if request.query_params.get("seen") == latest:
        return Response(status_code=204, headers=headers)
    return PlainTextResponse(latest, 200, headers)


@cache
def _file(name: str) -> str:
    text = files("coprod_ui.served.phone").joinpath(name).read_text("utf-8")
    return css.on_screen(css.for_old_browsers(text)) if name.endswith(".css") else text


def _static(name: str, media_type: str) -> Route:
    async def endpoint(_request: Request) -> Response:
        return Response(_file(name), media_type=media_type, headers={**HEADERS, "cache-control": "max-age=600"})

    return Route(f"{HOME}/{name}", endpoint)


ROUTES: list[BaseRoute] = [
    Route(HOME, home),
    _static("phone.css", "text/css"),
    _static("phone.js", "text/javascript"),
    Route(f"{HOME}/news", news),
    Route(f"{HOME}/privacy", privacy_page),
    Route(f"{HOME}/join", _doing(forms.joining), methods=["POST"]),
    Route(f"{HOME}/group", _doing(forms.group_choice), methods=["POST"]),
    Route(f"{HOME}/own", _doing(forms.own_words), methods=["POST"]),
    Route(f"{HOME}/answer", _doing(forms.answer), methods=["POST"]),
    Route(f"{HOME}/leave", _doing(forms.leaving), methods=["POST"]),
    Route(f"{HOME}/{{code}}", invited),
    Route(f"{HOME}/{{code}}/{{card}}", invited),
    Route(f"{HOME}/{{rest:path}}", lost),
]
