"""A picture of the power map as a file to hand in, made of what the meeting holds at this moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from coprod_ui.charts.power_map.choices import NotForThePublic, Perspective, Picture, chosen
from coprod_ui.files.slide_file import MIMES, as_file, name_of
from coprod_ui.meeting import current
from coprod_ui.served.board.pictures import Seen
from coprod_ui.served.board.requests import Unfit, seen_by


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which picture, as what file; `public`: whether somebody confirmed that it may become public."""

    form: str
    picture: Picture
    perspective: Perspective
    plan: str
    viewpoint: str
    only_said: bool
    public: bool


async def slide(request: Request) -> Response:
    """The picture that is asked for, to be saved. Raises `Unfit` for one there is not, and for one that may not go."""
    seen, wanted = seen_by(request, request.query_params.get("language"), False), _wanted(request)
    content, name = await run_in_threadpool(_made, seen, wanted)
    headers = {
        "cache-control": "no-store",
        "content-disposition": f"attachment; filename*=utf-8''{quote(name)}",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "x-content-type-options": "nosniff",
    }
    return Response(content, media_type=MIMES[wanted.form], headers=headers)


def _wanted(request: Request) -> _Wanted:
    query, form = request.query_params, request.path_params["form"]
    if form not in MIMES:
        raise Unfit(404, "no_such_picture")
    return _Wanted(
        form,
        Picture(_one_of(query, "picture", tuple(Picture), Picture.HIT)),
        Perspective(_one_of(query, "perspective", tuple(Perspective), Perspective.NOW)),
        query.get("plan", ""),
        query.get("viewpoint", ""),
        query.get("said") == "1",
        query.get("public") == "yes",
    )


def _one_of(query: Mapping[str, str], key: str, known: tuple[str, ...], usual: str) -> str:
    asked = query.get(key, usual)
    if asked not in known:
        raise Unfit(404, "no_such_picture")
    return asked


def _made(seen: Seen, wanted: _Wanted) -> tuple[bytes, str]:
    web = current.store().load(seen.meeting, up_to_damage=True).history.web
    readings = current.readings_of(web)
    try:
        choices = chosen(
            readings,
            wanted.picture,
            may_be_public=wanted.public,
            plan=wanted.plan,
            viewpoint=wanted.viewpoint,
            perspective=wanted.perspective,
            only_said=wanted.only_said,
        )
    except NotForThePublic as refused:
        raise Unfit(403, refused.code) from None
    today = date.today()
    return as_file(readings, choices, wanted.form, today, seen.words), name_of(web, choices, wanted.form, seen.words)
