"""The board's routes, for the facilitator's own side, as the door sees to: what it shows, and what is done on it.

No Streamlit session is needed. Whatever waits for the disk or computes does so off the server's loop.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from coprod_core.checked.errors import CoprodError
from coprod_core.files.log_format import act_to_data
from coprod_core.store.errors import NoSuchMeeting, StoreFailure
from coprod_ui.meeting import acting, current, presentation
from coprod_ui.meeting.hub import hub, stage
from coprod_ui.sentences.errors import error as sentence
from coprod_ui.served.board import power_map, slides
from coprod_ui.served.board.lines import read
from coprod_ui.served.board.pictures import Seen, since, stands_at, whole
from coprod_ui.served.board.requests import Asked, Unfit, asked_in, body_of, seen_by, text_in
from coprod_ui.served.unread import UNREAD
from coprod_ui.words import Words, spoken, words

KEEP_ALIVE = 15.0
"""Seconds of silence after which the stream says it is still there."""

HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}

Endpoint = Callable[[Request], Awaitable[Response]]


def _told(endpoint: Endpoint) -> Endpoint:
    """The same route, which tells what went wrong by its code and in words."""

    async def telling(request: Request) -> Response:
        try:
            return await endpoint(request)
        except CoprodError as error:
            say = words(spoken(request.query_params.get("language") or request.headers.get("accept-language")))
            return _went_wrong(error, say)

    return telling


def _went_wrong(error: CoprodError, say: Words) -> Response:
    status = (
        error.status
        if isinstance(error, Unfit)
        else 404
        if isinstance(error, NoSuchMeeting)
        else 503
        if isinstance(error, UNREAD)
        else 409
    )
    headers = {**HEADERS, "retry-after": "2"} if status == 503 else HEADERS
    acknowledged = error.params if isinstance(error, acting.OutOfOrder) else {}
    said = {"code": error.code, "text": sentence(error.code, error.params, say), **acknowledged}
    return JSONResponse(said, status, headers)


# -- what is shown --------------------------------------------------------------------------------------------------


async def board(request: Request) -> Response:
    """What the board shows, whole or since the picture that is named."""
    query = request.query_params
    seen = seen_by(request, query.get("language"), query.get("digits"))
    return JSONResponse(await run_in_threadpool(_shown, seen, query.get("since"), query.get("client")), 200, HEADERS)


def _shown(seen: Seen, base: str | None, client: str | None) -> dict[str, Any]:
    loaded = current.store().load(seen.meeting, up_to_damage=True)
    shown = whole(loaded, seen) if base is None else since(base, loaded, seen)
    if client is not None:
        shown["acknowledged"] = current.store().refusals.acknowledged(seen.meeting, client)
    return shown


# -- what is done ---------------------------------------------------------------------------------------------------


async def act(request: Request) -> Response:
    """Does an act, once: acknowledged once it is on disk, with what changed for who sent it."""
    body = await body_of(request)
    seen, asked = seen_by(request, body.get("language"), body.get("digits")), asked_in(body)
    status, answer = await run_in_threadpool(_done, seen, asked)
    return JSONResponse(answer, status, HEADERS)


def _done(seen: Seen, asked: Asked) -> tuple[int, dict[str, Any]]:
    answer = acting.do_asked(seen.meeting, asked.act, seen=asked.seen, origin=asked.origin)
    shown = since(asked.base, answer.loaded, seen)
    told = {"acknowledged": answer.acknowledged, "others": answer.others, **shown}
    if answer.refused is not None:
        code, params, place = answer.refused.code, answer.refused.params, answer.refused.place
        refused = {"code": code, "place": place, "text": sentence(code, params, seen.words)}
        return 409, {**told, "done": None, "refused": refused}
    return 200, {**told, "done": None if answer.done is None else act_to_data(answer.done)}


async def line(request: Request) -> Response:
    """Reads what was typed, and does nothing."""
    body = await body_of(request)
    seen, text = seen_by(request, body.get("language"), False), text_in(body)
    return JSONResponse(await run_in_threadpool(read, text, seen), 200, HEADERS)


async def present(request: Request) -> Response:
    """Lets the room's window show one of its scenes."""
    body = await body_of(request)
    if body.get("scene") not in presentation.SCENES:
        raise Unfit(400, "unfit_request", key="scene")
    await run_in_threadpool(_present, request.path_params["meeting"], body["scene"])
    return JSONResponse({}, 200, HEADERS)


def _present(meeting: str, scene: presentation.Scene) -> None:
    current.store().summary(meeting)  # which says where a meeting is gone
    presentation.present(meeting, scene=scene)


# -- what others do -------------------------------------------------------------------------------------------------


async def events(request: Request) -> Response:
    """Says, as server-sent events, how far the log goes: at once, and whenever it went further or was sealed anew."""
    meeting = request.path_params["meeting"]
    seen = hub.seen(stage(meeting))
    stands = await run_in_threadpool(_stands, meeting)
    return StreamingResponse(_stream(meeting, seen, stands), media_type="text/event-stream", headers=HEADERS)


def _stands(meeting: str) -> dict[str, Any]:
    """Where a log stands: how many acts, and with what the name of a picture of it begins."""
    summary = current.store().summary(meeting)
    return {"head": summary.acts, "at": stands_at(summary.acts, summary.digest)}


async def _stream(meeting: str, seen: str, stands: dict[str, Any]) -> AsyncIterator[str]:
    told: dict[str, Any] = {}
    while True:
        yield f"data: {json.dumps(stands)}\n\n" if stands != told else ": still here\n\n"
        told = stands
        seen = await hub.news(stage(meeting), seen, KEEP_ALIVE)
        try:
            stands = await run_in_threadpool(_stands, meeting)
        except NoSuchMeeting:
            return
        except StoreFailure:
            continue


ROUTES: list[BaseRoute] = [
    Route("/api/board/{meeting}", _told(board)),
    Route("/api/board/{meeting}/events", _told(events)),
    Route("/api/board/{meeting}/map", _told(power_map.shown)),
    Route("/api/board/{meeting}/map/begin", _told(power_map.begin), methods=["POST"]),
    Route("/api/board/{meeting}/map/what-if", _told(power_map.what_if), methods=["POST"]),
    Route("/api/power-map/{meeting}.{form}", _told(slides.slide)),
    Route("/api/act/{meeting}", _told(act), methods=["POST"]),
    Route("/api/line/{meeting}", _told(line), methods=["POST"]),
    Route("/api/present/{meeting}", _told(present), methods=["POST"]),
]
