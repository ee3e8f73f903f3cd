"""What the power map shows beside the picture of the board: what is computed of each party, and the sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from coprod_core.acts.commands import AddActor, AddInterest, Together
from coprod_core.acts.ids import new_id
from coprod_core.acts.rings import all_as_wanted
from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import attitudes, first_to_begin_with, trust, viewpoint_of
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.indicators.power_map.trust import Meeting
from coprod_core.store.values import Loaded
from coprod_core.web.model import Actor, Web
from coprod_core.web.rings import ring_according_to_web
from coprod_ui.examples.blank_webs import blank_webs
from coprod_ui.meeting import acting, current
from coprod_ui.sentences import power_map as say
from coprod_ui.served.board.pictures import Seen
from coprod_ui.served.board.requests import Unfit, body_of, seen_by
from coprod_ui.words import Words

PLAN = "plan:"
"""Before the id of a plan where trust is looked at by the standpoint to that plan."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a person chose to look at: ids that may be of nothing any more, and then count as not chosen."""

    plan: str
    seen_from: str
    only_said: bool


async def shown(request: Request) -> Response:
    """What the map shows now, for the choices in the query."""
    query = request.query_params
    seen = seen_by(request, query.get("language"), False)
    looked = Looked(query.get("plan", ""), query.get("from", ""), query.get("said") == "1")
    return JSONResponse(await run_in_threadpool(_shown, seen, looked), 200, {"cache-control": "no-store"})


def _shown(seen: Seen, looked: Looked) -> dict[str, Any]:
    return map_of(current.store().load(seen.meeting, up_to_damage=True), looked, seen.words)


def map_of(loaded: Loaded, looked: Looked, words: Words) -> dict[str, Any]:
    """The map as plain data: per party what is computed of it, the order of every list, and the sentences."""
    web = loaded.history.web
    readings = current.readings_of(web, before=loaded.history.web_before)
    plan = looked.plan if looked.plan in web.option_by_id else attitudes.plan_of(readings)
    seen_from = looked.seen_from if _can_be_seen_from(web, looked.seen_from) else viewpoint_of(readings)
    stance_of = attitudes.stances(readings, plan, looked.only_said)
    met = {} if seen_from is None else _met(readings, seen_from)
    otherwise = attitudes.noted_otherwise(web, stance_of) if web.options else ()
    on_map = power_map.of(readings)
    return {
        "head": loaded.head,
        "plan": plan,
        "from": seen_from,
        "order": [party.id for party in first_to_begin_with(web.actors, on_map)],
        "parties": {
            party.id: {
                **_of_party(readings, web, party, stance_of[party.id], words),
                "side": met[party.id].side if party.id in met else None,
                "otherwise": say.noted_otherwise(party, stance_of[party.id], words) if party.id in otherwise else "",
            }
            for party in web.actors
        },
        "expect": {each.who: each._asdict() for each in _to_expect(web, words)},
        "differing": [party.id for party in web.actors if say.differs(party)],
        "begin": [] if web.actors else [{"name": b.name, "title": b.web.title} for b in blank_webs(words.language)],
        "said": _sentences(readings, web, seen_from, words),
    }


def _to_expect(web: Web, words: Words) -> Iterator[say.ToExpect]:
    return (found for party in web.actors if (found := say.to_expect(web, party, words)) is not None)


def _can_be_seen_from(web: Web, asked: str) -> bool:
    return asked in web.actor_by_id or asked.removeprefix(PLAN) in web.option_by_id


def _met(readings: Readings, seen_from: str) -> Mapping[str, Meeting]:
    if seen_from in readings.weights.web.actor_by_id:
        return trust.meetings(readings, seen_from)
    return trust.to_plan(readings, seen_from.removeprefix(PLAN))


def _of_party(readings: Readings, web: Web, party: Actor, stance: Stance, words: Words) -> dict[str, Any]:
    found = power_map.of(readings)[party.id]
    return {
        "hit": found.hit,
        "quiet": found.quiet,
        "perhaps": found.perhaps_quiet,
        "alarm": found.alarm,
        "estimated": found.estimated,
        "open": found.open,
        "stance": stance,
        "ring": ring_according_to_web(party, web.process),
        "asks": say.place_asks(readings, web, party, words),
        "differs": say.rings_differ(party, words),
    }


def _sentences(readings: Readings, web: Web, seen_from: str | None, words: Words) -> dict[str, list[str]]:
    """What stands under each picture."""
    not_asked = [said for said in (say.power_not_asked(readings, web, words),) if said]
    nothing = [said for said in (say.nothing_known(readings, words),) if said]
    talks = say.talk_first(readings, web, seen_from, words) if seen_from and seen_from in web.actor_by_id else []
    return {
        "hit": [*say.corner(readings, web, words), *_far(readings, web, words), *not_asked, *nothing],
        "attitude": [] if web.options else [words("power_map.no_plan")],
        "trust": talks if seen_from else [words("power_map.no_viewpoint")],
        "rings": say.all_that_differ(web, words),
    }


def _far(readings: Readings, web: Web, words: Words) -> list[str]:
    """The question to who decides about what hardly touches them; nothing where that is nobody."""
    return [said for said in (say.decides_for_others(readings, web, words),) if said]


# -- a beginning ----------------------------------------------------------------------------------------------------


async def begin(request: Request) -> Response:
    """Adds the parties and interests that are often there in a kind of project, in one act, where nobody is yet."""
    body = await body_of(request)
    seen = seen_by(request, body.get("language"), False)
    blank = next((each.web for each in blank_webs(seen.words.language) if each.name == body.get("name")), None)
    if blank is None:
        raise Unfit(400, "unfit_request", key="name")
    await run_in_threadpool(_begun, seen, blank)
    return JSONResponse({}, 200, {"cache-control": "no-store"})


def _begun(seen: Seen, blank: Web) -> None:
    loaded = current.store().load(seen.meeting)
    web = loaded.history.web
    if web.actors:
        raise Unfit(409, "parties_are_there")
    there = {interest.name.casefold() for interest in web.interests}
    new = (each for each in blank.interests if each.name.casefold() not in there)
    acts = (
        *map(AddActor, blank.actors),  # under their own ids, so that of two at once the second is refused
        *(AddInterest(replace(each, id=new_id("k"))) for each in new),
    )
    acting.do(seen.meeting, Together(acts), seen=loaded.head)


# -- a what-if ------------------------------------------------------------------------------------------------------


async def what_if(request: Request) -> Response:
    """Makes a copy of the meeting in which every party is in the ring that was noted for it, in one act."""
    body = await body_of(request)
    seen = seen_by(request, body.get("language"), False)
    wanted = str(body.get("wanted"))
    if wanted not in ("theirs", "ours"):
        raise Unfit(400, "unfit_request", key="wanted")
    await run_in_threadpool(_copied, seen, wanted)
    query = urlencode({"meeting": seen.meeting, "language": seen.words.language})
    return JSONResponse({"href": f"scenarios?{query}"}, 200, {"cache-control": "no-store"})


def _copied(seen: Seen, wanted: str) -> None:
    store = current.store()
    loaded = store.load(seen.meeting)
    act = all_as_wanted(loaded.history.web, f"ring_{wanted}")
    if not act.commands:
        raise Unfit(409, "no_ring_noted")
    act.applied_to(loaded.history.web)
    copy = store.fork(seen.meeting, seen.words(f"power_map.what_if_{wanted}"), loaded.head)
    acting.do(copy, act, seen=loaded.head)
