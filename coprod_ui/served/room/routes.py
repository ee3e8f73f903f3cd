"""The room's window as plain pages, for the facilitator's own machine, as the door sees to; it can only be read."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from coprod_core.checked.errors import CoprodError
from coprod_ui.components import scripts
from coprod_ui.meeting import live
from coprod_ui.meeting.hub import desk, hub, stage
from coprod_ui.meeting.presentation import HOME
from coprod_ui.palette import css
from coprod_ui.served.room.scenes import scene
from coprod_ui.served.room.web_scene import words_of_drawing
from coprod_ui.served.unread import UNREAD, unread
from coprod_ui.words import Words, spoken, words
from coprod_ui.words.templates import filled

KEEP_ALIVE = 15.0
"""Seconds of silence after which the stream says it is still there."""

AT_MOST_EVERY = 0.3
"""Seconds between two pictures: a burst of answers draws a few, not hundreds."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
    " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
}


def _words(request: Request) -> Words:
    return words(spoken(request.query_params.get("language")))


async def window(request: Request) -> Response:
    """The whole page."""
    say = _words(request)
    try:
        shown = await run_in_threadpool(scene, request.path_params["meeting"], say)
    except UNREAD:
        return unread(HEADERS)
    except CoprodError:
        return PlainTextResponse("This meeting is not there any more.", 404, HEADERS)
    page = filled(
        "served/room/window.html",
        say=say,
        title=say("room.title"),
        home=HOME,
        shown=shown,
        script=f"/{scripts.ADDRESS}",
        drawing=words_of_drawing(say),
    )
    return HTMLResponse(page, 200, HEADERS)


async def now(request: Request) -> Response:
    """What the window shows, without the page round it."""
    try:
        return HTMLResponse(
            await run_in_threadpool(scene, request.path_params["meeting"], _words(request)), 200, HEADERS
        )
    except UNREAD:
        return unread(HEADERS)
    except CoprodError:
        return PlainTextResponse("", 404, HEADERS)


async def events(request: Request) -> Response:
    """Says, as server-sent events, that there is something new to show."""
    return StreamingResponse(_stream(request.path_params["meeting"]), media_type="text/event-stream", headers=HEADERS)


async def _stream(meeting: str) -> AsyncIterator[str]:
    seen: tuple[str, ...] = ()
    while True:
        status = await run_in_threadpool(live.status, meeting)
        topics = (stage(meeting), *([desk(status.code)] if status else []))
        latest = await _news(topics, seen)
        if latest == seen:
            yield ": still here\n\n"
            continue
        seen = latest
        yield f"data: {'.'.join(seen)}\n\n"
        await asyncio.sleep(AT_MOST_EVERY)


async def _news(topics: tuple[str, ...], seen: tuple[str, ...]) -> tuple[str, ...]:
    """The latest news of each topic, as soon as one of them has something new, or after a while."""
    if len(seen) != len(topics):
        return tuple(hub.seen(topic) for topic in topics)
    waiting = [
        asyncio.create_task(hub.news(topic, known, KEEP_ALIVE)) for topic, known in zip(topics, seen, strict=True)
    ]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    return tuple(hub.seen(topic) for topic in topics)


def _script(name: str) -> Route:
    return _file(name, files("coprod_ui.served.room").joinpath(name).read_text("utf-8"), "text/javascript")


def _style() -> Route:
    """The style of the window. The web is drawn as on the board, on a light ground whatever the machine likes."""
    room = files("coprod_ui.served.room")
    drawing = files("coprod_ui.components.board.drawing").joinpath("drawing.css").read_text("utf-8")
    of_web = css.on_both(f"{drawing}\n{room.joinpath('web.css').read_text('utf-8')}", ".web-scene")
    return _file("room.css", f"{css.on_screen(room.joinpath('room.css').read_text('utf-8'))}\n{of_web}", "text/css")


def _file(name: str, text: str, media_type: str) -> Route:
    async def endpoint(_request: Request) -> Response:
        return Response(text, media_type=media_type)

    return Route(f"{HOME}/{name}", endpoint)


def _font(name: str, file: str) -> Route:
    """A font of the screens, which comes with Streamlit, under the room's own address."""
    path = next(Path(streamlit.__file__).parent.glob(f"static/static/media/{file}.*.woff2"))

    async def endpoint(_request: Request) -> Response:
        return FileResponse(path, media_type="font/woff2", headers={"cache-control": "max-age=86400"})

    return Route(f"{HOME}/{name}.woff2", endpoint)


ROUTES: list[BaseRoute] = [
    _style(),
    _script("room.js"),
    _font("sans", "SourceSansVF-Upright.ttf"),
    _font("sans-italic", "SourceSansVF-Italic.ttf"),
    _font("serif", "SourceSerifVariable-Roman.ttf"),
    Route(f"{HOME}/{{meeting}}", window),
    Route(f"{HOME}/{{meeting}}/now", now),
    Route(f"{HOME}/{{meeting}}/events", events),
]
