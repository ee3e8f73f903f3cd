"""What the board shows, as a flat map from keys to facts; the same key always says the same kind of thing.

A fact says how it is told and what of: values that a web shares with the web before it. So what changed is found by
looking, and only that is put into data.
"""

from collections.abc import Callable, Iterator, Mapping
from math import ceil
from typing import Any

import numpy as np

from coprod_core.checked.values import to_data
from coprod_core.indicators import claims, silent, voiced_by
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE
from coprod_core.web.model import Actor, Interest, Stake, Web
from coprod_ui.sentences.claims import claim as say_claim
from coprod_ui.words import Words

CAUSES = 5
"""In a large web the links behind this many of the largest causes of the gap stay strong."""

Fact = tuple[Any, ...]
"""How a fact is told, and what of."""

Facts = dict[str, Fact]

Claimed = tuple[int, tuple[str, ...], str]
"""Chairs, parties and a sentence."""

Voice = tuple[str | None, tuple[str, ...]]
"""Who brings an interest in, and by what names."""


def told(fact: Fact) -> Any:
    """A fact as plain JSON data."""
    tell: Callable[..., Any] = fact[0]
    return tell(*fact[1:])


def itself(data: Any) -> Any:
    """How a fact is told that is plain JSON data already."""
    return data


def facts_of(web: Web, readings: Readings, words: Words) -> Facts:
    """Everything a board draws of a web: its parts by key, and what the readings say of them."""
    return dict(_each(web, readings, words))


def _each(web: Web, readings: Readings, words: Words) -> Iterator[tuple[str, Fact]]:
    quiet, claimed, caused = silent_parties(readings), _claims(readings, web, words), causes(web, readings.gap)
    outside = {} if readings.gap is None else readings.gap.outside
    voiced = voices(web, readings)
    for actor in web.actors:
        yield f"actor:{actor.id}", (_actor, actor, actor.id in quiet, claimed.get(actor.id))
    for interest in web.interests:
        yield (
            f"interest:{interest.id}",
            (_interest, interest, outside.get(interest.id, 0.0), voiced.get(interest.id, UNSAID)),
        )
    for stake in web.stakes:
        pair = stake.actor, stake.interest
        yield f"stake:{stake.actor}|{stake.interest}", (_stake, stake, pair in caused)
    for unknown in web.unknown:
        yield f"unknown:{unknown.actor}|{unknown.interest}", (to_data, unknown)
    for relation in web.relations:
        yield f"relation:{relation.a}|{relation.b}", (to_data, relation)
    for option in web.options:
        yield f"option:{option.id}", (to_data, option)
    for rule in web.rules:
        yield f"rule:{rule.id}", (to_data, rule)
    yield "process", (to_data, web.process)
    yield "conventions", (_conventions, web.conventions)
    yield "order", (itself, _order(web))


def _actor(actor: Actor, quiet: bool, claim: Claimed | None) -> dict[str, Any]:
    chairs = None if claim is None else {"chairs": claim[0], "parties": list(claim[1]), "sentence": claim[2]}
    return {**to_data(actor), "silent": quiet, "claim": chairs}


def _interest(interest: Interest, attention: float, voice: Voice) -> dict[str, Any]:
    return {**to_data(interest), "attention": round(attention, 4), "voice": voice[0], "by": list(voice[1])}


def _stake(stake: Stake, cause: bool) -> dict[str, Any]:
    return {**to_data(stake), "cause": cause}


def _conventions(conventions: Any) -> dict[str, Any]:
    return {**to_data(conventions), "weights": list(conventions.weights), "forces": list(conventions.forces)}


def _order(web: Web) -> dict[str, list[str]]:
    return {name: [item.id for item in getattr(web, name)] for name in ("actors", "interests", "options", "rules")}


# -- what the readings say ------------------------------------------------------------------------------------------

UNSAID: Voice = (None, ())
"""As long as nothing is known of that."""


def silent_parties(readings: Readings) -> frozenset[str]:
    """The parties of which nothing is known that they care for."""
    return frozenset(silent.of(readings).parties)


def _claims(readings: Readings, web: Web, words: Words) -> dict[str, Claimed]:
    """Per party the largest claim it is part of: the chairs it could have more, with whom, and that in a sentence."""
    found = claims.of(readings)
    by_party: dict[str, Claimed] = {}
    for claim in () if isinstance(found, Undefined) else found:
        said = " ".join(say_claim(claim, readings, web, words))
        claimed = ceil(claim.earned - claim.has - TIE), claim.parties, said
        for party in claim.parties:
            by_party.setdefault(party, claimed)
    return by_party


def voices(web: Web, readings: Readings) -> dict[str, Voice]:
    """Per interest who brings in what people outside want, and by what names."""
    found = voiced_by.of(readings)
    if isinstance(found, Undefined):
        return {}
    return {id_: (voiced.by, _by(web, id_, voiced)) for id_, voiced in found.items() if voiced is not None}


def _by(web: Web, interest: str, voiced: voiced_by.VoicedBy) -> tuple[str, ...]:
    if voiced.by == "agreed":
        return (web.interest_by_id[interest].spoken_by,)
    return tuple(web.actor_by_id[id_].name for id_ in voiced.organisations)


def causes(web: Web, gap: Gap | None) -> frozenset[tuple[str, str]]:
    """The pairs (party, interest) that add most to the gap."""
    if gap is None:
        return frozenset()
    cells = np.asarray(gap.cells)
    most = min(CAUSES, cells.size)
    largest = np.argpartition(-cells, most - 1, axis=None)[:most] if most else np.empty(0, dtype=int)
    rows, columns = np.unravel_index(largest, cells.shape)
    return frozenset(
        (web.actors[i].id, web.interests[k].id) for i, k in zip(rows, columns, strict=True) if cells[i, k] > TIE
    )


# -- what changed ---------------------------------------------------------------------------------------------------


def changes(before: Mapping[str, Fact], now: Mapping[str, Fact]) -> tuple[dict[str, Any], list[str]]:
    """What is to be told to who knows the facts before: those that are new or other now, and the keys that are gone."""
    changed = {key: told(fact) for key, fact in now.items() if before.get(key) != fact}
    return changed, [key for key in before if key not in now]
