"""The handout's route, for the facilitator only, as the door sees to."""

from importlib.resources import files

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from coprod_core.checked.errors import CoprodError
from coprod_ui.palette import css
from coprod_ui.served.handout import HOME
from coprod_ui.served.handout.page import page
from coprod_ui.served.unread import UNREAD, unread
from coprod_ui.words import spoken, words
from coprod_ui.workshop import session

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
}


async def handout(request: Request) -> Response:
    """The handout of a meeting's workshop, in the language the workshop is written in."""
    try:
        found = await run_in_threadpool(session.of, request.path_params["meeting"])
    except UNREAD:
        return unread(HEADERS)
    except CoprodError:
        found = None
    if found is None:
        return PlainTextResponse("This workshop is not there any more.", 404, HEADERS)
    return HTMLResponse(page(found.workshop, words(spoken(found.workshop.language))), 200, HEADERS)


async def style(_request: Request) -> Response:
    """How the handout looks."""
    style = files("coprod_ui.served.handout").joinpath("handout.css").read_text("utf-8")
    return Response(css.on_paper(style), media_type="text/css")


ROUTES: list[BaseRoute] = [Route(f"{HOME}/handout.css", style), Route(f"{HOME}/{{meeting}}", handout)]
