"""The cards' route, for the facilitator only, as the door sees to."""

from importlib.resources import files

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from coprod_core.checked.errors import CoprodError
from coprod_core.rounds.values import asked_of
from coprod_ui.meeting import current, live
from coprod_ui.meeting.presentation import address_of
from coprod_ui.palette import css
from coprod_ui.served.cards import HOME, entry
from coprod_ui.served.cards.page import page
from coprod_ui.served.unread import UNREAD, unread
from coprod_ui.words import spoken, words

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
}


async def cards(request: Request) -> Response:
    """The cards with the questions that the address asks for, about the web as it is now."""
    asked = request.query_params
    try:
        web = (await run_in_threadpool(current.store().load, request.path_params["meeting"])).history.web
        questions = asked_of(
            web,
            asked.get("question", ""),
            asked.getlist("interest"),
            asked.getlist("group"),
            own_words="own_words" in asked,
        )
    except UNREAD:
        return unread(HEADERS)
    except CoprodError:
        return PlainTextResponse("These questions are not there any more.", 404, HEADERS)
    return HTMLResponse(page(questions, words(spoken(asked.get("language")))), 200, HEADERS)


async def entry_cards(request: Request) -> Response:
    """The cards that each let one phone in, while the meeting is open by card."""
    meeting, say = request.path_params["meeting"], words(spoken(request.query_params.get("language")))
    try:
        status = await run_in_threadpool(live.status, meeting)
        codes = await run_in_threadpool(live.cards, meeting)
        address = await run_in_threadpool(address_of, meeting)
    except UNREAD:
        return unread(HEADERS)
    if status is None or address is None or not codes:
        return PlainTextResponse("There are no cards for this meeting now.", 404, HEADERS)
    return HTMLResponse(await run_in_threadpool(entry.page, address, status.code, codes, say), 200, HEADERS)


async def style(_request: Request) -> Response:
    """How the cards look."""
    style = files("coprod_ui.served.cards").joinpath("cards.css").read_text("utf-8")
    return Response(css.on_paper(style), media_type="text/css")


ROUTES: list[BaseRoute] = [
    Route(f"{HOME}/cards.css", style),
    Route(f"{HOME}/{{meeting}}", cards),
    Route(f"{HOME}/{{meeting}}/entry", entry_cards),
]
