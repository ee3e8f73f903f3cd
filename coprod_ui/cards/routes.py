"""The cards' route, for the facilitator only, as the door sees to."""

from importlib.resources import files

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from coprod_core.errors import CoprodError
from coprod_core.rounds import asked_of
from coprod_ui import current
from coprod_ui.cards import HOME
from coprod_ui.cards.page import page
from coprod_ui.words import LANGUAGES, words

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
}


async def cards(request: Request) -> Response:
    """The cards with the questions that the address asks for, about the web as it is now."""
    asked = request.query_params
    language = asked.get("language", "")
    try:
        web = (await run_in_threadpool(current.store().load, request.path_params["meeting"])).history.web
        questions = asked_of(
            web,
            asked.get("question", ""),
            asked.getlist("interest"),
            asked.getlist("group"),
            own_words="own_words" in asked,
        )
    except CoprodError:
        return PlainTextResponse("These questions are not there any more.", 404, HEADERS)
    return HTMLResponse(page(questions, words(language if language in LANGUAGES else LANGUAGES[0])), 200, HEADERS)


async def style(_request: Request) -> Response:
    """How the cards look."""
    return Response(files("coprod_ui.cards").joinpath("cards.css").read_text("utf-8"), media_type="text/css")


ROUTES: list[BaseRoute] = [Route(f"{HOME}/cards.css", style), Route(f"{HOME}/{{meeting}}", cards)]
