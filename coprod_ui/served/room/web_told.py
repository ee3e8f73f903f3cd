"""What the room's window is told of a web: made for it, and never more than the room may see.

Of parties and interests only what is drawn of them; of links those that cause the gap or belong to who moved, and
clashes. No notes, no trust, no attitudes, no plans, no hints. While people are asked, nothing that we estimate.
"""

from collections.abc import Collection, Iterator
from typing import Any

from coprod_core.acts.history import History
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Actor, Interest, Stake, Web
from coprod_ui.served.board.facts import UNSAID, Voice, causes, silent_parties, voices

MOST_MOVED = 4
"""An act that changes more parties and interests than this moved nobody in particular."""

Pair = tuple[str, str]


def seen(web: Web) -> tuple[Any, ...]:
    """Everything of a web that can change what a room sees or what is said there."""
    return (
        [(a.id, a.name, a.sphere, a.people, a.seats, a.invitation) for a in web.actors],
        [(k.id, k.name, k.spoken_by) for k in web.interests],
        [(s.actor, s.interest, s.weight, s.position) for s in web.stakes],
        [(r.a, r.b, r.compatibility) for r in web.relations],
        [(o.id, o.name, o.effects) for o in web.options],
        web.unknown,
        web.process.initiative,
    )


def moved(history: History) -> list[str]:
    """The parties and interests that the last act changed in sight of the room, as `a:ID` and `k:ID`."""
    was, now = dict(_nodes(history.web_before)), dict(_nodes(history.web))
    changed = [id_ for id_, node in now.items() if was.get(id_) != node]
    return changed if len(changed) <= MOST_MOVED else []


def _nodes(web: Web) -> Iterator[tuple[str, object]]:
    yield from ((f"a:{a.id}", (a.name, a.sphere, a.people, a.seats, a.invitation)) for a in web.actors)
    yield from ((f"k:{k.id}", (k.name, k.spoken_by)) for k in web.interests)


def told(web: Web, readings: Readings, who_moved: Collection[str]) -> dict[str, Any]:
    """The picture of a web with what we estimate: flat, by the same keys as a board's."""
    quiet, voiced, outside = silent_parties(readings), voices(web, readings), _outside(readings)
    caused = causes(web, readings.gap)
    interests = {k.id: _interest(k, outside.get(k.id, 0.0), voiced.get(k.id, UNSAID)) for k in web.interests}
    stakes = {
        f"stake:{s.actor}|{s.interest}": _stake(s, (s.actor, s.interest) in caused)
        for s in web.stakes
        if (s.actor, s.interest) in caused or f"a:{s.actor}" in who_moved
    }
    return {**_parties(web, quiet), **_by_key(interests), **stakes, **_rest(web)}


def told_while_asking(web: Web) -> dict[str, Any]:
    """The same without anything we estimate: who there is, what is at stake, and what clashes."""
    interests = {k.id: _interest(k, 0.0, UNSAID) for k in web.interests}
    return {**_parties(web, ()), **_by_key(interests), **_rest(web)}


def _outside(readings: Readings) -> dict[str, float]:
    return {} if readings.gap is None else dict(readings.gap.outside)


def _parties(web: Web, quiet: Collection[str]) -> dict[str, Any]:
    return {f"actor:{a.id}": _party(a, a.id in quiet) for a in web.actors}


def _by_key(interests: dict[str, Any]) -> dict[str, Any]:
    return {f"interest:{id_}": interest for id_, interest in interests.items()}


def _party(actor: Actor, quiet: bool) -> dict[str, Any]:
    shown = {name: getattr(actor, name) for name in ("id", "name", "people", "seats", "x", "y")}
    return {**shown, "sphere": str(actor.sphere), "invitation": str(actor.invitation), "silent": quiet}


def _interest(interest: Interest, attention: float, voice: Voice) -> dict[str, Any]:
    """`by`: the first alone that brings it in, for how many more there are would be a number."""
    shown = {name: getattr(interest, name) for name in ("id", "name", "x", "y")}
    return {**shown, "attention": round(attention, 4), "voice": voice[0], "by": list(voice[1][:1])}


def _stake(stake: Stake, cause: bool) -> dict[str, Any]:
    return {"weight": stake.weight, "position": stake.position, "cause": cause}


def _rest(web: Web) -> dict[str, Any]:
    clashes = {f"relation:{r.a}|{r.b}": {"compatibility": -1} for r in web.relations if r.compatibility < 0}
    order = {name: [item.id for item in getattr(web, name)] for name in ("actors", "interests")}
    return {**clashes, "order": order, "process": {"initiative": web.process.initiative}}
