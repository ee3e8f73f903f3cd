"""What the facilitator's screens listen to: counts the moment something comes in, pushed or asked for."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from coprod_ui.meeting import live
from coprod_ui.meeting.hub import desk, hub

KEEP_ALIVE = 15.0
"""Seconds of silence after which the stream says it is still there."""

AT_MOST_EVERY = 0.15
"""Seconds between two messages: a burst of answers is a few messages, not hundreds."""

HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


async def counts(request: Request) -> Response:
    """How many phones joined and how many answered, for screens that ask now and then."""
    now = await run_in_threadpool(live.counts, request.path_params["meeting"])
    return JSONResponse(None if now is None else now._asdict(), 404 if now is None else 200, HEADERS)


async def events(request: Request) -> Response:
    """The same as server-sent events: at once, and whenever something comes in."""
    meeting = request.path_params["meeting"]
    now = await run_in_threadpool(live.counts, meeting)
    if now is None:
        return Response(status_code=404)
    return StreamingResponse(_stream(meeting, now.code), media_type="text/event-stream", headers=HEADERS)


async def _stream(meeting: str, code: str) -> AsyncIterator[str]:
    seen = ""
    while True:
        latest = await hub.news(desk(code), seen, KEEP_ALIVE)
        if latest == seen:
            yield ": still here\n\n"
            continue
        seen = latest
        now = await run_in_threadpool(live.counts, meeting)
        if now is None or now.code != code:
            return
        yield f"data: {json.dumps({**now._asdict(), 'seen': seen})}\n\n"
        await asyncio.sleep(AT_MOST_EVERY)


ROUTES: list[BaseRoute] = [
    Route("/api/live/{meeting}/counts", counts),
    Route("/api/live/{meeting}/events", events),
]
