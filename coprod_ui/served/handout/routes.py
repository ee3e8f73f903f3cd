"""The routes of a workshop's sheets, for the facilitator only, as the door sees to."""

from collections.abc import Awaitable, Callable
from importlib.resources import files

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from coprod_core.checked.errors import CoprodError
from coprod_ui.palette import css
from coprod_ui.served.handout import HOME, after, page, roles
from coprod_ui.served.unread import UNREAD, unread
from coprod_ui.words import Words, spoken, words
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
}


def _sheet(page: Callable[[Session, Words], str]) -> Callable[[Request], Awaitable[Response]]:
    """The answer with one sheet of a meeting's workshop, in the language the workshop is written in."""

    async def answer(request: Request) -> Response:
        try:
            found = await run_in_threadpool(session.of, request.path_params["meeting"])
        except UNREAD:
            return unread(HEADERS)
        except CoprodError:
            found = None
        if found is None:
            return PlainTextResponse("This workshop is not there any more.", 404, HEADERS)
        text = await run_in_threadpool(page, found, words(spoken(found.workshop.language)))
        return HTMLResponse(text, 200, HEADERS)

    return answer


before = _sheet(lambda now, words: page.page(now.workshop, words))
cards = _sheet(lambda now, words: roles.page(now.workshop, words))


async def style(_request: Request) -> Response:
    """How the handout looks."""
    style = files("coprod_ui.served.handout").joinpath("handout.css").read_text("utf-8")
    return Response(css.on_paper(style), media_type="text/css")


ROUTES: list[BaseRoute] = [
    Route(f"{HOME}/handout.css", style),
    Route(f"{HOME}/{{meeting}}", before),
    Route(f"{HOME}/{{meeting}}/after", _sheet(after.page)),
    Route(f"{HOME}/{{meeting}}/roles", cards),
]
