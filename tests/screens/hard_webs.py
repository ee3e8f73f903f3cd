"""Hundreds of webs drawn from a seed, hard ones among them, with names that are hard on a sentence."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from coprod_core.web.model import (
    Actor,
    Interest,
    Option,
    Process,
    Provenance,
    Relation,
    Rule,
    Sphere,
    Stake,
    Unknown,
    Web,
)
from coprod_core.web.model import Invitation as Asked

OPEN, CLOSE = "\ue000", "\ue001"
"""Private signs around every name that a person would have typed, so that a test can cut it out exactly."""

FAMILIES = (
    "Stevige funderingen {}",
    "Groene wijk {}",
    "bewoners van het hofje {}",
    "Wat nu met straat {}?",
    "Iedereen doet mee, punt {}.",
    "*ster* ‘half {{haak [vak | {}",
    "Een heel lange naam die maar doorgaat en die niemand uitspreekt {} " + "en zo verder " * 8,
)
WEIGHTS, SHARES = (0.0, 0.1, 0.1, 0.4, 0.4, 1.0, 1.0, 0.37), (0.0, 0.25, 0.3, 0.5, 0.75, 1.0)
SIGNED = (-1.0, -0.5, 0.0, 0.0, 0.5, 1.0)


def marked(text: str) -> str:
    """A name between its signs."""
    return f"{OPEN}{text}{CLOSE}"


class _Names:
    def __init__(self, rng: random.Random) -> None:
        self.rng, self.count = rng, 0

    def __call__(self) -> str:
        self.count += 1
        return marked(self.rng.choice(FAMILIES).format(self.count).strip())


def _party(rng: random.Random, id_: str, name: str) -> Actor:
    sphere = rng.choice((*(Sphere.CITIZENS,) * 6, *Sphere))
    return Actor(
        id_,
        name,
        sphere,
        people=rng.choice((None, 1, 3, 12.5, 60, 499, 5000)),
        seats=rng.choice((0, 0, 0, 1, 1, 2, 6, 0.5)),
        influence=rng.choice((1.0, 1.0, 1.0, 1.0, 0.5, 0.0)),
        reach=rng.choice((1.0, 1.0, 0.7, 0.2, 0.0)),
        effort=rng.choice((0.0, 0.1, 0.4)),
        hit=rng.choice((None, None, None, 0.0, 0.5, 1.0)),
        initiator=sphere == Sphere.CITIZENS and rng.random() < 0.4,
        invitation=rng.choice(tuple(Asked)),
    )


def _levels(
    rng: random.Random, interests: list[Interest], levels: tuple[float, ...], left_out: float
) -> dict[str, float]:
    return {each.id: rng.choice(levels) for each in interests if rng.random() > left_out}


def a_web(rng: random.Random) -> Web:
    """One web with anything in it."""
    name = _Names(rng)
    interests = [Interest(f"k{i}", name()) for i in range(rng.randint(1, 5))]
    parties = [_party(rng, f"a{i}", name()) for i in range(rng.randint(1, 7))]
    stakes, unknown = [], []
    for party in parties:
        for interest in interests:
            drawn = rng.random()
            if drawn < 0.5:
                drifts = rng.random() < 0.08
                stakes.append(
                    Stake(
                        party.id,
                        interest.id,
                        rng.choice(WEIGHTS),
                        rng.choice((1.0, 1.0, 1.0, *SIGNED)),
                        rng.choice(tuple(Provenance)),
                        table_weight=rng.choice(WEIGHTS) if drifts else None,
                        table_position=rng.choice(SIGNED) if drifts else None,
                    )
                )
            elif drawn > 0.96:
                unknown.append(Unknown(party.id, interest.id))
    left_out = rng.choice((0.0, 0.0, 0.3, 0.9))
    plans = [
        Option(
            f"o{i}",
            name(),
            rng.choice((0.0, 0.5, 0.7, 1.0)),
            _levels(rng, interests, SIGNED, left_out),
            rng.random() < 0.15,
        )
        for i in range(rng.choice((0, 1, 2, 2, 3)))
    ]
    rules = [
        Rule(
            f"r{i}",
            name(),
            rng.choice(SHARES),
            rng.choice(SHARES),
            _levels(rng, interests, SHARES, 0.5),
            _levels(rng, interests, SHARES, 0.5),
        )
        for i in range(rng.choice((0, 1, 1, 2)))
    ]
    pairs = [(a.id, b.id) for i, a in enumerate(interests) for b in interests[i + 1 :]]
    return Web(
        title="Proef",
        filled_in_by=rng.choice(("", marked("de buurtregisseur"))),
        actors=tuple(parties),
        interests=tuple(interests),
        stakes=tuple(stakes),
        unknown=tuple(unknown),
        relations=tuple(Relation(a, b, rng.choice(SIGNED)) for a, b in pairs if rng.random() < 0.3),
        options=tuple(plans),
        rules=tuple(rules),
        process=Process(
            initiative=rng.choice(SHARES),
            delegated=rng.choice(SHARES),
            steering=rng.choice(SHARES),
            meddling=rng.choice((0.0, 0.0, *SHARES)),
            emphasis=rng.choice(SHARES),
            agenda_capacity=rng.choice((2.0, 8.0)),
        ),
    )


def _of_each_party(**changes: object) -> Callable[[Web, random.Random], Web]:
    return lambda web, _: replace(web, actors=tuple(replace(actor, **changes) for actor in web.actors))


def _only_organisations(web: Web, _: random.Random) -> Web:
    actors = tuple(replace(a, seats=1.0 if not a.citizens else 0.0) for a in web.actors)
    return replace(web, actors=(*actors, Actor("org", marked("Waterschap"), Sphere.OTHER_ORGANISATION, seats=1)))


def _everything_alike(web: Web, _: random.Random) -> Web:
    stakes = tuple(replace(s, weight=0.4, position=1.0, table_weight=None, table_position=None) for s in web.stakes)
    return replace(web, stakes=stakes, unknown=())


def _divided(web: Web, _: random.Random) -> Web:
    return replace(web, stakes=tuple(replace(s, position=0.0) for s in web.stakes))


def _known_in_full(web: Web, _: random.Random) -> Web:
    """No hole, no pair that is not known, nobody who drifts, everybody at the table in full."""
    actors = tuple(replace(a, people=2.0, seats=2.0, influence=1.0, hit=None) for a in web.actors)
    told = {(s.actor, s.interest): replace(s, table_weight=None, table_position=None) for s in web.stakes}
    all_pairs = {(a.id, k.id): Stake(a.id, k.id, 0.0) for a in web.actors for k in web.interests}
    effects = {k.id: 1.0 for k in web.interests}
    options = tuple(replace(o, feasibility=1.0, barred=False, effects=effects) for o in web.options)
    stakes = tuple(replace(s, position=1.0) for s in (all_pairs | told).values())
    return replace(web, actors=actors, stakes=stakes, unknown=(), options=options, relations=())


def _with_a_silent_group(web: Web, _: random.Random) -> Web:
    return replace(web, actors=(*web.actors, Actor("silent", marked("Nachtploeg"), Sphere.CITIZENS, people=500)))


def _of_government(web: Web, _: random.Random) -> Web:
    return replace(web, process=replace(web.process, initiative=0.0, delegated=0.0, meddling=0.0))


def _many_groups(web: Web, rng: random.Random) -> Web:
    more = [Actor(f"m{i}", marked(f"Groep {i}"), Sphere.CITIZENS, people=10 + i) for i in range(16)]
    stakes = [Stake(actor.id, rng.choice(web.interests).id, 0.4) for actor in more]
    return replace(web, actors=(*web.actors, *more), stakes=(*web.stakes, *stakes))


TWISTS: tuple[Callable[[Web, random.Random], Web], ...] = (
    _of_each_party(seats=0.0),
    _of_each_party(seats=2.0),
    _of_each_party(influence=0.0),
    _of_each_party(people=2.0, seats=2.0),
    _only_organisations,
    _everything_alike,
    _divided,
    _known_in_full,
    _with_a_silent_group,
    _of_government,
    lambda web, _: replace(web, options=()),
    lambda web, _: replace(web, options=tuple(replace(o, barred=True) for o in web.options)),
    lambda web, _: replace(web, options=tuple(replace(o, feasibility=0.0) for o in web.options)),
    lambda web, _: replace(web, options=tuple(replace(o, effects={}) for o in web.options)),
)


@cache
def hard_webs(count: int = 200) -> tuple[Web, ...]:
    """`count` webs, the same every time: plain ones and, two in three of them, with one or two twists."""
    rng = random.Random(2022)
    return (Web(title="Leeg"), *_drawn(rng, count - 1))


def _drawn(rng: random.Random, count: int) -> Iterator[Web]:
    for number in range(count):
        web = a_web(rng)
        for _ in range(number % 3):
            web = rng.choice(TWISTS)(web, rng)
        yield _many_groups(web, rng) if number % 40 == 39 else web
